import CLibPQ
import Glibc
package import Ledger

/// One connection of PostgreSQL with its prepared statements.
///
/// Used by one thread at a time, which is why it may cross threads. It never blocks without a
/// bound: what takes longer than its patience is given up by closing the socket, for a statement
/// that is cancelled in its commit may report success that no standby has.
package final class PostgresConnection: WriterConnection, ReaderConnection, @unchecked Sendable {
    private static let mostStatements = 500

    /// How many statements are sent before their answers are taken: the server's have to lie
    /// somewhere meanwhile.
    private static let mostUnanswered = 200

    private let line: PostgresLine
    private var statements: [StatementKey: String] = [:]
    private var named = 0

    /// What was sent and not answered yet, in its order.
    private var unanswered: [Unanswered] = []

    /// Whether a statement was refused since reading began because its tables were made again.
    package private(set) var isOutdated = false

    /// Opens a connection to `postgres://…`.
    ///
    /// - Parameter patience: how long one answer may take, in seconds; nil for as long as it takes.
    package init(_ address: String, patience: Double? = 20) throws(StoreError) {
        line = try PostgresLine(address, patience: patience)
    }

    /// Whether no transaction is open: none was begun, or it ended with the connection.
    package var isOutsideTransaction: Bool { unanswered.isEmpty && !line.isInTransaction }

    /// Whether it can be used further: the server is there and no statement was given up.
    package var isUsable: Bool { line.isUsable }

    /// Whether nobody has closed the socket; a server that says goodbye is heard of there.
    package var seemsReachable: Bool { line.isUsable && !line.hasSomethingToSay }

    package func rows(_ sql: SQL) throws(StoreError) -> [RecordRow] {
        try send(sql)
        return try rows(of: answered().last)
    }

    package func answers(to questions: [SQL]) throws(StoreError) -> [[RecordRow]] {
        if questions.isEmpty { return [] }
        var answers: [[RecordRow]] = []
        for start in stride(from: 0, to: questions.count, by: Self.mostUnanswered) {
            let part = questions[start..<min(start + Self.mostUnanswered, questions.count)]
            if unanswered.count + part.count > Self.mostUnanswered { _ = try answered() }
            for question in part { try queue(question) }
            for answer in try answered().suffix(part.count) { answers.append(try rows(of: answer)) }
        }
        return answers
    }

    @discardableResult
    package func run(_ sql: SQL) throws(StoreError) -> Int {
        let isCommit = sql.text == "COMMIT"
        // What is refused before a commit keeps the server from it; what changed another number of
        // rows would not.
        if isCommit, unanswered.contains(where: \.isChangingOne) { _ = try answered() }
        _ = line.takeWarnings()
        try queue(sql)
        let answer = try answered().last
        if isCommit { try believe(answer?.tag ?? "") }
        return answer?.changed ?? 0
    }

    package func send(_ sql: SQL) throws(StoreError) {
        if unanswered.count >= Self.mostUnanswered { _ = try answered() }
        try queue(sql)
    }

    package func settle() throws(StoreError) {
        if !unanswered.isEmpty { _ = try answered() }
    }

    package func sendChangingOne(_ sql: SQL) throws(StoreError) {
        try send(sql)
        unanswered[unanswered.count - 1].isChangingOne = true
    }

    package func beginReading() throws(StoreError) {
        isOutdated = false
        try send(Self.reading)
    }

    /// The server hears it at once; its answer is taken with the next one's.
    package func endReading() throws(StoreError) {
        guard line.isUsable else { return }
        try queue(Self.rollback)
        try line.flushToServer()
    }

    /// Inside a transaction: a cursor of the server holds the place.
    package func each(
        _ sql: SQL,
        by count: Int,
        _ body: ([RecordRow]) throws(StoreError) -> Void
    ) throws(StoreError) {
        try run(SQL(text: "DECLARE each_row NO SCROLL CURSOR FOR \(sql.text)", sql.values))
        while true {
            let part = try rows(SQL(text: "FETCH \(count) FROM each_row"))
            if part.isEmpty { break }
            try body(part)
        }
        try run(SQL(text: "CLOSE each_row"))
    }

    package func tables() throws(StoreError) -> Set<String> {
        var names: Set<String> = []
        let found = try rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        for row in found { names.insert(try row.text("tablename")) }
        return names
    }

    private static let reading = SQL(text: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    private static let rollback = SQL(text: "ROLLBACK")

    package func close() { line.close() }

    /// Tells the server to give this connection up where the machine behind it has stopped: what it
    /// holds locked would stop every other node.
    ///
    /// - Parameters:
    ///   - idleSeconds: how long a transaction may wait for its next statement.
    ///   - lockSeconds: how long a statement may wait for what others hold.
    func bound(idleSeconds: Int, lockSeconds: Int) throws(StoreError) {
        try set([
            ("idle_in_transaction_session_timeout", "\(idleSeconds)s"),
            ("lock_timeout", "\(lockSeconds)s"), ("client_connection_check_interval", "5s"),
            ("tcp_keepalives_idle", "3"), ("tcp_keepalives_interval", "3"),
            ("tcp_keepalives_count", "2"), ("tcp_user_timeout", "10s"),
            // No question here is worth a compiler's time.
            ("jit", "off"),
        ])
    }

    /// Finds by an index whatever one leads to: a plan that was made while a table was empty would
    /// otherwise read through it until the server counts its rows again.
    func goByKeys() throws(StoreError) { try set([("enable_seqscan", "off")]) }

    private func set(_ settings: [(String, String)]) throws(StoreError) {
        for (name, value) in settings {
            try send(SQL(text: "SELECT set_config('\(name)', '\(value)', false)"))
        }
        // What is sent together is one transaction to the server, in which none can begin.
        _ = try answered()
    }

    /// Shares the record with other programs for as long as this connection lasts.
    func share() throws(StoreError) {
        _ = try rows("SELECT pg_advisory_lock_shared(hashtext(current_schema()), 1)::text")
    }

    /// Whether no other program has the record open; nobody can open it until the connection ends.
    package func hasItAlone() throws(StoreError) -> Bool {
        let row = try rows(
            "SELECT pg_try_advisory_lock(hashtext(current_schema()), 1) AS alone"
        ).first
        return try row?.int("alone") == 1
    }

    /// A commit that was rolled back says so in its tag alone, and one that no standby has in a
    /// warning.
    private func believe(_ tag: String) throws(StoreError) {
        let warnings = line.takeWarnings()
        guard tag == "COMMIT", warnings.isEmpty else {
            close()
            throw StoreError(.unknown, "\(tag): \(warnings.joined(separator: "; "))")
        }
    }

    private func rows(of answer: PostgresAnswer?) throws(StoreError) -> [RecordRow] {
        guard let answer else { throw StoreError(.engine, "a statement without an answer") }
        return try answer.rows()
    }

    /// A statement of the same text with other types is another one to the server.
    private struct StatementKey: Hashable {
        let text: String
        let types: [Oid]
    }

    private struct Unanswered {
        let text: String

        /// What was made ready for it; nil for what needs none.
        let key: StatementKey?

        /// Whether it is this that was made ready here.
        var isPreparing = false

        /// Whether it fails where it changes anything but one row.
        var isChangingOne = false

        func failure(by answer: PostgresAnswer) -> StoreError? {
            if let refused = answer.refusal(doing: text) { return refused }
            if !isChangingOne || answer.changed == 1 { return nil }
            return StoreError(.engine, "\(answer.changed) rows instead of one: \(text)")
        }
    }

    private func queue(_ sql: SQL) throws(StoreError) {
        let key = StatementKey(text: sql.text, types: sql.values.map(\.postgresType))
        let name = try prepared(key)
        try line.send(sql.values.map(\.postgresBytes), to: name, doing: sql.text)
        unanswered.append(Unanswered(text: sql.text, key: key))
    }

    private func prepared(_ key: StatementKey) throws(StoreError) -> String {
        if let name = statements[key] { return name }
        if statements.count >= Self.mostStatements {
            try line.sendForgettingAll()
            unanswered.append(Unanswered(text: "DEALLOCATE ALL", key: nil))
            statements = [:]
        }
        named += 1
        let name = "s\(named)"
        try line.prepare(name, key.text, key.types)
        unanswered.append(Unanswered(text: key.text, key: key, isPreparing: true))
        statements[key] = name
        return name
    }

    /// Waits for the answers to everything that was sent, those of preparing left out.
    /// - Throws: the first failure among them; the server did nothing of what came after it.
    private func answered() throws(StoreError) -> [PostgresAnswer] {
        let asked = unanswered
        unanswered = []
        let answers = try line.answers(to: asked.map(\.text))
        var failure: StoreError?
        var kept: [PostgresAnswer] = []
        for (asked, answer) in zip(asked, answers) {
            if let key = asked.key, !answer.isFine {
                // The next time it is made ready anew.
                if asked.isPreparing || answer.isOutdated { statements[key] = nil }
                if answer.isOutdated { isOutdated = true }
            }
            if failure == nil { failure = asked.failure(by: answer) }
            if !asked.isPreparing { kept.append(answer) }
        }
        if let failure { throw failure }
        return kept
    }
}
