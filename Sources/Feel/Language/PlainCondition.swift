/// A condition that compares answers with fixed values, and nothing more.
///
/// It can be handed to a phone as data and judged there without a signal. Whatever else a formula
/// does has no such form, and is judged where the formulas are.
package indirect enum PlainCondition: Hashable, Sendable {
    case compares(name: String, Comparison, FeelValue)
    case all(PlainCondition, PlainCondition)
    case any(PlainCondition, PlainCondition)

    /// How an answer and a value are compared, by its spelling.
    package enum Comparison: String, Hashable, Sendable {
        case equal = "="
        case unequal = "!="
        case less = "<"
        case lessOrEqual = "<="
        case more = ">"
        case moreOrEqual = ">="

        /// The same with its sides exchanged.
        var turned: Comparison {
            switch self {
            case .equal, .unequal: self
            case .less: .more
            case .lessOrEqual: .moreOrEqual
            case .more: .less
            case .moreOrEqual: .lessOrEqual
            }
        }
    }
}

extension Formula {
    /// The formula as comparisons of answers with fixed values; nil where it is more than that.
    package var plainCondition: PlainCondition? { Self.plain(tree) }

    private static func plain(_ part: Expression) -> PlainCondition? {
        switch part.node {
        case .name(let name): .compares(name: name, .equal, .boolean(true))
        case .and(let left, let right):
            if let left = plain(left), let right = plain(right) { .all(left, right) } else { nil }
        case .or(let left, let right):
            if let left = plain(left), let right = plain(right) { .any(left, right) } else { nil }
        case .comparison(let sign, let left, let right): comparison(sign, left, right)
        case .literal, .list, .context, .range, .path, .filter, .call, .builtin, .misfit, .negation,
            .arithmetic, .between, .membership, .condition, .loop, .quantified, .instance,
            .function:
            nil
        }
    }

    private static func comparison(
        _ sign: Operator,
        _ left: Expression,
        _ right: Expression
    ) -> PlainCondition? {
        guard let comparison = PlainCondition.Comparison(rawValue: sign.rawValue) else {
            return nil
        }
        if case .name(let name) = left.node, let value = fixed(right) {
            return .compares(name: name, comparison, value)
        }
        if case .name(let name) = right.node, let value = fixed(left) {
            return .compares(name: name, comparison.turned, value)
        }
        return nil
    }

    /// Words, numbers and truths: what a form on a phone can compare.
    private static func fixed(_ part: Expression) -> FeelValue? {
        guard case .literal(let value) = part.node else { return nil }
        return value.text != nil || value.number != nil || value == .boolean(true)
            || value == .boolean(false) ? value : nil
    }
}
