import Cases
import Evidence
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import NIOCore
import Notices
import Office
import Privacy
import Services
import Site
import Stories
import Synchronization
import Testing

/// The pages of a regency with a real record behind them, visited without a network.
final class WorkingSite: Sendable {
    let regency: WorkingRegency
    let feature: ServicesFeature
    private let settings: NoticeSettings
    private let time: Clock
    private let cookies = SiteCookies(installation: "16.03", isSecure: true)
    private static let password = "sandi-karangan-1"

    convenience init(notices: NoticeSettings = .deskOnly) async throws {
        let regency = try await WorkingRegency()
        try await regency.publish(try RoadReports().archive(), as: "16.03/jalan")
        self.init(on: regency, notices: notices)
    }

    /// The pages of a record that is there already.
    init(on regency: WorkingRegency, notices: NoticeSettings = .deskOnly) {
        self.regency = regency
        settings = notices
        let clock = Clock()
        time = clock
        var parts = ServicesFeature.Parts(
            store: regency.store,
            files: regency.files,
            keys: regency.keys,
            cookies: cookies,
            base: "https://layanan.contoh.go.id",
            folder: regency.folder.path,
            now: { clock.read() }
        )
        parts.notices = notices
        feature = ServicesFeature(parts)
    }

    /// What time it is on this site; whoever works there finds it a little later each time.
    private final class Clock: Sendable {
        private let held = Mutex(WorkingRegency.morning)
        var now: Instant { held.withLock { $0 } }
        func set(_ moment: Instant) { held.withLock { $0 = moment } }
        func read() -> Instant {
            held.withLock { now in
                now = Instant(milliseconds: now.milliseconds + 1)
                return now
            }
        }
    }

    var now: Instant { time.now }

    func pass(minutes: Int) { time.set(now.adding(seconds: Int64(minutes) * 60)) }

    func pass(days: Int) { time.set(now.adding(seconds: Int64(days) * 86_400)) }

    /// Adds an official who can sign in under this name.
    @discardableResult
    func add(_ name: String, as logIn: String, post: Code) async throws -> OpaqueID {
        let force = try await regency.force
        let today = force.zone.day(WorkingRegency.morning)
        let id = try await feature.officials.add(
            name,
            logIn: try #require(LogInName(logIn)),
            holdings: [Holding(post: post, capacity: .definitive, first: today, last: nil)],
            OfficialsDesk.Circumstances(
                now: WorkingRegency.morning,
                by: .system,
                map: force.office
            )
        )
        try await feature.logIn.setPassword(Self.password, of: id)
        return id
    }

    private var router: Router<VisitContext> {
        let router = Router(context: VisitContext.self)
        feature.add(to: router)
        PrivacyFeature(
            store: regency.store,
            surroundings: feature.surroundings,
            dossiers: AllDossiers(
                of: [feature.casesOfPeople, feature.recordsOfPeople()],
                in: regency.store
            ),
            ofReceipt: { [feature] in try await feature.ofReceipt($0) },
            now: feature.now
        ).add(to: router)
        evidence.add(to: router)
        router.addOpenData(feature.datasets)
        return router
    }

    var evidence: EvidenceFeature {
        var evidence = EvidenceFeature(
            store: regency.store,
            surroundings: feature.surroundings,
            keys: feature.keys,
            now: feature.now
        )
        evidence.partners = settings.partners
        evidence.entrusted = settings.entrusted
        return evidence
    }

    /// The addresses that answer to GET, as their routes name them.
    var addresses: [String] {
        router.routes.filter { $0.method == .get }.map { "\($0.path)" }
    }

    /// Lets people visit; each visitor has cookies of their own.
    func open(
        in languages: [Language]? = nil,
        _ body: @escaping @Sendable (Doors) async throws -> Void
    ) async throws {
        let router = router
        let force = try await regency.force
        var installation = force.installation
        installation.base = "https://layanan.contoh.go.id"
        if let languages { installation.languages = languages }
        let desk = ReceptionDesk(
            installation,
            cookies: cookies,
            tokens: FormToken(key: Array(repeating: 7, count: 32)),
            now: { [time] in time.read() },
            random: { count in Draw.random.id().bytes.prefix(count).map { $0 } }
        )
        let app = Application(
            responder: Reception(desk, before: router.buildResponder()),
            // What it logs is held by tests of its own; here it would bury what fails.
            logger: Logger(label: "site") { _ in SwiftLogNoOpLogHandler() }
        )
        try await app.test(.router) { client in
            try await body(Doors(client: client, password: Self.password))
        }
        try await regency.store.close()
    }
}

