/// What is wrong with an expression, and where.
///
/// Problems are values: an author gets all of them at once.
package struct FeelProblem: Error, Hashable, Sendable {
    package let kind: Kind
    /// Where it is: UTF-8 offsets within the expression.
    package let range: Range<Int>

    /// What is wrong.
    package enum Kind: Hashable, Sendable {
        /// The text stops making sense here; `expected` says in Indonesian what would.
        case syntax(found: String, expected: String)
        case tooDeep
        case tooLong(limit: Int)
        case badLiteral(kind: FeelType, text: String)
        case unknownName(String, suggestion: String?)
        case unknownFunction(String, suggestion: String?)
        case unknownField(String, suggestion: String?, known: [String])
        case unknownType(String, suggestion: String?)
        /// `by` is the operator, function or place that wants the expected type.
        case wrongType(expected: FeelType, found: FeelType, by: String)
        case incomparable(FeelType, FeelType, by: String)
        case unknownOption(String, suggestion: String?, options: [String])
        case wrongArity(function: String, expected: String, found: Int)
        case unknownParameter(String, function: String, known: [String])
    }

    package init(_ kind: Kind, at range: Range<Int>) {
        self.kind = kind
        self.range = range
    }
}

/// All problems of one expression, in the order of their places.
package struct FeelProblems: Error, Hashable, Sendable {
    package let all: [FeelProblem]

    package init(_ all: [FeelProblem]) { self.all = all }
}
