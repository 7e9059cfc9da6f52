import Blueprints
import Site

// Words about English, examples and letters on paper.

extension Words {
    static let textsInEnglish = Words("Bahasa Inggris", "English")
    static let englishWhat = Words(
        "Warga yang memilih bahasa Inggris membaca teks ini. Yang belum ada tampil dalam bahasa "
            + "Indonesia.",
        "Citizens who choose English read these texts. What is missing is shown in Indonesian."
    )
    static let englishStaleOnes = Words("Perlu diperiksa", "To be looked at")
    static let englishMissingOnes = Words("Belum ada", "Missing")
    static let englishIsWhole = Words(
        "Semua teks ada dalam bahasa Inggris.",
        "Every text is there in English."
    )
    static let inEnglishWhat = Words(
        "Di atas tiap kotak tertulis teks Indonesianya.",
        "Above each box stands the Indonesian text."
    )
    static let englishIsStale = Words(
        "Perlu diperiksa: teks Indonesianya sudah berubah. Sampai diperiksa, warga membaca yang "
            + "Indonesia.",
        "To be looked at: the Indonesian text has changed. Until then citizens read the Indonesian."
    )
    static let stillFitsQuestion = Words(
        "Apakah terjemahan di atas masih cocok?",
        "Does the translation above fit still?"
    )
    static let stillFits = Words("Masih cocok", "It fits still")
    static let saveEnglish = Words("Simpan bahasa Inggris", "Save the English")
    static let changeExample = Words("Ubah contoh ini", "Change this example")
    static let keepChangedExample = Words("Simpan contoh ini", "Save this example")
    static let whyExampleFails = Words("Lihat sebabnya", "See why")
    static let completedHint = Words(
        "Satu baris untuk tiap jawaban, misalnya foto_ktp: ktp-baru.jpg",
        "One line for each answer, such as foto_ktp: ktp-baru.jpg"
    )
    static let comesOutAsWritten = Words(
        "Contoh ini keluar seperti yang tertulis.",
        "This example comes out as written."
    )
    static let comesOutOtherwise = Words(
        "Yang keluar lain dari yang tertulis",
        "What comes out is not what is written"
    )
    static let failsOfItself = Words(
        "Sebabnya bukan perubahan di sini. Ubah contohnya.",
        "The cause is no change made here. Change the example."
    )
    static let severalTogether = Words(
        "Beberapa perubahan bersama-sama menjadi sebabnya.",
        "Several changes together are the cause."
    )
    static let whatComesNow = Words("Yang keluar sekarang", "What comes out now")
    static let recordNewOutcome = Words(
        "Catat sebagai hasil yang baru",
        "Record it as the new outcome"
    )
    static let paperForm = Words("Formulir kertas", "The paper form")
    static let paperWhat = Words(
        "Pindaian formulir lama tampil di samping isian bengkel, supaya mudah disalin. Ia bukan "
            + "bagian cetak biru dan tidak ikut terbit. Pakai formulir kosong, tanpa data warga.",
        "A scan of the old form is shown beside the editor, to be copied from. It is no part of the "
            + "blueprint and is never published. Use a blank form, without anybody's data."
    )
    static let paperFile = Words("Pindaian atau foto formulir", "A scan or photo of the form")
    static let paperFileHint = Words(
        "JPEG, PNG atau PDF, paling besar 8 MB",
        "JPEG, PNG or PDF, at most 8 MB"
    )
    static let putPaper = Words("Taruh di samping isian", "Put it beside the editor")
    static let removePaper = Words("Buang lembar ini", "Take this sheet away")
    static let openPaper = Words("Buka formulir kertas", "Open the paper form")
    static let choosePaper = Words("Pilih berkasnya", "Choose the file")
    static let paperUnreadable = Words(
        "Berkas ini tidak bisa dibuka. Kirim JPEG, PNG atau PDF sampai 8 MB",
        "This file cannot be opened. Send a JPEG, PNG or PDF of up to 8 MB"
    )
    static let onPaper = Words("Di atas kertas", "On paper")
    static let onPaperWhat = Words(
        "Dicetak dengan jawaban tiap contoh, bertanda KONSEP dan DATA CONTOH.",
        "Printed with the answers of each example, marked as a draft and as sample data."
    )
    static let noExampleForLetter = Words(
        "Buat dulu satu contoh dari layanan yang memakai surat ini.",
        "Make an example first, of a service that uses this letter."
    )

