import Plots
import Testing

@Suite struct DrawingTests {
    private let square = PlotFiles.outline(west: 103_000_000, south: 0, wide: 2000, high: 1000)

    @Test func `a plot is drawn as it lies, with the place that is meant`() throws {
        let place = Position(longitude: 103_002_000, latitude: 1000)
        let drawing = try #require(Drawing(of: .polygon(square), marking: place))
        // Twice as wide as high; north is up, so the plot begins below on the left.
        #expect(drawing.width == 224)
        #expect((123...124).contains(drawing.height))
        #expect(drawing.path.hasPrefix("M12 11"))
        #expect(drawing.path.hasSuffix("Z"))
        #expect(drawing.mark?.x == 212 && drawing.mark?.y == 12)
        let svg = String(decoding: drawing.svg, as: UTF8.self)
        #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>"))
        #expect(svg.contains(#"<circle cx="212" cy="12""#))
    }

    @Test func `a place outside is not marked, and what is no area is not drawn`() {
        let far = Position(longitude: 104_000_000, latitude: 0)
        #expect(Drawing(of: .polygon(square), marking: far)?.mark == nil)
        #expect(Drawing(of: .point(far, hectares: 1)) == nil)
        #expect(Drawing(of: .polygon(Outline(ring: []))) == nil)
        #expect(Drawing(of: .polygon(Outline(ring: [far, far]))) == nil)
        let nowhere = Outline(ring: [far, Position(longitude: .max, latitude: .min), far])
        #expect(Drawing(of: .polygon(nowhere)) == nil)
    }

    @Test func `many corners on one spot are drawn once`() throws {
        let many = (0..<10_000).map { Position(longitude: 103_000_000 + $0 / 100, latitude: 0) }
        let corner = Position(longitude: 103_100_000, latitude: 100_000)
        let drawing = try #require(Drawing(of: .polygon(Outline(ring: many + [corner, many[0]]))))
        #expect(drawing.path.utf8.count < 100)
    }
}
