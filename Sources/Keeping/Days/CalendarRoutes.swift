import Hummingbird
import Ledger
import Office
import Site
import Stories

// The working calendar: a year's decree, closures, outages.

extension KeepingFeature {
    func addCalendar(to router: Router<some SiteContext>) {
        router.get("keadaan-sistem") { _, context in
            let regency = try await self.regency()
            let page = SystemStatePage(outages: try await self.recordedCalendar().outages)
            return Answer.page(page, for: try self.visit(context, regency))
        }
        router.get("kelola/kalender") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let isDone = request.query["pesan"] == "simpan"
                return try await self.calendar(keeper, context) { page in
                    page.message = isDone ? .calendarSaved : nil
                }
            }
        }
        router.post("kelola/kalender") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.upload(request, keeper, context)
            }
        }
        router.post("kelola/kalender/tutup") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                var asked = AskedClosure(try await Posted.read(request, in: context))
                guard let closure = asked.checked(try await self.regency().office) else {
                    let shown = asked
                    return try await self.calendar(keeper, context) { $0.closure = shown }
                }
                let planned = PlannedChange(.closed(closure), reason: asked.reason)
                return try await self.look(planned, keeper, context)
            }
        }
        router.post("kelola/kalender/gangguan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                var asked = AskedOutage(try await Posted.read(request, in: context))
                let zone = try await self.regency().installation.zone
                guard let outage = asked.checked(zone, now: self.now()) else {
                    let shown = asked
                    return try await self.calendar(keeper, context) { $0.outage = shown }
                }
                let planned = PlannedChange(.failed(outage), reason: asked.reason)
                return try await self.look(planned, keeper, context)
            }
        }
        addPlanned(to: router)
        addDecree(to: router)
    }

    /// What was typed is shown with its effect before it is recorded.
    private func addPlanned(to router: Router<some SiteContext>) {
        router.get("kelola/kalender/rencana/:rencana") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let (id, planned) = try await self.planned(context.parameters.get("rencana"))
                let regency = try await self.regency()
                let page = PlannedChangePage(
                    id: id,
                    planned: planned,
                    office: regency.office,
                    effect: try await self.effect(of: planned.fact, content: planned.content)
                )
                return Answer.page(page, for: try self.visit(context, regency, of: keeper))
            }
        }
        router.post("kelola/kalender/rencana/:rencana") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                _ = try await Posted.read(request, in: context)
                let (_, planned) = try await self.planned(context.parameters.get("rencana"))
                return try await self.save(planned.fact, planned.content, keeper, context)
            }
        }
    }

    private func look(
        _ planned: PlannedChange,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let id = try await keep(planned)
        let visit = try visit(context, try await regency(), of: keeper)
        return Answer.redirect(to: "/kelola/kalender/rencana/\(id)", for: visit)
    }

    private func addDecree(to router: Router<some SiteContext>) {
        router.get("kelola/kalender/:daftar") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let (id, reading) = try await self.decree(context)
                let isWell = reading.problems.isEmpty
                let (fact, content) = (reading.fact, reading.content)
                let page = DecreePage(
                    id: id,
                    reading: reading,
                    effect: isWell ? try await self.effect(of: fact, content: content) : .none
                )
                let regency = try await self.regency()
                return Answer.page(page, for: try self.visit(context, regency, of: keeper))
            }
        }
        router.post("kelola/kalender/:daftar") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                _ = try await Posted.read(request, in: context)
                let (_, reading) = try await self.decree(context)
                guard reading.problems.isEmpty else { throw CalendarRefusal.contradicts }
                return try await self.save(reading.fact, reading.content, keeper, context)
            }
        }
    }

    private func save(
        _ fact: CalendarFact,
        _ content: [UInt8],
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        try await change(fact, content: content, by: keeper.standing.official)
        let visit = try visit(context, try await regency(), of: keeper)
        return Answer.redirect(to: Address("/kelola/kalender").with("pesan", "simpan"), for: visit)
    }

    private func calendar(
        _ keeper: SignedIn,
        _ context: some SiteContext,
        _ change: (inout CalendarPage) -> Void
    ) async throws -> Response {
        let regency = try await regency()
        var page = CalendarPage(
            recorded: try await recordedCalendar(),
            office: regency.office,
            zone: regency.installation.zone
        )
        page.progress = try await calendarEffects.progress()
        change(&page)
        return Answer.page(page, for: try visit(context, regency, of: keeper))
    }

    private func upload(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        var limits = MultipartParser.Limits()
        limits.file = 200_000
        limits.total = 300_000
        let posted = try await Posted.read(request, in: context, limits: limits)
        guard let file = posted.file("berkas"), !file.bytes.isEmpty else {
            return try await calendar(keeper, context) { $0.fileError = .fileMissing }
        }
        let id = Draw.random.id()
        try await Drafts(store).keep(id, file.bytes, at: now())
        let visit = try visit(context, try await regency(), of: keeper)
        return Answer.redirect(to: "/kelola/kalender/\(id)", for: visit)
    }

    /// The list that an address names, as it was sent.
    private func decree(
        _ context: some SiteContext
    ) async throws -> (OpaqueID, DecreeReading) {
        guard let id = context.parameters.get("daftar").flatMap({ OpaqueID($0) }),
            let bytes = try await Drafts(store).open(id, at: now())
        else { throw CalendarRefusal.noSuchDraft }
        let rows = SeparatedRows(TextOfFile(bytes).text).prefix(1000).map {
            (line: $0.line, cells: $0.cells)
        }
        // A first row without a date names the columns.
        let hasHead =
            rows.first.map { !$0.cells.contains { $0.contains(where: \.isNumber) } } ?? false
        return (id, DecreeReading(Array(hasHead ? rows.dropFirst() : rows[...])))
    }
}

extension DecreeReading {
    /// The fact that takes the year in.
    fileprivate var fact: CalendarFact {
        .decreed(year: year, PublicationsDesk.digest(of: content))
    }
}
