import Foundation
import Ledger
import LedgerSQLite
import Stories
import Testing

/// What stands beside an event tells whether its bytes are still those that were appended.
@Suite struct MarkTests {
    let one = OpaqueID(high: 1, low: 1)
    let two = OpaqueID(high: 1, low: 2)

    private func intruder(_ bench: Bench) throws -> SQLiteConnection {
        let connection = try SQLiteConnection(
            path: "\(bench.folder)/record.sqlite",
            readOnly: false
        )
        try connection.run("DROP TRIGGER events_no_update")
        return connection
    }

    /// Turns a digit of the time in an event: it can still be read as a fact.
    private func turn(_ seq: Int64, _ intruder: SQLiteConnection) throws {
        let row = try #require(
            try intruder.rows("SELECT bytes FROM events WHERE seq = \(seq)").first
        )
        var bytes = try row.blob("bytes")
        let place = try #require(bytes.firstRange(of: Array("\"at\":1".utf8))?.upperBound)
        bytes[place] ^= 1
        _ = try RecordedEvent(seq: seq, bytes: bytes)
        try intruder.run("UPDATE events SET bytes = \(bytes) WHERE seq = \(seq)")
    }

    @Test func `an event whose bytes were turned is read by nobody, and named in the log`()
        async throws
    {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open(views: [.stalls, .stallSearch])
        try await store.stall(one, .open(name: "Warung Sari"))
        try await store.stall(two, .open(name: "Warung Melati"), at: .minute(1))
        try await store.stall(two, .sell(1), at: .minute(2))
        try await store.catchUp()
        let latest = try await store.read { try $0.lastMoment() }
        let connection = try intruder(bench)
        defer { connection.close() }
        try turn(3, connection)

        let stream = Stream(Stall.kind, two)
        let told = await #expect(throws: StoreError.self) {
            try await store.history(of: stream)
        }
        #expect(told?.kind == .damaged)
        #expect(told?.debugDescription.contains("event 3 (\(stream))") == true)
        await #expect(throws: StoreError.self) {
            try await store.state(of: stream, as: Stall.self)
        }
        await #expect(throws: StoreError.self) {
            try await store.read { try $0.events(after: 0, limit: 9) }
        }
        // What is whole is still read, and the clock does not believe the other one.
        #expect(try await store.history(of: Stream(Stall.kind, one)).count == 1)
        #expect(try await store.read { try $0.lastMoment() } == .minute(1))
        #expect(latest == .minute(2))
        let found = try await store.verify { _ in [] }
        #expect(found.flaws.map(\.what) == [.eventChanged])
        #expect(found.flaws.map(\.first) == [3])
        try await store.close()
    }

    @Test func `what was published is compared with its digest`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        let bytes = Array("isi yang diterbitkan".utf8)
        try await store.stall(one, .open(name: "Warung Sari")) { $0.content = [bytes] }
        let digest = Public(of: bytes)
        #expect(try await store.read { try $0.content(digest) } == bytes)
        #expect(try await store.verify { _ in [] }.isConsistent)
        let connection = try intruder(bench)
        defer { connection.close() }
        try connection.run("DROP TRIGGER content_no_update")
        try connection.run("UPDATE content SET bytes = \(Array("isi yang lain".utf8))")
        await #expect(throws: StoreError.self) { try await store.read { try $0.content(digest) } }
        let found = try await store.verify { _ in [] }
        #expect(found.flaws.map(\.what) == [.contentChanged(digest: digest.digest)])
        #expect(!found.isConsistent)
        try await store.close()
    }

    @Test func `a name that was turned in its row is found, though the index has it whole`()
        async throws
    {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        let bytes = Array("isi yang diterbitkan".utf8)
        try await store.stall(one, .open(name: "Warung Sari")) { $0.content = [bytes] }
        try await store.close()
        // The row has the content behind the name; the index has the name alone.
        var digest = Public(of: bytes).digest
        let path = URL(fileURLWithPath: "\(bench.folder)/record.sqlite")
        var file = Array(try Data(contentsOf: path))
        let place = try #require(file.firstRange(of: digest + bytes)?.lowerBound)
        file[place] ^= 1
        digest[0] ^= 1
        try Data(file).write(to: path)

        let again = try await bench.open()
        let found = try await again.verify { _ in [] }
        #expect(found.flaws.map(\.what) == [.contentChanged(digest: digest)])
        try await again.close()
    }

    @Test func `a key that no longer opens is named by its dossier`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        try await store.stall(one, .open(name: "Warung Sari"))
        try await store.stall(two, .open(name: "Warung Melati"))
        let connection = try intruder(bench)
        defer { connection.close() }
        let row = try #require(
            try connection.rows("SELECT wrapped FROM keyring WHERE dossier = \(two)").first
        )
        var wrapped = try row.blob("wrapped")
        wrapped[40] ^= 1
        try connection.run("UPDATE keyring SET wrapped = \(wrapped) WHERE dossier = \(two)")
        // What the program has opened before is still in its memory.
        try await store.close()
        let again = try await bench.open()
        let found = try await again.verify { _ in [] }
        #expect(found.flaws.map(\.what).contains(.keyChanged(two)))
        #expect(!found.flaws.map(\.what).contains(.keyChanged(one)))
        try await again.close()
    }

    @Test func `a mark that was changed is told apart from its event`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        try await store.stall(one, .open(name: "Warung Sari"))
        for _ in 0..<300 { try await store.stall(one, .sell(1)) }
        let connection = try intruder(bench)
        defer { connection.close() }
        try connection.run("UPDATE events SET mark = mark + 1 WHERE seq IN (9, 280)")
        let found = try await store.verify { _ in [] }
        #expect(found.flaws.map(\.what) == [.markChanged, .markChanged])
        #expect(found.flaws.map(\.first) == [9, 280])
        #expect(found.computed == found.kept)
        await #expect(throws: StoreError.self) {
            try await store.history(of: Stream(Stall.kind, one))
        }
        try await store.close()
    }

    @Test func `a changed event is named exactly, in a full page and after the last`()
        async throws
    {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        try await store.stall(one, .open(name: "Warung Sari"))
        for minute in 1...300 { try await store.stall(one, .sell(1), at: .minute(Int64(minute))) }
        let connection = try intruder(bench)
        defer { connection.close() }
        try turn(9, connection)
        try turn(280, connection)
        let found = try await store.verify { _ in [] }
        #expect(found.flaws.filter(\.isOfEvents).map(\.first) == [9, 280])
        #expect(found.flaws.filter(\.isOfEvents).allSatisfy { $0.what == .eventChanged })
        try await store.close()
    }

    @Test func `an event that stands in another history is read in neither`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        try await store.stall(one, .open(name: "Warung Sari"))
        try await store.stall(one, .sell(1))
        try await store.stall(one, .sell(2))
        try await store.stall(two, .open(name: "Warung Melati"))
        let connection = try intruder(bench)
        defer { connection.close() }
        try connection.run("UPDATE events SET stream_id = \(two) WHERE seq = 2")
        for id in [one, two] {
            await #expect(throws: StoreError.self) {
                try await store.history(of: Stream(Stall.kind, id))
            }
        }
        try await store.close()
    }

    /// Takes the marks away, as a record of the second migration is, or leaves those up to `kept`.
    private func takeAway(_ connection: SQLiteConnection, keeping kept: Int64?) throws {
        try connection.run("DROP TRIGGER events_marked")
        if let kept {
            try connection.run("UPDATE events SET mark = NULL WHERE seq > \(kept)")
            for statement in Self.guards { try connection.run(statement) }
            return
        }
        try connection.run("ALTER TABLE events DROP COLUMN mark")
        for statement in Self.sinceThen { try connection.run(statement) }
        try connection.run(
            """
            CREATE TRIGGER events_no_update BEFORE UPDATE ON events
            BEGIN SELECT RAISE(ABORT, 'events is never changed by UPDATE'); END
            """
        )
    }

    /// Takes away what later migrations made too.
    private static let sinceThen: [SQL] = [
        "ALTER TABLE drafts DROP COLUMN turn", "DROP INDEX keyring_erased",
        "DROP TABLE installation", "DELETE FROM migrations WHERE number >= 3",
    ]

    /// As the third migration makes them.
    private static let guards: [SQL] = [
        """
        CREATE TRIGGER events_no_update BEFORE UPDATE ON events
        WHEN OLD.mark IS NOT NULL OR NEW.bytes IS NOT OLD.bytes
        BEGIN SELECT RAISE(ABORT, 'events is never changed by UPDATE'); END
        """,
        """
        CREATE TRIGGER events_marked BEFORE INSERT ON events WHEN NEW.mark IS NULL
        BEGIN SELECT RAISE(ABORT, 'an event stands beside its mark'); END
        """,
    ]

    @Test(arguments: [nil, 0, 1, 255, 256, 9_000, 9_983] as [Int64?])
    func `events of an older record get their marks, also after an end in the middle`(
        kept: Int64?
    ) async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        try await store.stall(one, .open(name: "Warung Sari"))
        let stream = Stream(Stall.kind, one)
        for piece in 0..<13 {
            var append = Append(at: .minute(0), by: .system, expecting: [:])
            for index in 0..<768 {
                append.events.append(
                    try NewEvent(
                        Stall.Fact.sold(1),
                        at: EventPlace(
                            stream: stream,
                            version: Version(Int64(piece * 768 + index + 2)),
                            at: .minute(0),
                            by: .system
                        )
                    )
                )
            }
            _ = try await store.append(append)
        }
        let head = try await store.head()
        #expect(head.size == 9_985)
        try await store.close()
        let connection = try intruder(bench)
        try takeAway(connection, keeping: kept)
        connection.close()

        let again = try await bench.open()
        #expect(try await again.verify { _ in [] }.isConsistent)
        #expect(try await again.head() == head)
        #expect(try await again.history(of: stream).count == 9_985)
        let bare = try await again.read { try $0.row("SELECT 1 FROM events WHERE mark IS NULL") }
        #expect(bare == nil)
        try await again.stall(one, .sell(1))
        try await again.close()
    }

    @Test func `an event that was changed before there were marks is found by its page`()
        async throws
    {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        for number in 1...300 as ClosedRange<UInt64> {
            try await store.stall(OpaqueID(high: 3, low: number), .open(name: "a"))
        }
        try await store.close()
        let connection = try intruder(bench)
        try turn(7, connection)
        try takeAway(connection, keeping: nil)
        connection.close()

        let again = try await bench.open()
        await #expect(throws: StoreError.self) {
            try await again.history(of: Stream(Stall.kind, OpaqueID(high: 3, low: 7)))
        }
        #expect(
            try await again.history(of: Stream(Stall.kind, OpaqueID(high: 3, low: 8))).count == 1
        )
        #expect(try await again.verify { _ in [] }.flaws.map(\.first) == [7])
        try await again.close()
    }

    @Test func `a view that is late stops before an event that was changed`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open(views: [.stalls, .stallSearch])
        try await store.stall(one, .open(name: "Warung Sari"))
        try await store.catchUp()
        try await store.stall(two, .open(name: "Warung Melati"))
        let connection = try intruder(bench)
        defer { connection.close() }
        try turn(2, connection)
        try await store.catchUp()
        #expect(try await store.lags().map(\.failedAt) == [2])
        #expect(try await store.lags().map(\.behind) == [1])
        try await store.close()
    }
}
