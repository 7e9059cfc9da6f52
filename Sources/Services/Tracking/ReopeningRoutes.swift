import Cases
import Hummingbird
import Site
import Stories

// The applicant asks to have an ended request opened again.

extension ServicesFeature {
    /// Whether the applicant may still have an ended request opened again.
    func mayReopen(_ opened: OpenedRequest) -> Bool {
        opened.loaded.state.phase == .ended
            && opened.loaded.state.reopenDue(opened.calendars)?.isOnTime(now()) == true
    }

    func addReopening(to router: Router<some SiteContext>) {
        router.get("permohonan/buka-kembali") { request, context in
            let opened = try await self.openRequest(request)
            guard self.mayReopen(opened) else { return try self.go(to: "/permohonan", context) }
            return try self.answer(Self.reopeningPage(opened, error: nil), context)
        }
        router.post("permohonan/buka-kembali") { request, context in
            let posted = try await Posted.read(request, in: context)
            let opened = try await self.openRequest(request)
            let reason = String((posted["alasan"] ?? "").prefix(2000))
            guard !reason.allSatisfy(\.isWhitespace) else {
                return try self.answer(
                    Self.reopeningPage(opened, error: .reasonMissing),
                    context
                )
            }
            let asked = CaseDesk.Asked(
                .reopen(reason: reason),
                on: opened.loaded.id,
                seen: posted["versi"].flatMap { Int64($0) }.map { Version($0) } ?? 0,
                who: .applicant,
                now: self.now()
            )
            switch try await self.cases.handle(asked) {
            case .done: return try self.go(to: "/permohonan", context)
            case .movedOn(let newer):
                var page = Self.reopeningPage(opened.now(newer), typed: reason, error: nil)
                page.tellMovedOn(true)
                return try self.answer(page, context)
            }
        }
    }

    private static func reopeningPage(
        _ opened: OpenedRequest,
        typed: String = "",
        error: Words?
    ) -> FormPage {
        let field = Field("alasan", .whyReopen, .longText(typed, most: 2000))
        var page = FormPage(
            .askToReopen,
            Form(
                to: "/permohonan/buka-kembali",
                [field.with(error: error)],
                hidden: [("versi", String(opened.loaded.version.count))],
                buttons: [Button(.askToReopen)]
            ),
            back: Link(.back, "/permohonan")
        )
        if error != nil { page.frame.status = 422 }
        return page
    }
}

extension FormPage {
    /// Says that something happened since the page was shown, and keeps what was typed.
    mutating func tellMovedOn(_ hasMovedOn: Bool) {
        guard hasMovedOn else { return }
        frame.status = 409
        before = [Notice(.attention, .requestMovedOn)]
    }
}
