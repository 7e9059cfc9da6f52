import Hummingbird
import Ledger
import Plots
import Site
import Stories

// Plots under the law, for the post that looks at them: the list, one plot, overlaps, maps, Whisp.

extension CoffeeFeature {
    private static let mostOnAPage = 50

    /// A map of a regency's forest estate is some megabytes; a file of results is less.
    private static var limits: MultipartParser.Limits {
        var limits = MultipartParser.Limits()
        limits.file = 60_000_000
        limits.total = 61_000_000
        return limits
    }

    private var assessing: AssessingDesk {
        AssessingDesk(store: store, files: parts.files, now: now)
    }

    func addPlots(to router: Router<some SiteContext>) {
        router.get("kebun") { request, context in
            try await self.looking(request, context) { try await self.list(request, $0) }
        }
        router.post("kebun/tumpang-tindih") { request, context in
            try await self.looking(request, context) { at in
                let posted = try await Posted.read(request, in: context)
                return try await self.findOverlaps(at, posted)
            }
        }
        router.get("kebun/peta") { request, context in
            try await self.looking(request, context) { try await self.maps($0) }
        }
        router.post("kebun/peta") { request, context in
            try await self.looking(request, context) { at in
                let posted = try await Posted.read(request, in: context, limits: Self.limits)
                return try await self.load(posted, at)
            }
        }
        router.get("kebun/whisp.geojson") { request, context in
            try await self.looking(request, context) { _ in
                let file = WhispExchange.file(of: try await self.everyPlot())
                return Answer.download(
                    file,
                    type: "application/geo+json",
                    name: "kebun-untuk-whisp.geojson"
                )
            }
        }
        router.get("kebun/whisp") { request, context in
            try await self.looking(request, context) { at in
                Answer.page(WhispPage(today: try await self.today()), for: at.visit)
            }
        }
        router.post("kebun/whisp") { request, context in
            try await self.looking(request, context) { at in
                let posted = try await Posted.read(request, in: context, limits: Self.limits)
                return try await self.takeResults(posted, at)
            }
        }
        router.get("kebun/:kebun") { request, context in
            try await self.looking(request, context) { at in
                try await self.page(of: self.plot(context), FormAsTyped(), at)
            }
        }
        router.post("kebun/:kebun") { request, context in
            try await self.looking(request, context) { at in
                let posted = try await Posted.read(request, in: context)
                return try await self.decide(self.plot(context), posted, at)
            }
        }
    }

    /// The one post that sees what was found about every plot.
    private func looking(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (AtTheLots) async throws -> Response
    ) async throws -> Response {
        try await working(request, context) { at in
            guard at.rights.approves else { throw CoffeeRefusal.notYourPlots }
            return try await body(at)
        }
    }

    private func everyPlot() async throws -> [RegisteredPlot] {
        let parts = parts
        return try await store.read { try parts.registers.everyPlot($0) }
    }

    private func plot(_ context: some SiteContext) async throws -> RegisteredPlot {
        let parts = parts
        guard let id = context.parameters.get("kebun").flatMap({ OpaqueID($0) }),
            let plot = try await store.read({ try parts.registers.registered([id], $0) }).first
        else { throw CoffeeRefusal.noSuchPlot }
        return plot
    }

    private func list(_ request: Request, _ at: AtTheLots) async throws -> Response {
        let wanted = request.uri.queryParameters["hanya"].flatMap {
            PlotsPage.Only(rawValue: "\($0)")
        }
        let page = max(
            1,
            min(request.uri.queryParameters.get("halaman", as: Int.self) ?? 1, 10_000)
        )
        let parts = parts
        let lines = try await store.read { reader in
            let plots = try parts.registers.everyPlot(reader)
            let found = try reader.assessments(of: plots.map(\.id))
            let out = try reader.plotsKeptOut(among: plots.map(\.id))
            return plots.map { plot in
                PlotForBuyer(
                    plot,
                    green: 0,
                    found[plot.id] ?? [],
                    isKeptOut: out.contains(plot.id)
                )
            }
        }
        let kept = lines.filter { wanted?.takes($0) ?? true }
        let most = Self.mostOnAPage
        return Answer.page(
            PlotsPage(
                plots: Array(kept.dropFirst((page - 1) * most).prefix(most)),
                count: kept.count,
                only: wanted,
                page: page,
                hasMore: kept.count > page * most,
                done: request.uri.queryParameters.get("baru", as: Int.self)
            ),
            for: at.visit
        )
    }

