import Server
import Stories
import Synchronization
import Testing

/// The clocks of a database's server and of two machines, which a test turns.
private final class Clocks: Sendable {
    private struct State {
        var server: Int64 = 1_795_395_600_000
        var walls: [Int64] = [1_795_395_600_000, 1_795_395_600_000]
        var ticks: Int64 = 0
    }

    private let state = Mutex(State())

    func pass(_ milliseconds: Int64) {
        state.withLock { state in
            state.server += milliseconds
            state.ticks += milliseconds
            for node in state.walls.indices { state.walls[node] += milliseconds }
        }
    }

    func turnServer(by milliseconds: Int64) { state.withLock { $0.server += milliseconds } }

    func turn(_ node: Int, by milliseconds: Int64) {
        state.withLock { $0.walls[node] += milliseconds }
    }

    var server: Instant { Instant(milliseconds: state.withLock { $0.server }) }

    func wall(_ node: Int) -> Instant {
        Instant(milliseconds: state.withLock { $0.walls[node] })
    }

    func clock(of node: Int) -> SharedClock {
        SharedClock(wall: { self.wall(node) }, ticks: { self.state.withLock { $0.ticks } })
    }

    /// One question to the server, whose answer takes so long.
    func compare(_ clock: SharedClock, taking milliseconds: Int64 = 0) async throws {
        try await clock.compare {
            self.pass(milliseconds / 2)
            let said = self.server
            self.pass(milliseconds / 2)
            return said
        }
    }
}

@Test func `nodes whose clocks differ by seconds go by one time`() async throws {
    let clocks = Clocks()
    clocks.turn(0, by: 4_000)
    clocks.turn(1, by: -30_000)
    let (a, b) = (clocks.clock(of: 0), clocks.clock(of: 1))
    for clock in [a, b] { try await clocks.compare(clock, taking: 40) }
    #expect(a.now() == clocks.server)
    #expect(b.now() == clocks.server)
    clocks.pass(7_000)
    #expect(a.now() == b.now())
    #expect((a.secondsAhead, b.secondsAhead) == (4, -30))
    #expect((a.isWorrying, b.isWorrying) == (false, true))
    #expect(!b.isTooFar)
}

@Test func `before the server was asked, the machine's clock counts`() async throws {
    let clocks = Clocks()
    clocks.turn(0, by: 4_000)
    let clock = clocks.clock(of: 0)
    #expect(clock.now() == clocks.wall(0))
    // An engine without a clock of its own changes nothing.
    try await clock.compare { nil }
    #expect(clock.now() == clocks.wall(0))
    #expect(clock.secondsAhead == 0)
}

@Test(arguments: [61_000, -61_000, 86_400_000, -86_400_000] as [Int64])
func `a machine whose clock is set while it runs goes on by the server's time, and says so`(
    by turned: Int64
) async throws {
    let clocks = Clocks()
    let clock = clocks.clock(of: 0)
    try await clocks.compare(clock)
    clocks.turn(0, by: turned)
    #expect(clock.now() == clocks.server)
    clocks.pass(10_000)
    try await clocks.compare(clock)
    #expect(clock.isTooFar)
    #expect(clock.now() == clocks.server)
    clocks.turn(0, by: -turned)
    try await clocks.compare(clock)
    #expect(!clock.isTooFar)
}

@Test(arguments: [61_000, -61_000, 365 * 86_400_000] as [Int64])
func `a server whose clock jumps is not believed by those who run`(
    by turned: Int64
) async throws {
    let clocks = Clocks()
    let clock = clocks.clock(of: 0)
    try await clocks.compare(clock)
    clocks.turnServer(by: turned)
    clocks.pass(10_000)
    try await clocks.compare(clock)
    #expect(clock.isTooFar)
    #expect(clock.now() == clocks.wall(0))
    // Once both say the same, they are believed.
    clocks.turn(0, by: turned)
    try await clocks.compare(clock)
    #expect(!clock.isTooFar)
    #expect(clock.now() == clocks.server)
}

@Test func `at the start the server's time counts, however far it is`() async throws {
    let clocks = Clocks()
    clocks.turn(0, by: -86_400_000)
    let clock = clocks.clock(of: 0)
    try await clocks.compare(clock)
    #expect(clock.now() == clocks.server)
    #expect(clock.isTooFar)
    #expect(clock.secondsAhead == -86_400)
}

@Test func `a machine that slept while its ticks stood still takes the time anew`() async throws {
    let clocks = Clocks()
    let clock = clocks.clock(of: 0)
    try await clocks.compare(clock)
    // All but the ticks went on.
    clocks.turnServer(by: 600_000)
    clocks.turn(0, by: 600_000)
    #expect(clock.now() != clocks.server)
    try await clocks.compare(clock)
    #expect(clock.now() == clocks.server)
    #expect(!clock.isTooFar)
}

@Test func `an answer that came late says nothing about the time`() async throws {
    let clocks = Clocks()
    let clock = clocks.clock(of: 0)
    try await clocks.compare(clock)
    let before = clock.now()
    clocks.turnServer(by: 9_000)
    try await clocks.compare(clock, taking: 5_000)
    #expect(clock.now().milliseconds - before.milliseconds == 5_000)
    #expect(clock.secondsAhead == 0)
}

@Test func `only what is a node's own makes it unfit`() {
    var health = NodeHealth()
    #expect((health.status, health.code, health.members) == (.ok, 200, ""))
    health.stoppedViews = ["search"]
    #expect((health.status, health.code) == (.degraded, 200))
    #expect(health.members == ",\"views_stopped\":[\"search\"]")
    health.clockAhead = -60
    #expect((health.status, health.code) == (.degraded, 200))
    #expect(health.members == ",\"clock_ahead\":-60,\"views_stopped\":[\"search\"]")
    health.clockAhead = -61
    #expect((health.status, health.code) == (.unfit, 503))
    health.clockAhead = 0
    health.clockBehind = 120
    #expect((health.status, health.code) == (.unfit, 503))
    #expect(health.members.hasPrefix(",\"clock_behind\":120"))
    health.clockBehind = 0
    health.isOutdated = true
    #expect((health.status, health.code) == (.unfit, 503))
    #expect(health.members.hasPrefix(",\"program\":\"outdated\""))
}

@Test(
    arguments: [
        (0, Finding.Level.fine, "sejalan"), (-4, .fine, "sejalan"),
        (5, .attention, "5 detik lebih cepat"),
        (-60, .attention, "60 detik lebih lambat"), (61, .danger, "61 detik lebih cepat"),
    ] as [(Int64, Finding.Level, String)]
)
func `doctor says how far this clock is from the database's`(
    ahead: Int64,
    level: Finding.Level,
    words: String
) {
    let finding = Finding.clock(secondsAhead: ahead)
    #expect(finding.level == level)
    #expect(finding.sentence.contains(words))
}
