/// What was counted of some cases.
package struct Counts: Hashable, Sendable {
    /// Came in during the period.
    package var received = 0

    /// Ended during the period, in whatever way.
    package var ended = 0

    /// Decided by the office (finished or refused) within what was promised.
    package var onTime = 0

    /// Decided after it.
    package var late = 0

    /// Refused, of those that were decided.
    package var refused = 0

    /// Withdrawn, expired or closed: nothing that an office was early or late with.
    package var cancelled = 0

    /// Not ended now; the two below are among them.
    package var open = 0

    /// Of the open ones: wait for the citizen.
    package var waiting = 0

    /// Of the open ones: beyond what was promised, and the clock runs.
    package var overdue = 0

    package init() {}

    /// How many of the decided ones were on time, in whole per cent; nil below `enough`.
    package func onTimePercent(enough: Int = Counts.enough) -> Int? {
        let decided = onTime + late
        guard decided >= max(1, enough) else { return nil }
        return (200 * onTime + decided) / (2 * decided)
    }

    package var decided: Int { onTime + late }

    /// With fewer decided cases a share jumps with each of them: a rule of ours.
    package static let enough = 5

    package static func + (one: Counts, other: Counts) -> Counts {
        var sum = one
        sum.received += other.received
        sum.ended += other.ended
        sum.onTime += other.onTime
        sum.late += other.late
        sum.refused += other.refused
        sum.cancelled += other.cancelled
        sum.open += other.open
        sum.waiting += other.waiting
        sum.overdue += other.overdue
        return sum
    }
}

/// How long cases took, as a histogram over whole days.
package struct Spans: Hashable, Sendable {
    /// How many took so many days.
    package var counts: [Int: Int]

    package init(_ counts: [Int: Int] = [:]) { self.counts = counts }

    /// Days beyond this are counted as this many.
    package static let longest = 400

    package var total: Int { counts.values.reduce(0, +) }

    /// The middle one of all; of two middle ones the shorter.
    package var median: Int? {
        var left = (total + 1) / 2
        guard left > 0 else { return nil }
        for (days, count) in counts.sorted(by: { $0.key < $1.key }) {
            left -= count
            if left <= 0 { return days }
        }
        return nil
    }
}
