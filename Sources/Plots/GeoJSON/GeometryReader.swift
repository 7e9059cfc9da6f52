/// Reads one geometry of a file, and notes what is wrong with it.
struct GeometryReader {
    let text: JSONText
    let feature: FeatureName
    var noted: NotedFaults

    /// How many positions may still be read.
    var left: Int

    /// Faults that every position of a feature would repeat are noted once for it.
    private var isAltitudeNoted = false
    private var isTextNoted = false

    init(_ text: JSONText, feature: FeatureName, noted: NotedFaults, left: Int) {
        self.text = text
        self.feature = feature
        self.noted = noted
        self.left = left
    }

    mutating func note(_ fault: any PlotFault, at place: Int) {
        noted.note(fault, at: place, in: feature)
    }

    /// The geometry that begins there; nil where it cannot be read.
    mutating func geometry(at place: Int, isInside: Bool = false) -> ReadGeometry? {
        guard text.kind(at: place) == .object else {
            note(FileFault.memberMissing("geometry"), at: place)
            return nil
        }
        let members = GeoJSONMembers(text.members(of: place))
        members.repeated.forEach { note(FileFault.memberTwice($0.name), at: $0.place) }
        for stray in members.named(["features", "geometry", "properties"]) {
            note(FileFault.memberMisplaced(stray.name), at: stray.place)
        }
        if let box = members["bbox"], !text.isBox(at: box.value) {
            note(FileFault.wrongBox, at: box.place)
        }
        guard let type = members["type"].flatMap({ text.text(at: $0.value) }) else {
            note(FileFault.memberMissing("type"), at: place)
            return nil
        }
        if type == "GeometryCollection" {
            return collection(members, at: place, isInside: isInside)
        }
        guard Self.types.contains(type) else {
            let isLine = ["LineString", "MultiLineString"].contains(type)
            note(isLine ? FeatureFault.line(type) : FileFault.unknownType(type), at: place)
            return nil
        }
        guard let coordinates = members["coordinates"], text.kind(at: coordinates.value) == .list
        else {
            note(FileFault.memberMissing("coordinates"), at: place)
            return nil
        }
        return geometry(type, of: coordinates.value)
    }

    private static let types: Set = ["Point", "MultiPoint", "Polygon", "MultiPolygon"]

    private mutating func geometry(_ type: String, of place: Int) -> ReadGeometry? {
        switch type {
        case "Point": return point(at: place).map(ReadGeometry.point)
        case "MultiPoint": return row(at: place).map(ReadGeometry.points)
        case "Polygon": return polygon(at: place).map(ReadGeometry.polygon)
        case _:
            var polygons: [[Vertices]?] = []
            text.forEachItem(of: place) { item in
                polygons.append(polygon(at: item))
                return left > 0 ? .on : .enough
            }
            return whole(polygons, at: place).map(ReadGeometry.polygons)
        }
    }

    private mutating func collection(
        _ members: GeoJSONMembers,
        at place: Int,
        isInside: Bool
    ) -> ReadGeometry? {
        if isInside { note(FeatureFault.nestedCollection, at: place) }
        guard let list = members["geometries"], text.kind(at: list.value) == .list else {
            note(FileFault.memberMissing("geometries"), at: place)
            return nil
        }
        var parts: [ReadGeometry?] = []
        text.forEachItem(of: list.value) { item in
            parts.append(geometry(at: item, isInside: true))
            return left > 0 ? .on : .enough
        }
        return whole(parts, at: list.value).map(ReadGeometry.collection)
    }

    /// All of the parts, if there are any and each could be read.
    private mutating func whole<Part>(_ parts: [Part?], at place: Int) -> [Part]? {
        if parts.isEmpty { note(FeatureFault.brokenCoordinates, at: place) }
        let read = parts.compactMap { $0 }
        return read.isEmpty || read.count < parts.count ? nil : read
    }

    private mutating func polygon(at place: Int) -> [Vertices]? {
        guard text.kind(at: place) == .list else {
            note(FeatureFault.brokenCoordinates, at: place)
            return nil
        }
        var rings: [Vertices?] = []
        text.forEachItem(of: place) { item in
            rings.append(row(at: item))
            return left > 0 ? .on : .enough
        }
        return whole(rings, at: place)
    }

