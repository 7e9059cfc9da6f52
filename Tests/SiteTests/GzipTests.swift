import CZlib
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Office
import Site
import Stories
import Testing

struct GzipTests {
    /// A page for everybody, or one that shows a case.
    struct Long: Page {
        var isPublic = true
        var frame: Frame { Frame(isIndexed: isPublic) }
        func title(for visit: Visit) -> String { "Panjang" }
        func body(_ html: HTML) {
            html(.h1, "Panjang")
            for number in 0..<200 { html(.p, "Kalimat ke-\(number) dari banyak kalimat.") }
        }
    }

    private static func unsqueezed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let begun = inflateInit2_(
            &stream,
            15 + 16,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        #expect(begun == Z_OK)
        defer { inflateEnd(&stream) }
        var source = bytes
        return [UInt8](unsafeUninitializedCapacity: 1_000_000) { room, count in
            source.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = room.baseAddress
                stream.avail_out = 1_000_000
                #expect(inflate(&stream, Z_FINISH) == Z_STREAM_END)
            }
            count = 1_000_000 - Int(stream.avail_out)
        }
    }

    private var app: some ApplicationProtocol {
        let router = Router(context: VisitContext.self)
        router.addAssets()
        router.get("umum") { _, context in
            Answer.page(Long(), for: try #require(context.visit))
        }
        router.get("sendiri") { _, context in
            Answer.page(Long(isPublic: false), for: try #require(context.visit))
        }
        router.get("petugas") { _, context in
            var visit = try #require(context.visit)
            visit.person = Visit.Person(
                name: "Rina",
                home: "/kerja",
                isOfficial: true,
                menu: OfficialMenu(for: Standing(official: .system, seats: []), signs: false)
            )
            return Answer.page(Long(), for: visit)
        }
        let desk = ReceptionDesk(
            Visit.example.installation,
            cookies: SiteCookies(installation: "contoh", isSecure: true),
            tokens: FormToken(key: Array(repeating: 7, count: 32)),
            now: { Visit.example.now },
            random: { Array(repeating: 10, count: $0) }
        )
        return Application(responder: Reception(desk, before: router.buildResponder()))
    }

    private static func headers(_ accepts: String?) -> HTTPFields {
        var headers = HTTPFields()
        headers[.acceptEncoding] = accepts
        return headers
    }

    @Test(arguments: [
        ("gzip", true), ("gzip, deflate, br, zstd", true), ("br;q=1.0, GZIP;q=0.8", true),
        ("*", true), ("gzip;q=0", false), ("gzip; q=0.0", false), ("br", false), ("", false),
        (nil, false), ("xgzip", false),
    ])
    func `a page for everybody is squeezed for a browser that takes it`(
        accepts: String?,
        isSqueezed: Bool
    ) async throws {
        try await app.test(.router) { client in
            let headers = Self.headers(accepts)
            try await client.execute(uri: "/umum", method: .get, headers: headers) { response in
                #expect((response.headers[.contentEncoding] == "gzip") == isSqueezed)
                #expect(response.headers[.vary] == "Accept-Encoding")
                let bytes = Array(response.body.readableBytesView)
                let page = isSqueezed ? Self.unsqueezed(bytes) : bytes
                #expect(String(decoding: page, as: UTF8.self).contains("Kalimat ke-199"))
                if isSqueezed { #expect(bytes.count * 3 < page.count) }
            }
        }
    }

    @Test(arguments: ["/sendiri", "/petugas", "/tidak-ada"])
    func `what may hold a person's data leaves as it is`(path: String) async throws {
        try await app.test(.router) { client in
            let headers = Self.headers("gzip")
            try await client.execute(uri: path, method: .get, headers: headers) { response in
                #expect(response.headers[.contentEncoding] == nil)
            }
        }
    }

    @Test(arguments: Look.assets.map(\.path))
    func `the look is squeezed, and is the same`(path: String) async throws {
        try await app.test(.router) { client in
            var plain: [UInt8] = []
            for accepts in [nil, "gzip"] {
                let headers = Self.headers(accepts)
                try await client.execute(uri: path, method: .get, headers: headers) { response in
                    #expect(response.headers[.vary] == "Accept-Encoding")
                    #expect(response.headers[.cacheControl]?.contains("immutable") == true)
                    let bytes = Array(response.body.readableBytesView)
                    if accepts == nil {
                        plain = bytes
                    } else {
                        #expect(response.headers[.contentEncoding] == "gzip")
                        #expect(Self.unsqueezed(bytes) == plain)
                    }
                }
            }
        }
    }

    @Test func `nothing at all can be squeezed too`() throws {
        let squeezed = try #require(Gzip.squeeze([], level: 1))
        #expect(Self.unsqueezed(squeezed).isEmpty)
    }
}
