import Blueprints
import Registers
import Site

/// Which column fills which field, as a form: one list a field, and what a list cannot say below it.
struct MappingForm: Sendable {
    let table: IncomingTable
    let register: Register
    private(set) var mapping: ImportMapping
    private(set) var errors: [String: Site.Words] = [:]

    /// Fields for which somebody chose a fixed value that is still to be typed.
    private var fixed: Set<Blueprints.ID> = []

    init(_ table: IncomingTable, into register: Register, by mapping: ImportMapping) {
        (self.table, self.register, self.mapping) = (table, register, mapping)
    }

    /// What a list sends besides the number of a column.
    private enum Choice {
        static let nothing = ""
        static let place = "peta"
        static let fixed = "tetap"
        static let column = "k"
        static let option = "="
    }

    private var asked: [Question] { register.fields.filter(\.canBeMapped) }

    // MARK: Reading

    mutating func take(_ posted: Posted) {
        for field in asked {
            let old = mapping.sources[field.id]
            let said = posted["k-\(field.id)"] ?? Choice.nothing
            mapping.sources[field.id] = origin(said, of: field, posted).map { origin in
                FieldSource(origin, unit: unit(of: field, posted), words: old?.words ?? [:])
            }
            let isFilled = mapping.sources[field.id] != nil
            if said == Choice.fixed, !isFilled {
                fixed.insert(field.id)
                errors["t-\(field.id)"] = .answerMissing
            } else if !isFilled, !field.isOptional, field.when == nil {
                errors["k-\(field.id)"] = .chooseSource
            }
        }
    }

    private func origin(
        _ said: String,
        of field: Question,
        _ posted: Posted
    ) -> FieldSource.Origin? {
        switch said {
        case Choice.place: return field.takesPlace && table.hasPlaces ? .place : nil
        case Choice.fixed:
            let text = FormAsTyped(posted)["t-\(field.id)"].prefix(300)
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return text.isEmpty ? nil : .fixed(text)
        case _ where said.hasPrefix(Choice.option):
            let word = String(said.dropFirst())
            return options(of: field).contains { $0.value == said } ? .fixed(word) : nil
        case _:
            guard said.hasPrefix(Choice.column), let place = Int(said.dropFirst()),
                table.columns.indices.contains(place)
            else { return nil }
            return .columns([table.columns[place]])
        }
    }

    private func unit(of field: Question, _ posted: Posted) -> String? {
        guard case .decimal(let wanted, _) = field.type, let said = posted["s-\(field.id)"],
            UnitOfFile.kin(of: wanted).contains(said), said != wanted
        else { return nil }
        return said
    }

    // MARK: Showing

    var fields: [Field] { asked.flatMap { shown($0) } }

    private func shown(_ field: Question) -> [Field] {
        let source = mapping.sources[field.id]
        var list = Field(
            "k-\(field.id)",
            Words(field.ask),
            hint: example(of: source),
            isOptional: field.isOptional,
            .pick(chosen(source, of: field), choices(of: field))
        )
        list.error = errors[list.name]
        var shown = [list]
        if fixed.contains(field.id) || isTyped(source, of: field) {
            var text = ""
            if case .fixed(let value)? = source?.origin { text = value }
            shown.append(
                Field("t-\(field.id)", .fixedValueOf(field.ask), .text(TextInput(text, most: 300)))
                    .with(error: errors["t-\(field.id)"])
            )
        }
        if case .decimal(let wanted, _) = field.type, UnitOfFile.kin(of: wanted).count > 1 {
            let units = UnitOfFile.kin(of: wanted).map { Option($0, .unitOfFile($0)) }
            shown.append(
                Field("s-\(field.id)", .unitIn(field.ask), .pick(source?.unit ?? wanted, units))
            )
        }
        return shown
    }

    private func isTyped(_ source: FieldSource?, of field: Question) -> Bool {
        guard case .fixed(let value)? = source?.origin else { return false }
        return !options(of: field).contains { $0.value == Choice.option + value }
    }

    /// The first cell of a column with something in it.
    private func example(of source: FieldSource?) -> Site.Words? {
        guard let place = column(of: source),
            let cell = table.rows.lazy.map({ $0.cell(place) }).first(where: { !$0.isEmpty })
        else { return nil }
        return .exampleOfColumn(String(cell.prefix(60)))
    }

    private func column(of source: FieldSource?) -> Int? {
        guard case .columns(let names)? = source?.origin else { return nil }
        return names.lazy.compactMap { ColumnName.place(of: $0, in: table.columns) }.first
    }

    private func chosen(_ source: FieldSource?, of field: Question) -> String {
        if fixed.contains(field.id) { return Choice.fixed }
        return switch source?.origin {
        case nil: Choice.nothing
        case .place: Choice.place
        case .fixed(let value):
            isTyped(source, of: field) ? Choice.fixed : Choice.option + value
        case .columns: column(of: source).map { "\(Choice.column)\($0)" } ?? Choice.nothing
        }
    }

    private func choices(of field: Question) -> [Option] {
        var choices = [Option(Choice.nothing, field.isOptional ? .leftEmpty : .chooseOne)]
        if field.takesPlace, table.hasPlaces {
            choices.append(Option(Choice.place, .fromPlace))
        }
        let isPlace = field.type == .point || field.type == .area
        if !isPlace {
            choices += table.columns.enumerated().compactMap { place, heading in
                isOffered(heading, for: field)
                    ? Option("\(Choice.column)\(place)", Words(heading)) : nil
            }
        }
        let options = options(of: field)
        choices += options
        if options.isEmpty, !isPlace { choices.append(Option(Choice.fixed, .fixedValue)) }
        return choices
    }

    /// What form programs write of themselves (`_uuid`, `meta/instanceID`) fills nothing; a mapping
    /// may name it all the same.
    private func isOffered(_ heading: String, for field: Question) -> Bool {
        if heading.isEmpty { return false }
        let isOfProgram = heading.hasPrefix("_") || heading.hasPrefix("meta/")
        guard isOfProgram, case .columns(let names)? = mapping.sources[field.id]?.origin else {
            return !isOfProgram
        }
        return names.contains(heading)
    }

    /// What may stand in every row alike, where that is one of a few words.
    private func options(of field: Question) -> [Option] {
        switch field.type {
        case .choice(let options), .choices(let options, _):
            options.map { Option(Choice.option + $0.id.text, .always(Words($0.label))) }
        case .yesNo:
            [("ya", Site.Words.yes), ("tidak", .no)].map {
                Option(Choice.option + $0, .always($1))
            }
        case .text, .longText, .name, .whole, .decimal, .money, .date, .phone, .email, .nik, .nib,
            .village, .point, .area, .photo, .file, .person, .group, .computed:
            []
        }
    }
}
