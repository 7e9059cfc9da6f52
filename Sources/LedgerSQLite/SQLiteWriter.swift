import Dispatch
import Glibc
import Ledger
import Synchronization

/// The one writer: a thread of its own that commits many callers' work in one transaction.
///
/// Callers wait for the commit, not for the thread; a caller that goes away loses its answer and
/// nothing else.
final class SQLiteWriter: Sendable {
    private static let largestGroup = 512

    /// How long a group waits for callers that were in the one before: far less than its commit.
    private static let gatherMicroseconds = 300

    private struct Job: Sendable {
        let work: any GroupWork
        let answer: CheckedContinuation<Result<WorkResult, StoreError>, Never>
    }

    private struct Waiting {
        var jobs: [Job] = []
        /// The thread is woken when so many wait.
        var wanted = 1
        var isClosing = false
        var afterwards: [CheckedContinuation<Void, Never>] = []
        var hasEnded = false
    }

    private let waiting = Mutex(Waiting())
    private let bell = DispatchSemaphore(value: 0)
    private let open: @Sendable () throws(StoreError) -> SQLiteConnection

    init(open: @Sendable @escaping () throws(StoreError) -> SQLiteConnection) {
        self.open = open
    }

    /// Starts the thread; it ends after `close`.
    func start() throws(StoreError) {
        var thread = pthread_t()
        let held = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread,
            nil,
            { held in
                guard let held else { return nil }
                Unmanaged<SQLiteWriter>.fromOpaque(held).takeRetainedValue().work()
                return nil
            },
            held.toOpaque()
        )
        guard code == 0 else {
            held.release()
            throw StoreError(.unusable, "no thread for the writer: \(code)")
        }
        pthread_detach(thread)
    }

    func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        let result = await withCheckedContinuation {
            (answer: CheckedContinuation<Result<WorkResult, StoreError>, Never>) in
            let (isClosed, isEnough) = waiting.withLock { waiting in
                if waiting.isClosing { return (true, false) }
                waiting.jobs.append(Job(work: work, answer: answer))
                return (false, waiting.jobs.count == 1 || waiting.jobs.count == waiting.wanted)
            }
            if isClosed { answer.resume(returning: .failure(Self.closed)) }
            if isEnough { bell.signal() }
        }
        return try result.get()
    }

    func close() async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let hasEnded = waiting.withLock { waiting in
                waiting.isClosing = true
                if !waiting.hasEnded { waiting.afterwards.append(done) }
                return waiting.hasEnded
            }
            if hasEnded { done.resume() } else { bell.signal() }
        }
    }

    private static let closed = StoreError(.closed, "the record is closed")

    private func work() {
        var group = GroupTransaction(open: open)
        var before = 1
        while true {
            bell.wait()
            gather(before)
            while let jobs = take() {
                before = jobs.count
                let results = group.run(jobs.map(\.work))
                for (job, result) in zip(jobs, results) { job.answer.resume(returning: result) }
            }
            if waiting.withLock({ $0.isClosing && $0.jobs.isEmpty }) { break }
        }
        group.close()
        let afterwards = waiting.withLock { waiting in
            waiting.hasEnded = true
            return waiting.afterwards
        }
        for done in afterwards { done.resume() }
    }

    /// Waits a moment until as many wait as the last group had.
    ///
    /// Its callers have their answers and are about to ask again: a group begun with the first
    /// of them alone would cost a commit of its own. A lonely caller never waits.
    private func gather(_ count: Int) {
        let until = DispatchTime.now() + .microseconds(Self.gatherMicroseconds)
        while count > 1 {
            let isEnough = waiting.withLock { waiting in
                waiting.wanted = count
                return waiting.jobs.count >= count || waiting.isClosing
            }
            if isEnough || bell.wait(timeout: until) == .timedOut { break }
        }
        waiting.withLock { $0.wanted = 1 }
    }

    private func take() -> [Job]? {
        waiting.withLock { waiting in
            if waiting.jobs.isEmpty { return nil }
            if waiting.jobs.count <= Self.largestGroup {
                defer { waiting.jobs = [] }
                return waiting.jobs
            }
            defer { waiting.jobs.removeFirst(Self.largestGroup) }
            return Array(waiting.jobs.prefix(Self.largestGroup))
        }
    }
}