    private func findOverlaps(_ at: AtTheLots, _ posted: Posted) async throws -> Response {
        let plots = try await everyPlot()
        let found = await Self.aside { HoldingAgainstMaps.overlaps(among: plots) }
        let findings = plots.filter { $0.boundary?.outlines.isEmpty == false }.map { plot in
            let overlap = found[plot.id]
            return AssessingDesk.Finding(
                plot: plot.id,
                outcome: overlap == nil ? .clear : .risk,
                squareMetres: overlap?.1,
                other: overlap?.other
            )
        }
        let saying = AssessingDesk.Saying(
            about: .overlap,
            source: Words.boundariesOfRegister.indonesian,
            asOf: try await today()
        )
        let count = try await assessing.note(findings, saying, at.asked(posted))
        return Answer.redirect(
            to: Address("/kebun").with("hanya", "tumpang").with("baru", "\(count)"),
            for: at.visit
        )
    }

    // MARK: Maps

    private func maps(
        _ at: AtTheLots,
        _ typed: FormAsTyped = FormAsTyped()
    ) async throws -> Response {
        let loaded = try await store.read { try $0.forestMaps() }
        var page = ForestMapPage(maps: loaded, typed: typed, today: try await today())
        page.status = typed.isRight ? 200 : 422
        return Answer.page(page, for: at.visit)
    }

    private func load(_ posted: Posted, _ at: AtTheLots) async throws -> Response {
        var typed = FormAsTyped(posted)
        let kind = ForestMap.Kind(rawValue: typed["jenis"])
        if kind == nil { typed.errors["jenis"] = .choiceMissing }
        let source = typed.text("sumber")
        let day = typed.day("tanggal", upTo: try await today())
        let file = posted.file("berkas")
        if file?.bytes.isEmpty ?? true { typed.errors["berkas"] = .fileMissing }
        guard typed.isRight, let kind, let day, let file else { return try await maps(at, typed) }
        let rows: PlotRows
        do {
            rows = try PlotRows(reading: file.bytes)
        } catch {
            typed.errors["berkas"] = Words(error.sentence, error.sentenceInEnglish)
            return try await maps(at, typed)
        }
        let outlines = ForestMap.areas(of: rows.rows, as: kind)
        guard !outlines.isEmpty else {
            typed.errors["berkas"] = .noAreasInFile
            return try await maps(at, typed)
        }
        let asked = at.asked(posted)
        try await assessing.load(kind, outlines, (source, day), asked)
        let count = try await holdAgainstMaps(asked)
        return Answer.redirect(to: Address("/kebun").with("baru", "\(count)"), for: at.visit)
    }

    /// Every plot against the maps that are in force now; the source names both.
    private func holdAgainstMaps(_ asked: LotDesk.Asked) async throws -> Int {
        let maps = try await store.read { try $0.forestMaps() }
        guard let estate = maps[.estate] else { return 0 }
        let outlines = try await assessing.outlines(of: estate)
        let permits = try await assessing.outlines(of: maps[.permit])
        let plots = try await everyPlot()
        let findings = await Self.aside {
            let holding = HoldingAgainstMaps(estate: outlines, permits: permits)
            return plots.map { plot in
                let standing = holding.standing(of: plot)
                return AssessingDesk.Finding(
                    plot: plot.id,
                    outcome: standing.outcome,
                    squareMetres: standing.squareMetres
                )
            }
        }
        let saying = AssessingDesk.Saying(
            about: .forest,
            source: [estate.source, maps[.permit]?.source].compactMap(\.self)
                .joined(separator: "; "),
            asOf: estate.map.asOf
        )
        return try await assessing.note(findings, saying, asked)
    }

    // MARK: Whisp

