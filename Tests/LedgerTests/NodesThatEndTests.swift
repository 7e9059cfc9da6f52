import Foundation
import Ledger
import Stories
import Testing

/// Nodes that are killed, come late, or are not what they say.
@Suite struct NodesThatEndTests {
    let one = TwoNodes.one
    let first = TwoNodes.first
    let second = TwoNodes.second

    @Test(arguments: Backend.all)
    func `a renewal goes on when every node is killed again and again`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        var (a, b) = (try await nodes.open("a"), try await nodes.open("b"))
        try await a.stall(one, .open(name: "Warung Sari"))
        for store in [a, b] { try await store.keepWrappingYoung(at: nodes.hours(160)) }
        for step in 0..<40 as Range<Int64> {
            let now = nodes.hours(169).adding(seconds: step * 60)
            try await a.keepWrappingYoung(at: now)
            try await a.close()
            a = try await nodes.open("a")
            #expect(try await TwoNodes.name(in: a) == "Warung Sari")
            try await b.keepWrappingYoung(at: now)
            // Letters to a run that has ended are of no use to the next: it lives for three rounds.
            if step % 3 == 2 {
                try await b.close()
                b = try await nodes.open("b")
            }
            #expect(try await TwoNodes.name(in: b) == "Warung Sari")
        }
        #expect(try nodes.wrappings("a") == second)
        #expect(try nodes.wrappings("b") == second)
        #expect(try await a.keysOfNodes()?.nodes.allSatisfy { $0.owesSince == nil } == true)
        for store in [a, b] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `a new key whose file was never written is given up, and another one made`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        var a = try await nodes.open("a")
        try await a.stall(one, .open(name: "Warung Sari"))
        try await a.keepWrappingYoung(at: nodes.hours(160))
        try await a.keepWrappingYoung(at: nodes.hours(169))
        try await a.close()
        try FileManager.default.removeItem(atPath: "\(nodes.folder("a"))/\(second[0])")
        a = try await nodes.open("a")
        try await a.keepWrappingYoung(at: nodes.hours(169).adding(seconds: 60))
        #expect(try nodes.wrappings("a") == first)
        try await a.keepWrappingYoung(at: nodes.hours(170))
        try await TwoNodes.renew(a, from: nodes.hours(170).adding(seconds: 60))
        #expect(try nodes.wrappings("a") == ["wrapping-00000003.key"])
        #expect(try await TwoNodes.name(in: a) == "Warung Sari")
        try await a.close()
    }

    @Test(arguments: Backend.all)
    func `a key that was destroyed and not reported yet is reported`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        let a = try await nodes.open("a")
        try await a.stall(one, .open(name: "Warung Sari"))
        for minutes in 0...3 as ClosedRange<Int64> {
            try await a.keepWrappingYoung(at: nodes.hours(169).adding(seconds: minutes * 60))
        }
        #expect(try nodes.wrappings("a") == first + second)
        try FileManager.default.removeItem(atPath: "\(nodes.folder("a"))/\(first[0])")
        #expect(try await a.keysOfNodes()?.nodes.contains { $0.owesSince != nil } == true)
        try await a.keepWrappingYoung(at: nodes.hours(170))
        #expect(try await a.keysOfNodes()?.nodes.contains { $0.owesSince != nil } == false)
        try await a.close()
    }

    @Test(arguments: Backend.all)
    func `a node that has only destroyed keys waits until another hands over the new one`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        let (a, b) = (try await nodes.open("a"), try await nodes.open("b"))
        try await a.stall(one, .open(name: "Warung Sari"))
        for store in [a, b] { try await store.keepWrappingYoung(at: nodes.begin) }
        try await b.close()
        try await TwoNodes.renew(a, from: nodes.hours(200))
        let error = await #expect(throws: StoreError.self) { try await nodes.open("b") }
        #expect(error?.underlying as? KeyRefusal == .awaitsNode(nodes.folder("b")))
        let again = try await nodes.join("b", beside: a, at: nodes.hours(202))
        #expect(try await TwoNodes.name(in: again) == "Warung Sari")
        try await again.keepWrappingYoung(at: nodes.hours(203))
        #expect(try nodes.wrappings("b") == second)
        for store in [a, again] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `a new node needs nothing but the root key`(backend: Backend) async throws {
        let nodes = try TwoNodes(backend)
        let a = try await nodes.open("a")
        try await a.stall(one, .open(name: "Warung Sari"))
        try nodes.makeFolderOfRoot("new")
        let new = try await nodes.join("new", beside: a, at: nodes.begin)
        #expect(try nodes.wrappings("new") == first)
        #expect(try await TwoNodes.name(in: new) == "Warung Sari")
        #expect(try await a.keysOfNodes()?.nodes.filter(\.isUpToDate).count == 2)
        for store in [a, new] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `an earlier state of the database opens with the newest keyring alone`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        let a = try await nodes.open("a")
        try await a.stall(one, .open(name: "Warung Sari"))
        try await a.stall(TwoNodes.two, .open(name: "Warung Melati"))
        func keyring() async throws -> [(dossier: DossierID, wrapped: [UInt8])] {
            try await a.read { reader in
                try reader.rows("SELECT dossier, wrapped FROM keyring ORDER BY dossier")
                    .map { (try $0.get("dossier"), try $0.blob("wrapped")) }
            }
        }
        let before = try await keyring()
        try await TwoNodes.renew(a, from: nodes.hours(200))
        let newest = try await keyring()
        let path = "\(nodes.folder("a"))/\(second[0])"
        let file = [UInt8](try Data(contentsOf: URL(filePath: path)))
        // As the server's own tools put it back.
        try await a.operate(
            before.map {
                "UPDATE keyring SET wrapped = \($0.wrapped) WHERE dossier = \($0.dossier)"
            } + [
                "DELETE FROM key_copies", "DELETE FROM wrappings WHERE number = 2",
                "UPDATE wrappings SET phase = 'current', retired = NULL",
            ]
        )
        try await a.close()
        let error = await #expect(throws: StoreError.self) { try await nodes.open("a") }
        #expect(error?.underlying as? KeyRefusal == .awaitsNode(nodes.folder("a")))

        try nodes.makeFolderOfRoot("new")
        try Keys.open(in: nodes.folder("new"), fromOthers: true).take([(second[0], file)])
        #expect(try nodes.wrappings("new") == second)
        let engine = try await backend.open(nodes.bench.folder)
        let id = try #require(OpaqueID(bytes: file.prefix(16)))
        let now = nodes.hours(210)
        #expect(try await engine.hang([id], rows: Array(newest.prefix(1)), at: now) == 1)
        #expect(try await engine.hang([id], rows: newest, at: now) == 0)
        try await engine.close()
        for name in ["a", "new"] {
            let again = try await nodes.open(name)
            #expect(try await TwoNodes.name(in: again) == "Warung Sari")
            #expect(try await TwoNodes.name(TwoNodes.two, in: again) == "Warung Melati")
            try await again.close()
        }
    }

    @Test(arguments: Backend.all)
    func `a copied folder is a node of its own, and one of another root key gets nothing`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        let a = try await nodes.open("a")
        try await a.keepWrappingYoung(at: nodes.begin)
        // With the file that names the node.
        try FileManager.default.copyItem(atPath: nodes.folder("a"), toPath: nodes.folder("c"))
        let copy = try await nodes.open("c")
        #expect(try await a.keysOfNodes()?.nodes.count == 2)
        try await copy.close()

        _ = try Keys.make(in: nodes.folder("d"))
        await #expect(throws: StoreError.self) { try await nodes.open("d") }
        try await a.keepWrappingYoung(at: nodes.begin)
        let letters = try await a.read { try $0.rows("SELECT node FROM key_letters").count }
        #expect(letters == 0)
        try await a.close()
    }

    @Test(arguments: Backend.all)
    func `a node that is struck off is owed for no longer`(backend: Backend) async throws {
        let nodes = try TwoNodes(backend)
        let (a, b) = (try await nodes.open("a"), try await nodes.open("b"))
        for store in [a, b] { try await store.keepWrappingYoung(at: nodes.begin) }
        try await b.close()
        try await TwoNodes.renew(a, from: nodes.hours(200))
        let told = try #require(try await a.keysOfNodes())
        let gone = try #require(told.nodes.first { $0.owesSince != nil })
        #expect(try await a.strikeOff(gone.id))
        #expect(try await !a.strikeOff(gone.id))
        let left = try #require(try await a.keysOfNodes())
        #expect(left.nodes.count == 1)
        #expect(left.nodes.allSatisfy { $0.owesSince == nil })
        try await a.close()
    }

    @Test(arguments: Backend.all)
    func `no key stands in the database, and no letter opens with the root key alone`(
        backend: Backend
    ) async throws {
        let nodes = try TwoNodes(backend)
        let (a, b) = (try await nodes.open("a"), try await nodes.open("b"))
        for store in [a, b] { try await store.keepWrappingYoung(at: nodes.hours(160)) }
        try await a.keepWrappingYoung(at: nodes.hours(169))
        let (letters, kept) = try await a.read { reader in
            (
                try reader.rows("SELECT sealed FROM key_letters").map { try $0.blob("sealed") },
                try reader.rows("SELECT wrapping FROM key_letters").map { try $0.blob("wrapping") }
            )
        }
        #expect(letters.count == 1)
        let file = try Data(contentsOf: URL(filePath: "\(nodes.folder("a"))/\(second[0])"))
        #expect(Array(file.prefix(16)) == kept.first)
        // Another run of the node, which has the root key and the letter, does not get it.
        try await b.close()
        let again = try await nodes.open("b")
        #expect(try nodes.wrappings("b") == first)
        try await again.keepWrappingYoung(at: nodes.hours(169))
        #expect(try nodes.wrappings("b") == first)
        for _ in 1...2 {
            for store in [a, again] { try await store.keepWrappingYoung(at: nodes.hours(169)) }
        }
        #expect(try nodes.wrappings("b") == first + second)
        for store in [a, again] { try await store.close() }
    }
}
