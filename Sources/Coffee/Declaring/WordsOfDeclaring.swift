import Plots
import Site
import Stories

extension Words {
    static let buyerFile = Words("Berkas untuk pembeli", "Buyer's file")
    static let buyerFileAbout = Words(
        "Letak semua kebun di balik lot ini, seperti yang diminta sistem Uni Eropa, dengan buktinya. "
            + "Hanya petani yang setuju datanya dikirim ke pembeli itu yang disertakan.",
        "The place of every plot behind this lot, as the EU's system asks for it, with the evidence. "
            + "Only growers who let their data be sent to that buyer are in it."
    )
    static let noBuyers = Words(
        "Belum ada pembeli di daftar. Catat dulu di daftar pembeli.",
        "There is no buyer in the register yet."
    )
    static let lookAtPlots = Words("Lihat kebunnya", "Look at the plots")
    static let chooseABuyer = Words("Pilih pembelinya dulu.", "Choose the buyer first.")
    static let whatGoesIn = Words("Isi berkas sekarang", "What the file holds now")
    static let plotsDeclared = Words("Kebun disertakan", "Plots declared")
    static let plotsLeftOut = Words("Kebun tidak disertakan", "Plots left out")
    static let noneLeftOut = Words("Tidak ada.", "None.")
    static let greenShort = Words("Setara biji", "As green coffee")
    static let fileIsComplete = Words(
        "Semua kebun di balik lot ini disertakan.",
        "Every plot behind this lot is declared."
    )
    static let fileIsNotComplete = Words(
        "Belum lengkap: kopi dari kebun yang tidak disertakan tetap ada di lot ini. Pembeli "
            + "membacanya di setiap berkas.",
        "Not complete: coffee of plots that are left out is still in this lot. The buyer reads it in "
            + "every paper."
    )
    static let nothingToDeclare = Words(
        "Belum ada kebun yang bisa disertakan. Lihat sebabnya di bawah.",
        "No plot can be declared yet. See below why."
    )
    static let noteConsents = Words("Catat persetujuan petani", "Write down growers' consents")
    static let makeBuyerFile = Words("Buat berkas", "Make the file")
    static let filesMade = Words("Berkas yang sudah dibuat", "Files that were made")
    static let evidenceOfPlots = Words("Bukti kebun di balik lot kopi", "Evidence behind a lot")
    static let villageWord = Words("Desa", "Village")
    static let sourcesOfFindings = Words("Sumber", "Sources")
    static let consentsOf = Words("Persetujuan kirim data", "Consent to send data")
    static let consentsAbout = Words(
        "Yang dikirim: nama petani, letak dan luas kebun, dan hasil pemeriksaannya. Petani boleh "
            + "menolak, dan boleh mencabutnya kapan saja. NIK dan nomor HP tidak dikirim.",
        "What is sent: the grower's name, where the plots lie and how large they are, and what was "
            + "found. A grower may refuse, and may take it back at any time. Identity and phone "
            + "numbers are not sent."
    )
    static let whoConsents = Words("Siapa yang setuju?", "Who consents?")
    static let whoWithdraws = Words("Siapa yang mencabut?", "Who takes it back?")
    static let howTheyConsented = Words("Bagaimana mereka setuju?", "How did they consent?")
    static let writeConsents = Words("Catat persetujuan", "Write the consents down")
    static let withdrawConsents = Words("Cabut persetujuan", "Take the consents back")
    static let everybodyConsents = Words(
        "Semua petani di balik lot ini sudah setuju.",
        "Every grower behind this lot has consented."
    )

    static func sendsTo(_ buyer: String) -> Words {
        Words("Pembeli: \(buyer)", "Buyer: \(buyer)")
    }

    static func consentsGiven(_ count: Int) -> Words {
        Words("\(count) petani sudah setuju", "\(count) growers have consented")
    }

    static func plotsInFile(_ plots: Int, leftOut: Int) -> Words {
        Words(
            "\(plots) kebun disertakan, \(leftOut) tidak",
            "\(plots) plots declared, \(leftOut) left out"
        )
    }

    static func keptUntil(_ day: Day) -> Words {
        .inBoth { language in
            let date = DateWords.date(day, in: language)
            return language == .english
                ? "Kept as it was handed over until \(date) at least."
                : "Disimpan seperti waktu diserahkan, paling cepat sampai \(date)."
        }
    }

    /// A sentence made from the same figures in both languages.
    static func inBoth(_ write: (Language) -> String) -> Words {
        Words(write(.indonesian), write(.english))
    }

    static func hectares(_ hectares: Double) -> Words {
        guard hectares.magnitude < 1e9 else { return sign("-") }
        let hundredths = (hectares * 100).rounded() / 100
        return .inBoth { NumberWords.decimal("\(hundredths)", in: $0) + " ha" }
    }
}

extension PlotLeftOut.Reason {
    var words: Words {
        switch self {
        case .noConsent:
            Words("Petani belum setuju datanya dikirim", "The grower has not consented")
        case .noGrower: Words("Petaninya tidak ada di daftar", "Its grower is not in the register")
        case .noBoundary: Words("Letaknya belum diukur", "Its place was never measured")
        case .keptOut:
            Words("Dikeluarkan oleh petugas pengesah", "Kept out by the approving official")
        case .wouldBeRefused(let finding): Words(finding.sentence, finding.sentenceInEnglish)
        }
    }
}

extension ConsentWay {
    var words: Words {
        switch self {
        case .signedPaper: Words("Tanda tangan di kertas", "Signed on paper")
        case .beforeWitness:
            Words("Diucapkan di depan saksi", "Said before a witness")
        }
    }
}
