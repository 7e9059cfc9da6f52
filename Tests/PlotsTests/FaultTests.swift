import Plots
import Testing

/// One file, what is said of it, and what is left after the repair.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let name: String
    let file: [UInt8]
    let codes: Set<String>

    /// Nil where nothing may be mended.
    let mended: Set<String>?

    var testDescription: String { name }

    init(_ name: String, _ file: [UInt8], _ codes: Set<String>, mended: Set<String>? = nil) {
        self.name = name
        self.file = file
        self.codes = codes
        self.mended = mended
    }

    init(
        _ name: String,
        _ geometry: String,
        _ codes: Set<String>,
        mended: Set<String>? = nil
    ) {
        self.init(name, geometry, PlotFiles.properties(area: nil), codes, mended: mended)
    }

    init(
        _ name: String,
        _ geometry: String,
        _ properties: String,
        _ codes: Set<String>,
        mended: Set<String>? = nil
    ) {
        let file = PlotFiles.collection(PlotFiles.feature(geometry, properties))
        self.init(name, file, codes, mended: mended)
    }
}

@Suite struct FaultTests {
    private typealias Files = PlotFiles

    static let rows: [FaultCase] = rules + rings + places + properties + form

    /// The rows of the table of the EU's rules, and then some.
    private static let rules: [FaultCase] = [
        FaultCase("a point of 4.0", Files.point(), Files.properties(area: "4.0"), []),
        FaultCase(
            "a point of 4.01",
            Files.point(),
            Files.properties(area: "4.01"),
            ["point-too-large"]
        ),
        FaultCase("a point with no area", Files.point(), ["area-missing"]),
        FaultCase(
            "an area as text",
            Files.point(),
            Files.properties(area: "\"3\""),
            ["area-as-text"],
            mended: []
        ),
        FaultCase(
            "a ring that is open",
            Files.polygon(
                "[103.5,-4.2],[103.5012345,-4.2],[103.501001,-4.199001],[103.5,-4.199001]"
                    .replacing("103.5012345", with: "103.501234")
            ),
            ["ring-open"],
            mended: []
        ),
        FaultCase(
            "a hole",
            Files.polygon(
                Files.square,
                "[103.500200,-4.199800],[103.500200,-4.199500],[103.500500,-4.199500],"
                    + "[103.500200,-4.199800]"
            ),
            ["hole"]
        ),
        FaultCase(
            "latitude first",
            Files.point("[1.612345,99.252345]"),
            Files.properties(area: "1"),
            ["axes-swapped"],
            mended: []
        ),
        FaultCase(
            "a line",
            #"{"type":"LineString","coordinates":[[103.512345,-4.212345],[103.512346,-4.212345]]}"#,
            ["geometry-type"]
        ),
        FaultCase("a sound polygon", Files.polygon(Files.square), []),
        FaultCase(
            "several points",
            #"{"type":"MultiPoint","coordinates":[[103.512345,-4.212345],[103.512347,-4.212345]]}"#,
            Files.properties(area: "2"),
            []
        ),
        FaultCase(
            "several polygons",
            #"{"type":"MultiPolygon","coordinates":[[[\#(Files.square)]],[[[103.6,-4.212345],"#
                + "[103.601,-4.2],[103.601,-4.19],[103.6,-4.212345]]]]}",
            []
        ),
        FaultCase(
            "a collection",
            #"{"type":"GeometryCollection","geometries":[\#(Files.point())]}"#,
            Files.properties(area: "2"),
            []
        ),
    ]

