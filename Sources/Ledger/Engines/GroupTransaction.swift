/// The connection of the one writer.
package protocol WriterConnection: Connection {
    /// Whether no transaction is open, because none was begun or the engine ended it by itself.
    var isOutsideTransaction: Bool { get }

    /// Whether it can be used further.
    var isUsable: Bool { get }

    /// Whether the server is there, as far as can be told without asking it.
    var seemsReachable: Bool { get }

    /// Waits for the answers to whatever was only sent.
    func settle() throws(StoreError)

    /// Sends a statement that is to change one row; where it does not, that comes out as a failure
    /// no later than with the next statement that answers.
    func sendChangingOne(_ sql: SQL) throws(StoreError)

    func close()
}

extension WriterConnection {
    package var seemsReachable: Bool { isUsable }

    package func settle() throws(StoreError) {}

    package func sendChangingOne(_ sql: SQL) throws(StoreError) {
        guard try run(sql) == 1 else { throw StoreError(.engine, "not one row: \(sql.text)") }
    }
}

/// What engines say differently about a group.
package struct GroupDialect: Sendable {
    /// Begins a group.
    package let begin: SQL

    /// Answers with a row where there is a log already.
    package let hasLog: SQL

    /// Keeps others out while there is no head yet that could be taken; nil where nobody else is.
    package let beforeTheLog: SQL?

    /// Size and frontier of the log; nobody else appends from here to the end of the group.
    package let head: SQL

    /// How many callers one group has at most.
    package let mostMembers: Int

    /// Whether an answer takes so long that the questions of many members are asked together.
    package var isFar: Bool

    /// Takes what was erased out of the engine's journal; false where it has to be asked again.
    package let emptyJournal: @Sendable (any WriterConnection) throws(StoreError) -> Bool

    package init(
        begin: SQL,
        hasLog: SQL,
        beforeTheLog: SQL? = nil,
        head: SQL,
        mostMembers: Int,
        isFar: Bool = false,
        emptyJournal: @escaping @Sendable (any WriterConnection) throws(StoreError) -> Bool
    ) {
        (self.begin, self.hasLog, self.beforeTheLog) = (begin, hasLog, beforeTheLog)
        (self.head, self.mostMembers, self.isFar) = (head, mostMembers, isFar)
        self.emptyJournal = emptyJournal
    }
}

/// What a group is asked once it has the log to itself, and who decides by the answer whether it
/// may write.
package struct GroupFence: Sendable {
    package typealias Judge =
        @Sendable ([RecordRow], any Connection) throws(StoreError) -> Void

    let question: SQL

    /// The answer by which it may; nil where that is not known.
    let hope: @Sendable () -> Hope?
    let judge: Judge
}

