import Stories
import Synchronization

/// Runs every job of its tasks on one thread, in an order that a seed decides, and keeps their time.
///
/// Time stands still while anything can run; when all wait, it jumps to the first who wakes. So a
/// week of an office passes in some milliseconds, and the same seed lives the same week again.
final class SeededScheduler: TaskExecutor, Sendable {
    private struct Sleeper {
        let until: Instant
        let order: Int
        let wake: CheckedContinuation<Void, Never>
    }

    private struct State {
        var jobs: [UnownedJob] = []
        var turns: [CheckedContinuation<Void, Never>] = []
        var sleepers: [Sleeper] = []
        var numbers: SeededNumbers
        var now: Instant
        var order = 0
    }

    private let state: Mutex<State>

    init(seed: UInt64, from now: Instant) {
        state = Mutex(State(numbers: SeededNumbers(seed, of: 0), now: now))
    }

    var now: Instant { state.withLock { $0.now } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
    }

    /// Lets others go first, if the seed says so.
    func turn() async {
        await withCheckedContinuation { mine in state.withLock { $0.turns.append(mine) } }
    }

    func sleep(seconds: Int64) async {
        await withCheckedContinuation { mine in
            state.withLock { state in
                state.order += 1
                state.sleepers.append(
                    Sleeper(
                        until: state.now.adding(seconds: seconds),
                        order: state.order,
                        wake: mine
                    )
                )
            }
        }
    }

    /// Runs a body and all that it starts to its end, on the calling thread.
    ///
    /// - Returns: nil where everybody waits for something that never comes.
    func run<T: Sendable>(_ body: @Sendable @escaping () async -> T) -> T? {
        let result = Mutex<T?>(nil)
        Task(executorPreference: self) {
            let value = await body()
            result.withLock { $0 = value }
        }
        while step() {}
        return result.withLock { $0 }
    }

    /// False where there is nothing left to do.
    private func step() -> Bool {
        enum Next {
            case job(UnownedJob)
            case resume(CheckedContinuation<Void, Never>)
        }
        let next: Next? = state.withLock { state in
            let ready = state.jobs.count + state.turns.count
            if ready > 0 {
                let index = state.numbers.whole(0...ready - 1)
                return index < state.jobs.count
                    ? .job(state.jobs.remove(at: index))
                    : .resume(state.turns.remove(at: index - state.jobs.count))
            }
            let first = state.sleepers.indices.min {
                let (a, b) = (state.sleepers[$0], state.sleepers[$1])
                return (a.until, a.order) < (b.until, b.order)
            }
            guard let first else { return nil }
            let sleeper = state.sleepers.remove(at: first)
            state.now = max(state.now, sleeper.until)
            return .resume(sleeper.wake)
        }
        switch next {
        case .job(let job): job.runSynchronously(on: asUnownedTaskExecutor())
        case .resume(let waiting): waiting.resume()
        case nil: return false
        }
        return true
    }
}
