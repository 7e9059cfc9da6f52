/// One form of one of FEEL's own functions.
///
/// Arguments are brought to the types of the parameters before the body sees them: a value
/// becomes a list of one where a list is wanted, a list of one becomes its item where that is
/// wanted, and anything else that does not fit makes the whole call null.
struct Builtin: Sendable {
    typealias Body = @Sendable (inout Evaluation, [FeelValue]) -> FeelValue

    let name: String
    let parameters: [Parameter]
    /// The last parameter gathers all further arguments in a list.
    let gathers: Bool
    let result: Result
    let body: Body

    struct Parameter: Sendable {
        let name: String
        /// Empty when anything goes, null too.
        let accepts: [FeelType]
        var isRequired = true

        var optional: Parameter { Parameter(name: name, accepts: accepts, isRequired: false) }

        static func any(_ name: String) -> Parameter { Parameter(name: name, accepts: []) }

        static func of(_ name: String, _ types: FeelType...) -> Parameter {
            Parameter(name: name, accepts: types)
        }

        static func number(_ name: String) -> Parameter { of(name, .number) }
        static func text(_ name: String) -> Parameter { of(name, .string) }
        static func list(_ name: String = "list") -> Parameter { of(name, .list(.any)) }
    }

    /// The type of the result.
    enum Result: Sendable {
        case fixed(FeelType)
        /// The type of an item of the first argument.
        case item
        /// The type of the first argument.
        case first
        /// A list of what is in the lists that are given.
        case listOfItems
    }

    init(
        _ name: String,
        _ parameters: [Parameter],
        gathers: Bool = false,
        gives result: Result,
        body: @escaping Body
    ) {
        self.name = name
        self.parameters = parameters
        self.gathers = gathers
        self.result = result
        self.body = body
    }

    /// A function whose body needs nothing but its arguments.
    static func plain(
        _ name: String,
        _ parameters: [Parameter],
        gives type: FeelType,
        body: @escaping @Sendable ([FeelValue]) -> FeelValue
    ) -> Builtin {
        Builtin(name, parameters, gives: .fixed(type)) { _, values in body(values) }
    }

    var arity: ClosedRange<Int> {
        let least = parameters.prefix { $0.isRequired }.count
        return least...(gathers ? Int(Int16.max) : parameters.count)
    }

    /// Brings a value to what a parameter accepts; nil when it does not fit.
    static func fitted(_ value: FeelValue, to parameter: Parameter) -> FeelValue? {
        if parameter.accepts.isEmpty { return value }
        if value.isNull { return parameter.isRequired ? nil : .null }
        for type in parameter.accepts where value.fits(type) {
            return value
        }
        for type in parameter.accepts {
            if case .list = type { return .list([value]) }
        }
        if case .list(let items) = value, items.count == 1 {
            for type in parameter.accepts where items[0].fits(type) { return items[0] }
        }
        return nil
    }
}

/// All of FEEL's own functions.
enum Builtins {
    static let all: [String: [Builtin]] = Dictionary(
        grouping: numberFunctions + textFunctions + listFunctions + moreListFunctions
            + dateFunctions + datePartFunctions + contextFunctions + rangeFunctions,
        by: \.name
    )

    private static let byFirstWord: [String: [(name: String, words: [String])]] = {
        let names = all.keys.map { ($0, $0.split(separator: " ").map(String.init)) }
        return Dictionary(grouping: names) { $0.1[0] }.mapValues { group in
            group.sorted { $0.1.count > $1.1.count }.map { (name: $0.0, words: $0.1) }
        }
    }()

    /// The longest name of a function that the tokens begin with and that is called there.
    static func longestName(_ tokens: ArraySlice<Token>) -> (name: String, tokenCount: Int)? {
        guard case .word(let first) = tokens.first?.kind else { return nil }
        let start = tokens.startIndex
        for (name, words) in byFirstWord[first] ?? [] where tokens.count > words.count {
            let fits = words.indices.allSatisfy {
                tokens[start + $0].kind == .word(words[$0])
            }
            if fits, tokens[start + words.count].kind == .sign("(") { return (name, words.count) }
        }
        return nil
    }

    struct Match: Sendable {
        let form: Builtin
        let values: [Expression?]
    }

    struct Misfit: Error {
        let kind: FeelProblem.Kind
        var range: Range<Int>?
    }

    /// The form of a function that takes these arguments.
    static func match(
        _ name: String,
        _ arguments: [Expression.Argument]
    ) -> Result<Match, Misfit> {
        let forms = all[name] ?? []
        guard arguments.contains(where: { $0.name != nil }) else {
            for form in forms where form.arity.contains(arguments.count) {
                let missing = max(0, form.parameters.count - arguments.count)
                let rest: [Expression?] = form.gathers ? [] : Array(repeating: nil, count: missing)
                return .success(Match(form: form, values: arguments.map(\.value) + rest))
            }
            let counts = Set(forms.filter { !$0.gathers }.flatMap { Array($0.arity) })
            let expected = counts.sorted().map(String.init).joined(separator: " atau ")
            return .failure(
                Misfit(
                    kind: .wrongArity(function: name, expected: expected, found: arguments.count)
                )
            )
        }
        return named(name, arguments, forms)
    }

    private static func named(
        _ name: String,
        _ arguments: [Expression.Argument],
        _ forms: [Builtin]
    ) -> Result<Match, Misfit> {
        for form in forms {
            var values: [Expression?] = Array(repeating: nil, count: form.parameters.count)
            let fits = arguments.allSatisfy { argument in
                guard
                    let index = form.parameters.firstIndex(where: { $0.name == argument.name?.name }
                    ),
                    values[index] == nil
                else { return false }
                values[index] = argument.value
                return true
            }
            let isComplete = zip(form.parameters, values).allSatisfy { parameter, value in
                value != nil || !parameter.isRequired
            }
            if fits, isComplete { return .success(Match(form: form, values: values)) }
        }
        let known = forms.flatMap { $0.parameters.map(\.name) }
        if let wrong = arguments.first(where: { !known.contains($0.name?.name ?? "") }) {
            return .failure(
                Misfit(
                    kind: .unknownParameter(
                        wrong.name?.name ?? "",
                        function: name,
                        known: Array(Set(known)).sorted()
                    ),
                    range: wrong.name?.range ?? wrong.value.range
                )
            )
        }
        let expected = forms.first.map { String($0.arity.lowerBound) } ?? ""
        return .failure(
            Misfit(kind: .wrongArity(function: name, expected: expected, found: arguments.count))
        )
    }
}
