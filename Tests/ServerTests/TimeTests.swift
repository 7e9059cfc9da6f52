import Server
import Stories
import Synchronization
import Testing

/// Hands that a test turns.
private final class Hands: Sendable {
    private let state = Mutex((wall: Int64(1_795_395_600_000), ticks: Int64(0)))

    func pass(_ milliseconds: Int64) {
        state.withLock { $0 = ($0.wall + milliseconds, $0.ticks + milliseconds) }
    }

    func turn(by milliseconds: Int64) { state.withLock { $0.wall += milliseconds } }

    var wall: Instant { Instant(milliseconds: state.withLock { $0.wall }) }
    var ticks: Int64 { state.withLock { $0.ticks } }

    func clock(after recorded: Instant) -> SteadyClock {
        SteadyClock(after: recorded, wall: { self.wall }, ticks: { self.ticks })
    }
}

private let year: Int64 = 365 * 86_400_000

@Test func `set back by a year while running, time goes on at its pace`() {
    let hands = Hands()
    let clock = hands.clock(after: hands.wall)
    let before = clock.now()
    hands.turn(by: -year)
    hands.pass(60_000)
    #expect(clock.now().milliseconds - before.milliseconds == 60_000)
    #expect(clock.secondsBehind() == year / 1000)
    hands.pass(1000)
    #expect(clock.now().milliseconds - before.milliseconds == 61_000)
    // Put right again, the machine's clock counts.
    hands.turn(by: year)
    #expect(clock.now() == hands.wall)
    #expect(clock.secondsBehind() == 0)
}

@Test func `set back before the start, time goes on after what was recorded`() {
    let hands = Hands()
    let recorded = hands.wall
    hands.turn(by: -year)
    let clock = hands.clock(after: recorded)
    #expect(clock.now() >= recorded)
    hands.pass(5000)
    #expect(clock.now().milliseconds - recorded.milliseconds == 5000)
}

@Test func `a clock put right by seconds is let catch up, and never runs backwards`() {
    let hands = Hands()
    let clock = hands.clock(after: hands.wall)
    var last = clock.now()
    hands.turn(by: -4000)
    for _ in 0..<20 {
        hands.pass(1000)
        let now = clock.now()
        #expect(now >= last)
        last = now
    }
    #expect(last == hands.wall)
}

@Test func `doctor finds a clock that was set back by a year`() {
    let wall = Instant(milliseconds: 1_795_395_600_000)
    let back = ClockReading(
        wall: Instant(milliseconds: wall.milliseconds - year),
        recorded: wall,
        isSynchronized: true
    )
    let found = Finding.clock(back, zone: .wib)
    #expect(found.worst == .danger)
    #expect(found[0].sentence.contains("tertinggal 365 hari"))
    let right = ClockReading(wall: wall, recorded: wall, isSynchronized: true)
    #expect(Finding.clock(right, zone: .wib).worst == .fine)
    let ahead = ClockReading(
        wall: wall.adding(seconds: 90 * 86_400),
        recorded: wall,
        isSynchronized: true
    )
    #expect(Finding.clock(ahead, zone: .wib).worst == .attention)
    let alone = ClockReading(wall: wall, recorded: nil, isSynchronized: nil)
    #expect(Finding.clock(alone, zone: .wib).worst == .attention)
}

@Test func `the calendar has to reach as far as deadlines do`() throws {
    let november = try #require(Day("2026-11-23"))
    let march = try #require(Day("2026-03-02"))
    #expect(Finding.calendar(years: [2026, 2027], today: november).level == .fine)
    #expect(Finding.calendar(years: [2026], today: november).level == .attention)
    #expect(Finding.calendar(years: [2026], today: march).level == .fine)
    #expect(Finding.calendar(years: [2025], today: march).level == .danger)
}

@Test func `a certificate warns before its end, and after it louder`() {
    let now = Instant(milliseconds: 1_000_000_000_000)
    let day: Int64 = 86_400
    let second: Int64 = 1_000_000_000
    #expect(Finding.certificate(0...(second + 60 * day), at: now).level == .fine)
    #expect(Finding.certificate(0...(second + 5 * day), at: now).level == .attention)
    #expect(Finding.certificate(0...(second - 2 * day), at: now).level == .danger)
    #expect(Finding.certificate((second + day)...(second + 5 * day), at: now).level == .danger)
}

@Test func `the disk is told before uploads stop`() {
    #expect(Finding.disk(free: 50, total: 100).level == .fine)
    #expect(Finding.disk(free: 15, total: 100).level == .attention)
    #expect(Finding.disk(free: 9, total: 100).level == .danger)
    #expect(Finding.disk(free: 0, total: 0).level == .attention)
}

@Test func `an older and a newer schema are told apart`() {
    #expect(Finding.schema(stored: 1, known: 1) == nil)
    #expect(Finding.schema(stored: 1, known: 2)?.level == .attention)
    #expect(Finding.schema(stored: 3, known: 2)?.level == .danger)
}
