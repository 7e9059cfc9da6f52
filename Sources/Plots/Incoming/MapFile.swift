/// A file of Google Earth (KML) or of a GPS device (GPX).
struct MapFile {
    private(set) var form: PlotRows.Form
    private(set) var plots: [GivenPlot] = []

    init(_ bytes: [UInt8]) throws(PlotRefusal) {
        var events = try XMLEvents(bytes)
        guard case .start(let root, _)? = try events.next() else { throw .unknownForm }
        switch root {
        case "kml":
            form = .kml
            var kml = KMLReader(events)
            try kml.read()
            plots = kml.plots
        case "gpx":
            form = .gpx
            var gpx = GPXReader(events)
            try gpx.read()
            plots = gpx.given
        case _: throw .unknownForm
        }
    }
}

/// Reads the placemarks of a KML file: polygons, points, and lines that were walked.
private struct KMLReader {
    private var events: XMLEvents
    private(set) var plots: [GivenPlot] = []
    private var plot: GivenPlot?
    private var path: [String] = []
    private var content = ""

    /// The name of a value of the extended data that is being read.
    private var column: String?

    /// The polygon that is being read.
    private var rings: [[Position]] = []
    private var outlines: [Outline] = []
    private var left = PlotRows.mostPositions

    init(_ events: XMLEvents) { self.events = events }

    mutating func read() throws(PlotRefusal) {
        while let event = try events.next() {
            switch event {
            case .start(let name, let attributes): start(name, attributes)
            case .text(let text): content += text
            case .end(let name):
                try end(name)
                if !path.isEmpty { path.removeLast() }
                content = ""
            }
        }
    }

    private mutating func start(_ name: String, _ attributes: [String: String]) {
        path.append(name)
        content = ""
        switch name {
        case "Placemark":
            plot = GivenPlot()
            outlines = []
        case "Polygon": rings = []
        case "Data", "SimpleData": column = attributes["name"]
        case _: break
        }
    }

    private mutating func end(_ name: String) throws(PlotRefusal) {
        guard plot != nil else { return }
        switch name {
        case "name", "description":
            if path.dropLast().last == "Placemark" { add(name, content) }
        case "value", "SimpleData":
            if let column { add(column, content) }
        case "coordinates": take(try places(content))
        case "Polygon":
            if let outer = rings.first {
                outlines.append(Outline(ring: outer, holes: Array(rings.dropFirst())))
            }
        case "Placemark": try close()
        case _: break
        }
    }

    private mutating func add(_ column: String, _ text: String) {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        plot?.attributes.append(PlotRow.Attribute(column: column, text: trimmed))
    }

    private mutating func take(_ places: [Position]) {
        if path.contains("innerBoundaryIs") {
            if !rings.isEmpty { rings.append(places) }
        } else if path.contains("Polygon") {
            rings.insert(places, at: 0)
        } else if path.contains("Point"), let place = places.first {
            if plot?.shape == nil { plot?.shape = .point(place, hectares: nil) }
        } else {
            plot?.shape = .walk(places)
        }
    }

    private mutating func close() throws(PlotRefusal) {
        guard var done = plot else { return }
        plot = nil
        // An area says more than the label or the line that stands beside it.
        if !outlines.isEmpty { done.shape = .areas(outlines) }
        if done.shape == nil { done.faults.append(IncomingFault.noPlace) }
        guard plots.count < PlotRows.mostRows else { throw .tooLarge }
        plots.append(done)
    }

    /// `103.5,-4.2,0 103.6,-4.2,0`: longitude first.
    private mutating func places(_ text: String) throws(PlotRefusal) -> [Position] {
        var places: [Position] = []
        for group in text.split(whereSeparator: \.isWhitespace) {
            let numbers = group.split(separator: ",").prefix(2).map { Array($0.utf8) }
            guard numbers.count == 2, let longitude = WrittenDegrees(numbers[0][...]),
                let latitude = WrittenDegrees(numbers[1][...])
            else {
                plot?.faults.append(IncomingFault.unreadable(column: "coordinates"))
                return []
            }
            places.append(Position(longitude: longitude.rounded, latitude: latitude.rounded))
        }
        left -= places.count
        guard left >= 0 else { throw .tooLarge }
        return places
    }
}

/// Reads the tracks and routes of a GPX file; where there are none, its waypoints.
private struct GPXReader {
    private var events: XMLEvents
    private var plots: [GivenPlot] = []
    private var waypoints: [(name: String, place: Position)] = []
    private var walk: [Position] = []
    private var attributes: [PlotRow.Attribute] = []
    private var path: [String] = []
    private var content = ""
    private var left = PlotRows.mostPositions

    init(_ events: XMLEvents) { self.events = events }

    /// Waypoints alone are the corners of one plot, if there are three at least.
    var given: [GivenPlot] {
        guard plots.isEmpty else { return plots }
        if waypoints.count >= 3 {
            return [
                GivenPlot(
                    shape: .areas([Outline(ring: waypoints.map(\.place))]),
                    faults: [IncomingFault.fromWaypoints]
                )
            ]
        }
        return waypoints.map { name, place in
            GivenPlot(
                attributes: [PlotRow.Attribute(column: "name", text: name)],
                shape: .point(place, hectares: nil)
            )
        }
    }

    mutating func read() throws(PlotRefusal) {
        while let event = try events.next() {
            switch event {
            case .start(let name, let attributes):
                path.append(name)
                content = ""
                try start(name, attributes)
            case .text(let text): content += text
            case .end(let name):
                end(name)
                if !path.isEmpty { path.removeLast() }
                content = ""
            }
        }
    }

    private mutating func start(
        _ name: String,
        _ attributes: [String: String]
    ) throws(PlotRefusal) {
        switch name {
        case "trk", "rte":
            walk = []
            self.attributes = []
        case "trkpt", "rtept", "wpt":
            guard let place = Self.place(attributes) else { throw .brokenXML(line: events.line) }
            left -= 1
            guard left >= 0 else { throw .tooLarge }
            if name == "wpt" { waypoints.append(("", place)) } else { walk.append(place) }
        case _: break
        }
    }

    private mutating func end(_ name: String) {
        let parent = path.dropLast().last
        switch name {
        case "name", "desc", "cmt":
            if parent == "trk" || parent == "rte" {
                attributes.append(PlotRow.Attribute(column: name, text: content))
            } else if parent == "wpt", name == "name", !waypoints.isEmpty {
                waypoints[waypoints.count - 1].name = content
            }
        case "trk", "rte":
            guard !walk.isEmpty, plots.count < PlotRows.mostRows else { return }
            plots.append(GivenPlot(attributes: attributes, shape: .walk(walk)))
        case _: break
        }
    }

    private static func place(_ attributes: [String: String]) -> Position? {
        guard let longitude = attributes["lon"].flatMap(WrittenDegrees.init(text:)),
            let latitude = attributes["lat"].flatMap(WrittenDegrees.init(text:))
        else { return nil }
        return Position(longitude: longitude.rounded, latitude: latitude.rounded)
    }
}
