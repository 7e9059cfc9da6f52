// The operands: literals, names, lists, contexts, ranges and the forms that begin with a word.

extension Parser {
    mutating func primary() throws(FeelProblem) -> Expression {
        let token = token
        switch token.kind {
        case .number(let number):
            place += 1
            return Expression(.literal(.number(number)), at: token.range)
        case .string(let text):
            place += 1
            return Expression(.literal(.string(text)), at: token.range)
        case .at(let text):
            place += 1
            if let value = FeelValue(at: text) {
                return Expression(.literal(value), at: token.range)
            }
            problems.append(FeelProblem(.badLiteral(kind: .any, text: text), at: token.range))
            return Expression(.literal(.null), at: token.range)
        case .word(let word): return try wordForm(word, token)
        case .sign("("): return try parenthesis()
        case .sign("["): return try listOrRange()
        case .sign("]"): return try openRange()
        case .sign("{"): return try context()
        case .sign, .end: throw unexpected("nilai: nama, angka, teks dalam tanda kutip, atau \"(\"")
        }
    }

    private mutating func wordForm(
        _ word: String,
        _ token: Token
    ) throws(FeelProblem) -> Expression {
        let isKnown = names.longest(tokens[place...]) != nil
        if !isKnown {
            switch word {
            case "true", "false":
                place += 1
                return Expression(.literal(.boolean(word == "true")), at: token.range)
            case "null":
                place += 1
                return Expression(.literal(.null), at: token.range)
            case "if": return try condition()
            case "for": return try loop()
            case "some", "every":
                if case .word = ahead(1).kind { return try quantified(isSome: word == "some") }
            case "function" where ahead(1).kind == .sign("("): return try function()
            case "and", "or", "then", "else", "in", "between", "return", "satisfies":
                throw unexpected("nilai di depan \"\(word)\"")
            default: break
            }
        }
        return try nameOrCall()
    }

    private mutating func nameOrCall() throws(FeelProblem) -> Expression {
        let start = place
        let range = token.range.lowerBound
        let builtin = Builtins.longestName(tokens[place...])
        let known = names.longest(tokens[place...])
        if let builtin, known.map({ $0.tokens.count < builtin.tokenCount }) ?? true,
            tokens[start + builtin.tokenCount].kind == .sign("("),
            !(builtin.tokenCount == 1 && names.mayBeCalled(builtin.name))
        {
            place += builtin.tokenCount
            let nameEnd = lastEnd
            place += 1
            return try call(builtin.name, nameAt: range..<nameEnd)
        }
        let name = takeName()
        return Expression(.name(name), at: range..<lastEnd)
    }

    /// The longest known name here; else one known word; else all the words up to a keyword.
    mutating func takeName() -> String {
        if let known = names.longest(tokens[place...]) {
            place += known.tokens.count
            return known.text
        }
        guard case .word(let first) = token.kind else { return "" }
        place += 1
        return names.single.contains(first) ? first : restOfName(first)
    }

    private mutating func restOfName(_ first: String) -> String {
        var name = first
        while case .word(let word) = token.kind, !KnownNames.keywords.contains(word) {
            name += " " + word
            place += 1
        }
        return name
    }

    mutating func fieldName() throws(FeelProblem) -> Expression.Field {
        let start = token.range.lowerBound
        guard case .word(let first) = token.kind else {
            throw unexpected("nama bagian setelah titik")
        }
        if let known = names.longest(tokens[place...]) {
            place += known.tokens.count
            return Expression.Field(name: known.text, range: start..<lastEnd)
        }
        place += 1
        let name = restOfName(first)
        return Expression.Field(name: name, range: start..<lastEnd)
    }

    private mutating func parenthesis() throws(FeelProblem) -> Expression {
        let start = token.range.lowerBound
        place += 1
        if case .sign(let spelling) = token.kind, let sign = Operator(rawValue: spelling),
            [.less, .lessOrEqual, .more, .moreOrEqual, .equal].contains(sign)
        {
            place += 1
            let bound = try binaryInRange()
            try require(")", "di akhir rentang")
            return Expression(.range(Parser.ends(sign, bound)), at: start..<lastEnd)
        }
        let inside = try expressionInRange()
        if take("..") { return try rangeEnd(from: inside, includesStart: false, at: start) }
        try require(")", "sebagai pasangan \"(\"")
        return Expression(inside.node, at: start..<lastEnd)
    }

