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
            return try await self.send(posted, request, context)
        }
        router.get("selesai") { request, context in
            let opened = try await self.openRequest(request)
            let place = try await self.placeInLog(of: opened.loaded.id)
            var page = try self.sentPage(opened, context)
            page.proof = place.map { ProofOfReceipt($0) }
            return try self.answer(page, context)
        }
    }

    private func send(
        _ posted: Posted,
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        let form: OpenForm
        do {
            form = try await openForm(request, context)
        } catch ServiceRefusal.noSuchDraft {
            // The draft ended with its submission: the same try comes again after a lost answer.
            return try await sentBefore(request, context)
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
        if let page = form.lacksConsent(posted) { return try answer(page, context) }
        let village = form.service.at.flatMap { reading.answers[$0]?.text }
        guard let owner = form.force.owner(of: form.service, in: village) else {
            throw ServiceRefusal.noUnitForVillage
        }
        let new = form.newCase(reading.answers, of: owner.id, in: village)
        let files = form.draft.allFiles
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
        case .sent(let id), .sentBefore(let id):
            guard form.draft.helped == nil else {
                return try await helpedReceipt(of: id, form.draft.id, request, context)
            }
            return try receipt(of: id, context)
        case .otherContent: throw ServiceRefusal.otherContent
        }
    }

    /// Leads to the receipt of the case that this draft became, on the device that sent it.
    private func sentBefore(
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let draft = context.parameters.get("draf").flatMap({ OpaqueID($0) }) else {
            throw ServiceRefusal.noSuchDraft
        }
        let command = drafts.command(draft, from: context.device, content: [])
        let before = try await store.earlier(command, at: now())
        guard let stream = before?.stream, stream.kind == CaseStory.kind else {
            throw ServiceRefusal.noSuchDraft
        }
        let id = CaseID(stream.id)
        let subject = try await store.state(of: id.stream, as: CaseStory.self).state.subject
        guard subject?.helped == nil else {
            return try await helpedReceipt(of: id, draft, request, context)
        }
        return try receipt(of: id, context)
    }

    /// Opens the request on this device and shows its receipt.
    ///
    /// Only with its first link: after that was changed, having sent it once opens nothing.
    func receipt(of id: CaseID, _ context: some SiteContext) throws -> Response {
        try receipt(LinkToken(ofReceipt: id, changes: 0, keys), context)
    }

    func receipt(_ token: LinkToken, _ context: some SiteContext) throws -> Response {
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

extension OpenForm {
    /// The page that asks for what was not ticked; nil where all is agreed to.
    fileprivate func lacksConsent(_ posted: Posted) -> CheckPage? {
        let isTrue = posted["benar"] == "ya"
        let isThere = draft.helped == nil || posted["hadir"] == "ya"
        guard !isTrue || !isThere else { return nil }
        var page = checkPage(consentError: isTrue ? nil : .consentMissing)
        page.presenceError = isThere ? nil : .tickIfAgrees
        return page
    }

    /// What is sent: a case of the unit that answers for it.
    fileprivate func newCase(
        _ answers: TypedAnswers,
        of owner: Code,
        in village: String?
    ) -> NewCase {
        var new = NewCase(
            caseID: draft.caseID,
            draft: draft.id,
            owner: owner,
            channel: .online,
            received: now,
            answers: answers.canonicalBytes
        )
        new.village = village.flatMap { Code($0) }
        let openness = service.openness(of: answers)
        new.isAnonymous = openness == .anonymous
        new.isSecret = openness == .secret
        new.helped = draft.helped?.help
        new.files = draft.allFiles.map(\.id)
        return new
    }
}
