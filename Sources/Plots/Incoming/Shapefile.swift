/// A zipped Shapefile: its shapes, its table, and the system of its coordinates.
struct Shapefile {
    private(set) var plots: [GivenPlot] = []
    private let shapes: LittleEndian
    private let bytes: [UInt8]
    private let projection: Projection
    private var left = PlotRows.mostPositions

    init(_ archive: inout Archive) throws(PlotRefusal) {
        guard let entry = archive.first(ending: ".shp") else { throw .brokenShapes }
        let stem = String(entry.name.dropLast(4))
        func beside(_ ending: String) -> Archive.Entry? {
            archive.entries.first { $0.name.lowercased() == (stem + ending).lowercased() }
        }
        bytes = try archive.unpack(entry)
        shapes = LittleEndian(bytes)
        var assumed: IncomingFault?
        if let prj = beside(".prj") {
            let text = String(decoding: try archive.unpack(prj), as: UTF8.self)
            projection = try Projection(wkt: text)
        } else {
            guard let box = Self.box(shapes), box.allSatisfy({ $0.magnitude <= 180 }) else {
                throw .noProjection
            }
            projection = .degrees
            assumed = .assumedDegrees
        }
        var table = ShapeTable()
        if let dbf = beside(".dbf") { table = try ShapeTable(try archive.unpack(dbf)) }
        try read(table)
        if let assumed {
            for index in plots.indices { plots[index].faults.append(assumed) }
        }
    }

    /// Where the shapes lie, as the head of the file says.
    private static func box(_ shapes: LittleEndian) -> [Double]? {
        let numbers = [36, 44, 52, 60].compactMap(shapes.double)
        return numbers.count == 4 ? numbers : nil
    }

    private mutating func read(_ table: ShapeTable) throws(PlotRefusal) {
        // The head and the lengths of records begin with their largest byte.
        guard shapes.word(0)?.byteSwapped == 9994 else { throw .brokenShapes }
        var at = 100
        while at + 12 <= bytes.count {
            guard let words = shapes.word(at + 4)?.byteSwapped, words >= 2,
                Int(words) * 2 <= bytes.count - at - 8
            else { throw .brokenShapes }
            guard plots.count < PlotRows.mostRows else { throw .tooLarge }
            let end = at + 8 + Int(words) * 2
            // A deleted row keeps its shape in the file.
            if let attributes = table.row(plots.count) {
                var plot = GivenPlot(attributes: attributes)
                plot.shape = try shape(at: at + 8, until: end)
                if plot.shape == nil { plot.faults.append(IncomingFault.noPlace) }
                plots.append(plot)
            } else {
                plots.append(GivenPlot(faults: [IncomingFault.noPlace]))
            }
            at = end
        }
        guard at == bytes.count else { throw .brokenShapes }
    }

    /// Points, lines and polygons, flat or with heights and measures, which are not used.
    private mutating func shape(at place: Int, until end: Int) throws(PlotRefusal) -> GivenShape? {
        switch shapes.word(place) {
        case 0: return nil
        case 1, 11, 21:
            guard let point = try positions(at: place + 4, count: 1, until: end).first else {
                throw .brokenShapes
            }
            return .point(point, hectares: nil)
        case 3, 13, 23:
            return .walk(try parts(at: place, until: end).flatMap { $0 })
        case 5, 15, 25:
            return .areas(Self.outlines(try parts(at: place, until: end)))
        case _: return nil
        }
    }

    private mutating func parts(at place: Int, until end: Int) throws(PlotRefusal) -> [[Position]] {
        guard let count = shapes.word(place + 36), let points = shapes.word(place + 40),
            Int(count) * 4 <= end - place, Int(points) * 16 <= end - place
        else { throw .brokenShapes }
        var starts: [Int] = []
        for part in 0..<Int(count) {
            guard let start = shapes.word(place + 44 + part * 4), Int(start) <= Int(points),
                Int(start) >= starts.last ?? 0
            else { throw .brokenShapes }
            starts.append(Int(start))
        }
        let first = place + 44 + Int(count) * 4
        var parts: [[Position]] = []
        for (start, stop) in zip(starts, starts.dropFirst() + [Int(points)]) {
            parts.append(try positions(at: first + start * 16, count: stop - start, until: end))
        }
        return parts
    }

    private mutating func positions(
        at place: Int,
        count: Int,
        until end: Int
    ) throws(PlotRefusal) -> [Position] {
        guard place + count * 16 <= end else { throw .brokenShapes }
        left -= count
        guard left >= 0 else { throw .tooLarge }
        var positions: [Position] = []
        for index in 0..<count {
            guard let x = shapes.double(place + index * 16),
                let y = shapes.double(place + index * 16 + 8),
                let position = projection.position(x, y)
            else { throw .brokenShapes }
            positions.append(position)
        }
        return positions
    }

    /// Rings that go round clockwise are areas; the others are holes of the area around them.
    private static func outlines(_ rings: [[Position]]) -> [Outline] {
        let outer = rings.filter { !Measured(of: $0).isCounterclockwise }
        // Programs that write every ring the other way round mean areas all the same.
        guard !outer.isEmpty else { return rings.map { Outline(ring: $0) } }
        var holes: [Int: [[Position]]] = [:]
        for hole in rings where Measured(of: hole).isCounterclockwise {
            let around = outer.indices.first { index in
                guard let place = hole.first else { return false }
                return SideBySide.isInside(place, outer[index])
            }
            holes[around ?? 0, default: []].append(hole)
        }
        return outer.enumerated().map { Outline(ring: $1, holes: holes[$0] ?? []) }
    }
}

/// The table beside the shapes (dBase): fixed columns of text.
struct ShapeTable {
    private struct Column {
        let name: String
        let start: Int
        let length: Int
    }

    private var bytes: [UInt8] = []
    private var columns: [Column] = []
    private var first = 0
    private var length = 0
    private var count = 0

    /// No table: each row is empty.
    init() {}

    init(_ bytes: [UInt8]) throws(PlotRefusal) {
        let reader = LittleEndian(bytes)
        guard let count = reader.word(4), let first = reader.half(8), let length = reader.half(10),
            first >= 33, length >= 1
        else { throw .brokenShapes }
        self.bytes = bytes
        (self.count, self.first, self.length) = (Int(count), Int(first), Int(length))
        var (at, start) = (32, 1)
        while at + 32 <= min(self.first, bytes.count), bytes[at] != 0x0D {
            let size = Int(bytes[at + 16])
            columns.append(
                Column(
                    name: Self.text(bytes[at..<at + 11].prefix { $0 != 0 }),
                    start: start,
                    length: size
                )
            )
            start += size
            at += 32
        }
        guard start <= self.length else { throw .brokenShapes }
    }

    /// The cells of a row; nil where it was deleted.
    func row(_ index: Int) -> [PlotRow.Attribute]? {
        guard index < count, first + (index + 1) * length <= bytes.count else { return [] }
        let at = first + index * length
        guard bytes[at] != UInt8(ascii: "*") else { return nil }
        return columns.map { column in
            let cell = bytes[at + column.start..<at + column.start + column.length]
            return PlotRow.Attribute(column: column.name, text: Self.text(cell))
        }
    }

    /// UTF-8, or what Windows wrote before it.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let body = bytes.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 || $0 == 0 }.reversed()
        return String(validating: body, as: UTF8.self)
            ?? String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
    }
}
