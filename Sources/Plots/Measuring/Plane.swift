import CGEOS

/// GEOS at work: whether areas are sound, and what two of them share.
///
/// It is given whole millionths of a degree, which a double holds exactly: what it finds is true of
/// the numbers as they are written. A context belongs to one thread, so each work has its own.
final class Plane {
    let context: GEOSContextHandle_t

    init() {
        // As everywhere in the language, to have no memory left is the end.
        guard let context = GEOS_init_r() else { preconditionFailure("no memory for GEOS") }
        self.context = context
    }

    deinit { GEOS_finish_r(context) }

    /// The area inside a closed ring; nil where there are too few positions for one.
    func area(of ring: [Position]) -> Area? {
        guard ring.count >= 4, ring.first == ring.last else { return nil }
        let numbers = ring.flatMap { [Double($0.longitude), Double($0.latitude)] }
        guard
            let places = GEOSCoordSeq_copyFromBuffer_r(context, numbers, UInt32(ring.count), 0, 0),
            let line = GEOSGeom_createLinearRing_r(context, places),
            let polygon = GEOSGeom_createPolygon_r(context, line, nil, 0)
        else { return nil }
        return Area(polygon, on: self)
    }

    /// A geometry of GEOS, given back when nobody holds it any more.
    final class Area {
        let geometry: OpaquePointer
        private let plane: Plane

        fileprivate init(_ geometry: OpaquePointer, on plane: Plane) {
            self.geometry = geometry
            self.plane = plane
        }

        deinit { GEOSGeom_destroy_r(plane.context, geometry) }

        /// In square millionths of a degree.
        var size: Double {
            var size = 0.0
            GEOSArea_r(plane.context, geometry, &size)
            return size
        }

        /// Where the ring meets itself; nil where it does nowhere.
        var meeting: Position? {
            var reason: UnsafeMutablePointer<CChar>?
            var place: OpaquePointer?
            let answer = GEOSisValidDetail_r(plane.context, geometry, 0, &reason, &place)
            defer {
                if let reason { GEOSFree_r(plane.context, reason) }
                if let place { GEOSGeom_destroy_r(plane.context, place) }
            }
            return answer == 0 ? place.flatMap(plane.position) : nil
        }

        /// What it shares with another area; nil where nothing can be worked out.
        func shared(with other: Area) -> Area? {
            GEOSIntersection_r(plane.context, geometry, other.geometry)
                .map { Area($0, on: plane) }
        }

        /// A place inside.
        var inside: Position? {
            guard let point = GEOSPointOnSurface_r(plane.context, geometry) else { return nil }
            defer { GEOSGeom_destroy_r(plane.context, point) }
            return plane.position(point)
        }
    }

    private func position(_ point: OpaquePointer) -> Position? {
        var (x, y) = (0.0, 0.0)
        guard GEOSGeomGetX_r(context, point, &x) == 1, GEOSGeomGetY_r(context, point, &y) == 1
        else { return nil }
        return Position(longitudeDegrees: x / 1e6, latitudeDegrees: y / 1e6)
    }
}
