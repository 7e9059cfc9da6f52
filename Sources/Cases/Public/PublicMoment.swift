package import Blueprints
package import Stories

/// One line of the history that the citizen sees: a unit, never an official.
package struct PublicMoment: Hashable, Sendable {
    package let at: Instant
    package let what: What
    package let stage: PublicStage
    package let unit: Code

    /// Words for the citizen, sealed: opened only behind the receipt's link.
    package let note: Sealed?

    package enum What: String, FactWord {
        case received = "diterima"
        /// It reached another public stage.
        case stage = "tahap"
        case asked = "diminta_melengkapi"
        case completed = "dilengkapi"
        case consulted = "meminta_pendapat"
        case noted = "catatan"
        case signing = "menunggu_tanda_tangan"
        case finished = "selesai"
        case refused = "ditolak"
        case cancelled = "dibatalkan"
        case expired = "kedaluwarsa"
        case withdrawn = "ditarik"
        case reopened = "dibuka_kembali"
        case late = "terlambat"
        case recounted = "dihitung_ulang"
        case objected = "keberatan"
        case objectionAnswered = "keberatan_dijawab"
        case linkChanged = "tautan_diganti"
        case paid = "dibayar"
        case paymentUndone = "pembayaran_batal"
        case erased = "dihapus"
        case corrected = "dibetulkan"
        case restricted = "dibatasi"
        case unrestricted = "pembatasan_dicabut"
        case recovered = "dipulihkan"
    }
}
