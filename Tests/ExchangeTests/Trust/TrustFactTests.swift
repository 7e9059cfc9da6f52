import Exchange
import Foundation
import Ledger
import Stories
import Testing
import UnderTest

/// Facts as they were once written; each file stays as it is for ever.
@Suite struct TrustFactTests {
    private static let partner = Partner()
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus")

    /// The fact that a file of the corpus holds.
    private static func fact(_ name: String) throws -> (TrustFact, [UInt8]) {
        let kept = [UInt8](try Data(contentsOf: corpus.appending(path: "trust.\(name).json")))
        guard case .object(let fields) = try CanonicalJSON.read(kept),
            let kind = Code(String(name.dropLast(2)))
        else { throw FactUnreadable("\(name) is no object") }
        return (try TrustFact(kind: kind, from: FactReader(fields)), kept)
    }

    private static let names = [
        "catalogue-taken-1", "catalogue-taken-2", "equivocation-seen-1", "installed-unlisted-1",
        "pinned-1",
        "rolled-back-1",
        "root-taken-1", "second-asked-1", "second-declined-1", "succeeded-1",
    ]

    @Test(arguments: names)
    func `facts of trust are read for ever and give their bytes again`(name: String) throws {
        let (fact, kept) = try Self.fact(name)
        var fields = FactWriter()
        fact.write(to: &fields)
        #expect(try CanonicalJSON.write(FactValue.object(fields.fields)) == kept)
        #expect("\(fact.kind)" == name.dropLast(2))
    }

    @Test func `the corpus holds what the table names`() throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
            .filter { $0.hasPrefix("trust.") }
        #expect(found.sorted() == Self.names.map { "trust.\($0).json" })
    }

    @Test(arguments: [
        "pinned", "root-taken", "catalogue-taken", "equivocation-seen", "second-asked",
        "second-declined", "unheard-of",
    ])
    func `a fact with its fields missing is unreadable`(kind: String) throws {
        let kind = try #require(Code(kind))
        #expect(throws: FactUnreadable.self) { try TrustFact(kind: kind, from: FactReader([:])) }
    }

    private static func store() async throws -> RecordStore {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "record.sqlite").path),
            keys: Keys.make(in: folder.appending(path: "keys").path),
            views: []
        )
    }

    @Test func `a record remembers what was seen, and keeps both of two contents`() async throws {
        let (store, partner) = (try await Self.store(), Self.partner)
        let desk = TrustDesk(store: store)
        let root = try partner.rootEnvelope()
        let now = Partner.day(2)
        let pin = TrustCommand.pin(try partner.pin(root), root)
        try await desk.handle(pin, of: "16.03", by: Seen.asker, at: now)
        let first = try partner.catalogueEnvelope()
        let take = TrustCommand.takeCatalogue(first, .online, approver: nil)
        try await desk.handle(take, of: "16.03", by: Seen.asker, at: now)
        try await desk.handle(take, of: "16.03", by: Seen.asker, at: now)
        #expect(try await desk.state(of: "16.03").highest == ["16.03/umkm": "1.0.0"])
        #expect(try await desk.catalogue(of: "16.03") == first)
        #expect(try await desk.state(of: "12.03") == TrustStory.beginning)

        let other = try partner.catalogueEnvelope(.init(packages: [Partner.listed("1.0.0", "c")]))
        await #expect(throws: TrustRefusal.equivocation) {
            try await desk.handle(
                .takeCatalogue(other, .online, approver: nil),
                of: "16.03",
                by: Seen.asker,
                at: now
            )
        }
        let seen = try #require(try await desk.state(of: "16.03").equivocation)
        let kept = try await store.read { reader in
            [try reader.content(seen.kept), try reader.content(seen.other)]
        }
        #expect(kept == [first.bytes, other.bytes])
        try await store.close()
    }
}
