extension PlotFileCheck {
    /// The file with everything mended that may be mended without asking.
    ///
    /// No land is invented: rings are closed where they end, repeated corners dropped, numbers
    /// freed from quotation marks. What is left is for a person; check the result again. Nil where
    /// nothing may be mended.
    package func repaired() -> [UInt8]? {
        guard let reader, Self.isMendable(reader) else { return nil }
        var file = RepairedFile(reader, areAxesSwapped: areAxesSwapped)
        return file.written()
    }

    /// Whether writing it anew would lose nothing: it was read to its end, and its numbers are
    /// degrees of WGS 84.
    static func isMendable(_ reader: GeoJSONReader) -> Bool {
        let counts = reader.noted.counts
        return counts[FileFault.tooManyFeatures(0).code] == nil
            && counts[FileFault.tooManyPositions(0).code] == nil
            && !reader.noted.told.contains { $0.fault.isForeignSystem }
            && (!reader.features.isEmpty || reader.form == .collection)
    }
}

extension PlotFault {
    fileprivate var isForeignSystem: Bool {
        if case .coordinateSystem(isWGS84: false)? = self as? FileFault { true } else { false }
    }
}

/// Writes a file anew, part by part as it was read.
private struct RepairedFile {
    private let reader: GeoJSONReader
    private let areAxesSwapped: Bool
    private let plane = Plane()
    private var writer = GeoJSONWriter()
    private var text: JSONText { reader.text }

    init(_ reader: GeoJSONReader, areAxesSwapped: Bool) {
        self.reader = reader
        self.areAxesSwapped = areAxesSwapped
    }

    mutating func written() -> [UInt8] {
        switch reader.form {
        case .collection: writeCollection()
        case .feature, .geometry: reader.features.forEach { write($0) }
        }
        writer.write("\n")
        return writer.bytes
    }

    private mutating func writeCollection() {
        writer.write("{")
        writeMembers(reader.members) { file, member in
            guard member.name == "features", file.text.kind(at: member.value) == .list else {
                return false
            }
            file.writer.write("\"features\":[")
            for (index, feature) in file.reader.features.enumerated() {
                file.writer.write(index == 0 ? "\n" : ",\n")
                file.write(feature)
            }
            file.writer.write("\n]")
            return true
        }
        writer.write("}")
    }

    /// The members of an object, each as it stands but for those that the work writes itself.
    private mutating func writeMembers(
        _ members: [JSONMember],
        _ work: (inout RepairedFile, JSONMember) -> Bool
    ) {
        var isFirst = true
        for member in members where !isDropped(member) {
            if !isFirst { writer.write(",") }
            isFirst = false
            if work(&self, member) { continue }
            writer.write(quoted: member.name)
            writer.write(":")
            writer.write(raw: text.bytes[member.value..<member.end])
        }
    }

    /// What GeoJSON does not have any more, and boxes around what may be elsewhere now.
    private func isDropped(_ member: JSONMember) -> Bool {
        switch member.name {
        case "bbox": true
        case "crs":
            reader.noted.told.contains {
                $0.place == member.place && $0.fault.repair == .dropMember
            }
        case "id": ![.text, .number].contains(text.kind(at: member.value))
        case _: false
        }
    }

    private mutating func write(_ feature: ReadFeature) {
        if reader.form == .geometry, let geometry = degrees(of: feature) {
            write(geometry)
            return
        }
        guard reader.form != .geometry, !feature.members.isEmpty else {
            writer.write(raw: text.raw(at: feature.place))
            return
        }
        writer.write("{")
        writeMembers(feature.members) { file, member in
            if member.name == "geometry", let geometry = file.degrees(of: feature) {
                file.writer.write("\"geometry\":")
                file.write(geometry)
                return true
            }
            guard member.name == "properties", file.text.kind(at: member.value) == .object else {
                return false
            }
            file.writer.write("\"properties\":")
            file.writeProperties(of: feature)
            return true
        }
        if !feature.members.contains(where: { $0.name == "properties" }) {
            writer.write(",\"properties\":{}")
        }
        writer.write("}")
    }

    private mutating func writeProperties(of feature: ReadFeature) {
        var names = Set(feature.properties.map(\.name))
        writer.write("{")
        for (index, member) in feature.properties.enumerated() {
            if index > 0 { writer.write(",") }
            var name = member.name
            if let right = PropertyCheck.right(for: name), names.insert(right).inserted {
                name = right
            }
            writer.write(quoted: name)
            writer.write(":")
            writeValue(of: member, as: name)
        }
        writer.write("}")
    }

    private mutating func writeValue(of member: JSONMember, as name: String) {
        let words = text.text(at: member.value)
        if name == "Area", let hectares = words.flatMap(HectaresAsText.init) {
            writer.write("\(hectares.hectares)")
        } else if name == "ProducerCountry", let words, !Countries.isCode(words),
            let code = Countries.code(for: words)
        {
            writer.write(quoted: code)
        } else {
            writer.write(raw: text.bytes[member.value..<member.end])
        }
    }

    private mutating func write(_ geometry: ReadGeometry) {
        switch geometry {
        case .point(let vertices):
            guard let place = places(of: vertices).first else { return }
            writer.write(type: "Point") { $0.write(place) }
        case .points(let vertices):
            let places = places(of: vertices)
            writer.write(type: "MultiPoint") { $0.write(row: places) }
        case .polygon(let rings):
            let rings = mended(rings)
            writer.write(type: "Polygon") { $0.write(polygon: rings) }
        case .polygons(let polygons):
            let polygons = polygons.map(mended)
            writer.write(type: "MultiPolygon") { writer in
                writer.write(list: polygons) { $0.write(polygon: $1) }
            }
        case .collection(let members):
            writer.write("{\"type\":\"GeometryCollection\",\"geometries\":[")
            for (index, member) in members.enumerated() {
                if index > 0 { writer.write(",") }
                write(member)
            }
            writer.write("]}")
        }
    }

    /// The geometry of a feature; nil where it is left as it stands, since its numbers are no
    /// degrees and would be cut short.
    private func degrees(of feature: ReadFeature) -> ReadGeometry? {
        feature.geometry.flatMap { geometry in
            geometry.rows.flatMap(places(of:)).allSatisfy(\.isOnEarth) ? geometry : nil
        }
    }

    private func places(of vertices: Vertices) -> [Position] {
        areAxesSwapped ? vertices.rounded.map(\.swapped) : vertices.rounded
    }

    private func mended(_ rings: [Vertices]) -> [[Position]] {
        rings.enumerated().map { index, row in
            let check = RingCheck(places(of: row), on: plane)
            let isTurned = check.found.contains { $0.fault.repair == .turnRing }
            return index == 0 && isTurned ? check.ring.reversed() : check.ring
        }
    }
}
