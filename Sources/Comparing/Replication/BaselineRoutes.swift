import Crypto
import Exchange
import Hummingbird
import Ledger
import Office
import Site
import Stories

// How a service went before it was replicated, typed in from a source outside the system.

extension ComparisonFeature {
    func addBaseline(to router: Router<some SiteContext>) {
        let path = RouterPath("kelola/studi-banding/:ruang/:nama/:layanan/dasar")
        router.get(path) { request, context in
            try await self.comparing(request, context) { _, regency, visit in
                let (service, loaded) = try await self.loaded(context, regency)
                let page = Self.page(TypedForm(baselineOf: loaded), service, loaded.version)
                return Answer.page(page, for: visit)
            }
        }
        router.post(path) { request, context in
            try await self.comparing(request, context) { official, regency, visit in
                let posted = try await Posted.read(request, in: context)
                let (service, loaded) = try await self.loaded(context, regency)
                var typed = TypedForm(posted)
                let seen = Version(posted["versi"].flatMap { Int64($0) } ?? -1)
                do {
                    guard
                        let (baseline, source) = typed.baseline(upTo: self.today(regency))
                    else {
                        return Answer.page(Self.page(typed, service, seen), for: visit)
                    }
                    try await self.record(
                        .base(baseline),
                        keeping: source,
                        of: service,
                        seen: seen,
                        by: official
                    )
                } catch let refusal as ComparisonRefusal {
                    var page = Self.page(typed, service, loaded.version)
                    page.frame.status = refusal.status
                    page.before = [Notice(.danger, Words(refusal))]
                    return Answer.page(page, for: visit)
                }
                return Answer.redirect(to: service.page.with("pesan", "simpan"), for: visit)
            }
        }
    }

    func loaded(
        _ context: some SiteContext,
        _ regency: RegencyNow
    ) async throws -> (service: EvidenceService, loaded: LoadedReplication) {
        let day = today(regency)
        return try await store.read { reader in
            let service = try self.service(context, reader, on: day)
            return (service, try self.replication(of: service, reader))
        }
    }

    private static func page(
        _ typed: TypedForm,
        _ service: EvidenceService,
        _ version: Version
    ) -> FormPage {
        let form = Form(
            to: service.page("dasar"),
            [
                typed.whole("masuk", .receivedInQuarter),
                typed.whole("tepat", .shareInPercent),
                typed.whole("hari", .medianInDays),
                typed.line("ikm", .indexTyped, hint: .indexHint),
                typed.line("sumber", .sourceOfFigures, hint: .sourceHint, isOptional: false),
                Field("tanggal", .dayOfFigures, .date(typed.date))
                    .with(error: typed.errors["tanggal"]),
            ],
            hidden: [("versi", "\(version.count)")],
            buttons: [Button(.save)]
        )
        var page = FormPage(
            .enterBaseline,
            form,
            back: Link(Words(service.title), service.page)
        )
        page.before = [Paragraphs(.baselineLead)]
        if !typed.errors.isEmpty { page.frame.status = 422 }
        return page
    }
}

extension TypedForm {
    /// What is on record, to be corrected.
    fileprivate init(baselineOf loaded: LoadedReplication) {
        self.init()
        guard let baseline = loaded.state.baseline else { return }
        values["masuk"] = baseline.received.map(String.init)
        values["tepat"] = baseline.inTime.map(String.init)
        values["hari"] = baseline.medianDays.map(String.init)
        values["ikm"] = baseline.index.map { index in
            let rest = index % 100
            return "\(index / 100),\(rest < 10 ? "0" : "")\(rest)"
        }
        values["sumber"] = loaded.source
        let (year, month, day) = baseline.on.parts
        date = DateInput(day: "\(day)", month: "\(month)", year: "\(year)")
    }

    /// What was typed as a baseline with its source; nil where something is to be fixed.
    fileprivate mutating func baseline(upTo today: Day) -> (Baseline, source: [UInt8])? {
        let source = Array(self["sumber"].utf8)
        if source.isEmpty { errors["sumber"] = Words(ComparisonRefusal.sourceMissing) }
        let day = day(upTo: today)
        let received = whole("masuk", 0...10_000_000, else: .numberUnreadable)
        let inTime = whole("tepat", 0...100, else: .shareUnreadable)
        let median = whole("hari", 0...10_000, else: .numberUnreadable)
        let index = index("ikm")
        guard errors.isEmpty, let day else { return nil }
        let digest = Public(digest: Array(SHA256.hash(data: source)))
        var baseline = Baseline(on: day, source: digest)
        baseline.received = received
        baseline.inTime = inTime
        baseline.medianDays = median
        baseline.index = index
        guard baseline.saysSomething else {
            errors["masuk"] = Words(ComparisonRefusal.nothingTyped)
            return nil
        }
        return (baseline, source)
    }
}
