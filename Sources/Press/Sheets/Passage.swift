/// One piece of what a sheet says: words that are already filled in.
package enum Passage: Sendable, Equatable {
    /// Running text, justified; a newline in it begins a new line.
    case paragraph(String)
    /// One centred bold line, such as "MENERANGKAN" or "MEMUTUSKAN".
    case centred(String)
    case heading(String)
    /// Items counted 1., 2., 3.
    case numbered([String])
    /// "Nama : …", the colons under each other.
    case facts([Fact])
    case table(SheetTable)

    /// A label and its value.
    package struct Fact: Sendable, Equatable {
        package var label: String
        package var value: String

        package init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }
}

/// A ruled table whose head stands again on every page it reaches.
package struct SheetTable: Sendable, Equatable {
    package var head: [String]
    package var rows: [[String]]
    /// Shares of the width, one per column; nil lets the contents decide.
    package var shares: [Double]?
    /// Columns set to the right, as amounts are.
    package var amounts: Set<Int>

    package init(
        head: [String],
        rows: [[String]],
        shares: [Double]? = nil,
        amounts: Set<Int> = []
    ) {
        self.head = head
        self.rows = rows
        self.shares = shares
        self.amounts = amounts
    }
}
