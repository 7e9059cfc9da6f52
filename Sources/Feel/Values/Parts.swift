/// The parts that a day, time, duration or range has behind a dot.
enum Parts {
    static func part(_ name: String, of value: FeelValue) -> FeelValue {
        switch value {
        case .date(let date): part(name, of: date)
        case .time(let time): part(name, of: time)
        case .dateTime(let moment):
            part(name, of: moment.date).isNull
                ? part(name, of: moment.time) : part(name, of: moment.date)
        case .daysDuration(let days): part(name, of: days)
        case .monthsDuration(let months):
            switch name {
            case "years": FeelValue(months.months / 12)
            case "months": FeelValue(months.months % 12)
            default: .null
            }
        case .range(let range):
            switch name {
            case "start": range.start ?? .null
            case "end": range.end ?? .null
            case "start included": .boolean(range.includesStart)
            case "end included": .boolean(range.includesEnd)
            default: .null
            }
        default: .null
        }
    }

    /// The names and types of the parts of a type.
    static func types(of type: FeelType) -> [String: FeelType] {
        let day: [String: FeelType] = [
            "year": .number, "month": .number, "day": .number, "weekday": .number,
        ]
        let clock: [String: FeelType] = [
            "hour": .number, "minute": .number, "second": .number,
            "time offset": .optional(.daysDuration), "timezone": .optional(.string),
        ]
        return switch type {
        case .date: day
        case .time: clock
        case .dateTime: day.merging(clock) { $1 }
        case .daysDuration:
            ["days": .number, "hours": .number, "minutes": .number, "seconds": .number]
        case .monthsDuration: ["years": .number, "months": .number]
        case .range(let item):
            [
                "start": .optional(item), "end": .optional(item), "start included": .boolean,
                "end included": .boolean,
            ]
        default: [:]
        }
    }

    private static func part(_ name: String, of date: FeelDate) -> FeelValue {
        switch name {
        case "year": FeelValue(date.year)
        case "month": FeelValue(date.month)
        case "day": FeelValue(date.day)
        case "weekday": FeelValue(date.weekday)
        default: .null
        }
    }

    private static func part(_ name: String, of time: FeelTime) -> FeelValue {
        switch name {
        case "hour": return FeelValue(time.hour)
        case "minute": return FeelValue(time.minute)
        case "second":
            return FeelValue(
                Decimal34(
                    coefficient: UInt128(time.second * 1_000_000_000 + time.nanosecond),
                    exponent: -9
                )
            )
        case "time offset":
            guard let seconds = time.zone?.offsetSeconds else { return .null }
            return .daysDuration(FeelDays(nanoseconds: Int128(seconds) * 1_000_000_000))
        case "timezone":
            guard case .named(let name) = time.zone else { return .null }
            return .string(name)
        default: return .null
        }
    }

    private static func part(_ name: String, of duration: FeelDays) -> FeelValue {
        let seconds = duration.nanoseconds / 1_000_000_000
        switch name {
        case "days": return FeelValue(duration.days)
        case "hours": return FeelValue(Int(seconds / 3600 % 24))
        case "minutes": return FeelValue(Int(seconds / 60 % 60))
        case "seconds":
            let rest = duration.nanoseconds % 60_000_000_000
            return FeelValue(
                Decimal34(coefficient: rest.magnitude, exponent: -9, isNegative: rest < 0)
            )
        default: return .null
        }
    }
}

extension TypeName {
    var type: FeelType {
        switch self {
        case .plain(let type): type
        case .list(let item): .list(item.type)
        case .range(let item): .range(item.type)
        case .context(let fields): .context(fields.mapValues(\.type))
        case .function: .function([], .any)
        case .unknown: .any
        }
    }

    /// FEEL's `instance of`: null is an instance of nothing but `Null`.
    func holds(_ value: FeelValue) -> Bool? {
        switch self {
        case .unknown: nil
        case .plain(.any): !value.isNull
        case .plain(.nothing): value.isNull
        default: value.fits(type)
        }
    }
}
