import Hummingbird
import Ledger
import Office
import Site
import Stories

// What everybody may see of it: published figures and nothing else.

extension SatisfactionFeature {
    func addPerformance(to router: Router<some SiteContext>) {
        router.get("kinerja") { _, context in
            let (regency, shown) = try await self.published()
            var page = Self.performance(shown, regency)
            let besides = self.besides
            page.besides = try await self.store.read { reader in try besides(reader) }
            return Answer.page(page, for: try self.visit(context, regency))
        }
        router.get("kinerja.csv") { _, _ in
            let (regency, shown) = try await self.published()
            return Answer.download(
                shown.spreadsheet(regency).bytes,
                type: "text/csv; charset=utf-8",
                name: "kinerja.csv"
            )
        }
        router.get("kinerja/:unit") { _, context in
            guard let unit = context.parameters.get("unit").flatMap({ Code($0) }) else {
                throw WebRefusal.notFound
            }
            let (regency, shown) = try await self.published(of: unit)
            guard regency.office.unit(unit) != nil || !shown.isEmpty else {
                throw WebRefusal.notFound
            }
            let page = UnitPerformancePage(
                unit: regency.name(ofUnit: unit),
                shown.map { Self.published($0, regency) }
            )
            return Answer.page(page, for: try self.visit(context, regency))
        }
    }

    private func published(
        of unit: Code? = nil
    ) async throws -> (regency: RegencyNow, shown: [ShownPublication]) {
        try await store.read { reader in
            (try surroundings.regency(reader), try reader.publishedReports(of: unit))
        }
    }

    /// What is published, and then the offices of which nothing is.
    private static func performance(
        _ shown: [ShownPublication],
        _ regency: RegencyNow
    ) -> PerformancePage {
        let lines = shown.map { shown -> PerformancePage.Line in
            let scope = shown.publication.scope
            return PerformancePage.Line(
                unit: regency.unitWords(scope),
                address: scope.unit.map { "/kinerja/\($0)" },
                service: regency.serviceWords(scope),
                period: scope.period.words,
                figures: shown.publication.figures
            )
        }
        let known = Set(shown.compactMap(\.publication.scope.unit))
        let silent = regency.office.units.filter { !known.contains($0.id) }
        return PerformancePage(lines, silent: silent.map { Words($0.name) })
    }

    private static func published(
        _ shown: ShownPublication,
        _ regency: RegencyNow
    ) -> UnitPerformancePage.Published {
        let scope = shown.publication.scope
        return UnitPerformancePage.Published(
            service: regency.serviceWords(scope),
            period: scope.period.words,
            date: DateWords.longDate(regency.installation.zone.day(shown.at)),
            figures: shown.publication.figures,
            plan: shown.plan
        )
    }
}
