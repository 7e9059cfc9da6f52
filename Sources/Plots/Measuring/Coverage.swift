import CGEOS

/// How much of a plot lies inside the areas of a map: a forest estate, a permit.
///
/// A point is inside or it is not; of an area it is the share, from 0 to 1. What several areas of
/// the map cover together counts once.
package struct Coverage: Hashable, Sendable {
    /// From 0 to 1.
    package let share: Double

    /// Where the map and the plot lie on the same ground; nil where they do not.
    package let place: Position?

    /// Which areas of the map it lies in, by their places in the list, most covered first.
    package let areas: [Int]

    package static let none = Coverage(share: 0, place: nil, areas: [])
}

/// The areas of a map, ready to be asked about many plots.
///
/// Areas that are not sound themselves are left out.
package final class MapOfAreas {
    private let plane: Plane
    private let areas: [Plane.Area?]
    private let tree: OpaquePointer?

    package init(_ outlines: [Outline]) {
        let plane = Plane()
        self.plane = plane
        areas = outlines.map { outline in
            plane.area(of: outline).flatMap { $0.meeting == nil ? $0 : nil }
        }
        tree = GEOSSTRtree_create_r(plane.context, 10)
        guard let tree else { return }
        for (index, area) in areas.enumerated() {
            guard let area else { continue }
            // A number as a pointer that nobody follows; 0 would be no pointer.
            let number = UnsafeMutableRawPointer(bitPattern: index + 1)
            GEOSSTRtree_insert_r(plane.context, tree, area.geometry, number)
        }
    }

    deinit { if let tree { GEOSSTRtree_destroy_r(plane.context, tree) } }

    /// How much of a plot lies in these areas; nil where the plot itself is not sound.
    package func covers(_ boundary: Boundary) -> Coverage? {
        switch boundary {
        case .point(let place, _): return covers(place)
        case .polygon, .multipolygon:
            let parts = boundary.outlines.map { plane.area(of: $0) }
            guard !parts.isEmpty, parts.allSatisfy({ $0?.meeting == nil && $0 != nil }) else {
                return nil
            }
            return covers(parts.compactMap(\.self))
        }
    }

    private func covers(_ place: Position) -> Coverage {
        guard let point = plane.point(at: place) else { return .none }
        let found = neighbours(of: point).filter { areas[$0]?.touches(point) == true }
        return found.isEmpty ? .none : Coverage(share: 1, place: place, areas: found)
    }

    private func covers(_ parts: [Plane.Area]) -> Coverage {
        var (whole, inside) = (0.0, 0.0)
        var (place, sizes): (Position?, [Int: Double]) = (nil, [:])
        for part in parts {
            whole += part.size
            var covered: Plane.Area?
            for index in neighbours(of: part) {
                guard let shared = areas[index]?.shared(with: part), shared.size > 0 else {
                    continue
                }
                sizes[index, default: 0] += shared.size
                place = place ?? shared.inside
                covered = covered?.joined(with: shared) ?? shared
            }
            inside += covered?.size ?? 0
        }
        guard whole > 0, inside > 0 else { return .none }
        let order = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return Coverage(share: min(1, inside / whole), place: place, areas: order)
    }

    private func neighbours(of area: Plane.Area) -> [Int] {
        guard let tree else { return [] }
        return plane.numbers(near: area, in: tree).sorted()
    }
}
