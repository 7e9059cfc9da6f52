/// Whether two areas only lie side by side, found with signs of whole numbers.
///
/// Neighbours on a shared border are most of what boxes bring together, and cutting them is by far
/// the slowest way to see that nothing is left. Where borders meet only corner at corner, each side
/// of the one runs wholly inside, outside or along the other; whatever meets otherwise is not
/// decided here.
struct SideBySide {
    private let one: [Position]
    private let other: [Position]
    private let box: PositionBox

    /// Two closed rings that do not meet themselves, and what their boxes have in common.
    init(_ one: [Position], _ other: [Position], in box: PositionBox) {
        self.one = one
        self.other = other
        self.box = box
    }

    /// True where they surely share no ground; false where they do, or may.
    var isSure: Bool {
        let (ours, theirs) = (sides(of: one), sides(of: other))
        var along: (ours: Set<Int>, theirs: Set<Int>) = ([], [])
        let isTurnedAlike = Self.isCounterclockwise(one) == Self.isCounterclockwise(other)
        for mine in ours {
            let (a, b) = (one[mine], one[mine + 1])
            for yours in theirs {
                let (c, d) = (other[yours], other[yours + 1])
                if (a == c && b == d) || (a == d && b == c) {
                    // On a shared border the two go opposite ways, if both go round alike.
                    guard (a == d) == isTurnedAlike else { return false }
                    along.ours.insert(mine)
                    along.theirs.insert(yours)
                } else if Self.meet(a, b, c, d) {
                    return false
                }
            }
        }
        return !isAnyInside(ours.filter { !along.ours.contains($0) }, of: one, inside: other)
            && !isAnyInside(theirs.filter { !along.theirs.contains($0) }, of: other, inside: one)
    }

    /// The sides that reach into the common box.
    private func sides(of ring: [Position]) -> [Int] {
        ring.indices.dropLast().filter { index in
            let (a, b) = (ring[index], ring[index + 1])
            return min(a.longitude, b.longitude) <= box.east
                && max(a.longitude, b.longitude) >= box.west
                && min(a.latitude, b.latitude) <= box.north
                && max(a.latitude, b.latitude) >= box.south
        }
    }

    /// Whether two sides meet elsewhere than at a corner of both.
    private static func meet(_ a: Position, _ b: Position, _ c: Position, _ d: Position) -> Bool {
        guard min(a.longitude, b.longitude) <= max(c.longitude, d.longitude),
            min(c.longitude, d.longitude) <= max(a.longitude, b.longitude),
            min(a.latitude, b.latitude) <= max(c.latitude, d.latitude),
            min(c.latitude, d.latitude) <= max(a.latitude, b.latitude)
        else { return false }
        let (atC, atD) = (CrossingSearch.turn(a, b, c), CrossingSearch.turn(a, b, d))
        let (atA, atB) = (CrossingSearch.turn(c, d, a), CrossingSearch.turn(c, d, b))
        guard atC * atD <= 0, atA * atB <= 0 else { return false }
        guard let corner = [a, b].first(where: { $0 == c || $0 == d }) else { return true }
        guard atC == 0, atD == 0 else { return false }
        // On one line they go apart from the corner that they share, or lie on each other.
        let (mine, yours) = (corner == a ? b : a, corner == c ? d : c)
        return CrossingSearch.isWithin(mine, c, d) || CrossingSearch.isWithin(yours, a, b)
    }

    private func isAnyInside(_ sides: [Int], of ring: [Position], inside other: [Position]) -> Bool
    {
        sides.contains { side in
            let (a, b) = (ring[side], ring[side + 1])
            let (x, y) = (
                Int64(a.longitude) + Int64(b.longitude), Int64(a.latitude) + Int64(b.latitude)
            )
            guard x >= 2 * Int64(box.west), x <= 2 * Int64(box.east),
                y >= 2 * Int64(box.south), y <= 2 * Int64(box.north)
            else { return false }
            return Self.isInside((x, y), other)
        }
    }

    /// Whether a place that is not on its border lies inside a ring.
    static func isInside(_ place: Position, _ ring: [Position]) -> Bool {
        isInside((2 * Int64(place.longitude), 2 * Int64(place.latitude)), ring)
    }

    /// Whether a place, given twice as far out so that middles are whole, lies inside a ring.
    private static func isInside(_ place: (x: Int64, y: Int64), _ ring: [Position]) -> Bool {
        var isInside = false
        for index in ring.indices.dropLast() {
            let (a, b) = (ring[index], ring[index + 1])
            let (ay, by) = (2 * Int64(a.latitude), 2 * Int64(b.latitude))
            guard (ay > place.y) != (by > place.y) else { continue }
            let (ax, bx) = (2 * Int64(a.longitude), 2 * Int64(b.longitude))
            let side =
                Int128(bx - ax) * Int128(place.y - ay) - Int128(by - ay) * Int128(place.x - ax)
            if (side > 0) == (by > ay) { isInside.toggle() }
        }
        return isInside
    }

    private static func isCounterclockwise(_ ring: [Position]) -> Bool {
        guard let first = ring.first else { return false }
        var doubled: Int128 = 0
        for (a, b) in zip(ring, ring.dropFirst()) {
            let (ax, ay) = (
                Int64(a.longitude) - Int64(first.longitude),
                Int64(a.latitude) - Int64(first.latitude)
            )
            let (bx, by) = (
                Int64(b.longitude) - Int64(first.longitude),
                Int64(b.latitude) - Int64(first.latitude)
            )
            doubled += Int128(ax) * Int128(by) - Int128(bx) * Int128(ay)
        }
        return doubled > 0
    }
}
