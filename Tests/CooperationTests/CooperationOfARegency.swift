import Cooperation
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import LedgerSQLite
import Logging
import NIOCore
import Office
import Site
import Stories
import Synchronization
import Testing

/// The cooperation office of Muara Enim on a real record in a temporary folder.
final class CooperationOfARegency: Sendable {
    let folder: URL
    let store: RecordStore
    let files: FileVault
    private let trouble: String?
    private let time = Mutex(Zone.wib.instant(Day(number: 20_780), minute: 9 * 60 + 14))

    init(trouble: String? = nil) async throws {
        self.trouble = trouble
        folder = FileManager.default.temporaryDirectory
            .appending(path: "cooperation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let keys = try Keys.make(in: folder.appending(path: "kunci").path)
        store = try await RecordStore.open(
            try await SQLiteEngine(path: folder.appending(path: "catatan.sqlite").path),
            keys: keys,
            views: [OfficialsView.view(keys)] + CooperationFeature.views
        )
        files = try FileVault(store, folder: folder.appending(path: "berkas").path)
    }

    deinit {
        // Only litter in the system's temporary folder would be left.
        do { try FileManager.default.removeItem(at: folder) } catch {}
    }

    func pass(days: Int64) {
        time.withLock { $0 = $0.adding(seconds: days * 86_400) }
    }

    private static let unit = OfficeUnit(
        id: "bagian-kerja-sama",
        name: "Bagian Kerja Sama",
        answersTo: [],
        village: nil,
        code: "KSD",
        contact: OfficeUnit.Contact()
    )

    static let installation = Installation(
        name: "Kabupaten Muara Enim",
        base: "https://layanan.contoh.go.id"
    )

    static let visit = Visit(to: installation, now: Instant(milliseconds: 0))

    /// Two of the office, the regent, one who has nothing to do with it, and one by PIN.
    private static let officials = [
        official("ratna", 1, "kerja-sama"), official("budi", 2, "kerja-sama"),
        official("bupati", 3, "pimpinan"), official("rina", 4, "petugas-pelayanan"),
        byPIN(official("pin", 5, "kerja-sama")),
    ]

    private static func byPIN(_ official: SignedIn) -> SignedIn {
        var official = official
        official.isByPIN = true
        return official
    }

    private static func official(_ name: String, _ number: UInt64, _ duty: String) -> SignedIn {
        let id = OpaqueID(high: 7, low: number)
        let post = OfficePost(id: "jabatan", title: "Jabatan", unit: unit.id, duties: [duty])
        let seat = Standing.Seat(post: post, unit: unit, capacity: .definitive)
        let standing = Standing(official: Actor(id), seats: [seat])
        let menu = OfficialMenu(for: standing, signs: false)
        return SignedIn(id: id, name: name, standing: standing, menu: menu)
    }

    var today: Day { Zone.wib.day(time.withLock { $0 }) }

    private func feature(in surroundings: Surroundings) throws -> CooperationFeature {
        CooperationFeature(
            store: store,
            surroundings: surroundings,
            files: files,
            rules: try RulesTests.shipped(),
            now: { self.time.withLock { $0 } }
        )
    }

    /// Lets people visit the pages.
    func open(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void)
        async throws
    {
        let regency = RegencyNow(
            installation: Self.installation,
            office: OfficeMap(units: [Self.unit], posts: []),
            service: { $0 == "surat-keterangan-usaha" ? Words("SKU") : nil }
        )
        let surroundings = Surroundings(
            regency: { _ in regency },
            official: { request in
                let cookie = request.headers[.cookie] ?? ""
                return Self.officials.first { cookie.contains("petugas=\($0.name)") }
            }
        )
        let now: @Sendable () -> Instant = { self.time.withLock { $0 } }
        let router = Router(context: VisitContext.self)
        var feature = try feature(in: surroundings)
        feature.trouble = trouble
        feature.transfers = { agreement, _ in
            [
                MadeTransfer(
                    .toPartner,
                    "16.03/umkm",
                    version: "1.2.0",
                    digest: String(repeating: "ab", count: 32),
                    on: Day(number: 20_780),
                    official: OpaqueID(high: 7, low: 1)
                )
            ]
        }
        feature.add(to: router)
        let reception = ReceptionDesk(
            Self.installation,
            cookies: SiteCookies(installation: "16.03", isSecure: true),
            tokens: FormToken(key: Array(repeating: 7, count: 32)),
            now: now,
            random: { count in Draw.random.id().bytes.prefix(count).map { $0 } }
        )
        let site = Application(
            responder: Reception(reception, before: router.buildResponder()),
            // What it logs is held by tests of its own; here it would bury what fails.
            logger: Logger(label: "site") { _ in SwiftLogNoOpLogHandler() }
        )
        try await site.test(.router) { client in try await body(client) }
    }
}

/// One browser without scripts; who is named is signed in.
final class Browser {
    private let client: any TestClientProtocol
    private var jar: [String: String]
    private(set) var path = ""
    private(set) var page = ""
    private(set) var status = 0
    private(set) var type = ""
    private(set) var bytes: [UInt8] = []
    private(set) var headers = HTTPFields()

