/// A group of one caller, sent whole from its beginning to its commit: one round trip.
///
/// Whoever is alone for a while finds the log as this node left it, and every answer as it was
/// hoped. The server compares both once it has the log for us; where something is otherwise, it
/// does nothing of what follows, and the group goes the long way.
struct OneBreath {
    private let statements: [Draft.Statement]
    let result: WorkResult
    let head: LogHead

    /// Nil where something has to be asked before it can be written.
    ///
    /// - Parameter before: the log's head as this node left it.
    init?(_ work: any GroupWork, after before: LogHead, in dialect: GroupDialect, _ fence: GroupFence?) {
        guard let work = work as? any JudgedWork else { return nil }
        var values = [SQLValue.int(before.size)]
        var conditions = ["size = $1"]
        for (question, hope) in zip(work.questions, work.hopes) {
            conditions.append(question.holds(hope, after: &values))
        }
        if let fence {
            guard let hope = fence.hope() else { return nil }
            conditions.append(fence.question.holds(hope, after: &values))
        }
        let draft = Draft()
        var head = before
        do throws(StoreError) {
            result = try work.write(on: draft, head: &head)
        } catch {
            return nil
        }
        self.head = head
        // First the log, and whatever the answers hang on only in the next statement: that sees what
        // was committed while this one waited. A head without a size is one that the table refuses.
        statements = [
            dialect.begin, dialect.head,
            SQL(
                text: """
                    UPDATE log_head SET size = CASE WHEN \(conditions.joined(separator: " AND ")) \
                    THEN $\(values.count + 1) END, frontier = $\(values.count + 2) WHERE one = 1
                    """,
                values + [.int(head.size), .blob(head.frontier.flatMap(\.bytes))]
            ),
        ].map { Draft.Statement(sql: $0) } + draft.statements
    }

    /// Sends all but the commit.
    func send(on connection: any WriterConnection) throws(StoreError) {
        for statement in statements {
            if statement.isChangingOne {
                try connection.sendChangingOne(statement.sql)
            } else {
                try connection.send(statement.sql)
            }
        }
    }
}

/// Whether the next group may go in one breath, by how those before it went.
struct OneBreathLater {
    private static let longestRest = 1024

    /// The log's head as the last group of this node left it, where that had one member.
    private(set) var head: LogHead?

    /// How many groups go the long way first, since the server would not have it.
    private var rest = 0
    private var nextRest = 1

    mutating func committed(_ head: LogHead, of members: Int) {
        rest = max(0, rest - 1)
        self.head = members == 1 && rest == 0 ? head : nil
    }

    /// It went through: the next one may too.
    mutating func held(_ head: LogHead) { (self.head, nextRest) = (head, 1) }

    /// Others write as well, or it was refused what it hoped for: each time twice as long.
    mutating func refused() {
        (head, rest) = (nil, nextRest)
        nextRest = min(nextRest * 2, Self.longestRest)
    }
}

/// Takes down what is to be sent, and takes it that each statement does what it is to do.
private final class Draft: Connection {
    struct Statement {
        let sql: SQL
        var isChangingOne = false
    }

    private(set) var statements: [Statement] = []

    func rows(_ sql: SQL) throws(StoreError) -> [RecordRow] {
        throw StoreError(.engine, "nothing is answered yet: \(sql.text)")
    }

    func run(_ sql: SQL) throws(StoreError) -> Int {
        throw StoreError(.engine, "nothing is answered yet: \(sql.text)")
    }

    func send(_ sql: SQL) { statements.append(Statement(sql: sql)) }

    func changesOne(_ sql: SQL) -> Bool {
        statements.append(Statement(sql: sql, isChangingOne: true))
        return true
    }
}
