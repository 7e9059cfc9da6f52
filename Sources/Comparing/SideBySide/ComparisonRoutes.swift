import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

// The list, the way in for a partner's evidence, and a service side by side.

extension ComparisonFeature {
    func addList(to router: Router<some SiteContext>) {
        router.get("kelola/studi-banding") { request, context in
            try await self.comparing(request, context) { official, regency, visit in
                var page = try await self.list(official, regency)
                page.isTaken = request.uri.queryParameters["pesan"] == "ambil"
                return Answer.page(page, for: visit)
            }
        }
        router.post("kelola/studi-banding") { request, context in
            try await self.comparing(request, context) { official, regency, visit in
                try await self.take(request, context, official, regency, visit)
            }
        }
    }

    func addComparison(to router: Router<some SiteContext>) {
        let path = "kelola/studi-banding/:ruang/:nama/:layanan"
        router.get(RouterPath(path)) { request, context in
            try await self.comparing(request, context) { _, regency, visit in
                let (compared, measures) = try await self.compared(context, regency)
                let zone = regency.installation.zone
                var page = ComparisonPage(compared: compared, measures: measures, zone: zone)
                page.isSaved = request.uri.queryParameters["pesan"] == "simpan"
                return Answer.page(page, for: visit)
            }
        }
        router.get(RouterPath(path + "/banding.csv")) { request, context in
            try await self.comparing(request, context) { _, regency, _ in
                let (compared, measures) = try await self.compared(context, regency)
                return Answer.download(
                    compared.spreadsheet(measures).bytes,
                    type: "text/csv; charset=utf-8",
                    name: "studi-banding-\(compared.service.code).csv"
                )
            }
        }
        router.get(RouterPath(path + "/banding.pdf")) { request, context in
            try await self.comparing(request, context) { _, regency, visit in
                let (compared, measures) = try await self.compared(context, regency)
                let paper = ComparisonPaper(
                    compared: compared,
                    measures: measures,
                    regency: regency,
                    language: visit.language
                )
                let name = "studi-banding-\(compared.service.code).pdf"
                return Answer.pdf(try paper.pdf(), name: name)
            }
        }
    }

    func compared(
        _ context: some SiteContext,
        _ regency: RegencyNow
    ) async throws -> (compared: ComparedService, measures: [ComparedMeasure]) {
        let day = today(regency)
        let compared = try await store.read { reader in
            let service = try self.service(context, reader, on: day)
            return try self.compared(service, regency, reader)
        }
        return (compared, compared.measures(regency.installation.zone, sources.quality))
    }

    private func list(
        _ official: SignedIn,
        _ regency: RegencyNow
    ) async throws -> ComparisonListPage {
        let day = today(regency)
        let services = try await store.read { reader in try self.common(reader, on: day) }
        return ComparisonListPage(
            services: services,
            back: official.standing.isKeeper
                ? Link(.manage, "/kelola") : Link(.leaders, "/pimpinan")
        )
    }

    /// A statement is some kilobytes; what is much larger is none.
    private static var limits: MultipartParser.Limits {
        var limits = MultipartParser.Limits()
        limits.file = 4_000_000
        limits.total = 5_000_000
        limits.parts = 8
        return limits
    }

    private func take(
        _ request: Request,
        _ context: some SiteContext,
        _ official: SignedIn,
        _ regency: RegencyNow,
        _ visit: Visit
    ) async throws -> Response {
        let posted = try await Posted.read(request, in: context, limits: Self.limits)
        do {
            guard let file = posted.file("bukti"), !file.bytes.isEmpty else {
                throw ComparisonRefusal.fileMissing
            }
            let own = try await store.glance { reader in try self.sources.own(reader) }
            let desk = EvidenceDesk(store: store, own: own)
            try await desk.take(file.bytes, by: official.standing.official, at: now())
        } catch let refusal as any Refusal {
            guard Self.isAboutTheFile(refusal) else { throw refusal }
            var page = try await list(official, regency)
            page.problem = Words(refusal.sentence, refusal.sentenceInEnglish)
            return Answer.page(page, for: visit)
        }
        return Answer.redirect(
            to: Address("/kelola/studi-banding").with("pesan", "ambil"),
            for: visit
        )
    }

    private static func isAboutTheFile(_ refusal: any Refusal) -> Bool {
        refusal is EvidenceRefusal || refusal is TrustRefusal || refusal is ComparisonRefusal
    }
}
