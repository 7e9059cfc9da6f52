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

/// What readers see.
extension Words {
    /// "23 November 2026", by the clock of the regency.
    static func date(_ moment: Instant, _ html: HTML) -> Words {
        let day = html.visit.installation.zone.day(moment)
        return Words(DateWords.date(day, in: .indonesian), DateWords.date(day, in: .english))
    }

    static let allSections = Words("Semua", "All")
    static let noNews = Words("Belum ada berita.", "There is no news yet.")
    static let noNewsInSection = Words(
        "Belum ada berita jenis ini.",
        "There is nothing of this kind yet."
    )
    static let feed = Words("Langganan berita (Atom)", "Subscribe to the news (Atom)")
    static let writer = Words("Penulis", "Writer")
    static let editor = Words("Penyunting", "Editor")
    static let source = Words("Sumber", "Source")
    static let corrections = Words("Yang sudah diperbaiki", "What was corrected")
    static let withdrawnNews = Words("Berita ini ditarik", "This news was withdrawn")

    static func watch(at host: String) -> Words {
        Words("Tonton videonya di \(host)", "Watch the video at \(host)")
    }

    static func correctedOn(_ date: Words) -> Words {
        Words(
            "Diperbaiki \(date.indonesian)",
            "Corrected on \(date.text(in: .english))"
        )
    }

    static func withdrawnOn(_ date: Words) -> Words {
        Words(
            "Ditarik \(date.indonesian). Alasannya:",
            "Withdrawn on \(date.text(in: .english)). The reason:"
        )
    }
}

/// What the newsroom sees.
extension Words {
    static let newsroomRule = Words(
        "Satu petugas menulis, petugas redaksi lain menyetujui. Baru setelah itu semua orang membacanya.",
        "One official writes, another of the newsroom approves. Only then can everybody read it."
    )
    static let allPieces = Words("Semua tulisan", "All texts")
    static let lastTouched = Words("Terakhir diubah", "Last changed")
    static let writeNews = Words("Tulis berita", "Write news")
    static let editNews = Words("Ubah tulisan", "Change the text")
    static let section = Words("Jenis", "Kind")
    static let newsTitle = Words("Judul", "Title")
    static let newsBody = Words("Isi", "Text")
    static let textOfNews = Words("Tulisan", "What it says")
    static let namesAndSource = Words("Nama dan sumber", "Names and source")
    static let inEnglish = Words("Dalam bahasa Inggris", "In English")
    static let correction = Words("Perbaikan", "Correction")
    static let markupHint = Words(
        "Baris kosong memulai paragraf baru. Anak judul diawali ##, daftar diawali -, "
            + "tautan ditulis [kata](https://alamat).",
        "An empty line begins a paragraph. A heading begins with ##, a list with -, "
            + "a link is written [words](https://address)."
    )
    static let englishTitle = Words("Judul bahasa Inggris", "Title in English")
    static let englishBody = Words("Isi bahasa Inggris", "Text in English")
    static let englishPicture = Words(
        "Apa yang tampak di foto, dalam bahasa Inggris",
        "What the photo shows, in English"
    )
    static let video = Words("Alamat video", "Address of a video")
    static let videoHint = Words(
        "Pembaca mendapat tautannya. Video tidak diputar di halaman, supaya kuota tidak habis.",
        "Readers get a link. Videos do not play on the page, which would use up their data."
    )
    static let whatIsCorrected = Words("Apa yang diperbaiki", "What is corrected")
    static let correctionHint = Words(
        "Pembaca melihatnya di bawah berita, dengan tanggalnya.",
        "Readers see it below the news, with its date."
    )
    static let saveDraft = Words("Simpan, lalu minta persetujuan", "Save and ask for approval")
}

