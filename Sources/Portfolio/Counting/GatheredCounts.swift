import Ledger

extension Counting {
    /// The counts as many events at once change them: rows without a key, added up at the end.
    static let gathering = Gathering(
        tables: ["portfolio_counts_new", "portfolio_spans_new", "portfolio_fresh_new"],
        schema: [
            """
            CREATE TABLE portfolio_counts_new (period TEXT NOT NULL, unit TEXT NOT NULL, \
            service TEXT NOT NULL, district TEXT NOT NULL, received BIGINT NOT NULL, \
            ended BIGINT NOT NULL, on_time BIGINT NOT NULL, late BIGINT NOT NULL, \
            refused BIGINT NOT NULL, cancelled BIGINT NOT NULL, open BIGINT NOT NULL, \
            waiting BIGINT NOT NULL, overdue BIGINT NOT NULL)
            """,
            """
            CREATE TABLE portfolio_spans_new (month TEXT NOT NULL, unit TEXT NOT NULL, \
            service TEXT NOT NULL, days BIGINT NOT NULL, cases BIGINT NOT NULL)
            """,
            "CREATE TABLE portfolio_fresh_new (seq BIGINT NOT NULL, at BIGINT NOT NULL)",
        ],
        sums: [
            """
            INSERT INTO portfolio_counts (period, unit, service, district, received, ended, \
            on_time, late, refused, cancelled, open, waiting, overdue) \
            SELECT period, unit, service, district, SUM(received), SUM(ended), SUM(on_time), \
            SUM(late), SUM(refused), SUM(cancelled), SUM(open), SUM(waiting), SUM(overdue) \
            FROM portfolio_counts_new WHERE 1 = 1 GROUP BY period, unit, service, district \
            ON CONFLICT (period, unit, service, district) DO UPDATE SET \
            received = portfolio_counts.received + excluded.received, \
            ended = portfolio_counts.ended + excluded.ended, \
            on_time = portfolio_counts.on_time + excluded.on_time, \
            late = portfolio_counts.late + excluded.late, \
            refused = portfolio_counts.refused + excluded.refused, \
            cancelled = portfolio_counts.cancelled + excluded.cancelled, \
            open = portfolio_counts.open + excluded.open, \
            waiting = portfolio_counts.waiting + excluded.waiting, \
            overdue = portfolio_counts.overdue + excluded.overdue
            """,
            "DELETE FROM portfolio_counts_new",
            """
            INSERT INTO portfolio_spans (month, unit, service, days, cases) \
            SELECT month, unit, service, days, SUM(cases) FROM portfolio_spans_new \
            WHERE 1 = 1 GROUP BY month, unit, service, days \
            ON CONFLICT (month, unit, service, days) \
            DO UPDATE SET cases = portfolio_spans.cases + excluded.cases
            """,
            "DELETE FROM portfolio_spans_new",
            """
            INSERT INTO portfolio_fresh (one, at) SELECT 1, at FROM portfolio_fresh_new \
            WHERE 1 = 1 ORDER BY seq DESC LIMIT 1 \
            ON CONFLICT (one) DO UPDATE SET at = excluded.at
            """,
            "DELETE FROM portfolio_fresh_new",
        ]
    )
}
