/// The names that are known at a place of an expression, cut into tokens.
///
/// FEEL's names may hold spaces and signs (`tanggal lahir`, `laba/rugi`); which ones are names is
/// known only by knowing them. Names of one word need no entry here.
struct KnownNames {
    private var long: [String: [Name]] = [:]
    private(set) var single: Set<String> = []
    private var functions: Set<String> = []

    struct Name {
        let text: String
        let tokens: [Token.Kind]
    }

    /// Words that end a name when nobody declared it.
    static let keywords: Set<String> = [
        "and", "or", "between", "in", "instance", "of", "if", "then", "else", "for", "return",
        "some", "every", "satisfies", "function", "true", "false", "null", "not",
    ]

    init(_ scope: [String: FeelType]) {
        for (name, type) in scope {
            add(name)
            addFields(of: type)
            if case .function = type.present { functions.insert(name) }
            if type == .any { functions.insert(name) }
        }
    }

    private mutating func addFields(of type: FeelType) {
        switch type.present {
        case .context(let fields):
            for (name, type) in fields {
                // A field is not a name of its own; it only has to be recognised behind a dot.
                if name.contains(where: { !$0.isLetter && !$0.isNumber && $0 != "_" }) { add(name) }
                addFields(of: type)
            }
        case .list(let item), .range(let item): addFields(of: item)
        default: break
        }
    }

    mutating func add(_ name: String) {
        // Nearly every name is one word; cutting it into tokens would only say so again.
        if Self.isPlainWord(name) {
            single.insert(name)
            return
        }
        let tokens = KnownNames.tokens(of: name)
        guard tokens.count > 1, case .word(let first) = tokens[0] else {
            single.insert(name)
            return
        }
        long[first, default: []].append(Name(text: name, tokens: tokens))
        long[first]?.sort { $0.tokens.count > $1.tokens.count }
    }

    /// Whether a name is one word of Latin letters, without signs or digits before them.
    private static func isPlainWord(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
            default: false
            }
        }
    }

    /// A name that is no text of ours can only be read as a whole.
    private static func tokens(of name: String) -> [Token.Kind] {
        do throws(FeelProblem) {
            return try Lexer.tokens(of: name).dropLast().map(\.kind)
        } catch {
            return []
        }
    }

    mutating func addLocal(_ name: String) {
        add(name)
        functions.insert(name)
    }

    /// Whether a call of this name may mean the name and not FEEL's own function.
    func mayBeCalled(_ name: String) -> Bool { functions.contains(name) }

    /// The longest known name that the tokens begin with.
    func longest(_ tokens: ArraySlice<Token>) -> Name? {
        guard case .word(let first) = tokens.first?.kind else { return nil }
        return long[first]?.first { name in
            tokens.count >= name.tokens.count
                && zip(tokens, name.tokens).allSatisfy { $0.kind == $1 }
        }
    }
}
