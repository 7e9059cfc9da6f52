/// Goes through the features of a file that was read.
struct FeatureCheck {
    private let reader: GeoJSONReader
    private let ground: PlotFileCheck.Ground
    private let plane = Plane()
    private(set) var noted: NotedFaults
    private(set) var plots: [CheckedPlot] = []

    /// Whether every plot of the file has latitude first.
    let areAxesSwapped: Bool

    private var areDecimalsNoted = false
    private var producers: Set<String> = []

    /// For one commodity.
    private static let mostProducers = 1000

    init(_ reader: GeoJSONReader, noted: NotedFaults, on ground: PlotFileCheck.Ground) {
        self.reader = reader
        self.ground = ground
        self.noted = noted
        self.noted.add(reader.noted)
        let positions = reader.features.compactMap(\.geometry)
            .flatMap { $0.rows.flatMap(\.rounded) }
        areAxesSwapped = Self.isSwapped(positions)
    }

    mutating func run() {
        var neighbours = NeighbourCheck()
        for feature in reader.features {
            var boundary: Boundary?
            var isSound = false
            if let geometry = feature.geometry {
                (boundary, isSound) = check(geometry, of: feature, beside: &neighbours)
            }
            let properties = PropertyCheck(
                feature,
                in: reader.text,
                measuring: isSound ? boundary : nil
            )
            // A geometry alone has no properties, and what is no feature has none either.
            if reader.form != .geometry, !feature.members.isEmpty {
                properties.faults.forEach { noted.note($0.fault, at: $0.place, in: feature.name) }
                if let producer = properties.producer { producers.insert(producer) }
            }
            if case .point(let place, _)? = boundary {
                boundary = .point(place, hectares: properties.hectares)
            }
            plots.append(
                CheckedPlot(
                    number: feature.name.number,
                    name: feature.name.name,
                    boundary: boundary,
                    hectares: isSound ? boundary?.hectares : nil
                )
            )
        }
        neighbours.note(in: &noted, forgiving: ground.tolerance)
        if producers.count > Self.mostProducers {
            noted.note(FileFault.tooManyProducers(producers.count), at: reader.text.root)
        }
    }

    /// Whether all of them lie in Indonesia when longitude and latitude are changed, and none as
    /// they are: no latitude is beyond 90, so nothing else can be meant.
    static func isSwapped(_ positions: some Sequence<Position>) -> Bool {
        var isAny = false
        for place in positions {
            guard PositionBox.indonesia.contains(place.swapped) else { return false }
            isAny = true
        }
        return isAny
    }

    private mutating func check(
        _ geometry: ReadGeometry,
        of feature: ReadFeature,
        beside neighbours: inout NeighbourCheck
    ) -> (Boundary?, Bool) {
        let rows = geometry.rows
        let isSwapped = checkPlace(of: rows, feature)
        checkDecimals(of: rows, feature)
        let outlines = geometry.polygons.map { rings in
            outline(rings, isSwapped: isSwapped, of: feature)
        }
        neighbours.take(outlines.filter(\.isSound).map(\.outline), of: feature)
        let isSound = outlines.allSatisfy(\.isSound)
        if outlines.isEmpty {
            let places = rows.flatMap(\.rounded).map { isSwapped ? $0.swapped : $0 }
            if places.count == 1 { neighbours.take(point: places[0], of: feature) }
            return (places.first.map { .point($0, hectares: nil) }, isSound)
        }
        if outlines.count == 1 { return (.polygon(outlines[0].outline), isSound) }
        return (.multipolygon(outlines.map(\.outline)), isSound)
    }

    /// Notes a place where no plot can be; whether longitude and latitude are swapped.
    private mutating func checkPlace(of rows: [Vertices], _ feature: ReadFeature) -> Bool {
        let places = rows.lazy.flatMap(\.rounded)
        guard let first = places.first, let row = rows.first else { return false }
        let isSwapped = Self.isSwapped(Array(places))
        if isSwapped {
            let fault = FeatureFault.swapped(everywhere: areAxesSwapped)
            noted.note(fault, at: row.place, in: feature.name, on: first)
        } else if let lost = places.first(where: { !$0.isOnEarth }) {
            noted.note(FeatureFault.notOnEarth, at: row.place, in: feature.name, on: lost)
            return false
        }
        func place(outside box: PositionBox) -> Position? {
            places.map { isSwapped ? $0.swapped : $0 }.first { !box.contains($0) }
        }
        if let outside = place(outside: .indonesia) {
            let fault = FeatureFault.outsideIndonesia
            noted.note(fault, at: row.place, in: feature.name, on: outside)
        } else if let outside = ground.regency.flatMap(place(outside:)) {
            noted.note(FeatureFault.outsideRegency, at: row.place, in: feature.name, on: outside)
        }
        return isSwapped
    }

    /// More than six decimals are told once for the file: they come from one program.
    private mutating func checkDecimals(of rows: [Vertices], _ feature: ReadFeature) {
        let most = rows.map(\.decimals).max() ?? 0
        guard let row = rows.first else { return }
        if most > 6, !areDecimalsNoted {
            areDecimalsNoted = true
            noted.note(FeatureFault.moreDecimals, at: row.place, in: feature.name)
        } else if most <= 4 {
            noted.note(FeatureFault.fewDecimals, at: row.place, in: feature.name)
        }
    }

    private mutating func outline(
        _ rings: [Vertices],
        isSwapped: Bool,
        of feature: ReadFeature
    ) -> (outline: Outline, isSound: Bool) {
        var (mended, isSound): ([[Position]], Bool) = ([], true)
        for (index, row) in rings.enumerated() {
            guard index == 0 else {
                noted.note(
                    RingFault.hole,
                    at: row.place,
                    in: feature.name,
                    on: isSwapped ? row.rounded.first?.swapped : row.rounded.first
                )
                mended.append(
                    RingCheck.mended(isSwapped ? row.rounded.map(\.swapped) : row.rounded)
                )
                continue
            }
            let check = ring(row, isSwapped: isSwapped, of: feature)
            isSound = check.isSound
            mended.append(check.ring)
        }
        return (Outline(ring: mended.first ?? [], holes: Array(mended.dropFirst())), isSound)
    }

    private mutating func ring(
        _ row: Vertices,
        isSwapped: Bool,
        of feature: ReadFeature
    ) -> RingCheck {
        func turned(_ places: [Position]) -> [Position] {
            isSwapped ? places.map(\.swapped) : places
        }
        let check = RingCheck(turned(row.rounded), on: plane, isExact: row.decimals <= 6)
        for found in check.found {
            noted.note(found.fault, at: row.place, in: feature.name, on: found.place)
        }
        // What is broken either way was told; what breaks only by cutting is a fault of its own.
        if check.isSound, let cut = row.cut {
            let other = RingCheck(turned(cut), on: plane, isExact: false)
            let seen = Set(check.found.map(\.fault.code))
            if let new = other.found.first(where: { !seen.contains($0.fault.code) }),
                new.fault.severity == .error
            {
                noted.note(RingFault.badWhenCut, at: row.place, in: feature.name, on: new.place)
            }
        }
        return check
    }
}
