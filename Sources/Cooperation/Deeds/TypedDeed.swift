import Office
import Site
import Stories

/// What was typed into a form of cooperation, and what is to be fixed.
struct TypedDeed: Sendable {
    var values: [String: String] = [:]
    var dates: [String: DateInput] = [:]
    var errors: [String: Words] = [:]

    /// No text that an official writes here is longer.
    static let most = 4_000

    init() {}

    init(_ posted: Posted) {
        for (name, value) in posted.values {
            let lines = value.prefix(Self.most)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map { line in String(line.filter { !Self.isControl($0) }).trimmingSpaces }
            values[name] = lines.joined(separator: "\n").trimmingSpaces
        }
        for name in ["tanggal", "mulai", "sampai"] { dates[name] = posted.date(name) }
    }

    init(_ texts: Texts, _ names: [String]) {
        for name in names { values[name] = texts[name] }
    }

    private static func isControl(_ letter: Character) -> Bool {
        letter.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    subscript(name: String) -> String { values[name] ?? "" }

    /// The named texts, as they are sealed.
    func texts(_ names: [String]) -> Texts {
        var texts = Texts()
        for name in names { texts[name] = self[name] }
        return texts
    }

    mutating func set(_ name: String, _ day: Day?) {
        guard let (year, month, day) = day?.parts else { return }
        dates[name] = DateInput(day: "\(day)", month: "\(month)", year: "\(year)")
    }

    func day(_ name: String) throws(CooperationRefusal) -> Day {
        let input = dates[name] ?? DateInput()
        let typed = [input.day, input.month, input.year].compactMap { Int($0.trimmingSpaces) }
        guard typed.count == 3, (1990...2200).contains(typed[2]),
            let day = Day(year: typed[2], month: typed[1], day: typed[0])
        else { throw .dateUnreadable }
        return day
    }

    func money(_ name: String) throws(CooperationRefusal) -> Int {
        guard case .number(let digits) = NumberInput(money: self[name]), let value = Int(digits),
            value <= 1_000_000_000_000_000
        else { throw .amountUnreadable }
        return value
    }

    func flag(_ name: String) throws(CooperationRefusal) -> Bool {
        switch self[name] {
        case "ya": true
        case "tidak": false
        case _: throw .nothingTicked
        }
    }

    var unit: Code? { self["unit"].isEmpty ? nil : Code(self["unit"]) }
}

/// The fields of these forms, with what was typed and what is to be fixed.
extension TypedDeed {
    func line(
        _ name: String,
        _ label: Words,
        hint: Words? = nil,
        isOptional: Bool = false
    ) -> Field {
        field(name, label, hint, isOptional, .text(TextInput(self[name], most: 300)))
    }

    func long(
        _ name: String,
        _ label: Words,
        hint: Words? = nil,
        isOptional: Bool = false
    ) -> Field {
        field(name, label, hint, isOptional, .longText(self[name], most: Self.most))
    }

    func money(_ name: String, _ label: Words) -> Field {
        field(name, label, nil, false, .money(self[name]))
    }

    func date(_ name: String, _ label: Words, hint: Words? = nil) -> Field {
        field(name, label, hint, false, .date(dates[name] ?? DateInput()))
    }

    func yesNo(_ name: String, _ label: Words, hint: Words? = nil) -> Field {
        let chosen = ["ya": true, "tidak": false][self[name]]
        return field(name, label, hint, false, .yesNo(chosen))
    }

    func choice(_ name: String, _ label: Words, _ options: [Option]) -> Field {
        field(name, label, nil, false, .choice(self[name], options))
    }

    func pick(_ name: String, _ label: Words, _ options: [Option], isOptional: Bool = false)
        -> Field
    {
        field(name, label, nil, isOptional, .pick(self[name], options))
    }

    func unit(_ regency: RegencyNow) -> Field {
        let units = regency.office.units.map { Option($0.id.text, Words($0.name)) }
        let none = Option("", Words("Belum ditentukan", "Not decided yet"))
        return pick("unit", .responsibleUnit, [none] + units, isOptional: true)
    }

    func paper() -> Field {
        field("berkas", .evidenceFile, .evidenceFileHint, true, .file(FileInput(.any)))
    }

    func reason(_ hint: Words? = nil, isOptional: Bool = false) -> Field {
        long("alasan", .reasonOfCorrection, hint: hint, isOptional: isOptional)
    }

    private func field(
        _ name: String,
        _ label: Words,
        _ hint: Words?,
        _ isOptional: Bool,
        _ control: Control
    ) -> Field {
        Field(name, label, hint: hint, isOptional: isOptional, control)
            .with(error: errors[name])
    }
}
