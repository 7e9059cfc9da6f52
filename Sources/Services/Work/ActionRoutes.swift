import Blueprints
import Cases
import Feel
import Hummingbird
import Ledger
import Office
import Site
import Stories

// The pages of actions: what each needs is asked, and nothing is done without the version shown.

extension ServicesFeature {
    func addActions(to router: Router<some SiteContext>) {
        router.get("kerja/perkara/:nomor/:tindakan") { request, context in
            try await self.working(request, context) { opened in
                let deed = try self.deed(opened, context)
                if let first = try self.passwordFirst(deed, opened, context) { return first }
                if case .openField = deed {
                    return try await self.openField(opened, context)
                }
                let opened = try await self.prepared(opened, for: deed)
                let reply = request.query["kalimat"].map(String.init)
                var filled = deed.filled(with: reply, opened)
                if case .unlink = deed, let number = request.query["nomor"] {
                    filled = Posted([("nomor", String(number.prefix(20)))])
                }
                return try self.answer(deed.page(opened, typed: filled), opened, context)
            }
        }
        router.post("kerja/perkara/:nomor/:tindakan") { request, context in
            try await self.working(request, context) { opened in
                let deed = try self.deed(opened, context)
                let posted = try await Posted.read(request, in: context)
                if let first = try self.passwordFirst(deed, opened, context) { return first }
                let opened = try await self.prepared(opened, for: deed, posted)
                return try await self.carryOut(deed, posted, opened, context)
            }
        }
    }

    private func deed(_ opened: OpenedCase, _ context: some SiteContext) throws -> CaseDeed {
        guard let word = context.parameters.get("tindakan"),
            let deed = CaseDeed(word, opened)
        else { throw WebRefusal.notFound }
        if case .openField = deed, !opened.seesApplicant { throw ServiceRefusal.nameIsSecret }
        guard opened.mayDecide || deed.isForAdvisers else { throw ServiceRefusal.onlyAdvises }
        return deed
    }

    /// The case with what a page shows beside its form: colleagues, or the citizen's objection.
    private func prepared(
        _ opened: OpenedCase,
        for deed: CaseDeed,
        _ posted: Posted = Posted([])
    ) async throws -> OpenedCase {
        var opened = opened
        switch deed {
        case .assign: opened.colleagues = try await colleagues(for: opened)
        case .answerObjection: opened.objection = try await objection(in: opened)
        case .advise: opened.question = try await question(to: opened)
        case .link, .unlink:
            opened.other = try await otherCase(posted["nomor"] ?? "", for: opened)
        case .act, .take, .giveBack, .note, .consult, .scan, .void, .reopen, .withdraw,
            .tell, .openField, .snooze, .pay, .undoPayment:
            break
        }
        return opened
    }

    /// What the citizen objects to, in their words; nil where it was erased.
    private func objection(in opened: OpenedCase) async throws -> String? {
        let stream = opened.loaded.stream
        return try await store.read { reader in
            let reasons = try reader.history(of: stream).compactMap { event -> Sealed? in
                guard case .objected(let reason) = try event.fact(CaseFact.self).what else {
                    return nil
                }
                return reason
            }
            return try reader.words(reasons.last)
        }
    }

    /// What one of the official's units is asked, in the words of who asked.
    private func question(to opened: OpenedCase) async throws -> String? {
        let (stream, units) = (opened.loaded.stream, opened.official.standing.units)
        return try await store.read { reader in
            let questions = try reader.history(of: stream).compactMap { event -> Sealed? in
                guard case .consulted(let unit, let question) = try event.fact(CaseFact.self).what,
                    units.contains(unit)
                else { return nil }
                return question
            }
            return try reader.words(questions.last)
        }
    }

