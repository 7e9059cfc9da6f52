import Ledger
import Site
import Stories

extension Words {
    static let evidenceLead = Words(
        "Setiap langkah permohonan dicatat berurutan, dan semuanya diikat menjadi satu sidik. Kalau "
            + "satu catatan lama diubah, sidiknya tidak cocok lagi dengan yang disimpan orang lain.",
        "Every step of a request is recorded in order, and all of them are bound into one "
            + "fingerprint. If an old entry is changed, it no longer fits what others have kept."
    )
    static let isProven = Words("Yang dibuktikan", "What is proven")
    static let proven = [
        Words(
            "Permohonan Anda tercatat pada urutan yang tertulis di tanda terima.",
            "Your request stands in the record at the place your receipt names."
        ),
        Words(
            "Isian yang Anda kirim masih sama dengan saat dikirim.",
            "What you sent is still what it was when you sent it."
        ),
        Words(
            "Catatan sampai sebuah cap belum diubah, dihapus, atau disisipi, asalkan cap itu "
                + "disimpan pihak lain.",
            "Up to a checkpoint nothing was changed, removed or put in between, provided that "
                + "somebody else keeps that checkpoint."
        ),
    ]
    static let isNotProven = Words("Yang tidak dibuktikan", "What is not proven")
    static let notProven = [
        Words(
            "Bahwa isian itu benar. Yang dibuktikan hanya bahwa itulah yang dikirim.",
            "That what was sent is true. Only that it is what was sent."
        ),
        Words(
            "Bahwa semua yang terjadi di kantor sudah dicatat.",
            "That everything which happened in the office was recorded."
        ),
        Words(
            "Apa pun sesudah cap terakhir yang disimpan pihak lain. Cap yang hanya ada di sini bisa "
                + "dibuat ulang oleh pemegang kunci.",
            "Anything after the last checkpoint that somebody else keeps. One that is only here "
                + "could be made again by whoever holds the key."
        ),
    ]
    static let checkYourReceipt = Words("Periksa tanda terima Anda", "Check your receipt")
    static let forPartners = Words(
        "Untuk pemerintah daerah lain yang ingin saling menyimpan cap",
        "For other governments that keep checkpoints for each other"
    )
    static let forPartnersWhat = Words(
        "Kedua server saling mengirim cap setiap hari (C2SP tlog-witness, /add-checkpoint). "
            + "Kunci catatan di atas ditulis mitra pada titipan, kunci saksi ini pada saksi.",
        "Both servers send their checkpoints to each other daily (C2SP tlog-witness, "
            + "/add-checkpoint). A partner enters the key of the record above under titipan, and "
            + "this key of the witness under saksi."
    )
    static let cosignerKey = Words("Kunci saksi", "Key of the witness")
    static let newestCheckpoint = Words("Cap terbaru", "Newest checkpoint")
    static let eventsCovered = Words("Peristiwa", "Events")
    static let made = Words("Dibuat", "Made")
    static let keepCheckpoint = Words("Ambil cap ini", "Take this checkpoint")
    static let youAreAWitness = Words(
        "Simpan cap ini di tempat Anda sendiri. Dengan begitu Anda menjadi saksi: catatan sebelum "
            + "cap ini tidak bisa diubah tanpa ketahuan. Cap tidak berisi data pribadi.",
        "Keep this checkpoint in a place of your own. You are a witness then: nothing before it "
            + "can be changed unseen. A checkpoint holds no personal data."
    )
    static let publicKey = Words("Kunci untuk memeriksa", "The key to check with")
    static let fingerprint = Words("Sidik kunci", "Fingerprint of the key")
    static let compareByVoice = Words(
        "Cocokkan sidik ini dengan yang di tanda terima, atau tanyakan lewat telepon kantor.",
        "Compare this fingerprint with the one on your receipt, or ask the office by phone."
    )
    static let begunAnew = Words("Catatan pernah dimulai lagi", "The record began anew")
    static let begunAnewWhat = Words(
        "Setelah pemulihan, catatan dilanjutkan dari salinan. Yang hilang disebut di sini, supaya "
            + "tidak disangka diubah.",
        "After a restore the record goes on from a copy. What was lost is named here, so that "
            + "nobody takes it for a change."
    )
    static let howToCheck = Words("Cara memeriksa sendiri", "How to check for yourself")
    static let checking = [
        Words(
            "Tanda terima: unduh berkas .json dari halaman permohonan Anda, lalu jalankan serasan "
                + "receipt verify BERKAS --key KUNCI. Tidak perlu internet.",
            "A receipt: download its .json from the page of your request, then run serasan "
                + "receipt verify FILE --key KEY. No internet is needed."
        ),
        Words(
            "Cap lama dan cap baru: /bukti/urut?dari=JUMLAH_LAMA&ke=JUMLAH_BARU memberi bukti bahwa "
                + "yang lama adalah awal dari yang baru (RFC 9162).",
            "An old and a new checkpoint: /bukti/urut?dari=OLD_SIZE&ke=NEW_SIZE gives the proof "
                + "that the old log is the beginning of the new one (RFC 9162)."
        ),
        Words(
            "Cap lama masih tersedia di /bukti/cap/JUMLAH. Bentuknya C2SP tlog-checkpoint, "
                + "ditandatangani dengan Ed25519.",
            "Older checkpoints stay at /bukti/cap/SIZE. Their form is C2SP tlog-checkpoint, "
                + "signed with Ed25519."
        ),
    ]

    /// "26 November 2026, 09.05 WIB".
    static func moment(_ moment: Instant, _ zone: Zone) -> Words {
        func text(_ language: Language) -> String {
            DateWords.longDate(zone.day(moment), in: language) + ", "
                + DateWords.time(moment, zone: zone, in: language)
        }
        return Words(text(.indonesian), text(.english))
    }

    init(_ refusal: EvidenceRefusal) {
        self.init(refusal.sentence, refusal.sentenceInEnglish)
    }

    static func begun(_ why: OriginCause, keeping kept: String, of all: String) -> Words {
        switch why {
        case .first: Words("Awal catatan.", "The record began.")
        case .restored:
            Words(
                "Dipulihkan dari cadangan: \(kept) dari sedikitnya \(all) peristiwa selamat.",
                "Restored from a backup: \(kept) of at least \(all) events were saved."
            )
        case .failedOver:
            Words(
                "Pindah ke server pengganti: \(kept) dari sedikitnya \(all) peristiwa selamat.",
                "Moved to a spare server: \(kept) of at least \(all) events were saved."
            )
        case .moved:
            Words(
                "Pindah ke basis data lain dengan semua \(kept) peristiwa.",
                "Moved to another database with all \(kept) events."
            )
        }
    }
}
