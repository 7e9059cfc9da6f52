import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import NIOCore
import Site
import Stories
import Testing

struct ReceptionTests {
    enum Unhappy: Error { case disk(path: String) }

    enum No: Refusal {
        case closed
        var sentence: String { "Loket sudah tutup" }
        var sentenceInEnglish: String { "The counter is closed" }
        var status: Int { 409 }
    }

    struct Hello: Page {
        func title(for visit: Visit) -> String { "Halo" }
        func body(_ html: HTML) {
            html(.h1, "Halo")
            html(.a, "Lacak", .href("/lacak"))
        }
    }

    static let base = "https://layanan.contoh.go.id"
    static let tokens = FormToken(key: Array(repeating: 7, count: 32))
    static let pad: [UInt8] = Array(1...16)
    static let device = String(repeating: "0a", count: 16)

    private var app: some ApplicationProtocol {
        let router = Router(context: VisitContext.self)
        let installation = Visit.example.installation
        router.addAssets()
        router.get("/") { _, context in Answer.page(Hello(), for: try #require(context.visit)) }
        router.get("/rusak") { _, _ -> Response in throw Unhappy.disk(path: "/rahasia") }
        router.get("/simpanan") { _, _ -> Response in
            throw StoreError(.damaged, "the bytes of event 7 (case/rahasia) were changed")
        }
        router.get("/tutup") { _, _ -> Response in throw No.closed }
        router.get("/k/:kode") { _, context in "kopi \(context.parameters.get("kode") ?? "")" }
        router.post("/kirim") { request, context in
            let posted = try await Posted.read(request, in: context)
            let file = posted.file("foto").map { "\($0.filename) \($0.size)" } ?? "-"
            return "\(posted["nama"] ?? "-") \(file)"
        }
        let desk = ReceptionDesk(
            installation,
            cookies: SiteCookies(installation: "contoh", isSecure: true),
            tokens: Self.tokens,
            now: { Visit.example.now },
            random: { Array(repeating: 10, count: $0) }
        )
        return Application(responder: Reception(desk, before: router.buildResponder()))
    }

    private func text(_ response: TestResponse) -> String { String(buffer: response.body) }

    @Test func `a page comes with its headers and the device with its cookie`() async throws {
        try await app.test(.router) { client in
            try await client.execute(uri: "/", method: .get) { response in
                #expect(response.status == .ok)
                let policy = response.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.contains("default-src 'self'"))
                #expect(!policy.contains("unsafe"))
                #expect(response.headers[.strictTransportSecurity] != nil)
                #expect(response.headers[.cacheControl] == "no-store")
                #expect(
                    response.headers[.setCookie]
                        == "__Host-contoh-perangkat=\(Self.device); Max-Age=34560000; Path=/; "
                        + "HttpOnly; SameSite=Lax; Secure"
                )
            }
        }
    }

    @Test func `the language of the address is the language of the page and its links`()
        async throws
    {
        try await app.test(.router) { client in
            try await client.execute(uri: "/en", method: .get) { response in
                #expect(text(response).contains(#"<html lang="en""#))
                #expect(text(response).contains(#"href="/en/lacak""#))
                #expect(text(response).contains(#"<a lang="id" hreflang="id" href="/">"#))
            }
            try await client.execute(uri: "/entah", method: .get) { response in
                #expect(response.status == .notFound)
            }
        }
    }

    @Test func `what was thrown becomes a page that tells no secret`() async throws {
        try await app.test(.router) { client in
            try await client.execute(uri: "/rusak", method: .get) { response in
                #expect(response.status == .internalServerError)
                #expect(!text(response).contains("rahasia"))
                #expect(text(response).contains("Kode: GGGG"))
            }
            try await client.execute(uri: "/simpanan", method: .get) { response in
                #expect(response.status == .internalServerError)
                #expect(response.headers[.retryAfter] == nil)
                #expect(!text(response).contains("rahasia"))
                #expect(text(response).contains("Ini tidak bisa ditampilkan"))
                #expect(text(response).contains("Kode: GGGG"))
            }
            try await client.execute(uri: "/tutup", method: .get) { response in
                #expect(response.status == .conflict)
                #expect(text(response).contains("Loket sudah tutup"))
            }
            try await client.execute(uri: "/en/tidak-ada", method: .get) { response in
                #expect(response.status == .notFound)
                #expect(text(response).contains("This page does not exist"))
            }
        }
    }

