import Ledger
import Stories

/// Why a file that somebody shows as a receipt brings no request back.
enum RecoveringRefusal: Refusal, Hashable {
    case noFile
    case tooLarge
    case proof(ReceiptProofRefusal)

    /// Whole, and signed by the key that it names itself, which is not ours.
    case ofOthers
    case notASubmission

    /// Signed by us, in a log that ours does not follow.
    case unheardOf

    /// Signed by us, and our log says otherwise.
    case contradicted
    case answersMissing
    case marksChanged
    case serviceGone
    case unitGone
    case rulesChanged
    case numberTaken

    var sentence: String { told.0 }
    var sentenceInEnglish: String { told.1 }

    private var told: (String, String) {
        switch self {
        case .noFile:
            (
                "Pilih berkas bukti (.json atau PDF) yang Anda unduh dari halaman permohonan.",
                "Choose the proof (.json or PDF) that you downloaded from the page of your request."
            )
        case .tooLarge:
            (
                "Berkas ini terlalu besar untuk sebuah tanda terima.",
                "This file is too large for a receipt."
            )
        case .proof(.otherKeyNamed):
            (
                "Kunci yang tertulis di tanda terima ini bukan kunci kami: berkasnya diubah.",
                "The key named in this receipt is not ours: the file was changed."
            )
        case .proof(.checkpoint(.otherKey)):
            (
                "Tanda terima ini tidak ditandatangani dengan kunci kami.",
                "This receipt was not signed with our key."
            )
        case .proof(let refusal): (refusal.sentence, refusal.sentenceInEnglish)
        case .ofOthers:
            (
                "Tanda terima ini utuh, tetapi dibuat kabupaten atau kantor lain. Bawa ke sana.",
                "This receipt is whole, but another regency or office made it. Take it there."
            )
        case .notASubmission:
            (
                "Bukti ini bukan tanda terima permohonan.",
                "This proof is no receipt of a request."
            )
        case .unheardOf:
            (
                "Kami yang menandatanganinya, tetapi untuk catatan yang tidak kami lanjutkan. "
                    + "Bawa ke loket; petugas menanyakannya ke pengelola.",
                "We signed it, but for a record that ours does not follow. Take it to the "
                    + "counter; the officer asks the ICT office."
            )
        case .contradicted:
            (
                "Tanda terima ini sah, tetapi catatan kami tidak sesuai dengannya. Simpan "
                    + "berkasnya baik-baik, dan laporkan ke inspektorat.",
                "This receipt is genuine, but our record does not fit it. Keep the file well, "
                    + "and report it to the inspectorate."
            )
        case .answersMissing:
            (
                "Isian permohonan tidak ada dalam berkas ini, jadi tidak bisa dicatat lagi.",
                "The answers are not in this file, so it cannot be recorded again."
            )
        case .marksChanged:
            (
                "Bagian \"marks\" dari tanda terima ini bukan buatan kami: diubah.",
                "The part \"marks\" of this receipt is not ours: it was changed."
            )
        case .serviceGone:
            (
                "Layanan di tanda terima ini tidak ada lagi. Datang ke loket.",
                "The service of this receipt is no longer there. Come to the counter."
            )
        case .unitGone:
            (
                "Kantor di tanda terima ini tidak ada lagi. Datang ke loket.",
                "The office of this receipt is no longer there. Come to the counter."
            )
        case .rulesChanged:
            (
                "Aturan layanan ini sudah lain, dan isian Anda tidak cukup lagi. Datang ke loket.",
                "The rules of this service have changed, and your answers no longer suffice. "
                    + "Come to the counter."
            )
        case .numberTaken:
            (
                "Nomor di tanda terima ini sudah dipakai permohonan lain sesudah pemulihan. "
                    + "Datang ke loket: petugas mencatatnya dengan nomor baru.",
                "The number of this receipt was given to another request after the restore. "
                    + "Come to the counter: an officer records yours under a new one."
            )
        }
    }

    var status: Int {
        switch self {
        case .noFile, .ofOthers, .notASubmission, .unheardOf, .answersMissing, .marksChanged,
            .rulesChanged:
            422
        case .tooLarge: 413
        case .proof(let refusal): refusal.status
        case .contradicted, .serviceGone, .unitGone, .numberTaken: 409
        }
    }
}
