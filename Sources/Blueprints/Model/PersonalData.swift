/// What a service says about the personal data that it asks for (UU 27/2022).
package struct PersonalData: Hashable, Sendable {
    package let purposes: [Words]
    package let basis: Basis

    /// The kinds of data, in words.
    package let data: [Words]

    /// Which of them the law calls specific (article 4).
    package let specific: [Specific]

    /// To whom it is passed on, besides the units that work on a case.
    package let recipients: [Words]

    /// How long a case is kept after it was closed.
    package let keep: KeepingTime
    package let fate: Fate

    /// The rules behind how long it is kept; empty while the receiver has not said.
    package let keepBasis: [Words]

    /// Why personal data may be processed (article 20).
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        case consent
        case contract
        case legalDuty = "legal duty"
        case vitalInterest = "vital interest"
        case publicTask = "public task"
        case legitimateInterest = "legitimate interest"

        package var meaning: Meaning {
            switch self {
            case .consent: Meaning("persetujuan", "consent")
            case .contract: Meaning("perjanjian", "a contract")
            case .legalDuty: Meaning("kewajiban hukum", "a legal duty")
            case .vitalInterest: Meaning("kepentingan vital", "a vital interest")
            case .publicTask: Meaning("tugas pelayanan publik", "a public task")
            case .legitimateInterest: Meaning("kepentingan yang sah", "a legitimate interest")
            }
        }
    }

    /// Specific personal data (article 4, paragraph 2).
    package enum Specific: String, Hashable, Sendable, CaseIterable {
        case health, biometric, genetic
        case criminalRecord = "criminal record"
        case child, finance

        /// Others that a law names.
        case others

        package var meaning: Meaning {
            switch self {
            case .health: Meaning("kesehatan", "health")
            case .biometric: Meaning("biometrik", "biometrics")
            case .genetic: Meaning("genetika", "genetics")
            case .criminalRecord: Meaning("catatan kejahatan", "criminal record")
            case .child: Meaning("anak", "a child")
            case .finance: Meaning("keuangan pribadi", "personal finance")
            case .others: Meaning("lain menurut undang-undang", "others by law")
            }
        }
    }

    /// What becomes of a case after that time.
    package enum Fate: String, Hashable, Sendable, CaseIterable {
        case destroyed, permanent, reviewed

        package var meaning: Meaning {
            switch self {
            case .destroyed: Meaning("dimusnahkan", "destroyed")
            case .permanent: Meaning("disimpan tetap sebagai arsip", "kept for good as an archive")
            case .reviewed: Meaning("dinilai kembali", "reviewed")
            }
        }
    }
}

/// What a register says of the personal data in its records; all of it may be absent.
package struct KeepingOfRecords: Hashable, Sendable {
    package let basis: PersonalData.Basis?

    /// How long a record is kept after it ended: without it, for ever.
    package let keep: KeepingTime?
    package let fate: PersonalData.Fate?

    /// The rules behind that time.
    package let rules: [Words]

    package init(
        basis: PersonalData.Basis? = nil,
        keep: KeepingTime? = nil,
        fate: PersonalData.Fate? = nil,
        rules: [Words] = []
    ) {
        (self.basis, self.keep, self.fate, self.rules) = (basis, keep, fate, rules)
    }
}

/// How long something is kept: `5 tahun`, `18 bulan`.
package struct KeepingTime: Hashable, Sendable, CustomStringConvertible {
    package let amount: Int
    package let unit: Unit

    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case years = "tahun"
        case months = "bulan"
    }

    /// Reads `5 tahun` or `18 bulan`; nil for anything else.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let amount = Int(words[0]), (1...999).contains(amount),
            let unit = Unit(rawValue: String(words[1]))
        else { return nil }
        (self.amount, self.unit) = (amount, unit)
    }

    package var months: Int { unit == .years ? amount * 12 : amount }
    package var description: String { "\(amount) \(unit.rawValue)" }
}
