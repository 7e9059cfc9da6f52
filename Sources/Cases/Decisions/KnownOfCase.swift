package import Blueprints
package import Feel
package import Stories

/// What a decision about a case may know beside its state: everything else it must not.
package struct KnownOfCase: Sendable {
    package var who: Party
    package var now: Instant
    package var draw: Draw
    package var sealer: Sealer
    package var calendars: UnitCalendars

    /// The version of the service on which the case stays; nil where no decision needs it.
    package var service: PublicService?

    /// The newest answers, typed, with computed values; for fees and guards.
    package var answers: [String: FeelValue] = [:]

    /// What the regency bound the units to that the service names.
    package var units: [ID: Code] = [:]

    /// The units of the steps that name a village of their own, as it was answered.
    package var unitsOfSteps: [ID: Code] = [:]

    /// The register of letters from which the next number comes.
    package var register: LetterRegister?

    package init(
        who: Party,
        now: Instant,
        draw: Draw,
        sealer: Sealer,
        calendars: UnitCalendars,
        service: PublicService? = nil
    ) {
        self.who = who
        self.now = now
        self.draw = draw
        self.sealer = sealer
        self.calendars = calendars
        self.service = service
    }
}

/// A register of outgoing letters as it stands: one counter for a unit and a year.
package struct LetterRegister: Hashable, Sendable {
    /// The counter: `surat/kel-contoh-ulu/2026`.
    package let counter: Code

    /// The last number given; 0 before the first.
    package let last: Int64

    /// The date of the last letter; no later number has an earlier one.
    package let lastDay: Day?

    /// How the unit is written in its numbers.
    package let unitCode: String

    /// Closed after a restore, until an official enters the last number on paper.
    package let isLocked: Bool

    package init(
        counter: Code,
        last: Int64,
        lastDay: Day? = nil,
        unitCode: String,
        isLocked: Bool = false
    ) {
        self.counter = counter
        self.last = last
        self.lastDay = lastDay
        self.unitCode = unitCode
        self.isLocked = isLocked
    }
}