extension Instant {
    /// Within a second: the clock of a site moves on while it works.
    func isAbout(_ other: Instant) -> Bool { abs(milliseconds - other.milliseconds) < 1000 }
}

/// The way in, for citizens and officials.
struct Doors: Sendable {
    let client: any TestClientProtocol
    let password: String

    func citizen() -> Visitor { Visitor(client) }

    func official(_ logIn: String) async throws -> Visitor {
        let visitor = Visitor(client)
        try await visitor.get("/petugas/masuk")
        try await visitor.send(["nama": logIn, "sandi": password])
        #expect(visitor.path == "/kerja/kotak", "\(logIn) is in")
        return visitor
    }
}

/// One browser without scripts: it keeps cookies, reads a page, fills in its form, follows.
final class Visitor {
    private let client: any TestClientProtocol
    private var jar: [String: String] = [:]
    private(set) var path = "/"
    private(set) var page = ""
    private(set) var bytes: [UInt8] = []
    private(set) var status = 0

    init(_ client: any TestClientProtocol) { self.client = client }

    func get(_ path: String) async throws { try await go(.get, path, nil) }

    /// Takes a cookie that the site did not give.
    func keep(_ word: String, _ value: String) { jar["__Host-1603-\(word)"] = value }

    /// What a cookie of the site holds.
    func kept(_ word: String) -> String? { jar["__Host-1603-\(word)"] }

    /// Sends to an address that no form of the page leads to, with the page's own token.
    func post(_ path: String, _ typed: KeyValuePairs<String, String>) async throws {
        let token = forms.first?.hidden.filter { $0.0 == "kunci" } ?? []
        try await go(.post, path, token + typed.map { ($0.key, $0.value) })
    }

    /// Sends the page's form: what it hides, what is typed, and the button that is pressed.
    ///
    /// `to` says which form, where a page has several.
    func send(_ typed: KeyValuePairs<String, String> = [:], to target: String? = nil) async throws {
        try await send(typed.map { ($0.key, $0.value) }, to: target)
    }

    func send(_ typed: [(String, String)], to target: String? = nil) async throws {
        let form = try #require(forms.first { target == nil || $0.action == target }, "\(page)")
        let names = Set(typed.map(\.0))
        let fields = form.hidden.filter { !names.contains($0.0) } + typed
        try await go(.post, form.action, fields)
    }

    /// Sends what a page's first form hides to another address, as a page kept open would.
    func post(to target: String) async throws {
        let form = try #require(forms.first, "\(page)")
        try await go(.post, target, form.hidden)
    }

    /// Searches for a village in a field, and chooses the first that is found.
    func choose(_ village: String, in name: String) async throws {
        try await send(["\(name)-cari": village, "\(name)-tombol": "cari"])
        let mark = "name=\"\(name)\" value=\""
        let code = try #require(page.split(separator: mark).dropFirst().first, "\(page)")
        try await send([name: String(code.prefix { $0 != "\"" }), "\(name)-cari": village])
    }

    /// A sending made ready with the page's token, to be sent beside others of this device.
    func prepared(
        _ path: String,
        _ typed: KeyValuePairs<String, String>
    ) -> @Sendable () async throws -> Void {
        let token = forms.first?.hidden.filter { $0.0 == "kunci" } ?? []
        let fields = token + typed.map { ($0.key, $0.value) }
        let body = fields.map { "\(Self.coded($0.0))=\(Self.coded($0.1))" }.joined(separator: "&")
        let headers: HTTPFields = [
            .cookie: jar.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; "),
            .contentType: "application/x-www-form-urlencoded",
            .origin: "https://layanan.contoh.go.id",
        ]
        let client = client
        return {
            _ = try await client.execute(
                uri: path,
                method: .post,
                headers: headers,
                body: ByteBuffer(string: body)
            )
        }
    }

    /// The same browser, led to another node of the site.
    func led(to doors: Doors) -> Visitor {
        let visitor = Visitor(doors.client)
        (visitor.jar, visitor.page) = (jar, page)
        return visitor
    }

    /// Sends a file in the form that leads to an address.
    func upload(_ bytes: [UInt8], in field: String, to target: String) async throws {
        let form = try #require(forms.first { $0.action == target }, "\(page)")
        var body: [UInt8] = []
        for (name, value) in form.hidden {
            body += Array(
                "--batas\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8
            )
        }
        body += Array(
            """
            --batas\r\nContent-Disposition: form-data; name="\(field)"; filename="bukti.json"\r
            Content-Type: application/json\r\n\r\n
            """.utf8
        )
        body += bytes + Array("\r\n--batas--\r\n".utf8)
        let type = "multipart/form-data; boundary=batas"
        try await go(.post, form.action, type, ByteBuffer(bytes: body))
    }

