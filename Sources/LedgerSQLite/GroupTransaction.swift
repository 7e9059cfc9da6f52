package import Ledger

/// The connection of the one writer.
package protocol WriterConnection: Connection {
    /// Whether no transaction is open, because none was begun or SQLite ended it by itself.
    var isOutsideTransaction: Bool { get }

    func close()
}

/// Runs the work of many callers in one transaction, each behind a savepoint of its own.
///
/// After a commit that failed it trusts nothing: it opens the database anew and compares the log
/// head with the last events before it goes on.
package struct GroupTransaction {
    private let open: () throws(StoreError) -> any WriterConnection
    private var connection: (any WriterConnection)?
    private var hasLog = false

    package init(open: @escaping () throws(StoreError) -> any WriterConnection) {
        self.open = open
    }

    package mutating func close() {
        connection?.close()
        connection = nil
    }

    /// One result for each piece of work; none is given before the commit has returned.
    ///
    /// `more` is asked, until it has nothing, for what came while the group was at work: callers
    /// make their commands ready while those before them are written.
    package mutating func run(
        _ works: [any GroupWork],
        more: () -> [any GroupWork] = { [] }
    ) -> [Result<WorkResult, StoreError>] {
        var taken = works.count
        do throws(StoreError) {
            let connection = try usable()
            try connection.run(Self.begin)
            do throws(StoreError) {
                let results = try members(works, on: connection) {
                    let next = more()
                    taken += next.count
                    return next
                }
                return commit(results, on: connection)
            } catch {
                try rollBack(connection)
                throw error
            }
        } catch {
            return Array(repeating: .failure(error), count: taken)
        }
    }

    private static let begin = SQL(text: "BEGIN IMMEDIATE")
    private static let commit = SQL(text: "COMMIT")
    private static let rollback = SQL(text: "ROLLBACK")
    private static let savepoint = SQL(text: "SAVEPOINT member")
    private static let release = SQL(text: "RELEASE member")
    private static let undo = SQL(text: "ROLLBACK TO member")

    /// Takes what was erased out of the journal too: pages as they were lie in it until others are
    /// written over them, which may be long where little happens.
    ///
    /// It waits for nobody, since everybody waits for the writer. Where the disk says no, the
    /// connection is not trusted any more.
    /// - Returns: whether nothing is left there; while a reader needs it, it is to be asked again.
    package mutating func emptyJournal() -> Bool {
        guard let connection else { return false }
        do throws(StoreError) {
            let patience = try connection.rows("PRAGMA busy_timeout").first?.int("timeout") ?? 0
            _ = try connection.rows("PRAGMA busy_timeout = 0")
            let row = try connection.rows("PRAGMA wal_checkpoint(TRUNCATE)").first
            _ = try connection.rows(SQL(text: "PRAGMA busy_timeout = \(patience)"))
            return try row?.int("busy") == 0
        } catch {
            close()
            return false
        }
    }

    /// The open connection, or a new one whose tail was compared with the log head.
    private mutating func usable() throws(StoreError) -> any WriterConnection {
        if let connection { return connection }
        let opened = try open()
        if try Self.hasLog(opened) { try LogHead.read(on: opened).verifyTail(on: opened) }
        connection = opened
        return opened
    }

    /// Throws only where the whole group is lost.
    private mutating func members(
        _ works: [any GroupWork],
        on connection: any WriterConnection,
        more: () -> [any GroupWork]
    ) throws(StoreError) -> [Result<WorkResult, StoreError>] {
        if !hasLog { hasLog = try Self.hasLog(connection) }
        let before = hasLog ? try LogHead.read(on: connection) : LogHead()
        var head = before
        var results: [Result<WorkResult, StoreError>] = []
        var waiting = works
        while !waiting.isEmpty {
            for work in waiting {
                results.append(try Self.member(work, on: connection, head: &head))
            }
            waiting = more()
        }
        if head != before { try head.write(over: before, on: connection) }
        return results
    }

    /// Runs one caller's work behind a savepoint; throws only where the whole group is lost.
    private static func member(
        _ work: any GroupWork,
        on connection: any WriterConnection,
        head: inout LogHead
    ) throws(StoreError) -> Result<WorkResult, StoreError> {
        try connection.run(savepoint)
        var tried = head
        let outcome: Result<WorkResult, StoreError>
        do throws(StoreError) {
            let result = try work.run(on: connection, head: &tried)
            if result.stays { head = tried } else { try connection.run(undo) }
            outcome = .success(result)
        } catch {
            // SQLite ends the whole transaction on some errors (a full disk); what came next would
            // then commit alone.
            if connection.isOutsideTransaction { throw error }
            try connection.run(undo)
            outcome = .failure(error)
        }
        try connection.run(release)
        return outcome
    }

    private mutating func commit(
        _ results: [Result<WorkResult, StoreError>],
        on connection: any WriterConnection
    ) -> [Result<WorkResult, StoreError>] {
        do throws(StoreError) {
            try connection.run(Self.commit)
            return results
        } catch {
            // Nobody knows what the disk has: this connection is never used again.
            close()
            hasLog = false
            let unknown = StoreError(.unknown, "the commit failed", underlying: error)
            return results.map { _ in .failure(unknown) }
        }
    }

    private mutating func rollBack(_ connection: any WriterConnection) throws(StoreError) {
        if connection.isOutsideTransaction { return }
        do throws(StoreError) {
            try connection.run(Self.rollback)
        } catch {
            close()
            throw error
        }
    }

    private static func hasLog(_ connection: any WriterConnection) throws(StoreError) -> Bool {
        let found = try connection.rows(
            SQL(text: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'log_head'")
        )
        return !found.isEmpty
    }
}
