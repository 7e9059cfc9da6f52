/// The type of an expression or of a name that it reads.
///
/// `word` is a string out of a closed set (the ids of a choice's options), `optional` an answer
/// that may be absent. `any` fits everything, and is what we say when we do not know.
package indirect enum FeelType: Hashable, Sendable {
    case any
    case nothing
    case boolean
    case number
    case string
    case word(Set<String>)
    case date
    case time
    case dateTime
    case daysDuration
    case monthsDuration
    case list(FeelType)
    case context([String: FeelType])
    case range(FeelType)
    case function([FeelType], FeelType)
    case optional(FeelType)

    /// The type of a value that is there.
    package var present: FeelType {
        if case .optional(let type) = self { type.present } else { self }
    }

    package var isOptional: Bool {
        if case .optional = self { true } else { self == .nothing }
    }

    package var orAbsent: FeelType {
        switch self {
        case .optional, .any, .nothing: self
        default: .optional(self)
        }
    }
}

/// The names that an expression may read, with their types.
package struct FeelScope: Sendable {
    package var names: [String: FeelType]

    package init(_ names: [String: FeelType] = [:]) { self.names = names }
}
