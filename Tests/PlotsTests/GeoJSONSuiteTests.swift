import Foundation
import Plots
import Testing

/// The public suite of geojsonhint, which is not part of this project.
///
/// It is looked for in `$SERASAN_SUITES/geojsonhint`, else in `../shared/suites`.
private enum GeoJSONSuite {
    static var data: URL {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let suites =
            ProcessInfo.processInfo.environment["SERASAN_SUITES"]
            ?? root.appending(path: "../shared/suites").standardized.path
        return URL(filePath: suites).appending(path: "geojsonhint/test/data")
    }

    static var isHere: Bool { FileManager.default.fileExists(atPath: data.path) }

    static func files(_ folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: data.appending(path: folder).path)
        return (names?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".geojson") }.sorted()
    }

    static func check(_ name: String) throws -> PlotFileCheck {
        PlotFileCheck(Array(try Data(contentsOf: data.appending(path: name))))
    }
}

@Suite(
    .enabled(
        if: GeoJSONSuite.isHere,
        "the public suite geojsonhint is not here: set SERASAN_SUITES to the folder that holds it"
    )
)
struct GeoJSONSuiteTests {
    /// What the suite takes for bad and we for good, and why; everything else in it we must not
    /// take without a word about its form.
    private static let lenient: [String: String] = [
        "geometrycollection_single.geojson": "advice of the suite; the EU's papers allow it"
    ]

    /// What is said of any file from elsewhere, and is no word about its form.
    private static let ofContent: Set = [
        "outside-indonesia", "few-decimals", "area-missing", "country-missing", "producer-missing",
    ]

    @Test(arguments: GeoJSONSuite.files("bad"))
    func `what is bad GeoJSON is bad here too`(name: String) throws {
        let codes = try GeoJSONSuite.check("bad/\(name)").codes.subtracting(Self.ofContent)
        #expect(codes.isEmpty == (Self.lenient[name] != nil), "\(name): \(codes)")
    }

    /// What is good GeoJSON and refused here, with the codes of what the EU's papers forbid.
    private static let strict: [String: Set<String>] = [
        // No lines.
        "good-featurecollection-extensions.geojson": ["geometry-type"],
        "good-geometrycollection.geojson": ["geometry-type"],
        // No plot without a place, no holes.
        "nullgeometry.geojson": ["geometry-missing"],
        "multipolygon.geojson": ["hole"],
    ]

    @Test(arguments: GeoJSONSuite.files("good"))
    func `what is good GeoJSON is good here, but for what the rules forbid`(name: String) throws {
        let check = try GeoJSONSuite.check("good/\(name)")
        let codes = check.codes.subtracting(Self.ofContent)
        #expect(codes == Self.strict[name] ?? [], "\(name)")
    }

    @Test func `the suite is whole`() {
        #expect(GeoJSONSuite.files("bad").count > 20)
        #expect(GeoJSONSuite.files("good").count > 5)
    }
}
