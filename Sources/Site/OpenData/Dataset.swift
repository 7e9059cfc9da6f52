package import Stories

/// One table that everybody may take and use: what it is about, its columns, its rows.
///
/// A feature offers its own; the page that lists them and the files are the same for all.
package struct Dataset: Sendable {
    /// As its address has it: `layanan`.
    package let name: Code
    package let title: Words
    package let purpose: Words
    package let columns: [Column]

    /// The rows as they are now, a value for each column.
    package let rows: @Sendable () async throws -> [[Value]]

    package init(
        _ name: Code,
        _ title: Words,
        _ purpose: Words,
        columns: [Column],
        rows: @escaping @Sendable () async throws -> [[Value]]
    ) {
        self.name = name
        self.title = title
        self.purpose = purpose
        self.columns = columns
        self.rows = rows
    }

    /// A column: its name in the file and what stands in it.
    package struct Column: Sendable {
        package let name: String
        package let meaning: Words

        package init(_ name: String, _ meaning: Words) {
            self.name = name
            self.meaning = meaning
        }
    }

    /// What stands in a cell.
    package enum Value: Hashable, Sendable {
        case text(String)
        case number(Int)

        /// A decimal as it is written everywhere, with a point.
        case decimal(String)
        case nothing

        package init(_ text: String?) { self = text.map { .text($0) } ?? .nothing }
    }
}
