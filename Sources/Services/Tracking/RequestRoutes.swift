import Blueprints
import Cases
import Feel
import Hummingbird
import Ledger
import Notices
import Press
import Site
import Stories

// The applicant's own request: opened by the receipt's link, completed, withdrawn, its letter.

extension ServicesFeature {
    func addRequest(to router: Router<some SiteContext>) {
        router.get("t/:token") { _, context in try await self.linkPage(context) }
        router.post("t/:token") { request, context in
            _ = try await Posted.read(request, in: context)
            let opened = try await self.openRequest(context.parameters.get("token") ?? "")
            var response = try self.go(to: "/permohonan", context)
            response.headers.append(self.requestCookie(opened.token.text))
            return response
        }
        router.get("permohonan") { request, context in
            try await self.requestPage(request, context)
        }
        router.get("permohonan/lengkapi") { request, context in
            let opened = try await self.openRequest(request)
            return try await self.show(
                Completing(opened: opened, onlyFiles: false, now: self.now()),
                to: "/permohonan/lengkapi",
                context
            )
        }
        router.post("permohonan/lengkapi") { request, context in
            let posted = try await Posted.read(request, in: context)
            let opened = try await self.openRequest(request)
            return try await self.complete(
                Completing(opened: opened, onlyFiles: false, now: self.now()),
                posted,
                from: "/permohonan/lengkapi",
                context
            )
        }
        addWithdrawal(to: router)
        addObjection(to: router)
        addReopening(to: router)
        addChangingLink(to: router)
        addPapers(to: router)
        addProofOfReceipt(to: router)
    }

    private func addPapers(to router: Router<some SiteContext>) {
        router.get("permohonan/tanda-terima.pdf") { request, context in
            let opened = try await self.openRequest(request)
            var receipt = Receipt(loaded: opened.loaded, force: opened.force, link: opened.link)
            try await self.addProof(to: &receipt)
            receipt.carriesProof = true
            return Answer.pdf(
                try receipt.pdf(.asked(request), in: try self.visit(context).language),
                name: "tanda-terima-\(receipt.number).pdf"
            )
        }
        router.get("permohonan/tanggal.ics") { request, context in
            let opened = try await self.openRequest(request)
            return try self.calendarFile(of: opened, context)
        }
        router.get("permohonan/surat.pdf") { request, context in
            let opened = try await self.openRequest(request)
            guard let letter = opened.loaded.state.letters.last(where: { $0.fate == .signed }),
                let file = letter.file,
                let bytes = try await self.files.read(file, in: opened.loaded.id.dossier)
            else { throw WebRefusal.notFound }
            return Answer.download(
                bytes,
                type: bytes.starts(with: Array("%PDF".utf8)) ? "application/pdf" : "image/jpeg",
                name: "surat-\(opened.loaded.subject.tracking)."
                    + (bytes.starts(with: Array("%PDF".utf8)) ? "pdf" : "jpg")
            )
        }
    }

    /// The promised date for the citizen's own calendar.
    private func calendarFile(
        of opened: OpenedRequest,
        _ context: some SiteContext
    ) throws -> Response {
        let (subject, force) = (opened.loaded.subject, opened.force)
        let calendar = force.calendar
        guard let due = opened.loaded.state.due(UnitCalendars { _ in calendar }) else {
            throw WebRefusal.notFound
        }
        let language = try visit(context).language
        let receipt = Receipt(loaded: opened.loaded, force: force, link: opened.link)
        let service = Words(opened.loaded.service.title)
        let file = CalendarFile(
            due.day,
            title: Words.promisedUntil(service, receipt.number).text(in: language),
            details: Words.handledByOffice(receipt.office).text(in: language),
            address: "\(force.installation.base)/lacak/\(subject.tracking.digits)",
            identifier: "\(subject.tracking.digits)@\(force.regency.code).serasan",
            language: language,
            writtenAt: now()
        )
        return Answer.download(
            file.bytes,
            type: "text/calendar; charset=utf-8",
            name: "\(receipt.number).ics"
        )
    }

    private func linkPage(_ context: some SiteContext) async throws -> Response {
        let opened = try await openRequest(context.parameters.get("token") ?? "")
        let status = CaseStatus(loaded: opened.loaded, force: opened.force, now: now())
        return try answer(
            ReceiptLinkPage(
                service: Words(opened.loaded.service.title),
                number: opened.loaded.subject.tracking.description,
                status: status.component,
                open: Form(to: "/t/\(opened.token.text)", [], buttons: [Button(.openReceipt)])
            ),
            context
        )
    }

