/// Rows for a spreadsheet, as an Indonesian one opens them: UTF-8 with its mark, semicolons.
package struct Spreadsheet: Sendable {
    package var rows: [[String]]

    package init(_ rows: [[String]]) { self.rows = rows }

    package var bytes: [UInt8] { Self.mark + rows.flatMap(Self.line) }

    /// What a file begins with.
    package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// One row, for files that are too long to be held.
    package static func line(_ row: [String]) -> [UInt8] {
        line(row.map(harmless), between: ";")
    }

    /// A line of RFC 4180 under a separator: what holds it, a quote or a new line is quoted.
    static func line(_ cells: [String], between separator: Unicode.Scalar) -> [UInt8] {
        let quoted = cells.map { text in
            let isPlain = !text.unicodeScalars.contains {
                $0 == separator || "\"\r\n".unicodeScalars.contains($0)
            }
            return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
        }
        return Array(quoted.joined(separator: String(separator)).utf8) + [0x0D, 0x0A]
    }

    /// A cell that begins like a formula would be run by whoever opens the file.
    ///
    /// The wide forms are what some spreadsheets in East Asia take for the same signs.
    static func harmless(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map {
            "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0)
        }
        return isFormula == true ? "'" + text : text
    }
}
