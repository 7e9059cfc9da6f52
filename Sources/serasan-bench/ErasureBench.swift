import Foundation
import Ledger
import LedgerSQLite
import Stories

/// How long it takes to erase a person with fifty dossiers: keys, payloads, facts, journal.
enum ErasureBench {
    private static let dossiers = 50
    private static let payloads = 8

    /// One line: dossiers, milliseconds for all of them.
    static func run(folder: String) async throws {
        let store = try await RecordStore.open(
            SQLiteEngine(path: folder + "/record.sqlite"),
            keys: Keys.make(in: folder + "/keys")
        )
        let ids = (0..<dossiers).map { OpaqueID(high: 7, low: UInt64($0)) }
        for id in ids { try await fill(id, store) }
        let start = ContinuousClock.now
        for id in ids {
            // As a case does it: first the fact, then the key and all that it sealed.
            let seen = try await store.read { try $0.payloads(of: DossierID(id)) }
            guard seen.count == payloads else { throw BenchFault("payloads are missing") }
            try await note(1, on: id, at: 1, [], store)
            _ = try await store.erase(DossierID(id), at: Instant(milliseconds: 1))
        }
        let took = ContinuousClock.now - start
        print("erasure dossiers \(dossiers) milliseconds \(took / .milliseconds(1))")
        try await store.close()
    }

    private static func fill(_ id: OpaqueID, _ store: RecordStore) async throws {
        let words = Array(String(repeating: "kopi ", count: 200).utf8)
        let sealed = (0..<payloads).map { _ in
            Sealer.sha256.seal(words, in: DossierID(id), .random).payload
        }
        try await note(0, on: id, at: 0, sealed, store)
    }

    private static func note(
        _ count: Int64,
        on id: OpaqueID,
        at version: Version,
        _ sealed: [Payload],
        _ store: RecordStore
    ) async throws {
        let stream = Stream("bench", id)
        let append = try Append(
            Decision([Counted(count: count)], sealed: sealed),
            to: stream,
            at: Instant(milliseconds: 0),
            by: .system,
            expecting: [stream: version]
        )
        guard case .recorded = try await store.append(append) else {
            throw BenchFault("an append was refused")
        }
    }
}
