/// A date on which offices are closed although it is not a weekend.
///
/// Keyed by its date, never by its name: a year of the sun can hold the same feast twice.
package struct Holiday: Hashable, Sendable {
    package let day: Day
    package let kind: Kind
    package let name: String

    /// The decree or decision that says so.
    package let basis: String?

    package enum Kind: String, FactWord {
        case national = "libur_nasional"
        case jointLeave = "cuti_bersama"
        case closure = "penutupan_daerah"
    }

    package init(day: Day, kind: Kind, name: String, basis: String? = nil) {
        self.day = day
        self.kind = kind
        self.name = name
        self.basis = basis
    }
}

/// A stretch of time in which the services could not work, declared and publicly shown.
///
/// What falls due on one of its dates is due on the first working day after its last one.
package struct Outage: Hashable, Sendable {
    package let from: Instant

    /// The first moment after it.
    package let to: Instant
    package let reason: String

    package init(from: Instant, to: Instant, reason: String) {
        precondition(from < to, "an outage ends after it begins")
        self.from = from
        self.to = to
        self.reason = reason
    }
}