    private static let rings: [FaultCase] = [
        FaultCase(
            "a bow",
            Files.polygon(
                "[103.500001,-4.2],[103.501001,-4.199001],[103.501001,-4.2],[103.500001,-4.199001],"
                    + "[103.500001,-4.2]"
            ),
            ["ring-crosses"]
        ),
        FaultCase(
            "a ring that touches itself",
            Files.polygon(
                "[103.500001,-4.2],[103.502001,-4.2],[103.502001,-4.199001],[103.501001,-4.2],"
                    + "[103.500001,-4.199001],[103.500001,-4.2]"
            ),
            ["ring-touches"]
        ),
        FaultCase(
            "a spike",
            Files.polygon(
                "[103.500001,-4.2],[103.501001,-4.2],[103.501001,-4.199001],[103.501001,-4.198001],"
                    + "[103.501001,-4.199001],[103.500001,-4.199001],[103.500001,-4.2]"
            ),
            ["ring-doubled"]
        ),
        FaultCase(
            "the same corner twice",
            Files.polygon(
                "[103.500001,-4.2],[103.500001,-4.2],[103.501001,-4.2],[103.501001,-4.199001],"
                    + "[103.500001,-4.2]"
            ),
            ["vertex-repeated"],
            mended: []
        ),
        FaultCase(
            "corners that are one when rounded",
            Files.polygon(
                "[103.5000011,-4.2],[103.5000012,-4.2],[103.501001,-4.2],[103.501001,-4.199001],"
                    + "[103.5000011,-4.2]"
            ),
            ["vertex-repeated-when-rounded", "more-decimals"],
            mended: []
        ),
        FaultCase(
            "corners that are one only when cut",
            Files.polygon(
                "[103.5000014,-4.2],[103.5000019,-4.2000001],[103.501001,-4.2],"
                    + "[103.501001,-4.199001],[103.5000014,-4.2]"
            ),
            ["ring-bad-when-cut", "more-decimals"],
            mended: []
        ),
        FaultCase(
            "too few positions",
            Files.polygon("[103.500001,-4.2],[103.501001,-4.2],[103.500001,-4.2]"),
            ["ring-too-few"]
        ),
        FaultCase(
            "two corners that repeat",
            Files.polygon(
                "[103.500001,-4.2],[103.501001,-4.2],[103.501001,-4.2],[103.500001,-4.2]"
            ),
            ["ring-too-few", "vertex-repeated"],
            mended: ["ring-too-few"]
        ),
        FaultCase(
            "a straight line",
            Files.polygon(
                "[103.500001,-4.2],[103.501001,-4.2],[103.502001,-4.2],[103.500001,-4.2]"
            ),
            ["ring-straight"]
        ),
        FaultCase(
            "no area to speak of",
            Files.polygon(
                "[103.500001,-4.2],[103.500003,-4.2],[103.500003,-4.199999],[103.500001,-4.2]"
            ),
            ["ring-no-area"]
        ),
        FaultCase(
            "clockwise",
            Files.polygon(
                "[103.500001,-4.2],[103.500001,-4.199001],[103.501001,-4.199001],[103.501001,-4.2],"
                    + "[103.500001,-4.2]"
            ),
            ["ring-turned"],
            mended: []
        ),
        FaultCase(
            "parts over each other",
            #"{"type":"MultiPolygon","coordinates":[[[\#(Files.square)]],[[[103.5005,-4.199901],"#
                + "[103.503,-4.199901],[103.503,-4.197],[103.5005,-4.199901]]]]}",
            ["parts-overlap"]
        ),
    ]