/// Pictures.
extension Words {
    static let picture = Words("Foto", "Photo")
    static let choosePicture = Words("Pilih foto", "Choose a photo")
    static let chooseOtherPicture = Words("Ganti dengan foto lain", "Use another photo instead")
    static let pictureHint = Words(
        "JPG atau PNG, paling besar 8 MB. Kami mengecilkannya supaya hemat kuota pembaca.",
        "JPG or PNG, at most 8 MB. We make it smaller, to save readers' data."
    )
    static let pictureWrongType = Words(
        "Berkas harus foto (JPG atau PNG)",
        "The file must be a photo (JPG or PNG)"
    )
    static let removePicture = Words("Tanpa foto?", "No photo?")
    static let withoutPicture = Words(
        "Terbitkan tanpa foto ini",
        "Publish without this photo"
    )
    static let whatPictureShows = Words("Apa yang tampak di foto", "What the photo shows")
    static let whatPictureShowsHint = Words(
        "Wajib bila ada foto. Dibacakan kepada orang yang tidak melihat foto itu.",
        "Needed with a photo. It is read out to people who do not see the photo."
    )
    static let pictureNotDescribed = Words(
        "Tulis apa yang tampak di foto, untuk orang yang tidak melihatnya.",
        "Write what the photo shows, for people who do not see it."
    )
    static let caption = Words("Keterangan di bawah foto", "Caption below the photo")
    static let captionHint = Words(
        "Misalnya siapa, di mana, dan siapa pemotretnya.",
        "For example who, where, and who took it."
    )

    static func pictureSize(_ width: Int, _ height: Int) -> Words {
        Words(
            "Sudah kami terima, \(width) × \(height) titik",
            "Received, \(width) × \(height) pixels"
        )
    }
}

/// Approving, discarding, withdrawing.
extension Words {
    static let approveNews = Words("Setujui dan terbitkan", "Approve and publish")
    static let readThenApprove = Words(
        "Baca dulu sampai selesai. Setelah Anda setujui, semua orang membacanya.",
        "Read it to the end first. Once you approve it, everybody can read it."
    )
    static let othersApprove = Words(
        "Anda yang menyimpan tulisan ini. Minta petugas redaksi lain menyetujuinya.",
        "You saved this text. Ask another official of the newsroom to approve it."
    )
    static let whatChanges = Words("Yang berubah", "What changes")
    static let formerPicture = Words("foto sebelumnya", "the former photo")
    static let newPicture = Words("foto baru", "a new photo")
    static let readersAreTold = Words("Yang dibaca umum", "Readers are told")
    static let asReadersSeeIt = Words("Seperti dibaca umum", "As readers see it")
    static let discardDraft = Words("Buang tulisan ini", "Discard this text")
    static let discardWholly = Words(
        "Tulisan ini hilang dari daftar dan tidak pernah terbit.",
        "This text leaves the list and is never published."
    )
    static let discardCorrection = Words(
        "Perubahan ini dibuang. Berita yang sudah terbit tetap seperti sekarang.",
        "This change is discarded. What is published stays as it is."
    )
    static let withdrawNews = Words("Tarik berita", "Withdraw the news")
    static let whyWithdrawn = Words("Mengapa ditarik", "Why it is withdrawn")
    static let withdrawHint = Words(
        "Pembaca melihat alasan ini di alamat berita. Berita yang ditarik tidak bisa diterbitkan lagi.",
        "Readers see this reason at the address of the news. It cannot be published again."
    )
    static let stateOfNews = Words("Keadaan", "State")
    static let waitsForYou = Words("Menunggu persetujuan Anda", "Waits for your approval")
    static let waitsForAnother = Words(
        "Menunggu petugas redaksi lain",
        "Waits for another official"
    )
    static let isPublished = Words("Sudah terbit", "Published")
    static let isWithdrawn = Words("Ditarik", "Withdrawn")
    static let readByAll = Words("Lihat halaman untuk umum", "See the public page")
    static let othersSavedFirst = Words(
        "Ada yang menyimpan berita ini lebih dulu. Tulisan Anda masih di bawah. "
            + "Lihat dulu tulisan mereka: simpan sekali lagi mengganti tulisan itu.",
        "Somebody saved this news first. Your text is still below. "
            + "Look at theirs first: saving once more replaces it."
    )
    static let seeTheirs = Words("Lihat tulisan mereka", "See their text")
}

/// What is to be fixed.
extension Words {
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
