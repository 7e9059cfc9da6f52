import Blueprints
import Hummingbird
import Ledger
import Registers
import Site
import Stories

// Records that officials enter, correct and end by hand.

extension ServicesFeature {
    var records: RecordsDesk { RecordsDesk(store: store) }

    func addRecords(to router: Router<some SiteContext>) {
        router.get("kerja/register/:penerbit/:nama/:register/baru") { request, context in
            try await self.keeping(request, context) { official, register in
                let form = RecordForm(
                    register,
                    official.force,
                    at: self.now(),
                    of: Draw.random.id()
                )
                return try self.answer(form.page, context, by: official)
            }
        }
        router.post("kerja/register/:penerbit/:nama/:register/baru") { request, context in
            try await self.keeping(request, context) { official, register in
                let posted = try await Posted.read(request, in: context)
                return try await self.enter(posted, register, official, context)
            }
        }
        router.get("kerja/register/:penerbit/:nama/:register/:catatan/betulkan") {
            request,
            context in
            try await self.keepingRecord(request, context) { official, register, record in
                let form = RecordForm(
                    register,
                    official.force,
                    at: self.now(),
                    of: record.id,
                    record
                )
                return try self.answer(form.page, context, by: official)
            }
        }
        router.post("kerja/register/:penerbit/:nama/:register/:catatan/betulkan") {
            request,
            context in
            let posted = try await Posted.read(request, in: context)
            return try await self.keepingRecord(request, context) { official, register, record in
                try await self.correct(posted, record, register, official, context)
            }
        }
        router.get("kerja/register/:penerbit/:nama/:register/:catatan/akhiri") { request, context in
            try await self.keepingRecord(request, context) { official, register, record in
                let page = Self.endingPage(of: record, register)
                return try self.answer(page, context, by: official)
            }
        }
        router.post("kerja/register/:penerbit/:nama/:register/:catatan/akhiri") {
            request,
            context in
            let posted = try await Posted.read(request, in: context)
            return try await self.keepingRecord(request, context) { official, register, record in
                try await self.end(posted, record, register, official, context)
            }
        }
    }

    /// Runs a page for whoever keeps the register by hand.
    private func keeping<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ answer: (WorkingOfficial, ReadableRegister) async throws -> Response
    ) async throws -> Response {
        try await reading(request, context) { official, register in
            guard register.mayKeep else { throw RegisterRefusal.notKeeper }
            return try await answer(official, register)
        }
    }

    private func keepingRecord<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ answer: (WorkingOfficial, ReadableRegister, WrittenRecord) async throws -> Response
    ) async throws -> Response {
        try await keeping(request, context) { official, register in
            guard let id = context.parameters.get("catatan").flatMap({ OpaqueID($0) }),
                let record = try await written(id), record.standing.register == register.code
            else { throw WebRefusal.notFound }
            guard record.content != nil, record.standing.ended == nil else {
                throw RegisterRefusal.notEntered
            }
            return try await answer(official, register, record)
        }
    }

    private func written(_ id: OpaqueID) async throws -> WrittenRecord? {
        try await store.read { reader in try reader.record(id).map { try reader.written($0) } }
    }

    private func enter(
        _ posted: Posted,
        _ register: ReadableRegister,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let id = posted["catatan"].flatMap({ OpaqueID($0) }) else {
            throw WebRefusal.unreadable
        }
        var form = RecordForm(register, official.force, at: now(), of: id)
        form.take(posted)
        guard let fields = answers(of: &form, posted) else {
            return try answer(form.page, context, by: official)
        }
        do {
            try await records.enter(fields, as: id, in: register, by: hand(of: official))
        } catch RegisterRefusal.keyTaken {
            form.tellTaken()
            return try answer(form.page, context, by: official)
        }
        return try go(to: register.address(of: id), context)
    }

    private func correct(
        _ posted: Posted,
        _ record: WrittenRecord,
        _ register: ReadableRegister,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        var form = RecordForm(register, official.force, at: now(), of: record.id, record)
        form.take(posted)
        guard let fields = answers(of: &form, posted) else {
            return try answer(form.page, context, by: official)
        }
        do {
            try await records.correct(
                seen(posted, record),
                to: fields,
                in: register,
                by: hand(of: official)
            )
        } catch RegisterRefusal.keyTaken {
            form.tellTaken()
            return try answer(form.page, context, by: official)
        } catch RegisterRefusal.movedOn {
            form.tellMovedOn(try await written(record.id))
            return try answer(form.page, context, by: official)
        }
        return try go(to: register.address(of: record.id), context)
    }

    /// What a form says; nil where a village was searched for or something is to be fixed.
    private func answers(of form: inout RecordForm, _ posted: Posted) -> TypedAnswers? {
        if let found = form.draft.villageSearch(
            posted,
            among: form.fields,
            in: form.force.villages
        ), posted["\(found.field)-cari"]?.isEmpty == false {
            form.found = found
            return nil
        }
        return form.read()
    }

    private func end(
        _ posted: Posted,
        _ record: WrittenRecord,
        _ register: ReadableRegister,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        var typed = FormAsTyped(posted)
        let reason = typed.text("alasan", missing: .reasonMissing)
        guard typed.isRight else {
            let page = Self.endingPage(of: record, register, typed)
            return try answer(page, context, by: official)
        }
        do {
            try await records.end(
                seen(posted, record),
                because: reason,
                in: register,
                by: hand(of: official)
            )
        } catch RegisterRefusal.movedOn {
            var page = Self.endingPage(of: record, register, typed)
            let refusal = RegisterRefusal.movedOn
            page.before.append(
                Notice(.attention, Words(refusal.sentence, refusal.sentenceInEnglish))
            )
            page.frame.status = refusal.status
            return try answer(page, context, by: official)
        }
        return try go(to: register.address(of: record.id), context)
    }

    private func seen(_ posted: Posted, _ record: WrittenRecord) -> RecordsDesk.Seen {
        let version = posted["versi"].flatMap { Int64($0) }.map { Version($0) } ?? 0
        return RecordsDesk.Seen(id: record.id, version: version)
    }

    /// A page as the official at work sees it.
    func answer(
        _ page: some Page,
        _ context: some SiteContext,
        by official: WorkingOfficial
    ) throws -> Response {
        Answer.page(page, for: official.visit(try visit(context)))
    }

    func hand(of official: WorkingOfficial) -> RecordsDesk.Hand {
        RecordsDesk.Hand(official: official.id, now: now())
    }

    private static func endingPage(
        of record: WrittenRecord,
        _ register: ReadableRegister,
        _ typed: FormAsTyped = FormAsTyped()
    ) -> FormPage {
        var page = FormPage(
            .endRecord,
            Form(
                to: register.page("akhiri", of: record.id),
                [typed.long("alasan", .whyEndRecord, hint: .whyEndRecordHint)],
                hidden: [("versi", String(record.version.count))],
                buttons: [Button(.endRecord, .danger)]
            ),
            back: Link(Words(register.register.title), register.address(of: record.id))
        )
        page.before = [Paragraphs(.endingRecord)]
        page.frame.status = typed.isRight ? 200 : 422
        return page
    }
}
