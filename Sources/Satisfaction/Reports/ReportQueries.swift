import Ledger
import Stories

/// The questions that reports ask of the record.
struct ReportQuery {
    let reader: Reader
    let zone: Zone

    /// Sums and count of the questionnaires of a scope.
    func tally(_ scope: ReportScope) throws -> Tally {
        let row = try reader.row(
            """
            SELECT \(Self.sums) FROM survey_answers WHERE \(answers(scope))
            """
        )
        return try row.map(Self.tally) ?? Tally()
    }

    /// How many ended cases could have been answered about.
    func population(_ scope: ReportScope) throws -> Int {
        let (from, before) = scope.period.bounds(in: zone)
        let row = try reader.row(
            """
            SELECT count(*) AS n FROM survey_cases WHERE ended >= \(from) AND ended < \(before) \
            AND \(Self.narrowed(scope))
            """
        )
        return Int(try row?.int("n") ?? 0)
    }

    /// Each unit and service of which something ended or was answered in a period, from what was
    /// added up as it came.
    func lines(_ period: Period, units: [Code]?, by policy: WeightPolicy) throws -> [ReportLine] {
        let within: SQL = units.map { "unit IN (\(each: $0))" } ?? "1 = 1"
        let then = Self.then(period)
        var populations: [Pair: Int] = [:]
        for row in try reader.rows(
            """
            SELECT unit, service, sum(n) AS n FROM survey_populations \
            WHERE \(then) AND \(within) GROUP BY unit, service HAVING sum(n) > 0
            """
        ) {
            populations[try Pair(row)] = Int(try row.int("n"))
        }
        var tallies: [Pair: Tally] = [:]
        for row in try reader.rows(
            """
            SELECT unit, service, \(Self.sumsOfSums) FROM survey_sums \
            WHERE \(then) AND \(within) GROUP BY unit, service
            """
        ) {
            tallies[try Pair(row)] = try Self.tally(row)
        }
        return Set(populations.keys).union(tallies.keys).sorted().map { pair in
            let tally = tallies[pair] ?? Tally()
            // The table of cases may be a second behind that of the answers.
            let population = max(populations[pair] ?? 0, tally.count)
            return ReportLine(
                ReportScope(unit: pair.unit, service: pair.service, period),
                ReportFigures(tally, of: population, by: policy)
            )
        }
    }

    /// The same of all these units together, added up where the sums are.
    func whole(
        _ period: Period,
        units: [Code],
        service: Code?
    ) throws -> (tally: Tally, population: Int) {
        let only: SQL = service.map { " AND service = \($0)" } ?? ""
        let there: SQL = "\(Self.then(period))\(only) AND unit IN (\(each: units))"
        let sums = try reader.row(
            """
            SELECT coalesce(sum(n), 0) AS n, \(Self.ofElements) FROM survey_sums WHERE \(there)
            """
        )
        let tally = try sums.map(Self.tally) ?? Tally()
        let ended = try reader.row(
            "SELECT coalesce(sum(n), 0) AS n FROM survey_populations WHERE \(there)"
        )
        // The table of cases may be a second behind that of the answers.
        return (tally, max(Int(try ended?.int("n") ?? 0), tally.count))
    }

    /// What people say of themselves, counted.
    func profile(_ scope: ReportScope) throws -> [Report.ProfileLine] {
        try Report.Trait.allCases.flatMap { trait in
            let column: SQL =
                switch trait {
                case .sex: "sex"
                case .age: "age"
                case .education: "education"
                case .work: "work"
                }
            return try reader.rows(
                """
                SELECT \(column) AS word, count(*) AS n FROM survey_answers \
                WHERE \(answers(scope)) GROUP BY \(column)
                """
            ).map { row in
                Report.ProfileLine(trait, try row.find("word"), Int(try row.int("n")))
            }
        }
    }

    /// What people wrote; sorted by random names, so that the order tells nothing.
    func remarks(_ scope: ReportScope, most: Int) throws -> [String] {
        try reader.rows(
            """
            SELECT remark FROM survey_answers WHERE \(answers(scope)) AND remark IS NOT NULL \
            ORDER BY remark LIMIT \(most)
            """
        ).compactMap { row in
            let payload: PayloadID = try row.get("remark")
            return try reader.open(payload).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private func answers(_ scope: ReportScope) -> SQL {
        "\(Self.then(scope.period)) AND \(Self.narrowed(scope))"
    }

    /// The quarter, or the whole year.
    private static func then(_ period: Period) -> SQL {
        let quarter: SQL = period.quarter.map { " AND quarter = \($0)" } ?? ""
        return "year = \(period.year)\(quarter)"
    }

    private static func narrowed(_ scope: ReportScope) -> SQL {
        let unit: SQL = scope.unit.map { "unit = \($0)" } ?? "1 = 1"
        let service: SQL = scope.service.map { "service = \($0)" } ?? "1 = 1"
        return "\(unit) AND \(service)"
    }

    private static let sums: SQL = "count(*) AS n, \(ofElements)"
    private static let sumsOfSums: SQL = "sum(n) AS n, \(ofElements)"

    private static let ofElements: SQL = """
        sum(persyaratan) AS persyaratan, sum(prosedur) AS prosedur, \
        sum(waktu) AS waktu, sum(biaya) AS biaya, sum(produk) AS produk, \
        sum(kompetensi) AS kompetensi, sum(perilaku) AS perilaku, sum(pengaduan) AS pengaduan, \
        sum(sarana) AS sarana
        """

    private static func tally(_ row: RecordRow) throws -> Tally {
        var sums: [SurveyElement: Int] = [:]
        for element in SurveyElement.allCases {
            let sum: Int? = try row.find(element.rawValue)
            sums[element] = sum
        }
        return Tally(count: Int(try row.int("n")), sums: sums)
    }

    /// A unit with one of its services.
    private struct Pair: Hashable, Comparable {
        let unit: Code
        let service: Code

        init(_ row: RecordRow) throws(StoreError) {
            unit = try row.get("unit")
            service = try row.get("service")
        }

        static func < (one: Pair, other: Pair) -> Bool {
            (one.unit, one.service) < (other.unit, other.service)
        }
    }
}
