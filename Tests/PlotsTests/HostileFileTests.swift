import Plots
import Stories
import Testing

@Suite struct HostileFileTests {
    @Test(arguments: [
        ("", "not-json"), (" ", "not-json"), ("{", "not-json"), ("[1,]", "not-json"),
        ("{\"a\":}", "not-json"), ("{\"a\" 1}", "not-json"), ("{1:2}", "not-json"),
        ("{\"a\":1,}", "not-json"), ("[01]", "not-json"), ("[1.]", "not-json"),
        ("[.5]", "not-json"), ("[+1]", "not-json"), ("[1e]", "not-json"), ("\"\u{1}\"", "not-json"),
        ("\"\\x\"", "not-json"), ("\"\\u12\"", "not-json"), ("\"a", "not-json"),
        ("tru", "not-json"), ("{} {}", "not-json"), ("[1 2]", "not-json"), ("[}", "not-json"),
        ("{]", "not-json"), ("[1}", "not-json"), ("NaN", "nan"), ("[-Infinity]", "nan"),
        ("[nan]", "nan"), ("[Infinity]", "nan"), ("null", "not-geojson"), ("[]", "not-geojson"),
        ("\"FeatureCollection\"", "not-geojson"), ("{}", "member-missing"),
        (String(repeating: "[", count: 1_000_000), "not-json"),
        (String(repeating: "{\"a\":", count: 1_000_000), "not-json"),
    ])
    func `what is no GeoJSON is told as that`(text: String, code: String) {
        let check = PlotFileCheck(text: text)
        #expect(check.codes == [code])
        #expect(check.errors == 1)
        #expect(check.plots.count <= 1)
    }

