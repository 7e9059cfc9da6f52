import Foundation
import Ledger
import Stories
import Synchronization
import Testing
import UnderTest

/// Several nodes on one database: none may lose a key, and none may keep one.
@Suite struct KeysOfNodesTests {
    let one = TwoNodes.one
    let two = TwoNodes.two
    let first = TwoNodes.first
    let second = TwoNodes.second

    @Test(arguments: Backend.all)
    func `a new key wraps once every node has it, and the old one goes everywhere`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        let (a, b) = (try await nodes.open("a"), try await nodes.open("b"))
        try await a.stall(one, .open(name: "Warung Sari"))
        for store in [a, b] { try await store.keepWrappingYoung(at: nodes.hours(167)) }
        #expect(try nodes.wrappings("a") == first)

        let due = nodes.hours(169)
        for _ in 1...3 { try await a.keepWrappingYoung(at: due) }
        #expect(try nodes.wrappings("a") == first + second)
        #expect(try nodes.wrappings("b") == first)
        let before = try await TwoNodes.wrapping(in: a)

        try await b.keepWrappingYoung(at: due)
        #expect(try nodes.wrappings("b") == first + second)
        for _ in 1...2 { for store in [a, b] { try await store.keepWrappingYoung(at: due) } }
        #expect(try await TwoNodes.wrapping(in: a).isDisjoint(with: before))
        #expect(try await TwoNodes.wrapping(in: a).count == 1)
        #expect(try nodes.wrappings("a") == first + second)

