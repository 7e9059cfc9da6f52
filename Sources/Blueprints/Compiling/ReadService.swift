import Feel

/// Everything of one service that is an expression, read and checked.
struct ReadService {
    var formulas: [Slot: Formula] = [:]
    var sentences: [Slot: Sentence] = [:]
    var tables: [ID: DecisionTable] = [:]
    var rules: [ID: Formula] = [:]
    var diagnostics: [Diagnostic] = []

    /// The rules that the service reads, the faulty ones too.
    var touchedRules: Set<ID> = []
}

extension TypeDraft {
    /// What rules see of an answer of this kind; `any` where the kind is not known.
    func feelType(members: [QuestionDraft]) -> FeelType {
        switch kind {
        case "text", "long text", "name", "phone", "email", "nik", "nib", "village", "photo",
            "file":
            .string
        case "choice": .word(Set(options.map(\.text)))
        case "choices": .list(.word(Set(options.map(\.text))))
        case "yes/no": .boolean
        case "whole", "decimal", "money": .number
        case "date": .date
        case "point": Land.pointType
        case "area": Land.areaType
        case "person": .context(["nama": .string, "nik": .string])
        case "group":
            .list(
                .context(
                    Dictionary(
                        members.map { ($0.id.text, $0.feelType) },
                        uniquingKeysWith: { first, _ in first }
                    )
                )
            )
        default: .any
        }
    }
}

extension QuestionDraft {
    /// The type of the answer: optional where it may be absent.
    var feelType: FeelType {
        let type = type.feelType(members: members)
        return mayBeAbsent ? type.orAbsent : type
    }
}

/// Which names an expression may read.
struct Reach {
    /// Pages before this one, and this one.
    var lastPage = Int.max

    /// On the last page: questions before this place.
    var before = Int.max

    /// Names that only this place knows.
    var extra: [String: FeelType] = [:]

    /// Only `extra`, and what is known everywhere.
    var isClosed = false
}
