import Blueprints
import Exchange
import Foundation
import Stories
import Testing

/// A partner's site that is slow, wrong, or out for harm: each time a sentence, and nothing kept.
@Suite struct HostilePartnerTests {
    /// What the package of these tests should be: five bytes.
    private static let bytes = Array("paket".utf8)
    private static let listed = Catalogue.Listed(
        name: BlueprintName(publisher: "16.03", name: "umkm"),
        version: "1.0.0",
        length: bytes.count,
        digest: digestText(bytes)
    )

    private static func source(_ site: HostileSite, patience: Int? = 1) throws -> PartnerSource {
        let rules = FetchRules(inside: ["127.0.0.1:\(site.port)"])
        let text = "http://127.0.0.1:\(site.port)"
        return PartnerSource(
            try PartnerAddress(reading: text, by: rules),
            by: rules,
            patience: patience
        )
    }

    struct Trick: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let trouble: FetchTrouble
        let play: @Sendable (String, HostileSite.Line) -> Void

        init(
            _ name: String,
            _ trouble: FetchTrouble,
            _ play: @escaping @Sendable (String, HostileSite.Line) -> Void
        ) {
            (testDescription, self.trouble, self.play) = (name, trouble, play)
        }
    }

    private static let tricks = [
        Trick("never answers", .slow) { _, line in line.hold() },
        Trick("answers byte by byte", .slow) { _, line in
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
            while line.send("p") { usleep(300_000) }
        },
        Trick("never ends its head", .slow) { _, line in
            line.send("HTTP/1.1 200 OK\r\n")
            while line.send("X: y\r\n") { usleep(100_000) }
        },
        Trick("sends a head without end", .tooLarge) { _, line in
            line.send("HTTP/1.1 200 OK\r\n")
            let lines = String(
                repeating: "X-Lagi: \(String(repeating: "y", count: 80))\r\n",
                count: 50
            )
            while line.send(lines) {}
        },
        Trick("declares more than the catalogue lists", .tooLarge) { _, line in
            line.answer([UInt8](repeating: 0, count: 6))
        },
        Trick("sends a body without end", .tooLarge) { _, line in
            line.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
            while line.send([UInt8](repeating: 7, count: 4_096)) {}
        },
        Trick("sends chunks without end", .tooLarge) { _, line in
            line.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            while line.send("4\r\nabcd\r\n") {}
        },
        Trick("sends less than it declares", .cut) { _, line in
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\npak")
        },
        Trick("sends less than is listed", .otherContent) { _, line in
            line.answer(Array("pak".utf8))
        },
        Trick("sends other bytes", .otherContent) { _, line in line.answer(Array("racun".utf8)) },
        Trick("sends nothing", .otherContent) { _, line in line.answer([]) },
        Trick("hangs up", .cut) { _, _ in },
        Trick("speaks another language", .cut) { _, line in line.send("220 smtp siap\r\n") },
        Trick("points elsewhere", .redirected) { _, line in
            line.answer([], status: "302 Found", more: "Location: http://169.254.169.254/\r\n")
        },
        Trick("points to itself", .redirected) { _, line in
            line.answer(bytes, status: "301 Moved", more: "Location: /lain\r\n")
        },
        Trick("fails", .answered(500)) { _, line in line.answer([], status: "500 Galat") },
        Trick("has nothing", .notOffered) { _, line in line.answer(bytes, status: "404 Tiada") },
        Trick("gives a part", .answered(206)) { _, line in
            line.answer(bytes, status: "206 Partial Content")
        },
    ]

    @Test(arguments: tricks)
    func `a package does not come whole, and why is said`(trick: Trick) async throws {
        let site = try HostileSite(trick.play)
        defer { site.end() }
        let source = try Self.source(site)
        await #expect(throws: trick.trouble) { try await source.package(Self.listed) }
        #expect(site.paths == ["/cetak-biru/16.03/umkm/1.0.0/unduh"], "asked once, and no further")
    }

    @Test func `what comes as listed and is no package is none`() async throws {
        let site = try HostileSite { _, line in line.answer(Self.bytes) }
        defer { site.end() }
        let source = try Self.source(site)
        await #expect(throws: PackageProblem.self) { try await source.package(Self.listed) }
    }

    /// Small on the line and huge when it is squeezed out.
    private static func bomb() throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gz")
        let making = Process()
        making.executableURL = URL(filePath: "/bin/sh")
        making.arguments = ["-c", "head -c 60000000 /dev/zero | gzip -9 > \(file.path)"]
        try making.run()
        making.waitUntilExit()
        let bomb = [UInt8](try Data(contentsOf: file))
        try FileManager.default.removeItem(at: file)
        try #require((1_000..<500_000).contains(bomb.count))
        return bomb
    }

    /// A package that is listed with the bomb's own bytes.
    private static func source(of bomb: [UInt8], squeezedAs header: String) throws
        -> (HostileSite, PartnerSource, Catalogue.Listed)
    {
        let site = try HostileSite { _, line in
            line.answer(bomb, more: "\(header): gzip\r\n")
        }
        let listed = Catalogue.Listed(
            name: listed.name,
            version: "1.0.0",
            length: bomb.count,
            digest: digestText(bomb)
        )
        return (site, try source(site, patience: 20), listed)
    }

    @Test func `a squeezed answer stays what it is on the line`() async throws {
        let (site, source, listed) = try Self.source(
            of: try Self.bomb(),
            squeezedAs: "Content-Encoding"
        )
        defer { site.end() }
        // Its bytes are the listed ones, so they come; and they are no package.
        await #expect(throws: PackageProblem.self) { try await source.package(listed) }
        await #expect(throws: TrustRefusal.notAStatement) { try await source.catalogue() }
    }

    /// The library squeezes this one out by itself; what it gives is bounded all the same.
    @Test func `an answer that is squeezed for the line ends at the bound`() async throws {
        let (site, source, listed) = try Self.source(
            of: try Self.bomb(),
            squeezedAs: "Transfer-Encoding"
        )
        defer { site.end() }
        await #expect(throws: FetchTrouble.tooLarge) { try await source.package(listed) }
        await #expect(throws: FetchTrouble.tooLarge) { try await source.catalogue() }
    }

    @Test func `a catalogue of more than a megabyte is not read to its end`() async throws {
        let site = try HostileSite { _, line in
            line.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
            while line.send([UInt8](repeating: 0x20, count: 65_536)) {}
        }
        defer { site.end() }
        let source = try Self.source(site, patience: 20)
        await #expect(throws: FetchTrouble.tooLarge) { try await source.catalogue() }
        await #expect(throws: FetchTrouble.tooLarge) { try await source.root(1) }
    }

    @Test func `where nobody listens, nobody is reached`() async throws {
        let site = try HostileSite { _, _ in }
        let source = try Self.source(site)
        site.end()
        // Its port is let go of by the thread that listens; until then it takes calls.
        var trouble: FetchTrouble?
        for _ in 0..<40 where trouble != .unreachable {
            do { _ = try await source.catalogue() } catch { trouble = error as? FetchTrouble }
            usleep(50_000)
        }
        #expect(trouble == .unreachable)
    }

    /// A name that leads inside is seen when the socket is opened, whatever was asked before.
    @Test(arguments: [
        "https://localhost", "https://127.0.0.1", "https://169.254.169.254", "https://10.1.2.3",
        "https://192.168.1.1", "https://100.64.1.1", "https://0.0.0.0", "https://224.0.0.1",
    ])
    func `nobody is called inside, by name or by number`(text: String) async throws {
        let rules = FetchRules(inside: ["localhost:1"])
        let address = try PartnerAddress(reading: text, by: rules)
        let source = PartnerSource(address, by: rules, patience: 5)
        await #expect(throws: FetchTrouble.inside) { try await source.catalogue() }
    }

    @Test func `a name that nobody has leads nowhere`() async throws {
        let address = try PartnerAddress(reading: "https://tiada.invalid", by: .outsideOnly)
        let source = PartnerSource(address, by: .outsideOnly, patience: 5)
        await #expect(throws: FetchTrouble.self) { try await source.catalogue() }
    }

    @Test func `a fetch that is no longer wanted ends`() async throws {
        let site = try HostileSite { _, line in line.hold() }
        defer { site.end() }
        let source = try Self.source(site, patience: nil)
        let task = Task { try await source.catalogue() }
        while site.paths.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        task.cancel()
        await #expect(throws: FetchTrouble.cut) { try await task.value }
    }
}
