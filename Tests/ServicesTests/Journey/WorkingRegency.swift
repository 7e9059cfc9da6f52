import Blueprints
import Cases
import Evidence
import Feel
import Foundation
import Ledger
import Office
import Privacy
import Services
import Stories
import Testing
import UnderTest

/// A regency with the shipped blueprints on a real record in a temporary folder.
final class WorkingRegency: Sendable {
    let folder: URL
    let keys: Keys
    let store: RecordStore
    let files: FileVault
    let keeper = InForceKeeper(base: "https://layanan.contoh.go.id")
    let desk: CaseDesk

    /// Monday, 23 November 2026, 09.14 WIB.
    static let morning = Zone.wib.instant(Day(number: 20_780), minute: 9 * 60 + 14)

    /// - Parameter over: puts something between the record and its engine.
    init(over: (any Engine) -> any Engine = { $0 }) async throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "serasan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let keys = try Keys.make(in: folder.appending(path: "kunci").path)
        self.keys = keys
        store = try await RecordStore.open(
            over(EngineUnderTest.open(folder.appending(path: "catatan.sqlite").path)),
            keys: keys,
            views: [OfficialsView.view(keys), PublicationsView.view] + ServicesFeature.views
                + PrivacyFeature.views,
            tables: LogInDesk.tables + ServicesFeature.tables + EvidenceFeature.tables
        )
        files = try FileVault(store, folder: folder.appending(path: "berkas").path)
        desk = CaseDesk(store: store, keeper: keeper, sealer: .sha256)
        try await publish(try Self.regency(), as: "regency")
        try await publish(try Self.blueprint("umkm"), as: "16.03/umkm")
    }

    /// The record of a folder that another one left, opened again.
    init(reopening folder: URL) async throws {
        self.folder = folder
        let keys = try Keys.open(in: folder.appending(path: "kunci").path)
        self.keys = keys
        store = try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "catatan.sqlite").path),
            keys: keys,
            views: [OfficialsView.view(keys), PublicationsView.view] + ServicesFeature.views
                + PrivacyFeature.views,
            tables: LogInDesk.tables + ServicesFeature.tables + EvidenceFeature.tables
        )
        files = try FileVault(store, folder: folder.appending(path: "berkas").path)
        desk = CaseDesk(store: store, keeper: keeper, sealer: .sha256)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var force: InForce {
        get async throws {
            let keeper = keeper
            return try await store.read { reader in try keeper.current(reader) }
        }
    }

    func publish(
        _ archive: FolderArchive,
        as name: Code,
        version: Code = "1.0.0",
        at moment: Instant = morning
    ) async throws {
        let digest = EditionReading.digest(archive.bytes)
        let content = try #require(bytes(hexadecimal: digest))
        let stream = Stream(PublicationStory.kind, Draw.random.id())
        let edition = Edition(
            name: name,
            version: version,
            content: Public(digest: content),
            services: []
        )
        var append = try Append(
            Decision([PublicationFact.published(edition)]),
            to: stream,
            at: moment,
            by: .system,
            expecting: [stream: 0]
        )
        append.content = [archive.bytes]
        guard case .recorded = try await store.append(append) else {
            throw StoreError(.engine, "the edition was not recorded")
        }
    }

    /// Everybody who has a duty somewhere in the sample office.
    func official(_ duty: Code, in unit: Code = "kel-contoh") -> Party {
        .official(
            Duties(
                Actor(OpaqueID(high: 7, low: UInt64(duty.text.utf8.count))),
                holds: [Duties.Holding(duty, in: unit)]
            )
        )
    }

    static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func blueprint(_ name: String) throws -> FolderArchive {
        let base = checkout.appending(path: "blueprints/16.03/\(name)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
        let yaml = names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("overlay.yaml") }
        var files = try yaml.map { path in
            FolderArchive.File(
                path: path,
                bytes: Array(try Data(contentsOf: base.appending(path: path)))
            )
        }
        let overlay = """
            fill:
              perbup_pelayanan: Perbup 1
              jadwal_retensi: Perbup 2 tentang Jadwal Retensi Arsip
              uu_ap: UU 30 Tahun 2014
              situs_kependudukan: https://dukcapil.contoh.example

            """
        files.append(FolderArchive.File(path: "overlay.yaml", bytes: Array(overlay.utf8)))
        return try #require(FolderArchive(files))
    }

    /// The regency's own folder; `more` are lines at the end of its file, `posts` further posts.
    static func regency(_ more: String = "", posts: String = "") throws -> FolderArchive {
        let villages = try Data(contentsOf: checkout.appending(path: "share/wilayah.csv"))
        let holidays = try Data(contentsOf: checkout.appending(path: "share/hari-libur.csv"))
        let file = regencyFile.replacing(
            "calendar:",
            with: posts.isEmpty ? "calendar:" : "\(posts)\ncalendar:"
        )
        return try #require(
            FolderArchive([
                FolderArchive.File(path: "regency.yaml", bytes: Array((file + more).utf8)),
                FolderArchive.File(path: "wilayah.csv", bytes: Array(villages)),
                FolderArchive.File(path: "hari-libur.csv", bytes: Array(holidays)),
            ])
        )
    }

    static let regencyFile = """
        name: Kabupaten Contoh
        code: "16.03"
        address: https://layanan.contoh.go.id
        zone: WIB
        units:
          kel-contoh: { name: Kelurahan Contoh, as: [kelurahan], village: 16.03.02.1007, code: KEL-CTH }
          kel-dua: { name: Kelurahan Dua, as: [kelurahan], village: 16.03.08.2001, code: KEL-DUA }
          diskop: { name: Dinas Koperasi, as: [dinas-koperasi], code: DISKOP }
        posts:
          petugas: { title: Petugas, unit: kel-contoh, does: [petugas-pelayanan, sekretaris] }
          petugas-dua: { title: Petugas, unit: kel-dua, does: [petugas-pelayanan] }
          loket-dua: { title: Petugas loket, unit: kel-dua, does: [loket] }
          loket: { title: Petugas loket, unit: kel-contoh, does: [loket] }
          kadus: { title: Kadus II, unit: kel-dua, does: [penolong] }
          penyuluh: { title: Penyuluh, unit: diskop, does: [penyuluh] }
          lurah: { title: Lurah Contoh, unit: kel-contoh, does: [kepala-wilayah] }
        calendar: { file: hari-libur.csv }

        """
}