    static func inEnglish(_ open: Int) -> Words {
        guard open > 0 else { return textsInEnglish }
        return Words(
            "Bahasa Inggris (\(open) belum beres)",
            "English (\(open) to be done)"
        )
    }

    static func englishState(missing: Int, stale: Int) -> Words {
        guard missing + stale > 0 else { return englishIsWhole }
        return Words(
            "\(missing) teks belum ada, \(stale) perlu diperiksa",
            "\(missing) texts are missing, \(stale) to be looked at"
        )
    }

    static func tryCaseOf(_ service: String) -> Words {
        Words("Coba satu permohonan: \(service)", "Try a case: \(service)")
    }

    static func exampleCalled(_ title: String) -> Words {
        Words("Contoh: \(title)", "Example: \(title)")
    }

    static func failsBecause(_ title: String, isReplica: Bool) -> Words {
        isReplica
            ? Words(
                "Contoh \"\(title)\" gagal karena penyesuaian di sini. Sesuaikan contohnya atau "
                    + "batalkan penyesuaiannya.",
                "The example \"\(title)\" fails because of an adaptation made here. Change the "
                    + "example, or take the adaptation back."
            )
            : Words(
                "Contoh \"\(title)\" gagal karena perubahan dalam konsep ini. Sesuaikan contohnya "
                    + "atau batalkan perubahannya.",
                "The example \"\(title)\" fails because of a change in this draft. Change the "
                    + "example, or take the change back."
            )
    }

    static func takeBackChange(isReplica: Bool) -> Words {
        isReplica
            ? Words("Batalkan penyesuaian ini", "Take this adaptation back")
            : Words("Batalkan perubahan ini", "Take this change back")
    }

    static func printWith(_ title: String, _ paper: PaperOfLetter) -> Words {
        switch paper {
        case .pages(let pages, _):
            Words(
                "\(title): \(pages) halaman (PDF)",
                "\(title): \(pages) \(pages == 1 ? "page" : "pages") (PDF)"
            )
        case .cannotBePrinted:
            Words("\(title): tidak bisa dicetak", "\(title): cannot be printed")
        }
    }
}

extension Diagnostic {
    /// What to do about it on pages, where its author has no files.
    var fixOnPages: String? {
        switch SemanticCode(rawValue: code) {
        case .holeOpen: "Isi di bagiannya, atau di \"Isi hal daerah\"."
        case .noExample: "Coba satu permohonan, lalu simpan sebagai contoh."
        case .letterUnused: "Pilih surat ini pada sebuah tindakan, atau hapus suratnya."
        case .ruleUnused: "Sebutkan namanya di sebuah rumus, atau hapus aturannya."
        case .editClashes: "Batalkan perubahan itu, lalu buat lagi pada isi yang sekarang."
        case .typeNeedsMore: "Isi kolomnya di bagian ini."
        case .some, nil: fix?.withFieldsNamed
        }
    }

    /// What is wrong, with the fields as pages call them.
    var sentenceOnPages: String { sentence.withFieldsNamed }
}

extension String {
    /// Keys of files that stand in quotes, as the fields of pages are called.
    ///
    /// `"hint"` becomes `"petunjuk"`; what is no key stays.
    fileprivate var withFieldsNamed: String {
        let parts = split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
        return parts.enumerated().map { number, part in
            number.isMultiple(of: 2) ? part : KeyName.of(Blueprints.ID(part)).indonesian
        }.joined(separator: "\"")
    }
}
