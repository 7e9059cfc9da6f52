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
            if PhoneOutbox.asks(request) { return try await self.takeFromOutbox(request, context) }
            let posted = try await Posted.read(request, in: context)
            switch try await self.send(posted, request, context) {
            case .sent(let id, let draft):
                guard let draft else { return try self.receipt(of: id, context) }
                return try await self.helpedReceipt(of: id, draft, request, context)
            case .asksAgain(let page): return try self.answer(page, context)
            }
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
    ) async throws -> SentForm {
        let form: OpenForm
        do {
            form = try await openForm(request, context)
        } catch ServiceRefusal.noSuchDraft {
            // The draft ended with its submission: the same try comes again after a lost answer.
            guard let before = try await sentBefore(context) else {
                throw ServiceRefusal.noSuchDraft
            }
            return before
        }
        return try await send(form, posted, context)
    }

    /// Sends what was filled in, or gives back the page that says what is still to be done.
    func send(
        _ form: OpenForm,
        _ posted: Posted,
        _ context: some SiteContext
    ) async throws -> SentForm {
        // What was consented to has to be what is sent: another version is checked again first.
        guard posted["versi"] ?? (form.isMoved ? "" : form.service.digest) == form.service.digest
        else {
            var draft = form.draft
            try await drafts.keep(&draft, at: now())
            var page = form.checkPage()
            page.isStale = true
            return .asksAgain(page)
        }
        let reading = form.read()
        guard reading.isComplete else { return .asksAgain(form.checkPage()) }
        if let page = form.lacksConsent(posted) { return .asksAgain(page) }
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
            return .sent(id, helped: form.draft.helped == nil ? nil : form.draft.id)
        case .otherContent: throw ServiceRefusal.otherContent
        }
    }

    /// The case that the draft of the address became, for the device that sent it.
    func sentBefore(_ context: some SiteContext) async throws -> SentForm? {
        guard let draft = context.parameters.get("draf").flatMap({ OpaqueID($0) }) else {
            return nil
        }
        let command = drafts.command(draft, from: context.device, content: [])
        let before = try await store.earlier(command, at: now())
        guard let stream = before?.stream, stream.kind == CaseStory.kind else { return nil }
        let id = CaseID(stream.id)
        let subject = try await store.state(of: id.stream, as: CaseStory.self).state.subject
        return .sent(id, helped: subject?.helped == nil ? nil : draft)
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

/// What became of a form that was sent.
enum SentForm {
    /// The case, and the draft where somebody was helped with it.
    case sent(CaseID, helped: OpaqueID?)

    /// Not yet: the page says why.
    case asksAgain(CheckPage)
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
        if let offline = draft.offline {
            new.channel = .offline
            // The node that noted it may be a little ahead of this one.
            new.received = min(offline.received, now)
            new.delay = offline.told
        }
        new.village = village.flatMap { Code($0) }
        let openness = service.openness(of: answers)
        new.isAnonymous = openness == .anonymous
        new.isSecret = openness == .secret
        new.helped = draft.helped?.help
        new.files = draft.allFiles.map(\.id)
        return new
    }
}
