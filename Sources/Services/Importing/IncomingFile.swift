import Blueprints
import Plots
import Registers
import Stories

/// Reads the file that somebody brings, in whatever of the usual forms it is.
enum IncomingFile {
    static let mostBytes = 8_000_000
    static let mostRows = 5_000

    static var mostMegabytes: Int { mostBytes / 1_000_000 }

    /// A boundary of a thousand corners fits into one cell.
    private static let longestCell = 100_000

    static func table(_ bytes: [UInt8]) throws -> IncomingTable {
        guard bytes.count <= mostBytes else {
            throw RegisterRefusal.fileTooLarge(most: mostMegabytes)
        }
        let table = try drawn(bytes) ?? separated(bytes)
        guard !table.rows.isEmpty, !table.columns.isEmpty || table.hasPlaces else {
            throw RegisterRefusal.fileEmpty
        }
        guard table.rows.count <= mostRows else {
            throw RegisterRefusal.tooManyRows(most: mostRows)
        }
        return table
    }

    /// A file that says of itself what it is; nil for a table of separated values.
    private static func drawn(_ bytes: [UInt8]) throws(PlotRefusal) -> IncomingTable? {
        do throws(PlotRefusal) {
            return IncomingTable(try PlotRows(reading: bytes))
        } catch {
            if error == .unknownForm { return nil }
            throw error
        }
    }

    /// A table of separated values, as sheets and form programs save it.
    private static func separated(_ bytes: [UInt8]) -> IncomingTable {
        var reading = SeparatedRows(TextOfFile(bytes).text, longestCell: longestCell)
        guard let head = reading.next()?.cells else { return IncomingTable(columns: [], rows: []) }
        // One more than may be, so that too many are told.
        let rows = Array(reading.prefix(mostRows + 1))
        let places = PlotRows(table: [head] + rows.map { $0.cells.map(bare) })
        return IncomingTable(
            columns: head.map(IncomingTable.heading),
            rows: zip(rows, places.rows).map { row, plot in
                var faults = plot.ofPlace
                if row.isUnclosed {
                    faults.append(
                        RowProblem(
                            "Ada tanda kutip yang dibuka tetapi tidak ditutup.",
                            "A quotation mark opens and never closes."
                        )
                    )
                }
                return IncomingRow(
                    number: row.line,
                    cells: row.cells,
                    place: plot.place,
                    isTurned: plot.isTurned,
                    faults: faults
                )
            },
            habits: IncomingTable.Habits(hasDots: head.contains(where: marksOfForms.contains))
        )
    }

    /// Headings that Kobo and ODK write and no person does.
    private static let marksOfForms: Set<String> = [
        "_uuid", "_submission_time", "meta/instanceID", "KEY", "_id",
    ]

    /// A sheet puts an apostrophe before what begins like a formula: before southern latitudes.
    private static func bare(_ cell: String) -> String {
        guard cell.first == "'", let next = cell.dropFirst().first, "=+-@".contains(next) else {
            return cell
        }
        return String(cell.dropFirst())
    }
}

extension IncomingTable {
    /// A heading on one line, as a file of the blueprint can say it.
    fileprivate static func heading(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let plain = words.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String(String.UnicodeScalarView(plain)).prefix(200))
    }

    /// The rows of any other form; each may have columns of its own.
    fileprivate init(_ file: PlotRows) {
        let isSheet = file.form == .spreadsheet
        var columns: [String] = []
        var known: Set<String> = []
        for attribute in file.rows.lazy.flatMap(\.attributes)
        where known.insert(attribute.column).inserted {
            columns.append(attribute.column)
        }
        self.init(
            columns: columns.map(Self.heading),
            rows: file.rows.map { row in
                IncomingRow(
                    number: isSheet ? row.number + 1 : row.number,
                    cells: columns.map { row[$0] ?? "" },
                    place: row.place,
                    isTurned: row.isTurned,
                    faults: row.ofPlace
                )
            },
            habits: Habits(hasDots: true, countsDays: isSheet)
        )
    }
}

extension PlotRow {
    /// Where it lies, in the words of a form; nil where that is more than one field can hold.
    fileprivate var place: IncomingPlace? {
        switch boundary {
        case nil, .multipolygon: nil
        case .point(let place, let hectares):
            IncomingPlace(.point(place.typed), hectares: hectares.map(Self.typed))
        case .polygon(let outline):
            IncomingPlace(
                .area(outline.ring.dropLast().map(\.typed).joined(separator: ";")),
                hectares: boundary?.hectares.map(Self.typed)
            )
        }
    }

    /// What is wrong with its place; that it has none is no fault where none is asked for.
    fileprivate var ofPlace: [RowProblem] {
        var problems = self.problems.filter {
            $0.severity == .error && $0.code != "no-place" && !(isTurned && $0.repair == .swapAxes)
        }.map { RowProblem($0.sentence, $0.sentenceInEnglish) }
        if case .multipolygon = boundary {
            problems.append(
                RowProblem(
                    "Batasnya terdiri atas beberapa bagian. Pecah menjadi satu baris satu bagian.",
                    "Its boundary has several parts. Make each part a row."
                )
            )
        }
        return problems
    }

    /// Hectares with four decimals: square metres.
    private static func typed(_ hectares: Double) -> String {
        let metres = Int((hectares * 10_000).rounded())
        let rest = String(metres % 10_000)
        return "\(metres / 10_000).\(String(repeating: "0", count: 4 - rest.count))\(rest)"
    }
}

extension Position {
    /// Latitude first, as forms have it.
    fileprivate var typed: String { "\(Self.text(latitude)),\(Self.text(longitude))" }
}