    static func ends(_ sign: Operator, _ bound: Expression) -> Expression.Ends {
        switch sign {
        case .less, .lessOrEqual:
            Expression.Ends(
                start: nil,
                end: bound,
                includesStart: false,
                includesEnd: sign == .lessOrEqual
            )
        case .more, .moreOrEqual:
            Expression.Ends(
                start: bound,
                end: nil,
                includesStart: sign == .moreOrEqual,
                includesEnd: false
            )
        case .equal, .unequal, .plus, .minus, .times, .over, .power:
            Expression.Ends(start: bound, end: bound, includesStart: true, includesEnd: true)
        }
    }

    private mutating func binaryInRange() throws(FeelProblem) -> Expression { try expression() }

    private mutating func expressionInRange() throws(FeelProblem) -> Expression {
        try expression()
    }

    private mutating func rangeEnd(
        from start: Expression,
        includesStart: Bool,
        at place: Int
    ) throws(FeelProblem) -> Expression {
        rangeDepth += 1
        defer { rangeDepth -= 1 }
        let end = try expression()
        guard isSign("]") || isSign(")") || isSign("[") else {
            throw unexpected("\"]\" (batas ikut) atau \")\" (batas tidak ikut) di akhir rentang")
        }
        let includesEnd = isSign("]")
        self.place += 1
        let ends = Expression.Ends(
            start: start,
            end: end,
            includesStart: includesStart,
            includesEnd: includesEnd
        )
        return Expression(.range(ends), at: place..<lastEnd)
    }

    private mutating func openRange() throws(FeelProblem) -> Expression {
        let start = token.range.lowerBound
        place += 1
        let first = try expression()
        try require("..", "di antara kedua batas rentang")
        return try rangeEnd(from: first, includesStart: false, at: start)
    }

    private mutating func listOrRange() throws(FeelProblem) -> Expression {
        let start = token.range.lowerBound
        place += 1
        if take("]") { return Expression(.list([]), at: start..<lastEnd) }
        var items = [try listItem()]
        if take("..") { return try rangeEnd(from: items[0], includesStart: true, at: start) }
        while take(",") { items.append(try listItem()) }
        try require("]", "di akhir daftar")
        return Expression(.list(items), at: start..<lastEnd)
    }

    /// An item of a list, which may be a test such as `< 5`: a range.
    private mutating func listItem() throws(FeelProblem) -> Expression {
        if case .sign(let spelling) = token.kind, let sign = Operator(rawValue: spelling),
            [.less, .lessOrEqual, .more, .moreOrEqual].contains(sign)
        {
            let start = token.range.lowerBound
            place += 1
            let bound = try binary(above: 3)
            return Expression(.range(Parser.ends(sign, bound)), at: start..<lastEnd)
        }
        return try expression()
    }

    private mutating func context() throws(FeelProblem) -> Expression {
        let start = token.range.lowerBound
        place += 1
        let outside = names
        defer { names = outside }
        var entries: [Expression.Entry] = []
        if take("}") { return Expression(.context([]), at: start..<lastEnd) }
        repeat {
            let keyStart = token.range
            let name = try key()
            try require(":", "setelah nama bagian")
            if entries.contains(where: { $0.name == name }) {
                throw FeelProblem(
                    .syntax(found: name, expected: "nama lain, karena nama ini sudah dipakai"),
                    at: keyStart
                )
            }
            entries.append(Expression.Entry(name: name, value: try expression()))
            names.addLocal(name)
        } while take(",")
        try require("}", "di akhir kelompok")
        return Expression(.context(entries), at: start..<lastEnd)
    }

    /// The name of an entry or parameter: everything up to the colon or comma.
    private mutating func key() throws(FeelProblem) -> String {
        if case .string(let text) = token.kind {
            place += 1
            return text
        }
        return try declaredName(until: [":"])
    }

    /// A name that is being declared may hold any words and the signs of FEEL's names.
    mutating func declaredName(until ends: Set<String>) throws(FeelProblem) -> String {
        guard case .word = token.kind else { throw unexpected("sebuah nama") }
        var name = ""
        var end = token.range.lowerBound
        while true {
            if case .sign(let sign) = token.kind {
                guard !ends.contains(sign), "+-*/'.**".contains(sign) else { return name }
            } else if case .end = token.kind {
                return name
            } else if case .word("in") = token.kind, ends.contains("in") {
                return name
            }
            if token.range.lowerBound > end { name += " " }
            name += token.spelling
            end = token.range.upperBound
            place += 1
        }
    }
}
