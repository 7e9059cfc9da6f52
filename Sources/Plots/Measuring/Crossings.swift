/// Where a ring meets itself.
package struct Crossing: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// Two sides go through each other.
        case crossing

        /// A corner lies on another side, or on another corner.
        case touching

        /// Two sides lie on each other for a stretch.
        case doubled
    }

    package let kind: Kind
    package let place: Position

    /// The two sides; a side has the number of the corner at its beginning, from 0.
    package let sides: [Int]
}

/// Looks for the places where sides of a ring meet that are no neighbours.
///
/// Signs of whole numbers decide, so nothing is missed or made up by rounding. Rings are gone
/// through from west to east with the sides that lie over each other; the search ends after so many
/// comparisons, since a hostile ring has sides that all do.
struct CrossingSearch {
    private let ring: [Position]
    private let most: Int
    private var found: [Crossing] = []
    private var comparisons = 0

    private static let mostComparisons = 4_000_000

    private init(_ ring: [Position], most: Int) {
        self.ring = ring
        self.most = most
    }

    /// The crossings of a closed ring without repeated neighbours, at most so many, in its order.
    static func crossings(in ring: [Position], most: Int = 10) -> [Crossing] {
        var search = CrossingSearch(ring, most: most)
        search.sweep()
        // Where sides lie on each other, their ends touch other sides too: that is said once.
        let doubled = search.found.filter { $0.kind == .doubled }.flatMap(\.sides)
        let ends = Set(doubled.flatMap { [ring[$0], ring[$0 + 1]] })
        return search.found
            .filter { $0.kind != .touching || !ends.contains($0.place) }
            .sorted { $0.sides.lexicographicallyPrecedes($1.sides) }
    }

    private mutating func sweep() {
        let sides = ring.indices.dropLast().sorted { west($0) < west($1) }
        var open: [Int] = []
        for side in sides {
            let start = west(side)
            open.removeAll { east($0) < start }
            comparisons += open.count
            for other in open where overlapsInHeight(side, other) {
                if let crossing = meet(min(side, other), max(side, other)) {
                    found.append(crossing)
                    if found.count == most { return }
                }
            }
            guard comparisons < Self.mostComparisons else { return }
            open.append(side)
        }
    }

    private func west(_ side: Int) -> Int32 { min(ring[side].longitude, ring[side + 1].longitude) }
    private func east(_ side: Int) -> Int32 { max(ring[side].longitude, ring[side + 1].longitude) }

    private func overlapsInHeight(_ one: Int, _ other: Int) -> Bool {
        let (a, b, c, d) = (ring[one], ring[one + 1], ring[other], ring[other + 1])
        return min(a.latitude, b.latitude) <= max(c.latitude, d.latitude)
            && min(c.latitude, d.latitude) <= max(a.latitude, b.latitude)
    }

    private func meet(_ first: Int, _ second: Int) -> Crossing? {
        let (a, b, c, d) = (ring[first], ring[first + 1], ring[second], ring[second + 1])
        let isNext = second == first + 1
        let isRound = first == 0 && second == ring.count - 2
        let (atC, atD) = (turn(a, b, c), turn(a, b, d))
        let (atA, atB) = (turn(c, d, a), turn(c, d, b))
        if atC == 0 && atD == 0 {
            return onOneLine(first, second, areNeighbours: isNext || isRound)
        }
        if isNext || isRound { return nil }
        if atC * atD < 0 && atA * atB < 0 {
            return Crossing(
                kind: .crossing,
                place: Self.between(a, b, at: (c, d)),
                sides: [first, second]
            )
        }
        let corners = [(atC, c, a, b), (atD, d, a, b), (atA, a, c, d), (atB, b, c, d)]
        let touching = corners.first { turn, corner, start, end in
            turn == 0 && Self.isWithin(corner, start, end)
        }
        return touching.map { Crossing(kind: .touching, place: $0.1, sides: [first, second]) }
    }

    /// Two sides on one line meet where a corner of the one lies on the other.
    private func onOneLine(_ first: Int, _ second: Int, areNeighbours: Bool) -> Crossing? {
        let (a, b, c, d) = (ring[first], ring[first + 1], ring[second], ring[second + 1])
        let shared = Set([a, b].filter { Self.isWithin($0, c, d) })
            .union([c, d].filter { Self.isWithin($0, a, b) })
        guard
            let place = shared.min(by: { ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude) }
            )
        else { return nil }
        if shared.count > 1 {
            return Crossing(kind: .doubled, place: place, sides: [first, second])
        }
        return areNeighbours
            ? nil : Crossing(kind: .touching, place: place, sides: [first, second])
    }

    /// 1 where `c` lies to the left of the way from `a` to `b`, -1 to the right, 0 on its line.
    private func turn(_ a: Position, _ b: Position, _ c: Position) -> Int {
        Self.turn(a, b, c)
    }

    static func turn(_ a: Position, _ b: Position, _ c: Position) -> Int {
        let (x1, y1) = (
            Int64(b.longitude) - Int64(a.longitude), Int64(b.latitude) - Int64(a.latitude)
        )
        let (x2, y2) = (
            Int64(c.longitude) - Int64(a.longitude), Int64(c.latitude) - Int64(a.latitude)
        )
        // Differences of two Int32 have 33 bits: their products fit where they are compared, not
        // subtracted.
        let (left, leftOver) = x1.multipliedReportingOverflow(by: y2)
        let (right, rightOver) = y1.multipliedReportingOverflow(by: x2)
        if leftOver || rightOver {
            let (wideLeft, wideRight) = (Int128(x1) * Int128(y2), Int128(y1) * Int128(x2))
            return wideLeft == wideRight ? 0 : wideLeft > wideRight ? 1 : -1
        }
        return left == right ? 0 : left > right ? 1 : -1
    }

    static func isWithin(_ place: Position, _ a: Position, _ b: Position) -> Bool {
        (min(a.longitude, b.longitude)...max(a.longitude, b.longitude)).contains(place.longitude)
            && (min(a.latitude, b.latitude)...max(a.latitude, b.latitude)).contains(place.latitude)
    }

    /// The place at which two sides go through each other, to the nearest millionth.
    private static func between(
        _ a: Position,
        _ b: Position,
        at other: (Position, Position)
    ) -> Position {
        func difference(_ to: Position, _ from: Position) -> (x: Double, y: Double) {
            (
                Double(to.longitude) - Double(from.longitude),
                Double(to.latitude) - Double(from.latitude)
            )
        }
        let (way, across, start) = (
            difference(b, a), difference(other.1, other.0), difference(other.0, a)
        )
        let scale = way.x * across.y - way.y * across.x
        guard scale != 0 else { return a }
        let share = (start.x * across.y - start.y * across.x) / scale
        return Position(
            longitudeDegrees: (Double(a.longitude) + share * way.x) / 1e6,
            latitudeDegrees: (Double(a.latitude) + share * way.y) / 1e6
        ) ?? a
    }
}
