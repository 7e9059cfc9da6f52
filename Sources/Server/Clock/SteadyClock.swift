package import Stories
import Synchronization

/// The time of the record: the machine's clock, but never before what was recorded.
///
/// A clock that is set back (an empty battery, a wrong hand) would put new facts before old ones
/// and let deadlines run anew. Time then goes on from the latest known moment, at the pace of a
/// clock that nobody can set, until the machine's clock has caught up.
package final class SteadyClock: Sendable {
    private struct State {
        var floor: Instant
        /// What the clock that nobody sets said at that moment.
        var since: Int64
    }

    private let state: Mutex<State>
    private let wall: @Sendable () -> Instant
    private let ticks: @Sendable () -> Int64

    /// - Parameters:
    ///   - recorded: the latest moment in the record.
    ///   - wall: the machine's clock.
    ///   - ticks: milliseconds that only ever grow.
    package init(
        after recorded: Instant,
        wall: @Sendable @escaping () -> Instant,
        ticks: @Sendable @escaping () -> Int64
    ) {
        state = Mutex(State(floor: recorded, since: ticks()))
        self.wall = wall
        self.ticks = ticks
    }

    package func now() -> Instant {
        let (wall, ticks) = (wall(), ticks())
        return state.withLock { state in
            let behind = state.floor.milliseconds - wall.milliseconds
            let passed = max(0, ticks - state.since)
            // A clock that was put right by seconds is let catch up; one that is a year behind
            // never will, and days must go on being as long as they are.
            let pace = behind <= Self.worrying * 1000 ? passed / 2 : passed
            let now = behind <= 0 ? wall : state.floor.adding(milliseconds: pace)
            state = State(floor: now, since: ticks)
            return now
        }
    }

    /// By how many seconds the machine's clock is behind the record; 0 where it is not.
    package func secondsBehind() -> Int64 {
        let now = now()
        return max(0, (now.milliseconds - wall().milliseconds) / 1000)
    }

    /// From how many seconds on somebody should look: less is a clock being put right.
    package static let worrying: Int64 = 120
}

extension Instant {
    func adding(milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }
}
