extension Builtins {
    static let dateFunctions: [Builtin] = [
        .plain("date", [.of("from", .string, .date, .dateTime)], gives: .date) { values in
            switch values[0] {
            case .string(let text): FeelValue(DateReader.date(text))
            case .dateTime(let moment): .date(moment.date)
            case .date: values[0]
            default: .null
            }
        },
        .plain("date", [.number("year"), .number("month"), .number("day")], gives: .date) {
            values in
            guard let year = values[0].whole, let month = values[1].whole,
                let day = values[2].whole
            else { return .null }
            return FeelValue(FeelDate(year: year, month: month, day: day))
        },
        .plain("time", [.of("from", .string, .time, .dateTime, .date)], gives: .time) { values in
            switch values[0] {
            case .string(let text): DateReader.time(text).map(FeelValue.time) ?? .null
            case .dateTime(let moment): .time(moment.time)
            case .date: .time(FeelTime.midnight.at(.utc))
            case .time: values[0]
            default: .null
            }
        },
        .plain(
            "time",
            [
                .number("hour"), .number("minute"), .number("second"),
                .of("offset", .daysDuration).optional,
            ],
            gives: .time
        ) { time($0) },
        .plain("date and time", [.of("from", .string, .dateTime, .date)], gives: .dateTime) {
            values in
            switch values[0] {
            case .string(let text): DateReader.dateTime(text).map(FeelValue.dateTime) ?? .null
            case .date(let date): .dateTime(date.start)
            case .dateTime: values[0]
            default: .null
            }
        },
        .plain(
            "date and time",
            [.of("date", .date, .dateTime), .of("time", .time)],
            gives: .dateTime
        ) { values in
            guard case .time(let time) = values[1], let date = day(values[0]) else { return .null }
            return .dateTime(FeelDateTime(date: date, time: time))
        },
        .plain("duration", [.of("from", .string, .daysDuration, .monthsDuration)], gives: .any) {
            values in
            values[0].text.map { DateReader.duration($0) ?? .null } ?? values[0]
        },
        .plain(
            "years and months duration",
            [.of("from", .date, .dateTime), .of("to", .date, .dateTime)],
            gives: .monthsDuration
        ) { values in
            guard let from = day(values[0]), let to = day(values[1]) else { return .null }
            return .monthsDuration(FeelMonths(months: from.months(to: to)))
        },
        .plain(
            "years between",
            [.of("from", .date, .dateTime), .of("to", .date, .dateTime)],
            gives: .number
        ) { values in
            guard let from = day(values[0]), let to = day(values[1]) else { return .null }
            return FeelValue(from.years(to: to))
        },
        .plain(
            "months between",
            [.of("from", .date, .dateTime), .of("to", .date, .dateTime)],
            gives: .number
        ) { values in
            guard let from = day(values[0]), let to = day(values[1]) else { return .null }
            return FeelValue(from.months(to: to))
        },
        .plain(
            "days between",
            [.of("from", .date, .dateTime), .of("to", .date, .dateTime)],
            gives: .number
        ) { values in
            guard let from = day(values[0]), let to = day(values[1]) else { return .null }
            return FeelValue(to.daysSince1970 - from.daysSince1970)
        },
    ]

    private static func time(_ values: [FeelValue]) -> FeelValue {
        guard let hour = values[0].whole, let minute = values[1].whole,
            let seconds = values[2].number, !seconds.isNegative,
            let second = seconds.rounded(to: 0, .floor).whole,
            let fraction = seconds.subtracting(Decimal34(second))?.scaled(by: 9),
            let nanosecond = fraction.rounded(to: 0, .down).whole
        else { return .null }
        var zone: FeelZone?
        if case .daysDuration(let offset) = values[3] {
            zone = .offset(seconds: Int(offset.nanoseconds / 1_000_000_000))
        }
        return FeelTime(
            hour: hour,
            minute: minute,
            second: second,
            nanosecond: nanosecond,
            zone: zone
        ).map(FeelValue.time) ?? .null
    }

    static func day(_ value: FeelValue) -> FeelDate? {
        switch value {
        case .date(let date): date
        case .dateTime(let moment): moment.date
        default: nil
        }
    }

    static let datePartFunctions: [Builtin] = [
        part("day of year", gives: .number) { FeelValue($0.dayOfYear) },
        part("day of week", gives: .string) { .string(weekdays[$0.weekday - 1]) },
        part("month of year", gives: .string) { .string(months[$0.month - 1]) },
        part("week of year", gives: .number) { FeelValue($0.weekOfYear) },
        part("year of", gives: .number) { FeelValue($0.year) },
        part("month of", gives: .number) { FeelValue($0.month) },
        part("day of", gives: .number) { FeelValue($0.day) },
        // What day it is must be handed in: a rule that looks at a clock cannot be repeated.
        .plain("today", [], gives: .optional(.date)) { _ in .null },
        .plain("now", [], gives: .optional(.dateTime)) { _ in .null },
    ]

    private static func part(
        _ name: String,
        gives type: FeelType,
        body: @escaping @Sendable (FeelDate) -> FeelValue
    ) -> Builtin {
        .plain(name, [.of("date", .date, .dateTime)], gives: type) { values in
            day(values[0]).map(body) ?? .null
        }
    }

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}
