extension Builtins {
    static let moreListFunctions: [Builtin] = [
        .plain("list contains", [.list(), .any("element")], gives: .boolean) { values in
            .boolean((values[0].items ?? []).contains { $0.isEqual(to: values[1]) == true })
        },
        Builtin(
            "sublist",
            [.list(), .number("start position"), .number("length").optional],
            gives: .first
        ) {
            sublist($1)
        },
        Builtin("append", [.list(), .any("item")], gathers: true, gives: .fixed(.list(.any))) {
            .list(($1[0].items ?? []) + ($1[1].items ?? []))
        },
        Builtin("concatenate", [.list()], gathers: true, gives: .listOfItems) {
            .list(($1[0].items ?? []).flatMap { $0.items ?? [$0] })
        },
        Builtin("union", [.list()], gathers: true, gives: .listOfItems) {
            .list(distinct(($1[0].items ?? []).flatMap { $0.items ?? [$0] }))
        },
        Builtin("distinct values", [.list()], gives: .first) {
            .list(distinct($1[0].items ?? []))
        },
        Builtin("flatten", [.list()], gives: .fixed(.list(.any))) { .list(flat($1[0])) },
        Builtin("reverse", [.list()], gives: .first) { .list(($1[0].items ?? []).reversed()) },
        Builtin("index of", [.list(), .any("match")], gives: .fixed(.list(.number))) { _, values in
            .list(
                (values[0].items ?? []).enumerated().compactMap { index, item in
                    item.isEqual(to: values[1]) == true ? FeelValue(index + 1) : nil
                }
            )
        },
        Builtin("insert before", [.list(), .number("position"), .any("newItem")], gives: .first) {
            _,
            values in
            edited(values) { items, index in items.insert(values[2], at: index) }
        },
        Builtin("remove", [.list(), .number("position")], gives: .first) {
            edited($1) { items, index in _ = items.remove(at: index) }
        },
        Builtin("list replace", [.list(), .number("position"), .any("newItem")], gives: .first) {
            _,
            values in
            edited(values) { items, index in items[index] = values[2] }
        },
        Builtin(
            "list replace",
            [.list(), .of("match", .function([.any, .any], .boolean)), .any("newItem")],
            gives: .first
        ) { replaced(&$0, $1) },
        Builtin(
            "sort",
            [.list(), .of("precedes", .function([.any, .any], .boolean)).optional],
            gives: .first
        ) {
            sorted(&$0, $1)
        },
        .plain("not", [.any("negand")], gives: .boolean) { FeelValue($0[0].truth.map { !$0 }) },
        .plain("is", [.any("value1"), .any("value2")], gives: .boolean) { values in
            .boolean(isSame(values[0], values[1]))
        },
    ]

    private static func isSame(_ left: FeelValue, _ right: FeelValue) -> Bool {
        switch (left, right) {
        case (.time(let left), .time(let right)):
            left.nanosecondsOfDay == right.nanosecondsOfDay
                && (left.zone == right.zone
                    || left.zone?.offsetSeconds == right.zone?.offsetSeconds
                        && left.zone?.offsetSeconds != nil)
        default: left == right
        }
    }

    private static func distinct(_ items: [FeelValue]) -> [FeelValue] {
        var seen: Set<FeelValue> = []
        return items.filter { seen.insert($0).inserted }
    }

    private static func flat(_ value: FeelValue) -> [FeelValue] {
        value.items?.flatMap(flat) ?? [value]
    }

    /// The index that a position of FEEL means: from 1, or from the end when negative.
    static func index(_ position: Int, of count: Int) -> Int? {
        let index = position > 0 ? position - 1 : count + position
        return position != 0 && (0..<count).contains(index) ? index : nil
    }

    private static func sublist(_ values: [FeelValue]) -> FeelValue {
        guard let items = values[0].items, let position = values[1].whole,
            let start = index(position, of: items.count)
        else { return .null }
        guard !values[2].isNull else { return .list(Array(items[start...])) }
        guard let length = values[2].whole, length > 0, length <= items.count - start else {
            return .null
        }
        return .list(Array(items[start..<start + length]))
    }

    private static func edited(
        _ values: [FeelValue],
        _ edit: (inout [FeelValue], Int) -> Void
    ) -> FeelValue {
        guard var items = values[0].items, let position = values[1].whole,
            let index = index(position, of: items.count)
        else { return .null }
        edit(&items, index)
        return .list(items)
    }

    private static func replaced(
        _ evaluation: inout Evaluation,
        _ values: [FeelValue]
    ) -> FeelValue {
        guard let items = values[0].items, let match = values[1].function else { return .null }
        var result: [FeelValue] = []
        for item in items {
            guard let isMatch = evaluation.call(match, [item, values[2]]).truth else {
                return .null
            }
            result.append(isMatch ? values[2] : item)
        }
        return .list(result)
    }

    /// A merge sort, stable, and safe with a function that contradicts itself.
    private static func sorted(
        _ evaluation: inout Evaluation,
        _ values: [FeelValue]
    ) -> FeelValue {
        guard var items = values[0].items else { return .null }
        let precedes = values[1].function
        var width = 1
        while width < items.count {
            var merged: [FeelValue] = []
            var start = 0
            while start < items.count {
                let middle = min(start + width, items.count)
                let end = min(start + 2 * width, items.count)
                var (left, right) = (start, middle)
                while left < middle, right < end {
                    let isRightFirst: Bool
                    if let precedes {
                        isRightFirst =
                            evaluation.call(precedes, [items[right], items[left]]).isTrue
                    } else {
                        guard let order = items[right].order(to: items[left]) else { return .null }
                        isRightFirst = order < 0
                    }
                    merged.append(items[isRightFirst ? right : left])
                    if isRightFirst { right += 1 } else { left += 1 }
                }
                merged += items[left..<middle] + items[right..<end]
                start = end
            }
            items = merged
            width *= 2
        }
        return .list(items)
    }
}
