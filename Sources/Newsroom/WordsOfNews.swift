import Site
import Stories

extension NewsSection {
    var words: Words {
        switch self {
        case .news: Words("Berita", "News")
        case .announcement: Words("Pengumuman", "Announcement")
        case .agenda: Words("Agenda", "Event")
        }
    }
}

extension Words {
    /// "Senin, 23 November 2026", by the clock of the regency.
    static func date(_ moment: Instant, _ html: HTML) -> Words {
        DateWords.longDate(html.visit.installation.zone.day(moment))
    }

    static let noNews = Words("Belum ada berita.", "There is no news yet.")
    static let feed = Words("Langganan berita (Atom)", "Subscribe to the news (Atom)")
    static let writer = Words("Penulis", "Writer")
    static let editor = Words("Penyunting", "Editor")
    static let source = Words("Sumber", "Source")
    static let watch = Words("Tonton videonya", "Watch the video")
    static let corrections = Words("Perbaikan", "Corrections")
    static let withdrawnNews = Words("Berita ini ditarik", "This news was withdrawn")

    static func withdrawnOn(_ date: Words) -> Words {
        Words(
            "Ditarik \(date.indonesian). Alasannya:",
            "Withdrawn on \(date.text(in: .english)). The reason:"
        )
    }

    // The newsroom.
    static let writeNews = Words("Tulis berita", "Write news")
    static let editNews = Words("Ubah tulisan", "Change the text")
    static let section = Words("Jenis", "Kind")
    static let newsTitle = Words("Judul", "Title")
    static let newsBody = Words("Isi", "Text")
    static let markupHint = Words(
        "Baris kosong memulai paragraf baru. Anak judul diawali ##, daftar diawali -, "
            + "tautan ditulis [kata](https://alamat).",
        "An empty line begins a paragraph. A heading begins with ##, a list with -, "
            + "a link is written [words](https://address)."
    )
    static let englishTitle = Words("Judul bahasa Inggris", "Title in English")
    static let englishBody = Words("Isi bahasa Inggris", "Text in English")
    static let video = Words("Alamat video", "Address of a video")
    static let whatIsCorrected = Words("Apa yang diperbaiki", "What is corrected")
    static let correctionHint = Words(
        "Pembaca melihatnya di bawah berita, dengan tanggalnya.",
        "Readers see it below the news, with its date."
    )
    static let saveDraft = Words("Simpan, lalu minta persetujuan", "Save and ask for approval")
    static let approveNews = Words("Setujui dan terbitkan", "Approve and publish")
    static let withdrawNews = Words("Tarik berita", "Withdraw the news")
    static let whyWithdrawn = Words("Mengapa ditarik", "Why it is withdrawn")
    static let stateOfNews = Words("Keadaan", "State")
    static let waitsForYou = Words("Menunggu persetujuan Anda", "Waits for your approval")
    static let waitsForAnother = Words(
        "Menunggu persetujuan petugas redaksi lain",
        "Waits for another official's approval"
    )
    static let isPublished = Words("Sudah terbit", "Published")
    static let isWithdrawn = Words("Ditarik", "Withdrawn")
    static let newText = Words("Tulisan baru", "New text")
    static let readByAll = Words("Lihat halaman untuk umum", "See the public page")
    static let titleMissing = Words("Tulis judulnya.", "Write the title.")
    static let bodyMissing = Words("Tulis isinya.", "Write the text.")
    static let writerMissing = Words("Tulis nama penulisnya.", "Write the writer's name.")
    static let sectionMissing = Words("Pilih jenisnya.", "Choose the kind.")
    static let videoWrong = Words(
        "Alamat video harus diawali https://",
        "The address of a video begins with https://"
    )
    static let englishIncomplete = Words(
        "Isi judul dan isi bahasa Inggris, atau kosongkan keduanya.",
        "Fill in both title and text in English, or neither."
    )
}
