import Foundation
import Ledger
import LedgerPostgres
import LedgerSQLite
import Stories

/// Compares appending in process with inserting the same rows by hand, at the same group size.
enum LedgerBench {
    private static let appends = 6400

    /// One line for each group size: appends a second, raw rows a second, CPU of both.
    static func run(folder: String) async throws {
        for members in [1, 8, 64] {
            let rounds = members == 1 ? appends / 4 : appends / members
            let own = URL(filePath: folder).appending(path: "\(members)")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            let rows = try (0..<rounds).flatMap { round in
                try (0..<members).map { try event($0, round) }
            }
            // Raw before and after, so that a busy moment of the disk does not decide.
            let first = try RawInserts(path: own.path + "/raw-1.sqlite").run(rows, by: members)
            let engine = try await SQLiteEngine(path: own.path + "/record.sqlite")
            let appended = try await appending(to: engine, in: own.path, members, rounds)
            let second = try RawInserts(path: own.path + "/raw-2.sqlite").run(rows, by: members)
            let raw = Pace(
                rate: (first.rate + second.rate) / 2,
                cpu: (first.cpu + second.cpu) / 2
            )
            print(
                "group \(members) appends \(Int(appended.rate)) raw \(Int(raw.rate))",
                "ratio \(appended.rate / raw.rate) cpu \(appended.cpu) rawcpu \(raw.cpu)"
            )
        }
    }

    /// The same on a PostgreSQL server, whose own measure is pgbench (scripts/bench-postgres).
    static func run(folder: String, server: String) async throws {
        for members in [1, 16, 64] {
            let own = URL(filePath: folder).appending(path: "\(members)")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            let connection = try PostgresConnection(server)
            let schema = "bench_\(members)"
            try connection.run(SQL(stringLiteral: "DROP SCHEMA IF EXISTS \(schema) CASCADE"))
            try connection.run(SQL(stringLiteral: "CREATE SCHEMA \(schema)"))
            connection.close()
            let engine = try await PostgresEngine("\(server)?options=-csearch_path%3D\(schema)")
            let rounds = members == 1 ? appends / 4 : appends * 4 / members
            let pace = try await appending(to: engine, in: own.path, members, rounds)
            print("callers \(members) appends \(Int(pace.rate)) cpu \(pace.cpu)")
        }
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

    private static func appending(
        to engine: any Engine,
        in folder: String,
        _ members: Int,
        _ rounds: Int
    ) async throws -> Pace {
        let store = try await RecordStore.open(
            engine,
            keys: Keys.make(in: folder + "/keys")
        )
        let watch = Watch()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for member in 0..<members {
                group.addTask {
                    for round in 0..<rounds {
                        let event = try event(member, round)
                        var append = Append(
                            at: event.place.at,
                            by: .system,
                            expecting: [event.stream: 0]
                        )
                        append.events = [event]
                        _ = try await store.append(append)
                    }
                }
            }
            try await group.waitForAll()
        }
        let pace = watch.pace(of: members * rounds)
        try await store.close()
        return pace
    }
}

/// How fast something went, and the CPU of one.
struct Pace {
    let rate: Double
    let cpu: Double
}

/// Begun when it is made.
struct Watch {
    private let start = Date.now
    private let cost = ProcessCost.here

    func pace(of count: Int) -> Pace {
        Pace(
            rate: Double(count) / Date.now.timeIntervalSince(start),
            cpu: (ProcessCost.here - cost) / Double(count)
        )
    }
}

struct Counted: FactShape {
    let count: Int64

    var kind: Code { "counted" }

    init(count: Int64) { self.count = count }

    func write(to fields: inout FactWriter) { fields.put("count", count) }

    init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        count = try fields.get("count")
    }
}