    init(_ client: any TestClientProtocol, as official: String? = nil) {
        self.client = client
        jar = official.map { ["petugas": $0] } ?? [:]
    }

    func get(_ path: String) async throws { try await go(.get, path, nil, "") }

    /// Sends the form of the page that goes there: what it hides and what is typed.
    func send(_ typed: [(String, String)] = [], to end: String) async throws {
        let forms = page.components(separatedBy: #"<form method="post" action=""#).dropFirst()
        let form = try #require(
            forms.first { $0.components(separatedBy: "\"")[0].hasSuffix(end) },
            "\(page)"
        )
        try await go(.post, form.components(separatedBy: "\"")[0], Self.hidden(form) + typed)
    }

    /// The same with a file, as a browser sends it.
    func send(_ typed: [(String, String)], file: [UInt8], to end: String) async throws {
        let forms = page.components(separatedBy: #"<form method="post" action=""#).dropFirst()
        let form = try #require(
            forms.first { $0.components(separatedBy: "\"")[0].hasSuffix(end) },
            "\(page)"
        )
        #expect(form.contains("enctype=\"multipart/form-data\""))
        var body: [UInt8] = []
        for (name, value) in Self.hidden(form) + typed {
            body += Array(
                "--batas\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8
            )
        }
        body += Array(
            """
            --batas\r\nContent-Disposition: form-data; name="berkas"; filename="naskah.pdf"\r
            Content-Type: application/pdf\r\n\r\n
            """.utf8
        )
        body += file + Array("\r\n--batas--\r\n".utf8)
        let action = form.components(separatedBy: "\"")[0]
        try await go(.post, action, body, "multipart/form-data; boundary=batas")
    }

    /// Sends to any address with the token of the page.
    func post(_ path: String, _ typed: [(String, String)] = []) async throws {
        let token = Self.hidden(page).filter { $0.0 == "kunci" }
        try await go(.post, path, Array(token.prefix(1)) + typed)
    }

    private static func hidden(_ form: String) -> [(String, String)] {
        form.components(separatedBy: "</form>")[0]
            .matches(of: /type="hidden" name="([^"]*)" value="([^"]*)"/)
            .map { (String($0.1), String($0.2)) }
    }

    private func go(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: [(String, String)]?
    ) async throws {
        let body = fields.map { fields in
            fields.map { "\(Self.coded($0.0))=\(Self.coded($0.1))" }.joined(separator: "&")
        }
        let type = "application/x-www-form-urlencoded"
        try await go(method, path, body.map { Array($0.utf8) }, type)
    }

    private func go(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: [UInt8]?,
        _ type: String
    ) async throws {
        var headers: HTTPFields = [
            .cookie: jar.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        ]
        if body != nil {
            headers[.contentType] = type
            headers[.origin] = "https://layanan.contoh.go.id"
        }
        let response = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(bytes: $0) }
        )
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            jar[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
        if let location = response.headers[.location], !location.contains("/masuk") {
            return try await get(location)
        }
        self.path = path
        page = String(buffer: response.body)
        bytes = Array(buffer: response.body)
        self.headers = response.headers
        status = response.status.code
        self.type = response.headers[.contentType] ?? ""
    }

    private static func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