    private static let places: [FaultCase] = [
        FaultCase(
            "numbers as text",
            Files.point(#"["103.512345","-4.212345"]"#),
            Files.properties(area: "1"),
            ["coordinate-as-text"],
            mended: []
        ),
        FaultCase(
            "a comma in a number as text",
            Files.point(#"["103,512345","-4,212345"]"#),
            Files.properties(area: "1"),
            ["coordinate-as-text"],
            mended: []
        ),
        FaultCase(
            "a word for a number",
            Files.point(#"["bujur",-4.212345]"#),
            Files.properties(area: "1"),
            ["coordinates"]
        ),
        FaultCase(
            "a height",
            Files.point("[103.512345,-4.212345,712.5]"),
            Files.properties(area: "1"),
            ["altitude"],
            mended: []
        ),
        FaultCase(
            "one number",
            Files.point("[103.512345]"),
            Files.properties(area: "1"),
            ["coordinates"]
        ),
        FaultCase(
            "a point in more brackets",
            Files.point("[[103.512345,-4.212345]]"),
            Files.properties(area: "1"),
            ["point-nested"],
            mended: []
        ),
        FaultCase(
            "too many brackets",
            Files.polygon("[\(Files.square)]"),
            ["coordinates"]
        ),
        FaultCase(
            "seven decimals",
            Files.point("[103.5123456,-4.2123456]"),
            Files.properties(area: "1"),
            ["more-decimals"],
            mended: []
        ),
        FaultCase(
            "four decimals",
            Files.point("[103.5123,-4.2123]"),
            Files.properties(area: "1"),
            ["few-decimals"]
        ),
        FaultCase(
            "metres",
            Files.point("[334512.123456,9534212.123456]"),
            Files.properties(area: "1"),
            ["not-on-earth"]
        ),
        FaultCase(
            "beyond the pole",
            Files.point("[10.512345,-94.212345]"),
            Files.properties(area: "1"),
            ["not-on-earth"]
        ),
        FaultCase(
            "Europe",
            Files.point("[13.512345,52.212345]"),
            Files.properties(area: "1"),
            ["outside-indonesia"]
        ),
    ]

    private static let properties: [FaultCase] = [
        FaultCase(
            "an area that is no number",
            Files.point(),
            Files.properties(area: "\"dua\""),
            ["area-no-number"]
        ),
        FaultCase(
            "an area that may be two numbers",
            Files.point(),
            Files.properties(area: "\"1,250\""),
            ["area-no-number"]
        ),
        FaultCase(
            "a comma in an area",
            Files.point(),
            Files.properties(area: "\"1,25\""),
            ["area-as-text"],
            mended: []
        ),
        FaultCase(
            "no area at all",
            Files.point(),
            Files.properties(area: "null"),
            ["area-no-number"]
        ),
        FaultCase("an area of 0", Files.point(), Files.properties(area: "0"), ["area-tiny"]),
        FaultCase(
            "below the smallest",
            Files.point(),
            Files.properties(area: "0.00005"),
            ["area-tiny"]
        ),
        FaultCase(
            "the smallest of one paper",
            Files.point(),
            Files.properties(area: "0.0001"),
            ["area-small"]
        ),
        FaultCase(
            "the smallest of the other paper",
            Files.point(),
            Files.properties(area: "0.1"),
            []
        ),
        FaultCase(
            "an area that is not the boundary's",
            Files.polygon(Files.square),
            Files.properties(area: "3.5"),
            ["area-differs"]
        ),
        FaultCase(
            "text for the area of a polygon",
            Files.polygon(Files.square),
            Files.properties(area: "\"1.2\""),
            ["area-as-text"],
            mended: []
        ),
        FaultCase(
            "other capitals",
            Files.point(),
            #"{"producername":"Kenari","Producer_Country":"ID","area":2}"#,
            ["property-name", "area-missing"],
            mended: []
        ),
        FaultCase(
            "other capitals hide a plot that is too large",
            Files.point(),
            #"{"ProducerName":"Kenari","ProducerCountry":"ID","AREA":"5"}"#,
            ["property-name", "area-missing"],
            mended: ["point-too-large"]
        ),
        FaultCase(
            "three letters",
            Files.point(),
            #"{"ProducerName":"Kenari","ProducerCountry":"IDN","Area":2}"#,
            ["country"],
            mended: []
        ),
        FaultCase(
            "small letters",
            Files.point(),
            #"{"ProducerName":"Kenari","ProducerCountry":"id","Area":2}"#,
            ["country"],
            mended: []
        ),
        FaultCase(
            "no country that there is",
            Files.point(),
            #"{"ProducerName":"Kenari","ProducerCountry":"XX","Area":2}"#,
            ["country"]
        ),
        FaultCase(
            "nobody",
            Files.point(),
            #"{"ProducerName":" ","Area":2}"#,
            ["producer-missing", "country-missing"]
        ),
        FaultCase(
            "a number for a name",
            Files.point(),
            #"{"ProducerName":7,"ProducerCountry":"ID","Area":2}"#,
            ["property-no-text"]
        ),
    ]

    private static let form: [FaultCase] = [
        FaultCase("no geometry", "null", ["geometry-missing"]),
        FaultCase(
            "an unknown type",
            #"{"type":"polygon","coordinates":[]}"#,
            ["unknown-type"]
        ),
        FaultCase("no coordinates", #"{"type":"Polygon"}"#, ["member-missing"]),
        FaultCase("no rings", #"{"type":"Polygon","coordinates":[]}"#, ["coordinates"]),
        FaultCase(
            "properties as a list",
            Files.point(),
            "[]",
            [
                "properties-no-object", "area-missing", "country-missing", "producer-missing",
            ]
        ),
        FaultCase(
            "a mark before it",
            [0xEF, 0xBB, 0xBF] + Files.collection(Files.feature(Files.point())),
            ["byte-order-mark"],
            mended: []
        ),
        FaultCase("no plots", Files.collection(), ["empty"]),
        FaultCase("a number for a feature", Files.collection("7"), ["member-missing"]),
        FaultCase(
            "WGS 84 by name",
            Array(
                #"{"type":"Point","crs":{"properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"#
                    .utf8
            ) + Array(#""coordinates":[103.512345,-4.212345]}"#.utf8),
            ["crs"],
            mended: []
        ),
        FaultCase(
            "another system of coordinates",
            Array(
                #"{"type":"Point","crs":{"properties":{"name":"EPSG:32748"}},"#.utf8
            )
                + Array(#""coordinates":[103.512345,-4.212345]}"#.utf8),
            ["crs"]
        ),
        FaultCase(
            "a name twice",
            Files.collection(
                Files.feature(Files.point()).replacing(
                    "\"Area\":1.25",
                    with: "\"Area\":1.25,\"Area\":9"
                )
            ),
            ["member-twice", "point-too-large"]
        ),
        FaultCase(
            "the same plot twice",
            Files.collection(
                Files.feature(Files.polygon(Files.square), Files.properties(area: nil)),
                Files.feature(
                    Files.polygon(
                        "[103.501001,-4.200000],[103.501001,-4.199001],[103.500001,-4.199001],"
                            + "[103.500000,-4.200000],[103.501001,-4.200000]"
                    ),
                    Files.properties(area: nil)
                )
            ),
            ["duplicate-plot"]
        ),
        FaultCase(
            "the same point twice",
            Files.collection(Files.feature(Files.point()), Files.feature(Files.point())),
            ["duplicate-plot"]
        ),
        FaultCase(
            "two plots on the same ground",
            Files.collection(
                Files.feature(Files.polygon(Files.square), Files.properties(area: nil)),
                Files.feature(
                    Files.polygon(
                        "[103.500500,-4.200000],[103.502001,-4.200000],[103.502001,-4.199001],"
                            + "[103.500500,-4.200000]"
                    ),
                    Files.properties(area: nil)
                )
            ),
            ["plots-overlap"]
        ),
    ]

    @Test(arguments: rows)
    func `each fault is told by its code`(row: FaultCase) {
        let check = PlotFileCheck(row.file)
        #expect(check.codes == row.codes, "\(check.findings.map(\.sentenceInEnglish))")
        for finding in check.findings {
            #expect(finding.sentence != finding.sentenceInEnglish)
            #expect(finding.line != nil)
        }
    }

    @Test(arguments: rows)
    func `what can be mended safely is mended, and the rest is left`(row: FaultCase) throws {
        let check = PlotFileCheck(row.file)
        #expect(!check.repairs.isEmpty == (row.mended != nil))
        guard let bytes = check.repaired() else {
            #expect(row.mended == nil)
            return
        }
        let again = PlotFileCheck(bytes)
        #expect(again.codes == row.mended ?? row.codes, "\(String(decoding: bytes, as: UTF8.self))")
        #expect(again.repairs.isEmpty)
        #expect(again.plots.count == check.plots.count)
    }
}
