import Crypto
import Ledger
import LedgerSQLite
import Stories
import Testing
import UnderTest

@Suite struct CheckpointTests {
    /// Made by another program (Python's `cryptography`) from the seed 00 01 … 1f.
    private static let foreign = """
        serasan/000000000000000700000000000000ab
        5
        47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

        — serasan/000000000000000700000000000000ab \
        M//7XF9J7r3JJVP6mtHjwBfv7TqKwFv2QIeAZcIWYlxKSJi8kp/48rs71BNF388Ediw16ugn8OdxsmrigqDK6MeZLwA=

        """
    private static let foreignKey = """
        serasan/000000000000000700000000000000ab+33fffb5c+\
        AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4
        """
    private static let head = Checkpoint(
        origin: OpaqueID(high: 7, low: 0xAB),
        size: 5,
        root: .empty
    )

    @Test func `a head that another program signed is read, and written the same`() throws {
        let key = try #require(NoteKey(Self.foreignKey))
        #expect(key.text == Self.foreignKey)
        #expect(try Checkpoint(Self.foreign, by: key.key) == Self.head)
        let note = try #require(SignedNote(Self.foreign))
        #expect(note.written == Self.foreign)
        #expect(note.text == Self.head.text)
        #expect(key.fingerprint.split(separator: " ").map(\.count) == [4, 4, 4, 4])
    }

    @Test(arguments: [
        ("\n5\n", "\n6\n", CheckpointRefusal.badSignature),
        ("47DE", "57DE", .badSignature),
        ("\n5\n", "\n05\n", .notAHead),
        ("\n5\n", "\n-5\n", .notAHead),
        ("uFU=\n", "uFU=\nmore\n", .notAHead),
        ("serasan/0000", "serasan/000", .notAHead),
        ("ZLwA=\n", "ZLwA=", .notANote),
        ("\n\n", "\n", .notANote),
        ("M//7", "N//7", .otherKey),
        ("ab M", "aa M", .otherKey),
        ("ZLwA", "ZLwB", .notANote),
        ("— ", "- ", .notANote),
    ])
    func `a head that was changed is refused`(
        from: String,
        to: String,
        refusal: CheckpointRefusal
    ) throws {
        let key = try #require(NoteKey(Self.foreignKey))
        let changed = Self.foreign.replacing(from, with: to)
        #expect(changed != Self.foreign)
        #expect(throws: refusal) { try Checkpoint(changed, by: key.key) }
    }

    @Test func `a key is read only as it is written`() {
        for (from, to) in [("+33", "+34"), ("AQOh", "AgOh"), ("ab+", "ac+"), ("TG4", "TG5")] {
            #expect(NoteKey(Self.foreignKey.replacing(from, with: to)) == nil, "\(to)")
        }
        #expect(NoteKey("") == nil)
        #expect(NoteKey("a+b") == nil)
    }

    @Test func `our heads open with our key and no other`() throws {
        let bench = try Bench(Backend.sqlite)
        let written = try bench.keys.sign(Self.head).written
        let key = try bench.keys.noteKey(of: Self.head.origin)
        #expect(try Checkpoint(written, by: key.key) == Self.head)
        let other = try #require(NoteKey(Self.foreignKey))
        #expect(throws: CheckpointRefusal.otherKey) { try Checkpoint(written, by: other.key) }
        #expect(try Keys.open(in: bench.keys.folder).noteKey(of: Self.head.origin) == key)
    }

