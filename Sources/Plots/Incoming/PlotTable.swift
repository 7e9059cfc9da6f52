extension PlotRows {
    /// From the rows of a table whose first one names the columns.
    ///
    /// The place stands in one column as text, or in two as numbers; whichever column holds places
    /// in most of its cells is taken, so that nobody has to name it.
    package init(table: [[String]], form: Form = .table) {
        guard let head = table.first else {
            self.init(form, [])
            return
        }
        var cells = table.dropFirst()[...]
        var problems: [PlotFinding] = []
        if cells.count > Self.mostRows {
            problems.append(PlotFinding(IncomingFault.tooManyRows(Self.mostRows)))
            cells = cells.prefix(Self.mostRows)
        }
        let columns = PlaceColumns(head, cells)
        let area = head.firstIndex(where: PlaceColumns.isArea)
        let given = cells.map { row in
            var plot = GivenPlot()
            plot.attributes = zip(head, row).map { PlotRow.Attribute(column: $0, text: $1) }
            let hectares = area.flatMap { row.indices.contains($0) ? row[$0] : nil }
                .flatMap(HectaresAsText.init)?.hectares
            columns.read(row, of: head, sized: hectares, into: &plot)
            return plot
        }
        self.init(form, given, problems: problems)
    }
}

/// The columns of a table that say where a plot lies.
private enum PlaceColumns {
    case text(Int)
    case pair(latitude: Int, longitude: Int)
    case none

    /// As many rows are looked at to find them.
    private static let sample = 200

    init(_ head: [String], _ rows: ArraySlice<[String]>) {
        let sampled = rows.prefix(Self.sample)
        func places(in column: Int) -> Int {
            sampled.count { row in
                row.indices.contains(column) && GeometryText.shape(row[column]) != nil
            }
        }
        let counts = head.indices.map { (column: $0, count: places(in: $0)) }
        // A boundary says more than a point, and stands in the longer text.
        let best = counts.filter { $0.count > 0 }.max { one, other in
            (one.count, Self.length(one.column, sampled), -one.column)
                < (other.count, Self.length(other.column, sampled), -other.column)
        }
        let latitude = head.firstIndex { Self.isNamed($0, ["latitude", "lintang", "lat"]) }
        let longitude = head.firstIndex {
            Self.isNamed($0, ["longitude", "bujur", "lon", "lng", "long"])
        }
        if let best, best.column != latitude, best.column != longitude {
            self = .text(best.column)
        } else if let latitude, let longitude {
            self = .pair(latitude: latitude, longitude: longitude)
        } else {
            self = .none
        }
    }

    private static func length(_ column: Int, _ rows: ArraySlice<[String]>) -> Int {
        rows.reduce(0) { $0 + ($1.indices.contains(column) ? $1[column].utf8.count : 0) }
    }

    /// `lintang`, or `_lokasi_latitude` as Kobo names it.
    private static func isNamed(_ name: String, _ words: [String]) -> Bool {
        let plain = name.lowercased()
        return words.contains { plain == $0 || plain.hasSuffix("_\($0)") }
    }

    static func isArea(_ name: String) -> Bool {
        let plain = name.lowercased().filter { $0.isLetter }
        return ["area", "luas", "luasha", "luashektar", "luashektare", "hektar", "areaha"]
            .contains(plain)
    }

    func read(
        _ row: [String],
        of head: [String],
        sized hectares: Double?,
        into plot: inout GivenPlot
    ) {
        func cell(_ column: Int) -> String {
            row.indices.contains(column) ? row[column] : ""
        }
        switch self {
        case .none: plot.faults.append(IncomingFault.noPlace)
        case .text(let column):
            if let read = GeometryText.read(cell(column)) {
                (plot.shape, plot.isTurned) = (read.shape, read.isTurned)
            }
            if plot.shape == nil, cell(column).contains(where: { !$0.isWhitespace }) {
                plot.faults.append(IncomingFault.unreadable(column: head[column]))
            } else if plot.shape == nil {
                plot.faults.append(IncomingFault.noPlace)
            }
        case .pair(let latitude, let longitude):
            if let y = WrittenDegrees(text: cell(latitude)),
                let x = WrittenDegrees(text: cell(longitude))
            {
                let place = Position(longitude: x.rounded, latitude: y.rounded)
                plot.shape = .point(place, hectares: nil)
            } else {
                let isEmpty = cell(latitude).isEmpty && cell(longitude).isEmpty
                plot.faults.append(
                    isEmpty ? IncomingFault.noPlace : .unreadable(column: head[latitude])
                )
            }
        }
        if case .point(let place, _)? = plot.shape {
            plot.shape = .point(place, hectares: hectares)
        }
    }
}
