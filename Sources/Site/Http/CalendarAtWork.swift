package import Office
package import Stories

/// What a change of the calendar does to open cases, as the feature that works on them says.
///
/// Features never import each other; the composition root hands this from one to the next.
package struct CalendarEffects: Sendable {
    /// What would move.
    package let effect: @Sendable (CalendarChange) async throws -> CalendarEffect

    /// How far the last change has been told to the open cases; nil where there was none.
    package let progress: @Sendable () async throws -> RecountProgress?

    package init(
        effect: @escaping @Sendable (CalendarChange) async throws -> CalendarEffect,
        progress: @escaping @Sendable () async throws -> RecountProgress?
    ) {
        self.effect = effect
        self.progress = progress
    }

    /// A site without cases.
    package static let none = CalendarEffects(effect: { _ in .none }, progress: { nil })
}

/// A calendar as it would be, and which cases can notice at all.
package struct CalendarChange: Sendable {
    package let calendar: RecordedCalendar

    /// The unit whose days change; nil: all of them.
    package let unit: Code?

    /// What is due before this moment stays where it is.
    package let from: Instant

    package init(_ calendar: RecordedCalendar, unit: Code?, from: Instant) {
        self.calendar = calendar
        self.unit = unit
        self.from = from
    }
}

/// How many open cases would be due later under another calendar, and some of them.
package struct CalendarEffect: Sendable {
    /// How many were looked at, of how many that could move.
    package let looked: Int
    package let of: Int

    /// How many of those that were looked at.
    package let moved: Int
    package let examples: [Example]

    /// One case by its number alone.
    package struct Example: Sendable {
        package let number: String
        package let service: Words
        package let unit: String
        package let from: Instant
        package let to: Instant

        package init(number: String, service: Words, unit: String, from: Instant, to: Instant) {
            self.number = number
            self.service = service
            self.unit = unit
            self.from = from
            self.to = to
        }
    }

    package init(looked: Int, of: Int, moved: Int, examples: [Example]) {
        self.looked = looked
        self.of = of
        self.moved = moved
        self.examples = examples
    }

    /// Where nothing can move.
    package static let none = CalendarEffect(looked: 0, of: 0, moved: 0, examples: [])

    package var isWhole: Bool { looked == of }

    /// How many of all: counted, or reckoned from those that were looked at, to two figures.
    package var count: Int {
        guard !isWhole, looked > 0 else { return moved }
        let exact = moved * of / looked
        var unit = 1
        while exact / unit >= 100 { unit *= 10 }
        return (exact + unit / 2) / unit * unit
    }
}

/// How far a change of the calendar has been told to the open cases.
package struct RecountProgress: Hashable, Sendable {
    package let looked: Int

    /// How many there were when it began; nil before it has.
    package let of: Int?
    package let moved: Int
    package let isDone: Bool

    package init(looked: Int, of: Int?, moved: Int, isDone: Bool) {
        self.looked = looked
        self.of = of
        self.moved = moved
        self.isDone = isDone
    }
}
