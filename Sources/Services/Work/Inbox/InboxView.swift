import Cases
import Ledger
package import Site
import Stories

/// Which cases are listed; the word in the address.
package enum InboxView: String, Sendable, CaseIterable {
    case mine = "saya"
    case unit
    case late = "lewat"
    case waiting = "menunggu-warga"
    case opinions = "pendapat"
    case snoozed = "ditunda"
    case objections = "keberatan"
    case done = "selesai"

    package var words: Site.Words {
        switch self {
        case .mine: .mineView
        case .unit: .unitView
        case .late: .lateView
        case .waiting: .waitingView
        case .opinions: .opinionsView
        case .snoozed: .snoozedView
        case .objections: .objectionsView
        case .done: .doneView
        }
    }

    /// In which order it stands, as the line above it says.
    var order: Site.Words {
        switch self {
        case .mine, .unit, .late: .mostUrgentFirst
        case .waiting: Words("yang paling dulu habis waktunya", "soonest to expire first")
        case .opinions: Words("yang paling lama diminta dulu", "asked longest ago first")
        case .snoozed: Words("yang paling dulu kembali", "first to come back first")
        case .objections: Words("keberatan terlama dulu", "oldest objection first")
        case .done: Words("yang terakhir selesai dulu", "latest first")
        }
    }

    /// Only open work is taken, handed on or set aside.
    var takesDeeds: Bool {
        switch self {
        case .mine, .unit, .late, .snoozed: true
        case .waiting, .opinions, .objections, .done: false
        }
    }

    /// Whether it is read from its end.
    var isBackwards: Bool { self == .done }
}
