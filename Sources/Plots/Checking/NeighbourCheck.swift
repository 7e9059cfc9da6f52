/// What the plots of a file are to each other: the same, or on the same ground.
struct NeighbourCheck {
    private var outlines: [Outline] = []

    /// Whose each outline is.
    private var owners: [ReadFeature] = []

    /// The first feature that has a shape, by the shape.
    private var first: [[Position]: FeatureName] = [:]
    private var duplicates: [(ReadFeature, of: FeatureName)] = []
    private var twins: Set<[Int]> = []

    mutating func take(_ new: [Outline], of feature: ReadFeature) {
        for outline in new {
            outlines.append(outline)
            owners.append(feature)
        }
        guard !new.isEmpty else { return }
        take(shape: new.map(Self.shape).sorted(by: Self.inOrder).flatMap { $0 }, of: feature)
    }

    mutating func take(point: Position, of feature: ReadFeature) {
        take(shape: [point], of: feature)
    }

    private mutating func take(shape: [Position], of feature: ReadFeature) {
        if let other = first[shape] {
            duplicates.append((feature, of: other))
            twins.insert([other.number, feature.name.number])
        } else {
            first[shape] = feature.name
        }
    }

    /// The corners from the westernmost one on, whichever way the ring was written.
    private static func shape(of outline: Outline) -> [Position] {
        let corners = Array(outline.ring.dropLast())
        guard let start = corners.indices.min(by: { precedes(corners[$0], corners[$1]) }) else {
            return []
        }
        let onward = corners[start...] + corners[..<start]
        let back = [corners[start]] + onward.dropFirst().reversed()
        return inOrder(Array(onward), back) ? Array(onward) : back
    }

    private static func precedes(_ a: Position, _ b: Position) -> Bool {
        (a.longitude, a.latitude) < (b.longitude, b.latitude)
    }

    private static func inOrder(_ a: [Position], _ b: [Position]) -> Bool {
        a.lexicographicallyPrecedes(b, by: precedes)
    }

    func note(in noted: inout NotedFaults, forgiving tolerance: Overlap.Tolerance) {
        for (feature, other) in duplicates {
            noted.note(
                FeatureFault.duplicate(of: other.number),
                at: feature.place,
                in: feature.name
            )
        }
        var told: Set<[Int]> = []
        for overlap in Overlap.among(outlines, forgiving: tolerance) {
            let (one, other) = (owners[overlap.first], owners[overlap.second])
            let pair = [one.name.number, other.name.number]
            guard !twins.contains(pair), told.insert(pair).inserted else { continue }
            let fault: FeatureFault =
                pair[0] == pair[1]
                ? .partsOverlap : .overlap(with: one.name.number, overlap)
            noted.note(fault, at: other.place, in: other.name, on: overlap.place)
        }
    }
}
