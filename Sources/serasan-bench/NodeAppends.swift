import Foundation
import Ledger
import LedgerPostgres
import Stories
import Synchronization

/// One of several nodes that append unique numbers to a few streams, and tells what it was answered:
/// the history that Tests/Faults/cluster.py judges.
///
/// Lines of the history: `begin ID STREAM VALUE`, then `ok ID SEQ`, `conflict ID`, `full ID`,
/// `failed ID`, or `unknown ID` and later `resolved ID SEQ`.
struct NodeAppends: Sendable {
    private static let streams = 64
    private static let places = 500

    let store: RecordStore
    let node: Int
    let seed: UInt64
    let until: Date
    let history: History

    /// Makes the record and its keys, once for all nodes.
    static func prepare(address: String, keys: String) async throws {
        try await RecordStore.open(
            PostgresEngine(address),
            keys: Keys.make(in: keys)
        ).close()
    }

    /// The words of the command line: ADDRESS KEYS SEED NODE SECONDS CALLERS OUT.
    static func run(_ words: [String]) async throws {
        let appends = try await NodeAppends(
            store: opened(words.word(0), keys: words.word(1)),
            node: words.number(3),
            seed: UInt64(words.number(2)),
            until: Date.now.addingTimeInterval(Double(words.number(4))),
            history: History(words.word(6))
        )
        let callers = try words.number(5)
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask { await appends.work(as: caller, of: callers) }
            }
        }
        try await appends.store.close()
    }

    /// A server that is just failing over is waited for.
    private static func opened(_ address: String, keys: String) async throws -> RecordStore {
        var last: (any Error)?
        for _ in 0..<60 {
            do {
                return try await RecordStore.open(
                    PostgresEngine(address),
                    keys: Keys.open(in: keys, fromOthers: true)
                )
            } catch {
                last = error
                try await Task.sleep(for: .seconds(1))
            }
        }
        throw last ?? BenchFault("the record does not open")
    }

    private func work(as caller: Int, of callers: Int) async {
        var numbers = SeededNumbers(seed, of: node * 1000 + caller)
        var round = 0
        while Date.now < until {
            let id = node * 1_000_000_000 + round * callers + caller + 1
            round += 1
            let number = Int(numbers.next() % UInt64(Self.streams + 4))
            await one(id, in: number < Self.streams ? number : nil)
        }
    }

    /// One operation to its end; an answer that is not sure is asked for again, as citizens do.
    private func one(_ id: Int, in stream: Int?) async {
        await history.write("begin \(id) \(stream.map(String.init) ?? "quota") \(id)")
        var isUnsure = false
        while true {
            do {
                let answer = try await store.append(append(id, in: stream))
                await history.write(Self.line(answer, id, isUnsure: isUnsure))
                return
            } catch let error as StoreError where error.kind == .unknown {
                if !isUnsure { await history.write("unknown \(id)") }
                isUnsure = true
            } catch {
                if !isUnsure {
                    await history.write("failed \(id)")
                    await Self.pause(milliseconds: 200)
                    return
                }
            }
            await Self.pause(milliseconds: 500)
            // Who never hears stays unsure; long after the others have ended.
            if Date.now > until.addingTimeInterval(120) { return }
        }
    }

    private static func pause(milliseconds: Int) async {
        // Only a cancelled task hears of it, and none is.
        try? await Task.sleep(for: .milliseconds(milliseconds))
    }

    private static func line(_ answer: Appended, _ id: Int, isUnsure: Bool) -> String {
        switch answer {
        case .recorded(let recorded), .repeated(let recorded):
            "\(isUnsure ? "resolved" : "ok") \(id) \(recorded.first)"
        case .conflict: "conflict \(id)"
        case .taken: "full \(id)"
        case .otherContent: "failed \(id)"
        }
    }

    /// To a stream as it stands, or to the quota whose places can each be taken once.
    private func append(_ id: Int, in number: Int?) async throws -> Append {
        let stream =
            number.map { Stream("bench", OpaqueID(high: 1, low: UInt64($0))) }
            ?? Stream("quota", OpaqueID(high: 2, low: UInt64(id)))
        let version = try await version(of: stream)
        let now = Instant(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000))
        var append = Append(at: now, by: .system, expecting: [stream: version])
        try append.add(Decision([Counted(count: Int64(id))]), to: stream)
        if number == nil {
            let place = UInt64(id) &* 0x9E37_79B9_7F4A_7C15 % UInt64(Self.places)
            append.claims = [.unique(space: "quota", key: Array("place-\(place)".utf8))]
        }
        let key = withUnsafeBytes(of: UInt64(id).bigEndian) { Array($0) }
        append.command = CommandKey(key, content: key)
        return append
    }

    private func version(of stream: Stories.Stream) async throws -> Version {
        try await store.read { reader in
            let row = try reader.row(
                """
                SELECT max(version) AS version FROM events
                WHERE stream_id = \(stream.id) AND stream_kind = \(stream.kind.word)
                """
            )
            return try row?.find("version") ?? 0
        }
    }
}

/// Lines that are on the disk's way before anything else is done.
actor History {
    private let file: FileHandle

    init(_ path: String) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        guard let file = FileHandle(forWritingAtPath: path) else {
            throw BenchFault("\(path) cannot be written")
        }
        self.file = file
    }

    func write(_ line: String) { file.write(Data((line + "\n").utf8)) }
}
