import Ledger
import Stories
import Testing

@Suite struct ComparingHoursTests {
    private let hours = ComparingHours(in: .wib)

    /// The minute of a day on the wall in the west of Indonesia.
    private func moment(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        Zone.wib.instant(Day(number: 20_000 + day), minute: hour * 60 + minute)
    }

    @Test func `a record that was never compared waits for the night, a small one does not`() {
        #expect(!hours.areNow(moment(0, 14), last: nil, isSmall: false))
        #expect(hours.areNow(moment(0, 14), last: nil, isSmall: true))
        #expect(hours.areNow(moment(0, 2), last: nil, isSmall: false))
    }

    @Test(arguments: [(0, 59, false), (1, 0, true), (4, 59, true), (5, 0, false)])
    func `the night is from one to five`(hour: Int, minute: Int, isNow: Bool) {
        let before = moment(0, 3)
        #expect(hours.areNow(moment(1, hour, minute), last: before, isSmall: true) == isNow)
    }

    @Test func `it is once a night`() {
        #expect(!hours.areNow(moment(1, 4), last: moment(1, 1), isSmall: true))
        #expect(hours.areNow(moment(2, 1), last: moment(1, 4), isSmall: true))
    }

    @Test func `a machine that is off at night is looked at by day after three days`() {
        #expect(!hours.areNow(moment(3, 9), last: moment(0, 10), isSmall: false))
        #expect(hours.areNow(moment(3, 11), last: moment(0, 10), isSmall: false))
    }

    @Test func `a clock that was set back puts it off to the next night only`() {
        let ahead = moment(400, 2)
        #expect(!hours.areNow(moment(1, 14), last: ahead, isSmall: true))
        #expect(hours.areNow(moment(2, 2), last: ahead, isSmall: true))
    }
}
