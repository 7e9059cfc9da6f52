import Ledger
import LedgerSQLite
import Synchronization
import UnderTest

/// SQLite whose groups go the ways of an engine that is far away, and that counts how often a group
/// waits for an answer before its commit.
final class FarEngine: EngineOver {
    let real: any Engine
    private let writer: GroupWriter
    private let waits: Waits

    init(path: String) async throws(StoreError) {
        real = try await SQLiteEngine(path: path)
        var dialect = GroupDialect.sqlite
        dialect.isFar = true
        let waits = Waits()
        self.waits = waits
        writer = GroupWriter(dialect) { () throws(StoreError) in
            FarConnection(try SQLiteEngine.openWriter(path, cacheMegabytes: 16), waits)
        }
        try writer.start()
    }

    deinit { writer.end() }

    /// How often the writer has waited for an answer so far, commits left out.
    var timesWaited: Int { waits.count.withLock { $0 } }

    func stand(behind fence: GroupFence) { writer.stand(behind: fence) }

    func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        try await writer.commit(work)
    }

    func close() async throws(StoreError) {
        await writer.close()
        try await real.close()
    }
}

private final class Waits: Sendable { let count = Mutex(0) }

private final class FarConnection: WriterConnection {
    private let real: SQLiteConnection
    private let waits: Waits

    init(_ real: SQLiteConnection, _ waits: Waits) { (self.real, self.waits) = (real, waits) }

    var isOutsideTransaction: Bool { real.isOutsideTransaction }
    var isUsable: Bool { real.isUsable }

    func close() { real.close() }

    func rows(_ sql: SQL) throws(StoreError) -> [RecordRow] {
        waits.count.withLock { $0 += 1 }
        return try real.rows(sql)
    }

    func answers(to questions: [SQL]) throws(StoreError) -> [[RecordRow]] {
        waits.count.withLock { $0 += 1 }
        return try real.answers(to: questions)
    }

    func run(_ sql: SQL) throws(StoreError) -> Int {
        if sql.text != "COMMIT" { waits.count.withLock { $0 += 1 } }
        return try real.run(sql)
    }

    func send(_ sql: SQL) throws(StoreError) { try real.send(sql) }

    func sendChangingOne(_ sql: SQL) throws(StoreError) { try real.sendChangingOne(sql) }
}
