import Stories

/// The same rows as a file for spreadsheets and for programs.
package enum DataFiles {
    /// Commas, RFC 4180: programs of other people read it.
    ///
    /// Reports for officials are semicolons, as an Indonesian spreadsheet opens them.
    package static func csv(_ columns: [String], _ rows: [[Dataset.Value]]) -> [UInt8] {
        ([columns.map { Dataset.Value.text($0) }] + rows).flatMap { row in
            Spreadsheet.line(row.map(cell), between: ",")
        }
    }

    private static func cell(_ value: Dataset.Value) -> String {
        switch value {
        case .number(let number): String(number)
        case .decimal(let decimal): decimal
        case .nothing: ""
        case .text(let text): Spreadsheet.harmless(text)
        }
    }

    /// One object for the set: what it is, under which licence, and a row as an object.
    package static func json(
        _ set: Dataset,
        _ rows: [[Dataset.Value]],
        of installation: Installation
    ) throws -> [UInt8] {
        let columns = set.columns.map { column in
            JSONValue.object([
                "name": .text(column.name), "meaning": .text(column.meaning.indonesian),
            ])
        }
        let lines = rows.map { row in
            JSONValue.object(
                Dictionary(uniqueKeysWithValues: zip(set.columns.map(\.name), row.map(json)))
            )
        }
        return try CanonicalJSON.write(
            .object([
                "name": .text(set.name.text), "title": .text(set.title.indonesian),
                "source": .text(installation.regency), "licence": .text("CC BY 4.0"),
                "columns": .list(columns), "rows": .list(lines),
            ])
        )
    }

    private static func json(_ value: Dataset.Value) -> JSONValue {
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .number(Double(number))
        case .decimal(let decimal): Double(decimal).map { .number($0) } ?? .null
        case .nothing: .null
        }
    }
}
