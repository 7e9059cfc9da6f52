import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Keeping
import Ledger
import Logging
import NIOCore
import Office
import People
import Site
import Stories
import Synchronization
import Testing
import UnderTest

/// A regency with two units and a few officials on a real record in a temporary folder.
final class PeopleOfARegency: Sendable {
    let folder: URL
    let keys: Keys
    let store: RecordStore
    let people: PeopleFeature
    let keeping: KeepingFeature
    private let time: Clock
    static let cookies = SiteCookies(installation: "16.03", isSecure: true)

    /// Monday, 23 November 2026, 09.14 WIB.
    static let morning = Zone.wib.instant(Day(number: 20_780), minute: 9 * 60 + 14)

    final class Clock: Sendable {
        private let held = Mutex(PeopleOfARegency.morning)
        var now: Instant { held.withLock { $0 } }
        func set(_ moment: Instant) { held.withLock { $0 = moment } }
    }

    /// Whose cases went back to their queues.
    private final class GivenBack: Sendable {
        private let officials = Mutex<Set<OpaqueID>>([])
        func back(_ official: OpaqueID) -> Bool { officials.withLock { $0.contains(official) } }
        func take(back official: OpaqueID) { officials.withLock { _ = $0.insert(official) } }
    }

    static let views: @Sendable (Keys) -> [ViewOfRecord] = { keys in
        [OfficialsView.view(keys), PublicationsView.view] + PeopleFeature.views
            + KeepingFeature.views + [CalendarView.view]
    }