    /// A point: `[longitude, latitude]`, or that in one more pair of brackets.
    private mutating func point(at place: Int) -> Vertices? {
        var first: Int?
        var count = 0
        text.forEachItem(of: place) { item in
            first = first ?? item
            count += 1
            return count < 2 ? .on : .enough
        }
        if let first, count == 1, text.kind(at: first) == .list {
            note(FeatureFault.nestedPoint, at: place)
            return row(at: place)
        }
        var vertices = Vertices(at: place)
        return take(place, into: &vertices) == nil ? nil : vertices
    }

    /// The positions of a list; nil where one of them is none.
    private mutating func row(at place: Int) -> Vertices? {
        guard text.kind(at: place) == .list else {
            note(FeatureFault.brokenCoordinates, at: place)
            return nil
        }
        var vertices = Vertices(at: place)
        var isWhole = true
        text.forEachItem(of: place) { item in
            guard left > 0, let end = take(item, into: &vertices) else {
                isWhole = false
                return .enough
            }
            return .over(end)
        }
        if isWhole, vertices.rounded.isEmpty {
            note(FeatureFault.brokenCoordinates, at: place)
            return nil
        }
        return isWhole ? vertices : nil
    }

    /// Reads one position; the byte behind it, or nil where it is none.
    private mutating func take(_ place: Int, into vertices: inout Vertices) -> Int? {
        left -= 1
        var scan = JSONScan(text.bytes)
        scan.at = place
        guard scan.next == UInt8(ascii: "[") else {
            note(FeatureFault.brokenCoordinates, at: place)
            return nil
        }
        scan.at += 1
        var (numbers, isBroken): ([WrittenDegrees], Bool) = ([], false)
        var count = 0
        scan.skipSpace()
        while let byte = scan.next, byte != UInt8(ascii: "]") {
            let start = scan.at
            do { try scan.skipValue() } catch { return nil }
            count += 1
            if let number = number(at: start, until: scan.at) {
                if numbers.count < 2 { numbers.append(number) }
            } else {
                isBroken = true
            }
            scan.skipSpace()
            if scan.next == UInt8(ascii: ",") { scan.at += 1 }
            scan.skipSpace()
        }
        guard !isBroken, numbers.count == 2 else {
            note(FeatureFault.brokenCoordinates, at: place)
            return nil
        }
        if count > 2, !isAltitudeNoted {
            isAltitudeNoted = true
            note(FeatureFault.altitude, at: place)
        }
        vertices.append(numbers[0], numbers[1])
        return scan.at + 1
    }

    private mutating func number(at place: Int, until end: Int) -> WrittenDegrees? {
        switch text.kind(at: place) {
        case .number: return WrittenDegrees(text.bytes[place..<end])
        case .text:
            guard let number = text.text(at: place).flatMap(WrittenDegrees.init(text:)) else {
                return nil
            }
            if !isTextNoted { note(FeatureFault.textCoordinate, at: place) }
            isTextNoted = true
            return number
        case .object, .list, .flag, .null: return nil
        }
    }
}

/// The members of an object by name; of a name that stands twice, the last.
struct GeoJSONMembers {
    let all: [JSONMember]

    /// Those whose name stood before.
    let repeated: [JSONMember]
    private let places: [String: Int]

    init(_ all: [JSONMember]) {
        self.all = all
        var (places, repeated): ([String: Int], [JSONMember]) = ([:], [])
        for (index, member) in all.enumerated()
        where places.updateValue(index, forKey: member.name) != nil {
            repeated.append(member)
        }
        self.places = places
        self.repeated = repeated
    }

    subscript(name: String) -> JSONMember? { places[name].map { all[$0] } }

    func named(_ names: [String]) -> [JSONMember] { names.compactMap { self[$0] } }
}

extension JSONText {
    /// Whether a `bbox` is one: four numbers, or six.
    func isBox(at place: Int) -> Bool {
        var (count, isWhole) = (0, kind(at: place) == .list)
        forEachItem(of: place) { item in
            count += 1
            isWhole = isWhole && kind(at: item) == .number
            return count <= 6 ? .on : .enough
        }
        return isWhole && (count == 4 || count == 6)
    }
}
