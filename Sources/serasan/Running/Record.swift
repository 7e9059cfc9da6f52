import Coffee
import Cooperation
import Evidence
import Exchange
import Foundation
import Keeping
import Ledger
import Newsroom
import Office
import People
import Portfolio
import Privacy
import Satisfaction
import Server
import Services
import Stories
import Workshop

/// The record of a folder, opened.
struct OpenRecord {
    let store: RecordStore
    let keys: Keys
    let files: FileVault
    /// The time under which things are recorded.
    let clock: SteadyClock
    /// The clock of the database's server; nil where there is only this machine's.
    let shared: SharedClock?

    /// Whether this node may take on what is due by the clock, or claim what others may do too.
    var takesWork: Bool { !(shared?.isTooFar ?? false) && !store.isOutdated }

    /// The views that read the same on every clock.
    private static func viewsOfAnyZone(_ keys: Keys) -> [ViewOfRecord] {
        [
            OfficialsView.view(keys), PublicationsView.view, DraftsView.view, ProposalsView.view,
            TransfersView.view,
        ] + ServicesFeature.views
            + PeopleFeature.views + KeepingFeature.views + NewsroomFeature.views
            + PrivacyFeature.views + CooperationFeature.views + CoffeeFeature.views + [
                EvidenceView.view
            ]
    }

    /// What counts days needs the zone of the regency, which the record itself knows.
    private static func viewsOfItsZone(_ reader: Reader) throws -> [ViewOfRecord] {
        let zone = try reader.zoneInForce() ?? .wib
        return PortfolioFeature.views(in: zone) + SatisfactionFeature.views(in: zone)
    }

    /// The tables that are no views.
    private static var tables: [String] {
        LogInDesk.tables + PeopleFeature.tables + ServicesFeature.tables
            + NewsroomFeature.tables + EvidenceFeature.tables + KeepingFeature.tables
            + WorkshopFeature.tables
    }

    /// A record without its views, which is about to be filled.
    static func bare(_ database: DatabaseOfFolder, keys: Keys) async throws -> RecordStore {
        try await RecordStore.open(
            database.engine(EngineSizes(cacheMegabytes: 500)),
            keys: keys,
            tables: tables,
            program: ProgramVersion.current
        )
    }

    /// Every view of a record; those that need its zone are missing where a damaged view hides it.
    static func views(_ keys: Keys, _ reader: Reader) throws -> [ViewOfRecord] {
        let always = viewsOfAnyZone(keys)
        do {
            return try always + viewsOfItsZone(reader)
        } catch let error as StoreError where error.kind == .damaged {
            return always
        }
    }

    /// Makes keys for a new folder.
    static func makeKeys(in folder: URL) throws -> Keys {
        let data = folder.appending(path: "data")
        try FileManager.default.createDirectory(
            at: data,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        return try Keys.make(in: data.appending(path: "kunci").path)
    }

    /// Opens the record of a folder that was made before.
    static func open(
        _ folder: RegencyFolder,
        _ sizes: EngineSizes = EngineSizes()
    ) async throws -> OpenRecord {
        let keys = try Keys.open(
            in: folder.data.appending(path: "kunci").path,
            fromOthers: DatabaseOfFolder(data: folder.data).isServer
        )
        try keys.keepCheck()
        let record = try await open(data: folder.data, keys: keys, sizes: sizes)
        let origins = try await record.store.read { reader in try reader.origins() }
        guard origins.movedTo == nil else {
            try await record.store.close()
            throw LogRefusal.hasMoved
        }
        return record
    }

    /// Opens a record even where it has moved.
    ///
    /// `database`: another one than the folder names.
    static func open(
        data: URL,
        keys: Keys,
        database: DatabaseOfFolder? = nil,
        sizes: EngineSizes = EngineSizes()
    ) async throws -> OpenRecord {
        let place = try database ?? DatabaseOfFolder(data: data)
        let engine = try await place.engine(sizes)
        let telling = TellingOfRebuild(data: data)
        let store = try await RecordStore.open(
            engine,
            keys: keys,
            views: viewsOfAnyZone(keys),
            more: { reader in try viewsOfItsZone(reader) },
            tables: tables,
            program: ProgramVersion.current,
            rebuilding: { telling.tell($0) }
        )
        let files = try FileVault(store, folder: data.appending(path: "berkas").path)
        let shared = try await sharedClock(of: store)
        return OpenRecord(
            store: store,
            keys: keys,
            files: files,
            clock: try await clock(of: store, by: shared),
            shared: shared
        )
    }
}

extension Instant {
    /// Now, by the machine's clock; what is recorded takes its time from `OpenRecord.clock`.
    static var now: Instant {
        Instant(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000))
    }
}
