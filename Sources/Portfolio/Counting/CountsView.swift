import Cases
package import Ledger
package import Stories

/// Counts of cases by month and week, unit, service and district.
///
/// A page reads some hundreds of these rows, however many cases there are. Each case has one row
/// of its own, so that what was counted of it can be taken back when it goes on again.
package enum CountsView {
    /// The view by the clock of a zone; under another it has another shape and is made anew.
    package static func view(in zone: Zone) -> ViewOfRecord {
        var view = ViewOfRecord(
            "portfolio",
            .soon,
            of: [CaseStory.kind],
            tables: [
                "portfolio_cases", "portfolio_counts", "portfolio_spans", "portfolio_signing",
                "portfolio_fresh",
            ],
            schema: schema(zone),
            project: { try CaseCounting(of: $0, in: zone).statements() }
        )
        view.gathering = Counting.gathering
        return view
    }

    private static func schema(_ zone: Zone) -> [String] {
        [
            """
            CREATE TABLE portfolio_cases (id BLOB PRIMARY KEY, number TEXT NOT NULL, \
            service TEXT NOT NULL, unit TEXT NOT NULL, district TEXT NOT NULL, \
            place TEXT NOT NULL, day_in BIGINT NOT NULL, month_in TEXT NOT NULL, \
            week_in TEXT NOT NULL, counts TEXT NOT NULL, due_end BIGINT NOT NULL, \
            waiting BIGINT NOT NULL, late BIGINT NOT NULL, overdue_since BIGINT, ended BIGINT, \
            shows TEXT, on_time BIGINT NOT NULL, days BIGINT NOT NULL, month_out TEXT, \
            week_out TEXT, held BIGINT NOT NULL) /* \(zone.rawValue) */
            """,
            "CREATE INDEX portfolio_in ON portfolio_cases (month_in, unit, service, district)",
            "CREATE INDEX portfolio_in_week ON portfolio_cases (week_in, unit, service, district)",
            "CREATE INDEX portfolio_out ON portfolio_cases (month_out, unit, service, district)",
            "CREATE INDEX portfolio_last ON portfolio_cases (service, day_in)",
            "CREATE INDEX portfolio_overdue ON portfolio_cases (overdue_since)",
            "CREATE INDEX portfolio_overdue_of_unit ON portfolio_cases (unit, overdue_since)",
            "CREATE INDEX portfolio_open ON portfolio_cases (ended, unit, service, district)",
            """
            CREATE TABLE portfolio_counts (period TEXT NOT NULL, unit TEXT NOT NULL, \
            service TEXT NOT NULL, district TEXT NOT NULL, received BIGINT NOT NULL, \
            ended BIGINT NOT NULL, on_time BIGINT NOT NULL, late BIGINT NOT NULL, \
            refused BIGINT NOT NULL, cancelled BIGINT NOT NULL, open BIGINT NOT NULL, \
            waiting BIGINT NOT NULL, overdue BIGINT NOT NULL, \
            PRIMARY KEY (period, unit, service, district)) /* keyed */
            """,
            """
            CREATE INDEX portfolio_counts_across ON portfolio_counts \
            (period, service, district, unit)
            """,
            """
            CREATE TABLE portfolio_spans (month TEXT NOT NULL, unit TEXT NOT NULL, \
            service TEXT NOT NULL, days BIGINT NOT NULL, cases BIGINT NOT NULL, \
            PRIMARY KEY (month, unit, service, days)) /* keyed */
            """,
            """
            CREATE TABLE portfolio_signing (case_id BLOB PRIMARY KEY, unit TEXT NOT NULL, \
            duty TEXT NOT NULL)
            """,
            "CREATE INDEX portfolio_signing_of_unit ON portfolio_signing (unit, duty)",
            "CREATE TABLE portfolio_fresh (one BIGINT PRIMARY KEY, at BIGINT NOT NULL)",
        ]
    }
}

