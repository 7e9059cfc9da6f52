/// Reads a file of GeoJSON: its features with their places, and what is wrong with its form.
///
/// The reader is our own because a checker has to say in which line of which feature a mistake is,
/// and because such files come from anywhere: bytes, depth, features and positions are bounded.
struct GeoJSONReader {
    /// Beyond these nothing is read; they are far above what the EU's system takes.
    static let mostFeatures = 100_000
    static let mostPositions = 2_000_000

    /// What the file is at its root.
    enum Form: Sendable { case collection, feature, geometry }

    let text: JSONText
    private(set) var form = Form.geometry
    private(set) var features: [ReadFeature] = []
    private(set) var noted: NotedFaults

    /// The members at the root of a collection or feature.
    private(set) var members: [JSONMember] = []
    private var left = mostPositions

    init(_ text: JSONText, telling most: Int) {
        self.text = text
        noted = NotedFaults(telling: most)
        if text.root > 0, text.bytes.starts(with: JSONText.mark) {
            noted.note(FileFault.byteOrderMark, at: 0)
        }
        readRoot()
    }

    private mutating func readRoot() {
        guard text.kind(at: text.root) == .object else {
            noted.note(FileFault.notGeoJSON, at: text.root)
            return
        }
        members = text.members(of: text.root)
        let root = GeoJSONMembers(members)
        noteCoordinateSystem(root)
        guard let type = root["type"].flatMap({ text.text(at: $0.value) }) else {
            noted.note(FileFault.memberMissing("type"), at: text.root)
            return
        }
        switch type {
        case "FeatureCollection":
            form = .collection
            readCollection(root)
        case "Feature":
            form = .feature
            readFeature(at: text.root)
        case _:
            readGeometry()
        }
    }

    private mutating func noteCoordinateSystem(_ root: GeoJSONMembers) {
        guard let member = root["crs"] else { return }
        let said = String(decoding: text.raw(at: member.value).prefix(1000), as: UTF8.self)
        let isWGS84 = ["CRS84", "EPSG::4326", "EPSG:4326", "null"].contains { said.contains($0) }
        noted.note(FileFault.coordinateSystem(isWGS84: isWGS84), at: member.place)
    }

    private mutating func readCollection(_ root: GeoJSONMembers) {
        root.repeated.forEach { noted.note(FileFault.memberTwice($0.name), at: $0.place) }
        for stray in root.named(["coordinates", "geometry", "properties"]) {
            noted.note(FileFault.memberMisplaced(stray.name), at: stray.place)
        }
        if let box = root["bbox"], !text.isBox(at: box.value) {
            noted.note(FileFault.wrongBox, at: box.place)
        }
        guard let list = root["features"], text.kind(at: list.value) == .list else {
            noted.note(FileFault.memberMissing("features"), at: text.root)
            return
        }
        var count = 0
        text.forEachItem(of: list.value) { item in
            guard count < Self.mostFeatures else {
                noted.note(FileFault.tooManyFeatures(Self.mostFeatures), at: item)
                return .enough
            }
            count += 1
            readFeature(at: item)
            guard left > 0 else {
                noted.note(FileFault.tooManyPositions(Self.mostPositions), at: item)
                return .enough
            }
            return .on
        }
        if count == 0 { noted.note(FileFault.empty, at: list.place) }
    }

    private mutating func readFeature(at place: Int) {
        guard text.kind(at: place) == .object else {
            // It is kept, so that a repair loses nothing.
            let name = FeatureName(number: features.count + 1, name: nil)
            noted.note(FileFault.memberMissing("Feature"), at: place, in: name)
            features.append(
                ReadFeature(name: name, place: place, members: [], properties: [], geometry: nil)
            )
            return
        }
        let all = text.members(of: place)
        let members = GeoJSONMembers(all)
        let properties = members["properties"].map { text.members(of: $0.value) } ?? []
        let name = FeatureName(number: features.count + 1, name: self.name(in: properties))
        noteMembers(members, of: name, at: place)
        for twice in GeoJSONMembers(properties).repeated {
            noted.note(FileFault.memberTwice(twice.name), at: twice.place, in: name)
        }
        var geometry: ReadGeometry?
        if let member = members["geometry"], text.kind(at: member.value) != .null {
            geometry = read(member.value, of: name)
        } else {
            let fault: any PlotFault =
                members["geometry"] == nil
                ? FileFault.memberMissing("geometry") : FeatureFault.noGeometry
            noted.note(fault, at: place, in: name)
        }
        features.append(
            ReadFeature(
                name: name,
                place: place,
                members: all,
                properties: properties,
                geometry: geometry
            )
        )
    }

    private mutating func noteMembers(
        _ members: GeoJSONMembers,
        of name: FeatureName,
        at place: Int
    ) {
        for member in members.repeated {
            noted.note(FileFault.memberTwice(member.name), at: member.place, in: name)
        }
        let type = members["type"].flatMap { text.text(at: $0.value) }
        if type != "Feature" {
            let fault: FileFault = type.map { .unknownType($0) } ?? .memberMissing("type")
            noted.note(fault, at: place, in: name)
        }
        for stray in members.named(["coordinates", "features", "geometries"]) {
            noted.note(FileFault.memberMisplaced(stray.name), at: stray.place, in: name)
        }
        if let box = members["bbox"], !text.isBox(at: box.value) {
            noted.note(FileFault.wrongBox, at: box.place, in: name)
        }
        if let id = members["id"], ![.text, .number].contains(text.kind(at: id.value)) {
            noted.note(FeatureFault.strangeID, at: id.place, in: name)
        }
        switch members["properties"].map({ text.kind(at: $0.value) }) {
        case .object, .null: break
        case nil: noted.note(FeatureFault.noProperties, at: place, in: name)
        case .list, .text, .number, .flag:
            noted.note(FeatureFault.propertiesNoObject, at: place, in: name)
        }
    }

    private mutating func readGeometry() {
        let name = FeatureName(number: 1, name: nil)
        let geometry = read(text.root, of: name)
        features.append(
            ReadFeature(
                name: name,
                place: text.root,
                members: members,
                properties: [],
                geometry: geometry
            )
        )
    }

    private mutating func read(_ place: Int, of name: FeatureName) -> ReadGeometry? {
        var reader = GeometryReader(text, feature: name, noted: noted, left: left)
        // The list of faults is handed over and taken back, so that it is never copied.
        noted = NotedFaults(telling: 0)
        let geometry = reader.geometry(at: place)
        noted = reader.noted
        left = reader.left
        return geometry
    }

    /// What the plot is called: its place, else its producer.
    private func name(in properties: [JSONMember]) -> String? {
        for wanted in ["ProductionPlace", "ProducerName"] {
            let found = properties.first { $0.name.lowercased() == wanted.lowercased() }
            if let name = found.flatMap({ text.text(at: $0.value) }), !name.isEmpty {
                return String(name.prefix(80))
            }
        }
        return nil
    }
}
