import Beans
import Site
import Stories

extension FinancingPart {
    var words: Words {
        switch self {
        case .identity: Words("Nama, NIK, dan desa", "Name, NIK and village")
        case .plots: Words("Kebun dan luasnya", "Plots and their area")
        case .deliveries: Words("Setoran dan harganya", "Deliveries and their prices")
        case .plan: Words("Rencana angsuran", "Plan of repayment")
        }
    }
}

extension RepaymentPlan {
    /// The effective plan, with flat beside it: name and value of every line.
    var lines: [(name: Words, value: Words)] {
        let first = schedule.instalments.first?.payment ?? 0
        let last = schedule.instalments.last?.payment ?? 0
        let flatFirst = flat.instalments.first?.payment ?? 0
        return [
            (Words("Jumlah pinjaman", "Amount"), .rupiahOrNone(loan.principal)),
            (Words("Lama", "Time"), Words("\(loan.months) bulan", "\(loan.months) months")),
            (
                Words("Bunga efektif setahun", "Effective rate a year"), Self.percent(percent)
            ),
            (Words("Angsuran setiap bulan", "Each instalment"), .rupiahOrNone(first)),
            (Words("Angsuran terakhir", "Last instalment"), .rupiahOrNone(last)),
            (
                Words("Seluruh bunga", "All interest"), .rupiahOrNone(schedule.totalInterest)
            ),
            (
                Words("Sama dengan bunga flat setahun", "Equals a flat rate a year of"),
                Self.percent(flatEquivalent)
            ),
            (
                Words("Kalau bank menyebut bunga flat", "If the bank says a flat rate"),
                Words(
                    "\(Self.percent(percent).indonesian) flat berarti angsuran "
                        + "\(Words.rupiahOrNone(flatFirst).indonesian), seluruh bunga "
                        + "\(Words.rupiahOrNone(flat.totalInterest).indonesian), setara efektif "
                        + Self.percent(nominalOfFlat).indonesian,
                    "\(Self.percent(percent).text(in: .english)) flat means instalments of "
                        + "\(Words.rupiahOrNone(flatFirst).text(in: .english)), all interest "
                        + "\(Words.rupiahOrNone(flat.totalInterest).text(in: .english)), an "
                        + "effective rate of \(Self.percent(nominalOfFlat).text(in: .english))"
                )
            ),
        ]
    }

    private static func percent(_ canonical: String) -> Words {
        Words(
            NumberWords.decimal(canonical, in: .indonesian) + "%",
            NumberWords.decimal(canonical, in: .english) + "%"
        )
    }
}

