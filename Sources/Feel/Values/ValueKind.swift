extension FeelValue {
    /// Whether the value is of a type; null is of none but `any` and `optional`.
    package func fits(_ type: FeelType) -> Bool {
        switch (type, self) {
        case (.any, _): true
        case (.optional(let type), _): isNull || fits(type)
        case (.nothing, .null), (.boolean, .boolean), (.number, .number), (.string, .string),
            (.date, .date), (.time, .time), (.dateTime, .dateTime),
            (.daysDuration, .daysDuration), (.monthsDuration, .monthsDuration),
            (.function, .function):
            true
        case (.word(let options), .string(let text)): options.contains(text)
        case (.list(let type), .list(let items)):
            type == .any || items.allSatisfy { $0.fits(type) }
        case (.context(let types), .context(let fields)):
            types.allSatisfy { name, type in
                fields[name].map { $0.isNull || $0.fits(type) } ?? type.isOptional
            }
        case (.range(let type), .range(let range)):
            (range.start?.fits(type) ?? true) && (range.end?.fits(type) ?? true)
        default: false
        }
    }

    /// The date, time, date-time or duration that a literal behind `@` stands for.
    init?(at text: String) {
        if let date = DateReader.date(text) {
            self = .date(date)
        } else if text.contains("T"), let moment = DateReader.dateTime(text) {
            self = .dateTime(moment)
        } else if let time = DateReader.time(text) {
            self = .time(time)
        } else if let duration = DateReader.duration(text) {
            self = duration
        } else {
            return nil
        }
    }
}
