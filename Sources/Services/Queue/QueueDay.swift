import Ledger
package import Stories

/// The queue of an office's front desk on one day: numbers, and nobody's name.
package struct QueueDay: Hashable, Sendable {
    package let unit: Code

    /// How many numbers were given; the last one is that high.
    package let given: Int

    /// How many of them nobody has called yet.
    package let waiting: Int

    /// The latest calls, the newest first.
    package let calls: [Call]

    /// A number that was called to a window of the desk.
    package struct Call: Hashable, Sendable {
        package let number: Int
        package let window: Int
    }

    static let shownCalls = 6

    /// So many windows a desk has at most.
    static let mostWindows = 20
}

/// One number that was given, as its slip names it.
struct QueueNumber: Hashable, Sendable {
    let unit: Code
    let day: Day
    let number: Int
    let given: Instant

    /// So that it is not taken for a date or a case: three digits, as it is called out.
    var shown: String { Self.shown(number) }

    static func shown(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}

extension Reader {
    func queue(of unit: Code, on day: Day) throws -> QueueDay {
        let row = try row(
            """
            SELECT count(*) AS given, count(called) AS called FROM queue_numbers \
            WHERE unit = \(unit) AND day = \(day.description)
            """
        )
        let (given, called) = (try row?.int("given") ?? 0, try row?.int("called") ?? 0)
        let calls = try rows(
            """
            SELECT number, desk FROM queue_numbers WHERE unit = \(unit) \
            AND day = \(day.description) AND called IS NOT NULL \
            ORDER BY called DESC, number DESC LIMIT \(QueueDay.shownCalls)
            """
        )
        return QueueDay(
            unit: unit,
            given: Int(given),
            waiting: Int(given - called),
            calls: try calls.map {
                QueueDay.Call(number: Int(try $0.int("number")), window: Int(try $0.int("desk")))
            }
        )
    }

    /// The number that was given under a key.
    func queueNumber(_ key: OpaqueID) throws -> QueueNumber? {
        try row("SELECT unit, day, number, given FROM queue_numbers WHERE key = \(key)").flatMap {
            guard let day = Day(try $0.text("day")) else { return nil }
            return QueueNumber(
                unit: try $0.get("unit"),
                day: day,
                number: Int(try $0.int("number")),
                given: Instant(milliseconds: try $0.int("given"))
            )
        }
    }
}
