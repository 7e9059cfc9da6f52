import Cases
import Hummingbird
import Ledger
package import Site
import Stories

// Objecting to how a request ended: offered with its last day, written, checked, sent.

extension ServicesFeature {
    func addObjection(to router: Router<some SiteContext>) {
        router.get("permohonan/keberatan") { request, context in
            let opened = try await self.openRequest(request)
            try opened.loaded.state.admitObjection(at: self.now(), opened.calendars)
            return try self.answer(self.objectionPage(opened, typed: ""), context)
        }
        router.post("permohonan/keberatan") { request, context in
            let posted = try await Posted.read(request, in: context)
            let opened = try await self.openRequest(request)
            return try await self.object(posted, opened, context)
        }
    }

    private func object(
        _ posted: Posted,
        _ opened: OpenedRequest,
        _ context: some SiteContext
    ) async throws -> Response {
        let now = now()
        try opened.loaded.state.admitObjection(at: now, opened.calendars)
        let reason = String((posted["alasan"] ?? "").prefix(ObjectionCheckPage.longest))
        guard !reason.allSatisfy(\.isWhitespace) else {
            return try answer(
                objectionPage(opened, typed: reason, error: .whyObjectMissing),
                context
            )
        }
        switch posted["lalu"] {
        case "ubah": return try answer(objectionPage(opened, typed: reason), context)
        case "kirim": break
        case .some, nil:
            let page = ObjectionCheckPage(
                reason: reason,
                until: lastDay(opened),
                version: opened.loaded.version.count
            )
            return try answer(page, context)
        }
        let asked = CaseDesk.Asked(
            .object(reason: reason),
            on: opened.loaded.id,
            seen: posted["versi"].flatMap { Int64($0) }.map { Version($0) } ?? 0,
            who: .applicant,
            now: now
        )
        switch try await cases.handle(asked) {
        case .done: return try go(to: "/permohonan", context)
        case .movedOn(let newer):
            // Something else happened since: the words are kept, and looked at once more.
            return try answer(objectionPage(opened.now(newer), typed: reason), context)
        }
    }

    private func objectionPage(
        _ opened: OpenedRequest,
        typed: String,
        error: Words? = nil
    ) -> FormPage {
        let field = Field(
            "alasan",
            .whyObject,
            hint: .whyObjectHint,
            .longText(typed, most: ObjectionCheckPage.longest)
        )
        var page = FormPage(
            .objectHere,
            Form(
                to: "/permohonan/keberatan",
                [field.with(error: error)],
                hidden: [("versi", String(opened.loaded.version.count))],
                buttons: [Button(.next)]
            ),
            back: Link(.back, "/permohonan")
        )
        if let until = lastDay(opened) { page.before = [KeyFacts([(.objectUntil, .words(until))])] }
        if error != nil { page.frame.status = 422 }
        return page
    }

    private func lastDay(_ opened: OpenedRequest) -> Words? {
        let status = CaseStatus(loaded: opened.loaded, force: opened.force, now: now())
        return opened.loaded.state.objectionDue(opened.calendars).map(status.dueWords)
    }

    /// The offer to object while there is time, and what was said to an objection that came.
    func objectionNotice(_ opened: OpenedRequest) -> Notice? {
        let state = opened.loaded.state
        let status = CaseStatus(loaded: opened.loaded, force: opened.force, now: now())
        if let due = state.objectionAnswerDue(opened.calendars) {
            let date = status.dueWords(due)
            return Notice(
                .done,
                heading: .objectionSent,
                Words(
                    "Kami menjawab paling lambat \(date.indonesian).",
                    "We answer by \(date.text(in: .english))."
                )
            )
        }
        guard let due = state.objectionDue(opened.calendars), state.objectedAt == nil,
            due.isOnTime(now())
        else { return nil }
        let date = status.dueWords(due)
        var notice = Notice(
            .info,
            heading: .notSatisfied,
            Words(
                "Anda boleh mengajukan keberatan sampai \(date.indonesian).",
                "You may object until \(date.text(in: .english))."
            )
        )
        notice.links = [Link(.objectHere, "/permohonan/keberatan")]
        return notice
    }
}

extension OpenedRequest {
    var calendars: UnitCalendars { force.calendars }
}

/// An objection as it will be sent: read once more, then sent or changed.
package struct ObjectionCheckPage: Page {
    package var reason: String
    package var until: Site.Words?

    /// The version of the case that was shown.
    package var version: Int64

    /// How much may be written.
    static let longest = 4000

    package init(reason: String, until: Site.Words?, version: Int64) {
        self.reason = reason
        self.until = until
        self.version = version
    }

    package var frame: Frame { Frame(back: Link(.back, "/permohonan")) }

    package func title(for visit: Visit) -> String {
        Words.checkObjection.text(in: visit.language)
    }

    package func body(_ html: HTML) {
        html(.h1, .checkObjection)
        html(.p, .notYetObjected)
        let lines = reason.split(whereSeparator: \.isNewline)
        html(
            SummaryList([SummaryList.Item(.whyObject, lines.map { Inline.text(String($0)) })])
        )
        if let until { html(KeyFacts([(.objectUntil, .words(until))])) }
        html(
            Form(
                to: "/permohonan/keberatan",
                [],
                hidden: [("alasan", reason), ("versi", String(version))],
                buttons: [
                    Button(.sendObjection, .primary, .send(name: "lalu", value: "kirim")),
                    Button(.change, .secondary, .send(name: "lalu", value: "ubah")),
                ]
            )
        )
    }
}