    private func requestPage(
        _ request: Request,
        _ context: some SiteContext
    ) async throws -> Response {
        let opened = try await openRequest(request)
        let loaded = opened.loaded
        let visit = try visit(context)
        let sealed = loaded.state.publicTimeline.compactMap(\.note)
        let asks = loaded.state.pause?.asks
        let force = opened.force
        let (notes, missing, told, corrections) = try await store.glance { reader in
            var notes: [Sealed: String] = [:]
            for note in sealed { notes[note] = try reader.words(note) }
            return (
                notes, try reader.words(asks), try reader.noticeSteps(about: loaded.id.id),
                try reader.corrections(of: loaded, force)
            )
        }
        let status = CaseStatus(loaded: loaded, force: opened.force, now: now())
        var page = RequestPage(
            service: Words(loaded.service.title),
            number: loaded.subject.tracking.description,
            status: status.component,
            office: status.office
        )
        page.moments = status.moments(
            visit.language,
            told: told,
            corrected: { corrections?.differences(at: $0) ?? [] }
        ) { notes[$0] }
        // What is only kept takes nothing in.
        if loaded.state.phase == .waiting, loaded.state.restriction == nil {
            page.missing = RequestPage.Missing(
                note: Words(missing ?? ""),
                until: status.waitingUntil ?? "",
                address: "/permohonan/lengkapi"
            )
        }
        page.answers = AnswerSummary(
            service: loaded.service,
            answers: loaded.answers ?? TypedAnswers(),
            villages: opened.force.villages,
            today: FeelDate(opened.force.zone.day(now()))
        ).sections { _ in nil }
        page.answers += [loaded.retiredSummary(force, withFiles: true)].compactMap(\.self)
        page.version = try await version(of: loaded, force)
        page.fee = FeeWords(loaded.state)?.words
        offer(to: &page, opened)
        page.restriction = try await restriction(of: loaded)
        page.afterEnd = try await afterEnd(loaded.id, loaded.state)
        page.proof = try await placeInLog(of: loaded.id).map { ProofOfReceipt($0) }
        return try answer(page, context)
    }

    private func addWithdrawal(to router: Router<some SiteContext>) {
        router.get("permohonan/tarik") { request, context in
            let opened = try await self.openRequest(request)
            return try self.answer(Self.withdrawalPage(opened), context)
        }
        router.post("permohonan/tarik") { request, context in
            let posted = try await Posted.read(request, in: context)
            let opened = try await self.openRequest(request)
            let asked = CaseDesk.Asked(
                .withdraw(reason: String((posted["alasan"] ?? "").prefix(2000))),
                on: opened.loaded.id,
                seen: posted["versi"].flatMap { Int64($0) }.map { Version($0) } ?? 0,
                who: .applicant,
                now: self.now()
            )
            switch try await self.cases.handle(asked) {
            case .done: return try self.go(to: "/permohonan", context)
            case .movedOn(let newer):
                return try self.answer(
                    Self.withdrawalPage(
                        opened.now(newer),
                        typed: posted["alasan"] ?? "",
                        hasMovedOn: true
                    ),
                    context
                )
            }
        }
    }

    /// What the applicant may do with the request as it stands.
    private func offer(to page: inout RequestPage, _ opened: OpenedRequest) {
        let loaded = opened.loaded
        page.objection = objectionNotice(opened)
        if loaded.state.letters.contains(where: { $0.fate == .signed }) {
            page.letter = "/permohonan/surat.pdf"
        }
        if mayReopen(opened) { page.reopen = "/permohonan/buka-kembali" }
        if loaded.state.place?.mayWithdraw == true, loaded.state.phase != .ended {
            page.withdraw = "/permohonan/tarik"
        }
    }

    private static func withdrawalPage(
        _ opened: OpenedRequest,
        typed: String = "",
        hasMovedOn: Bool = false
    ) -> FormPage {
        var page = FormPage(
            .withdrawRequest,
            Form(
                to: "/permohonan/tarik",
                [
                    Field(
                        "alasan",
                        .whyWithdraw,
                        isOptional: true,
                        .longText(typed, most: 500)
                    )
                ],
                hidden: [("versi", String(opened.loaded.version.count))],
                buttons: [Button(.withdrawRequest, .danger)]
            ),
            back: Link(.back, "/permohonan")
        )
        page.tellMovedOn(hasMovedOn)
        return page
    }
}
