import Plots
import Testing

@Suite struct MeasuringTests {
    @Test func `the example of the rules has 5 hectares and a bit`() throws {
        let places = [(99.25, 1.6), (99.252, 1.6), (99.252, 1.6021), (99.25, 1.6021), (99.25, 1.6)]
        let ring = try places.map {
            try #require(Position(longitudeDegrees: $0.0, latitudeDegrees: $0.1))
        }
        let boundary = Boundary.polygon(Outline(ring: ring))
        // 222.6 by 232.2 metres.
        let hectares = try #require(boundary.hectares)
        #expect((hectares - 5.17).magnitude < 0.0517)
        #expect((boundary.perimeter - 909.6).magnitude < 1)
    }

    /// A degree of the equator is 111,319.49 metres long, one of the meridian there 110,574.39.
    @Test func `a square at the equator is as large as the ellipsoid says`() {
        let measured = PlotFiles.outline(west: 0, south: 0, wide: 10_000, high: 10_000).measured
        #expect((measured.squareMetres - 1113.1949 * 1105.7427).magnitude < 1)
        #expect((measured.perimeter - 2 * (1113.1949 + 1105.7427)).magnitude < 0.01)
        #expect(measured.isCounterclockwise)
    }

    @Test func `a hole is no part of the area, and its border is one more way round`() {
        let whole = PlotFiles.outline(
            west: 103_000_000,
            south: -4_000_000,
            wide: 4000,
            high: 4000
        )
        let hole = PlotFiles.outline(
            west: 103_001_000,
            south: -3_999_000,
            wide: 2000,
            high: 2000
        )
        let holed = Outline(ring: whole.ring, holes: [hole.ring]).measured
        let rest = whole.measured.squareMetres - hole.measured.squareMetres
        #expect((holed.squareMetres - rest).magnitude < 0.001)
        #expect(holed.perimeter == whole.measured.perimeter + hole.measured.perimeter)
    }

    @Test func `a point is as large as it is told to be`() throws {
        let place = try #require(Position(longitudeDegrees: 103.5, latitudeDegrees: -4.2))
        #expect(Boundary.point(place, hectares: 1.25).hectares == 1.25)
        #expect(Boundary.point(place, hectares: nil).hectares == nil)
        #expect(Boundary.point(place, hectares: 1.25).perimeter == 0)
    }

    @Test(arguments: [
        (103.512345, "103.512345"), (-4.2, "-4.200000"), (0, "0.000000"), (-0.0000004, "0.000000"),
        (-0.0000005, "-0.000001"), (103.5123455, "103.512346"), (140.9999999, "141.000000"),
    ])
    func `degrees are written with six decimals`(degrees: Double, text: String) throws {
        let place = try #require(Position(longitudeDegrees: degrees, latitudeDegrees: 0))
        #expect(place.description == "\(text),0.000000")
    }

    @Test func `what is no number is no place, and what is too large is nowhere on earth`() throws {
        #expect(Position(longitudeDegrees: .nan, latitudeDegrees: 1) == nil)
        let far = try #require(Position(longitudeDegrees: 9_234_567, latitudeDegrees: -.infinity))
        #expect(!far.isOnEarth)
        #expect(!Position(longitude: 0, latitude: 90_000_001).isOnEarth)
        #expect(Position(longitude: -180_000_000, latitude: 90_000_000).isOnEarth)
    }
}
