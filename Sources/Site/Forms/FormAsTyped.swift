package import Stories

/// What was typed into a form of officials, and what is to be fixed.
///
/// It reads one value after the other; whatever cannot be read becomes an error beside its field,
/// so that a page shows all of them at once.
package struct FormAsTyped: Sendable {
    package var values: [String: String] = [:]
    package var errors: [String: Words] = [:]

    /// No text of such a form is longer.
    package static let most = 4_000

    package init() {}

    /// Lines of a browser end in "\r\n"; one kind of them is kept, and no control signs.
    package init(_ posted: Posted) {
        for (name, value) in posted.values where values[name] == nil {
            let lines = value.prefix(Self.most)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map { line in String(line.filter { !Self.isControl($0) }).trimmingSpaces }
            values[name] = lines.joined(separator: "\n").trimmingSpaces
        }
    }

    private static func isControl(_ letter: Character) -> Bool {
        letter.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    package subscript(name: String) -> String {
        get { values[name] ?? "" }
        set { values[name] = newValue }
    }

    package var isRight: Bool { errors.isEmpty }

    /// A text that has to be there.
    package mutating func text(_ name: String, missing: Words = .answerMissing) -> String {
        if self[name].isEmpty { errors[name] = missing }
        return self[name]
    }

    /// One of the values that were offered.
    package mutating func choice(_ name: String, of offered: [String]) -> String? {
        if offered.contains(self[name]) { return self[name] }
        errors[name] = .choiceMissing
        return nil
    }

    /// A decimal in thousandths (1,5 is 1500), exactly: no fourth decimal is rounded away.
    package mutating func thousandths(
        _ name: String,
        upTo most: Int64,
        isOptional: Bool = false
    ) -> Int64? {
        if self[name].isEmpty {
            if !isOptional { errors[name] = .answerMissing }
            return nil
        }
        switch NumberInput(self[name]) {
        case .number(let canonical):
            guard let value = Self.thousandths(canonical) else {
                errors[name] = .numberNotUnderstood()
                return nil
            }
            guard (0...most).contains(value) else {
                errors[name] = .atMost("\(most / 1000)")
                return nil
            }
            return value
        case .ambiguous(let thousands, let decimal):
            errors[name] = .numberAmbiguous(thousands: thousands, decimal: decimal)
        case .notUnderstood, .empty: errors[name] = .numberNotUnderstood()
        }
        return nil
    }

    /// Whole rupiah; nothing typed is nothing to pay where that is allowed.
    package mutating func money(_ name: String, isOptional: Bool = false) -> Int64? {
        if self[name].isEmpty, isOptional { return 0 }
        guard case .number(let digits) = NumberInput(money: self[name]), let value = Int64(digits),
            value <= 1_000_000_000_000
        else {
            errors[name] = .moneyNotUnderstood
            return nil
        }
        return value
    }

    /// A whole number between bounds; nil where nothing was typed and nothing has to be.
    package mutating func whole(
        _ name: String,
        _ bounds: ClosedRange<Int>,
        isOptional: Bool = false
    ) -> Int? {
        if self[name].isEmpty, isOptional { return nil }
        guard case .number(let digits) = NumberInput(money: self[name]), let value = Int(digits)
        else {
            errors[name] = .numberNotUnderstood(example: .wholeExample)
            return nil
        }
        guard bounds.contains(value) else {
            errors[name] = .outOfRange(from: "\(bounds.lowerBound)", to: "\(bounds.upperBound)")
            return nil
        }
        return value
    }

    /// The three boxes of a date, which is not after a day where one is given.
    package mutating func day(_ name: String, upTo last: Day? = nil) -> Day? {
        let typed = [self[name + "-tanggal"], self[name + "-bulan"], self[name + "-tahun"]]
        guard typed.contains(where: { !$0.isEmpty }) else {
            errors[name] = .dateMissing
            return nil
        }
        let parts = typed.compactMap { Int($0) }
        guard parts.count == 3, (1900...2200).contains(parts[2]),
            let day = Day(year: parts[2], month: parts[1], day: parts[0])
        else {
            errors[name] = .dateUnreadable
            return nil
        }
        if let last, day > last {
            errors[name] = .dateInFuture
            return nil
        }
        return day
    }

    private static func thousandths(_ canonical: String) -> Int64? {
        let parts = canonical.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts.count <= 2, decimals.count <= 3, let whole = Int64(parts[0]),
            let rest = Int64((decimals + "000").prefix(3)), whole.magnitude < 1_000_000_000_000
        else { return nil }
        return whole < 0 || parts[0].hasPrefix("-") ? whole * 1000 - rest : whole * 1000 + rest
    }
}

/// The fields of such a form, with what was typed and what is to be fixed.
extension FormAsTyped {
    package func field(
        _ name: String,
        _ label: Words,
        hint: Words? = nil,
        isOptional: Bool = false,
        _ control: Control
    ) -> Field {
        Field(name, label, hint: hint, isOptional: isOptional, control)
            .with(error: errors[name])
    }

    package func line(_ name: String, _ label: Words, hint: Words? = nil, isOptional: Bool = false)
        -> Field
    {
        field(
            name,
            label,
            hint: hint,
            isOptional: isOptional,
            .text(TextInput(self[name], most: 300))
        )
    }

    package func long(_ name: String, _ label: Words, hint: Words? = nil) -> Field {
        field(name, label, hint: hint, .longText(self[name], most: Self.most))
    }

    package func decimal(
        _ name: String,
        _ label: Words,
        hint: Words? = nil,
        unit: Words,
        isOptional: Bool = false
    ) -> Field {
        field(name, label, hint: hint, isOptional: isOptional, .decimal(self[name], unit: unit))
    }

    package func money(_ name: String, _ label: Words, hint: Words? = nil, isOptional: Bool = false)
        -> Field
    {
        field(name, label, hint: hint, isOptional: isOptional, .money(self[name]))
    }

    package func date(_ name: String, _ label: Words, hint: Words? = nil) -> Field {
        let typed = DateInput(
            day: self[name + "-tanggal"],
            month: self[name + "-bulan"],
            year: self[name + "-tahun"]
        )
        return field(name, label, hint: hint, .date(typed))
    }

    package func choice(_ name: String, _ label: Words, _ options: [Option], hint: Words? = nil)
        -> Field
    {
        field(name, label, hint: hint, .choice(self[name], options))
    }

    package func pick(_ name: String, _ label: Words, _ options: [Option], isOptional: Bool = false)
        -> Field
    {
        field(name, label, isOptional: isOptional, .pick(self[name], options))
    }
}

extension Words {
    /// A whole number reads alike in both languages.
    fileprivate static let wholeExample = {
        let twelve = "12"
        return Words(twelve)
    }()
}
