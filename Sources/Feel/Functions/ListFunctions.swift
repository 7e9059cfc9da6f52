extension Builtins {
    static let listFunctions: [Builtin] =
        overList("count", gives: .fixed(.number), isGathering: false) { FeelValue($0.count) }
        + overList("sum", gives: .item) { sum($0) }
        + overList("mean", gives: .fixed(.number)) { mean($0) }
        + overList("min", gives: .item) { extreme($0, sign: -1) }
        + overList("max", gives: .item) { extreme($0, sign: 1) }
        + overList("product", gives: .fixed(.number)) { items in
            var result = Decimal34.one
            guard !items.isEmpty else { return .null }
            for item in items {
                guard let next = item.number.flatMap(result.multiplied(by:)) else { return .null }
                result = next
            }
            return .number(result)
        }
        + overList("median", gives: .fixed(.number)) { median($0) }
        + overList("stddev", gives: .fixed(.number)) { deviation($0) }
        + overList("mode", gives: .first) { mode($0) }
        + overList("all", gives: .fixed(.boolean)) { items in
            if items.contains(.no) { return .no }
            return items.allSatisfy(\.isTrue) ? .yes : .null
        }
        + overList("any", gives: .fixed(.boolean)) { items in
            if items.contains(.yes) { return .yes }
            return items.allSatisfy { $0 == .no } ? .no : .null
        }

    /// A function of a list, which may also be given item by item.
    private static func overList(
        _ name: String,
        gives result: Builtin.Result,
        isGathering: Bool = true,
        body: @escaping @Sendable ([FeelValue]) -> FeelValue
    ) -> [Builtin] {
        let plain = Builtin(name, [.list()], gives: result) { _, values in
            values[0].items.map(body) ?? .null
        }
        guard isGathering else { return [plain] }
        let gathering = Builtin(name, [.any("n")], gathers: true, gives: result) { _, values in
            values[0].items.map(body) ?? .null
        }
        return [plain, gathering]
    }

    private static func sum(_ items: [FeelValue]) -> FeelValue {
        guard let first = items.first else { return .null }
        var total = first
        if case .number = first {
        } else if case .daysDuration = first {
        } else if case .monthsDuration = first {
        } else {
            return .null
        }
        for item in items.dropFirst() {
            total = Arithmetic.sum(total, item)
            if total.isNull { return .null }
        }
        return total
    }

    private static func mean(_ items: [FeelValue]) -> FeelValue {
        let total = sum(items)
        return total.isNull ? .null : Arithmetic.quotient(total, FeelValue(items.count))
    }

    private static func extreme(_ items: [FeelValue], sign: Int) -> FeelValue {
        guard var best = items.first else { return .null }
        for item in items.dropFirst() {
            guard let order = item.order(to: best) else { return .null }
            if order == sign { best = item }
        }
        return best.order(to: best) == nil ? .null : best
    }

    private static func numbers(_ items: [FeelValue]) -> [Decimal34]? {
        let numbers = items.compactMap(\.number)
        return numbers.count == items.count ? numbers : nil
    }

    private static func median(_ items: [FeelValue]) -> FeelValue {
        guard let numbers = numbers(items)?.sorted(), !numbers.isEmpty else { return .null }
        let middle = numbers.count / 2
        if numbers.count % 2 == 1 { return .number(numbers[middle]) }
        return FeelValue(numbers[middle - 1].adding(numbers[middle])?.divided(by: 2))
    }

    /// The sample's standard deviation.
    private static func deviation(_ items: [FeelValue]) -> FeelValue {
        guard let numbers = numbers(items), numbers.count > 1, let mean = mean(items).number else {
            return .null
        }
        var total = Decimal34.zero
        for number in numbers {
            guard let distance = number.subtracting(mean),
                let next = distance.multiplied(by: distance).flatMap(total.adding)
            else { return .null }
            total = next
        }
        return FeelValue(total.divided(by: Decimal34(numbers.count - 1))?.squareRoot)
    }

    private static func mode(_ items: [FeelValue]) -> FeelValue {
        guard let numbers = numbers(items) else { return .null }
        let counts = Dictionary(grouping: numbers) { $0 }.mapValues(\.count)
        let most = counts.values.max() ?? 0
        return .list(counts.filter { $0.value == most }.keys.sorted().map { .number($0) })
    }
}
