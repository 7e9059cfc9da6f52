// The forms that begin with a word, calls, types and unary tests.

extension Parser {
    mutating func condition() throws(FeelProblem) -> Expression {
        let start = token.range.lowerBound
        place += 1
        let test = try expression()
        try requireWord("then", "setelah syarat \"if\"")
        let yes = try expression()
        try requireWord("else", "dan nilai jika syarat tidak terpenuhi")
        let no = try expression()
        return Expression(.condition(test, yes, no), at: start..<lastEnd)
    }

    mutating func loop() throws(FeelProblem) -> Expression {
        let start = token.range.lowerBound
        place += 1
        let outside = names
        defer { names = outside }
        let iterations = try iterations()
        try requireWord("return", "dan nilai untuk setiap butir")
        names.addLocal("partial")
        let first = place
        let body = try expression()
        let readsPartial = tokens[first..<place].contains { $0.kind == .word("partial") }
        return Expression(
            .loop(iterations, body, readsPartial: readsPartial),
            at: start..<lastEnd
        )
    }

    mutating func quantified(isSome: Bool) throws(FeelProblem) -> Expression {
        let start = token.range.lowerBound
        place += 1
        let outside = names
        defer { names = outside }
        let iterations = try iterations()
        try requireWord("satisfies", "dan syarat untuk setiap butir")
        let body = try expression()
        return Expression(
            .quantified(isSome: isSome, iterations, body),
            at: start..<lastEnd
        )
    }

    private mutating func iterations() throws(FeelProblem) -> [Expression.Iteration] {
        var result: [Expression.Iteration] = []
        repeat {
            let name = try declaredName(until: ["in"])
            try requireWord("in", "setelah nama butir")
            let source = try expression()
            let end = take("..") ? try expression() : nil
            result.append(Expression.Iteration(name: name, source: source, end: end))
            names.addLocal(name)
        } while take(",")
        return result
    }

    mutating func function() throws(FeelProblem) -> Expression {
        let start = token.range.lowerBound
        place += 2
        let outside = names
        defer { names = outside }
        var parameters: [Expression.Parameter] = []
        if !take(")") {
            repeat {
                let name = try declaredName(until: [":", ",", ")"])
                let type = take(":") ? try typeName() : nil
                parameters.append(Expression.Parameter(name: name, type: type))
                names.addLocal(name)
            } while take(",")
            try require(")", "setelah nama-nama masukan")
        }
        if takeWord("external") {
            _ = try expression()
            return Expression(.literal(.null), at: start..<lastEnd)
        }
        let body = try expression()
        return Expression(.function(parameters, body), at: start..<lastEnd)
    }

    /// The arguments after `(`, up to and with `)`.
    mutating func arguments() throws(FeelProblem) -> [Expression.Argument] {
        var result: [Expression.Argument] = []
        if take(")") { return result }
        repeat {
            let name = namedArgument()
            result.append(Expression.Argument(name: name, value: try expression()))
        } while take(",")
        try require(")", "di akhir masukan fungsi")
        return result
    }

    /// The name before a colon, when all that stands here up to the colon are words.
    private mutating func namedArgument() -> Expression.Field? {
        var count = 0
        var words: [String] = []
        while case .word(let word) = ahead(count).kind {
            words.append(word)
            count += 1
        }
        guard count > 0, ahead(count).kind == .sign(":") else { return nil }
        let range = token.range.lowerBound..<ahead(count - 1).range.upperBound
        place += count + 1
        return Expression.Field(name: words.joined(separator: " "), range: range)
    }

    /// A call of one of FEEL's own functions; the form is chosen by count and names.
    mutating func call(_ name: String, nameAt range: Range<Int>) throws(FeelProblem) -> Expression {
        let arguments = try arguments()
        let whole = range.lowerBound..<lastEnd
        switch Builtins.match(name, arguments) {
        case .success(let match): return Expression(.builtin(match.form, match.values), at: whole)
        case .failure(let misfit):
            problems.append(FeelProblem(misfit.kind, at: misfit.range ?? whole))
            return Expression(.misfit(arguments.map(\.value)), at: whole)
        }
    }

    mutating func typeName() throws(FeelProblem) -> TypeName {
        let start = token.range.lowerBound
        guard case .word(let first) = token.kind else { throw unexpected("nama jenis") }
        place += 1
        if isSign("<") {
            return try deeper { parser throws(FeelProblem) in try parser.generic(first) }
        }
        if first == "function" { return .function }
        var name = first
        for known in TypeName.long where known.hasPrefix(first + " ") {
            let rest = known.split(separator: " ").dropFirst().map { Token.Kind.word(String($0)) }
            if (0..<rest.count).allSatisfy({ ahead($0).kind == rest[$0] }) {
                place += rest.count
                name = known
                break
            }
        }
        if let type = TypeName.plain[name] { return .plain(type) }
        while case .word(let word) = token.kind, !KnownNames.keywords.contains(word) {
            name += " " + word
            place += 1
        }
        problems.append(
            FeelProblem(
                .unknownType(name, suggestion: Nearest.to(name, among: TypeName.plain.keys)),
                at: start..<lastEnd
            )
        )
        return .unknown
    }