/// The statements that put what a case's row says into the counts, or take it out again.
enum Counting {
    /// Whether something is added to the counts or taken away.
    enum Sign {
        case add, remove

        fileprivate var factor: SQL {
            switch self {
            case .add: "1"
            case .remove: "(-1)"
            }
        }
    }

    /// Every way in which a month is looked at: by none, one, two or all of unit, service, district.
    private static let ofMonths: SQL = """
        (VALUES (0, 0, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (1, 1, 0, 0), \
        (1, 0, 1, 0), (0, 1, 1, 0), (1, 1, 1, 0), (0, 0, 0, 1), (1, 0, 0, 1), (0, 1, 0, 1), \
        (1, 1, 0, 1))
        """

    /// The same without weeks.
    private static let ofNow: SQL = """
        (VALUES (0, 0, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (1, 1, 0, 0), \
        (1, 0, 1, 0), (0, 1, 1, 0), (1, 1, 1, 0))
        """

    private static let scope: SQL = """
        CASE s.column1 WHEN 1 THEN c.unit ELSE '*' END, \
        CASE s.column2 WHEN 1 THEN c.service ELSE '*' END, \
        CASE s.column3 WHEN 1 THEN c.district ELSE '*' END
        """

    private static let columns: SQL = """
        INSERT INTO portfolio_counts_new (period, unit, service, district, received, ended, on_time, \
        late, refused, cancelled, open, waiting, overdue) SELECT
        """

    /// That it came in.
    static func received(_ id: OpaqueID) -> SQL {
        """
        \(columns) CASE s.column4 WHEN 1 THEN c.week_in ELSE c.month_in END, \(scope), \
        1, 0, 0, 0, 0, 0, 0, 0, 0 FROM portfolio_cases AS c CROSS JOIN \(ofMonths) AS s \
        WHERE c.id = \(id)
        """
    }

    /// How it stands while it is open.
    static func now(_ sign: Sign, _ id: OpaqueID) -> SQL {
        """
        \(columns) 'kini', \(scope), 0, 0, 0, 0, 0, 0, \(sign.factor), \
        \(sign.factor) * c.waiting, \(sign.factor) * c.late * (1 - c.waiting) \
        FROM portfolio_cases AS c CROSS JOIN \(ofNow) AS s \
        WHERE c.id = \(id) AND c.ended IS NULL
        """
    }

    /// How and when it ended, where it has.
    static func ended(_ sign: Sign, _ id: OpaqueID) -> [SQL] {
        [
            """
            \(columns) CASE s.column4 WHEN 1 THEN c.week_out ELSE c.month_out END, \(scope), \
            0, \(sign.factor), \
            \(sign.factor) * CASE WHEN c.shows <> 'dibatalkan' THEN c.on_time ELSE 0 END, \
            \(sign.factor) * CASE WHEN c.shows <> 'dibatalkan' THEN 1 - c.on_time ELSE 0 END, \
            \(sign.factor) * CASE WHEN c.shows = 'ditolak' THEN 1 ELSE 0 END, \
            \(sign.factor) * CASE WHEN c.shows = 'dibatalkan' THEN 1 ELSE 0 END, 0, 0, 0 \
            FROM portfolio_cases AS c CROSS JOIN \(ofMonths) AS s \
            WHERE c.id = \(id) AND c.ended IS NOT NULL
            """,
            """
            INSERT INTO portfolio_spans_new (month, unit, service, days, cases) \
            SELECT c.month_out, CASE s.column1 WHEN 1 THEN c.unit ELSE '*' END, \
            CASE s.column2 WHEN 1 THEN c.service ELSE '*' END, c.days, \(sign.factor) \
            FROM portfolio_cases AS c CROSS JOIN (VALUES (0, 0), (1, 0), (0, 1), (1, 1)) AS s \
            WHERE c.id = \(id) AND c.ended IS NOT NULL AND c.shows <> 'dibatalkan'
            """,
        ]
    }
}
