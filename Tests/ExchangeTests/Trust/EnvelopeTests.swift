import Crypto
import Exchange
import Foundation
import Stories
import Testing

@Suite struct EnvelopeTests {
    /// The example of DSSE's own document, in `$SERASAN_SUITES/dsse`, else `../shared/suites`.
    private static let suites =
        ProcessInfo.processInfo.environment["SERASAN_SUITES"]
        ?? Checkout.root.appending(path: "../shared/suites").standardized.path

    private static let hasDSSE = FileManager.default.fileExists(
        atPath: "\(suites)/dsse/protocol.md"
    )
    private static let vectors = "\(suites)/wycheproof/testvectors_v1/ed25519_test.json"
    private static let hasVectors = FileManager.default.fileExists(atPath: vectors)
    private static let numbers = "\(suites)/rfc8785-jcs/testdata"
    private static let hasJCS = FileManager.default.fileExists(atPath: numbers)

    @Test(.enabled(if: hasDSSE, "the public suite dsse lies elsewhere: set SERASAN_SUITES"))
    func `what is signed is what the protocol's own example says`() throws {
        let text = try String(contentsOfFile: "\(Self.suites)/dsse/protocol.md", encoding: .utf8)
        let blocks = text.components(separatedBy: "```")
        func block(after word: String) throws -> String {
            let place = try #require(blocks.firstIndex { $0.hasSuffix("\(word):\n\n") })
            return try #require(
                blocks[place + 1].split(separator: "\n").dropFirst().first.map(String.init)
            )
        }
        let signed = Envelope.signed(
            type: try block(after: "PAYLOAD_TYPE"),
            payload: Array(try block(after: "SERIALIZED_BODY").utf8)
        )
        #expect(String(decoding: signed, as: UTF8.self) == (try block(after: "PAE")))
    }

    private struct Vectors: Decodable {
        let testGroups: [Group]

        struct Group: Decodable {
            let publicKey: Key
            let tests: [Vector]

            struct Key: Decodable { let pk: String }
        }

        struct Vector: Decodable {
            let tcId: Int
            let msg: String
            let sig: String
            let result: String
        }
    }

    @Test(
        .enabled(if: hasVectors, "the public suite wycheproof lies elsewhere: set SERASAN_SUITES")
    )
    func `signatures hold or fail as the public vectors say`() throws {
        let data = try Data(contentsOf: URL(filePath: Self.vectors))
        let vectors = try JSONDecoder().decode(Vectors.self, from: data)
        var seen = 0
        for group in vectors.testGroups {
            let key = try #require(StatementKey(group.publicKey.pk))
            for vector in group.tests {
                let message = try #require(bytes(hexadecimal: vector.msg))
                let signature = try #require(bytes(hexadecimal: vector.sig))
                let holds = key.hasSigned(message, signature)
                #expect(holds == (vector.result == "valid"), "case \(vector.tcId)")
                seen += 1
            }
        }
        #expect(seen >= 150)
    }

    /// Documents are read only as they would be written, so the suite's inputs are refused where
    /// they are not canonical already.
    @Test(.enabled(if: hasJCS, "the public suite rfc8785-jcs lies elsewhere: set SERASAN_SUITES"))
    func `the canonical form of documents is that of the public suite`() throws {
        for name in ["arrays", "french", "structures", "unicode", "values", "weird"] {
            func file(_ folder: String) throws -> [UInt8] {
                Array(try Data(contentsOf: URL(filePath: "\(Self.numbers)/\(folder)/\(name).json")))
            }
            let value = try CanonicalJSON.readAny(try file("input"))
            #expect(try CanonicalJSON.write(value) == (try file("output")), "\(name)")
        }
    }

    private static let key = Curve25519.Signing.PrivateKey()

    @Test func `an envelope is read as it is written, in either alphabet of base64`() throws {
        let payload = Array("{\"a\":\"??>>~~\"}".utf8)
        let envelope = try Envelope(.evidence, payload).signed(by: Self.key)
        #expect(try Envelope(reading: envelope.bytes) == envelope)
        let text = String(decoding: envelope.bytes, as: UTF8.self)
        let other = text.replacing("+", with: "-").replacing("=", with: "")
            .replacing("application-", with: "application/")
            .replacing("evidence-json", with: "evidence+json")
        #expect(try Envelope(reading: Array(other.utf8)) == envelope)
        let more = text.replacing("{\"payload\"", with: "{ \"baru\": [1], \"payload\"")
        #expect(try Envelope(reading: Array(more.utf8)) == envelope)
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"payload\":\"YQ==\",\"payloadType\":\"text/plain\",\"signatures\":[]}",
        "{\"payload\":\"YQ==\",\"payloadType\":\"application/vnd.serasan.root+json\",\"signatures\":[]}",
        "{\"payload\":\"Y\",\"payloadType\":\"application/vnd.serasan.root+json\",\"signatures\":[{\"sig\":\"YQ==\"}]}",
        "{\"payload\":\"YQ==\",\"payloadType\":\"application/vnd.serasan.root+json\",\"signatures\":[{\"sig\":1}]}",
        "{\"payload\":\"YQ==\",\"payload\":\"Yg==\",\"payloadType\":\"application/vnd.serasan.root+json\",\"signatures\":[{\"sig\":\"YQ==\"}]}",
    ])
    func `what is no envelope is refused`(text: String) {
        #expect(throws: TrustRefusal.notAStatement) { try Envelope(reading: Array(text.utf8)) }
    }

    @Test func `each kind has a type of its own`() {
        #expect(
            Set(StatementKind.allCases.map(\.payloadType)).count == StatementKind.allCases.count
        )
        for kind in StatementKind.allCases {
            #expect(StatementKind(payloadType: kind.payloadType) == kind)
        }
    }

    @Test func `one key counts once, however often it signs`() throws {
        let twice = try Envelope(.root, [1]).signed(by: Self.key).signed(by: Self.key)
        let key = StatementKey(Self.key.publicKey)
        #expect(twice.signers(among: [key, key]) == [key])
    }

    @Test(arguments: ["2026-11-26T16:00:00Z", "2024-02-29T23:59:59Z", "1970-01-01T00:00:00Z"])
    func `a moment is one text`(text: String) throws {
        let moment = try #require(Moment.read(text))
        #expect(Moment.text(moment) == text)
    }

    @Test(arguments: [
        "2026-11-26T16:00:00", "2026-11-26 16:00:00Z", "2026-11-26T24:00:00Z",
        "2026-11-31T16:00:00Z",
        "2026-11-26T16:61:00Z", "", "2026-11-26T1::00:00Z",
    ])
    func `another text is none`(text: String) {
        #expect(Moment.read(text) == nil)
    }
}
