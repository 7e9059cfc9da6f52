import Stories

/// What surveys and their reports refuse, with the sentence for each.
package enum SurveyRefusal: Refusal, Hashable {
    case noSuchSurvey
    case notOffered
    case closed
    case alreadyAnswered
    case noSuchReport
    case notYourUnit
    case onlyLeaders
    case tooFewAnswers(Int, needed: Int)
    case tooFewLeft(Int)
    case nothingNew
    case movedOn

    package var sentence: String {
        switch self {
        case .noSuchSurvey: "Tautan survei ini tidak ada. Buka lagi dari halaman permohonan Anda."
        case .notOffered: "Survei dibuka setelah permohonan Anda selesai."
        case .closed: "Survei untuk permohonan ini sudah ditutup. Terima kasih atas niat Anda."
        case .alreadyAnswered: "Penilaian untuk permohonan ini sudah kami terima."
        case .noSuchReport: "Laporan itu tidak ada. Pilih unit, layanan, dan waktunya lagi."
        case .notYourUnit: "Laporan ini milik kantor lain, jadi tidak dibuka di sini."
        case .onlyLeaders: "Halaman ini untuk pimpinan daerah."
        case .tooFewAnswers(let answers, let needed):
            "Belum cukup jawaban (\(answers) dari \(needed)), jadi hasilnya belum bisa diterbitkan."
        case .tooFewLeft(let few):
            "Bersama laporan yang sudah terbit, jawaban \(few) orang bisa dihitung dan orangnya "
                + "bisa ditebak. Tunggu sampai ada lima jawaban lagi."
        case .nothingNew: "Angka ini sudah terbit dan belum berubah sejak itu."
        case .movedOn: "Ada jawaban baru sejak halaman ini dibuka. Lihat angkanya lagi dulu."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .noSuchSurvey: "There is no such survey. Open it again from your request's page."
        case .notOffered: "The survey opens once your request is finished."
        case .closed: "The survey for this request is closed. Thank you for meaning to answer."
        case .alreadyAnswered: "We have received the answers for this request already."
        case .noSuchReport: "There is no such report. Choose unit, service and period again."
        case .notYourUnit: "This report belongs to another office, so it does not open here."
        case .onlyLeaders: "This page is for the leaders of the regency."
        case .tooFewAnswers(let answers, let needed):
            "There are not enough answers yet (\(answers) of \(needed)) to publish the result."
        case .tooFewLeft(let few):
            "With what is published already, the answers of \(few) people could be computed, and "
                + "the people guessed. Wait until there are five more answers."
        case .nothingNew: "These figures are published and have not changed since."
        case .movedOn: "Answers came in since this page was opened. Look at the figures again."
        }
    }

    package var status: Int {
        switch self {
        case .noSuchSurvey, .noSuchReport: 404
        case .closed: 410
        case .notYourUnit, .onlyLeaders: 403
        case .notOffered, .alreadyAnswered, .tooFewAnswers, .tooFewLeft, .nothingNew, .movedOn:
            409
        }
    }
}
