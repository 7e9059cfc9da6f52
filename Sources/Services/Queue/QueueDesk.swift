import Ledger
import Stories

/// Gives numbers and calls them: operations of a day, no history.
///
/// Every press has a key of its own from the page, so a press that is sent twice counts once; two
/// windows that call at once get two numbers, for one thread writes.
struct QueueDesk: Sendable {
    let store: RecordStore

    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS queue_numbers (unit TEXT NOT NULL, day TEXT NOT NULL, \
        number BIGINT NOT NULL, key BLOB NOT NULL UNIQUE, given BIGINT NOT NULL, \
        called BIGINT, desk BIGINT, call BLOB UNIQUE, PRIMARY KEY (unit, day, number))
        """
    ]

    /// Numbers of earlier days are nobody's any more.
    private static let keptDays = 7

    /// The next number of the day.
    func give(_ key: OpaqueID, in unit: Code, on day: Day, at now: Instant) async throws {
        let forgotten = day.adding(days: -Self.keptDays).description
        try await store.operate([
            "DELETE FROM queue_numbers WHERE unit = \(unit) AND day < \(forgotten)",
            """
            INSERT INTO queue_numbers (unit, day, number, key, given) \
            SELECT \(unit), \(day.description), coalesce(max(number), 0) + 1, \(key), \
            \(now.milliseconds) FROM queue_numbers \
            WHERE unit = \(unit) AND day = \(day.description) ON CONFLICT (key) DO NOTHING
            """,
        ])
    }

    /// Calls whoever has waited longest.
    /// - Returns: the number that this press called, now or before; nil where nobody waits.
    func callNext(
        _ key: OpaqueID,
        to window: Int,
        in unit: Code,
        on day: Day,
        at now: Instant
    ) async throws -> Int? {
        let today: SQL = "unit = \(unit) AND day = \(day.description)"
        let answers = try await store.operate([
            """
            UPDATE queue_numbers SET called = \(now.milliseconds), desk = \(window), \
            call = \(key) WHERE \(today) AND number = (SELECT min(number) FROM queue_numbers \
            WHERE \(today) AND called IS NULL) \
            AND NOT EXISTS (SELECT 1 FROM queue_numbers o WHERE o.call = \(key))
            """,
            "SELECT number FROM queue_numbers WHERE call = \(key)",
        ])
        return try answers.last?.first.map { Int(try $0.int("number")) }
    }

    /// Calls a number once more, or one that came late.
    /// - Returns: whether there is such a number today.
    func callAgain(
        _ number: Int,
        to window: Int,
        in unit: Code,
        on day: Day,
        at now: Instant
    ) async throws -> Bool {
        let answers = try await store.operate([
            """
            UPDATE queue_numbers SET called = \(now.milliseconds), desk = \(window) \
            WHERE unit = \(unit) AND day = \(day.description) AND number = \(number) \
            RETURNING number
            """
        ])
        return answers.last?.isEmpty == false
    }
}
