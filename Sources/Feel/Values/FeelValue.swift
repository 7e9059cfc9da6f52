/// A value of the rule language.
///
/// `null` is FEEL's answer to everything that is absent or makes no sense: rules never throw.
package indirect enum FeelValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(Decimal34)
    case string(String)
    case date(FeelDate)
    case time(FeelTime)
    case dateTime(FeelDateTime)
    case daysDuration(FeelDays)
    case monthsDuration(FeelMonths)
    case list([FeelValue])
    case context([String: FeelValue])
    case range(FeelRange)
    case function(FeelFunction)
}

/// Everything between two ends, of which one may be missing.
package struct FeelRange: Hashable, Sendable {
    package let start: FeelValue?
    package let end: FeelValue?
    package let includesStart: Bool
    package let includesEnd: Bool

    package init(
        from start: FeelValue?,
        to end: FeelValue?,
        includesStart: Bool = true,
        includesEnd: Bool = true
    ) {
        self.start = start
        self.end = end
        self.includesStart = includesStart
        self.includesEnd = includesEnd
    }
}

extension FeelValue {
    package static let yes = FeelValue.boolean(true)
    package static let no = FeelValue.boolean(false)

    package init(_ truth: Bool?) { self = truth.map(FeelValue.boolean) ?? .null }
    package init(_ number: Decimal34?) { self = number.map(FeelValue.number) ?? .null }
    package init(_ text: String?) { self = text.map(FeelValue.string) ?? .null }
    package init(_ whole: Int) { self = .number(Decimal34(whole)) }
    init(_ date: FeelDate?) { self = date.map(FeelValue.date) ?? .null }

    package var isNull: Bool { self == .null }

    /// Whether this is `true`, and not only "not false".
    package var isTrue: Bool {
        if case .boolean(true) = self { true } else { false }
    }

    package var truth: Bool? {
        if case .boolean(let truth) = self { truth } else { nil }
    }

    package var number: Decimal34? {
        if case .number(let number) = self { number } else { nil }
    }

    package var whole: Int? { number?.whole }

    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var items: [FeelValue]? {
        if case .list(let items) = self { items } else { nil }
    }

    package var fields: [String: FeelValue]? {
        if case .context(let fields) = self { fields } else { nil }
    }

    var function: FeelFunction? {
        if case .function(let function) = self { function } else { nil }
    }
}
