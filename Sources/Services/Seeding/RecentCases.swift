import Blueprints
import Stories

/// Which applications are still open on the last day: a fifth of all, and those came in lately.
///
/// An office is busy with what came this week. Most of it lies within the time of the step that
/// it waits at, about one in seven is late by some days, and a few lie forgotten since long ago.
struct RecentCases {
    let ground: SeedGround

    /// One of them: when it came, and how often officials see to it before it lies.
    struct Arrival: Hashable, Sendable {
        let at: Instant
        let patience: Int
    }

    /// Nil for the four in five that come all the year and are lived to their end.
    func arrival(_ index: Int) -> Arrival? {
        var numbers = SeededNumbers(ground.seed ^ 0x0FE2, of: index)
        guard numbers.happens(Self.share) else { return nil }
        // A slim case would be ended by the first who sees to it.
        let patience = ground.lives == .slim ? 0 : numbers.pick([0, 0, 0, 1, 1, 2])
        let room = officeMinutes(of: index, patience)
        let age =
            numbers.happens(0.86)
            ? numbers.share()
            : 1.15 + 2.5 * numbers.share() * numbers.share()
        let minutes = max(3, Int(Double(room) * age))
        let first = ground.force.zone.instant(ground.from, minute: 0)
        let calendar = ground.force.calendar
        return Arrival(
            at: max(first, calendar.instant(minutes, officeMinutesBefore: ground.until)),
            patience: patience
        )
    }

    /// How often officials see to a case before they forget it; mostly they never do.
    func patience(_ index: Int) -> Int? {
        if let arrival = arrival(index) { return arrival.patience }
        var numbers = SeededNumbers(ground.seed ^ 0xF026, of: index)
        return numbers.happens(0.004) ? numbers.pick([0, 1, 2]) : nil
    }

    /// What comes within the last days of itself is open too.
    private static let share = 0.19

    /// How long such a case may have been here without being late where it lies.
    private func officeMinutes(of index: Int, _ patience: Int) -> Int {
        // The same draw as the one with which its life begins.
        var numbers = SeededNumbers(ground.seed, of: index)
        let steps = ground.offered(&numbers).service.steps
        let first = steps.first.map { minutes(of: $0.within) } ?? 0
        // Some will have been moved on by then, quickly.
        guard patience > 1, steps.count > 1 else { return first }
        return first / 4 + minutes(of: steps[1].within) * 3 / 4
    }

    private func minutes(of span: TimeSpan) -> Int {
        switch span.unit {
        case .workingHours: span.amount * 60
        case .workingDays: span.amount * 450
        case .days: span.amount * 320
        }
    }
}