    private func takeResults(_ posted: Posted, _ at: AtTheLots) async throws -> Response {
        var page = WhispPage(today: try await today())
        var typed = FormAsTyped(posted)
        let day = typed.day("tanggal", upTo: try await today())
        let version = typed.text("versi_alat")
        let file = posted.file("berkas")
        if file?.bytes.isEmpty ?? true { typed.errors["berkas"] = .fileMissing }
        page.typed = typed
        page.status = 422
        guard typed.isRight, let day, let file else { return Answer.page(page, for: at.visit) }
        let rows: [PlotRow]
        do {
            rows = try WhispExchange.rows(of: file.bytes)
        } catch {
            page.typed.errors["berkas"] = Words(error.sentence, error.sentenceInEnglish)
            return Answer.page(page, for: at.visit)
        }
        guard let results = WhispExchange.results(in: rows) else {
            page.typed.errors["berkas"] = .noColumnsOfWhisp
            return Answer.page(page, for: at.visit)
        }
        let byCode = Dictionary(
            try await everyPlot().map { ($0.code, $0.id) },
            uniquingKeysWith: { first, _ in first }
        )
        let known = results.results.compactMap { result in
            byCode[result.code].map { AssessingDesk.Finding(plot: $0, outcome: result.outcome) }
        }
        let saying = AssessingDesk.Saying(
            about: .treeCover,
            source: "Whisp \(version)",
            asOf: day
        )
        page.status = 200
        page.typed = FormAsTyped()
        page.taken = WhispPage.Taken(
            new: try await assessing.note(known, saying, at.asked(posted)),
            known: known.count,
            unknown: results.results.filter { byCode[$0.code] == nil }.map(\.code),
            unreadable: results.unreadable
        )
        return Answer.page(page, for: at.visit)
    }

    // MARK: One plot

    private func page(
        of plot: RegisteredPlot,
        _ typed: FormAsTyped,
        _ at: AtTheLots
    ) async throws -> Response {
        let (found, out, reason, others, day) = try await store.read { reader in
            let found = try reader.assessments(of: [plot.id])[plot.id] ?? []
            return (
                found, try reader.plotsKeptOut(among: [plot.id]),
                try reader.reasonsKeptOut(among: [plot.id])[plot.id],
                try parts.registers.registered(found.compactMap(\.assessment.other), reader),
                try parts.zone(reader).day(now())
            )
        }
        var page = PlotPage(
            plot: PlotForBuyer(plot, green: 0, found, isKeptOut: !out.isEmpty),
            others: others,
            reason: reason,
            today: day,
            typed: typed
        )
        page.status = typed.isRight ? 200 : 422
        return Answer.page(page, for: at.visit)
    }

    private func decide(
        _ plot: RegisteredPlot,
        _ posted: Posted,
        _ at: AtTheLots
    ) async throws -> Response {
        var typed = FormAsTyped(posted)
        let asked = at.asked(posted)
        switch typed["hal"] {
        case "keluarkan", "masukkan":
            let reason = typed.text("alasan")
            if typed["hal"] == "keluarkan",
                NamesOfOthers(besides: plot, try await everyPlot()).are(in: reason)
            {
                typed.errors["alasan"] = .reasonNamesOthers
            }
            guard typed.isRight else { return try await page(of: plot, typed, at) }
            let bytes = Array(reason.utf8)
            try await assessing.decide(
                plot.id,
                typed["hal"] == "keluarkan" ? .keepOut(reason: bytes) : .letIn(reason: bytes),
                asked
            )
        case _:
            let about = AssessedSubject(rawValue: typed["tentang"])
            let outcome = AssessedOutcome(rawValue: typed["hasil"])
            if about == nil { typed.errors["tentang"] = .choiceMissing }
            if outcome == nil { typed.errors["hasil"] = .choiceMissing }
            let source = typed.text("sumber")
            let day = typed.day("tanggal", upTo: try await today())
            guard typed.isRight, let about, let outcome, let day else {
                return try await page(of: plot, typed, at)
            }
            _ = try await assessing.note(
                [AssessingDesk.Finding(plot: plot.id, outcome: outcome)],
                AssessingDesk.Saying(about: about, source: source, asOf: day),
                asked
            )
        }
        return Answer.redirect(to: Address("/kebun/\(plot.id)"), for: at.visit)
    }

    /// Work of a second or two, kept from the threads that answer everybody.
    static func aside<Result: Sendable>(
        _ work: @escaping @Sendable () -> Result
    ) async -> Result {
        await Task.detached(priority: .utility, operation: work).value
    }
}
