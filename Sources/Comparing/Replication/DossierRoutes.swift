import Crypto
import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

// The dossier of a replication: read, filled in, printed, put into a spreadsheet.

extension ComparisonFeature {
    func addDossier(to router: Router<some SiteContext>) {
        let path = "kelola/studi-banding/:ruang/:nama/:layanan/berkas-replikasi"
        router.get(RouterPath(path)) { request, context in
            try await self.comparing(request, context) { _, regency, visit in
                let dossier = try await self.dossier(context, regency)
                var page = DossierPage(
                    dossier: dossier,
                    typed: TypedForm(of: dossier),
                    version: dossier.replication.version
                )
                page.isSaved = request.uri.queryParameters["pesan"] == "simpan"
                return Answer.page(page, for: visit)
            }
        }
        router.post(RouterPath(path)) { request, context in
            try await self.comparing(request, context) { official, regency, visit in
                let posted = try await Posted.read(request, in: context)
                let dossier = try await self.dossier(context, regency)
                return try await self.fill(dossier, posted, official, visit)
            }
        }
        router.get(RouterPath(path + ".csv")) { request, context in
            try await self.comparing(request, context) { _, regency, _ in
                let dossier = try await self.dossier(context, regency)
                return Answer.download(
                    dossier.spreadsheet.bytes,
                    type: "text/csv; charset=utf-8",
                    name: "berkas-replikasi-\(dossier.compared.service.code).csv"
                )
            }
        }
        router.get(RouterPath(path + ".pdf")) { request, context in
            try await self.comparing(request, context) { _, regency, visit in
                let dossier = try await self.dossier(context, regency)
                let paper = DossierPaper(
                    dossier: dossier,
                    regency: regency,
                    language: visit.language
                )
                let name = "berkas-replikasi-\(dossier.compared.service.code).pdf"
                return Answer.pdf(try paper.pdf(), name: name)
            }
        }
    }

    private func dossier(
        _ context: some SiteContext,
        _ regency: RegencyNow
    ) async throws -> Dossier {
        let compared = try await compared(context, regency).compared
        return Dossier(compared: compared, zone: regency.installation.zone)
    }

    /// Keeps what was typed; where somebody else was first, it is shown again with their version.
    private func fill(
        _ dossier: Dossier,
        _ posted: Posted,
        _ official: SignedIn,
        _ visit: Visit
    ) async throws -> Response {
        var typed = TypedForm(posted)
        let seen = Version(posted["versi"].flatMap { Int64($0) } ?? -1)
        let scores = typed.scores()
        guard typed.errors.isEmpty else {
            let page = DossierPage(dossier: dossier, typed: typed, version: seen)
            return Answer.page(page, for: visit)
        }
        do {
            let texts = try Self.bytes(of: typed.texts)
            try await record(
                .tell(
                    ToldReplication(
                        texts: Public(digest: Array(SHA256.hash(data: texts))),
                        scores: scores
                    )
                ),
                keeping: texts,
                of: dossier.compared.service,
                seen: seen,
                by: official
            )
        } catch let refusal as ComparisonRefusal {
            var page = DossierPage(
                dossier: dossier,
                typed: typed,
                version: dossier.replication.version
            )
            page.problem = refusal
            return Answer.page(page, for: visit)
        }
        let address = dossier.compared.service.page("berkas-replikasi")
        return Answer.redirect(to: address.with("pesan", "simpan"), for: visit)
    }
}

extension TypedForm {
    /// What is on record, to be gone on with.
    init(of dossier: Dossier) {
        self.init()
        values = dossier.replication.texts
        for criterion in ReplicabilityCriterion.allCases {
            values["skor-\(criterion.rawValue)"] = dossier.score(criterion).map(String.init)
        }
    }

    /// The texts that a dossier asks for, and no other.
    var texts: [String: String] {
        var texts: [String: String] = [:]
        for name in Dossier.Text.allCases { texts[name.rawValue] = self[name.rawValue] }
        return texts
    }

    mutating func scores() -> [GivenScore] {
        var given: [GivenScore] = []
        for criterion in ReplicabilityCriterion.allCases {
            let name = "skor-\(criterion.rawValue)"
            guard !self[name].isEmpty else { continue }
            if self[name].utf8.count == 1, let number = Int(self[name]),
                let score = GivenScore(criterion, number)
            {
                given.append(score)
            } else {
                errors[name] = Words(ComparisonRefusal.scoreUnreadable)
            }
        }
        return given
    }
}
