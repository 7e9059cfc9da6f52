import Blueprints
import Cases
import Feel
import Hummingbird
import Ledger
import Site
import Stories

// The screens of a form: shown, kept at every step, resumed.

extension ServicesFeature {
    func addForms(to router: Router<some SiteContext>) {
        router.get("isi/:draf") { request, context in
            let form = try await self.openForm(request, context)
            return try self.go(to: form.nextAddress(after: nil), context)
        }
        router.get("isi/:draf/:langkah") { request, context in
            let form = try await self.openForm(request, context)
            switch context.parameters.get("langkah") {
            case "periksa": return try self.answer(try await self.checkPage(of: form), context)
            case "simpan": return try self.answer(DraftCodePage.asking(form), context)
            case let slug?:
                guard let screen = form.screens[slug] else { throw WebRefusal.notFound }
                let back = request.query["kembali"].map(String.init)
                return try self.answer(form.page(screen, returning: back == "periksa"), context)
            case nil: throw WebRefusal.notFound
            }
        }
        router.post("isi/:draf/:langkah") { request, context in
            if context.parameters.get("langkah") == "simpan" {
                return try await self.giveCode(request, context)
            }
            return try await self.takeAnswers(request, context)
        }
        router.get("lanjut") { _, context in
            try self.answer(ResumePages.ask(error: nil), context)
        }
        router.post("lanjut") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.resume(posted["kode"] ?? "", request, context)
        }
        addSending(to: router)
    }

    /// The draft of the address, with the service that it fills in.
    func openForm(_ request: Request, _ context: some SiteContext) async throws -> OpenForm {
        guard let id = context.parameters.get("draf").flatMap({ OpaqueID($0) }) else {
            throw ServiceRefusal.noSuchDraft
        }
        let (now, device, drafts, keeper) = (now(), context.device, drafts, keeper)
        let (draft, force) = try await store.glance { reader in
            (
                try drafts.open(id, device: device, at: now, reader),
                try keeper.current(reader)
            )
        }
        if let helped = draft.helped {
            // The phone passes through many hands: without its helper it shows nobody's answers.
            guard try await official(request)?.id == helped.help.by.id else {
                throw ServiceRefusal.helperSignedOut
            }
        }
        return try goOn(with: draft, force)
    }

    /// The form of a draft under the version that is right for it now.
    func goOn(with draft: Draft, _ force: InForce) throws -> OpenForm {
        guard let resumed = force.resumed(draft, at: now()) else {
            throw ServiceRefusal.noSuchService
        }
        var form = OpenForm(
            draft: resumed.draft,
            service: resumed.service,
            force: force,
            now: now()
        )
        form.isMoved = resumed.draft.digest != draft.digest
        if resumed.draft.helped?.hasNoPhone == true { form.leavesOut = OpenForm.aboutPhones }
        return form
    }

    /// Keeps the answers of a screen that was shown under a version that has ended since.
    ///
    /// They are taken in as they were asked; then the form goes on with the questions of today.
    private func takeLate(
        _ sent: inout PostedScreen,
        shown old: PublicService,
        _ form: OpenForm,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let slug = context.parameters.get("langkah"), let screen = Screens(of: old)[slug]
        else { throw WebRefusal.notFound }
        var late = OpenForm(draft: form.draft, service: old, force: form.force, now: form.now)
        late.take(sent.posted, of: screen.questions)
        _ = try await takeFiles(of: &sent, on: screen, into: &late.draft)
        late.draft.digest = old.digest
        var today = try goOn(with: late.draft, form.force)
        try await drafts.keep(&today.draft, at: now())
        return try go(to: today.screens[slug].map(today.address) ?? today.nextOpen(), context)
    }

    /// A new code each time: the one noted before is void from then on, so it is never a GET.
    private func giveCode(
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        let form = try await openForm(request, context)
        _ = try await Posted.read(request, in: context)
        let code = try await drafts.giveCode(to: form.draft)
        var page = DraftCodePage(code: code, draft: form.nextAddress(after: nil))
        page.actingFor = form.actingFor
        return try answer(page, context)
    }

    private func takeAnswers(
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        // Whose draft it is comes before the body; what it holds is read when its turn has come.
        let draft = try await openForm(request, context).draft.id
        var sent = PostedScreen(try await Posted.read(request, in: context))
        return try await drafts.inTurn(of: draft) {
            try await takeScreen(&sent, request, context)
        }
    }

    private func takeScreen(
        _ sent: inout PostedScreen,
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        let posted = sent.posted
        var form = try await openForm(request, context)
        if let shown = posted["versi"], shown != form.service.digest,
            let old = form.force.version(shown, of: form.service)
        {
            return try await takeLate(&sent, shown: old, form, context)
        }
        guard let slug = context.parameters.get("langkah"), let screen = form.screens[slug] else {
            throw WebRefusal.notFound
        }
        form.take(posted, of: screen.questions)
        form.look(at: screen)
        let fileProblems = try await takeFiles(of: &sent, on: screen, into: &form.draft)
        try await drafts.keep(&form.draft, at: now())

        let isReturning = request.query["kembali"] == "periksa"
        if let found = form.villageSearch(posted, among: screen.questions) {
            return try answer(form.page(screen, returning: isReturning, found: found), context)
        }
        if form.changeMembers(posted, of: screen.questions) {
            try await drafts.keep(&form.draft, at: now())
            return try answer(form.page(screen, returning: isReturning), context)
        }
        var problems = form.problems(on: screen)
        for (question, words) in fileProblems { problems[question] = words }
        guard problems.isEmpty else {
            return try answer(
                form.page(screen, returning: isReturning, problems: problems),
                context
            )
        }
        let next = isReturning ? form.nextOpen() : form.nextAddress(after: screen)
        return try go(to: next, context)
    }

    /// Keeps the files of a screen; what is wrong with one stands at its question.
    func takeFiles(
        of sent: inout PostedScreen,
        on screen: Screen,
        into draft: inout Draft
    ) async throws -> [String: Words] {
        var problems: [String: Words] = [:]
        for question in screen.questions {
            let name = question.id.text
            if case .area = question.type {
                problems[name] = draft.takeArea(of: name, from: sent.posted)
                continue
            }
            let asked = AskedFile(name: name, takesPDF: question.type == .file)
            do {
                try await take(asked, of: &sent, into: &draft)
            } catch let refused as Uploads.Refused {
                problems[name] = refused.words
            }
        }
        return problems
    }

    private func resume(
        _ code: String,
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        do {
            let draft = try await drafts.resume(
                code,
                device: context.device,
                from: context.sender,
                at: now()
            )
            if let helped = draft.helped, try await official(request)?.id != helped.help.by.id {
                // Whoever goes on alone is not helped any more, and that is what is recorded.
                _ = try await drafts.change(draft.id, at: now()) { $0.helped = nil }
            }
            return try go(to: "/isi/\(draft.id)", context)
        } catch ServiceRefusal.noSuchDraft {
            return try answer(
                ResumePages.ask(
                    error: Words(
                        "Kode itu tidak cocok dengan draf mana pun. Periksa lagi hurufnya",
                        "No draft has that code. Check the letters"
                    )
                ),
                context
            )
        }
    }
}

/// The page that asks for a draft's code.
enum ResumePages {
    static func ask(error: Words?) -> FormPage {
        var page = FormPage(
            .continueByCode,
            Form(
                to: "/lanjut",
                [
                    Field("kode", .resumeCode, .text(TextInput("", .caseNumber)))
                        .with(error: error)
                ],
                buttons: [Button(.next)]
            ),
            back: Link(.home, "/")
        )
        if error != nil { page.frame.status = 422 }
        return page
    }
}
