import Stories

/// The same rows as a file for spreadsheets and for programs.
package enum DataFiles {
    /// Commas, RFC 4180: programs of other people read it.
    ///
    /// Reports for officials are semicolons, as an Indonesian spreadsheet opens them.
    package static func csv(_ columns: [String], _ rows: [[Dataset.Value]]) -> [UInt8] {
        let head = columns.map { Dataset.Value.text($0) }
        return ([head] + rows).flatMap { row in
            Array(row.map(cell).joined(separator: ",").utf8) + [0x0D, 0x0A]
        }
    }

    private static func cell(_ value: Dataset.Value) -> String {
        switch value {
        case .number(let number): return String(number)
        case .decimal(let decimal): return decimal
        case .nothing: return ""
        case .text(let text):
            // A cell that begins like a formula would be run by whoever opens the file.
            let isFormula = text.unicodeScalars.first.map {
                "=+-@\t\r\n".unicodeScalars.contains($0)
            }
            let harmless = isFormula == true ? "'" + text : text
            guard harmless.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) })
            else { return harmless }
            return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
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
                "source": .text(installation.name), "licence": .text("CC BY 4.0"),
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
