package import Ledger
package import Stories

/// What the feature that works on cases tells the one that moves people about.
///
/// Features never import each other; the composition root hands this from one to the next.
package struct WorkAtHand: Sendable {
    /// The open cases that an official has taken, the most urgent first.
    package let taken: @Sendable (OpaqueID, Reader) throws -> [TakenCase]

    /// One case by its id, as a handover names it; nil where there is none.
    package let named: @Sendable (OpaqueID, Reader) throws -> TakenCase?

    /// Who is needed where: each duty in each unit that a service in force asks for.
    package let needs: @Sendable (Reader) throws -> [NeededSeat]

    /// Puts back into the queue whatever an official holds without the right to.
    package let release: @Sendable (OpaqueID) async throws -> Void

    package init(
        taken: @escaping @Sendable (OpaqueID, Reader) throws -> [TakenCase],
        named: @escaping @Sendable (OpaqueID, Reader) throws -> TakenCase?,
        needs: @escaping @Sendable (Reader) throws -> [NeededSeat],
        release: @escaping @Sendable (OpaqueID) async throws -> Void
    ) {
        self.taken = taken
        self.named = named
        self.needs = needs
        self.release = release
    }

    /// No work at all, for a feature that stands alone.
    package static let none = WorkAtHand(
        taken: { _, _ in [] },
        named: { _, _ in nil },
        needs: { _ in [] },
        release: { _ in }
    )
}

/// A case that somebody has taken, as a handover names it.
package struct TakenCase: Hashable, Sendable {
    package let id: OpaqueID
    package let number: String
    package let service: Words
    package let step: Words
    package let unit: Code

    /// What the citizen was told as the target.
    package let due: Instant?

    package init(
        id: OpaqueID,
        number: String,
        service: Words,
        step: Words,
        unit: Code,
        due: Instant?
    ) {
        self.id = id
        self.number = number
        self.service = service
        self.step = step
        self.unit = unit
        self.due = due
    }
}

/// A duty in a unit, with the steps that need it and the cases that rest there.
package struct NeededSeat: Hashable, Sendable {
    package let unit: Code
    package let duty: Code

    /// "Surat keterangan usaha: Periksa berkas".
    package let steps: [Words]
    package let openCases: Int

    package init(unit: Code, duty: Code, steps: [Words], openCases: Int) {
        self.unit = unit
        self.duty = duty
        self.steps = steps
        self.openCases = openCases
    }
}