        for store in [a, b] { try await store.keepWrappingYoung(at: due.adding(seconds: 1200)) }
        #expect(try nodes.wrappings("a") == second)
        #expect(try nodes.wrappings("b") == second)
        for store in [a, b] {
            #expect(try await TwoNodes.name(in: store) == "Warung Sari")
            try await store.close()
        }
        for name in ["a", "b"] {
            let again = try await nodes.open(name)
            #expect(try await TwoNodes.name(in: again) == "Warung Sari")
            try await again.close()
        }
    }

    @Test(arguments: Backend.all)
    func `nodes that are due at once make one key`(backend: Backend) async throws {
        let nodes = try TwoNodes(backend)
        let (a, b) = (try await nodes.open("a"), try await nodes.open("b"))
        try await a.stall(one, .open(name: "Warung Sari"))
        for store in [a, b] { try await store.keepWrappingYoung(at: nodes.hours(160)) }
        for minutes in [0, 1, 2, 3, 4, 5, 30, 31] as [Int64] {
            let now = nodes.hours(169).adding(seconds: minutes * 60)
            async let left: Void = a.keepWrappingYoung(at: now)
            async let right: Void = b.keepWrappingYoung(at: now)
            _ = try await (left, right)
        }
        #expect(try nodes.wrappings("a") == second)
        #expect(try nodes.wrappings("b") == second)
        #expect(try await TwoNodes.name(in: b) == "Warung Sari")
        #expect(try await TwoNodes.wrapping(in: a).count == 1)
        for store in [a, b] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `a node that slept through a renewal reads and writes when it wakes`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        let (a, b) = (try await nodes.open("a"), try await nodes.open("b"))
        try await a.stall(one, .open(name: "Warung Sari"))
        for store in [a, b] { try await store.keepWrappingYoung(at: nodes.begin) }
        try await TwoNodes.renew(a, from: nodes.hours(200))
        #expect(try nodes.wrappings("a") == second)
        #expect(try nodes.wrappings("b") == first)

        #expect(try await TwoNodes.name(in: b) == "Warung Sari")
        try await b.stall(two, .open(name: "Warung Melati"))
        #expect(try await TwoNodes.name(two, in: a) == "Warung Melati")
        #expect(try await TwoNodes.wrapping(in: a).count == 1)
        try await b.keepWrappingYoung(at: nodes.hours(201))
        #expect(try nodes.wrappings("b") == second)
        for store in [a, b] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `what was planned before a renewal is never recorded under the key that is gone`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        let a = try await nodes.open("a")
        let engine = LateEngine(
            EngineOfNodes(try await backend.open(nodes.bench.folder))
        )
        let b = try await RecordStore.open(
            engine,
            keys: Keys.open(in: nodes.folder("b")),
            views: [.stalls]
        )
        for store in [a, b] { try await store.keepWrappingYoung(at: nodes.begin) }
        engine.once(before: "AppendPlan") { try await TwoNodes.renew(a, from: nodes.hours(200)) }
        try await b.stall(one, .open(name: "Warung Sari"))
        #expect(try nodes.wrappings("a") == second)
        #expect(try await TwoNodes.name(in: a) == "Warung Sari")

        // The same for a key that is kept outside an append.
        engine.once(before: "AppendPlan") { try await TwoNodes.renew(a, from: nodes.hours(400)) }
        let draft = OpaqueID(high: 5, low: 5)
        try await Drafts(b).keep(draft, Array("isian".utf8), at: .minute(0))
        #expect(try nodes.wrappings("a") == ["wrapping-00000003.key"])
        #expect(try await Drafts(a).open(draft, at: .minute(0)) == Array("isian".utf8))
        #expect(try await TwoNodes.wrapping(in: a).count == 1)
        for store in [a, b] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `an erased dossier opens from no earlier state once every node has renewed`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        let (a, b) = (try await nodes.open("a"), try await nodes.open("b"))
        try await a.stall(one, .open(name: "Warung Sari"))
        for store in [a, b] { try await store.keepWrappingYoung(at: nodes.begin) }
        let (id, place) = (one, TwoNodes.place(one))
        let (sealed, wrapped) = try await a.read { reader in
            (
                try reader.row("SELECT name FROM stalls WHERE id = \(id)")?.blob("name") ?? [],
                try reader.row("SELECT wrapped FROM keyring WHERE dossier = \(id)")?
                    .blob("wrapped") ?? []
            )
        }
        func earlier(_ name: String) async throws -> [UInt8]? {
            let store = try await nodes.open(name)
            try await store.operate([
                "UPDATE keyring SET wrapped = \(wrapped), erased = NULL WHERE dossier = \(id)"
            ])
            let opened = await Result.of {
                try await store.read { try $0.openRow(sealed, at: place) }
            }
            try await store.operate([
                "UPDATE keyring SET wrapped = NULL, erased = 1 WHERE dossier = \(id)"
            ])
            try await store.close()
            return try opened.get()
        }
        try await b.erase(DossierID(id), at: nodes.hours(1))
        #expect(try await earlier("a") == Array("Warung Sari".utf8))
        #expect(try await a.keysOfNodes()?.openErasure == nodes.hours(1))

        for minutes in [0, 1, 2, 3, 4] as [Int64] {
            for store in [a, b] {
                try await store.keepWrappingYoung(at: nodes.hours(2).adding(seconds: minutes * 60))
            }
        }
        try await a.keepWrappingYoung(at: nodes.hours(3))
        await #expect(throws: StoreError.self) { try await earlier("a") }
        #expect(try await earlier("b") == Array("Warung Sari".utf8))
        #expect(try await a.keysOfNodes()?.openErasure == nodes.hours(1))
        #expect(try await a.keysOfNodes()?.nodes.filter { $0.owesSince != nil }.count == 1)

        try await b.keepWrappingYoung(at: nodes.hours(3))
        await #expect(throws: StoreError.self) { try await earlier("b") }
        let told = try #require(try await a.keysOfNodes())
        #expect(told.openErasure == nil)
        #expect(told.nodes.count == 2)
        #expect(told.nodes.allSatisfy { $0.isUpToDate && $0.owesSince == nil })
        for store in [a, b] { try await store.close() }
    }
}

extension Result where Failure == any Error {
    /// How something ended that is looked at later.
    fileprivate static func of(_ body: () async throws -> Success) async -> Self {
        do { return .success(try await body()) } catch { return .failure(error) }
    }
}
