import Crypto
import Exchange
import Foundation
import Ledger
import Stories
import Synchronization
import Testing
import UnderTest

/// What a partner's site says is believed by the same rules as what comes on a stick.
@Suite struct TakingOnlineTests {
    private let partner = Partner()

    /// A site that hands out these envelopes, which a test may exchange.
    private final class Offering: Sendable {
        private let held = Mutex<[String: [UInt8]]>([:])
        func offer(_ envelope: Envelope, at path: String) {
            held.withLock { $0[path] = envelope.bytes }
        }

        func answer(_ path: String, _ line: HostileSite.Line) {
            guard let bytes = held.withLock({ $0[path] }) else {
                return line.answer([], status: "404 Tiada")
            }
            line.answer(bytes)
        }
    }

    private static let catalogue = "/.well-known/cetak-biru.json"
    private static func root(_ number: Int) -> String { "/.well-known/cetak-biru/akar/\(number)" }

    /// A regency beside a partner's site.
    private struct World {
        let site: HostileSite
        let offering: Offering
        let store: RecordStore
        let desk: TrustDesk
        let rules: FetchRules

        func source(_ path: String = "") throws -> PartnerSource {
            let text = "http://127.0.0.1:\(site.port)\(path)"
            return PartnerSource(
                try PartnerAddress(reading: text, by: rules),
                by: rules,
                patience: 20
            )
        }

        @discardableResult
        func take(_ pin: RootPin? = nil, day: Int64 = 2, _ path: String = "") async throws
            -> Catalogue
        {
            let hand = TrustDesk.Hand(Seen.asker, at: Partner.day(day))
            let source = try source(path)
            let claimed = try await ClaimedCatalogue(from: source)
            return try await desk.take(claimed, from: source, pinnedBy: pin, by: hand)
        }
    }