    @Test func `a code in capitals is found`() async throws {
        try await app.test(.router) { client in
            try await client.execute(uri: "/K/7F3K92QD", method: .get) { response in
                #expect(text(response) == "kopi 7F3K92QD")
            }
        }
    }

    @Test func `the look is kept for ever and nobody's cookie is on it`() async throws {
        try await app.test(.router) { client in
            try await client.execute(uri: Look.stylesheet.path, method: .get) { response in
                #expect(response.headers[.cacheControl]?.contains("immutable") == true)
                #expect(response.headers[.setCookie] == nil)
            }
        }
    }

    @Test(arguments: [
        (ReceptionTests.base, "same-origin", true, 200), (nil, nil, true, 200),
        ("https://jahat.example", nil, true, 403), ("null", nil, true, 403),
        (nil, "cross-site", true, 403), (nil, "same-site", true, 403),
        (ReceptionTests.base, "same-origin", false, 403),
    ])
    func `a form is taken from our pages only`(
        origin: String?,
        site: String?,
        hasToken: Bool,
        status: Int
    ) async throws {
        var headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded",
            .cookie: "__Host-contoh-perangkat=\(Self.device)",
        ]
        headers[.origin] = origin
        headers[try #require(HTTPField.Name("sec-fetch-site"))] = site
        let sent = headers
        let token = hasToken ? Self.tokens.token(for: Self.device, under: Self.pad) : "lain"
        try await app.test(.router) { client in
            try await client.execute(
                uri: "/kirim",
                method: .post,
                headers: sent,
                body: ByteBuffer(string: "kunci=\(token)&nama=Siti")
            ) { response in
                #expect(response.status.code == status)
                if status == 200 { #expect(text(response) == "Siti -") }
            }
        }
    }

    @Test(arguments: [true, false])
    func `a file is taken in only behind the token`(comesFirst: Bool) async throws {
        let token = [
            "--b", "Content-Disposition: form-data; name=\"kunci\"", "",
            Self.tokens.token(for: Self.device, under: Self.pad),
        ]
        let file = [
            "--b", "Content-Disposition: form-data; name=\"foto\"; filename=\"a.jpg\"", "", "12345",
        ]
        let lines = (comesFirst ? token + file : file + token) + ["--b--", ""]
        try await app.test(.router) { client in
            try await client.execute(
                uri: "/kirim",
                method: .post,
                headers: [
                    .contentType: "multipart/form-data; boundary=b",
                    .cookie: "__Host-contoh-perangkat=\(Self.device)",
                ],
                body: ByteBuffer(string: lines.joined(separator: "\r\n"))
            ) { response in
                #expect(response.status == (comesFirst ? .ok : .forbidden))
                if comesFirst { #expect(text(response) == "- a.jpg 5") }
            }
        }
    }

    @Test(arguments: [
        ("__Host-contoh-tema=gelap", "gelap"), ("a=b; __Host-contoh-tema=gelap", "gelap"),
        ("contoh-tema=gelap", nil), ("__Host-lain-tema=gelap", nil),
        ("__Host-contoh-tema=a; __Host-contoh-tema=b", nil), ("", nil),
    ])
    func `a cookie is read by its whole name and only once`(header: String, value: String?) {
        let cookies = SiteCookies(installation: "Contoh", isSecure: true)
        #expect(cookies.value("tema", in: header) == value)
    }

    @Test func `a token of another device is not accepted`() {
        let token = Self.tokens.token(for: "a", under: Self.pad)
        #expect(Self.tokens.accepts(token, from: "a"))
        #expect(!Self.tokens.accepts(token, from: "b"))
        let other = Self.tokens.token(for: "a", under: Array(repeating: 9, count: 16))
        #expect(other != token && Self.tokens.accepts(other, from: "a"))
        #expect(!Self.tokens.accepts(String(token.dropLast(2)), from: "a"))
        #expect(!Self.tokens.accepts("", from: "a"))
    }
}
