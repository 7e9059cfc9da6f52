import Blueprints
import Feel
import Hummingbird
import Ledger
import Office
import Registers
import Site
import Stories

// Records from a file: choose it, match its columns, look, bring it in, undo.

extension ServicesFeature {
    var importing: ImportingDesk { ImportingDesk(store: store, keys: keys) }

    func addImporting(to router: Router<some SiteContext>) {
        router.get("kerja/register/:penerbit/:nama/:register/impor") { request, context in
            try await self.bringing(request, context) { official, register in
                try await self.filePage(register, official, context)
            }
        }
        router.post("kerja/register/:penerbit/:nama/:register/impor") { request, context in
            try await self.bringing(request, context) { official, register in
                try await self.upload(request, register, official, context)
            }
        }
        router.get("kerja/register/:penerbit/:nama/:register/impor/:impor") { request, context in
            try await self.withFile(request, context) { official, register, id, waiting in
                let table = try IncomingFile.table(waiting.bytes)
                let form = MappingForm(table, into: register.register, by: waiting.mapping)
                let page = self.mappingPage(form, id, register, official)
                return try self.answer(page, context, by: official)
            }
        }
        router.post("kerja/register/:penerbit/:nama/:register/impor/:impor") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.withFile(request, context) { official, register, id, waiting in
                try await self.match(posted, id, waiting, register, official, context)
            }
        }
        router.get("kerja/register/:penerbit/:nama/:register/impor/:impor/cara.yaml") {
            request,
            context in
            try await self.withFile(request, context) { _, _, _, waiting in
                Answer.download(
                    waiting.mapping.file.bytes,
                    type: "text/yaml; charset=utf-8",
                    name: "\(waiting.mapping.id).yaml"
                )
            }
        }
        addBringing(to: router)
    }

    /// Runs a page for whoever may bring files into the register.
    func bringing<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ answer: (WorkingOfficial, ReadableRegister) async throws -> Response
    ) async throws -> Response {
        try await reading(request, context) { official, register in
            guard register.mayBring else { throw RegisterRefusal.notKeeper }
            return try await answer(official, register)
        }
    }

    /// Runs a page about a file that waits.
    func withFile<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ answer: (WorkingOfficial, ReadableRegister, OpaqueID, WaitingImport) async throws ->
            Response
    ) async throws -> Response {
        try await bringing(request, context) { official, register in
            guard let id = context.parameters.get("impor").flatMap({ OpaqueID($0) }),
                let waiting = try await importing.waiting(id, for: register, at: now())
            else { throw RegisterRefusal.noSuchBatch }
            return try await answer(official, register, id, waiting)
        }
    }

    private func filePage(
        _ register: ReadableRegister,
        _ official: WorkingOfficial,
        _ context: some SiteContext,
        error: (any Refusal)? = nil
    ) async throws -> Response {
        let code = try register.writable
        let earlier = try await store.read { reader in
            let batches = try reader.batches(of: code, limit: 20)
            let names = try reader.names(of: batches.map(\.by))
            return batches.map { BringFilePage.Earlier(batch: $0, by: names[$0.by] ?? "") }
        }
        let page = BringFilePage(
            register: register,
            error: error.map { Words($0.sentence, $0.sentenceInEnglish) },
            earlier: earlier
        )
        return try answer(page, context, by: official)
    }

    private func upload(
        _ request: Request,
        _ register: ReadableRegister,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        var limits = MultipartParser.Limits()
        limits.file = IncomingFile.mostBytes
        limits.total = IncomingFile.mostBytes + 100_000
        do {
            let posted = try await Posted.read(request, in: context, limits: limits)
            guard let bytes = posted.file("berkas")?.bytes, !bytes.isEmpty else {
                throw RegisterRefusal.fileMissing
            }
            let id = try await importing.keep(
                bytes,
                for: register,
                shipped: official.force.imports(into: register),
                at: now()
            )
            return try go(to: register.importing(id), context)
        } catch WebRefusal.tooLarge {
            let refusal = RegisterRefusal.fileTooLarge(most: IncomingFile.mostMegabytes)
            return try await filePage(register, official, context, error: refusal)
        } catch let refusal as any Refusal where !(refusal is WebRefusal) {
            return try await filePage(register, official, context, error: refusal)
        }
    }

    private func match(
        _ posted: Posted,
        _ id: OpaqueID,
        _ waiting: WaitingImport,
        _ register: ReadableRegister,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        var waiting = waiting
        let table = try IncomingFile.table(waiting.bytes)
        if let turn = posted["tukar"] {
            waiting.mapping.isSwapped = turn == "ya"
        } else if let wanted = posted["cara"] {
            let known = official.force.imports(into: register)
            guard let shipped = known.first(where: { $0.id.text == wanted }) else {
                throw WebRefusal.notFound
            }
            waiting.mapping = shipped
        } else {
            var form = MappingForm(table, into: register.register, by: waiting.mapping)
            form.take(posted)
            waiting.mapping = form.mapping
            try await importing.keep(waiting, as: id, at: now())
            guard form.errors.isEmpty else {
                let page = mappingPage(form, id, register, official)
                return try answer(page, context, by: official)
            }
            return try go(to: register.importing(id, "periksa"), context)
        }
        try await importing.keep(waiting, as: id, at: now())
        return try go(to: register.importing(id), context)
    }

    private func mappingPage(
        _ form: MappingForm,
        _ id: OpaqueID,
        _ register: ReadableRegister,
        _ official: WorkingOfficial
    ) -> FormPage {
        let (here, mapping) = (register.importing(id), form.mapping)
        var page = FormPage(
            .matchColumns,
            Form(to: here, form.fields, buttons: [Button(.checkFirst)]),
            back: Link(.bringFile, register.page("impor"))
        )
        page.frame.status = form.errors.isEmpty ? 200 : 422
        page.before = [Paragraphs(.matchColumnsWhat(form.table.rows.count))]
        if form.table.turned > 0 {
            page.before.append(
                mapping.isSwapped
                    ? Notice(.info, .axesAreSwapped)
                    : Notice(.attention, .axesLookSwapped(form.table))
            )
            page.before.append(
                Form(
                    to: here,
                    [],
                    hidden: [("tukar", mapping.isSwapped ? "tidak" : "ya")],
                    buttons: [Button(mapping.isSwapped ? .swapBack : .swapAxes, .secondary)]
                )
            )
        }
        let shipped = official.force.imports(into: register)
        if !shipped.isEmpty {
            let ways = shipped.map { Option($0.id.text, Words($0.title)) }
            page.before.append(
                Form(
                    to: here,
                    [
                        Field(
                            "cara",
                            .wayToBring,
                            hint: .wayToBringHint,
                            .pick(mapping.id.text, ways)
                        )
                    ],
                    buttons: [Button(.useThisWay, .secondary)]
                )
            )
        }
        page.after = [Lines([.link(Link(.downloadWay, register.importing(id, "cara.yaml")))])]
        return page
    }
}

extension InForce {
    /// The ways that the blueprint of a register knows to fill it from files.
    func imports(into register: ReadableRegister) -> [ImportMapping] {
        (imports[register.blueprint] ?? []).filter { $0.register == register.register.id }
            .sorted { $0.id.text < $1.id.text }
    }
}
