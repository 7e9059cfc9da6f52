/// A small picture of a plot, with the place of a fault.
///
/// Distances are as on the ground, north is up. It is path data and nothing else, so that a page
/// can put it where and in which colours it wants; `svg` is the same as a picture by itself.
package struct Drawing: Hashable, Sendable {
    /// Of the picture's own units; the longer side of the plot is always 200.
    package let width: Int
    package let height: Int

    /// What stands in `d` of a path.
    package let path: String

    /// Where the fault is, in the picture.
    package let mark: Mark?

    package struct Mark: Hashable, Sendable {
        package let x: Int
        package let y: Int
    }

    private static let side = 200.0
    private static let margin = 12.0

    /// Nil for a plot of which nothing can be drawn: a point, or places that are not on earth.
    package init?(of boundary: Boundary, marking place: Position? = nil) {
        let rings = boundary.outlines.flatMap { [$0.ring] + $0.holes }.filter { $0.count > 1 }
        guard let box = PositionBox(around: rings.joined()), box.isOnEarth else { return nil }
        let middle = box.south / 2 + box.north / 2
        let wide = Measured.metres(
            from: Position(longitude: box.west, latitude: middle),
            to: Position(longitude: box.east, latitude: middle)
        )
        let high = Measured.metres(
            from: Position(longitude: box.west, latitude: box.south),
            to: Position(longitude: box.west, latitude: box.north)
        )
        guard max(wide, high) > 0 else { return nil }
        let scale = Self.side / max(wide, high)
        width = Int((wide * scale + 2 * Self.margin).rounded())
        height = Int((high * scale + 2 * Self.margin).rounded())
        func point(_ place: Position) -> Mark {
            let east = Self.share(place.longitude, from: box.west, to: box.east)
            let south = Self.share(place.latitude, from: box.north, to: box.south)
            return Mark(
                x: Int((Self.margin + east * wide * scale).rounded()),
                y: Int((Self.margin + south * high * scale).rounded())
            )
        }
        path = rings.map { Self.path(of: $0.map(point)) }.joined()
        mark = place.flatMap { box.contains($0) ? point($0) : nil }
    }

    private static func share(_ at: Int32, from start: Int32, to end: Int32) -> Double {
        start == end ? 0.5 : (Double(at) - Double(start)) / (Double(end) - Double(start))
    }

    /// Corners that fall on one spot of the picture are drawn once.
    private static func path(of corners: [Mark]) -> String {
        var drawn: [Mark] = []
        for corner in corners where corner != drawn.last { drawn.append(corner) }
        if drawn.count > 1, drawn.first == drawn.last { drawn.removeLast() }
        return "M" + drawn.map { "\($0.x) \($0.y)" }.joined(separator: "L") + "Z"
    }

    /// The picture by itself.
    package var svg: [UInt8] {
        let circle = mark.map {
            ##"<circle cx="\##($0.x)" cy="\##($0.y)" r="7" fill="none" stroke="#b00020" "##
                + #"stroke-width="3"/>"#
        }
        let picture =
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(width) \#(height)">"#
            + ##"<path d="\##(path)" fill="#e3efe3" fill-rule="evenodd" stroke="#1b5e20" "##
            + #"stroke-width="2" stroke-linejoin="round"/>\#(circle ?? "")</svg>"#
        return Array(picture.utf8)
    }
}
