/// Rows for a spreadsheet, as an Indonesian one opens them: UTF-8 with its mark, semicolons.
package struct Spreadsheet: Sendable {
    package var rows: [[String]]

    package init(_ rows: [[String]]) { self.rows = rows }

    package var bytes: [UInt8] { Self.mark + rows.flatMap(Self.line) }

    /// What a file begins with.
    package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// One row, for files that are too long to be held.
    package static func line(_ row: [String]) -> [UInt8] {
        Array(row.map(cell).joined(separator: ";").utf8) + [0x0D, 0x0A]
    }

    /// A cell that begins like a formula would be run by whoever opens the file.
    private static func cell(_ text: String) -> String {
        let harmless =
            text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } == true
            ? "'" + text : text
        guard harmless.unicodeScalars.contains(where: { ";\"\r\n".unicodeScalars.contains($0) })
        else { return harmless }
        return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
    }
}
