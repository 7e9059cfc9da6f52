/// A stretch of the map between two meridians and two parallels.
package struct PositionBox: Hashable, Sendable {
    package private(set) var west: Int32
    package private(set) var south: Int32
    package private(set) var east: Int32
    package private(set) var north: Int32

    package init(west: Int32, south: Int32, east: Int32, north: Int32) {
        self.west = min(west, east)
        self.south = min(south, north)
        self.east = max(west, east)
        self.north = max(south, north)
    }

    /// The smallest box around places; nil where there are none.
    package init?(around places: some Sequence<Position>) {
        var box: PositionBox?
        for place in places {
            if box == nil { box = PositionBox(at: place) } else { box?.take(place) }
        }
        guard let box else { return nil }
        self = box
    }

    private init(at place: Position) {
        self.init(
            west: place.longitude,
            south: place.latitude,
            east: place.longitude,
            north: place.latitude
        )
    }

    private mutating func take(_ place: Position) {
        west = min(west, place.longitude)
        east = max(east, place.longitude)
        south = min(south, place.latitude)
        north = max(north, place.latitude)
    }

    var isOnEarth: Bool {
        Position(longitude: west, latitude: south).isOnEarth
            && Position(longitude: east, latitude: north).isOnEarth
    }

    package func contains(_ place: Position) -> Bool {
        (west...east).contains(place.longitude) && (south...north).contains(place.latitude)
    }

    /// What two boxes have in common; nil where they lie apart.
    func shared(with other: PositionBox) -> PositionBox? {
        let (west, east) = (max(west, other.west), min(east, other.east))
        let (south, north) = (max(south, other.south), min(north, other.north))
        guard west <= east, south <= north else { return nil }
        return PositionBox(west: west, south: south, east: east, north: north)
    }

    /// In square millionths of a degree.
    var size: Double {
        (Double(east) - Double(west)) * (Double(north) - Double(south))
    }

    /// The land and the seas of Indonesia, with some kilometres to spare.
    package static let indonesia = PositionBox(
        west: 94_700_000,
        south: -11_200_000,
        east: 141_100_000,
        north: 6_200_000
    )
}
