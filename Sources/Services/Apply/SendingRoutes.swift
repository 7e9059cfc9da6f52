import Blueprints
import Cases
import Feel
import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// Sending a form, once and for ever, and the receipt.

extension ServicesFeature {
    func addSending(to router: Router<some SiteContext>) {
        router.post("kirim/:draf") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.send(posted, context)
        }
        router.get("selesai") { request, context in
            let opened = try await self.openRequest(request)
            return try self.answer(try self.sentPage(opened, context), context)
        }
    }

    private func send(_ posted: Posted, _ context: some SiteContext) async throws -> Response {
        let form: OpenForm
        do {
            form = try await openForm(context)
        } catch ServiceRefusal.noSuchDraft {
            // The draft ended with its submission: the same try comes again after a lost answer.
            return try await sentBefore(context)
        }
        // What was consented to has to be what is sent: another version is checked again first.
        guard posted["versi"] ?? (form.isMoved ? "" : form.service.digest) == form.service.digest
        else {
            try await drafts.keep(form.draft, at: now())
            var page = form.checkPage()
            page.isStale = true
            return try answer(page, context)
        }
        let reading = form.read()
        guard reading.isComplete else { return try answer(form.checkPage(), context) }
        guard posted["benar"] == "ya" else {
            return try answer(form.checkPage(consentError: .consentMissing), context)
        }
        let village = form.service.at.flatMap { reading.answers[$0]?.text }
        guard let owner = form.force.owner(of: form.service, in: village) else {
            throw ServiceRefusal.noUnitForVillage
        }
        var new = NewCase(
            caseID: form.draft.caseID,
            draft: form.draft.id,
            owner: owner.id,
            channel: .online,
            received: form.now,
            answers: reading.answers.canonicalBytes
        )
        new.village = village.flatMap { Code($0) }
        let openness = form.service.openness(of: reading.answers)
        new.isAnonymous = openness == .anonymous
        new.isSecret = openness == .secret
        let files = form.draft.allFiles
        new.files = files.map(\.id)
        var sending = CaseDesk.Sending(now: form.now, under: form.force)
        sending.files = files.map {
            KeptFile(id: $0.id, dossier: form.draft.caseID.dossier, size: $0.size)
        }
        sending.operations = drafts.ending(form.draft, at: form.now)
        sending.command = drafts.command(
            form.draft.id,
            from: context.device,
            content: new.answers
        )
        let result = try await cases.submit(
            new,
            to: form.service,
            answers: reading.answers,
            sending
        )
        switch result {
        case .sent(let id), .sentBefore(let id): return try receipt(of: id, context)
        case .otherContent: throw ServiceRefusal.otherContent
        }
    }

    /// Leads to the receipt of the case that this draft became, on the device that sent it.
    private func sentBefore(_ context: some SiteContext) async throws -> Response {
        guard let draft = context.parameters.get("draf").flatMap({ OpaqueID($0) }) else {
            throw ServiceRefusal.noSuchDraft
        }
        let command = drafts.command(draft, from: context.device, content: [])
        let before = try await store.earlier(command, at: now())
        guard let stream = before?.stream, stream.kind == CaseStory.kind else {
            throw ServiceRefusal.noSuchDraft
        }
        return try receipt(of: CaseID(stream.id), context)
    }

    /// Opens the request on this device and shows its receipt.
    ///
    /// Only with its first link: after that was changed, having sent it once opens nothing.
    func receipt(of id: CaseID, _ context: some SiteContext) throws -> Response {
        try receipt(ReceiptToken(of: id, changes: 0, keys), context)
    }

    func receipt(_ token: ReceiptToken, _ context: some SiteContext) throws -> Response {
        var response = try go(to: "/selesai", context)
        response.headers.append(requestCookie(token.text))
        return response
    }

    private func sentPage(
        _ opened: OpenedRequest,
        _ context: some SiteContext
    ) throws -> SentPage {
        let receipt = Receipt(loaded: opened.loaded, force: opened.force, link: opened.link)
        let language = try visit(context).language
        let drawing = try QRCode(opened.link).svg(
            size: 200,
            label: Words.receiptLink.text(in: language)
        )
        let title = Words(opened.loaded.service.title)
        var page = SentPage(
            service: title,
            number: receipt.number,
            receipt: QRBlock(RawHTML(drawing: drawing), description: .receiptLink),
            receiptText: Words.numberToMyself(title, receipt.number, opened.link)
                .text(in: language),
            next: receipt.next,
            office: Words(receipt.office)
        )
        if opened.loaded.subject.isAnonymous { page.warning = .keepTheLink }
        return page
    }
}
