import Hummingbird
import Ledger
import Office
import Site
import Stories

// The pages of leaders, and the lists behind their numbers.

extension PortfolioFeature {
    func addOverview(to router: Router<some SiteContext>) {
        router.get("pimpinan") { request, context in
            try await self.page(.init(), request, context)
        }
        router.get("pimpinan/unit/:unit") { request, context in
            let unit = try Self.code(context.parameters.get("unit"))
            return try await self.page(.init(unit: unit), request, context)
        }
        router.get("pimpinan/layanan/:layanan") { request, context in
            let service = try Self.code(context.parameters.get("layanan"))
            return try await self.page(.init(service: service), request, context)
        }
        router.get("pimpinan/wilayah/:kode") { request, context in
            let district = try Self.code(context.parameters.get("kode"))
            return try await self.page(.init(district: district), request, context)
        }
        router.get("pimpinan/daftar") { request, context in
            try await self.list(request, context)
        }
        router.get("pimpinan/angka.csv") { request, context in
            try await self.figures(request, context)
        }
    }

    private static func code(_ text: String?) throws(PortfolioRefusal) -> Code {
        guard let code = text.flatMap({ Code($0) }) else { throw .noSuchPage }
        return code
    }

    private func page(
        _ asked: OverviewDesk.Asked,
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        try await working(request, context) { official, _, visit in
            let overview = try await self.overviews.overview(asked, official)
            return Answer.page(OverviewPage(overview), for: visit)
        }
    }

    /// What a query asks about.
    private static func asked(_ request: Request) throws(PortfolioRefusal) -> OverviewDesk.Asked {
        let query = request.query
        func part(_ name: Substring) throws(PortfolioRefusal) -> Code? {
            guard let text = query[name], !text.isEmpty else { return nil }
            return try code(String(text))
        }
        return OverviewDesk.Asked(
            unit: try part("unit"),
            service: try part("layanan"),
            district: try part("wilayah")
        )
    }

    /// The month or the week that a query names.
    private static func stretch(_ request: Request) throws(PortfolioRefusal) -> Stretch? {
        let query = request.query
        if let text = query["minggu"] {
            guard let day = Day(text) else { throw .noSuchMonth }
            return .week(Week(of: day))
        }
        guard let text = query["bulan"] else { return nil }
        guard let month = Month(text) else { throw .noSuchMonth }
        return .month(month)
    }

    private func list(_ request: Request, _ context: some SiteContext) async throws -> Response {
        try await working(request, context) { official, regency, visit in
            let query = request.query
            guard let behind = query["hal"].flatMap({ Behind(rawValue: String($0)) }) else {
                throw PortfolioRefusal.noSuchPage
            }
            let today = regency.installation.zone.day(self.now())
            let stretch = try Self.stretch(request) ?? .month(Month(of: today))
            let page = min(Self.lastPage, max(1, query["halaman"].flatMap { Int($0) } ?? 1))
            let asked = try Self.asked(request)
            let scope = try Sight(official.standing).scope(
                unit: asked.unit,
                service: asked.service,
                district: asked.district
            )
            let overviews = self.overviews
            let shown = try await self.store.read { reader in
                CaseListPage(
                    behind: behind,
                    scope: try overviews.names(asked, official.standing, regency, reader),
                    stretch: stretch,
                    found: try CountQuery(reader, scope).cases(
                        behind,
                        stretch,
                        page: page
                    ),
                    page: page,
                    Listing(
                        official: official.standing,
                        regency: regency,
                        calendar: try overviews.sources.calendar(reader),
                        now: overviews.now()
                    )
                )
            }
            return Answer.page(shown, for: visit)
        }
    }

    /// Who looks further than this filters.
    private static let lastPage = 200

    private func figures(_ request: Request, _ context: some SiteContext) async throws -> Response {
        try await working(request, context) { official, _, _ in
            let overview = try await self.overviews.overview(Self.asked(request), official)
            return Answer.download(
                Spreadsheet(overview.rows).bytes,
                type: "text/csv; charset=utf-8",
                name: "angka-\(overview.month.text).csv"
            )
        }
    }
}

/// What a list of cases needs besides the cases.
struct Listing {
    let official: Standing
    let regency: RegencyNow
    let calendar: WorkCalendar
    let now: Instant

    func line(_ found: CountedCase) -> CaseListPage.Line {
        CaseListPage.Line(
            number: found.number,
            opens: official.units.contains(found.unit),
            service: regency.service(found.service) ?? Words(found.service.text),
            unit: regency.name(of: found.unit),
            received: found.received,
            standing: standing(found)
        )
    }

    private func standing(_ found: CountedCase) -> Words {
        if found.ended != nil {
            return found.isOnTime
                ? Words("Selesai tepat waktu", "Finished on time")
                : Words("Selesai terlambat", "Finished late")
        }
        guard now >= found.dueEnd else { return Words("Berjalan", "Open") }
        return .daysOver(found.daysOver(calendar, at: now))
    }
}

extension CaseListPage {
    init(
        behind: Behind,
        scope: ScopeNames,
        stretch: Stretch,
        found: [CountedCase],
        page: Int,
        _ listing: Listing
    ) {
        self.init(
            behind: behind,
            scope: scope,
            stretch: stretch,
            lines: found.prefix(CountQuery.mostCases).map(listing.line),
            page: page,
            hasMore: found.count > CountQuery.mostCases
        )
    }
}

extension Overview {
    /// The month's figures as rows of a spreadsheet.
    var rows: [[String]] {
        let head = [
            "bulan", "menurut", "nama", "masuk", "selesai", "tepat_waktu", "terlambat", "ditolak",
            "dibatalkan", "berjalan", "menunggu_warga", "lewat_waktu",
        ]
        func row(_ kind: String, _ name: String, _ month: Counts, _ now: Counts) -> [String] {
            [self.month.text, kind, name]
                + [
                    month.received, month.ended, month.onTime, month.late, month.refused,
                    month.cancelled, now.open, now.waiting, now.overdue,
                ].map(String.init)
        }
        return [head, row("semua", scope.name.indonesian, thisMonth, now)]
            + Axis.allCases.flatMap { axis in
                (parts[axis] ?? []).map {
                    row(axis.word, $0.name.indonesian, $0.month, $0.now)
                }
            }
    }
}
