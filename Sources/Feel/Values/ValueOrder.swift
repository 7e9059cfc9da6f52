// FEEL compares only what is of one kind; everything else is null, here nil.

extension FeelValue {
    /// FEEL's `=`: nil when the two are of different kinds, and true of two nulls.
    package func isEqual(to other: FeelValue) -> Bool? {
        switch (self, other) {
        case (.null, .null): true
        case (.null, _), (_, .null): false
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.boolean(let left), .boolean(let right)): left == right
        case (.date(let left), .date(let right)): left == right
        case (.time(let left), .time(let right)): FeelValue.areEqual(left, right)
        case (.dateTime(let left), .dateTime(let right)):
            left == right || FeelValue.areEqual(left, right)
        case (.daysDuration(let left), .daysDuration(let right)): left == right
        case (.monthsDuration(let left), .monthsDuration(let right)): left == right
        case (.daysDuration(let left), .monthsDuration(let right)),
            (.monthsDuration(let right), .daysDuration(let left)):
            // Of the two kinds of duration only nothing is as long as nothing.
            left.nanoseconds == 0 && right.months == 0 ? true : nil
        case (.list(let left), .list(let right)):
            left.count == right.count
                && zip(left, right).allSatisfy { $0.isEqual(to: $1) == true }
        case (.context(let left), .context(let right)):
            left.count == right.count
                && left.allSatisfy { name, value in
                    right[name].map { value.isEqual(to: $0) == true } ?? false
                }
        case (.range(let left), .range(let right)): left == right
        case (.function(let left), .function(let right)): left == right
        default: nil
        }
    }

    private static func areEqual(_ left: FeelTime, _ right: FeelTime) -> Bool {
        if left == right { return true }
        guard let one = left.zone?.offsetSeconds, let other = right.zone?.offsetSeconds else {
            return false
        }
        return left.nanosecondsOfDay - Int128(one) * 1_000_000_000
            == right.nanosecondsOfDay - Int128(other) * 1_000_000_000
    }

    private static func areEqual(_ left: FeelDateTime, _ right: FeelDateTime) -> Bool {
        guard left.time.zone?.offsetSeconds != nil, right.time.zone?.offsetSeconds != nil else {
            return false
        }
        return left.instant == right.instant
    }

    /// Less, same or more (-1, 0, 1); nil when the two have no order.
    package func order(to other: FeelValue) -> Int? {
        switch (self, other) {
        case (.number(let left), .number(let right)): FeelValue.order(left, right)
        case (.string(let left), .string(let right)): FeelValue.textOrder(left, right)
        case (.date(let left), .date(let right)): FeelValue.order(left, right)
        case (.time(let left), .time(let right)):
            FeelValue.haveSameKindOfZone(left.zone, right.zone)
                ? FeelValue.order(left.instant, right.instant) : nil
        case (.dateTime(let left), .dateTime(let right)):
            FeelValue.haveSameKindOfZone(left.time.zone, right.time.zone)
                ? FeelValue.order(left.instant, right.instant) : nil
        case (.date(let left), .dateTime(let right)):
            FeelValue.order(left.start.instant, right.instant)
        case (.dateTime(let left), .date(let right)):
            FeelValue.order(left.instant, right.start.instant)
        case (.daysDuration(let left), .daysDuration(let right)): FeelValue.order(left, right)
        case (.monthsDuration(let left), .monthsDuration(let right)):
            FeelValue.order(left, right)
        default: nil
        }
    }

    private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left < right ? -1 : left == right ? 0 : 1
    }

    /// By Unicode scalars, so that the order is the same everywhere.
    private static func textOrder(_ left: String, _ right: String) -> Int {
        if left == right { return 0 }
        return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? -1 : 1
    }

    private static func haveSameKindOfZone(_ left: FeelZone?, _ right: FeelZone?) -> Bool {
        (left == nil) == (right == nil)
    }

    /// FEEL's `in` for a value and something to be in: a range, a list or an equal value.
    func isIn(_ place: FeelValue) -> Bool? {
        switch place {
        case .range(let range):
            if case .range = self, isEqual(to: place) == true { return true }
            return range.contains(self)
        case .list(let items):
            if case .list = self, isEqual(to: place) == true { return true }
            return items.contains { isIn($0) == true }
        default: return isEqual(to: place)
        }
    }
}

extension FeelRange {
    /// Whether a value lies in this range; nil when it cannot be compared with the ends.
    package func contains(_ value: FeelValue) -> Bool? {
        guard start != nil || end != nil else { return nil }
        var result = true
        if let start {
            guard let order = value.order(to: start) else { return nil }
            result = order > 0 || (order == 0 && includesStart)
        }
        if let end {
            guard let order = value.order(to: end) else { return nil }
            result = result && (order < 0 || (order == 0 && includesEnd))
        }
        return result
    }
}

extension FeelDate {
    /// Midnight of this day, in UTC, as FEEL compares a day with a moment.
    var start: FeelDateTime { FeelDateTime(date: self, time: FeelTime.midnight.at(.utc)) }
}
