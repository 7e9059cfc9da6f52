import Dispatch
import Ledger
import LedgerSQLite
import Stories

/// Compares appending in process with inserting the same rows by hand, at the same group size.
enum LedgerBench {
    private static let members = 64

    /// Prints appends per second, raw inserts per second and their ratio.
    static func run(folder: String, rounds: Int) async throws {
        let appended = try await appending(folder: folder, rounds: rounds)
        let raw = try inserting(folder: folder, rounds: rounds)
        print("appends/s \(Int(appended)), raw rows/s \(Int(raw)), ratio \(appended / raw)")
    }

    private static func event(_ member: Int, _ round: Int) throws(StoreError) -> NewEvent {
        let stream = Stream("bench", OpaqueID(high: UInt64(round), low: UInt64(member)))
        let place = EventPlace(
            stream: stream,
            version: 1,
            at: Instant(milliseconds: 0),
            by: .system
        )
        return try NewEvent(Counted(count: Int64(member)), at: place)
    }

    private static func appending(folder: String, rounds: Int) async throws -> Double {
        let store = try await RecordStore.open(
            SQLiteEngine(path: "\(folder)/bench.sqlite"),
            keys: Keys.make(in: "\(folder)/keys")
        )
        let start = DispatchTime.now().uptimeNanoseconds
        await withTaskGroup(of: Void.self) { group in
            for member in 0..<members {
                group.addTask {
                    for round in 0..<rounds {
                        do {
                            let event = try event(member, round)
                            var append = Append(
                                at: event.place.at,
                                by: .system,
                                expecting: [event.stream: 0]
                            )
                            append.events = [event]
                            _ = try await store.append(append)
                        } catch {
                            print(String(reflecting: error))
                        }
                    }
                }
            }
        }
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        try await store.close()
        return Double(rounds * members) / seconds
    }

    private static func inserting(folder: String, rounds: Int) throws -> Double {
        let path = "\(folder)/raw.sqlite"
        let connection = try SQLiteConnection(path: path, readOnly: false)
        _ = try connection.rows("PRAGMA journal_mode = WAL")
        try connection.run("PRAGMA synchronous = FULL")
        try connection.run(
            """
            CREATE TABLE events (seq INTEGER PRIMARY KEY, stream_id BLOB NOT NULL,
            stream_kind TEXT NOT NULL, version BIGINT NOT NULL, bytes BLOB NOT NULL,
            UNIQUE (stream_id, stream_kind, version))
            """
        )
        let insert = """
            INSERT INTO events (stream_id, stream_kind, version, bytes) VALUES ($1, $2, $3, $4)
            """
        let start = DispatchTime.now().uptimeNanoseconds
        for round in 0..<rounds {
            try connection.run("BEGIN IMMEDIATE")
            for member in 0..<members {
                let event = try event(member, round)
                try connection.run(
                    SQL(
                        text: insert,
                        [
                            event.stream.id.sqlValue, event.stream.kind.word.sqlValue, .int(1),
                            .blob(event.bytes),
                        ]
                    )
                )
            }
            try connection.run("COMMIT")
        }
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        connection.close()
        return Double(rounds * members) / seconds
    }
}

private struct Counted: FactShape {
    let count: Int64

    var kind: Code { "counted" }

    init(count: Int64) { self.count = count }

    func write(to fields: inout FactWriter) { fields.put("count", count) }

    init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        count = try fields.get("count")
    }
}
