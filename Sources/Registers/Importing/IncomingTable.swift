import Blueprints

/// A file from elsewhere as rows of text, each perhaps with a place on the map.
package struct IncomingTable: Hashable, Sendable {
    /// The headings in the order of the file.
    package let columns: [String]
    package let rows: [IncomingRow]
    package let habits: Habits

    /// What the program that wrote the file does to numbers.
    package struct Habits: Hashable, Sendable {
        /// A dot is always a decimal sign, as programs write it and people do not.
        package let hasDots: Bool

        /// Days are counted from the end of 1899, as sheets keep them.
        package let countsDays: Bool

        package init(hasDots: Bool = false, countsDays: Bool = false) {
            (self.hasDots, self.countsDays) = (hasDots, countsDays)
        }
    }

    package init(columns: [String], rows: [IncomingRow], habits: Habits = Habits()) {
        (self.columns, self.rows, self.habits) = (columns, rows, habits)
    }

    /// Whether any row says where it lies.
    package var hasPlaces: Bool { rows.contains { $0.place != nil } }

    /// How many rows had latitude and longitude in each other's place.
    package var turned: Int { rows.count(where: \.isTurned) }
}

/// One row of such a file.
package struct IncomingRow: Hashable, Sendable {
    /// As the file counts: the line of a table, the number of a placemark.
    package let number: Int

    /// In the order of the columns; what is missing at the end is empty.
    package let cells: [String]
    package let place: IncomingPlace?

    /// Latitude and longitude stood in each other's place.
    package let isTurned: Bool

    /// What is wrong with the place.
    package let faults: [RowProblem]

    package init(
        number: Int,
        cells: [String],
        place: IncomingPlace? = nil,
        isTurned: Bool = false,
        faults: [RowProblem] = []
    ) {
        (self.number, self.cells, self.place) = (number, cells, place)
        (self.isTurned, self.faults) = (isTurned, faults)
    }

    package func cell(_ column: Int) -> String {
        cells.indices.contains(column) ? cells[column] : ""
    }
}

/// Where a row lies, in the words of a form.
package struct IncomingPlace: Hashable, Sendable {
    package let shape: Shape

    /// In hectares, with a point: `1.2345`.
    package let hectares: String?

    package enum Shape: Hashable, Sendable {
        /// `-4.212345,103.512345`
        case point(String)

        /// Corners of the same form, parted by semicolons.
        case area(String)
    }

    package init(_ shape: Shape, hectares: String?) {
        (self.shape, self.hectares) = (shape, hectares)
    }
}

/// What is wrong with a row, for whoever brings the file.
package struct RowProblem: Hashable, Sendable {
    package let indonesian: String
    package let english: String

    package init(_ indonesian: String, _ english: String) {
        (self.indonesian, self.english) = (indonesian, english)
    }

    /// The same, said of one field.
    init(_ sentence: Words, at field: Question) {
        let name = field.ask.text(in: .english).text
        self.init(
            "\(field.ask.indonesian): \(sentence.indonesian).",
            "\(name): \(sentence.text(in: .english).text)."
        )
    }

    init(_ problem: RowProblem, at field: Question) {
        self.init(
            "\(field.ask.indonesian): \(problem.indonesian)",
            "\(field.ask.text(in: .english).text): \(problem.english)"
        )
    }
}
