package import Ledger
package import Stories

/// What was counted of one service in some months, for whoever hands it on.
package struct CountedMonths: Hashable, Sendable {
    package var received = 0

    /// Finished or refused by the office.
    package var decided = 0
    package var onTime = 0

    /// Working days from receipt to decision, of the middle one; of two middle ones the shorter.
    package var medianWorkingDays: Int?
}

/// What a service cost in a year, with what came in during each of its months.
package struct CostedYear: Hashable, Sendable {
    package let year: Int

    /// Whole rupiah.
    package let amount: Int64

    /// By month, as `2026-07`.
    package let received: [String: Int]
}

extension Reader {
    /// What was counted of a service in some months (`2026-07`), all units together; how long it
    /// took only where a calendar is given, for that is looked up case by case.
    package func counted(
        of service: Code,
        in months: [String],
        _ calendar: WorkCalendar?
    ) throws -> CountedMonths {
        let query = CountQuery(self, Scope(service: service))
        let sum = try query.totals(months).values.reduce(Counts(), +)
        return CountedMonths(
            received: sum.received,
            decided: sum.decided,
            onTime: sum.onTime,
            medianWorkingDays: try calendar.flatMap { calendar in
                try workingDays(of: service, in: months, calendar).median
            }
        )
    }

    /// How many working days each decided case took; case by case, for a figure of a quarter.
    private func workingDays(
        of service: Code,
        in months: [String],
        _ calendar: WorkCalendar
    ) throws -> Spans {
        var spans = Spans()
        for row in try rows(
            """
            SELECT day_in, ended FROM portfolio_cases WHERE month_out IN (\(each: months)) \
            AND service = \(service) AND ended IS NOT NULL AND shows <> 'dibatalkan'
            """
        ) {
            let received = Day(number: Int(try row.int("day_in")))
            let ended: Instant = try row.get("ended")
            let days = calendar.workingDays(after: received, through: calendar.zone.day(ended))
            spans.counts[days, default: 0] += 1
        }
        return spans
    }

    /// The newest cost of a service that was entered for one of the years up to this one.
    package func costedYear(of service: Code, upTo year: Int) throws -> CostedYear? {
        guard let cost = try enteredCosts()[service]?.first(where: { $0.year <= year }) else {
            return nil
        }
        let months = (1...12).compactMap { Month(year: cost.year, number: $0)?.text }
        let totals = try CountQuery(self, Scope(service: service)).totals(months)
        return CostedYear(
            year: cost.year,
            amount: cost.amount,
            received: totals.mapValues(\.received)
        )
    }
}

extension Reader {
    /// The day on which a service was first applied for, and how many have applied.
    package func use(of service: Code) throws -> (first: Day?, requests: Int) {
        let row = try row(
            "SELECT min(day_in) AS day, count(*) AS n FROM portfolio_cases WHERE service = \(service)"
        )
        let first: Int? = try row?.find("day")
        return (first.map { Day(number: $0) }, Int(try row?.int("n") ?? 0))
    }
}
