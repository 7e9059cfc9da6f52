import Coffee
import Ledger
import Plots
import Site
import Stories
import Testing

/// What is found about plots: against maps, against each other, by Whisp.
struct PlotsUnderTheLawTests {
    private static func plot(
        _ number: UInt64,
        _ boundary: Boundary?,
        permit: String? = nil
    ) -> RegisteredPlot {
        RegisteredPlot(
            CoffeeOfARegency.id(number),
            code: "K-\(number)",
            name: "Talang",
            village: "Contoh Ulu",
            of: nil,
            boundary,
            papers: RegisteredPlot.Papers(permit: permit)
        )
    }

    private static func point(_ longitude: Double, _ latitude: Double) -> Boundary? {
        Position(longitudeDegrees: longitude, latitudeDegrees: latitude)
            .map { .point($0, hectares: 1) }
    }

    /// A forest of two hundredths of a degree, with a village of two thousandths left out of it.
    private static let estate: [Outline] = {
        let around = CoffeeOfARegency.square(103.50, -4.22, side: 0.02)?.outlines.first
        let left = CoffeeOfARegency.square(103.51, -4.21)?.outlines.first
        return around.map { [Outline(ring: $0.ring, holes: left.map { [$0.ring] } ?? [])] } ?? []
    }()

    private static let permits =
        CoffeeOfARegency.square(103.502, -4.218, side: 0.003)?.outlines ?? []

    @Test(arguments: [
        ("far outside", 103.60, -4.30, AssessedOutcome.clear),
        ("in the village that the forest leaves out", 103.51, -4.21, .clear),
        ("in the forest", 103.505, -4.205, .risk),
        ("in the forest under a permit", 103.5025, -4.2175, .permitted),
        ("half outside", 103.499, -4.22, .risk),
        ("along the border", 103.498, -4.22, .clear),
    ])
    func `a plot lies outside, inside with a permit, or inside without`(
        name: String,
        west: Double,
        south: Double,
        outcome: AssessedOutcome
    ) {
        let holding = HoldingAgainstMaps(estate: Self.estate, permits: Self.permits)
        let plot = Self.plot(1, CoffeeOfARegency.square(west, south))
        #expect(holding.standing(of: plot).outcome == outcome, "\(name)")
    }

    @Test func `half of a plot inside is told in square metres`() throws {
        let holding = HoldingAgainstMaps(estate: Self.estate, permits: [])
        let plot = Self.plot(1, CoffeeOfARegency.square(103.499, -4.22))
        let metres = try #require(holding.standing(of: plot).squareMetres)
        // Five hectares, half of them.
        #expect((24_000...25_000).contains(metres))
    }

    @Test(arguments: [
        (103.505, -4.205, AssessedOutcome.risk), (103.6, -4.3, .clear), (103.511, -4.209, .clear),
    ])
    func `a point is inside or not`(east: Double, north: Double, outcome: AssessedOutcome) {
        let holding = HoldingAgainstMaps(estate: Self.estate, permits: [])
        #expect(holding.standing(of: Self.plot(1, Self.point(east, north))).outcome == outcome)
    }

    @Test func `a permit that the register names counts, and a plot without a place is unclear`() {
        let holding = HoldingAgainstMaps(estate: Self.estate, permits: [])
        let inside = CoffeeOfARegency.square(103.505, -4.205)
        #expect(
            holding.standing(of: Self.plot(1, inside, permit: "SK 1/2019")).outcome == .permitted
        )
        #expect(holding.standing(of: Self.plot(1, nil)).outcome == .unclear)
    }

    @Test func `overlapping plots name each other, neighbours do not`() {
        let plots = [
            Self.plot(1, CoffeeOfARegency.square(103.5, -4.2)),
            Self.plot(2, CoffeeOfARegency.square(103.502, -4.2)),
            Self.plot(3, CoffeeOfARegency.square(103.501, -4.199)),
            Self.plot(4, nil), Self.plot(5, Self.point(103.501, -4.199)),
        ]
        let found = HoldingAgainstMaps.overlaps(among: plots)
        #expect(Set(found.keys) == Set([1, 2, 3].map(CoffeeOfARegency.id)))
        #expect(found[CoffeeOfARegency.id(1)]?.other == CoffeeOfARegency.id(3))
        #expect(found[CoffeeOfARegency.id(2)]?.other == CoffeeOfARegency.id(3))
    }

    @Test func `areas for other uses and water are no forest`() throws {
        let file = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"FUNGSI":"Hutan Lindung"},"geometry":{"type":"Polygon",\
            "coordinates":[[[103.5,-4.2],[103.6,-4.2],[103.6,-4.1],[103.5,-4.2]]]}},
            {"type":"Feature","properties":{"FUNGSI":"APL"},"geometry":{"type":"Polygon",\
            "coordinates":[[[103.7,-4.2],[103.8,-4.2],[103.8,-4.1],[103.7,-4.2]]]}}]}
            """
        let rows = try PlotRows(reading: Array(file.utf8)).rows
        #expect(ForestMap.areas(of: rows, as: .estate).count == 1)
        #expect(ForestMap.areas(of: rows, as: .permit).count == 2)
    }

    @Test func `whisp gets numbers and boundaries, and nothing of a person`() throws {
        let plots = [Self.plot(1, CoffeeOfARegency.square(103.5, -4.2)), Self.plot(2, nil)]
        let file = String(decoding: WhispExchange.file(of: plots), as: UTF8.self)
        #expect(file.contains(#"{"external_id":"K-1"}"#))
        #expect(!file.contains("K-2"))
        #expect(!file.contains("Contoh"))
        #expect(try PlotRows(reading: Array(file.utf8)).rows.map(\.boundary?.outlines.count) == [1])
    }

    @Test(arguments: [
        "plotId,external_id,Area,risk_pcrop\n1,K-1,5.1,low\n2,K-2,4.0,high\n"
            + "3,K-3,1,more_info_needed\n4,,1,low\n5,K-5,1,sky\n",
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"external_id":"K-1","Risk_PCrop":"low"},"geometry":\
        {"type":"Point","coordinates":[103.5,-4.2]}},
        {"type":"Feature","properties":{"external_id":"K-2","Risk_PCrop":"high"},"geometry":\
        {"type":"Point","coordinates":[103.5,-4.2]}},
        {"type":"Feature","properties":{"external_id":"K-3","Risk_PCrop":"more_info_needed"},\
        "geometry":{"type":"Point","coordinates":[103.5,-4.2]}},
        {"type":"Feature","properties":{"external_id":"","Risk_PCrop":"low"},"geometry":\
        {"type":"Point","coordinates":[103.5,-4.2]}},
        {"type":"Feature","properties":{"external_id":"K-5","Risk_PCrop":"sky"},"geometry":\
        {"type":"Point","coordinates":[103.5,-4.2]}}]}
        """,
    ])
    func `what whisp gives back is read from a table and from geojson`(file: String) throws {
        let rows = try WhispExchange.rows(of: Array(file.utf8))
        let results = try #require(WhispExchange.results(in: rows))
        #expect(results.results.map(\.code) == ["K-1", "K-2", "K-3"])
        #expect(results.results.map(\.outcome) == [.clear, .risk, .unclear])
        #expect(results.unreadable.count == 2)
    }

    @Test func `a file without its columns is no result of whisp`() throws {
        let rows = try WhispExchange.rows(of: Array("a,b\n1,2\n".utf8))
        #expect(WhispExchange.results(in: rows) == nil)
    }
}
