package import Ledger
package import Stories

/// What part of the regency is looked at.
package struct Scope: Hashable, Sendable {
    /// Nil: all units.
    package var units: [Code]?
    package var service: Code?

    /// The Kemendagri code of a district.
    package var district: Code?

    package init(units: [Code]? = nil, service: Code? = nil, district: Code? = nil) {
        self.units = units
        self.service = service
        self.district = district
    }
}

/// By what counts are told apart.
package enum Axis: String, CaseIterable, Sendable {
    case unit, service, district

    var column: SQL {
        switch self {
        case .unit: "unit"
        case .service: "service"
        case .district: "district"
        }
    }
}

/// The questions that pages ask of the counts.
package struct CountQuery {
    package let reader: Reader
    package let scope: Scope

    package init(_ reader: Reader, _ scope: Scope) {
        self.reader = reader
        self.scope = scope
    }

    private static let sums: SQL = """
        sum(received) AS received, sum(ended) AS ended, sum(on_time) AS on_time, \
        sum(late) AS late, sum(refused) AS refused, sum(cancelled) AS cancelled, \
        sum(open) AS open, sum(waiting) AS waiting, sum(overdue) AS overdue
        """

    private var units: SQL { scope.units.map { "unit IN (\(each: $0))" } ?? "unit = '*'" }
    private var service: SQL { scope.service.map { "service = \($0)" } ?? "service = '*'" }
    private var district: SQL { scope.district.map { "district = \($0)" } ?? "district = '*'" }

    /// Everything of a period.
    package func total(_ period: String) throws -> Counts {
        try totals([period])[period] ?? Counts()
    }

    /// Everything of each of some periods.
    package func totals(_ periods: [String]) throws -> [String: Counts] {
        var found: [String: Counts] = [:]
        for row in try reader.rows(
            """
            SELECT period, \(Self.sums) FROM portfolio_counts \
            WHERE period IN (\(each: periods)) AND \(units) AND \(service) AND \(district) \
            GROUP BY period
            """
        ) {
            found[try row.text("period")] = try Self.counts(row)
        }
        return found
    }

    /// A period, told apart by one axis.
    package func parts(_ period: String, by axis: Axis) throws -> [String: Counts] {
        let (units, service, district): (SQL, SQL, SQL) =
            switch axis {
            case .unit:
                (scope.units.map { "unit IN (\(each: $0))" } ?? "unit <> '*'", service, district)
            case .service: (self.units, "service <> '*'", district)
            case .district: (self.units, service, "district <> '*'")
            }
        var found: [String: Counts] = [:]
        for row in try reader.rows(
            """
            SELECT \(axis.column) AS name, \(Self.sums) FROM portfolio_counts \
            WHERE period = \(period) AND \(units) AND \(service) AND \(district) \
            GROUP BY \(axis.column)
            """
        ) {
            found[try row.text("name")] = try Self.counts(row)
        }
        return found
    }

    /// How long the cases took that were decided in some months, by service.
    package func spans(_ months: [Month]) throws -> [String: Spans] {
        var found: [String: Spans] = [:]
        let service: SQL = scope.service.map { "service = \($0)" } ?? "service <> '*'"
        for row in try reader.rows(
            """
            SELECT service, days, sum(cases) AS n FROM portfolio_spans \
            WHERE month IN (\(each: months.map(\.text))) AND \(units) AND \(service) \
            GROUP BY service, days
            """
        ) {
            found[try row.text("service"), default: Spans()]
                .counts[Int(try row.int("days"))] = Int(try row.int("n"))
        }
        return found
    }

    /// The newest moment that is counted; nil before the first case.
    package func freshness() throws -> Instant? {
        try reader.row("SELECT at FROM portfolio_fresh")?.get("at")
    }

    private static func counts(_ row: RecordRow) throws -> Counts {
        var counts = Counts()
        counts.received = Int(try row.int("received"))
        counts.ended = Int(try row.int("ended"))
        counts.onTime = Int(try row.int("on_time"))
        counts.late = Int(try row.int("late"))
        counts.refused = Int(try row.int("refused"))
        counts.cancelled = Int(try row.int("cancelled"))
        counts.open = Int(try row.int("open"))
        counts.waiting = Int(try row.int("waiting"))
        counts.overdue = Int(try row.int("overdue"))
        return counts
    }
}