extension Words {
    static let filesForBanks = Words("Berkas untuk bank", "Files for banks")
    static let newFileForBank = Words("Buat berkas untuk bank", "Make a file for a bank")
    static let whatAFileIs = Words(
        "Anda memilih apa yang diserahkan ke satu bank. Kami hanya mengirim: kami tidak "
            + "menilai, dan bank yang memutuskan.",
        "You choose what one bank gets. We only send: we do not score, and the bank decides."
    )
    static let noFilesYet = Words("Belum ada berkas.", "No files yet.")
    static let bankName = Words("Bank mana?", "Which bank?")
    static let bankHint = Words(
        "Nama bank dan cabangnya. Izin ini hanya untuk bank itu.",
        "The bank and its branch. The consent is for that bank alone."
    )
    static let loanFor = Words("Untuk apa pinjamannya?", "What is the loan for?")
    static let whichParts = Words("Apa yang diserahkan?", "What is handed over?")
    static let whichPartsHint = Words(
        "Yang tidak dicentang tidak ikut.",
        "What is not ticked does not go along."
    )
    static let whichSeasons = Words("Setoran panen yang mana?", "Deliveries of which harvests?")
    static let loanAmount = Words("Jumlah pinjaman", "Amount of the loan")
    static let loanMonths = Words("Berapa bulan?", "How many months?")
    static let loanRate = Words("Bunga efektif setahun", "Effective rate a year")
    static let onlyForPlan = Words(
        "Isi bila rencana angsuran ikut diserahkan.",
        "Only if the plan of repayment goes along."
    )
    static let loanUnreadable = Words(
        "Isi jumlah, bulan, dan bunga yang wajar.",
        "Give an amount, months and a rate that make sense."
    )
    static let yourConsent = Words("Izin Anda", "Your consent")
    static let iConsent = Words(
        "Saya mengizinkan bagian yang saya centang diserahkan ke bank di atas. Izin "
            + "berlaku 30 hari, dan bisa saya cabut kapan saja.",
        "I consent that the parts I ticked are handed to the bank above. It holds for 30 days, and "
            + "I can withdraw it at any time."
    )
    static let growerConsents = Words(
        "Petani ada di depan saya, membaca atau mendengar isinya, dan mengizinkannya. Izin berlaku "
            + "30 hari.",
        "The grower is with me, has read or heard it, and consents. It holds for 30 days."
    )
    static let tickToConsent = Words(
        "Centang bila setuju. Tanpa izin tidak ada berkas.",
        "Tick it to consent. Without consent there is no file."
    )
    static let saveConsent = Words("Simpan izin", "Save the consent")
    static let takePDF = Words("Ambil berkas PDF", "Take the PDF file")
    static let takeJSON = Words("Ambil berkas data (JSON)", "Take the data file (JSON)")
    static let withdrawConsent = Words("Cabut izin", "Withdraw the consent")
    static let takingIsRecorded = Words(
        "Setiap pengambilan tercatat. Serahkan sendiri berkasnya ke bank.",
        "Each time it is taken is recorded. Hand the file to the bank yourself."
    )
    static let withdrawnStays = Words(
        "Izin sudah dicabut atau habis. Berkas yang sudah diterima bank tidak bisa "
            + "ditarik; minta bank menghapusnya.",
        "The consent was withdrawn or has run out. What the bank already has cannot be called "
            + "back; ask the bank to erase it."
    )
    static let howRupiahIsRounded = Words(
        "Rupiah bulat: bunga sebulan dibulatkan, setengah ke atas. Angsuran terakhir "
            + "menampung selisihnya.",
        "Whole rupiah: a month's interest is rounded, a half going up. The last instalment absorbs "
            + "the rest."
    )
    static let consentGiven = Words("Izin diberikan", "Consent given")
    static let holdsUntil = Words("Berlaku sampai", "Holds until")
    static let timesTaken = Words("Diambil", "Taken")
    static let consentStands = Words("Berlaku", "Stands")
    static let consentOver = Words("Dicabut atau habis", "Withdrawn or over")
    static let stateOfConsent = Words("Izin", "Consent")
    static let bank = Words("Bank", "The bank")
    static let month = Words("Bulan", "Month")
    static let principal = Words("Pokok", "Principal")
    static let interest = Words("Bunga", "Interest")
    static let instalment = Words("Angsuran", "Instalment")
    static let stillOwed = Words("Sisa", "Still owed")
    static let everyInstalment = Words("Setiap angsuran", "Every instalment")
    static let isGenuineFile = Words(
        "Berkas dengan kode ini dikeluarkan di sini",
        "A file with this code was made here"
    )
    static let compareDigest = Words(
        "Cocokkan SHA-256 berkas data di bawah ini dengan yang tercetak.",
        "Compare the SHA-256 of the data file below with the printed one."
    )
    static let madeOn = Words("Dibuat", "Made on")
    static let digestOfFile = Words("SHA-256 berkas data", "SHA-256 of the data file")
    static let fileErased = Words("sudah dihapus", "erased")
    static let checkFileForBank = Words("Cek berkas petani kopi", "Check a coffee grower's file")

    static func takenTimes(_ count: Int) -> Words { Words("\(count) kali", "\(count) times") }
}