    private mutating func generic(_ name: String) throws(FeelProblem) -> TypeName {
        place += 1
        var result: TypeName
        switch name {
        case "list": result = .list(try typeName())
        case "range": result = .range(try typeName())
        case "context":
            var fields: [String: TypeName] = [:]
            repeat {
                let field = try declaredName(until: [":"])
                try require(":", "setelah nama bagian")
                fields[field] = try typeName()
            } while take(",")
            result = .context(fields)
        case "function":
            if !isSign(">") {
                repeat { _ = try typeName() } while take(",")
            }
            result = .function
        default: throw unexpected("\"list\", \"range\", \"context\", atau \"function\"")
        }
        try require(">", "di akhir jenis")
        if name == "function", take("->") { _ = try typeName() }
        return result
    }
}

extension TypeName {
    static let plain: [String: FeelType] = [
        "Any": .any, "Null": .nothing, "boolean": .boolean, "number": .number, "string": .string,
        "date": .date, "time": .time, "date and time": .dateTime, "dateTime": .dateTime,
        "days and time duration": .daysDuration, "dayTimeDuration": .daysDuration,
        "years and months duration": .monthsDuration, "yearMonthDuration": .monthsDuration,
        "list": .list(.any), "context": .context([:]), "range": .range(.any),
    ]

    static let long = [
        "days and time duration", "years and months duration", "date and time",
    ]
}

extension Parser {
    /// What stands behind `in`: one test, or several in parentheses.
    mutating func place(of left: Expression) throws(FeelProblem) -> [UnaryTest] {
        guard isSign("("), !isRangeInParentheses else { return [try positiveTest(above: 3)] }
        place += 1
        let tests = try unaryTests()
        try require(")", "di akhir pilihan")
        return tests
    }

    /// Whether the parenthesis here is the open start of a range, as in `(1..5]`.
    private var isRangeInParentheses: Bool {
        var level = 0
        var index = place
        while index < tokens.count {
            switch tokens[index].kind {
            case .sign("("), .sign("["), .sign("{"): level += 1
            case .sign(")"), .sign("]"), .sign("}"):
                level -= 1
                if level == 0 { return false }
            case .sign("..") where level == 1: return true
            case .sign(",") where level == 1: return false
            default: break
            }
            index += 1
        }
        return false
    }

    mutating func unaryTests() throws(FeelProblem) -> [UnaryTest] {
        let start = token.range.lowerBound
        if isSign("-"), [.end, .sign(")")].contains(ahead(1).kind) {
            place += 1
            return [UnaryTest(kind: .anything, range: start..<lastEnd)]
        }
        if isWord("not"), ahead(1).kind == .sign("("), isWholeNegation {
            place += 2
            let inside = try deeper { parser throws(FeelProblem) in try parser.unaryTests() }
            try require(")", "di akhir \"not(…)\"")
            return [UnaryTest(kind: .not(inside), range: start..<lastEnd)]
        }
        var tests = [try positiveTest(above: 0)]
        while take(",") { tests.append(try positiveTest(above: 0)) }
        return tests
    }

    /// Whether `not(…)` here is the whole cell, and not an operand such as in `not(a) and b`.
    private var isWholeNegation: Bool {
        var level = 0
        for index in (place + 1)..<tokens.count {
            switch tokens[index].kind {
            case .sign("("): level += 1
            case .sign(")"):
                level -= 1
                if level == 0 { return [.end, .sign(")")].contains(tokens[index + 1].kind) }
            default: break
            }
        }
        return false
    }

    private mutating func positiveTest(above floor: Int) throws(FeelProblem) -> UnaryTest {
        let start = token.range.lowerBound
        if case .sign(let spelling) = token.kind, let sign = Operator(rawValue: spelling),
            [.less, .lessOrEqual, .more, .moreOrEqual, .equal, .unequal].contains(sign)
        {
            place += 1
            let bound = try deeper { parser throws(FeelProblem) in try parser.binary(above: 3) }
            return UnaryTest(kind: .comparison(sign, bound), range: start..<lastEnd)
        }
        let first = place
        let value = try deeper { parser throws(FeelProblem) in try parser.binary(above: floor) }
        let readsInput = tokens[first..<place].contains { $0.kind == .word("?") }
        return UnaryTest(
            kind: .expression(value, readsInput: readsInput),
            range: start..<lastEnd
        )
    }
}
