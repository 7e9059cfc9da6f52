import Ledger
package import Site
package import Stories

/// How a regency goes about cooperation: its stages, what documents must hold, when it is reminded.
///
/// Read from `kerja-sama.yaml`. An agreement keeps the rules of the day on which it was begun.
package struct CooperationRules: Hashable, Sendable {
    /// Where all of it comes from, and when somebody looked last.
    package var source: String
    package var seen: Day

    /// From when on the rules are in force.
    package var since: Day
    package var stages: [Stage]
    package var documents: [Document]

    /// So many days before the end a renewal is reminded of, the longest first.
    package var remindBeforeEnd: [Int]
    package var remindOfDuties: Int
    package var report: Reporting
    package var council: Council

    /// The text that they were read from: what an agreement keeps.
    package var bytes: [UInt8]

    /// Says for a rule on what it rests, and whether that was only remembered.
    package struct Basis: Hashable, Sendable {
        package let text: String
        package let isToBeChecked: Bool
    }

    /// One step of the way to an agreement and beyond.
    package struct Stage: Hashable, Sendable {
        package let id: Code
        package let name: Words

        /// What comes out of it, and who does it.
        package let yields: String
        package let by: String

        /// The document that is signed or sent in it, whose clauses are to be ticked.
        package let document: Code?
        package let effect: StageEffect

        /// Only where the council has to agree.
        package let isForCouncil: Bool

        /// The kinds of agreements that have it; nil for all.
        package let kinds: Set<AgreementKind>?
        package let basis: Basis
    }

    /// A document and what it must hold.
    package struct Document: Hashable, Sendable {
        package let id: Code
        package let name: Words
        package let form: Form
        package let clauses: [Clause]
        package let basis: Basis

        package enum Form: String, Sendable, CaseIterable {
            case letter = "surat"
            case contract = "naskah"
            case plan = "rencana"
            case report = "laporan"
        }
    }

    /// One thing that a document must hold, with a text to begin with.
    package struct Clause: Hashable, Sendable {
        package let id: Code
        package let name: Words
        package let text: String

        /// Stands before the articles, without a number.
        package let isOpening: Bool
    }

    /// How often is reported, and to whom.
    package struct Reporting: Hashable, Sendable {
        package let months: Int
        package let to: String
        package let basis: Basis
    }

    /// The two questions that decide whether the council has to agree.
    package struct Council: Hashable, Sendable {
        package let burdens: Words
        package let unfunded: Words
        package let basis: String
    }

    /// By which an agreement names its rules.
    package var digest: Public { Public(of: bytes) }

    /// The stages of a kind, in their order.
    package func stages(of kind: AgreementKind) -> [Stage] {
        stages.filter { $0.kinds?.contains(kind) ?? true }
    }

    package func stage(_ id: Code) -> Stage? { stages.first { $0.id == id } }

    package func document(_ id: Code) -> Document? { documents.first { $0.id == id } }

    /// The nearest of the reminders that is due with so many days left; nil before the first.
    package func reminder(daysLeft: Int) -> Int? {
        remindBeforeEnd.filter { daysLeft <= $0 }.min()
    }
}

/// What reaching a stage means for the agreement; a fact carries it, so that no rule is needed
/// to tell the story again.
package enum StageEffect: String, FactWord {
    case none = "tahap"
    case offered = "ditawarkan"
    case understood = "disepakati"
    case approved = "disetujui"
    case inForce = "berlaku"
}

/// What kind of cooperation it is (facts: PP 28/2018).
package enum AgreementKind: String, FactWord {
    case bordering = "ksdd-wajib"
    case voluntary = "ksdd-sukarela"
    case thirdParty = "ksdpk"
    case foreignGovernment = "ksdpl"
    case foreignInstitution = "ksdll"
    case synergy = "sinergi"

    /// Whether its partners are regions with codes.
    package var isBetweenRegions: Bool {
        switch self {
        case .bordering, .voluntary: true
        case .thirdParty, .foreignGovernment, .foreignInstitution, .synergy: false
        }
    }

    package var words: Words {
        switch self {
        case .bordering:
            Words("KSDD wajib (daerah berbatasan)", "Between regions, mandatory (bordering)")
        case .voluntary: Words("KSDD sukarela (dengan daerah lain)", "Between regions, voluntary")
        case .thirdParty: Words("KSDPK (dengan pihak ketiga)", "With a third party")
        case .foreignGovernment:
            Words("KSDPL (pemerintah daerah luar negeri)", "With a foreign local government")
        case .foreignInstitution:
            Words("KSDLL (lembaga luar negeri)", "With a foreign institution")
        case .synergy: Words("Sinergi (dengan pemerintah pusat)", "Synergy with the centre")
        }
    }
}
