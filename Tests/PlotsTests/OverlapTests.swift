import Plots
import Stories
import Testing

@Suite struct OverlapTests {
    private static let west: Int32 = 103_000_000
    private static let south: Int32 = -4_000_000

    private static func square(_ x: Int32, _ y: Int32, _ wide: Int32 = 1000, _ high: Int32 = 1000)
        -> Outline
    {
        PlotFiles.outline(west: west + x, south: south + y, wide: wide, high: high)
    }

    @Test(arguments: [
        ("a shared side", square(1000, 0)), ("a shared corner", square(1000, 1000)),
        ("half a side", square(1000, 500)), ("apart", square(5000, 0)),
        ("a strip that six decimals leave", square(999, 0)),
    ])
    func `neighbours do not overlap`(name: String, other: Outline) {
        #expect(Overlap.among([Self.square(0, 0), other]) == [], "\(name)")
    }

    @Test(arguments: [
        ("half", square(500, 0), 0.5), ("the same", square(0, 0), 1),
        ("inside", square(200, 200, 100, 100), 1),
        ("a quarter", square(500, 500), 0.25), ("across", square(-500, 400, 2000, 200), 0.2),
        ("a shared side and inside", square(0, 0, 500, 1000), 1),
    ])
    func `what two share is told with its part of the smaller one`(
        name: String,
        other: Outline,
        share: Double
    ) throws {
        let found = Overlap.among([Self.square(0, 0), Self.square(9000, 0), other])
        let overlap = try #require(found.first, "\(name)")
        #expect(found.count == 1)
        #expect(overlap.first == 0 && overlap.second == 2)
        let smaller = min(
            Self.square(0, 0).measured.squareMetres,
            other.measured.squareMetres
        )
        let ofSmaller = overlap.squareMetres / smaller
        #expect((overlap.share - ofSmaller).magnitude < 0.001)
        let expected = share * Self.square(0, 0).measured.squareMetres / smaller
        #expect((overlap.share - min(1, expected)).magnitude < 0.001, "\(name)")
        let place = try #require(overlap.place)
        #expect(PositionBox(around: other.ring)?.contains(place) == true)
    }

    @Test func `which way round a ring was walked makes no difference`() {
        let (one, other) = (Self.square(0, 0), Self.square(500, 0))
        let back = Outline(ring: other.ring.reversed())
        let beside = Outline(ring: Self.square(1000, 0).ring.reversed())
        #expect(Overlap.among([one, back]).count == 1)
        #expect(Overlap.among([one, beside]) == [])
        #expect(Overlap.among([one, Outline(ring: one.ring.reversed())]).count == 1)
    }

    @Test func `the tolerance is a size, or a share of small plots`() {
        // Some 12,300 square metres each; a strip of 8 millionths is 98, of 9 it is 110.
        let one = Self.square(0, 0)
        #expect(Overlap.among([one, Self.square(992, 0)]) == [])
        #expect(Overlap.among([one, Self.square(991, 0)]).count == 1)
        var strict = Overlap.Tolerance()
        strict.squareMetres = 0
        strict.share = 0
        #expect(Overlap.among([one, Self.square(992, 0)], forgiving: strict).count == 1)
        // Beside a garden of 123 square metres, 12 are much.
        let garden = Self.square(1000, 0, 100, 100)
        #expect(Overlap.among([Self.square(10, 0), garden]).count == 1)
    }

    @Test func `an area that is not sound is left to the check of its ring`() {
        let ring = [(0, 0), (1000, 1000), (1000, 0), (0, 1000), (0, 0)] as [(Int32, Int32)]
        let bow = Outline(
            ring: ring.map { Position(longitude: Self.west + $0.0, latitude: Self.south + $0.1) }
        )
        #expect(Overlap.among([bow, Self.square(0, 0)]) == [])
    }

    /// Staircases on a grid, whose common cells can be counted.
    @Test(arguments: UInt64(1)...60)
    func `what is shared is what cells say, however borders run together`(seed: UInt64) {
        var numbers = SeededNumbers(seed)
        let stairs = (0..<12).map { _ in Staircase(&numbers) }
        var exact = Overlap.Tolerance()
        (exact.squareMetres, exact.share, exact.rounding) = (0, 0, 0.1)
        var found: [Set<Int>: Double] = [:]
        for overlap in Overlap.among(stairs.map(\.outline), forgiving: exact) {
            found[[overlap.first, overlap.second]] = overlap.squareMetres
        }
        let cell = PlotFiles.outline(
            west: Self.west,
            south: Self.south,
            wide: Staircase.step,
            high: Staircase.step
        ).measured.squareMetres
        for one in stairs.indices {
            for other in stairs.indices where other > one {
                let cells = stairs[one].cells.intersection(stairs[other].cells).count
                let told = found[[one, other], default: 0]
                #expect(
                    (told - Double(cells) * cell).magnitude < 0.01 * cell * Double(max(1, cells))
                )
            }
        }
    }
}

/// Columns of a grid beside each other, each from the same floor to a height of its own.
private struct Staircase {
    static let step: Int32 = 100
    let outline: Outline
    private(set) var cells: Set<[Int]> = []

    init(_ numbers: inout SeededNumbers) {
        let (left, floor) = (numbers.whole(0...5), numbers.whole(0...5))
        let heights = (0..<numbers.whole(1...4)).map { _ in numbers.whole(1...4) }
        var corners: [(Int, Int)] = [(left, floor), (left + heights.count, floor)]
        for (index, height) in heights.enumerated().reversed() {
            corners += [(left + index + 1, floor + height), (left + index, floor + height)]
            for row in floor..<floor + height { cells.insert([left + index, row]) }
        }
        let ring = (corners + [(left, floor)]).map { x, y in
            Position(
                longitude: 103_000_000 + Int32(x) * Self.step,
                latitude: -4_000_000 + Int32(y) * Self.step
            )
        }
        var plain: [Position] = []
        for place in ring where place != plain.last { plain.append(place) }
        outline = Outline(ring: numbers.happens(0.5) ? plain : plain.reversed())
    }
}