    private func carryOut(
        _ deed: CaseDeed,
        _ posted: Posted,
        _ opened: OpenedCase,
        _ context: some SiteContext
    ) async throws -> Response {
        var problems = deed.problems(posted)
        var kept: [KeptFile] = []
        if let name = deed.fileField, let file = posted.file(name), !file.bytes.isEmpty {
            do {
                let (bytes, _) = try await uploads.inspected(file.bytes, takesPDF: true)
                kept = [try await files.write(bytes, in: opened.loaded.id.dossier, at: now())]
            } catch let refused as Uploads.Refused {
                problems[name] = refused.words
            }
        }
        // A number that is none, or of a case that may not be seen: one answer for both.
        if deed.isAboutTwo, problems.isEmpty, opened.other == nil {
            problems["nomor"] = .otherNumberMissing
        }
        guard problems.isEmpty else {
            return try answer(
                deed.page(opened, typed: posted, problems: problems),
                opened,
                context
            )
        }
        guard let command = deed.command(posted, opened, file: kept.first?.id) else {
            throw WebRefusal.unreadable
        }
        if case .unlink(let other, let reason) = command,
            try await undoneThere(other, reason, opened)
        {
            return try go(to: opened.address.with("pesan", deed.message.rawValue), context)
        }
        var asked = CaseDesk.Asked(
            command,
            on: opened.loaded.id,
            seen: posted["versi"].flatMap { Int64($0) }.map { Version($0) } ?? 0,
            who: .official(opened.official.duties),
            now: now()
        )
        asked.files = kept
        switch try await cases.handle(asked) {
        case .done:
            if case .openField = deed { return try showNIK(opened, context) }
            let message = deed.message
            // Whoever was asked sees the case no more once the answer is given.
            if case .advise = deed, !opened.mayDecide {
                let list = Address("/kerja/kotak").with("tampilan", InboxView.opinions.rawValue)
                return try go(to: list.with("pesan", message.rawValue), context)
            }
            return try go(
                to: opened.address.with("pesan", message.rawValue),
                context
            )
        case .movedOn(let newer):
            return try await movedOn(deed, posted, newer, opened, context)
        }
    }

    /// What was wanted, what was written, and what happened meanwhile, on one page.
    private func movedOn(
        _ deed: CaseDeed,
        _ posted: Posted,
        _ newer: LoadedCase,
        _ opened: OpenedCase,
        _ context: some SiteContext
    ) async throws -> Response {
        let seen = posted["versi"].flatMap { Int64($0) }.map { Version($0) } ?? 0
        let moments = try await internalHistory(
            of: OpenedCase(loaded: newer, official: opened.official),
            after: seen,
            try visit(context).language
        )
        let typed = deed.fields(opened, typed: posted, problems: [:]).compactMap { field in
            posted[field.name].flatMap { $0.isEmpty ? nil : (field.label, $0) }
        }
        return try answer(
            MovedOnPage(
                wanted: deed.heading(opened),
                moments: moments,
                typed: typed,
                back: opened.address
            ),
            opened,
            context
        )
    }

    /// The NIK in full, on this one answer only.
    private func showNIK(_ opened: OpenedCase, _ context: some SiteContext) throws -> Response {
        let nik = opened.loaded.answers?["nik"]?.text ?? ""
        let page = ActionPage(
            .openField,
            Form(to: opened.address, [], buttons: []),
            of: opened.address,
            before: [Notice(.info, .opened), KeyFacts([(.nik, .number(nik))])]
        )
        return try answer(page, opened, context)
    }

    /// Asks before the NIK is shown in full; that somebody looked is a fact of the case.
    private func openField(
        _ opened: OpenedCase,
        _ context: some SiteContext
    ) async throws -> Response {
        let page = ActionPage(
            .openField,
            Form(
                to: "\(opened.path)/tampilkan",
                [],
                hidden: [("versi", String(opened.loaded.version.count))],
                buttons: [Button(.openField)]
            ),
            of: opened.address,
            before: [Notice(.info, .openingIsRecorded)]
        )
        return try answer(page, opened, context)
    }
}