    init(
        workshop: Workshop = .none,
        places: [Machine.Place] = [],
        machine changed: @escaping @Sendable (inout Machine) -> Void = { _ in }
    ) async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "people-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        keys = try Keys.make(in: folder.appending(path: "kunci").path)
        let keys = keys
        let store = try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "catatan.sqlite").path),
            keys: keys,
            views: Self.views(keys),
            tables: LogInDesk.tables + PeopleFeature.tables + KeepingFeature.tables
        )
        self.store = store
        let clock = Clock()
        time = clock
        let officials = OfficialsDesk(store: store, keys: keys, sealer: .sha256)
        let surroundings = Surroundings(
            regency: { _ in PeopleOfARegency.regency },
            official: { request in
                guard let name = Self.cookies.value("nama", in: request.headers[.cookie]),
                    let logIn = LogInName(name), let id = try await officials.find(logIn)
                else { return nil }
                return try await store.read { reader in
                    let standing = try reader.standing(
                        of: id,
                        in: Self.office,
                        on: Zone.wib.day(clock.now)
                    )
                    var signed = SignedIn(
                        id: id,
                        name: try reader.name(of: id) ?? "",
                        standing: standing,
                        menu: OfficialMenu(for: standing, signs: false)
                    )
                    signed.isByPIN = Self.cookies.value("pin", in: request.headers[.cookie]) != nil
                    return signed
                }
            }
        )
        let taken = TakenCase(
            id: OpaqueID(high: 9, low: 9),
            number: "482910375527",
            service: "Surat",
            step: "Periksa",
            unit: "kel-ulu",
            due: Self.morning
        )
        let given = GivenBack()
        people = PeopleFeature(
            store: store,
            keys: keys,
            cookies: Self.cookies,
            surroundings: surroundings,
            work: WorkAtHand(
                taken: { official, _ in given.back(official) ? [] : [taken] },
                named: { _, _ in taken },
                needs: { _ in
                    [
                        NeededSeat(
                            unit: "kel-ulu",
                            duty: "petugas-pelayanan",
                            steps: ["Surat: Periksa"],
                            openCases: 3
                        ),
                        NeededSeat(
                            unit: "kel-ulu",
                            duty: "kepala-wilayah",
                            steps: ["Surat: Tanda tangan"],
                            openCases: 1
                        ),
                    ]
                },
                release: { given.take(back: $0) }
            ),
            now: { clock.now }
        )
        keeping = KeepingFeature(
            store: store,
            surroundings: surroundings,
            workshop: workshop,
            machine: {
                var machine = Machine()
                machine.places = places
                changed(&machine)
                return machine
            },
            now: { clock.now }
        )
        for (name, logIn, post): (String, String, Code) in [
            ("Tono Prasetyo", "tono", "pengelola"), ("Rina Kartika", "rina", "petugas-ulu"),
            ("Rahayu Wulandari", "rahayu", "lurah-ulu"),
        ] {
            _ = try await officials.add(
                name,
                logIn: try #require(LogInName(logIn)),
                holdings: [
                    Holding(
                        post: post,
                        capacity: .definitive,
                        first: Day(number: 20_000),
                        last: nil
                    )
                ],
                OfficialsDesk.Circumstances(now: Self.morning, by: .system, map: Self.office)
            )
        }
    }

    deinit {
        // Only litter in the system's temporary folder would be left.
        do { try FileManager.default.removeItem(at: folder) } catch {}
    }

    var now: Instant { time.now }

    func pass(days: Int) { time.set(now.adding(seconds: Int64(days) * 86_400)) }

    var officials: OfficialsDesk { OfficialsDesk(store: store, keys: keys, sealer: .sha256) }

    func id(_ logIn: String) async throws -> OpaqueID {
        let found = try await officials.find(try #require(LogInName(logIn)))
        return try #require(found)
    }

    func line(_ logIn: String) async throws -> RosterLine {
        let (id, officials) = (try await id(logIn), officials)
        let found = try await store.read { reader in try officials.dossier(of: id, reader)?.line }
        return try #require(found)
    }

    static let office = OfficeMap(
        units: [unit("kel-ulu", "Kelurahan Ulu"), unit("kominfo", "Dinas Kominfo")],
        posts: [
            post("pengelola", "Pengelola layanan", "kominfo", ["pengelola"]),
            post("petugas-ulu", "Petugas pelayanan", "kel-ulu", ["petugas-pelayanan"]),
            post("lurah-ulu", "Lurah Ulu", "kel-ulu", ["kepala-wilayah"]),
            post("seklur-ulu", "Sekretaris", "kel-ulu", ["sekretaris"]),
            post("sekdin", "Sekretaris", "kominfo", ["sekretaris"]),
        ]
    )

    private static func unit(_ id: Code, _ name: String) -> OfficeUnit {
        OfficeUnit(
            id: id,
            name: name,
            answersTo: [],
            village: nil,
            code: id.text.uppercased(),
            contact: OfficeUnit.Contact()
        )
    }

    private static func post(
        _ id: Code,
        _ title: String,
        _ unit: Code,
        _ duties: Set<String>
    ) -> OfficePost {
        OfficePost(id: id, title: title, unit: unit, duties: duties)
    }

    static let installation = Installation(
        name: "Kabupaten Contoh",
        base: "https://layanan.contoh.go.id"
    )

    static let regency = {
        var regency = RegencyNow(
            installation: installation,
            office: office,
            service: { $0 == "sku" ? Words("Surat keterangan usaha", "Business letter") : nil }
        )
        regency.published = { code in
            switch code.text {
            case "sku": PublishedService(title: Words("Surat keterangan usaha"), elsewhere: nil)
            case "oss": PublishedService(title: Words("Izin usaha"), elsewhere: "https://oss.go.id")
            default: nil
            }
        }
        return regency
    }()

    /// Lets people visit the pages.
    func open(
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let router = Router(context: VisitContext.self)
        people.add(to: router)
        keeping.add(to: router)
        let moment = now
        let reception = ReceptionDesk(
            Self.installation,
            cookies: Self.cookies,
            tokens: FormToken(key: Array(repeating: 7, count: 32)),
            now: { moment },
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

/// One browser without scripts.
final class Visitor {
    private let client: any TestClientProtocol
    private var jar: [String: String] = [:]
    private(set) var path = ""
    private(set) var page = ""
    private(set) var bytes: [UInt8] = []
    private(set) var status = 0
    private(set) var type = ""

    init(_ client: any TestClientProtocol, as official: String? = nil) {
        self.client = client
        if let official { jar[PeopleOfARegency.cookies.name("nama")] = official }
    }

    /// From now on as somebody who came to a shared desk by PIN.
    func comeByPIN() { jar[PeopleOfARegency.cookies.name("pin")] = "1" }

    func get(_ path: String) async throws { try await go(.get, path, [:], []) }

    /// Sends the form that goes to an address, with what it hides and what is typed.
    func send(_ typed: [(String, String)] = [], to target: String? = nil) async throws {
        let forms = page.components(separatedBy: "<form").dropFirst().map {
            $0.components(separatedBy: "</form>")[0]
        }
        let form = try #require(
            forms.first { form in
                form.contains("method=\"post\"")
                    && (target.map { form.contains("action=\"\($0)\"") } ?? true)
            },
            "\(page)"
        )
        let action = try #require(form.firstMatch(of: /action="([^"]*)"/)).1
        let names = Set(typed.map(\.0))
        let hidden = form.matches(of: /type="hidden" name="([^"]*)" value="([^"]*)"/)
            .map { (String($0.1), String($0.2)) }.filter { !names.contains($0.0) }
        try await post(String(action), hidden + typed)
    }

    func post(_ path: String, _ fields: [(String, String)]) async throws {
        let body = fields.map { "\(Self.coded($0.0))=\(Self.coded($0.1))" }.joined(separator: "&")
        try await go(
            .post,
            path,
            [.contentType: "application/x-www-form-urlencoded"],
            Array(body.utf8)
        )
    }

    /// Sends a file with the page's token.
    func upload(_ file: [UInt8], as name: String, to path: String) async throws {
        let token = try #require(page.firstMatch(of: /name="kunci" value="([^"]*)"/)).1
        let line = "--batas\r\nContent-Disposition: form-data; name="
        var body = Array("\(line)\"kunci\"\r\n\r\n\(token)\r\n".utf8)
        body += Array("\(line)\"\(name)\"; filename=\"p.csv\"\r\n\r\n".utf8)
        body += file + Array("\r\n--batas--\r\n".utf8)
        try await go(
            .post,
            path,
            [.contentType: "multipart/form-data; boundary=batas"],
            body
        )
    }

    private func go(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ more: HTTPFields,
        _ body: [UInt8]
    ) async throws {
        var headers = more
        headers[.cookie] = jar.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        if method == .post { headers[.origin] = "https://layanan.contoh.go.id" }
        let response = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: method == .post ? ByteBuffer(bytes: body) : nil
        )
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            jar[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
        if let location = response.headers[.location] {
            try await go(.get, location, [:], [])
            return
        }
        self.path = path
        page = String(buffer: response.body)
        bytes = Array(response.body.readableBytesView)
        status = response.status.code
        type = response.headers[.contentType] ?? ""
    }

    private static func coded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
