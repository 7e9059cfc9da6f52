import Hummingbird
import Ledger
import Office
import Site
import Stories

// Reports for officials of a unit, and for the leaders of the regency; approving them.

extension SatisfactionFeature {
    func addReports(to router: Router<some SiteContext>) {
        router.get("kerja/ikm") { request, context in
            try await self.working(request, context) { official in
                try await self.list(official, request, context)
            }
        }
        router.get("pimpinan/ikm") { request, context in
            try await self.working(request, context) { official in
                guard official.standing.isLeader else { throw SurveyRefusal.onlyLeaders }
                return try await self.list(official, request, context)
            }
        }
        router.get("kerja/ikm/laporan") { request, context in
            try await self.working(request, context) { official in
                let scope = try self.scope(request)
                let isDone = request.query["pesan"] == "terbit"
                return try await self.reportPage(scope, official, isDone: isDone, context)
            }
        }
        router.get("kerja/ikm/laporan.pdf") { request, context in
            try await self.working(request, context) { official in
                let (report, regency) = try await self.report(self.scope(request), official)
                let language = try self.visit(context, regency).language
                let paper = ReportPaper(report: report, regency: regency, language: language)
                return Answer.pdf(try paper.pdf(), name: "\(Self.fileName(report.scope)).pdf")
            }
        }
        router.get("kerja/ikm/laporan.csv") { request, context in
            try await self.working(request, context) { official in
                let (report, regency) = try await self.report(self.scope(request), official)
                return Answer.download(
                    report.spreadsheet(regency).bytes,
                    type: "text/csv; charset=utf-8",
                    name: "\(Self.fileName(report.scope)).csv"
                )
            }
        }
        router.post("kerja/ikm/laporan") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.working(request, context) { official in
                try await self.publish(official, posted, context)
            }
        }
    }

    private static func fileName(_ scope: ReportScope) -> String {
        ["ikm", scope.unit?.text ?? "kabupaten", scope.service?.text, scope.period.text]
            .compactMap(\.self).joined(separator: "-")
    }

    /// Runs a page for officials; who is not signed in goes to the log-in first.
    private func working<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ body: (SignedIn) async throws -> Response
    ) async throws -> Response {
        if let official = try await surroundings.official(request) {
            return try await body(official)
        }
        guard let visit = context.visit else { throw WebRefusal.unreadable }
        let here = request.method == .get ? request.uri.string : "/kerja/ikm"
        return Answer.redirect(to: Address("/petugas/masuk").with("lalu", here), for: visit)
    }

    private func report(
        _ scope: ReportScope,
        _ official: SignedIn
    ) async throws -> (Report, RegencyNow) {
        let report = try await reports.report(scope, official.standing)
        let regency = try await store.glance { reader in try surroundings.regency(reader) }
        return (report, regency)
    }

    // MARK: - The list

    private func list(
        _ official: SignedIn,
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        let regency = try await store.glance { reader in try surroundings.regency(reader) }
        let today = regency.installation.zone.day(desk.now())
        let current = Period(quarterOf: today)
        let asked = request.query["periode"].flatMap { Period(String($0)) }
        let period = asked ?? current
        let lines = try await reports.lines(period, official.standing)
        let entries = lines.map { Self.entry($0.scope, $0.figures, regency) }
        let page = ReportListPage(
            period,
            whole: Self.whole(lines, period, official, regency),
            services: entries,
            others: Self.periods(around: current).filter { $0 != period }.map { other in
                Link(other.words, Address("/kerja/ikm").with("periode", other.text))
            }
        )
        return Answer.page(page, for: official.visit(try visit(context, regency)))
    }

    /// This quarter and the four before, then their years.
    private static func periods(around current: Period) -> [Period] {
        var quarters = [current]
        for _ in 0..<4 { quarters.append(quarters[quarters.count - 1].previous) }
        let year = current.wholeYear
        return quarters + [year, year.previous]
    }

    /// Each office with all its services; before them the whole regency, for leaders.
    private static func whole(
        _ lines: [ReportLine],
        _ period: Period,
        _ official: SignedIn,
        _ regency: RegencyNow
    ) -> [ReportListPage.Entry] {
        func sum(_ lines: [ReportLine], _ unit: Code?) -> ReportListPage.Entry? {
            guard let policy = lines.first?.figures.policy else { return nil }
            let tally = lines.reduce(Tally()) { $0 + $1.figures.tally }
            let population = lines.reduce(0) { $0 + $1.figures.population }
            return entry(
                ReportScope(unit: unit, service: nil, period),
                ReportFigures(tally, of: population, by: policy),
                regency
            )
        }
        let units = Set(lines.compactMap(\.scope.unit)).sorted()
        let byUnit = units.compactMap { unit in
            sum(lines.filter { $0.scope.unit == unit }, unit)
        }
        guard official.standing.isLeader, let all = sum(lines, nil) else { return byUnit }
        return [all] + byUnit
    }

    private static func entry(
        _ scope: ReportScope,
        _ figures: ReportFigures,
        _ regency: RegencyNow
    ) -> ReportListPage.Entry {
        ReportListPage.Entry(
            unit: regency.unitWords(scope),
            service: regency.serviceWords(scope),
            address: scope.address("/kerja/ikm/laporan"),
            figures: figures
        )
    }

    // MARK: - One report

    /// The scope that an address names; refused where it names none.
    private func scope(_ request: Request) throws(SurveyRefusal) -> ReportScope {
        let query = request.query
        return try Self.scope { name in query[name].map(String.init) }
    }

    private static func scope(_ value: (Substring) -> String?) throws(SurveyRefusal) -> ReportScope
    {
        func code(_ name: Substring) throws(SurveyRefusal) -> Code? {
            guard let text = value(name), !text.isEmpty else { return nil }
            guard let code = Code(text) else { throw .noSuchReport }
            return code
        }
        guard let period = value("periode").flatMap({ Period($0) }) else { throw .noSuchReport }
        return ReportScope(unit: try code("unit"), service: try code("layanan"), period)
    }

    private func reportPage(
        _ scope: ReportScope,
        _ official: SignedIn,
        isDone: Bool,
        _ context: some SiteContext
    ) async throws -> Response {
        let (report, regency) = try await report(scope, official)
        let shown = try await store.read { reader in
            try reader.publishedReports(of: scope.unit).first { $0.publication.scope == scope }
        }
        let zone = regency.installation.zone
        let date = DateWords.longDate(zone.day(report.at))
        let visit = official.visit(try visit(context, regency))
        var page = ReportPage(
            unit: regency.unitWords(scope),
            service: regency.serviceWords(scope),
            report: report,
            counted: date.map {
                "\($0), " + DateWords.time(report.at, zone: zone, in: visit.language)
            },
            downloads: [
                Link(.downloadPDF, scope.address("/kerja/ikm/laporan.pdf")),
                Link(.downloadCSV, scope.address("/kerja/ikm/laporan.csv")),
            ],
            back: Address("/kerja/ikm").with("periode", scope.period.text)
        )
        page.published = shown.map { .publishedOn(DateWords.longDate(zone.day($0.at))) }
        page.isDone = isDone
        if official.standing.isLeader { page.approve = Self.approval(report, shown) }
        return Answer.page(page, for: visit)
    }

    private static func approval(_ report: Report, _ shown: ShownPublication?) -> Form {
        let scope = report.scope
        return Form(
            to: "/kerja/ikm/laporan",
            [
                Field(
                    "rencana",
                    .plan,
                    hint: .planHint,
                    isOptional: true,
                    .longText(shown?.plan ?? "", most: longestPlan)
                )
            ],
            hidden: [
                ("unit", scope.unit?.text ?? ""), ("layanan", scope.service?.text ?? ""),
                ("periode", scope.period.text), ("angka", report.figures.fingerprint),
            ],
            buttons: [Button(.approveAndPublish)]
        )
    }

    /// The longest plan that is published.
    private static let longestPlan = 4000

    private func publish(
        _ official: SignedIn,
        _ posted: Posted,
        _ context: some SiteContext
    ) async throws -> Response {
        let scope = try Self.scope { name in posted[String(name)] }
        let lines = (posted["rencana"] ?? "").split(whereSeparator: \.isNewline)
        try await reports.publish(
            scope,
            ReportDesk.AskedToPublish(
                by: official,
                seen: posted["angka"] ?? "",
                plan: String(lines.joined(separator: "\n").prefix(Self.longestPlan))
            )
        )
        let regency = try await store.glance { reader in try surroundings.regency(reader) }
        return Answer.redirect(
            to: scope.address("/kerja/ikm/laporan").with("pesan", "terbit"),
            for: try visit(context, regency)
        )
    }
}

extension ReportScope {
    /// The address that names it in its query.
    func address(_ page: Address) -> Address {
        var address = page
        if let unit { address = address.with("unit", unit.text) }
        if let service { address = address.with("layanan", service.text) }
        return address.with("periode", period.text)
    }
}
