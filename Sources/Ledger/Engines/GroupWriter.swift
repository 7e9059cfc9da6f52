import Glibc
import Synchronization

/// The one writer: a thread of its own that commits many callers' work in one transaction.
///
/// Callers wait for the commit, not for the thread; a caller that goes away loses its answer and
/// nothing else.
package final class GroupWriter: Sendable {
    /// How long a group waits for callers that were in the one before: far less than its commit.
    private static let gatherMicroseconds = 300

    private struct Job: Sendable {
        let work: any GroupWork
        let answer: CheckedContinuation<Result<WorkResult, StoreError>, Never>
    }

    private struct Waiting {
        var jobs: [Job] = []
        var isClosing = false
        var afterwards: [CheckedContinuation<Void, Never>] = []
        var hasEnded = false
    }

    private let waiting = Mutex(Waiting())
    private let fence = Mutex<GroupFence?>(nil)
    private let bell = WakeUp()
    private let dialect: GroupDialect
    private let open: @Sendable () throws(StoreError) -> any WriterConnection

    package init(
        _ dialect: GroupDialect,
        open: @Sendable @escaping () throws(StoreError) -> any WriterConnection
    ) {
        (self.dialect, self.open) = (dialect, open)
    }

    /// Asks every group from now on.
    package func stand(behind fence: GroupFence) { self.fence.withLock { $0 = fence } }

    /// Starts the thread; it ends after `close`.
    package func start() throws(StoreError) {
        var thread = pthread_t()
        let held = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread,
            nil,
            { held in
                guard let held else { return nil }
                Unmanaged<GroupWriter>.fromOpaque(held).takeRetainedValue().work()
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

    package func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        let result = await withCheckedContinuation {
            (answer: CheckedContinuation<Result<WorkResult, StoreError>, Never>) in
            let (isClosed, isFirst) = waiting.withLock { waiting in
                if waiting.isClosing { return (true, false) }
                waiting.jobs.append(Job(work: work, answer: answer))
                return (false, waiting.jobs.count == 1)
            }
            if isClosed { answer.resume(returning: .failure(Self.closed)) }
            if isFirst { bell.signal() }
        }
        return try result.get()
    }

    package func close() async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let hasEnded = waiting.withLock { waiting in
                waiting.isClosing = true
                if !waiting.hasEnded { waiting.afterwards.append(done) }
                return waiting.hasEnded
            }
            if hasEnded { done.resume() } else { bell.signal() }
        }
    }

    /// Lets the thread end by itself, where nobody is left who could wait for it.
    package func end() {
        waiting.withLock { $0.isClosing = true }
        bell.signal()
    }

    private static let closed = StoreError(.closed, "the record is closed")

    private func work() {
        let asked = { self.fence.withLock { $0 } }
        var group = GroupTransaction(dialect, fence: asked, open: open)
        var before = 1
        var emptying = JournalEmptying()
        while true {
            if let due = emptying.due { _ = bell.wait(until: due) } else { bell.wait() }
            while case var jobs = take(most: dialect.mostMembers), !jobs.isEmpty {
                let until = WakeUp.now + UInt64(Self.gatherMicroseconds) * 1000
                let results = group.run(jobs.map(\.work)) {
                    let next = more(after: jobs.count, of: before, until: until)
                    jobs += next
                    return next.map(\.work)
                }
                before = jobs.count
                if jobs.contains(where: { $0.work.leavesNoTrace }) { emptying.owe() }
                emptying.settle { group.emptyJournal() }
                for (job, result) in zip(jobs, results) { job.answer.resume(returning: result) }
            }
            emptying.settle { group.emptyJournal() }
            if waiting.withLock({ $0.isClosing && $0.jobs.isEmpty }) { break }
        }
        group.close()
        let afterwards = waiting.withLock { waiting in
            waiting.hasEnded = true
            return waiting.afterwards
        }
        for done in afterwards { done.resume() }
    }

    /// What came since; waits a moment where the last group had more members.
    ///
    /// Its callers have their answers and are about to ask again: a commit without them would cost
    /// them one of their own. A lonely caller never waits.
    private func more(after count: Int, of before: Int, until: UInt64) -> [Job] {
        let room = dialect.mostMembers - count
        if room <= 0 { return [] }
        while true {
            let next = take(most: room)
            if !next.isEmpty || count >= before { return next }
            if waiting.withLock({ $0.isClosing }) { return [] }
            if !bell.wait(until: until) { return take(most: room) }
        }
    }

    private func take(most: Int) -> [Job] {
        waiting.withLock { waiting in
            if waiting.jobs.count <= most {
                defer { waiting.jobs = [] }
                return waiting.jobs
            }
            defer { waiting.jobs.removeFirst(most) }
            return Array(waiting.jobs.prefix(most))
        }
    }
}
