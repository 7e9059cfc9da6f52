package import Ledger
package import Stories

/// What was decreed and declared, as tables.
package enum CalendarView {
    package static let view = ViewOfRecord(
        "calendar",
        .now,
        of: [CalendarStory.kind],
        tables: ["calendar_years", "calendar_closures", "calendar_outages"],
        schema: [
            """
            CREATE TABLE calendar_years (year BIGINT PRIMARY KEY, content BLOB NOT NULL, \
            seq BIGINT NOT NULL)
            """,
            """
            CREATE TABLE calendar_closures (seq BIGINT PRIMARY KEY, unit TEXT, \
            first_day TEXT NOT NULL, last_day TEXT NOT NULL, reason BLOB NOT NULL)
            """,
            """
            CREATE TABLE calendar_outages (seq BIGINT PRIMARY KEY, starts BIGINT NOT NULL, \
            ends BIGINT NOT NULL, reason BLOB NOT NULL)
            """,
        ],
        project: { projection in
            switch try projection.event.fact(CalendarFact.self) {
            case .decreed(let year, let content):
                return [
                    """
                    INSERT INTO calendar_years (year, content, seq) VALUES \
                    (\(year), \(content.digest), \(projection.seq)) ON CONFLICT (year) \
                    DO UPDATE SET content = excluded.content, seq = excluded.seq
                    """
                ]
            case .closed(let closure):
                return [
                    """
                    INSERT INTO calendar_closures (seq, unit, first_day, last_day, reason) \
                    VALUES (\(projection.seq), \(closure.unit), \(closure.first.description), \
                    \(closure.last.description), \(closure.reason.digest))
                    """
                ]
            case .failed(let outage):
                return [
                    """
                    INSERT INTO calendar_outages (seq, starts, ends, reason) VALUES \
                    (\(projection.seq), \(outage.from), \(outage.to), \
                    \(outage.reason.digest))
                    """
                ]
            }
        }
    )
}

/// The calendar of the record, with its words.
package struct RecordedCalendar: Hashable, Sendable {
    /// The holidays of each year that was decreed here.
    package var years: [Int: [Holiday]] = [:]
    package var closures: [(unit: Code?, first: Day, last: Day, reason: String)] = []
    package var outages: [Outage] = []

    package init() {}

    package static func == (one: RecordedCalendar, other: RecordedCalendar) -> Bool {
        one.years == other.years && one.outages == other.outages
            && one.closures.elementsEqual(other.closures) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(years)
        hasher.combine(outages)
    }

    /// The parts of a calendar with what was decreed and declared, for one unit or for none.
    package func applied(to parts: WorkCalendar.Parts, for unit: Code?) -> WorkCalendar.Parts {
        var parts = parts
        for (year, decreed) in years {
            parts.holidays.removeAll { $0.day.parts.year == year && $0.kind != .closure }
            parts.holidays += decreed
            parts.knownYears.insert(year)
        }
        for closure in closures where closure.unit == nil || closure.unit == unit {
            var day = closure.first
            while day <= closure.last {
                parts.holidays.append(Holiday(day: day, kind: .closure, name: closure.reason))
                day = day.adding(days: 1)
            }
        }
        parts.outages += outages
        return parts
    }
}

extension Reader {
    /// The newest event of the calendar; 0 where there is none.
    package func calendarMark() throws(StoreError) -> Int64 {
        try row(
            """
            SELECT max(seq) AS seq FROM (SELECT max(seq) AS seq FROM calendar_years UNION ALL \
            SELECT max(seq) FROM calendar_closures UNION ALL \
            SELECT max(seq) FROM calendar_outages) AS marks
            """
        )?.find("seq") ?? 0
    }

    /// What was decreed and declared.
    package func recordedCalendar() throws(StoreError) -> RecordedCalendar {
        var calendar = RecordedCalendar()
        for row in try rows("SELECT year, content FROM calendar_years") {
            let bytes = try content(Public(digest: try row.blob("content"))) ?? []
            calendar.years[Int(try row.int("year"))] = DecreeReading.holidays(in: bytes)
        }
        func words(_ row: RecordRow) throws(StoreError) -> String {
            let bytes = try content(Public(digest: try row.blob("reason"))) ?? []
            return String(decoding: bytes, as: UTF8.self)
        }
        let closures = try rows(
            """
            SELECT unit, first_day, last_day, reason FROM calendar_closures \
            ORDER BY first_day, seq
            """
        )
        for row in closures {
            guard let first = Day(try row.text("first_day")),
                let last = Day(try row.text("last_day"))
            else { throw StoreError(.damaged, "a closure cannot be read") }
            calendar.closures.append((try row.find("unit"), first, last, try words(row)))
        }
        let outages = try rows(
            "SELECT starts, ends, reason FROM calendar_outages ORDER BY starts, seq"
        )
        for row in outages {
            calendar.outages.append(
                Outage(from: try row.get("starts"), to: try row.get("ends"), reason: try words(row))
            )
        }
        return calendar
    }
}
