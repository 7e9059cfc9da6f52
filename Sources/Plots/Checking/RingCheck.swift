/// What is wrong with one ring, looked at as whole millionths of a degree.
struct RingCheck {
    struct Found {
        let fault: RingFault
        let place: Position?
    }

    private(set) var found: [Found] = []

    /// The ring closed and without repeated positions: what a repair would leave.
    let ring: [Position]

    /// Whether the area inside can be spoken of.
    private(set) var isSound = true

    /// `isExact` says whether the positions stand in the file as they are here.
    init(_ positions: [Position], on plane: Plane, isExact: Bool = true) {
        ring = Self.mended(positions)
        if positions.first != positions.last {
            found.append(Found(fault: .open, place: positions.last))
        }
        for (a, b) in zip(positions, positions.dropFirst()) where a == b {
            found.append(Found(fault: isExact ? .repeated : .repeatedWhenRounded, place: a))
        }
        let corners = Set(ring)
        guard ring.count >= 4, corners.count >= 3 else {
            add(.tooFew, on: ring.first)
            return
        }
        if isStraight {
            add(.straight, on: ring.first)
            return
        }
        guard ring.allSatisfy(\.isOnEarth) else {
            isSound = false
            return
        }
        check(on: plane)
    }

    private mutating func add(_ fault: RingFault, on place: Position?) {
        found.append(Found(fault: fault, place: place))
        isSound = false
    }

    private mutating func check(on plane: Plane) {
        if let meeting = plane.area(of: ring)?.meeting {
            let crossings = CrossingSearch.crossings(in: ring)
            for crossing in crossings { add(.meets(crossing.kind), on: crossing.place) }
            if crossings.isEmpty { add(.meets(.crossing), on: meeting) }
            return
        }
        let measured = Measured(of: ring)
        if measured.squareMetres < Self.leastSquareMetres { add(.noArea, on: ring.first) }
        if !measured.isCounterclockwise { found.append(Found(fault: .turned, place: nil)) }
    }

    /// The smallest area that the EU's papers know is 0.0001 hectares; half of that is none.
    private static let leastSquareMetres = 0.5

    private var isStraight: Bool {
        guard let first = ring.first, let other = ring.first(where: { $0 != first }) else {
            return true
        }
        return ring.allSatisfy { CrossingSearch.turn(first, other, $0) == 0 }
    }

    /// Closed, and no position twice in a row.
    static func mended(_ positions: [Position]) -> [Position] {
        var ring: [Position] = []
        ring.reserveCapacity(positions.count + 1)
        for place in positions where place != ring.last { ring.append(place) }
        if let first = ring.first, ring.last != first { ring.append(first) }
        return ring
    }
}
