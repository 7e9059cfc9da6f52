/// FEEL's arithmetic over numbers, texts, days, times and durations; null where there is none.
enum Arithmetic {
    /// About three million years: no duration that matters is longer, and no counting overflows.
    private static let longest: Int128 = 100_000_000_000_000_000_000_000_000
    private static let mostMonths = 12_000_000_000

    static func value(_ sign: Operator, _ left: FeelValue, _ right: FeelValue) -> FeelValue {
        switch sign {
        case .plus: return sum(left, right)
        case .minus: return difference(left, right)
        case .times: return product(left, right)
        case .over: return quotient(left, right)
        case .power:
            guard let base = left.number, let power = right.number else { return .null }
            return FeelValue(base.power(power))
        case .equal: return FeelValue(left.isEqual(to: right))
        case .unequal: return FeelValue(left.isEqual(to: right).map { !$0 })
        case .less: return FeelValue(left.order(to: right).map { $0 < 0 })
        case .lessOrEqual: return FeelValue(left.order(to: right).map { $0 <= 0 })
        case .more: return FeelValue(left.order(to: right).map { $0 > 0 })
        case .moreOrEqual: return FeelValue(left.order(to: right).map { $0 >= 0 })
        }
    }

    private static func days(_ nanoseconds: Int128) -> FeelValue {
        abs(nanoseconds) <= longest
            ? .daysDuration(FeelDays(nanoseconds: nanoseconds)) : .null
    }

    private static func months(_ months: Int) -> FeelValue {
        abs(months) <= mostMonths ? .monthsDuration(FeelMonths(months: months)) : .null
    }

    static func sum(_ left: FeelValue, _ right: FeelValue) -> FeelValue {
        switch (left, right) {
        case (.number(let left), .number(let right)): FeelValue(left.adding(right))
        case (.string(let left), .string(let right)): .string(left + right)
        case (.daysDuration(let left), .daysDuration(let right)):
            days(left.nanoseconds + right.nanoseconds)
        case (.monthsDuration(let left), .monthsDuration(let right)):
            months(left.months + right.months)
        case (.date, .monthsDuration(let months)), (.dateTime, .monthsDuration(let months)):
            moved(left, months: months.months)
        case (.monthsDuration(let months), .date), (.monthsDuration(let months), .dateTime):
            moved(right, months: months.months)
        case (.date, .daysDuration(let days)), (.dateTime, .daysDuration(let days)),
            (.time, .daysDuration(let days)):
            moved(left, nanoseconds: days.nanoseconds)
        case (.daysDuration(let days), .date), (.daysDuration(let days), .dateTime),
            (.daysDuration(let days), .time):
            moved(right, nanoseconds: days.nanoseconds)
        default: .null
        }
    }

    private static func moved(_ value: FeelValue, months: Int) -> FeelValue {
        switch value {
        case .date(let date): FeelValue(date.adding(months: months))
        case .dateTime(let moment):
            moment.date.adding(months: months).map {
                .dateTime(FeelDateTime(date: $0, time: moment.time))
            } ?? .null
        default: .null
        }
    }

    private static func moved(_ value: FeelValue, nanoseconds: Int128) -> FeelValue {
        switch value {
        case .date(let date):
            let local = FeelDateTime(date: date, time: .midnight).localNanoseconds + nanoseconds
            return .date(FeelDateTime(localNanoseconds: local, zone: nil).date)
        case .dateTime(let moment):
            let local = moment.localNanoseconds + nanoseconds
            return .dateTime(FeelDateTime(localNanoseconds: local, zone: moment.time.zone))
        case .time(let time):
            return .time(
                FeelTime(nanosecondsOfDay: time.nanosecondsOfDay + nanoseconds, zone: time.zone)
            )
        default: return .null
        }
    }

    static func difference(_ left: FeelValue, _ right: FeelValue) -> FeelValue {
        switch (left, right) {
        case (.number(let left), .number(let right)): FeelValue(left.subtracting(right))
        case (_, .daysDuration(let right)):
            sum(left, .daysDuration(FeelDays(nanoseconds: -right.nanoseconds)))
        case (_, .monthsDuration(let right)):
            sum(left, .monthsDuration(FeelMonths(months: -right.months)))
        case (.date(let left), .date(let right)):
            days(Int128(left.daysSince1970 - right.daysSince1970) * FeelTime.dayNanoseconds)
        case (.date(let left), .dateTime(let right)): between(left.start, right)
        case (.dateTime(let left), .date(let right)): between(left, right.start)
        case (.dateTime(let left), .dateTime(let right)): between(left, right)
        case (.time(let left), .time(let right)):
            (left.zone == nil) == (right.zone == nil)
                ? days(left.instant - right.instant) : .null
        default: .null
        }
    }

    private static func between(_ left: FeelDateTime, _ right: FeelDateTime) -> FeelValue {
        (left.time.zone == nil) == (right.time.zone == nil)
            ? days(left.instant - right.instant) : .null
    }

    static func product(_ left: FeelValue, _ right: FeelValue) -> FeelValue {
        switch (left, right) {
        case (.number(let left), .number(let right)): FeelValue(left.multiplied(by: right))
        case (.daysDuration(let days), .number(let number)),
            (.number(let number), .daysDuration(let days)):
            scaled(days) { $0.multiplied(by: number) }
        case (.monthsDuration(let months), .number(let number)),
            (.number(let number), .monthsDuration(let months)):
            scaled(months) { $0.multiplied(by: number) }
        default: .null
        }
    }

    static func quotient(_ left: FeelValue, _ right: FeelValue) -> FeelValue {
        switch (left, right) {
        case (.number(let left), .number(let right)): FeelValue(left.divided(by: right))
        case (.daysDuration(let days), .number(let number)):
            scaled(days) { $0.divided(by: number) }
        case (.monthsDuration(let months), .number(let number)):
            scaled(months) { $0.divided(by: number) }
        case (.daysDuration(let left), .daysDuration(let right)):
            FeelValue(decimal(left.nanoseconds)?.divided(by: decimal(right.nanoseconds) ?? .zero))
        case (.monthsDuration(let left), .monthsDuration(let right)):
            FeelValue(Decimal34(left.months).divided(by: Decimal34(right.months)))
        default: .null
        }
    }

    private static func decimal(_ number: Int128) -> Decimal34? {
        Decimal34(coefficient: number.magnitude, exponent: 0, isNegative: number < 0)
    }

    private static func scaled(
        _ duration: FeelDays,
        _ scale: (Decimal34) -> Decimal34?
    ) -> FeelValue {
        guard let result = decimal(duration.nanoseconds).flatMap(scale)?.rounded(to: 0, .down),
            result.exponent == 0, result.coefficient <= longest.magnitude
        else { return .null }
        let size = Int128(result.coefficient)
        return .daysDuration(FeelDays(nanoseconds: result.isNegative ? -size : size))
    }

    private static func scaled(
        _ duration: FeelMonths,
        _ scale: (Decimal34) -> Decimal34?
    ) -> FeelValue {
        guard let result = scale(Decimal34(duration.months))?.rounded(to: 0, .down).whole else {
            return .null
        }
        return months(result)
    }

    static func negated(_ value: FeelValue) -> FeelValue {
        switch value {
        case .number(let number): .number(number.negated)
        case .daysDuration(let days):
            .daysDuration(FeelDays(nanoseconds: -days.nanoseconds))
        case .monthsDuration(let months): .monthsDuration(FeelMonths(months: -months.months))
        default: .null
        }
    }
}
