import Stories

/// Why running cases do not go to another version.
package enum MoveRefusal: Refusal, Hashable {
    case unknownService
    case unknownVersion
    case unknownPlan
    case nothingToMove
    case rulesChanged
    case publisherKeeps
    /// What is in force is no longer what the plan was made for.
    case planIsOld
    case settledBefore
    case sameHand
    case notMoved

    package var sentence: String {
        switch self {
        case .unknownService: "Layanan itu tidak ada. Periksa namanya."
        case .unknownVersion: "Versi itu tidak sedang berlaku untuk layanan ini."
        case .unknownPlan: "Rencana perpindahan itu tidak ada."
        case .nothingToMove: "Tidak ada perkara yang perlu pindah versi."
        case .rulesChanged:
            "Aturannya berubah dan penerbit belum menyatakan cara memindahkan perkara. "
                + "Perkara tetap di versinya."
        case .publisherKeeps: "Penerbit menyatakan perkara berjalan tetap di versi lama."
        case .planIsOld: "Versi yang berlaku sudah berganti. Buka rencananya lagi."
        case .settledBefore: "Rencana ini sudah diputuskan."
        case .sameHand: "Anda yang meminta, jadi pengelola lain yang menyetujui."
        case .notMoved: "Belum ada perkara yang pindah dengan rencana ini."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .unknownService: "There is no such service. Check its name."
        case .unknownVersion: "That version of the service is not in force."
        case .unknownPlan: "There is no such plan of a move."
        case .nothingToMove: "No case has to go to another version."
        case .rulesChanged:
            "Rules have changed, and the publisher has not declared how cases move. "
                + "The cases stay on their version."
        case .publisherKeeps: "The publisher says that running cases stay on the old version."
        case .planIsOld: "Another version is in force now. Open the plan again."
        case .settledBefore: "This plan was decided on before."
        case .sameHand: "You asked for it, so another manager approves it."
        case .notMoved: "No case has moved by this plan yet."
        }
    }

    package var status: Int {
        switch self {
        case .unknownService, .unknownVersion, .unknownPlan: 404
        case .nothingToMove, .rulesChanged, .publisherKeeps, .planIsOld, .settledBefore,
            .notMoved:
            409
        case .sameHand: 403
        }
    }
}
