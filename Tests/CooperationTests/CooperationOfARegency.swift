import Cooperation
import Foundation
import Hummingbird
import HummingbirdTesting
import Ledger
import Logging
import Office
import Site
import Stories
import Synchronization
import UnderTest
import Visiting

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
            EngineUnderTest.open(folder.appending(path: "catatan.sqlite").path),
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
        VisitedSite.official(name, number, [duty], in: unit)
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

extension Visitor {
    /// Sends a form with the paper that it asks for.
    func send(_ typed: [(String, String)], file: [UInt8], to end: String) async throws {
        let paper = SentFile("berkas", "naskah.pdf", "application/pdf", file)
        try await send(typed, file: paper, to: end)
    }
}
