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

    /// The same without what its holes leave out; a hole that is none makes it nil.
    func area(of outline: Outline) -> Area? {
        guard !outline.holes.isEmpty else { return area(of: outline.ring) }
        var rest = area(of: outline.ring)
        for hole in outline.holes {
            guard let left = area(of: hole), left.meeting == nil else { return nil }
            rest = rest?.without(left)
        }
        return rest
    }

    func point(at place: Position) -> Area? {
        GEOSGeom_createPointFromXY_r(context, Double(place.longitude), Double(place.latitude))
            .map { Area($0, on: self) }
    }

    /// The numbers that were put into a tree of boxes, of those whose boxes an area meets.
    func numbers(near area: Area, in tree: OpaquePointer) -> [Int] {
        var numbers: [Int] = []
        withUnsafeMutablePointer(to: &numbers) { list in
            GEOSSTRtree_query_r(
                context,
                tree,
                area.geometry,
                { item, list in
                    let list = list?.assumingMemoryBound(to: [Int].self)
                    list?.pointee.append(Int(bitPattern: item) - 1)
                },
                list
            )
        }
        return numbers
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

        /// Both together; nil where nothing can be worked out.
        func joined(with other: Area) -> Area? {
            GEOSUnion_r(plane.context, geometry, other.geometry).map { Area($0, on: plane) }
        }

        func without(_ other: Area) -> Area? {
            GEOSDifference_r(plane.context, geometry, other.geometry).map { Area($0, on: plane) }
        }

        func touches(_ other: Area) -> Bool {
            GEOSIntersects_r(plane.context, geometry, other.geometry) == 1
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
