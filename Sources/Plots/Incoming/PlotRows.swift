/// What a file from elsewhere says of one plot: its columns, and where it lies.
package struct PlotRow: Hashable, Sendable {
    package struct Attribute: Hashable, Sendable {
        package let column: String
        package let text: String
    }

    /// From 1: the feature, placemark, track, record or row of the table.
    package let number: Int

    /// In the order of the file.
    package let attributes: [Attribute]

    /// Closed, without repeated corners and with six decimals; nil where there is none.
    package let boundary: Boundary?

    /// Whether latitude and longitude changed places, so that it lies in Indonesia.
    package let isTurned: Bool

    /// What is wrong with it; with an error among them the boundary is only good for a drawing.
    package let problems: [PlotFinding]

    package subscript(column: String) -> String? {
        attributes.first { $0.column == column }?.text
    }

    package var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// The plots of a file that somebody has: from a phone, a mapping program or a survey.
///
/// Attributes stay text by the name of their column: what they mean is decided by whoever imports
/// them. Boundaries are brought to WGS 84, and checked as in a file for the EU.
package struct PlotRows: Hashable, Sendable {
    package enum Form: String, Hashable, Sendable, CaseIterable {
        case geoJSON = "GeoJSON"
        case kml = "KML"
        case kmz = "KMZ"
        case gpx = "GPX"
        case shapefile = "Shapefile"
        case spreadsheet = "XLSX"
        case table = "CSV"
    }

    package let form: Form
    package let rows: [PlotRow]

    /// What concerns the file as a whole.
    package let problems: [PlotFinding]

    /// Whether every place had its latitude first, so that all were turned.
    package let areAxesSwapped: Bool

    /// So many plots are read of one file.
    package static let mostRows = 100_000
    static let mostPositions = 2_000_000

    /// Reads a file by what is in it; its name is not asked.
    package init(reading bytes: [UInt8]) throws(PlotRefusal) {
        if Archive.isArchive(bytes) {
            self = try Self.unpacked(bytes)
            return
        }
        switch bytes.first(where: { ![0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D, 0x09].contains($0) }) {
        case UInt8(ascii: "{"): self.init(geoJSON: bytes)
        case UInt8(ascii: "<"):
            let given = try MapFile(bytes)
            self.init(given.form, given.plots)
        case _: throw .unknownForm
        }
        guard !rows.isEmpty || !problems.isEmpty else { throw .noPlots }
    }

    private static func unpacked(_ bytes: [UInt8]) throws(PlotRefusal) -> PlotRows {
        var archive = try Archive(bytes)
        if archive.named("xl/workbook.xml") != nil {
            return PlotRows(table: try Spreadsheet(bytes).rows, form: .spreadsheet)
        }
        if let entry = archive.first(ending: ".kml") {
            let given = try MapFile(try archive.unpack(entry))
            return PlotRows(.kmz, given.plots)
        }
        if archive.first(ending: ".shp") != nil {
            return PlotRows(.shapefile, try Shapefile(&archive).plots)
        }
        throw .unknownForm
    }

    private init(geoJSON bytes: [UInt8]) {
        let check = PlotFileCheck(bytes, telling: .max)
        form = .geoJSON
        areAxesSwapped = check.areAxesSwapped
        problems = check.findings.filter { $0.feature == nil }
        let problemsOf = Dictionary(grouping: check.findings) { $0.feature ?? 0 }
        let features = check.reader?.features ?? []
        rows = zip(check.plots, features).prefix(Self.mostRows).map { plot, feature in
            PlotRow(
                number: plot.number,
                attributes: check.reader?.text.attributes(of: feature) ?? [],
                boundary: plot.boundary,
                isTurned: check.areAxesSwapped,
                problems: (problemsOf[plot.number] ?? []).filter { !$0.isMendedInRows }
            )
        }
    }

    /// From shapes as a file gives them: turned if all are swapped, closed, and checked.
    init(_ form: Form, _ given: [GivenPlot], problems: [PlotFinding] = []) {
        let positions = given.lazy.compactMap(\.shape).flatMap(\.positions)
        let isSwapped = FeatureCheck.isSwapped(positions)
        let plane = Plane()
        self.form = form
        areAxesSwapped = isSwapped
        var all = problems
        if isSwapped { all.append(PlotFinding(FeatureFault.swapped(everywhere: true))) }
        self.problems = all
        rows = given.enumerated().map { index, plot in
            let name = FeatureName(number: index + 1, name: plot.name)
            let turned = isSwapped ? plot.shape?.swapped : plot.shape
            let checked = turned.map { CheckedShape($0, named: name, on: plane) }
            return PlotRow(
                number: index + 1,
                attributes: plot.attributes,
                boundary: checked?.boundary,
                isTurned: plot.isTurned != isSwapped,
                problems: plot.faults.map { PlotFinding($0, in: name) } + (checked?.problems ?? [])
            )
        }
    }
}

extension PlotFinding {
    /// What is mended while a row is read: nobody has to do anything about it.
    var isMendedInRows: Bool { repair != nil && repair != .swapAxes }
}

extension JSONText {
    /// The properties of a feature as text; what is no text stands as JSON writes it.
    func attributes(of feature: ReadFeature) -> [PlotRow.Attribute] {
        feature.properties.map { member in
            let raw = bytes[member.value..<member.end]
            let text = text(at: member.value) ?? String(decoding: raw, as: UTF8.self)
            let isNull = kind(at: member.value) == .null
            return PlotRow.Attribute(column: member.name, text: isNull ? "" : text)
        }
    }
}

/// A plot as a file gives it, before anything is checked.
struct GivenPlot {
    var attributes: [PlotRow.Attribute] = []
    var shape: GivenShape?
    var isTurned = false
    var faults: [any PlotFault] = []

    var name: String? {
        let wanted = ["productionplace", "name", "nama", "kode", "desc", "petani"]
        let found = wanted.lazy.compactMap { name in
            attributes.first { $0.column.lowercased() == name && !$0.text.isEmpty }
        }
        return found.first.map { String($0.text.prefix(80)) }
    }
}

/// Where a file says that a plot lies.
enum GivenShape: Hashable {
    case point(Position, hectares: Double?)

    /// Rings as they stand; the holes of each behind its outer ring.
    case areas([Outline])

    /// A walk around a plot, which need not end where it began.
    case walk([Position])

    var positions: [Position] {
        switch self {
        case .point(let place, _): [place]
        case .areas(let outlines): outlines.flatMap { $0.ring + $0.holes.joined() }
        case .walk(let places): places
        }
    }

    var swapped: GivenShape {
        switch self {
        case .point(let place, let hectares): .point(place.swapped, hectares: hectares)
        case .areas(let outlines): .areas(outlines.map(\.swapped))
        case .walk(let places): .walk(places.map(\.swapped))
        }
    }
}

/// What became of a shape that was given.
private struct CheckedShape {
    let boundary: Boundary?
    private(set) var problems: [PlotFinding] = []

    /// A walk is closed for its walker if its ends are no farther from each other than this part of
    /// the whole way; what is farther was no walk around a plot, or one that was broken off.
    private static let widestGap = 0.1

    init(_ shape: GivenShape, named name: FeatureName, on plane: Plane) {
        var faults: [(any PlotFault, Position?)] = []
        let places = shape.positions
        if let lost = places.first(where: { !$0.isOnEarth }) {
            faults.append((FeatureFault.notOnEarth, lost))
        } else if let far = places.first(where: { !PositionBox.indonesia.contains($0) }) {
            faults.append((FeatureFault.outsideIndonesia, far))
        }
        switch shape {
        case .point(let place, let hectares):
            boundary = .point(place, hectares: hectares)
            if let hectares, hectares > PropertyCheck.mostOfPoint {
                faults.append((PropertyFault.pointTooLarge, nil))
            }
        case .walk(let places):
            if let gap = Self.gap(in: places) { faults.append((gap, places.last)) }
            boundary = Self.boundary([Outline(ring: places)], on: plane, noting: &faults)
        case .areas(let outlines):
            boundary = Self.boundary(outlines, on: plane, noting: &faults)
        }
        problems = faults.map { PlotFinding($0.0, in: name, on: $0.1) }
            .filter { !$0.isMendedInRows }
    }

    private static func gap(in places: [Position]) -> IncomingFault? {
        guard let first = places.first, let last = places.last else { return nil }
        let gap = Measured.metres(from: last, to: first)
        let whole = Measured(of: places).perimeter
        return gap > widestGap * whole ? .wideGap(metres: Int(gap.rounded())) : nil
    }

    private static func boundary(
        _ outlines: [Outline],
        on plane: Plane,
        noting faults: inout [(any PlotFault, Position?)]
    ) -> Boundary? {
        let mended = outlines.map { outline in
            let check = RingCheck(outline.ring, on: plane)
            faults += check.found.map { ($0.fault, $0.place) }
            faults += outline.holes.map { (RingFault.hole, $0.first) }
            let isTurned = check.found.contains { $0.fault.repair == .turnRing }
            return Outline(
                ring: isTurned ? check.ring.reversed() : check.ring,
                holes: outline.holes.map(RingCheck.mended)
            )
        }
        guard let first = mended.first else { return nil }
        return mended.count == 1 ? .polygon(first) : .multipolygon(mended)
    }
}