    @Test(
        arguments: [
            [0xFF], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFE, 0xFF, 0, 0x7B],
            [0x22, 0xC0, 0x80, 0x22], [0x22, 0xF0, 0x9F, 0x98],
        ] as [[UInt8]]
    )
    func `letters that are not UTF-8 are told`(bytes: [UInt8]) {
        #expect(PlotFileCheck(bytes).codes == ["not-utf-8"])
    }

    @Test func `a fault is told in its line`() throws {
        let text = """
            {"type":"FeatureCollection",
             "features":[
              {"type":"Feature","properties":{"ProducerName":"A","ProducerCountry":"ID",
               "Area":"3"},
               "geometry":{"type":"Point",
               "coordinates":[103.512345,
                -4.212345]}},
              {"type":"Feature","properties":{"ProducerName":"B","ProducerCountry":"ID"},
               "geometry":{"type":"Polygon","coordinates":[
                 [[103.5,-4.2],[103.501234,-4.2],[103.501234,-4.199]]]}}]}
            """
        let check = PlotFileCheck(text: text)
        #expect(check.findings.map(\.code) == ["area-as-text", "ring-open"])
        #expect(check.findings.map(\.line) == [4, 10])
        #expect(check.findings.map(\.feature) == [1, 2])
        #expect(check.findings.map(\.name) == ["A", "B"])
        #expect(PlotFileCheck(text: "{\n\n \"a\": x}").findings.first?.line == 3)
    }

    @Test func `a file that is too large is told, and read all the same`() {
        let space = [UInt8](repeating: 0x20, count: 25_000_000)
        let check = PlotFileCheck(
            PlotFiles.collection(PlotFiles.feature(PlotFiles.point())) + space
        )
        #expect(check.codes == ["file-too-large"])
        #expect(check.plots.count == 1)
    }

    @Test func `features and positions end somewhere`() {
        let many = Array(repeating: "{}", count: 100_001).joined(separator: ",")
        let check = PlotFileCheck(text: "{\"type\":\"FeatureCollection\",\"features\":[\(many)]}")
        #expect(check.codes.contains("too-many-features"))
        #expect(check.plots.count == 100_000)
        #expect(check.findings.count < 1000)
        #expect(check.repaired() == nil)

        let row = Array(repeating: "[103.5,-4.2]", count: 2_000_001).joined(separator: ",")
        let long = PlotFileCheck(
            text:
                "{\"type\":\"FeatureCollection\",\"features\":[\(PlotFiles.feature(PlotFiles.polygon(row)))]}"
        )
        #expect(long.codes.contains("too-many-positions"))
        #expect(long.repaired() == nil)
    }

    @Test func `a thousand producers are taken, and one more is not`() {
        func file(of count: Int) -> [UInt8] {
            let features = (0..<count).map { number in
                PlotFiles.feature(
                    PlotFiles.point("[103.5\(10_000 + number),-4.212345]"),
                    "{\"ProducerName\":\"Petani \(number)\",\"ProducerCountry\":\"ID\",\"Area\":1}"
                )
            }
            return PlotFiles.collection(features.joined(separator: ","))
        }
        #expect(PlotFileCheck(file(of: 1000)).codes == [])
        #expect(PlotFileCheck(file(of: 1001)).codes == ["too-many-producers"])
    }

    @Test func `a million corners are no harder than a few, even where all of them cross`() {
        let zigzag = (0..<1_000_000).map { index in
            let x = 100_000 + index * 7919 % 800_000
            return "[103.\(x),\(index.isMultiple(of: 2) ? "-4.100000" : "-4.900000")]"
        }
        let file = PlotFiles.collection(
            PlotFiles.feature(PlotFiles.polygon(zigzag.joined(separator: ",") + "," + zigzag[0]))
        )
        #expect(PlotFileCheck(file).codes.contains("ring-crosses"))
    }

    @Test func `numbers that are no degrees are never written anew`() throws {
        let metres = PlotFiles.feature(
            PlotFiles.point("[334512.1234567,9534212.1234567]"),
            "{\"area\":1}"
        )
        let mended = try #require(PlotFileCheck(PlotFiles.collection(metres)).repaired())
        let text = String(decoding: mended, as: UTF8.self)
        #expect(text.contains("[334512.1234567,9534212.1234567]"))
        #expect(text.contains("\"Area\":1"))
    }

    @Test func `a file that is partly swapped is not turned`() throws {
        let check = PlotFileCheck(
            PlotFiles.collection(
                PlotFiles.feature(PlotFiles.point("[-4.212345,103.512345]")),
                PlotFiles.feature(PlotFiles.point("[103.512345,-4.212346]"))
            )
        )
        #expect(check.codes == ["axes-swapped"])
        #expect(check.repairs == [])
        let mended = String(decoding: try #require(check.repaired()), as: UTF8.self)
        #expect(mended.contains("[-4.212345,103.512345]"))
    }

    @Test func `whatever else a feature holds comes through a repair`() throws {
        let check = PlotFileCheck(
            text: #"{"name":"kebun","type":"FeatureCollection","bbox":[1],"features":[{"id":7,"#
                + #""type":"Feature","catatan":{"a":[1,2.50]},"properties":{"kode":"A\u00e9","Area":"1","#
                + #""area":2},"geometry":{"type":"Point","coordinates":[103.5123450001,-4.2]}},7]}"#
        )
        let text = String(decoding: try #require(check.repaired()), as: UTF8.self)
        #expect(
            text == #"{"name":"kebun","type":"FeatureCollection","features":["# + "\n"
                + #"{"id":7,"type":"Feature","catatan":{"a":[1,2.50]},"properties":{"kode":"A\u00e9","Area":1.0,"#
                + #""area":2},"geometry":{"type":"Point","coordinates":[103.512345,-4.200000]}},"#
                + "\n7\n]}\n"
        )
    }

    /// Files with a few bytes changed, cut off or doubled: whatever comes of it, nothing crashes,
    /// and what was mended needs no mending.
    @Test(arguments: UInt64(1)...400)
    func `a spoiled file is told as spoiled`(seed: UInt64) {
        var numbers = SeededNumbers(seed)
        let rows = FaultTests.rows
        var bytes = rows[numbers.whole(0...rows.count - 1)].file
        let signs = Array("{}[],:\"\\0123456789.-eE \n nulltrueNaN".utf8) + [0, 0x80, 0xC3, 0xFF]
        for _ in 0..<numbers.whole(1...4) where !bytes.isEmpty {
            let at = numbers.whole(0...bytes.count - 1)
            switch numbers.whole(0...4) {
            case 0: bytes[at] = numbers.pick(signs)
            case 1: bytes.insert(numbers.pick(signs), at: at)
            case 2: bytes.remove(at: at)
            case 3: bytes.removeLast(min(bytes.count, numbers.whole(0...20)))
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
            }
        }
        let check = PlotFileCheck(bytes)
        #expect(check.errors + check.warnings >= check.findings.count)
        guard let mended = check.repaired() else { return }
        let again = PlotFileCheck(mended)
        #expect(again.plots.count == check.plots.count)
        let kinds = again.repairs.subtracting([.renameProperty])
        #expect(kinds.isEmpty || again.codes.contains("not-on-earth"), "\(kinds)")
    }
}
