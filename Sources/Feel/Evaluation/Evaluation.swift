/// What is known at a place inside an expression, beyond the names that were handed in.
enum Frame: Sendable {
    case binding(String, FeelValue)
    case fields([String: FeelValue])
}

/// One evaluation of an expression.
///
/// It counts its steps and its depth, and gives null for the whole when there are too many: a
/// rule out of a file may be hostile, and must never hold up the office.
struct Evaluation {
    let names: [String: FeelValue]
    var frames: [Frame] = []
    /// What is left; text and lists that grow cost steps too, so that memory is bounded.
    var steps = Evaluation.mostSteps
    private var depth = 0

    static let mostSteps = 1_000_000
    static let deepest = 600

    init(_ names: [String: FeelValue]) { self.names = names }

    var isStopped: Bool { steps < 0 }

    mutating func whole(_ tree: Expression) -> FeelValue {
        let result = value(tree)
        return isStopped ? .null : result
    }

    /// Takes steps for all that is inside a value.
    ///
    /// Whoever builds or reads a value pays for its size, so that no value, however its parts are
    /// shared, grows beyond what is left of the steps.
    mutating func charge(_ value: FeelValue) {
        switch value {
        case .string(let text): steps -= text.utf8.count / 16
        case .list(let items):
            for item in items {
                steps -= 1
                guard steps >= 0 else { return }
                charge(item)
            }
        case .context(let fields):
            for field in fields.values {
                steps -= 1
                guard steps >= 0 else { return }
                charge(field)
            }
        case .null, .boolean, .number, .date, .time, .dateTime, .daysDuration, .monthsDuration,
            .range, .function:
            break
        }
    }

    mutating func value(_ tree: Expression) -> FeelValue {
        steps -= 1
        guard steps >= 0 else { return .null }
        switch tree.node {
        case .literal(let value): return value
        case .name(let name): return named(name)
        case .comparison(let sign, let left, let right):
            let left = value(left)
            charge(left)
            return Arithmetic.value(sign, left, value(right))
        default: break
        }
        guard depth < Evaluation.deepest else {
            steps = -1
            return .null
        }
        depth += 1
        defer { depth -= 1 }
        return compound(tree.node)
    }

    private mutating func compound(_ node: Expression.Node) -> FeelValue {
        switch node {
        case .literal, .name, .comparison: return .null
        case .and(let left, let right): return conjunction(left, right)
        case .or(let left, let right): return disjunction(left, right)
        case .negation(let inner): return Arithmetic.negated(value(inner))
        case .arithmetic(let sign, let left, let right):
            let left = value(left)
            let result = Arithmetic.value(sign, left, value(right))
            if case .string = result { charge(result) }
            return result
        case .between(let inner, let low, let high): return between(inner, low, high)
        case .membership(let inner, let tests):
            let inner = value(inner)
            return FeelValue(passes(tests, inner))
        case .condition(let test, let yes, let no):
            return value(test).isTrue ? value(yes) : value(no)
        case .path(let base, let field):
            let base = value(base)
            return part(field.name, of: base)
        case .builtin(let form, let arguments): return called(form, arguments)
        case .call(let callee, let arguments): return called(callee, arguments)
        case .misfit: return .null
        case .list, .context, .range, .filter, .loop, .quantified, .instance, .function:
            return structure(node)
        }
    }

    private mutating func structure(_ node: Expression.Node) -> FeelValue {
        switch node {
        case .list(let items):
            let list = FeelValue.list(items.map { value($0) })
            charge(list)
            return list
        case .context(let entries): return context(entries)
        case .range(let ends): return range(ends)
        case .filter(let base, let condition): return filtered(base, condition)
        case .loop(let iterations, let body, let readsPartial):
            return looped(iterations, body, readsPartial)
        case .quantified(let isSome, let iterations, let body):
            return quantified(isSome, iterations, body)
        case .instance(let inner, let type):
            let inner = value(inner)
            return FeelValue(type.holds(inner))
        case .function(let parameters, let body):
            return .function(
                FeelFunction(
                    parameters: parameters.map(\.name),
                    types: parameters.map { $0.type?.type },
                    body: .written(body, frames)
                )
            )
        default: return .null
        }
    }

    func named(_ name: String) -> FeelValue {
        for frame in frames.reversed() {
            switch frame {
            case .binding(let bound, let value): if bound == name { return value }
            case .fields(let fields): if let value = fields[name] { return value }
            }
        }
        return names[name] ?? .null
    }

    private mutating func conjunction(_ left: Expression, _ right: Expression) -> FeelValue {
        let left = value(left).truth
        if left == false { return .no }
        let right = value(right).truth
        if right == false { return .no }
        return left == true && right == true ? .yes : .null
    }

    private mutating func disjunction(_ left: Expression, _ right: Expression) -> FeelValue {
        let left = value(left).truth
        if left == true { return .yes }
        let right = value(right).truth
        if right == true { return .yes }
        return left == false && right == false ? .no : .null
    }

    private mutating func between(
        _ inner: Expression,
        _ low: Expression,
        _ high: Expression
    ) -> FeelValue {
        let inner = value(inner)
        let low = value(low)
        let high = value(high)
        guard let above = inner.order(to: low), let below = inner.order(to: high) else {
            return .null
        }
        return .boolean(above >= 0 && below <= 0)
    }

    private mutating func context(_ entries: [Expression.Entry]) -> FeelValue {
        let outside = frames.count
        defer { frames.removeLast(frames.count - outside) }
        var fields: [String: FeelValue] = [:]
        for entry in entries {
            let value = value(entry.value)
            fields[entry.name] = value
            frames.append(.binding(entry.name, value))
        }
        let context = FeelValue.context(fields)
        charge(context)
        return context
    }

    private mutating func range(_ ends: Expression.Ends) -> FeelValue {
        let start = ends.start.map { value($0) }
        let end = ends.end.map { value($0) }
        // An end that is absent is no open end: nobody can say what lies in such a range.
        guard start?.isNull != true, end?.isNull != true else { return .null }
        if let start, let end {
            guard start.isEqual(to: end) != nil, let order = start.order(to: end), order <= 0
            else { return .null }
        }
        return .range(
            FeelRange(
                from: start,
                to: end,
                includesStart: ends.includesStart,
                includesEnd: ends.includesEnd
            )
        )
    }
}