    private func world() async throws -> World {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "record.sqlite").path),
            keys: Keys.make(in: folder.appending(path: "keys").path),
            views: []
        )
        let offering = Offering()
        let site = try HostileSite { path, line in offering.answer(path, line) }
        offering.offer(try partner.rootEnvelope(), at: Self.root(1))
        offering.offer(try partner.catalogueEnvelope(), at: Self.catalogue)
        return World(
            site: site,
            offering: offering,
            store: store,
            desk: TrustDesk(store: store),
            rules: FetchRules(inside: ["127.0.0.1:\(site.port)"])
        )
    }

    @Test func `a publisher that nobody knows needs its twelve words, and nothing is noted`()
        async throws
    {
        let world = try await world()
        defer { world.site.end() }
        await #expect(throws: TrustRefusal.unknownRoot) { try await world.take() }
        let other = try Partner().rootEnvelope()
        let wrong = try partner.pin(other)
        await #expect(throws: TrustRefusal.wrongPin) { try await world.take(wrong) }
        #expect(try await world.desk.state(of: "16.03") == TrustStory.beginning)

        let pin = try partner.pin(try partner.rootEnvelope())
        let taken = try await world.take(pin)
        #expect(taken.packages.map(\.version) == ["1.0.0"])
        let state = try await world.desk.state(of: "16.03")
        #expect(state.catalogue?.way == .online && state.root?.number == 1)
        // Known now: no words any more.
        try await world.take()
        #expect(world.site.paths.last == Self.catalogue)
        try await world.store.close()
    }

    @Test func `an older catalogue, one past its time, and another under the number are refused`()
        async throws
    {
        let world = try await world()
        defer { world.site.end() }
        let first = try partner.catalogueEnvelope()
        try await world.take(try partner.pin(try partner.rootEnvelope()))
        await #expect(throws: TrustRefusal.expired) { try await world.take(day: 100) }
        let second = try partner.catalogueEnvelope(.init(number: 2, day: 2, previous: first))
        world.offering.offer(second, at: Self.catalogue)
        try await world.take(day: 3)
        world.offering.offer(first, at: Self.catalogue)
        await #expect(throws: TrustRefusal.rollback) { try await world.take(day: 3) }
        let other = try partner.catalogueEnvelope(
            .init(number: 2, day: 2, days: 80, previous: first)
        )
        world.offering.offer(other, at: Self.catalogue)
        await #expect(throws: TrustRefusal.equivocation) { try await world.take(day: 3) }
        let state = try await world.desk.state(of: "16.03")
        #expect(state.equivocation != nil && state.catalogue?.document == second.document)
        world.offering.offer(second, at: Self.catalogue)
        await #expect(throws: TrustRefusal.equivocation) { try await world.take(day: 3) }
        try await world.store.close()
    }

    @Test func `the next root is fetched and followed, and one that is not there stops it`()
        async throws
    {
        var next = Partner()
        (next.rootKeys, next.catalogueKey) = (partner.rootKeys, .init())
        let world = try await world()
        defer { world.site.end() }
        try await world.take(try partner.pin(try partner.rootEnvelope()))
        let said = Partner.Said(
            number: 2,
            day: 2,
            previous: try partner.catalogueEnvelope(),
            root: 2
        )
        world.offering.offer(try next.catalogueEnvelope(said), at: Self.catalogue)
        await #expect(throws: FetchTrouble.notOffered) { try await world.take(day: 3) }
        world.offering.offer(try Partner().rootEnvelope(2), at: Self.root(2))
        await #expect(throws: TrustRefusal.self) { try await world.take(day: 3) }
        world.offering.offer(try next.rootEnvelope(2, day: 1), at: Self.root(2))
        try await world.take(day: 3)
        #expect(try await world.desk.state(of: "16.03").root?.number == 2)
        try await world.store.close()
    }

    @Test func `a catalogue that claims a thousand roots is asked for none`() async throws {
        let world = try await world()
        defer { world.site.end() }
        let said = Partner.Said(root: 1_000)
        world.offering.offer(try partner.catalogueEnvelope(said), at: Self.catalogue)
        let pin = try partner.pin(try partner.rootEnvelope())
        await #expect(throws: FetchTrouble.tooLarge) { try await world.take(pin) }
        #expect(world.site.paths == [Self.catalogue])
        try await world.store.close()
    }

    @Test func `a page of another publisher than the catalogue's is not followed`() async throws {
        let world = try await world()
        defer { world.site.end() }
        let pin = try partner.pin(try partner.rootEnvelope())
        await #expect(throws: TrustRefusal.otherPublisher) {
            try await world.take(pin, "/cetak-biru/12.03/umkm")
        }
        try await world.store.close()
    }

    @Test func `a version that is withdrawn or not listed is not asked for`() throws {
        let rules = FetchRules.outsideOnly
        func wanted(_ path: String) throws -> PartnerAddress.Wanted {
            let text = "https://a.example/cetak-biru/\(path)"
            return try #require(try PartnerAddress(reading: text, by: rules).wanted)
        }
        let gone = Catalogue.Withdrawn(
            name: Partner.listed("1.1.0").name,
            version: "1.1.0",
            digest: String(repeating: "b", count: 64),
            reason: "Biaya salah."
        )
        let listed = ["1.9.0", "1.10.0"].map { Partner.listed($0) }
        let catalogue = try partner.catalogue(.init(withdrawn: [gone], packages: listed))
        #expect(try wanted("16.03/umkm").listed(in: catalogue).version == "1.10.0")
        #expect(try wanted("16.03/umkm/1.9.0").listed(in: catalogue).version == "1.9.0")
        let (old, unknown) = (try wanted("16.03/umkm/1.1.0"), try wanted("16.03/umkm/3"))
        let other = try wanted("16.03/kopi")
        #expect(throws: TrustRefusal.withdrawn) { try old.listed(in: catalogue) }
        #expect(throws: TrustRefusal.notListed) { try unknown.listed(in: catalogue) }
        #expect(throws: TrustRefusal.notListed) { try other.listed(in: catalogue) }
    }
}
