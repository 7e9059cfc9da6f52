/// Reads an expression by precedence climbing.
///
/// The grammar of FEEL depends on the names in scope, since names may hold spaces and signs: the
/// longest known name wins. Depth is bounded, so that no text can exhaust the stack.
struct Parser {
    let tokens: [Token]
    var place = 0
    var names: KnownNames
    /// What is wrong but does not keep the rest from being read.
    var problems: [FeelProblem] = []
    private var depth = 0

    static let deepest = 160

    init(_ source: String, names: [String: FeelType]) throws(FeelProblem) {
        tokens = try Lexer.tokens(of: source)
        self.names = KnownNames(names)
    }

    var token: Token { tokens[place] }

    func ahead(_ count: Int) -> Token { tokens[min(place + count, tokens.count - 1)] }

    func isSign(_ sign: String) -> Bool { token.kind == .sign(sign) }

    func isWord(_ word: String) -> Bool { token.kind == .word(word) }

    mutating func take(_ sign: String) -> Bool {
        guard isSign(sign) else { return false }
        place += 1
        return true
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard isWord(word) else { return false }
        place += 1
        return true
    }

    /// Where the token before this one ended.
    var lastEnd: Int { place > 0 ? tokens[place - 1].range.upperBound : 0 }

    func unexpected(_ expected: String) -> FeelProblem {
        FeelProblem(.syntax(found: token.spelling, expected: expected), at: token.range)
    }

    mutating func require(_ sign: String, _ what: String) throws(FeelProblem) {
        guard take(sign) else { throw unexpected("\"\(sign)\" \(what)") }
    }

    mutating func requireWord(_ word: String, _ what: String) throws(FeelProblem) {
        guard takeWord(word) else { throw unexpected("\"\(word)\" \(what)") }
    }

    mutating func wholeExpression() throws(FeelProblem) -> Expression {
        let result = try expression()
        guard token.kind == .end else {
            throw unexpected("tanda hitung, \"and\", \"or\", atau akhir rumus")
        }
        return result
    }

    mutating func wholeTests() throws(FeelProblem) -> [UnaryTest] {
        let result = try unaryTests()
        guard token.kind == .end else { throw unexpected("koma (,) atau akhir sel") }
        return result
    }

    mutating func deeper<Value>(
        _ read: (inout Parser) throws(FeelProblem) -> Value
    ) throws(FeelProblem) -> Value {
        guard depth < Parser.deepest else { throw FeelProblem(.tooDeep, at: token.range) }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    mutating func expression() throws(FeelProblem) -> Expression {
        try deeper { parser throws(FeelProblem) in try parser.binary(above: 0) }
    }

    /// How strongly the operator at this place binds; nil when there is none.
    private var strength: Int? {
        switch token.kind {
        case .word("or"): 1
        case .word("and"): 2
        case .word("between"), .word("in"): 3
        case .sign("="), .sign("!="), .sign("<"), .sign("<="), .sign(">"), .sign(">="): 3
        case .sign("+"), .sign("-"): 4
        case .sign("*"), .sign("/"): 5
        case .sign("**"): 6
        case .word("instance"): 8
        default: nil
        }
    }

    mutating func binary(above floor: Int) throws(FeelProblem) -> Expression {
        var left = try unary()
        let outside = depth
        defer { depth = outside }
        while let strength, strength > floor {
            guard depth < Parser.deepest * 2 else { throw FeelProblem(.tooDeep, at: token.range) }
            depth += 1
            left = try joined(left, strength)
        }
        return left
    }

    private mutating func joined(
        _ left: Expression,
        _ strength: Int
    ) throws(FeelProblem) -> Expression {
        let sign = token
        place += 1
        let node: Expression.Node
        switch sign.kind {
        case .word("or"): node = .or(left, try binary(above: strength))
        case .word("and"): node = .and(left, try binary(above: strength))
        case .word("between"):
            let low = try binary(above: 3)
            try requireWord("and", "di antara batas bawah dan batas atas \"between\"")
            node = .between(left, low, try binary(above: 3))
        case .word("in"): node = .membership(left, try place(of: left))
        case .word("instance"):
            try requireWord("of", "setelah \"instance\"")
            node = .instance(left, try typeName())
        case .sign(let spelling):
            guard let sign = Operator(rawValue: spelling) else {
                throw unexpected("tanda hitung")
            }
            let right = try binary(above: strength)
            node = strength == 3 ? .comparison(sign, left, right) : .arithmetic(sign, left, right)
        default: throw unexpected("tanda hitung")
        }
        return Expression(node, at: left.range.lowerBound..<lastEnd)
    }

    private mutating func unary() throws(FeelProblem) -> Expression {
        guard isSign("-") else { return try postfix() }
        let start = token.range.lowerBound
        place += 1
        let value = try deeper { parser throws(FeelProblem) in try parser.unary() }
        if case .literal(.number(let number)) = value.node {
            return Expression(.literal(.number(number.negated)), at: start..<lastEnd)
        }
        return Expression(.negation(value), at: start..<lastEnd)
    }

    private mutating func postfix() throws(FeelProblem) -> Expression {
        var result = try primary()
        let outside = depth
        defer { depth = outside }
        while true {
            guard depth < Parser.deepest * 2 else { throw FeelProblem(.tooDeep, at: token.range) }
            depth += 1
            let start = result.range.lowerBound
            if take(".") {
                let field = try fieldName()
                result = Expression(.path(result, field), at: start..<lastEnd)
            } else if isSign("["), !opensAfterRange {
                place += 1
                let condition = try expression()
                try require("]", "di akhir saringan")
                result = Expression(.filter(result, condition), at: start..<lastEnd)
            } else if take("(") {
                let arguments = try arguments()
                result = Expression(.call(result, arguments), at: start..<lastEnd)
            } else {
                return result
            }
        }
    }

    /// Whether a `[` here closes an open range, as in `[1..5[`.
    var opensAfterRange: Bool { rangeDepth > 0 && closesRange(token) }
    var rangeDepth = 0

    /// A `[` closes a range when nothing that could be a filter follows.
    private func closesRange(_ token: Token) -> Bool {
        switch ahead(1).kind {
        case .end: true
        case .sign(let sign): [")", "]", ",", ".", "}"].contains(sign)
        case .word(let word): ["and", "or", "then", "else", "return", "satisfies"].contains(word)
        case .number, .string, .at: false
        }
    }
}
