import Ledger
package import Stories

/// A case as a leader sees it in a list: nothing of who applied.
package struct CountedCase: Hashable, Sendable {
    package let number: String
    package let service: Code
    package let unit: Code
    package let received: Day

    /// The first moment that is no longer on time.
    package let dueEnd: Instant
    package let counts: Promise.Unit
    package let ended: Instant?
    package let isOnTime: Bool
}

/// Which cases stand behind a number.
package enum Behind: String, CaseIterable, Sendable {
    case received = "masuk"
    case ended = "selesai"
    case onTime = "tepat-waktu"
    case late = "terlambat"
    case refused = "ditolak"
    case open = "berjalan"
    case overdue = "lewat-waktu"

    /// Whether a month belongs to it; the others are as of now.
    package var needsMonth: Bool {
        switch self {
        case .received, .ended, .onTime, .late, .refused: true
        case .open, .overdue: false
        }
    }
}

extension CountQuery {
    /// As many cases as one page of a list shows.
    package static let mostCases = 50

    /// The cases behind a number, the most urgent or the newest first; one more than a page holds
    /// says that there is another page.
    package func cases(
        _ behind: Behind,
        _ stretch: Stretch,
        page: Int = 1,
        limit: Int = CountQuery.mostCases
    ) throws -> [CountedCase] {
        let (into, out): (SQL, SQL) =
            switch stretch {
            case .month(let month): ("month_in = \(month.text)", "month_out = \(month.text)")
            case .week(let week): ("week_in = \(week.text)", "week_out = \(week.text)")
            }
        let (condition, order): (SQL, SQL) =
            switch behind {
            case .received: (into, "day_in DESC, id")
            case .ended: (out, "ended DESC, id")
            case .onTime:
                (
                    "\(out) AND on_time = 1 AND shows <> 'dibatalkan'",
                    "ended DESC, id"
                )
            case .late:
                (
                    "\(out) AND on_time = 0 AND shows <> 'dibatalkan'",
                    "ended DESC, id"
                )
            case .refused:
                ("\(out) AND shows = 'ditolak'", "ended DESC, id")
            case .open: ("ended IS NULL", "due_end, id")
            case .overdue: ("overdue_since IS NOT NULL", "overdue_since, id")
            }
        return try reader.rows(
            """
            SELECT number, service, unit, day_in, due_end, counts, ended, on_time \
            FROM portfolio_cases WHERE \(condition) AND \(narrowed) \
            ORDER BY \(order) LIMIT \(limit + 1) OFFSET \((page - 1) * limit)
            """
        ).map(Self.counted)
    }

    private var narrowed: SQL {
        let units: SQL = scope.units.map { "unit IN (\(each: $0))" } ?? "1 = 1"
        let service: SQL = scope.service.map { "service = \($0)" } ?? "1 = 1"
        let district: SQL = scope.district.map { "district = \($0)" } ?? "1 = 1"
        return "\(units) AND \(service) AND \(district)"
    }

    private static func counted(_ row: RecordRow) throws -> CountedCase {
        guard let counts = Promise.Unit(rawValue: try row.text("counts")) else {
            throw StoreError(.damaged, "a counted case has no unit of time")
        }
        return CountedCase(
            number: try row.text("number"),
            service: try row.get("service"),
            unit: try row.get("unit"),
            received: Day(number: Int(try row.int("day_in"))),
            dueEnd: try row.get("due_end"),
            counts: counts,
            ended: try row.find("ended"),
            isOnTime: try row.int("on_time") == 1
        )
    }

    /// How many letters wait for the signature of whoever has these duties in these units.
    package func toSign(_ seats: [(unit: Code, duties: [String])]) throws -> Int {
        try seats.reduce(0) { sum, seat in
            let row = try reader.row(
                """
                SELECT count(*) AS n FROM portfolio_signing \
                WHERE unit = \(seat.unit) AND duty IN (\(each: seat.duties))
                """
            )
            return sum + Int(try row?.int("n") ?? 0)
        }
    }
}
