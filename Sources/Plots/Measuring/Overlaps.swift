import CGEOS

/// Two areas that lie partly on the same ground.
package struct Overlap: Hashable, Sendable {
    /// Which two, by their places in the list that was asked about.
    package let first: Int
    package let second: Int
    package let squareMetres: Double

    /// How much of the smaller one it is, from 0 to 1.
    package let share: Double

    /// A place inside what they share.
    package let place: Position?

    /// What is still no overlap: neighbours that walked the same border with two phones.
    ///
    /// More than `squareMetres` always counts; less than that does where it is more than `share` of
    /// the smaller area, and more than what six decimals leave along a shared border.
    package struct Tolerance: Hashable, Sendable {
        package var squareMetres = 100.0
        package var share = 0.01
        package var rounding = 5.0

        package init() {}

        func forgives(_ overlap: Overlap) -> Bool {
            overlap.squareMetres <= rounding
                || (overlap.squareMetres <= squareMetres && overlap.share <= share)
        }
    }

    /// The overlaps among many areas, in their order, at most so many.
    ///
    /// Areas that are not sound themselves are left out: what is inside them is anybody's guess.
    package static func among(
        _ outlines: [Outline],
        forgiving tolerance: Tolerance = Tolerance(),
        most: Int = 10_000
    ) -> [Overlap] {
        OverlapSearch(outlines).overlaps(forgiving: tolerance, most: most)
    }
}

/// The tree of boxes, and who is beside whom.
private final class OverlapSearch {
    private let plane: Plane
    private let candidates: [Candidate?]

    private struct Candidate {
        let ring: [Position]
        let area: Plane.Area
        let box: PositionBox

        /// In square millionths of a degree, and what one of them is on the ground here.
        let size: Double
        let squareMetres: Double
    }

    init(_ outlines: [Outline]) {
        let plane = Plane()
        self.plane = plane
        candidates = outlines.map { outline in
            guard let area = plane.area(of: outline.ring), area.meeting == nil,
                let box = PositionBox(around: outline.ring)
            else { return nil }
            let size = area.size
            return Candidate(
                ring: outline.ring,
                area: area,
                box: box,
                size: size,
                squareMetres: Measured(of: outline.ring).squareMetres / size
            )
        }
    }

    func overlaps(forgiving tolerance: Overlap.Tolerance, most: Int) -> [Overlap] {
        guard let tree = GEOSSTRtree_create_r(plane.context, 10) else { return [] }
        defer { GEOSSTRtree_destroy_r(plane.context, tree) }
        for (index, candidate) in candidates.enumerated() {
            guard let candidate else { continue }
            // A number as a pointer that nobody follows; 0 would be no pointer.
            let number = UnsafeMutableRawPointer(bitPattern: index + 1)
            GEOSSTRtree_insert_r(plane.context, tree, candidate.area.geometry, number)
        }
        var found: [Overlap] = []
        for (index, candidate) in candidates.enumerated() {
            guard let candidate else { continue }
            for other in plane.numbers(near: candidate.area, in: tree).filter({ $0 > index })
                .sorted()
            {
                guard let overlap = overlap(index, other, forgiving: tolerance) else { continue }
                found.append(overlap)
                if found.count == most { return found }
            }
        }
        return found
    }

    private func overlap(
        _ first: Int,
        _ second: Int,
        forgiving tolerance: Overlap.Tolerance
    ) -> Overlap? {
        guard let one = candidates[first], let other = candidates[second] else { return nil }
        let smaller = one.size <= other.size ? one : other
        func overlap(of size: Double, at place: Position?) -> Overlap {
            Overlap(
                first: first,
                second: second,
                // Between neighbours, a square of the plane is as large here as there.
                squareMetres: size * smaller.squareMetres,
                share: min(1, size / smaller.size),
                place: place
            )
        }
        // They share no more than their boxes do: most neighbours need not be cut.
        guard let box = one.box.shared(with: other.box),
            !tolerance.forgives(overlap(of: box.size, at: nil)),
            !SideBySide(one.ring, other.ring, in: box).isSure,
            let shared = one.area.shared(with: other.area),
            case let found = overlap(of: shared.size, at: nil), !tolerance.forgives(found)
        else { return nil }
        return overlap(of: shared.size, at: shared.inside)
    }
}
