import Stories

/// Work whose outcome follows from the answers to some questions, so that an engine that is far
/// away is asked those of many members at once.
protocol JudgedWork: GroupWork {
    /// What its outcome hangs on and what it writes: of two that share one, the second is asked
    /// after the first has written.
    var touches: Set<Touched> { get }

    var questions: [Question] { get }

    /// Does it with an answer to each question. What it refuses, it refuses before it writes.
    func run(
        on connection: any Connection,
        knowing answers: [[RecordRow]],
        head: inout LogHead
    ) throws(StoreError) -> WorkResult

    /// The same where each answer is the hoped one.
    func write(
        on connection: any Connection,
        head: inout LogHead
    ) throws(StoreError) -> WorkResult
}

extension JudgedWork {
    func run(
        on connection: any Connection,
        head: inout LogHead
    ) throws(StoreError) -> WorkResult {
        try run(
            on: connection,
            knowing: try connection.answers(to: questions.map(\.sql)),
            head: &head
        )
    }
}

/// Something of which one member of a group may know before another writes it.
enum Touched: Hashable {
    case stream(Stream)
    case dossier(DossierID)

    /// A command's key, as its row has it.
    case command([UInt8])

    /// A unique key, as its row has it.
    case claim([UInt8])

    case counter(Code)
}