    /// Sends fields to an address, as a page that a script wrote would.
    func follow(_ path: String, _ fields: [(String, String)]) async throws {
        try await go(.post, path, fields)
    }

    /// Another tab of the same browser that sends what waited, beside others.
    var twin: @Sendable (String, [(String, String)]) async throws -> Void {
        let (client, jar) = (client, jar)
        return { draft, fields in
            let tab = Visitor(client)
            tab.jar = jar
            try await tab.sendWaiting(draft, fields)
        }
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
        try await go(method, path, type, body.map { ByteBuffer(string: $0) })
    }

    /// Sends what waited on a phone, as its outbox does: what comes back is data, not a page.
    func sendWaiting(
        _ draft: String,
        _ fields: [(String, String)],
        clocks: String? = nil
    ) async throws {
        var more: HTTPFields = [.accept: "application/json"]
        if let clocks { more[try #require(HTTPField.Name("x-luring"))] = clocks }
        let body = fields.map { "\(Self.coded($0.0))=\(Self.coded($0.1))" }
        try await go(
            .post,
            "/kirim/\(draft)",
            "application/x-www-form-urlencoded",
            ByteBuffer(string: body.joined(separator: "&")),
            more
        )
    }

    private func go(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ type: String,
        _ body: ByteBuffer?,
        _ more: HTTPFields = [:]
    ) async throws {
        var headers: HTTPFields = [
            .cookie: jar.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        ]
        headers.append(contentsOf: more)
        if body != nil {
            headers[.contentType] = type
            headers[.origin] = "https://layanan.contoh.go.id"
        }
        let response = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body
        )
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            jar[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
        if let location = response.headers[.location] {
            try await go(.get, location, "", nil)
            return
        }
        self.path = path
        page = String(buffer: response.body)
        bytes = Array(buffer: response.body)
        status = response.status.code
    }

    private static func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    /// The forms of the page that change something, in their order.
    private var forms: [(action: String, hidden: [(String, String)])] {
        page.components(separatedBy: "<form").dropFirst().compactMap { text in
            let form = text.components(separatedBy: "</form>")[0]
            let head = form.components(separatedBy: ">")[0]
            guard head.contains("method=\"post\""), let action = Self.value("action", head)
            else { return nil }
            let inputs = form.components(separatedBy: "<input").dropFirst()
            let hidden = inputs.compactMap { input -> (String, String)? in
                let input = input.components(separatedBy: ">")[0]
                guard input.contains("type=\"hidden\""), let name = Self.value("name", input)
                else { return nil }
                return (name, Self.value("value", input) ?? "")
            }
            return (action, hidden)
        }
    }

    private static func value(_ attribute: String, _ text: String) -> String? {
        let parts = text.components(separatedBy: " \(attribute)=\"")
        guard parts.count > 1 else { return nil }
        return parts[1].components(separatedBy: "\"")[0]
            .replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
            .replacing("&lt;", with: "<").replacing("&#39;", with: "'")
    }

    /// The number of the request that the page shows.
    var number: String {
        get throws {
            let found = page.firstMatch(of: /\d{4}-\d{4}-\d{4}/)
            return String(try #require(found, "\(page)").output)
        }
    }

    /// The same without its dashes, as addresses have it.
    var digits: String { get throws { try number.filter(\.isNumber) } }
}

// What a citizen does on the pages of the road reports.
extension Visitor {
    /// The first screens of a report, up to the check of all answers.
    func fillIn(
        as openness: String = "terbuka",
        road: String = "Penindaian",
        start: String = ""
    ) async throws {
        try await get("/layanan/laporan-jalan")
        try await send(to: "/layanan/laporan-jalan/mulai")
        try await send(["keterbukaan_nama": openness])
        if openness != "tanpa_nama" {
            try await send([
                "nama": "Kanari Burungwati", "nik": "1603084505900077", "hp": "0812-0000-5678",
            ])
            try await send(["kabar": "wa"])
        }
        try await send(["lubang": "12", "patokan": "Musala"])
        try await choose(road, in: "desa")
        if start.isEmpty {
            try await send(["desa_pangkal": ""])
        } else {
            try await choose(start, in: "desa_pangkal")
        }
        try await send(["saksi-1-panggilan": "Budi"])
        #expect(path.hasSuffix("/periksa"), "\(path) \(page)")
    }

    /// Sends what was filled in; the number of the request.
    func sendIn() async throws -> String {
        try await send(["benar": "ya"])
        #expect(path == "/selesai", "\(path) \(page)")
        return try digits
    }
}
