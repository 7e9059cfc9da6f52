/// The members of a group at work on its one connection: one after the other behind a savepoint of
/// its own each, or many together where answers take long.
struct GroupMembers {
    typealias Outcome = Result<WorkResult, StoreError>

    private let connection: any WriterConnection
    private let isFar: Bool

    /// The log's head after those that stay.
    private(set) var head: LogHead

    init(_ connection: any WriterConnection, head: LogHead, isFar: Bool) {
        (self.connection, self.head, self.isFar) = (connection, head, isFar)
    }

    /// An outcome for each; throws only where the whole group is lost.
    mutating func run(_ works: [any GroupWork]) throws(StoreError) -> [Outcome] {
        var outcomes: [Outcome?] = Array(repeating: nil, count: works.count)
        var left = Array(works.indices)
        while !left.isEmpty {
            let parted = Part(of: works, left, isFar)
            let done = try together(parted.judged)
            for (index, outcome) in zip(parted.together, done) { outcomes[index] = outcome }
            for index in parted.alone { outcomes[index] = try alone(works[index]) }
            left = parted.later
        }
        return outcomes.compactMap(\.self)
    }

    private static let savepoint = SQL(text: "SAVEPOINT member")
    private static let release = SQL(text: "RELEASE member")
    private static let undo = SQL(text: "ROLLBACK TO member")

    private mutating func alone(_ work: any GroupWork) throws(StoreError) -> Outcome {
        try connection.send(Self.savepoint)
        var tried = head
        do throws(StoreError) {
            let result = try work.run(on: connection, head: &tried)
            if !result.stays {
                try connection.run(Self.undo)
                try connection.send(Self.release)
            } else if connection.owesAnswers {
                // Whatever was only sent has to have worked before the next one's turn.
                try connection.run(Self.release)
            } else {
                try connection.send(Self.release)
            }
            if result.stays { head = tried }
            return .success(result)
        } catch {
            try takeBack(after: error)
            return .failure(error)
        }
    }

    /// Asks all questions at once, then sends what follows from the answers without waiting.
    ///
    /// Where anything is not as expected, nobody knows whose fault it is: all of it is taken back,
    /// and each is done alone.
    private mutating func together(_ works: [any JudgedWork]) throws(StoreError) -> [Outcome] {
        if works.isEmpty { return [] }
        do throws(StoreError) {
            try connection.send(Self.savepoint)
            let (results, after) = try judged(works)
            try connection.run(Self.release)
            head = after
            return results.map { .success($0) }
        } catch {
            try takeBack(after: error)
        }
        var outcomes: [Outcome] = []
        for work in works { outcomes.append(try alone(work)) }
        return outcomes
    }

    private func judged(
        _ works: [any JudgedWork]
    ) throws(StoreError) -> ([WorkResult], LogHead) {
        let questions = works.map(\.questions)
        var answers = try connection.answers(to: questions.flatMap(\.self))[...]
        var after = head
        var results: [WorkResult] = []
        for (work, asked) in zip(works, questions) {
            var tried = after
            results.append(
                try work.run(
                    on: ExpectingConnection(real: connection),
                    knowing: Array(answers.prefix(asked.count)),
                    head: &tried
                )
            )
            answers = answers.dropFirst(asked.count)
            if results.last?.stays == true { after = tried }
        }
        return (results, after)
    }

    private func takeBack(after error: StoreError) throws(StoreError) {
        // SQLite ends the whole transaction on some errors (a full disk); what came next would then
        // commit alone. A server that is gone has ended it too.
        if connection.isOutsideTransaction { throw error }
        try connection.run(Self.undo)
        try connection.send(Self.release)
    }
}

/// Which members go together now, which alone after them, and which wait for these.
private struct Part {
    private(set) var together: [Int] = []
    private(set) var judged: [any JudgedWork] = []
    private(set) var alone: [Int] = []
    private(set) var later: [Int] = []

    init(of works: [any GroupWork], _ left: [Int], _ isFar: Bool) {
        guard isFar else {
            alone = left
            return
        }
        var touched: Set<Touched> = []
        for index in left {
            guard let work = works[index] as? any JudgedWork else {
                alone.append(index)
                continue
            }
            let touches = work.touches
            // What one of them is about to write, another's answers do not know yet.
            if touched.isDisjoint(with: touches) {
                together.append(index)
                judged.append(work)
            } else {
                later.append(index)
            }
            touched.formUnion(touches)
        }
    }
}

/// Takes it that each statement does what it is to do; the group hears where that was wrong.
private struct ExpectingConnection: Connection {
    let real: any WriterConnection

    func rows(_ sql: SQL) throws(StoreError) -> [RecordRow] { try real.rows(sql) }

    func run(_ sql: SQL) throws(StoreError) -> Int { try real.run(sql) }

    func send(_ sql: SQL) throws(StoreError) { try real.send(sql) }

    func answers(to questions: [SQL]) throws(StoreError) -> [[RecordRow]] {
        try real.answers(to: questions)
    }

    func changesOne(_ sql: SQL) throws(StoreError) -> Bool {
        try real.sendChangingOne(sql)
        return true
    }
}
