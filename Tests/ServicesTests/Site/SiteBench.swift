import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Office
import Services
import Site
import Stories
import Testing

/// The whole site of a sample regency, from the reception to the record, asked as a browser does.
final class SiteBench: Sendable {
    let regency: WorkingRegency
    let feature: ServicesFeature
    private let reception: ReceptionDesk

    static let base = "https://layanan.contoh.go.id"
    static let password = "sandi-karangan-1"

    init() async throws {
        regency = try await WorkingRegency()
        let cookies = SiteCookies(installation: "16.03", isSecure: true)
        let feature = ServicesFeature(
            ServicesFeature.Parts(
                store: regency.store,
                files: regency.files,
                keys: regency.keys,
                cookies: cookies,
                base: Self.base,
                folder: regency.folder.path,
                now: { WorkingRegency.morning }
            )
        )
        self.feature = feature
        let start = try await regency.force.installation
        var reception = ReceptionDesk(
            start,
            cookies: cookies,
            tokens: FormToken(key: Array(repeating: 7, count: 32)),
            now: { WorkingRegency.morning },
            random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
        )
        reception.installation = { feature.installation ?? start }
        self.reception = reception
    }

    /// Adds an official who may log in under that name.
    func official(_ logIn: String, _ post: Code) async throws {
        let id = try await feature.officials.add(
            "Petugas \(logIn)",
            logIn: try #require(LogInName(logIn)),
            holdings: [
                Holding(post: post, capacity: .definitive, first: Day(number: 20_000), last: nil)
            ],
            OfficialsDesk.Circumstances(
                now: WorkingRegency.morning,
                by: .system,
                map: try await regency.force.office
            )
        )
        try await feature.logIn.setPassword(Self.password, of: id)
    }

    /// Opens the site for as long as the body runs.
    func open(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void)
        async throws
    {
        let router = Router(context: VisitContext.self)
        router.addAssets()
        feature.add(to: router)
        let app = Application(
            responder: Reception(reception, before: router.buildResponder()),
            // What it logs is held by tests of its own; here it would bury what fails.
            logger: Logger(label: "site") { _ in SwiftLogNoOpLogHandler() }
        )
        try await app.test(.router, body)
    }
}

/// One browser: it keeps its cookies, and sends the token of the page that it saw last.
final class Browser {
    private let client: any TestClientProtocol
    private var cookies: [String: String] = [:]
    private var token = ""

    init(_ client: any TestClientProtocol) { self.client = client }

    /// What came back, as a person and a program see it.
    struct Seen {
        let status: Int
        let text: String
        let headers: HTTPFields

        var location: String { headers[.location] ?? "" }
    }

    @discardableResult
    func get(_ path: String) async throws -> Seen {
        try await send(path, .get, type: nil, body: "")
    }

    /// Sends a form of ours.
    @discardableResult
    func post(_ path: String, _ fields: [String: String] = [:]) async throws -> Seen {
        let body = (["kunci": token].merging(fields) { $1 }).map { name, value in
            let kept = CharacterSet.alphanumerics
            return "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: kept) ?? "")"
        }
        return try await post(
            path,
            type: "application/x-www-form-urlencoded",
            body: body.joined(separator: "&")
        )
    }

    /// Sends one file, behind the token.
    @discardableResult
    func post(_ path: String, file bytes: [UInt8], as name: String) async throws -> Seen {
        let head = [
            "--b", "Content-Disposition: form-data; name=\"kunci\"", "", token, "--b",
            "Content-Disposition: form-data; name=\"\(name)\"; filename=\"foto.jpg\"",
            "Content-Type: image/jpeg", "", "",
        ]
        var body = ByteBuffer(string: head.joined(separator: "\r\n"))
        body.writeBytes(bytes)
        body.writeString("\r\n--b--\r\n")
        return try await send(path, .post, type: "multipart/form-data; boundary=b", body)
    }

    @discardableResult
    func post(_ path: String, type: String?, body: String) async throws -> Seen {
        try await send(path, .post, type: type, body: body)
    }

    private func send(
        _ path: String,
        _ method: HTTPRequest.Method,
        type: String?,
        body: String
    ) async throws -> Seen {
        try await send(path, method, type: type, ByteBuffer(string: body))
    }

    private func send(
        _ path: String,
        _ method: HTTPRequest.Method,
        type: String?,
        _ body: ByteBuffer
    ) async throws -> Seen {
        var headers = HTTPFields()
        headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if method == .post {
            headers[.origin] = SiteBench.base
            headers[.contentType] = type
            headers[.contentLength] = String(body.readableBytes)
        }
        let response = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body
        )
        for cookie in response.headers[values: .setCookie] {
            let pair = (cookie.split(separator: ";").first ?? "").split(separator: "=")
            if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
        }
        let text = String(buffer: response.body)
        if let found = text.firstMatch(of: /name="kunci" value="([^"]+)"/) {
            token = String(found.1)
        }
        return Seen(status: response.status.code, text: text, headers: response.headers)
    }
}

extension Browser {
    /// A photo of 64 by 48 pixels.
    static func photo() throws -> [UInt8] {
        let text = try String(contentsOf: papers, encoding: .utf8)
        let lines = text.split(separator: "\n").drop { !$0.hasPrefix("TINY_JPEG") }
            .dropFirst().prefix { $0 != ")" }
        let base64 = lines.map { $0.filter { $0 != "\"" && $0 != " " } }.joined()
        return [UInt8](try #require(Data(base64Encoded: base64)))
    }

    private static let papers = WorkingRegency.checkout.appending(path: "Tests/Browser/papers.py")

    private static let answers = [
        "nama": "Siti Aminah", "nik": "1603084505900001", "hp": "081200000001", "kabar": "wa",
        "nama_usaha": "Warung Mekar", "jenis_usaha": "warung", "sejak": "2019",
        "desa_usaha": "16.03.02.1007", "alamat_usaha": "Dusun II", "status_tempat": "sendiri",
        "keperluan": "pinjaman",
    ]

    /// Fills in an application up to the last page; the draft's address.
    func fillIn() async throws -> String {
        let service = "/layanan/surat-keterangan-usaha"
        try await get(service)
        let begun = try await post("\(service)/mulai")
        var at = try await get(begun.location).location
        for _ in 0..<30 where !at.hasSuffix("/periksa") {
            try await get(at)
            let name = at.split(separator: "/").last.map(String.init) ?? ""
            let seen =
                name.hasPrefix("foto")
                ? try await post(at, file: Self.photo(), as: name)
                : try await post(at, Self.answers)
            try #require(seen.status == 303, "\(at): \(seen.text)")
            at = seen.location
        }
        return String(at.dropLast("/periksa".count).dropFirst("/isi/".count))
    }

    /// Sends what was filled in.
    @discardableResult
    func send(_ draft: String) async throws -> Seen {
        try await get("/isi/\(draft)/periksa")
        return try await post("/kirim/\(draft)", ["benar": "ya"])
    }

    /// Signs an official in.
    func signIn(_ name: String) async throws {
        try await get("/petugas/masuk")
        let seen = try await post(
            "/petugas/masuk",
            ["nama": name, "sandi": SiteBench.password]
        )
        try #require(seen.status == 303, "\(seen.text)")
    }
}
