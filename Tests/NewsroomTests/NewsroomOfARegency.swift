import Foundation
import Hummingbird
import HummingbirdTesting
import Ledger
import Newsroom
import Office
import Site
import Stories
import Synchronization
import UnderTest
import Visiting

/// A newsroom on a real record in a temporary folder, with three officials.
final class NewsroomOfARegency: Sendable {
    let folder: URL
    let store: RecordStore
    private let time = Mutex(Zone.wib.instant(Day(number: 20_780), minute: 9 * 60 + 14))

    init() async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "news-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "catatan.sqlite").path),
            keys: try Keys.make(in: folder.appending(path: "kunci").path),
            views: NewsroomFeature.views,
            tables: NewsroomFeature.tables
        )
    }

    deinit {
        // Only litter in the system's temporary folder would be left.
        do { try FileManager.default.removeItem(at: folder) } catch {}
    }

    func pass(days: Int64) {
        time.withLock { $0 = $0.adding(seconds: days * 86_400) }
    }

    private static let unit = OfficeUnit(
        id: "diskominfo",
        name: "Dinas Komunikasi",
        answersTo: [],
        village: nil,
        code: "KOM",
        contact: OfficeUnit.Contact()
    )

    static let installation = VisitedSite.installation
    static let visit = VisitedSite.visit

    /// Two of the newsroom and one who is not.
    private static let officials = [
        official("dedi", 1, "redaksi"), official("nurul", 2, "redaksi"),
        official("rina", 3, "petugas-pelayanan"),
    ]

    private static func official(_ name: String, _ number: UInt64, _ duty: String) -> SignedIn {
        VisitedSite.official(name, number, [duty], in: unit)
    }

    /// Lets people visit the pages.
    func open(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void)
        async throws
    {
        let site = VisitedSite(OfficeMap(units: [Self.unit], posts: []), Self.officials)
        let now: @Sendable () -> Instant = { self.time.withLock { $0 } }
        try await site.open(
            at: now,
            adding: { router in
                NewsroomFeature(
                    store: store,
                    surroundings: site.surroundings,
                    pictures: Pictures(),
                    now: now
                )
                .add(to: router)
            },
            body
        )
    }
}

extension Visitor {
    /// Sends a form with the picture that it asks for.
    func send(_ typed: [(String, String)], file: [UInt8], to end: String) async throws {
        try await send(typed, file: SentFile("gambar", "foto.jpg", "image/jpeg", file), to: end)
    }
}
