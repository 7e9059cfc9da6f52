import Cases
import Stories
import Testing

/// A case that a restore had lost, recorded again by its receipt.
@Suite struct RecoveryTests {
    /// Sent on a day, and recorded again on a later one.
    private func broughtBack(
        _ channel: Submission.Channel = .online,
        on later: String,
        isPrinted: Bool = false,
        by party: Party = .applicant
    ) throws -> (before: World, after: World) {
        var before = try World()
        var new = before.brought(channel)
        new.files = [file]
        let lost = try before.lost(new, isPrinted: isPrinted)
        try before.give(.submit(new), by: channel == .online ? .applicant : .official(clerk))
        var after = try World()
        after.now = wib(later)
        var again = new
        (again.tracking, again.files, again.lost) = (lost.was.tracking, [], lost)
        try after.give(.submit(again), by: party)
        return (before, after)
    }

    @Test func `what was promised counts from the first receipt, however late it comes back`()
        throws
    {
        let (before, after) = try broughtBack(on: "2027-03-01 10.00")
        let (was, now) = (try #require(before.state.subject), try #require(after.state.subject))
        #expect(now.received == was.received)
        #expect(now.recorded == after.now)
        #expect(now.caseID == was.caseID)
        #expect(after.state.casePromise == before.state.casePromise)
        #expect(after.state.stepPromise == before.state.stepPromise)
        #expect(after.state.recovery?.seq == 12)
        #expect(after.state.recovery?.files == 1)
        #expect(after.facts.map(\.what.word) == [.submitted, .recovered])
        #expect(after.state.history.map(\.what) == [.received, .recovered])
        #expect(after.state.history[0].at == was.received)
    }

    @Test func `a promise that was told does not move with a calendar that changed since`() throws {
        // Told by a calendar that knows the holidays of December.
        var then = try World()
        then.now = wib("2026-12-23 10.00")
        let new = then.brought(.online)
        let lost = try then.lost(new)
        var after = try World()
        after.calendar = try WorkCalendar(WorkCalendar.Parts())
        after.now = wib("2027-01-04 10.00")
        var again = new
        (again.tracking, again.lost) = (lost.was.tracking, lost)
        try after.give(.submit(again), by: .applicant)
        #expect(after.state.casePromise?.floor == lost.was.told)
    }

    @Test func `it takes its number and no draft, and a printed number only once`() throws {
        let (_, plain) = try broughtBack(on: "2026-11-24 10.00")
        let digits = try #require(plain.state.subject).tracking.digits
        #expect(plain.last.claims == [.unique(space: "tracking", key: Array(digits.utf8))])
        let (_, printed) = try broughtBack(.paper, on: "2026-11-24 10.00", isPrinted: true)
        let number = try #require(printed.state.subject).tracking.digits
        #expect(printed.last.claims == [.unique(space: "borang", key: Array(number.utf8))])
    }

    @Test func `what came at a counter comes back by whoever has its receipt, without a reason`()
        throws
    {
        let (_, byCitizen) = try broughtBack(.counter, on: "2027-03-01 10.00")
        #expect(byCitizen.state.subject?.channel == .counter)
        let (_, elsewhere) = try broughtBack(
            .counter,
            on: "2027-03-01 10.00",
            by: .official(stranger)
        )
        #expect(elsewhere.state.phase == .open)
    }

    @Test func `a receipt of the future is refused, and so is a case that is there`() throws {
        #expect(throws: CaseRefusal.receivedInFuture) {
            try broughtBack(on: "2026-11-22 10.00")
        }
        var (_, after) = try broughtBack(on: "2026-11-24 10.00")
        var again = after.brought(.online)
        again.lost = try after.lost(again)
        #expect(throws: CaseRefusal.alreadySubmitted) {
            try after.give(.submit(again), by: .applicant)
        }
    }
}
