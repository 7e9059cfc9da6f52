import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Site
import Stories
import Testing

/// What a phone keeps for the time without a signal.
struct OfflineTests {
    private var app: some ApplicationProtocol {
        let router = Router(context: VisitContext.self)
        router.addAssets()
        let desk = ReceptionDesk(
            Visit.example.installation,
            cookies: SiteCookies(installation: "contoh", isSecure: true),
            tokens: ReceptionTests.tokens,
            now: { Visit.example.now },
            random: { Array(repeating: 10, count: $0) }
        )
        return Application(responder: Reception(desk, before: router.buildResponder()))
    }

    /// What travels of an address, squeezed.
    private func weight(_ path: String, _ client: any TestClientProtocol) async throws -> Int {
        let headers: HTTPFields = [.acceptEncoding: "gzip"]
        return try await client.execute(uri: path, method: .get, headers: headers) { response in
            #expect(response.status == .ok, "\(path)")
            return response.body.readableBytes
        }
    }

    private static func file(_ name: String) throws -> String {
        try #require(Look.assets.first { $0.path.hasPrefix("/aset/\(name).") }).path
    }

    @Test func `the scripts fit what a weak signal can carry`() async throws {
        try await app.test(.router) { client in
            let site = try await weight(
                #require(Look.assets.first { $0.path.hasSuffix(".js") }).path,
                client
            )
            let forms = try await weight(Self.file("luring"), client)
            let whole = try await weight(Self.file("borang"), client)
            let walk = try await weight(Self.file("jalan"), client)
            let scale = try await weight(Self.file("timbang"), client)
            let worker = try await weight("/sw.js", client)
            #expect(site + forms <= 10_000)
            #expect(site + whole + walk <= 25_000)
            #expect(site + scale <= 17_000)
            #expect(worker <= 6_000)
        }
    }

    @Test func `all that the worker keeps is there, says nothing of anybody and is small`()
        async throws
    {
        try await app.test(.router) { client in
            let text = try await client.execute(uri: "/sw.js", method: .get) { response in
                #expect(response.headers[.cacheControl] == "no-cache")
                #expect(response.headers[.contentType]?.hasPrefix("text/javascript") == true)
                return String(buffer: response.body)
            }
            let list = try #require(text.firstMatch(of: /ISI=\[([^\]]*)\]/)).1
            let kept = list.split(separator: ",").map { $0.filter { $0 != "'" } }
            #expect(kept.contains("/luring") && kept.contains("/saya/kotak-keluar"))
            var sum = 0
            for path in kept { sum += try await weight(String(path), client) }
            #expect(sum <= 150_000)
            for path in ["/luring", "/saya/kotak-keluar"] {
                let page = try await client.execute(uri: path, method: .get) { response in
                    String(buffer: response.body)
                }
                #expect(!page.contains("name=\"kunci\""))
                #expect(page.contains("/aset/luring."))
            }
        }
    }

    @Test func `a phone can put the site on its first screen`() async throws {
        struct Manifest: Decodable {
            struct Icon: Decodable { let src: String }
            let name: String
            let display: String
            let themeColor: String
            let icons: [Icon]
        }
        try await app.test(.router) { client in
            let bytes = try await client.execute(uri: "/manifest.webmanifest", method: .get) {
                #expect($0.headers[.contentType] == "application/manifest+json")
                return Data($0.body.readableBytesView)
            }
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let manifest = try decoder.decode(Manifest.self, from: bytes)
            #expect(manifest.name == "Kabupaten Contoh")
            #expect(manifest.display == "standalone")
            #expect(manifest.themeColor == "#083B45")
            for icon in manifest.icons { #expect(try await weight(icon.src, client) > 0) }
            try await client.execute(uri: "/luring", method: .get) { response in
                let page = String(buffer: response.body)
                #expect(page.contains(#"rel="manifest" href="/manifest.webmanifest""#))
                #expect(page.components(separatedBy: "class=\"terpasang\"").count == 2)
            }
        }
    }
}
