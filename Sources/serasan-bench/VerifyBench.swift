import Foundation
import Ledger
import LedgerSQLite
import Stories

/// Reads a record through that was made for it: one event in three opens a payload of 1 KB.
enum VerifyBench {
    private static let moment = Instant(milliseconds: 0)

    /// One line: events, events a second, CPU seconds for one.
    static func run(folder: String, events: Int) async throws {
        let (path, keyFolder) = (folder + "/record.sqlite", folder + "/keys")
        let keys = try Keys.make(in: keyFolder)
        let store = try await RecordStore.open(SQLiteEngine(path: path), keys: keys)
        for start in stride(from: 0, to: events / 3, by: 1000) {
            let threes = try (start..<min(start + 1000, events / 3)).map(three)
            try await store.record([store.prepare(threes)])
        }
        try await store.close()
        let connection = try SQLiteConnection(path: path, readOnly: true)
        defer { connection.close() }
        try connection.run("BEGIN")
        let watch = Watch()
        let found = try Reader(connection, keys: keys).readThrough(
            ReadingThroughOrder(excusing: []) { _ throws(StoreError) in [] }
        )
        let size = Int(found.computed.size)
        let pace = watch.pace(of: size)
        guard found.isConsistent, found.opened == size / 3 else {
            throw BenchFault("the record that was made does not hold: \(found.flaws.prefix(3))")
        }
        print("verify events \(size) rate \(Int(pace.rate)) cpu \(pace.cpu)")
    }

    /// Three events of one stream, the first of which commits to what somebody wrote.
    private static func three(_ number: Int) throws -> Append {
        let id = OpaqueID(high: 3, low: UInt64(number))
        let stream = Stream("bench", id)
        let words = (0..<1024).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
        let (payload, sealed) = Sealer.sha256.seal(words, in: DossierID(id), .random)
        return try Append(
            Decision(
                [Written(words: sealed), Written(words: nil), Written(words: nil)],
                sealed: [payload]
            ),
            to: stream,
            at: moment,
            by: .system,
            expecting: [stream: 0]
        )
    }
}

private struct Written: FactShape {
    let words: Sealed?

    var kind: Code { "written" }

    init(words: Sealed?) { self.words = words }

    func write(to fields: inout FactWriter) { fields.put("words", words) }

    init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        words = try fields.find("words")
    }
}
