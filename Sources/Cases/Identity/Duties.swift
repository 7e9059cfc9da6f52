package import Stories

/// What an official may do where: the duties held in units, deputies resolved already.
package struct Duties: Hashable, Sendable {
    package let official: Actor
    package let holds: Set<Holding>

    /// One duty in one unit: `petugas-pelayanan` in `kel-contoh-ulu`.
    package struct Holding: Hashable, Sendable {
        package let duty: Code
        package let unit: Code

        package init(_ duty: Code, in unit: Code) {
            self.duty = duty
            self.unit = unit
        }
    }

    package init(_ official: Actor, holds: Set<Holding>) {
        self.official = official
        self.holds = holds
    }

    package func has(_ duty: Code, in unit: Code) -> Bool {
        holds.contains(Holding(duty, in: unit))
    }

    package func works(in unit: Code) -> Bool { holds.contains { $0.unit == unit } }
}

/// On whose behalf a command comes.
package enum Party: Hashable, Sendable {
    case official(Duties)

    /// Whoever holds the receipt's link.
    case applicant

    /// Time passed, or the machine looked after its own.
    case clock
}
