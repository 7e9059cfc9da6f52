import Site

extension Words {
    static let destruction = Words("Pemusnahan data", "Destruction of data")
    static let destructionWhat = Words(
        "Yang lewat masa simpan tidak musnah sendiri. Satu petugas mengusulkan, petugas lain menyetujui.",
        "What is past its time does not go by itself. One official proposes, another approves."
    )
    static let pastKeeping = Words("Lewat masa simpan", "Past its time of keeping")
    static let nothingPast = Words(
        "Tidak ada yang lewat masa simpan.",
        "Nothing is past its time of keeping."
    )
    static let whichToDestroy = Words("Yang diusulkan musnah", "What is to be destroyed")
    static let propose = Words("Usulkan pemusnahan", "Propose the destruction")
    static let batches = Words("Usulan sebelumnya", "Earlier proposals")
    static let noBatches = Words("Belum ada usulan.", "There is no proposal yet.")
    static let proposedOn = Words("Diusulkan", "Proposed")
    static let howManyCases = Words("Banyaknya", "How many")
    static let oneBatch = Words("Usulan pemusnahan", "A proposed destruction")
    static let proposedBy = Words("Diusulkan oleh", "Proposed by")
    static let destroyedCount = Words("Sudah dimusnahkan", "Destroyed")
    static let keptCount = Words("Tetap disimpan karena ditahan", "Kept because of a hold")
    static let casesOfBatch = Words("Isi usulan ini", "What is in this proposal")
    static let waitsForAnother = Words(
        "Menunggu persetujuan petugas lain. Anda yang mengusulkan.",
        "Waits for another official. You proposed it."
    )
    static let destructionIsFinal = Words(
        "Data di bawah dimusnahkan untuk selamanya. Yang ditahan tetap disimpan.",
        "The data below are destroyed for ever. What is held is kept."
    )
    static let approveDestruction = Words("Setujui dan musnahkan", "Approve and destroy")
    static let refuseDestruction = Words("Tolak usulan", "Refuse the proposal")
    static let whyRefused = Words("Mengapa ditolak?", "Why is it refused?")
    static let goOnDestroying = Words("Lanjutkan pemusnahan", "Go on destroying")
    static let minutes = Words("Berita acara (PDF)", "Minutes (PDF)")

    static func leftToDestroy(_ count: Int) -> Words {
        Words("Masih \(count) lagi.", "\(count) are left.")
    }

    static let keptForGood = Words("Arsip permanen", "Kept for good")
    static let keptForGoodWhat = Words(
        "Yang ini diserahkan ke arsip daerah. Di sini tidak ada yang musnah sebelum tanda terimanya dicatat.",
        "These go to the archive office. Nothing is destroyed here before its receipt is recorded."
    )
    static let whichToHandOver = Words("Yang diserahkan", "What is handed over")
    static let proposeHandingOver = Words("Usulkan penyerahan", "Propose to hand them over")
    static let toJudgeAnew = Words("Dinilai kembali", "To be judged anew")
    static let toJudgeAnewWhat = Words(
        "Masa simpannya lewat, dan Anda yang menilai: musnah, permanen, atau simpan lagi.",
        "Their time is over, and you judge: destroyed, permanent, or kept on."
    )
    static let casesToJudge = Words("Yang dinilai", "What to judge")
    static let whatFor = Words("Untuk", "For")
    static let oneHandingOver = Words("Usulan penyerahan arsip", "A proposed handing over")
    static let receipt = Words("Tanda terima", "Receipt")
    static let nothingGoesBeforeReceipt = Words(
        "Periksa daftarnya. Setelah Anda setujui, daftar bisa dicetak dan arsip diserahkan.",
        "Check the list. Once you approve, it can be printed and the records handed over."
    )
    static let approveHandingOver = Words("Setujui penyerahan", "Approve")
    static let waitsForReceipt = Words(
        "Cetak daftarnya, serahkan arsipnya, lalu catat tanda terimanya di sini.",
        "Print the list, hand the records over, then record the receipt here."
    )
    static let whatReceipt = Words("Tanda terima", "The receipt")
    static let whatReceiptHint = Words(
        "Nomor dan tanggal berita acara, dan siapa yang menerima.",
        "Number and date of the minutes, and who received it."
    )
    static let recordReceipt = Words("Catat tanda terima", "Record the receipt")
    static let listOfHandingOver = Words("Daftar arsip (PDF)", "List of records (PDF)")
    static let listAsTable = Words("Daftar arsip (CSV)", "List of records (CSV)")
}

extension Destruction.Purpose {
    var words: Words {
        switch self {
        case .destroying: Words("Dimusnahkan", "To be destroyed")
        case .handingOver: Words("Diserahkan ke arsip", "To the archive office")
        }
    }
}
