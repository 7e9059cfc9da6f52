/// One connection to the database, held for as long as it is used.
///
/// Handed to a closure and never kept: it is not `Sendable`.
package protocol Connection {
    /// Runs a statement and reads its answer (a SELECT, or a RETURNING).
    func rows(_ sql: SQL) throws(StoreError) -> [RecordRow]

    /// Runs a statement and says how many rows it changed.
    @discardableResult
    func run(_ sql: SQL) throws(StoreError) -> Int

    /// Runs a statement whose answer nobody needs, at once or together with the next one that
    /// answers: what it fails with may come out there.
    func send(_ sql: SQL) throws(StoreError)

    /// The answers to several questions, asked together where the engine is far away.
    func answers(to questions: [SQL]) throws(StoreError) -> [[RecordRow]]

    /// Runs a statement that is to change one row, and says whether it did.
    ///
    /// Where members are judged together it says yes before it knows; where that was wrong, all of
    /// them are done again one by one.
    func changesOne(_ sql: SQL) throws(StoreError) -> Bool
}

extension Connection {
    package func send(_ sql: SQL) throws(StoreError) { try run(sql) }

    package func answers(to questions: [SQL]) throws(StoreError) -> [[RecordRow]] {
        var answers: [[RecordRow]] = []
        for question in questions { answers.append(try rows(question)) }
        return answers
    }

    package func changesOne(_ sql: SQL) throws(StoreError) -> Bool { try run(sql) == 1 }
}

/// A database that can hold the record: SQLite or PostgreSQL.
///
/// The rules of appending are written once, in `AppendPlan`; an engine brings its own way of
/// committing many callers' work together and of failing honestly.
package protocol Engine: Sendable {
    /// What only this engine can say about the tables of a migration: triggers that protect
    /// the log.
    var guards: [Migrations.Step] { get }

    /// What makes a log take nothing more, for ever.
    var shutting: [SQL] { get }

    /// How this engine says a statement of a schema.
    ///
    /// A table that ends in `/* keyed */` has small rows that are found by their primary key: an
    /// engine may keep them in the tree of that key, without a second one.
    func spelled(_ schema: String) -> String

    /// Whether files lie in the database too, because other nodes need them.
    var keepsFiles: Bool { get }

    /// Whether several nodes may be at work, each with keys in a folder of its own.
    var hasNodes: Bool { get }

    /// Whether a row that one transaction changes again and again becomes slower with each change,
    /// because all its earlier states stay until the end.
    var keepsEarlierStates: Bool { get }

    /// What the server answers with its time, as `now` in milliseconds; nil where the engine has no
    /// clock of its own.
    var time: SQL? { get }

    /// Asks every group from now on, before its first member; only where there may be several nodes.
    func stand(behind fence: GroupFence)

    /// Runs one caller's work in the next group and answers after the commit.
    ///
    /// Work that answers `.refused` or throws leaves nothing behind and fails alone.
    func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult

    /// Runs reads on one held connection that sees one state of the record.
    func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T

    /// Runs a look of some microseconds, on the caller's own thread where the engine can.
    func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T

    /// Waits for the work under way, then closes.
    func close() async throws(StoreError)
}

extension Engine {
    package var keepsFiles: Bool { false }
    package var hasNodes: Bool { false }
    package var keepsEarlierStates: Bool { false }
    package var time: SQL? { nil }
    package func stand(behind fence: GroupFence) {}
}

/// What one caller wants done in a transaction that it may share with others.
///
/// The engine takes the log head before the first member, so that every group of every node waits
/// for the one before it, and writes it after the last.
package protocol GroupWork: Sendable {
    /// `head` is the tree as it stands in this transaction; work that appends adds to it.
    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult

    /// Whether what it takes away must not linger in the engine's journal either.
    var leavesNoTrace: Bool { get }

    /// Whether its whole group fails with it. A way back of its own would cost large work a copy of
    /// every page that it touches.
    var isWhole: Bool { get }
}

extension GroupWork {
    package var leavesNoTrace: Bool { false }
    package var isWhole: Bool { false }
}

/// How a caller's work ended.
package enum WorkResult: Sendable {
    case appended(Appended)
    case rows([[RecordRow]])

    /// Whether the work's changes are to stay.
    package var stays: Bool {
        switch self {
        case .appended(.recorded), .rows: true
        case .appended(.conflict), .appended(.taken), .appended(.repeated),
            .appended(.otherContent):
            false
        }
    }
}
