import Foundation
import Ledger
import Stories
import Testing

@Suite struct CanonicalJSONTests {
    private static var suite: String {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let suites =
            ProcessInfo.processInfo.environment["SERASAN_SUITES"]
            ?? root.appending(path: "../shared/suites").standardized.path
        return "\(suites)/rfc8785-jcs/testdata"
    }

    private static var isThere: Bool { FileManager.default.fileExists(atPath: suite) }

    @Test(
        .enabled(if: isThere, "the public suite lies elsewhere: set SERASAN_SUITES"),
        arguments: ["arrays", "french", "structures", "unicode", "values", "weird"]
    )
    func `the public suite of RFC 8785 is met byte for byte`(name: String) throws {
        let input = try Data(contentsOf: URL(filePath: "\(Self.suite)/input/\(name).json"))
        let output = try Data(contentsOf: URL(filePath: "\(Self.suite)/output/\(name).json"))
        let written = try CanonicalJSON.write(CanonicalJSON.readAny(Array(input)))
        #expect(Data(written) == output)
    }

    // From the table in RFC 8785, appendix B.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"), (0x8000_0000_0000_0001, "-5e-324"),
            (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"),
            (0x44B5_2D02_C7E1_4AF6, "1e+23"), (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
            (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF50, "1e+21"), (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"),
            (0x3EB0_C6F7_A0B5_ED8D, "0.000001"), (0x41B3_DE43_5555_5553, "333333333.3333332"),
            (0x41B3_DE43_5555_5554, "333333333.33333325"),
            (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
        ] as [(UInt64, String)]
    )
    func `numbers stand as ECMAScript writes them`(bits: UInt64, text: String) throws {
        let written = try CanonicalJSON.write(JSONValue.number(Double(bitPattern: bits)))
        #expect(String(decoding: written, as: UTF8.self) == text)
    }

    @Test(
        arguments: [
            "", "{", "[1,]", "{\"a\":1,\"a\":2}", "01", "1.", ".5", "1e", "+1", "NaN", "1e999",
            "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\x\"", "\"\u{1}\"", "\"a",
            "nul", "true false", "{1:2}", "{\"a\" 1}", "\"\\u12\"",
            String(repeating: "[", count: 100),
        ]
    )
    func `what is no JSON, or not only one, is refused`(text: String) {
        #expect(throws: FactUnreadable.self) { try CanonicalJSON.readAny(Array(text.utf8)) }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: FactUnreadable.self) { try CanonicalJSON.readAny([0x22, 0xFF, 0x22]) }
    }

    @Test(arguments: ["null", "1.5", "9007199254740992", "{\"a\":null}"])
    func `an event holds whole numbers and no null`(text: String) {
        #expect(throws: FactUnreadable.self) { try CanonicalJSON.read(Array(text.utf8)) }
    }

    @Test func `a number that JSON cannot hold is not written into an event`() {
        #expect(throws: FactUnreadable.self) {
            try CanonicalJSON.write(FactValue.number(9_007_199_254_740_992))
        }
    }

    @Test func `a value of an event comes back as it was`() throws {
        let value = FactValue.object([
            "é": .list([.flag(true), .number(-5), .text("a\"\\\u{7}\n€😀")]), "b": .object([:]),
        ])
        #expect(try CanonicalJSON.read(CanonicalJSON.write(value)) == value)
    }

    // Every shape of event that was ever written stays readable; files are only ever added.
    @Test func `the corpus of events is read for ever and gives its bytes again`() throws {
        let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
        let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
        #expect(names.count >= 4)
        for name in names {
            let bytes = Array(try Data(contentsOf: corpus.appending(path: name)))
            let event = try RecordedEvent(seq: 1, bytes: bytes)
            #expect(try CanonicalJSON.write(.object(event.fields)) == bytes, "\(name)")
            let fact = try event.fact(Stall.Fact.self)
            #expect(try NewEvent(fact, at: event.place).bytes == bytes, "\(name)")
            #expect(event.sealed.isEmpty == (fact.kind != "opened"))
        }
    }
}
