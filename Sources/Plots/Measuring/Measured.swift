import CProj

/// The size of a ring on the ellipsoid of WGS 84.
package struct Measured: Hashable, Sendable {
    package let squareMetres: Double

    /// In metres.
    package let perimeter: Double

    /// How the ring goes round, seen from above.
    package let isCounterclockwise: Bool

    init(squareMetres: Double, perimeter: Double, isCounterclockwise: Bool) {
        self.squareMetres = squareMetres
        self.perimeter = perimeter
        self.isCounterclockwise = isCounterclockwise
    }

    /// Measures a ring; whether its first position stands again at its end makes no difference.
    ///
    /// A ring that crosses itself has parts that count against each other.
    package init(of ring: [Position]) {
        var ellipsoid = Self.ellipsoid
        var polygon = geod_polygon()
        geod_polygon_init(&polygon, 0)
        for place in ring where place.isOnEarth {
            geod_polygon_addpoint(
                &ellipsoid,
                &polygon,
                place.latitudeDegrees,
                place.longitudeDegrees
            )
        }
        var (area, perimeter) = (0.0, 0.0)
        geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area, &perimeter)
        self.init(
            squareMetres: area.magnitude,
            perimeter: perimeter,
            isCounterclockwise: area > 0
        )
    }

    /// How far two places are from each other, in metres.
    package static func metres(from one: Position, to other: Position) -> Double {
        var ellipsoid = Self.ellipsoid
        var metres = 0.0
        geod_inverse(
            &ellipsoid,
            one.latitudeDegrees,
            one.longitudeDegrees,
            other.latitudeDegrees,
            other.longitudeDegrees,
            &metres,
            nil,
            nil
        )
        return metres
    }

    private static var ellipsoid: geod_geodesic {
        var ellipsoid = geod_geodesic()
        geod_init(&ellipsoid, 6_378_137, 1 / 298.257_223_563)
        return ellipsoid
    }
}
