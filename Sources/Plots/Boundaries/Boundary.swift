/// Where a plot lies: a point with its size, one area, or several.
package enum Boundary: Hashable, Sendable {
    /// A point; its size is told, never measured.
    case point(Position, hectares: Double?)
    case polygon(Outline)
    case multipolygon([Outline])

    /// The areas of which it consists; none for a point.
    package var outlines: [Outline] {
        switch self {
        case .point: []
        case .polygon(let outline): [outline]
        case .multipolygon(let outlines): outlines
        }
    }

    package var positions: [Position] {
        switch self {
        case .point(let place, _): [place]
        case .polygon, .multipolygon: outlines.flatMap { $0.ring + $0.holes.joined() }
        }
    }

    /// What was measured of an area, or told of a point.
    package var hectares: Double? {
        switch self {
        case .point(_, let hectares): hectares
        case .polygon, .multipolygon:
            outlines.reduce(0) { $0 + $1.measured.squareMetres } / 10_000
        }
    }

    /// The way around it, in metres; 0 for a point.
    package var perimeter: Double { outlines.reduce(0) { $0 + $1.measured.perimeter } }

    package var box: PositionBox? { PositionBox(around: positions) }

    /// The same with longitude and latitude changed for each other.
    package var swapped: Boundary {
        switch self {
        case .point(let place, let hectares): .point(place.swapped, hectares: hectares)
        case .polygon(let outline): .polygon(outline.swapped)
        case .multipolygon(let outlines): .multipolygon(outlines.map(\.swapped))
        }
    }
}

/// One area on the ground: the ring around it, and rings around what is not part of it.
///
/// A ring ends where it began: its last position is its first.
package struct Outline: Hashable, Sendable {
    package let ring: [Position]
    package let holes: [[Position]]

    package init(ring: [Position], holes: [[Position]] = []) {
        self.ring = ring
        self.holes = holes
    }

    /// The ring through corners in the order in which somebody walked them.
    ///
    /// At six decimals some of them fall on one place, which is kept once; the ring is closed and
    /// turned as GeoJSON wants it. Nil for fewer than three places.
    package init?(walking corners: [Position]) {
        var ring: [Position] = []
        for corner in corners where corner != ring.last { ring.append(corner) }
        if ring.count > 1, ring.first == ring.last { ring.removeLast() }
        guard ring.count >= 3, let first = ring.first else { return nil }
        ring.append(first)
        self.init(ring: Measured(of: ring).isCounterclockwise ? ring : ring.reversed())
    }

    var swapped: Outline {
        Outline(ring: ring.map(\.swapped), holes: holes.map { $0.map(\.swapped) })
    }

    /// On the ellipsoid, the holes taken off.
    package var measured: Measured {
        let whole = Measured(of: ring)
        return holes.map(Measured.init).reduce(whole) { rest, hole in
            Measured(
                squareMetres: max(0, rest.squareMetres - hole.squareMetres),
                perimeter: rest.perimeter + hole.perimeter,
                isCounterclockwise: rest.isCounterclockwise
            )
        }
    }
}
