package import Blueprints

/// How a case stands, in the words that every citizen learns once.
package enum PublicState: Hashable, Sendable {
    case stage(PublicStage)
    /// The citizen has to send something.
    case needsYou
    case refused
    case cancelled

    package var word: String {
        switch self {
        case .stage(let stage): stage.word
        case .needsYou: "Perlu Anda lengkapi"
        case .refused: "Ditolak"
        case .cancelled: "Dibatalkan"
        }
    }

    package var wordInEnglish: String {
        switch self {
        case .stage(let stage): stage.wordInEnglish
        case .needsYou: "You need to complete it"
        case .refused: "Refused"
        case .cancelled: "Cancelled"
        }
    }
}

extension PublicStage {
    package var word: String {
        switch self {
        case .received: "Diterima"
        case .checked: "Berkas diperiksa"
        case .processed: "Diproses"
        case .decided: "Diputuskan"
        case .finished: "Selesai"
        }
    }

    package var wordInEnglish: String {
        switch self {
        case .received: "Received"
        case .checked: "Documents checked"
        case .processed: "In progress"
        case .decided: "Decided"
        case .finished: "Finished"
        }
    }
}

extension CaseState {
    /// The stage or side state that the public sees; nil before the submission.
    package var publicState: PublicState? {
        switch phase {
        case .unborn: nil
        case .waiting: .needsYou
        case .open, .signing: .stage(place?.stage ?? .received)
        case .ended:
            switch end?.shows {
            case .refused: .refused
            case .cancelled, nil: .cancelled
            case .finished: .stage(.finished)
            }
        }
    }

    /// How many of the five stages are reached: what the steps of the drawing show.
    package var publicStage: PublicStage? {
        if phase == .ended, end?.shows == .finished { return .finished }
        return place?.stage
    }

    /// What the citizen may see of the history, the newest first.
    package var publicTimeline: [PublicMoment] { history.reversed() }
}

extension PublicMoment {
    /// The line as the citizen reads it, without the note.
    package var sentence: String {
        switch what {
        case .received: "Diterima"
        case .stage: stage.word
        case .asked: "Perlu Anda lengkapi"
        case .completed: "Berkas tambahan diterima"
        case .consulted: "Pendapat unit lain diminta"
        case .noted: "Pesan dari petugas"
        case .signing: "Surat menunggu tanda tangan"
        case .finished: "Selesai"
        case .refused: "Ditolak"
        case .cancelled: "Dibatalkan"
        case .expired: "Dibatalkan karena tidak dilengkapi"
        case .withdrawn: "Anda tarik"
        case .reopened: "Dibuka kembali"
        case .late: "Lewat dari janji"
        case .recounted: "Tenggat dihitung ulang karena kalender berubah"
        case .objected: "Keberatan diterima"
        case .objectionAnswered: "Keberatan dijawab, keputusan tetap"
        case .linkChanged: "Tautan tanda terima diganti"
        case .paid: "Biaya sudah dibayar"
        case .paymentUndone: "Catatan pembayaran keliru: biaya belum dibayar"
        case .erased: "Data dihapus"
        case .corrected: "Data Anda dibetulkan"
        case .restricted: "Pemakaian data Anda dibatasi"
        case .unrestricted: "Pembatasan data dicabut"
        case .recovered: "Dicatat lagi dari tanda terima, sesudah pemulihan data"
        }
    }

    package var sentenceInEnglish: String {
        switch what {
        case .received: "Received"
        case .stage: stage.wordInEnglish
        case .asked: "You need to complete it"
        case .completed: "Further documents received"
        case .consulted: "Another unit was asked for its opinion"
        case .noted: "Message from the office"
        case .signing: "The letter awaits its signature"
        case .finished: "Finished"
        case .refused: "Refused"
        case .cancelled: "Cancelled"
        case .expired: "Cancelled because it was not completed"
        case .withdrawn: "Withdrawn by you"
        case .reopened: "Reopened"
        case .late: "Past the promised date"
        case .recounted: "Due date counted anew because the calendar changed"
        case .objected: "Objection received"
        case .objectionAnswered: "Objection answered, the decision stands"
        case .linkChanged: "Link of the receipt changed"
        case .paid: "The fee is paid"
        case .paymentUndone: "The payment was recorded by mistake: the fee is not paid"
        case .erased: "Data erased"
        case .corrected: "Your data were corrected"
        case .restricted: "The use of your data is restricted"
        case .unrestricted: "The restriction was lifted"
        case .recovered: "Recorded again from the receipt, after a restore of our data"
        }
    }
}
