import Site
import Stories

/// What was typed into a form about a replication, and what is to be fixed.
struct TypedForm: Sendable {
    var values: [String: String] = [:]
    var date = DateInput()
    var errors: [String: Words] = [:]

    /// No text of a dossier is longer.
    static let most = 4_000

    init() {}

    /// Lines of a browser end in "\r\n"; one kind of them is kept.
    init(_ posted: Posted) {
        for (name, value) in posted.values {
            let lines = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            let text = lines.map { Self.tidy($0) }.joined(separator: "\n").trimmingSpaces
            values[name] = text
            if text.count > Self.most { errors[name] = Words(ComparisonRefusal.tooLong) }
        }
        date = posted.date("tanggal")
    }

    private static func tidy(_ line: some StringProtocol) -> String {
        String(
            line.filter { letter in
                !letter.unicodeScalars.contains { $0.properties.generalCategory == .control }
            }
        ).trimmingSpaces
    }

    subscript(name: String) -> String { values[name] ?? "" }

    /// A whole number; nil where nothing was typed.
    mutating func whole(_ name: String, _ bounds: ClosedRange<Int>, else refusal: ComparisonRefusal)
        -> Int?
    {
        guard !self[name].isEmpty else { return nil }
        if case .number(let digits) = NumberInput(money: self[name]), let number = Int(digits),
            bounds.contains(number)
        {
            return number
        }
        errors[name] = Words(refusal)
        return nil
    }

    /// An index of satisfaction in hundredths; nil where nothing was typed.
    mutating func index(_ name: String) -> Int? {
        guard !self[name].isEmpty else { return nil }
        if case .number(let text) = NumberInput(self[name]) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let rest = parts.count == 2 ? String((parts[1] + "00").prefix(2)) : "00"
            if parts.count <= 2, parts.count == 1 || parts[1].count <= 2,
                let whole = Int(parts[0]), let hundredths = Int(rest),
                (2500...10_000).contains(whole * 100 + hundredths)
            {
                return whole * 100 + hundredths
            }
        }
        errors[name] = Words(ComparisonRefusal.indexUnreadable)
        return nil
    }

    /// The date, which is not to be after today.
    mutating func day(upTo today: Day) -> Day? {
        let typed = [date.day, date.month, date.year].compactMap { Int($0.trimmingSpaces) }
        guard typed.count == 3, (1990...2200).contains(typed[2]),
            let day = Day(year: typed[2], month: typed[1], day: typed[0])
        else {
            errors["tanggal"] = Words(ComparisonRefusal.dateUnreadable)
            return nil
        }
        guard day <= today else {
            errors["tanggal"] = Words(ComparisonRefusal.dayInFuture)
            return nil
        }
        return day
    }

    func line(_ name: String, _ label: Words, hint: Words? = nil, isOptional: Bool = true)
        -> Field
    {
        Field(
            name,
            label,
            hint: hint,
            isOptional: isOptional,
            .text(TextInput(self[name], most: 300))
        ).with(error: errors[name])
    }

    func whole(_ name: String, _ label: Words) -> Field {
        Field(name, label, isOptional: true, .text(TextInput(self[name], .whole, most: 20)))
            .with(error: errors[name])
    }

    func long(_ name: String, _ label: Words, hint: Words? = nil) -> Field {
        Field(name, label, hint: hint, isOptional: true, .longText(self[name], most: Self.most))
            .with(error: errors[name])
    }
}
