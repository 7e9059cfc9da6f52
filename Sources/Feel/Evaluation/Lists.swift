// Filters, loops and quantifiers.

extension Evaluation {
    mutating func filtered(_ base: Expression, _ condition: Expression) -> FeelValue {
        let base = value(base)
        let items = base.items ?? (base.isNull ? [] : [base])
        if case .literal(.number(let number)) = condition.node {
            return item(number, of: items)
        }
        let outside = frames.count
        defer { frames.removeLast(frames.count - outside) }
        var kept: [FeelValue] = []
        var isFirst = true
        for item in items {
            if let fields = item.fields { frames.append(.fields(fields)) }
            frames.append(.binding("item", item.fields?["item"] ?? item))
            let result = value(condition)
            frames.removeLast(frames.count - outside)
            if isFirst, let number = result.number { return self.item(number, of: items) }
            isFirst = false
            if isStopped { return .null }
            if result.isTrue { kept.append(item) }
        }
        if items.isEmpty, let number = value(condition).number { return item(number, of: items) }
        return .list(kept)
    }

    private func item(_ position: Decimal34, of items: [FeelValue]) -> FeelValue {
        guard let position = position.whole,
            let index = Builtins.index(position, of: items.count)
        else { return .null }
        return items[index]
    }

    mutating func looped(
        _ iterations: [Expression.Iteration],
        _ body: Expression,
        _ readsPartial: Bool
    ) -> FeelValue {
        var results: [FeelValue] = []
        let isFine = each(iterations[...]) { evaluation in
            if readsPartial {
                evaluation.steps -= results.count / 4
                evaluation.frames.append(.binding("partial", .list(results)))
            }
            let result = evaluation.value(body)
            if readsPartial { evaluation.frames.removeLast() }
            evaluation.charge(result)
            results.append(result)
            return true
        }
        return isFine ? .list(results) : .null
    }

    mutating func quantified(
        _ isSome: Bool,
        _ iterations: [Expression.Iteration],
        _ body: Expression
    ) -> FeelValue {
        var found: Bool? = !isSome
        let isFine = each(iterations[...]) { evaluation in
            let truth = evaluation.value(body).truth
            if truth == isSome {
                found = isSome
                return false
            }
            if truth == nil { found = nil }
            return true
        }
        return isFine ? FeelValue(found) : .null
    }

    /// Runs through all combinations, the last iteration fastest; false when a source is not one.
    ///
    /// The body says whether to go on.
    private mutating func each(
        _ iterations: ArraySlice<Expression.Iteration>,
        _ body: (inout Evaluation) -> Bool
    ) -> Bool {
        var isGoing = true
        return each(iterations, &isGoing, body)
    }

    private mutating func each(
        _ iterations: ArraySlice<Expression.Iteration>,
        _ isGoing: inout Bool,
        _ body: (inout Evaluation) -> Bool
    ) -> Bool {
        guard let iteration = iterations.first else {
            isGoing = body(&self) && !isStopped
            return true
        }
        guard let source = source(of: iteration) else { return false }
        for index in 0..<source.count where isGoing {
            steps -= 1
            frames.append(.binding(iteration.name, source.item(index)))
            let isFine = each(iterations.dropFirst(), &isGoing, body)
            frames.removeLast()
            guard isFine, !isStopped else { return false }
        }
        return true
    }

    /// What an iteration runs over: never more than can be counted in steps.
    private struct Source {
        let count: Int
        let item: (Int) -> FeelValue
    }

    private mutating func source(of iteration: Expression.Iteration) -> Source? {
        let first = value(iteration.source)
        if let end = iteration.end { return counted(first, value(end)) }
        switch first {
        case .list(let items): return Source(count: items.count) { items[$0] }
        case .range(let range):
            guard let start = range.start, let end = range.end,
                let all = counted(start, end)
            else { return nil }
            let from = range.includesStart ? 0 : 1
            let count = max(0, all.count - from - (range.includesEnd ? 0 : 1))
            return Source(count: count) { all.item($0 + from) }
        case .null: return nil
        default: return Source(count: 1) { _ in first }
        }
    }

    private func counted(_ start: FeelValue, _ end: FeelValue) -> Source? {
        switch (start, end) {
        case (.number, .number):
            guard let from = start.whole, let to = end.whole,
                from.magnitude < 1 << 60, to.magnitude < 1 << 60
            else { return nil }
            let step = from <= to ? 1 : -1
            return Source(count: abs(to - from) + 1) { FeelValue(from + step * $0) }
        case (.date(let from), .date(let to)):
            let first = from.daysSince1970
            let step = from <= to ? 1 : -1
            return Source(count: abs(to.daysSince1970 - first) + 1) {
                .date(FeelDate(daysSince1970: first + step * $0))
            }
        default: return nil
        }
    }
}
