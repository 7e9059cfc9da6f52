import Feel

/// The problems of expressions among ours: their code, and fixes in our words.
enum FeelWording {
    static func code(of problem: FeelProblem.Kind) -> SemanticCode {
        switch problem {
        case .syntax, .tooDeep, .tooLong, .badLiteral: .formulaSyntax
        case .unknownName, .unknownField, .unknownType: .unknownName
        case .unknownFunction: .unknownFunction
        case .wrongType, .incomparable: .wrongType
        case .unknownOption: .unknownOption
        case .wrongArity, .unknownParameter: .wrongArity
        }
    }

    static func meant(_ word: String?) -> String? {
        word.map { "Mungkin maksudnya \"\($0)\"?" }
    }

    /// All words that there are, where they are few enough to read.
    static func listed(_ words: some Collection<String>) -> String? {
        guard !words.isEmpty, words.count <= 8 else { return nil }
        return "Yang ada: " + words.sorted().map { "\"\($0)\"" }.joined(separator: ", ") + "."
    }
}
