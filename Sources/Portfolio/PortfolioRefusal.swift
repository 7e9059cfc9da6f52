import Stories

/// What the pages of leaders refuse, with the sentence for each.
package enum PortfolioRefusal: Refusal, Hashable {
    case onlyLeaders
    case notYourUnit
    case noSuchPage
    case noSuchMonth
    case onlyKeepers
    case amountUnreadable
    case yearUnreadable
    case sourceMissing
    case reasonMissing
    case movedOn

    package var sentence: String {
        switch self {
        case .onlyLeaders: "Halaman ini untuk pimpinan daerah dan kepala kantor."
        case .notYourUnit: "Angka ini milik kantor lain, jadi tidak dibuka di sini."
        case .noSuchPage: "Kantor, layanan, atau kecamatan itu tidak ada."
        case .noSuchMonth: "Bulan itu tidak ada atau belum tiba. Tulis seperti 2026-11."
        case .onlyKeepers: "Halaman ini untuk pimpinan daerah dan pengelola layanan."
        case .amountUnreadable: "Tulis biaya dalam rupiah bulat, misalnya 25.000.000."
        case .yearUnreadable: "Tulis tahun dengan empat angka, misalnya 2026."
        case .sourceMissing: "Tulis dari mana angka biaya ini, misalnya DPA 2026 halaman 12."
        case .reasonMissing: "Tulis alasan keputusan ini."
        case .movedOn: "Ada yang mengubahnya lebih dulu. Lihat lagi, lalu kirim ulang."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .onlyLeaders: "This page is for leaders of the regency and heads of offices."
        case .notYourUnit: "These figures belong to another office, so they do not open here."
        case .noSuchPage: "There is no such office, service or district."
        case .noSuchMonth: "There is no such month, or it has not come. Write it like 2026-11."
        case .onlyKeepers: "This page is for leaders of the regency and keepers of services."
        case .amountUnreadable: "Write the cost in whole rupiah, such as 25.000.000."
        case .yearUnreadable: "Write the year with four digits, such as 2026."
        case .sourceMissing: "Write where this cost comes from, such as DPA 2026 page 12."
        case .reasonMissing: "Write the reason for this decision."
        case .movedOn: "Somebody changed it first. Look again, then send it again."
        }
    }

    package var status: Int {
        switch self {
        case .onlyLeaders, .notYourUnit, .onlyKeepers: 403
        case .noSuchPage, .noSuchMonth: 404
        case .amountUnreadable, .yearUnreadable, .sourceMissing, .reasonMissing: 422
        case .movedOn: 409
        }
    }
}
