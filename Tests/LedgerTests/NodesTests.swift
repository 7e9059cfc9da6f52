import Ledger
import Stories
import Synchronization
import Testing
import UnderTest

/// Several nodes on one database: what one does in the moment when another is at it too.
@Suite struct NodesTests {
    let draft = OpaqueID(high: 5, low: 5)
    let one = OpaqueID(high: 1, low: 1)
    var dossier: DossierID { DossierID(one) }

    /// Two stores on one database; the first one's engine may be made to come late.
    private func onTwoNodes(
        _ backend: Backend,
        tables: [String] = [],
        _ body: (Bench, LateEngine, _ a: RecordStore, _ b: RecordStore) async throws -> Void
    ) async throws {
        let bench = try Bench(backend)
        let late = LateEngine(try await backend.open(bench.folder))
        let a = try await RecordStore.open(late, keys: bench.keys, tables: tables)
        let b = try await bench.open(tables: tables)
        try await body(bench, late, a, b)
        try await a.close()
        try await b.close()
    }

    // MARK: - Drafts

    @Test(arguments: Backend.all)
    func `what was kept since a draft was opened is not written over`(
        backend: Backend
    ) async throws {
        try await onTwoNodes(backend) { _, _, a, b in
            let (here, there) = (Drafts(a), Drafts(b))
            #expect(
                try await here.keep(draft, [1], seen: nil, at: .minute(0)) == .kept(turn: 0)
            )
            let seen = try #require(try await there.opened(draft, at: .minute(1)))
            #expect(seen.content == [1])
            #expect(
                try await there.keep(draft, [1, 2], seen: seen.turn, at: .minute(1))
                    == .kept(turn: 1)
            )
            for turn in [seen.turn, nil] {
                let late = try await here.keep(draft, [1, 3], seen: turn, at: .minute(1))
                #expect(late == .movedOn)
            }
            let again = try #require(try await here.opened(draft, at: .minute(2)))
            #expect(again.content == [1, 2])
            #expect(
                try await here.keep(draft, [1, 2, 3], seen: again.turn, at: .minute(2))
                    == .kept(turn: 2)
            )
            #expect(try await there.open(draft, at: .minute(2)) == [1, 2, 3])
            // What is kept whole by one page alone asks nobody, and is seen all the same.
            try await here.keep(draft, [4], at: .minute(3))
            #expect(
                try await there.keep(draft, [5], seen: 2, at: .minute(3)) == .movedOn
            )
        }
    }

    @Test(arguments: Backend.all)
    func `a draft that begins on two nodes at once begins once, under one key`(
        backend: Backend
    ) async throws {
        try await onTwoNodes(backend) { _, late, a, b in
            let (here, there) = (Drafts(a), Drafts(b))
            let draft = draft
            late.once(before: "AppendPlan") {
                let kept = try await there.keep(draft, [2], seen: nil, at: .minute(0))
                #expect(kept == .kept(turn: 0))
            }
            // Its key is made already when the other node's comes into the keyring.
            #expect(try await here.keep(draft, [1], seen: nil, at: .minute(0)) == .movedOn)
            let seen = try #require(try await here.opened(draft, at: .minute(1)))
            #expect(seen.content == [2])
            #expect(
                try await here.keep(draft, [2, 1], seen: seen.turn, at: .minute(1))
                    == .kept(turn: 1)
            )
            #expect(try await there.open(draft, at: .minute(1)) == [2, 1])
            #expect(try await here.contents() == [[2, 1]])
        }
    }

    @Test(arguments: Backend.all)
    func `a draft whose days are over begins anew, one that was sent does not`(
        backend: Backend
    ) async throws {
        try await onTwoNodes(backend) { _, _, a, b in
            let (here, there) = (Drafts(a), Drafts(b))
            _ = try await here.keep(draft, [1], seen: nil, at: .minute(0))
            let over = Instant.minute(31 * 24 * 60)
            #expect(try await there.keep(draft, [2], seen: nil, at: over) == .kept(turn: 1))
            try await a.stall(one, .open(name: "Warung Sari")) {
                $0.operations = here.ending(draft, at: over)
            }
            for turn in [1, nil] as [Int64?] {
                let error = await #expect(throws: StoreError.self) {
                    try await there.keep(draft, [3], seen: turn, at: over)
                }
                #expect(error?.kind == .erased)
            }
        }
    }

    // MARK: - Keys

    @Test(arguments: Backend.all)
    func `a key that another node made first is the one that counts`(
        backend: Backend
    ) async throws {
        try await onTwoNodes(backend) { bench, _, a, b in
            // Refused, this leaves a key in the memory of the one and in no keyring.
            var refused = Append(
                at: .minute(0),
                by: .system,
                expecting: [Stream(Stall.kind, one): 7]
            )
            refused.payloads = [Payload([1], dossier: dossier, draw: .random)]
            guard case .conflict = try await a.append(refused) else {
                Issue.record("it was to be refused")
                return
            }
            let (here, there) = (
                try FileVault(a, folder: "\(bench.folder)/files"),
                try FileVault(b, folder: "\(bench.folder)/files")
            )
            let theirs = try await there.write([1, 2, 3], in: dossier, at: .minute(0))
            #expect(try await here.read(theirs.id, in: dossier) == [1, 2, 3])
            let ours = try await here.write([4, 5, 6], in: dossier, at: .minute(0))
            #expect(try await there.read(ours.id, in: dossier) == [4, 5, 6])
        }
    }

    @Test(arguments: Backend.all)
    func `what was erased on one node is forgotten by the others`(
        backend: Backend
    ) async throws {
        try await onTwoNodes(backend) { _, _, a, b in
            let other = DossierID(OpaqueID(high: 1, low: 2))
            let places = [dossier, other].map { SealedPlace($0, "notes.text", row: one) }
            try await a.forgetErased()
            var sealed: [[UInt8]] = []
            for place in places {
                sealed.append(try await a.sealedRow([7], at: place, on: .minute(0)))
            }
            let bytes = sealed
            func open(_ number: Int) async throws -> [UInt8]? {
                try await a.read { try $0.openRow(bytes[number], at: places[number]) }
            }
            try await b.erase(other, at: .minute(9))
            try await a.forgetErased()
            #expect(try await open(1) == nil)
            #expect(try await open(0) == [7])
            // The clock of the other node is half a minute behind.
            try await b.erase(dossier, at: .minute(9).adding(seconds: -30))
            try await a.forgetErased()
            #expect(try await open(0) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `a file goes with its dossier, whoever holds the key`(backend: Backend) async throws {
        try await onTwoNodes(backend) { bench, _, a, b in
            let files = try FileVault(a, folder: "\(bench.folder)/files")
            let kept = try await files.write([1, 2, 3], in: dossier, at: .minute(0))
            try await a.stall(one, .open(name: "Warung Sari")) { $0.files = [kept] }
            #expect(try await files.read(kept.id, in: dossier) == [1, 2, 3])
            #expect(try await b.erase(dossier, at: .minute(1)) == [kept.id])
            if files.place == .database {
                #expect(try await a.dump(["file_chunks"]).isEmpty)
            } else {
                try await files.remove([kept.id])
            }
            #expect(try await files.read(kept.id, in: dossier) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `a sealed row is not written once its dossier is erased`(
        backend: Backend
    ) async throws {
        let table = "CREATE TABLE IF NOT EXISTS notes (text BLOB NOT NULL)"
        try await onTwoNodes(backend, tables: [table]) { _, _, a, b in
            let place = SealedPlace(dossier, "notes.text", row: one)
            let sealed = try await a.sealedRow([7], at: place, on: .minute(0))
            let insert: SQL = "INSERT INTO notes (text) SELECT \(sealed) WHERE \(place.isLiving)"
            try await a.operate([insert])
            #expect(try await a.dump(["notes"]).count == 1)
            try await b.erase(dossier, at: .minute(1))
            try await a.operate([insert])
            #expect(try await a.dump(["notes"]).count == 1)
        }
    }

    // MARK: - Time

    @Test(arguments: Backend.all)
    func `nodes that share a server are told one time by it, others none`(
        backend: Backend
    ) async throws {
        try await onTwoNodes(backend) { _, _, a, b in
            var told: [Instant?] = []
            for store in [a, b, a] { told.append(try await store.serverTime()) }
            guard EngineUnderTest.server != nil else {
                #expect(told == [nil, nil, nil])
                return
            }
            let times = told.compactMap { $0 }
            #expect(times.count == 3)
            #expect(times == times.sorted())
            // In milliseconds, and in this century.
            #expect(times.allSatisfy { $0 > Instant(milliseconds: 1_700_000_000_000) })
        }
    }

    // MARK: - Opening

    @Test(arguments: Backend.all)
    func `a record of another root key is left as it is`(backend: Backend) async throws {
        let bench = try Bench(backend)
        let store = try await bench.open(views: [.stalls])
        try await store.stall(one, .open(name: "Warung Sari"))
        let before = try await store.dump(["installation", "view_cursors", "stalls"])
        #expect(before.count == 3)
        let other = try Keys.make(in: "\(bench.folder)/other")
        let engine = try await backend.open(bench.folder)
        let error = await #expect(throws: StoreError.self) {
            try await RecordStore.open(
                engine,
                keys: other,
                views: [.stalls, .stallSearch],
                tables: ["CREATE TABLE IF NOT EXISTS notes (text BLOB NOT NULL)"]
            )
        }
        #expect(error?.underlying as? KeyRefusal == .otherRecord)
        try await engine.close()
        #expect(try await store.dump(["installation", "view_cursors", "stalls"]) == before)
        await #expect(throws: (any Error).self) { try await store.dump(["notes"]) }
        try await store.close()
        let again = try await bench.open(views: [.stalls])
        #expect(try await again.dump(["installation", "view_cursors", "stalls"]) == before)
        try await again.close()
    }

    @Test(arguments: Backend.all)
    func `two nodes that start together make a view once, and whoever asks makes it again`(
        backend: Backend
    ) async throws {
        let bench = try Bench(backend)
        let first = try await bench.open()
        try await first.stall(one, .open(name: "Warung Sari"))
        try await first.close()
        let made = Mutex(0)
        let seen = ViewOfRecord(
            "seen",
            .now,
            of: ["stall"],
            tables: ["seen"],
            schema: ["CREATE TABLE seen (seq BIGINT NOT NULL PRIMARY KEY)"],
            project: { projection in
                made.withLock { $0 += 1 }
                return ["INSERT INTO seen (seq) VALUES (\(projection.seq))"]
            }
        )
        let late = LateEngine(try await backend.open(bench.folder))
        late.once(before: "Rebuilding") {
            try await bench.open(views: [seen]).close()
        }
        let store = try await RecordStore.open(late, keys: bench.keys, views: [seen])
        #expect(made.withLock { $0 } == 1)
        #expect(try await store.dump(["seen"]).count == 1)
        try await store.rebuild()
        #expect(made.withLock { $0 } == 2)
        try await store.close()
    }

    @Test(arguments: Backend.all)
    func `a table that was made again in another shape is read by who read it before`(
        backend: Backend
    ) async throws {
        let said = ViewOfRecord(
            "said",
            .now,
            of: ["stall"],
            tables: ["said"],
            schema: ["CREATE TABLE said (what BIGINT NOT NULL)"],
            project: { _ in ["INSERT INTO said (what) VALUES (7)"] }
        )
        let bench = try Bench(backend)
        let store = try await bench.open(views: [said])
        try await store.stall(one, .open(name: "Warung Sari"))
        let (asked, alike): (SQL, SQL) = ("SELECT what FROM said", "SELECT what AS w FROM said")
        for _ in 0..<2 {
            #expect(try await store.read { try $0.row(asked)?.int("what") } == 7)
            #expect(try await store.operate([asked])[0].first?.int("what") == 7)
        }
        _ = try await store.read { try $0.rows(alike) }
        // A program that opened it in another shape would have fenced this one.
        try await store.operate([
            "DROP TABLE said", "CREATE TABLE said (what TEXT NOT NULL)",
            "INSERT INTO said (what) VALUES ('tujuh')",
        ])
        let both = try await store.read { reader in
            (try reader.row(asked)?.text("what"), try reader.row(alike)?.text("w"))
        }
        #expect(both.0 == "tujuh")
        #expect(both.1 == "tujuh")
        // What is written is not tried again: it fails once, and works the next time.
        do { _ = try await store.operate([asked]) } catch { #expect(error.kind == .engine) }
        #expect(try await store.operate([asked])[0].first?.text("what") == "tujuh")
        try await store.close()
    }
}
