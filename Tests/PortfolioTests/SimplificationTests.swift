import Portfolio
import Stories
import Testing

struct SimplificationTests {
    @Test func `a point on the line is left out, one beside it stays`() {
        let straight = (0...10).map { PlanePoint(Double($0), 0) }
        #expect(
            Simplification.line(straight, within: 0.1) == [PlanePoint(0, 0), PlanePoint(10, 0)]
        )
        var bent = straight
        bent[4].y = 3
        #expect(
            Simplification.line(bent, within: 1)
                == [
                    PlanePoint(0, 0), PlanePoint(3, 0), PlanePoint(4, 3), PlanePoint(5, 0),
                    PlanePoint(10, 0),
                ]
        )
        #expect(Simplification.line(bent, within: 5) == [PlanePoint(0, 0), PlanePoint(10, 0)])
    }

    @Test func `what is left out lies near what is left`() {
        var seed: UInt64 = 11
        func next() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(seed >> 40) / Double(1 << 24)
        }
        for _ in 0..<50 {
            let points = (0..<200).map { PlanePoint(Double($0) + next(), 20 * next()) }
            let simple = Simplification.line(points, within: 4)
            #expect(simple.count < points.count)
            #expect(simple.first == points.first && simple.last == points.last)
            for point in points {
                let near = zip(simple, simple.dropFirst()).map { away(point, $0, $1) }.min() ?? 0
                #expect(near <= 4.000_001)
            }
        }
    }

    private func away(_ p: PlanePoint, _ a: PlanePoint, _ b: PlanePoint) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let share = max(0, min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)))
        let (x, y) = (p.x - a.x - share * dx, p.y - a.y - share * dy)
        return (x * x + y * y).squareRoot()
    }

    @Test func `a ring keeps its corners, and one without an area is dropped`() {
        let square = [
            PlanePoint(0, 0), PlanePoint(5, 0), PlanePoint(10, 0), PlanePoint(10, 10),
            PlanePoint(5, 10), PlanePoint(0, 10),
        ]
        let corners = [
            PlanePoint(0, 0), PlanePoint(10, 0), PlanePoint(10, 10), PlanePoint(0, 10),
        ]
        #expect(Simplification.ring(square, within: 0.5) == corners)
        #expect(Simplification.ring(square, within: 50) == nil)
        #expect(Simplification.ring([PlanePoint(0, 0), PlanePoint(1, 1)], within: 1) == nil)
        #expect(
            Simplification.ring([PlanePoint](repeating: PlanePoint(1, 1), count: 5), within: 1)
                == nil
        )
    }

    private static func feature(_ code: String, _ x: Int) -> String {
        #"{"type":"Feature","properties":{"kode":"\#(code)"},"geometry":{"type":"Polygon","#
            + #""coordinates":[[[\#(103 + x),-4],[\#(104 + x),-4],[\#(104 + x),-3],"#
            + #"[\#(103 + x),-3],[\#(103 + x),-4]]]}}"#
    }

    private static func file(_ features: [String]) -> [UInt8] {
        Array(
            (#"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}")
                .utf8
        )
    }

    @Test func `districts are laid on one sheet`() throws {
        let file = Self.file([Self.feature("16.03.02", 0), Self.feature("16.03.08", 1)])
        let map = try DistrictShapes(geoJSON: file, codes: ["16.03.02", "16.03.08"])
        #expect(map.shapes.count == 2)
        // Two squares side by side: half as high as wide, and a little more near the equator.
        #expect((355...365).contains(map.height))
        #expect(try #require(map.shapes["16.03.02"]).path.hasPrefix("M2 "))
    }

    @Test func `a map that does not fit the regency is refused`() {
        let one = Self.file([Self.feature("16.03.02", 0)])
        #expect(throws: DistrictMapProblem.missing("16.03.08")) {
            try DistrictShapes(geoJSON: one, codes: ["16.03.02", "16.03.08"])
        }
        #expect(throws: DistrictMapProblem.unknownCode("16.03.02")) {
            try DistrictShapes(geoJSON: one, codes: ["16.03.08"])
        }
        for garbage in ["", "{}", "[]", #"{"features":[{}]}"#, "\u{0}"] {
            #expect(throws: DistrictMapProblem.unreadable) {
                try DistrictShapes(geoJSON: Array(garbage.utf8), codes: ["16.03.02"])
            }
        }
        #expect(throws: DistrictMapProblem.tooLarge) {
            try DistrictShapes(
                geoJSON: [UInt8](repeating: 0x20, count: DistrictShapes.most + 1),
                codes: []
            )
        }
    }

    @Test func `a very detailed boundary becomes small enough for a page`() throws {
        let corners = (0..<20_000).map { index -> String in
            let angle = Double(index) / 20_000 * 2 * Double.pi
            let radius = 1 + 0.02 * Double((index * 7919) % 13) / 13
            return
                "[\(104 + radius * Self.cosine(angle)),\(-3 + radius * Self.cosine(angle - .pi / 2))]"
        }
        let file = Self.file([
            #"{"type":"Feature","properties":{"kode":"16.03.02"},"geometry":{"type":"Polygon","#
                + #""coordinates":[[\#(corners.joined(separator: ","))]]}}"#
        ])
        let map = try DistrictShapes(geoJSON: file, codes: ["16.03.02"])
        let path = try #require(map.shapes["16.03.02"]).path
        #expect(path.utf8.count <= DistrictShapes.mostDrawn)
        #expect(path.utf8.count > 60)
    }

    /// Taylor's series is exact enough here and needs no library.
    private static func cosine(_ angle: Double) -> Double {
        var turned = angle
        while turned > .pi { turned -= 2 * .pi }
        var (term, sum) = (1.0, 1.0)
        for n in stride(from: 2.0, through: 24, by: 2) {
            term *= -turned * turned / (n * (n - 1))
            sum += term
        }
        return sum
    }
}