    @Test func `a checkpoint is kept once for each size, and never for a changed past`()
        async throws
    {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        #expect(try await store.keepCheckpoint(by: bench.keys, at: .minute(0)) == nil)
        let origin = try await store.firstOrigin(at: .minute(0))
        let first = try #require(
            try await store.keepCheckpoint(by: bench.keys, at: .minute(1))
        )
        #expect(first.size == 1)
        #expect(try await store.keepCheckpoint(by: bench.keys, at: .minute(2)) == first)
        let key = try bench.keys.noteKey(of: origin.id).key
        #expect(try Checkpoint(first.note, by: key).root == (try await store.head()).root)
        try await store.stall(OpaqueID(high: 1, low: 1), .open(name: "Warung Sari"))
        let second = try #require(
            try await store.keepCheckpoint(by: bench.keys, at: .minute(3))
        )
        #expect(second.size == 2)
        #expect(try await store.read { try $0.checkpoints() } == [first, second])

        let intruder = try SQLiteConnection(path: "\(bench.folder)/record.sqlite", readOnly: false)
        #expect(throws: StoreError.self) { try intruder.run("DELETE FROM checkpoints") }
        #expect(throws: StoreError.self) { try intruder.run("UPDATE checkpoints SET size = 9") }
        try intruder.run("DROP TRIGGER events_no_update")
        try intruder.run("UPDATE events SET bytes = \([0x7B, 0x7D] as [UInt8]) WHERE seq = 2")
        intruder.close()
        try await store.stall(OpaqueID(high: 1, low: 2), .open(name: "Warung Melati"))
        await #expect(throws: StoreError.self) {
            try await store.keepCheckpoint(by: bench.keys, at: .minute(4))
        }
        #expect(try await store.read { try $0.checkpoint() } == second)
        try await store.close()
    }

    @Test(arguments: Backend.all, [true, false])
    func `a node that slept through a failover keeps no head of the log that was`(
        backend: Backend,
        isLonger: Bool
    ) async throws {
        let (lost, spare) = (try Bench(backend), try Bench(backend))
        let old = try await lost.open()
        try await old.firstOrigin(at: .minute(0))
        try await old.stall(OpaqueID(high: 1, low: 1), .open(name: "Warung Sari"))
        // The spare server has the same root key: it was a standby.
        let new = try await RecordStore.open(backend.open(spare.folder), keys: lost.keys)
        try await new.firstOrigin(at: .minute(1))
        if isLonger {
            for low in 1...3 as ClosedRange<UInt64> {
                try await new.stall(OpaqueID(high: 2, low: low), .open(name: "Warung Melati"))
            }
        }
        let slept = try await RecordStore.open(
            SleptEngine(reading: backend.open(lost.folder), writing: backend.open(spare.folder)),
            keys: lost.keys
        )
        #expect(try await slept.keepCheckpoint(by: lost.keys, at: .minute(2)) == nil)
        #expect(try await new.read { try $0.checkpoints() }.isEmpty)
        #expect(try await new.keepCheckpoint(by: lost.keys, at: .minute(3)) != nil)
        for store in [slept, old, new] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `a head that was read before a new origin began is not kept after it`(
        backend: Backend
    ) async throws {
        let (lost, spare) = (try Bench(backend), try Bench(backend))
        // The same to the byte, up to what the spare server began with.
        let draw = Draw.counted(from: 7)
        let old = try await lost.open()
        let origin = try await old.firstOrigin(at: .minute(0), draw: draw)
        // The spare server has the same root key: it was a standby.
        let new = try await RecordStore.open(backend.open(spare.folder), keys: lost.keys)
        try await new.firstOrigin(at: .minute(0), draw: Draw.counted(from: 7))
        let head = try await old.head()
        #expect(try await new.head() == head)
        try await new.beginOrigin(
            .failedOver,
            citing: CitedHead(size: head.size, root: head.root, origin: origin.id),
            at: .minute(1)
        )
        let slept = try await RecordStore.open(
            SleptEngine(reading: backend.open(lost.folder), writing: backend.open(spare.folder)),
            keys: lost.keys
        )
        #expect(try await slept.keepCheckpoint(by: lost.keys, at: .minute(2)) == nil)
        #expect(try await new.read { try $0.checkpoints() }.isEmpty)
        for store in [slept, old, new] { try await store.close() }
    }
}

/// What a node sees that slept: it has read from a server that is gone, and writes to the spare.
private struct SleptEngine: EngineOver {
    let reading: any Engine
    let writing: any Engine

    var real: any Engine { writing }

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await reading.read(body)
    }

    func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await reading.glance(body)
    }

    func close() async throws(StoreError) {
        try await reading.close()
        try await writing.close()
    }
}