/// Runs the work of many callers in one transaction, each behind a savepoint of its own.
///
/// After a commit that failed it trusts nothing: it opens the database anew and compares the log
/// head with the last events before it goes on. So it does where the connection was lost meanwhile.
package struct GroupTransaction {
    private let dialect: GroupDialect
    private let open: () throws(StoreError) -> any WriterConnection
    private let fence: () -> GroupFence?
    private var connection: (any WriterConnection)?
    private var hasLog = false
    private var isTailVerified = false
    private var breath = OneBreathLater()

    package init(
        _ dialect: GroupDialect,
        fence: @escaping () -> GroupFence? = { nil },
        open: @escaping () throws(StoreError) -> any WriterConnection
    ) {
        (self.dialect, self.fence, self.open) = (dialect, fence, open)
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
        if let results = inOneBreath(works) { return results }
        var taken = works.count
        do throws(StoreError) {
            let round = GroupRound(of: works, isFar: dialect.isFar)
            let begun = try begun(asking: round.questions)
            let connection = begun.connection
            do throws(StoreError) {
                var members = GroupMembers(connection, after: begun.head, isFar: dialect.isFar)
                try members.run(works, round, knowing: begun.answers)
                while case let next = more(), !next.isEmpty {
                    taken += next.count
                    try members.run(next)
                }
                try members.end()
                return try commit(&members, on: connection)
            } catch {
                try rollBack(connection)
                throw error
            }
        } catch {
            return Array(repeating: .failure(error), count: taken)
        }
    }

    /// Nil where the group has to go the long way; then nothing was done.
    private mutating func inOneBreath(
        _ works: [any GroupWork]
    ) -> [Result<WorkResult, StoreError>]? {
        guard dialect.isFar, works.count == 1, let work = works.first, let before = breath.head,
            let connection, connection.seemsReachable,
            let sent = OneBreath(work, after: before, in: dialect, fence())
        else { return nil }
        do throws(StoreError) {
            try sent.send(on: connection)
        } catch {
            // The commit was not even sent: what is left open ends, and the long way begins anew.
            breath.refused()
            do throws(StoreError) { try rollBack(connection) } catch { close() }
            return nil
        }
        do throws(StoreError) {
            try connection.run(Self.commit)
            breath.held(sent.head)
            return [.success(sent.result)]
        } catch {
            breath.refused()
            return result(of: error, on: connection).map { [.failure($0)] }
        }
    }

    /// What a caller is told whose group was sent whole and failed; nil where it was only refused
    /// and nothing of it was done.
    private mutating func result(
        of error: StoreError,
        on connection: any WriterConnection
    ) -> StoreError? {
        guard connection.isUsable, !connection.isOutsideTransaction else { return lost(by: error) }
        do throws(StoreError) {
            try rollBack(connection)
        } catch {
            return error
        }
        return error.kind == .engine ? nil : error
    }

    /// A transaction that has the log to itself.
    private struct Begun {
        let connection: any WriterConnection
        let head: LogHead

        /// To what was asked with the head; nil where there is no log yet that could be asked.
        let answers: [[RecordRow]]?
    }

    /// A connection that was lost since the last group is replaced once: nothing was tried on it.
    private mutating func begun(asking questions: [SQL]) throws(StoreError) -> Begun {
        if let connection, connection.isUsable {
            do throws(StoreError) {
                return try begin(on: connection, asking: questions)
            } catch {
                try rollBack(connection)
                if connection.isUsable { throw error }
            }
        }
        close()
        let opened = try open()
        connection = opened
        isTailVerified = false
        do throws(StoreError) {
            return try begin(on: opened, asking: questions)
        } catch {
            try rollBack(opened)
            throw error
        }
    }

    private mutating func begin(
        on connection: any WriterConnection,
        asking questions: [SQL]
    ) throws(StoreError) -> Begun {
        try connection.send(dialect.begin)
        if !hasLog { hasLog = try hasLog(connection) }
        if !hasLog, let alone = dialect.beforeTheLog {
            _ = try connection.rows(alone)
            hasLog = try hasLog(connection)
        }
        guard hasLog else {
            isTailVerified = true
            return Begun(connection: connection, head: LogHead(), answers: nil)
        }
        // The fence is a statement of its own: only that sees what was committed while the one
        // before waited for the log.
        let fence = fence()
        let first = [dialect.head] + (fence.map { [$0.question] } ?? [])
        var answers = try connection.answers(to: first + questions)
        let head = try LogHead(in: answers.removeFirst())
        if let fence { try fence.judge(answers.removeFirst(), connection) }
        if !isTailVerified { try head.verifyTail(on: connection) }
        isTailVerified = true
        return Begun(connection: connection, head: head, answers: answers)
    }

    private static let commit = SQL(text: "COMMIT")
    private static let rollback = SQL(text: "ROLLBACK")

    /// Takes what was erased out of the journal too: pages as they were lie in it until others are
    /// written over them, which may be long where little happens.
    ///
    /// It waits for nobody, since everybody waits for the writer. Where the disk says no, the
    /// connection is not trusted any more.
    /// - Returns: whether nothing is left there; while a reader needs it, it is to be asked again.
    package mutating func emptyJournal() -> Bool {
        guard let connection else { return false }
        do throws(StoreError) {
            return try dialect.emptyJournal(connection)
        } catch {
            close()
            return false
        }
    }

    private mutating func commit(
        _ members: inout GroupMembers,
        on connection: any WriterConnection
    ) throws(StoreError) -> [Result<WorkResult, StoreError>] {
        do throws(StoreError) {
            try connection.run(Self.commit)
            breath.committed(members.head, of: members.outcomes.count)
            return members.outcomes
        } catch {
            if dialect.isFar, connection.isUsable, !connection.isOutsideTransaction {
                // Something sent before the commit was refused, and the server left that undone.
                try members.again(after: error)
                try members.end()
                return try commit(&members, on: connection)
            }
            let unknown = lost(by: error)
            return members.outcomes.map { _ in .failure(unknown) }
        }
    }

    /// Nobody knows what the disk has: this connection is never used again.
    private mutating func lost(by error: StoreError) -> StoreError {
        close()
        hasLog = false
        return StoreError(.unknown, "the commit failed", underlying: error)
    }

    /// Where that fails too, the connection is over.
    private mutating func rollBack(_ connection: any WriterConnection) throws(StoreError) {
        if connection.isOutsideTransaction { return }
        do throws(StoreError) {
            try connection.run(Self.rollback)
        } catch {
            close()
            throw error
        }
    }

    private func hasLog(_ connection: any WriterConnection) throws(StoreError) -> Bool {
        try !connection.rows(dialect.hasLog).isEmpty
    }
}
