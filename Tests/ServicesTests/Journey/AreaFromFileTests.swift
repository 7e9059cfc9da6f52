import Plots
import Services
import Testing

/// A boundary that comes as a file instead of being walked or typed.
struct AreaFromFileTests {
    private static let ring = "[[103.61,-4.05],[103.612,-4.05],[103.612,-4.052],[103.61,-4.05]]"

    @Test(arguments: [
        #"{"type":"Polygon","coordinates":[\#(ring)]}"#,
        #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#,
        #"{"type":"MultiPolygon","coordinates":[[\#(ring)]]}"#,
    ])
    func `the first area is taken, latitude first`(file: String) throws {
        let corners = try AreaFromFile.corners(Array(file.utf8))
        #expect(
            corners == "-4.050000 103.610000\n-4.050000 103.612000\n-4.052000 103.612000"
        )
    }

    @Test func `a place beside the equator is written in full`() throws {
        let ring = "[[100.1,0.000012],[100.11,0.000012],[100.11,0.02],[100.1,0.000012]]"
        let file = #"{"type":"Polygon","coordinates":[\#(ring)]}"#
        #expect(try AreaFromFile.corners(Array(file.utf8))?.hasPrefix("0.000012 100.1") == true)
    }

    @Test func `a file without an area gives none`() throws {
        let file = #"{"type":"Point","coordinates":[103.61,-4.05]}"#
        #expect(try AreaFromFile.corners(Array(file.utf8)) == nil)
    }

    @Test func `why a file cannot be read is said`() {
        #expect(throws: PlotRefusal.self) { try AreaFromFile.corners(Array("PK\u{3}\u{4}xx".utf8)) }
    }
}
