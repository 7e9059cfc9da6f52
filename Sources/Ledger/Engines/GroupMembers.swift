/// The members of a group at work on its one connection: one after the other behind a savepoint of
/// its own each, or many together where answers take long.
struct GroupMembers {
    typealias Outcome = Result<WorkResult, StoreError>

    private let connection: any WriterConnection
    private let isFar: Bool

    /// The log's head before the group, and after those that stay.
    private let before: LogHead
    private(set) var head: LogHead

    /// Of each member, in the order in which they came.
    private(set) var outcomes: [Outcome] = []

    /// Those whose statements were sent and not all answered yet; their savepoint stays, for a
    /// number of rows that is not the expected one comes out when everything else was done.
    private var unsettled: Unsettled?

    private struct Unsettled {
        let works: [any JudgedWork]
        let places: [Int]

        /// The log's head before them.
        let head: LogHead
    }

    init(_ connection: any WriterConnection, after head: LogHead, isFar: Bool) {
        (self.connection, self.isFar) = (connection, isFar)
        (before, self.head) = (head, head)
    }

    /// Throws only where the whole group is lost.
    ///
    /// - Parameters:
    ///   - first: the first round of them, where it is made already.
    ///   - answers: those to its questions, where these are asked already.
    mutating func run(
        _ works: [any GroupWork],
        _ first: GroupRound? = nil,
        knowing answers: [[RecordRow]]? = nil
    ) throws(StoreError) {
        let start = outcomes.count
        outcomes += Array(repeating: .failure(Self.waiting), count: works.count)
        var round = first ?? GroupRound(of: works, isFar: isFar)
        var answers = answers
        while true {
            try settle()
            if !round.judged.isEmpty { try together(round, from: start, knowing: answers) }
            if !round.alone.isEmpty { try settle() }
            for place in round.alone { outcomes[start + place] = try alone(works[place]) }
            if round.later.isEmpty { break }
            round = GroupRound(of: works, round.later, isFar: isFar)
            answers = nil
        }
    }

    /// Sends what ends the group; what was sent before may fail as late as with the commit.
    mutating func end() throws(StoreError) {
        do throws(StoreError) {
            try writeHead()
        } catch {
            try again(after: error)
            try writeHead()
        }
    }

    private func writeHead() throws(StoreError) {
        if head != before { try head.write(over: before, on: connection) }
    }

    /// Does those again whose statements were sent and of which something was refused: each alone,
    /// for nobody knows whose fault it was.
    mutating func again(after error: StoreError) throws(StoreError) {
        guard let lost = unsettled else { throw error }
        unsettled = nil
        head = lost.head
        try takeBack(after: error)
        for (work, place) in zip(lost.works, lost.places) { outcomes[place] = try alone(work) }
    }

    private static let waiting = StoreError(.closed, "the group did not come to it")
    private static let release = SQL(text: "RELEASE member")
    private static let undo = SQL(text: "ROLLBACK TO member")

    /// Waits for what was sent.
    private mutating func settle() throws(StoreError) {
        if unsettled == nil { return }
        do throws(StoreError) {
            try connection.settle()
            unsettled = nil
        } catch {
            try again(after: error)
        }
    }

    private mutating func alone(_ work: any GroupWork) throws(StoreError) -> Outcome {
        if work.isWhole {
            let result = try work.run(on: connection, head: &head)
            try connection.settle()
            return .success(result)
        }
        try connection.send(GroupRound.savepoint)
        var tried = head
        do throws(StoreError) {
            let result = try work.run(on: connection, head: &tried)
            // Whatever was only sent has to have worked before the next one's turn.
            if result.stays { try connection.settle() } else { try connection.run(Self.undo) }
            try connection.send(Self.release)
            if result.stays { head = tried }
            return .success(result)
        } catch {
            try takeBack(after: error)
            return .failure(error)
        }
    }

    /// Sends what follows from the answers to all their questions, without waiting.
    private mutating func together(
        _ round: GroupRound,
        from start: Int,
        knowing known: [[RecordRow]]?
    ) throws(StoreError) {
        let places = round.together.map { start + $0 }
        unsettled = Unsettled(works: round.judged, places: places, head: head)
        do throws(StoreError) {
            var answers = known ?? []
            if known == nil { answers = try connection.answers(to: round.questions) }
            // That of the savepoint.
            answers.removeFirst()
            let expecting = ExpectingConnection(real: connection)
            for (index, work) in round.judged.enumerated() {
                var tried = head
                let own = Array(answers.prefix(round.asked[index]))
                let result = try work.run(on: expecting, knowing: own, head: &tried)
                answers.removeFirst(own.count)
                if result.stays { head = tried }
                outcomes[places[index]] = .success(result)
            }
        } catch {
            try again(after: error)
        }
    }

    private func takeBack(after error: StoreError) throws(StoreError) {
        // SQLite ends the whole transaction on some errors (a full disk); what came next would then
        // commit alone. A server that is gone has ended it too.
        if connection.isOutsideTransaction { throw error }
        try connection.run(Self.undo)
        try connection.send(Self.release)
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
