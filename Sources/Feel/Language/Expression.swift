/// A part of an expression, with its place in the text (UTF-8 offsets).
struct Expression: Sendable {
    let node: Node
    let range: Range<Int>

    init(_ node: Node, at range: Range<Int>) {
        self.node = node
        self.range = range
    }

    indirect enum Node: Sendable {
        case literal(FeelValue)
        case name(String)
        case list([Expression])
        case context([Entry])
        case range(Ends)
        case path(Expression, Field)
        case filter(Expression, Expression)
        case call(Expression, [Argument])
        case builtin(Builtin, [Expression?])
        /// A call of no function that we know; FEEL makes it null.
        case misfit([Expression])
        case negation(Expression)
        case arithmetic(Operator, Expression, Expression)
        case comparison(Operator, Expression, Expression)
        case between(Expression, Expression, Expression)
        case membership(Expression, [UnaryTest])
        case and(Expression, Expression)
        case or(Expression, Expression)
        case condition(Expression, Expression, Expression)
        case loop([Iteration], Expression, readsPartial: Bool)
        case quantified(isSome: Bool, [Iteration], Expression)
        case instance(Expression, TypeName)
        case function([Parameter], Expression)
    }

    struct Entry: Sendable {
        let name: String
        let value: Expression
    }

    struct Field: Sendable {
        let name: String
        let range: Range<Int>
    }

    struct Ends: Sendable {
        let start: Expression?
        let end: Expression?
        let includesStart: Bool
        let includesEnd: Bool
    }

    struct Argument: Sendable {
        let name: Field?
        let value: Expression
    }

    struct Iteration: Sendable {
        let name: String
        let source: Expression
        /// The last one, when the source counts from one number or day to another.
        let end: Expression?
    }

    struct Parameter: Sendable {
        let name: String
        let type: TypeName?
    }
}

/// The operators with two sides, by their spelling.
enum Operator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "**"
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case more = ">"
    case moreOrEqual = ">="
}

/// A type as it is written after `instance of` or a parameter's colon.
indirect enum TypeName: Sendable {
    case plain(FeelType)
    case list(TypeName)
    case range(TypeName)
    case context([String: TypeName])
    case function
    case unknown
}

/// One test of a value that stands to its left, or is the input of a decision table.
struct UnaryTest: Sendable {
    let kind: Kind
    let range: Range<Int>

    indirect enum Kind: Sendable {
        case anything
        case comparison(Operator, Expression)
        /// `readsInput`: the expression names the value itself as `?`.
        case expression(Expression, readsInput: Bool)
        case not([UnaryTest])
    }
}
