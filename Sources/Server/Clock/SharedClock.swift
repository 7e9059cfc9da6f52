package import Stories
import Synchronization

/// The clock that all nodes on one database go by: that of the database's server.
///
/// Leases, timers and waits are compared between nodes, so they need one time. It goes on by ticks
/// that nobody sets and is put right by what the server says now and then. A server whose clock is
/// far from this machine's is not believed once time runs: nobody knows which of the two is wrong,
/// and dates in the record are for ever. This node then takes on no work by the clock, and says so.
package final class SharedClock: Sendable {
    /// From how many seconds on the two are too far apart for work by the clock.
    package static let tooFar: Int64 = 60

    /// From how many seconds on somebody should be told.
    package static let worrying: Int64 = 5

    /// What was answered later than this is no time any more.
    private static let patience: Int64 = 2000

    private struct State {
        /// What the server said, and what the ticks were at that moment.
        var heard: (time: Instant, ticks: Int64)?
        var millisecondsAhead: Int64 = 0
    }

    private let state = Mutex(State())
    private let wall: @Sendable () -> Instant
    private let ticks: @Sendable () -> Int64

    /// - Parameters:
    ///   - wall: the machine's clock.
    ///   - ticks: milliseconds that only ever grow.
    package init(
        wall: @Sendable @escaping () -> Instant,
        ticks: @Sendable @escaping () -> Int64
    ) {
        self.wall = wall
        self.ticks = ticks
    }

    package func now() -> Instant {
        guard let heard = state.withLock({ $0.heard }) else { return wall() }
        return heard.time.adding(milliseconds: max(0, ticks() - heard.ticks))
    }

    /// Asks the server what time it is, and goes by it.
    ///
    /// - Parameter ask: nil where the database has no clock of its own.
    package func compare(_ ask: () async throws -> Instant?) async throws {
        let before = ticks()
        guard let said = try await ask() else { return }
        let (after, wall) = (ticks(), wall())
        guard after - before <= Self.patience else { return }
        // It was said about halfway between.
        let server = said.adding(milliseconds: (after - before) / 2)
        let ahead = wall.milliseconds - server.milliseconds
        state.withLock { state in
            state.millisecondsAhead = ahead
            // At the start there is nothing better: the other nodes go by it too.
            guard state.heard == nil || !Self.isTooFar(ahead / 1000) else { return }
            state.heard = (server, after)
        }
    }

    /// By how many seconds this machine's clock is ahead of the server's; below 0 where it is
    /// behind.
    package var secondsAhead: Int64 { state.withLock { $0.millisecondsAhead / 1000 } }

    /// Whether somebody should be told that the two do not agree.
    package var isWorrying: Bool { abs(secondsAhead) >= Self.worrying }

    package var isTooFar: Bool { Self.isTooFar(secondsAhead) }

    private static func isTooFar(_ seconds: Int64) -> Bool { abs(seconds) > tooFar }
}
