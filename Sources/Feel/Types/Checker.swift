/// Finds the type of an expression, and everything that cannot make sense in it.
///
/// It goes on after a problem with the type `any`, so that one mistake is told once.
struct Checker {
    let scope: FeelScope
    var frames: [Names] = []
    var problems: [FeelProblem] = []
    private(set) var freeNames: Set<String> = []

    /// The names that a loop, a filter, a function or a context brings.
    struct Names {
        var types: [String: FeelType]
        /// Whether there may be more names than we know, as in a filter over unknown items.
        var isOpen = false
    }

    init(_ scope: FeelScope) { self.scope = scope }

    mutating func report(_ kind: FeelProblem.Kind, at range: Range<Int>) {
        problems.append(FeelProblem(kind, at: range))
    }

    /// The type of what an inner part gives while some more names are known.
    mutating func within<Value>(_ names: Names, _ check: (inout Checker) -> Value) -> Value {
        frames.append(names)
        defer { frames.removeLast() }
        return check(&self)
    }

    mutating func type(of tree: Expression) -> FeelType {
        switch tree.node {
        case .literal(let value): value.type
        case .name(let name): type(ofName: name, at: tree.range)
        case .list(let items):
            .list(items.reduce(nil) { join($0, type(of: $1)) } ?? .any)
        case .context(let entries): type(of: entries)
        case .range(let ends): type(of: ends, at: tree.range)
        case .path(let base, let field): type(of: field, in: type(of: base))
        case .filter(let base, let condition): type(filtering: base, by: condition)
        case .call(let callee, let arguments): type(calling: callee, arguments, at: tree.range)
        case .builtin(let form, let values): type(calling: form, values)
        case .misfit(let values): misfit(values)
        case .negation(let inner): type(negating: inner)
        case .arithmetic(let sign, let left, let right): arithmetic(sign, left, right, tree.range)
        case .comparison(let sign, let left, let right):
            compared(type(of: left), left, type(of: right), right, by: sign)
        case .between(let inner, let low, let high): between(inner, low, high)
        case .membership(let inner, let tests): membership(inner, tests)
        case .and(let left, let right): truth(left, right, by: "and")
        case .or(let left, let right): truth(left, right, by: "or")
        case .condition(let test, let yes, let no): condition(test, yes, no)
        case .loop(let iterations, let body, _): loop(iterations, body)
        case .quantified(_, let iterations, let body): quantified(iterations, body)
        case .instance(let inner, _): instance(inner)
        case .function(let parameters, let body): function(parameters, body)
        }
    }

    private mutating func misfit(_ values: [Expression]) -> FeelType {
        for value in values { _ = type(of: value) }
        return .any
    }

    private mutating func instance(_ inner: Expression) -> FeelType {
        _ = type(of: inner)
        return .boolean
    }

    func known(_ name: String) -> FeelType? {
        for frame in frames.reversed() {
            if let type = frame.types[name] { return type }
        }
        return scope.names[name]
    }

    var isOpen: Bool { frames.contains { $0.isOpen } }

    mutating func type(ofName name: String, at range: Range<Int>) -> FeelType {
        if frames.contains(where: { $0.types[name] != nil }) { return known(name) ?? .any }
        if let type = scope.names[name] {
            freeNames.insert(name)
            return type
        }
        guard !isOpen else { return .any }
        let candidates = Set(scope.names.keys).union(frames.flatMap { $0.types.keys })
        report(
            .unknownName(name, suggestion: Nearest.to(name, among: candidates)),
            at: range
        )
        return .any
    }

    private mutating func type(of entries: [Expression.Entry]) -> FeelType {
        within(Names(types: [:])) { checker in
            var types: [String: FeelType] = [:]
            for entry in entries {
                types[entry.name] = checker.type(of: entry.value)
                checker.frames[checker.frames.count - 1].types = types
            }
            return .context(types)
        }
    }

    private mutating func type(of ends: Expression.Ends, at range: Range<Int>) -> FeelType {
        let start = ends.start.map { type(of: $0) }
        let end = ends.end.map { type(of: $0) }
        if let start, let end, !isComparable(start, end, inOrder: true) {
            report(.incomparable(start, end, by: ".."), at: range)
        }
        return .range((start ?? end ?? .any).present)
    }

    private mutating func type(negating inner: Expression) -> FeelType {
        let found = type(of: inner)
        switch found.present {
        case .number, .daysDuration, .monthsDuration, .any, .nothing: return found
        default:
            report(.wrongType(expected: .number, found: found, by: "-"), at: inner.range)
            return .any
        }
    }

    /// Demands a type; words are checked against their options.
    mutating func expect(
        _ expected: FeelType,
        of tree: Expression,
        found: FeelType,
        by place: String
    ) {
        if case .condition(_, let yes, let no) = tree.node, case .word = expected.present {
            expect(expected, of: yes, found: yes.literalType ?? found, by: place)
            expect(expected, of: no, found: no.literalType ?? found, by: place)
            return
        }
        if case .literal(.string(let text)) = tree.node, case .word(let options) = expected.present
        {
            checkOption(text, options, at: tree.range)
            return
        }
        if !found.suits(expected) {
            report(.wrongType(expected: expected, found: found, by: place), at: tree.range)
        }
    }

    mutating func checkOption(_ text: String, _ options: Set<String>, at range: Range<Int>) {
        guard !options.contains(text) else { return }
        report(
            .unknownOption(
                text,
                suggestion: Nearest.to(text, among: options),
                options: options.sorted()
            ),
            at: range
        )
    }

    private mutating func truth(
        _ left: Expression,
        _ right: Expression,
        by place: String
    ) -> FeelType {
        let leftType = type(of: left)
        let rightType = type(of: right)
        expect(.boolean, of: left, found: leftType, by: place)
        expect(.boolean, of: right, found: rightType, by: place)
        return leftType.isOptional || rightType.isOptional ? .optional(.boolean) : .boolean
    }

    private mutating func condition(
        _ test: Expression,
        _ yes: Expression,
        _ no: Expression
    ) -> FeelType {
        let testType = type(of: test)
        expect(.boolean, of: test, found: testType, by: "if")
        let yesType = type(of: yes)
        return join(yesType, type(of: no))
    }
}

extension Expression {
    var literalType: FeelType? {
        if case .literal(let value) = node { value.type } else { nil }
    }
}

extension FeelValue {
    /// The type of a value that is known while an expression is read.
    package var type: FeelType {
        switch self {
        case .null: .nothing
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .date: .date
        case .time: .time
        case .dateTime: .dateTime
        case .daysDuration: .daysDuration
        case .monthsDuration: .monthsDuration
        case .list(let items): .list(items.reduce(nil) { join($0, $1.type) } ?? .any)
        case .context(let fields): .context(fields.mapValues(\.type))
        case .range(let range): .range((range.start ?? range.end)?.type ?? .any)
        case .function(let function):
            .function(function.parameters.map { _ in .any }, .any)
        }
    }
}
