package import Blueprints
import Feel
import Stories

/// Reads rows of a file into records of a register, as a mapping says.
package struct MappedRows: Sendable {
    package let register: Register
    package let mapping: ImportMapping
    private let table: IncomingTable
    private let ground: AnswerGround
    private let villages: VillageNames

    /// By field, the column that fills it.
    private let places: [ID: Int]

    package init(
        _ table: IncomingTable,
        into register: Register,
        by mapping: ImportMapping,
        on ground: AnswerGround,
        villages: VillageNames
    ) {
        (self.table, self.register, self.mapping) = (table, register, mapping)
        (self.ground, self.villages) = (ground, villages)
        var places: [ID: Int] = [:]
        for (id, source) in mapping.sources {
            guard case .columns(let names) = source.origin else { continue }
            places[id] =
                names.lazy.compactMap { ColumnName.place(of: $0, in: table.columns) }.first
        }
        self.places = places
    }

    /// What a row says, or everything that is wrong with it.
    package enum Reading: Hashable, Sendable {
        case says(TypedAnswers)
        case wrong([RowProblem])
    }

    package func read(_ row: IncomingRow) -> Reading {
        var given: [ID: RawAnswer] = [:]
        var problems: [RowProblem] = []
        var spoken: Set<ID> = []
        for field in register.fields {
            guard let source = mapping.sources[field.id] else { continue }
            do throws(UnreadableCell) {
                given[field.id] = try answer(to: field, from: source, in: row)
            } catch {
                problems.append(RowProblem(error.problem, at: field))
                spoken.insert(field.id)
            }
        }
        let aboutPlace = aboutPlace(of: row)
        problems += aboutPlace
        if !aboutPlace.isEmpty {
            // What the file says of the place was told already, and closer to the file.
            spoken.formUnion(mapping.sources.filter { $0.value.origin == .place }.keys)
        }
        let fields = register.fields.filter { !$0.type.isComputed }
        let reading = readForm(fields, checks: [], given: given, on: ground)
        for trouble in reading.problems where !spoken.contains(trouble.question) {
            guard let field = fields.first(where: { $0.id == trouble.question }) else { continue }
            problems.append(RowProblem(trouble.sentence, at: field))
        }
        guard problems.isEmpty else { return .wrong(problems) }
        return .says(reading.answers.settled(for: register.fields, today: ground.today))
    }

    private func answer(
        to field: Question,
        from source: FieldSource,
        in row: IncomingRow
    ) throws(UnreadableCell) -> RawAnswer? {
        let habits = IncomingTable.Habits(
            hasDots: table.habits.hasDots || mapping.hasDots,
            countsDays: table.habits.countsDays
        )
        let reading = CellReading(
            field: field,
            source: source,
            habits: habits,
            villages: villages
        )
        switch source.origin {
        case .columns:
            guard let place = places[field.id] else { return nil }
            return try reading.read(row.cell(place))
        case .fixed(let value): return try reading.read(value)
        case .place: return row.place.flatMap { Self.answer(to: field, from: $0) }
        }
    }

    /// A point fills no boundary, and the middle of a boundary is no point that somebody measured.
    private static func answer(to field: Question, from place: IncomingPlace) -> RawAnswer? {
        switch (field.type, place.shape) {
        case (.point, .point(let text)), (.area, .area(let text)): .text(text)
        case (.decimal, _):
            place.hectares.map { .text($0.replacing(".", with: ",")) }
        case (_, _): nil
        }
    }

    private func aboutPlace(of row: IncomingRow) -> [RowProblem] {
        guard mapping.sources.values.contains(where: { $0.origin == .place }) else { return [] }
        guard row.isTurned, !mapping.isSwapped else { return row.faults }
        return row.faults + [
            RowProblem(
                "Lintang dan bujurnya tertukar. Tekan \"Tukar lintang dan bujur\" di halaman "
                    + "sebelumnya bila memang begitu.",
                "Its latitude and longitude are in each other's place. Press \"Change latitude and "
                    + "longitude\" on the page before if that is so."
            )
        ]
    }
}
