import Site
import Stories

/// What comparing and telling of a replication refuse, with the sentence for each.
package enum ComparisonRefusal: Refusal, Hashable, CaseIterable {
    case notYourDuty
    case noSuchService
    case fileMissing
    case movedOn
    case nothingTyped
    case numberUnreadable
    case shareUnreadable
    case indexUnreadable
    case dateUnreadable
    case dayInFuture
    case sourceMissing
    case scoreUnreadable
    case tooLong

    package var status: Int {
        switch self {
        case .notYourDuty: 403
        case .noSuchService: 404
        case .movedOn: 409
        case .fileMissing, .nothingTyped, .numberUnreadable, .shareUnreadable, .indexUnreadable,
            .dateUnreadable, .dayInFuture, .sourceMissing, .scoreUnreadable, .tooLong:
            422
        }
    }

    package var sentence: String {
        switch self {
        case .notYourDuty: "Halaman ini untuk pimpinan daerah dan pengelola layanan."
        case .noSuchService: "Layanan itu tidak ada di sini, atau belum dipunyai bersama."
        case .fileMissing: "Pilih dulu berkas buktinya."
        case .movedOn:
            "Orang lain menyimpan lebih dulu. Isian Anda masih di bawah ini: cocokkan, lalu "
                + "simpan lagi."
        case .nothingTyped: "Isi paling sedikit satu angka keadaan awal."
        case .numberUnreadable: "Tulis angka bulat, misalnya 120."
        case .shareUnreadable: "Tulis persen dari 0 sampai 100."
        case .indexUnreadable: "Tulis IKM dari 25 sampai 100, misalnya 81,25."
        case .dateUnreadable: "Tulis tanggal, bulan, dan tahun yang ada."
        case .dayInFuture: "Tanggalnya tidak boleh setelah hari ini."
        case .sourceMissing: "Tulis dari mana angka itu, misalnya Laporan SKM 2025 halaman 4."
        case .scoreUnreadable: "Pilih nilai 1 sampai 5."
        case .tooLong: "Tulisan ini terlalu panjang. Ringkas sampai 4000 huruf."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .notYourDuty: "This page is for leaders of the regency and managers of services."
        case .noSuchService: "That service is not here, or is not had in common yet."
        case .fileMissing: "Choose the file of evidence first."
        case .movedOn:
            "Somebody else saved first. What you typed still stands below: compare and save again."
        case .nothingTyped: "Fill in at least one figure of how it was before."
        case .numberUnreadable: "Write a whole number, such as 120."
        case .shareUnreadable: "Write per cent from 0 to 100."
        case .indexUnreadable: "Write an IKM from 25 to 100, such as 81,25."
        case .dateUnreadable: "Write a day, month and year that exist."
        case .dayInFuture: "The date must not be after today."
        case .sourceMissing: "Write where the figures come from, such as SKM report 2025 page 4."
        case .scoreUnreadable: "Choose a score from 1 to 5."
        case .tooLong: "This text is too long. Shorten it to 4000 letters."
        }
    }
}

extension Words {
    /// The sentence of a refusal, in both languages.
    init(_ refusal: some Refusal) { self.init(refusal.sentence, refusal.sentenceInEnglish) }
}
