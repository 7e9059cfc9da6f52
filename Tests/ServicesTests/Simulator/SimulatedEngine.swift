import Ledger
import LedgerSQLite
import Stories
import Synchronization

/// The record's real SQLite and its real groups, with threads and disk in the hand of a seed.
final class SimulatedEngine: Engine {
    private struct Job {
        let work: any GroupWork
        let answer: CheckedContinuation<Result<WorkResult, StoreError>, Never>
    }

    private struct State {
        var jobs: [Job] = []
        var isGroupComing = false
        var isDead = false
        var group: GroupTransaction
    }

    private let scheduler: SeededScheduler
    private let state: Mutex<State>
    private let faults = FaultyConnection.Faults()
    private let reader: SQLiteConnection
    private let draw: @Sendable () -> GroupFault?
    private let told: @Sendable (GroupFault) -> Void

    /// - Parameters:
    ///   - fault: what goes wrong with the next group, if anything.
    ///   - told: hears of each fault as it comes.
    ///   - isFar: whether its groups ask for many members at once, as on a server.
    ///   - isHonest: false for a disk that says "done" and did nothing.
    init(
        path: String,
        on scheduler: SeededScheduler,
        fault: @Sendable @escaping () -> GroupFault?,
        told: @Sendable @escaping (GroupFault) -> Void,
        isFar: Bool = false,
        isHonest: Bool = true
    ) throws(StoreError) {
        self.scheduler = scheduler
        faults.isHonest = isHonest
        (draw, self.told) = (fault, told)
        reader = try SQLiteConnection(path: path, readOnly: true)
        let faults = faults
        var dialect = GroupDialect.sqlite
        dialect.isFar = isFar
        state = Mutex(
            State(
                group: GroupTransaction(dialect) { () throws(StoreError) in
                    let connection = try SQLiteConnection(path: path, readOnly: false)
                    // What a disk forgets is tried elsewhere: here a commit is a commit.
                    try connection.run("PRAGMA journal_mode = MEMORY")
                    try connection.run("PRAGMA synchronous = OFF")
                    try connection.run("PRAGMA recursive_triggers = ON")
                    return FaultyConnection(connection, faults)
                }
            )
        )
    }

    var isDead: Bool { state.withLock { $0.isDead } }

    var guards: [Migrations.Step] { [] }

    var shutting: [SQL] { [] }

    func spelled(_ schema: String) -> String {
        schema.replacing("/* keyed */", with: "WITHOUT ROWID")
    }

    func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        let result = await withCheckedContinuation {
            (answer: CheckedContinuation<Result<WorkResult, StoreError>, Never>) in
            let isFirst: Bool? = state.withLock { state in
                if state.isDead { return nil }
                state.jobs.append(Job(work: work, answer: answer))
                defer { state.isGroupComing = true }
                return !state.isGroupComing
            }
            switch isFirst {
            case nil: answer.resume(returning: .failure(Self.dead))
            case true?: Task(executorPreference: scheduler) { self.runGroup() }
            case false?: break
            }
        }
        return try result.get()
    }

    func read<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        await scheduler.turn()
        if isDead { throw Self.dead }
        try reader.run("BEGIN")
        defer { do { try reader.run("ROLLBACK") } catch { preconditionFailure("\(error)") } }
        return try body(reader)
    }

    func glance<T: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> T
    ) async throws -> T {
        try await read(body)
    }

    func close() async throws(StoreError) { die() }

    /// The end of this run of the program: nobody is answered any more.
    func die() {
        let left = state.withLock { state in
            state.isDead = true
            state.group.close()
            defer { state.jobs = [] }
            return state.jobs
        }
        for job in left { job.answer.resume(returning: .failure(Self.dead)) }
    }

    private static let dead = StoreError(.closed, "the program is dead")

    private func runGroup() {
        let (jobs, results, hasDied) = state.withLock { state in
            let jobs = state.jobs
            (state.jobs, state.isGroupComing) = ([], false)
            if state.isDead || jobs.isEmpty {
                return (jobs, [Result<WorkResult, StoreError>](), true)
            }
            faults.fault = draw()
            faults.written = 0
            if let fault = faults.fault { told(fault) }
            var results: [Result<WorkResult, StoreError>] = []
            if faults.fault != .diesBefore { results = state.group.run(jobs.map(\.work)) }
            let hasDied = [.diesBefore, .diesAfter].contains(faults.fault) || faults.hasDied
            faults.fault = nil
            return (jobs, results, hasDied)
        }
        if hasDied {
            die()
            for job in jobs { job.answer.resume(returning: .failure(Self.dead)) }
            return
        }
        for (job, result) in zip(jobs, results) { job.answer.resume(returning: result) }
    }
}
