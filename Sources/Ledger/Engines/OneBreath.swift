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
    init?(
        _ work: any GroupWork,
        after before: LogHead,
        in dialect: GroupDialect,
        _ fence: GroupFence?
    ) {
        guard let work = work as? any JudgedWork,
            let conditions = Conditions(of: work, behind: fence, after: before)
        else { return nil }
        let draft = Draft()
        var head = before
        do throws(StoreError) {
            result = try work.write(on: draft, head: &head)
        } catch {
            return nil
        }
        self.head = head
        // First the log. What the answers hang on is looked at by the next statement: that sees what
        // was committed while this one waited.
        let first = [dialect.begin, dialect.head, conditions.head(becoming: head)]
        statements = first.map { Draft.Statement(sql: $0) } + draft.statements
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

/// What has to hold of the record, as the server itself compares it.
private struct Conditions {
    private var texts = ["size = $1"]
    private var values: [SQLValue]

    /// Nil where it is not known by which answer the group may write.
    init?(of work: any JudgedWork, behind fence: GroupFence?, after before: LogHead) {
        values = [.int(before.size)]
        for question in work.questions { add(question.sql, question.hope) }
        guard let fence else { return }
        guard let hope = fence.hope() else { return nil }
        add(fence.question, hope)
    }

    private mutating func add(_ question: SQL, _ hope: Hope) {
        texts.append(question.holds(hope, after: &values))
    }

    /// Writes the head where all of it holds; else one without a size, which the table refuses.
    func head(becoming head: LogHead) -> SQL {
        let (size, frontier) = (values.count + 1, values.count + 2)
        let text = """
            UPDATE log_head SET size = CASE WHEN \(texts.joined(separator: " AND ")) \
            THEN $\(size) END, frontier = $\(frontier) WHERE one = 1
            """
        return SQL(text: text, values + [.int(head.size), .blob(head.frontier.flatMap(\.bytes))])
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
