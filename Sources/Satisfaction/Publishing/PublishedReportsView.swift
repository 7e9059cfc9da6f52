import Ledger
package import Stories

/// The newest publication of each scope, as everybody may see it.
enum PublishedReportsView {
    static let view = ViewOfRecord(
        "survey_reports",
        .now,
        of: [ReportStory.kind],
        tables: ["survey_reports"],
        schema: [
            """
            CREATE TABLE survey_reports (id BLOB PRIMARY KEY, unit TEXT, service TEXT, \
            year BIGINT NOT NULL, quarter BIGINT NOT NULL, answers BIGINT NOT NULL, \
            population BIGINT NOT NULL, weight TEXT NOT NULL, persyaratan BIGINT, \
            prosedur BIGINT, waktu BIGINT, biaya BIGINT, produk BIGINT, kompetensi BIGINT, \
            perilaku BIGINT, pengaduan BIGINT, sarana BIGINT, through BIGINT NOT NULL, \
            plan BLOB, at BIGINT NOT NULL)
            """,
            "CREATE INDEX survey_reports_of_unit ON survey_reports (unit, year, quarter)",
        ],
        project: { projection in
            switch try projection.event.fact(ReportFact.self) {
            case .published(let publication): rows(projection.event, publication)
            }
        }
    )

    private static func rows(_ event: RecordedEvent, _ publication: Publication) -> [SQL] {
        let (scope, figures) = (publication.scope, publication.figures)
        let sums = SurveyElement.allCases.map { element -> SQLValue in
            figures.tally.sums[element].map { .int(Int64($0)) } ?? .null
        }
        return [
            "DELETE FROM survey_reports WHERE id = \(event.stream.id)",
            """
            INSERT INTO survey_reports (id, unit, service, year, quarter, answers, population, \
            weight, persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, \
            sarana, through, plan, at) VALUES (\(event.stream.id), \(scope.unit), \
            \(scope.service), \(scope.period.year), \(scope.period.quarter ?? 0), \
            \(figures.tally.count), \(figures.population), \(figures.policy.rawValue), \
            \(each: sums), \(publication.through), \(publication.plan?.digest), \(event.at))
            """,
        ]
    }
}

/// A publication with the moment at which it was approved.
package struct ShownPublication: Sendable {
    package let publication: Publication
    package let at: Instant

    /// What the office is going to do, in its own words.
    package let plan: String?

    package init(_ publication: Publication, at: Instant, plan: String? = nil) {
        self.publication = publication
        self.at = at
        self.plan = plan
    }
}

extension Reader {
    /// What is published, the newest period first; of one unit, or of all.
    func publishedReports(of unit: Code? = nil) throws -> [ShownPublication] {
        let condition: SQL = unit.map { "WHERE unit = \($0)" } ?? ""
        let found = try rows("SELECT * FROM survey_reports \(condition)").map { row in
            try publication(row)
        }
        return found.sorted { one, other in
            let (scope, next) = (one.publication.scope, other.publication.scope)
            return scope.period != next.period
                ? next.period < scope.period : scope.text < next.text
        }
    }

    private func publication(_ row: RecordRow) throws -> ShownPublication {
        let quarter = Int(try row.int("quarter"))
        guard
            let period = Period(
                year: Int(try row.int("year")),
                quarter: quarter == 0 ? nil : quarter
            ),
            let policy = WeightPolicy(rawValue: try row.text("weight"))
        else { throw StoreError(.damaged, "a published report cannot be read") }
        var sums: [SurveyElement: Int] = [:]
        for element in SurveyElement.allCases {
            let sum: Int? = try row.find(element.rawValue)
            sums[element] = sum
        }
        let digest: [UInt8]? = try row.find("plan")
        let plan = digest.map { Public(digest: $0) }
        let publication = Publication(
            ReportScope(unit: try row.find("unit"), service: try row.find("service"), period),
            ReportFigures(
                Tally(count: Int(try row.int("answers")), sums: sums),
                of: Int(try row.int("population")),
                by: policy
            ),
            through: try row.int("through"),
            plan: plan
        )
        return ShownPublication(
            publication,
            at: try row.get("at"),
            plan: try plan.flatMap { try content($0) }.map { String(decoding: $0, as: UTF8.self) }
        )
    }
}
