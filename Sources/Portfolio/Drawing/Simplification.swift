/// A point of a drawing.
package struct PlanePoint: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// Leaves points of a line out that nobody would miss (Douglas and Peucker, 1973).
package enum Simplification {
    /// The same line with as few points as keep every dropped one within a distance of it.
    ///
    /// The ends always stay. It keeps a stack of its own: a boundary may have many thousand points.
    package static func line(_ points: [PlanePoint], within distance: Double) -> [PlanePoint] {
        guard points.count > 2 else { return points }
        var stays = [Bool](repeating: false, count: points.count)
        stays[0] = true
        stays[points.count - 1] = true
        var open = [(0, points.count - 1)]
        while let (first, last) = open.popLast() {
            guard last - first > 1 else { continue }
            var furthest = (index: first, distance: distance)
            for index in first + 1..<last {
                let away = away(points[index], points[first], points[last])
                if away > furthest.distance { furthest = (index, away) }
            }
            guard furthest.index != first else { continue }
            stays[furthest.index] = true
            open.append((first, furthest.index))
            open.append((furthest.index, last))
        }
        return zip(points, stays).compactMap { $1 ? $0 : nil }
    }

    /// The same for a closed ring, given without its first point repeated; nil where nothing that
    /// has an area is left.
    package static func ring(_ points: [PlanePoint], within distance: Double) -> [PlanePoint]? {
        guard points.count >= 3, let start = points.first else { return nil }
        // Cut where it is furthest from its beginning, so that both halves have true ends.
        let far = points.indices.max { squared(points[$0], start) < squared(points[$1], start) }
        guard let far, far > 0 else { return nil }
        let there = line(Array(points[0...far]), within: distance)
        let back = line(Array(points[far...]) + [start], within: distance)
        let ring = there.dropLast() + back.dropLast()
        return ring.count >= 3 ? Array(ring) : nil
    }

    private static func squared(_ a: PlanePoint, _ b: PlanePoint) -> Double {
        (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    }

    /// How far a point is from the stretch between two others.
    private static func away(_ point: PlanePoint, _ a: PlanePoint, _ b: PlanePoint) -> Double {
        let length = squared(a, b)
        guard length > 0 else { return squared(point, a).squareRoot() }
        let along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length
        let share = min(1, max(0, along))
        let foot = PlanePoint(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
        return squared(point, foot).squareRoot()
    }
}
