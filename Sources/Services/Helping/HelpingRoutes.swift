import Blueprints
import Cases
import Hummingbird
import Ledger
import Office
import Press
import Site
import Stories

// Helping people who have no phone: consent, the citizen's own form, a receipt with a PIN.

extension ServicesFeature {
    func addHelping(to router: Router<some SiteContext>) {
        router.get("bantu") { request, context in
            try await self.helping(request, context) { helper in
                try self.answer(self.helpingPage(helper), to: helper.official, context)
            }
        }
        router.get("bantu/baru") { request, context in
            try await self.helping(request, context) { helper in
                try self.answer(ConsentForm().page(helper.official), to: helper.official, context)
            }
        }
        router.post("bantu/baru") { request, context in
            try await self.helping(request, context) { helper in
                let posted = try await Posted.read(request, in: context)
                return try await self.agree(posted, helper, context)
            }
        }
        router.get("bantu/:warga") { request, context in
            try await self.helping(request, context) { helper in
                let person = try self.person(context, helper)
                return try self.answer(
                    self.services(for: person, helper),
                    to: helper.official,
                    context
                )
            }
        }
        router.get("bantu/:warga/mulai/:layanan") { request, context in
            try await self.helping(request, context) { helper in
                let person = try self.person(context, helper)
                let service = try self.service(context, helper)
                return try self.answer(
                    Self.startPage(service, for: person),
                    to: helper.official,
                    context
                )
            }
        }
        router.post("bantu/:warga/mulai/:layanan") { request, context in
            try await self.helping(request, context) { helper in
                _ = try await Posted.read(request, in: context)
                return try await self.begin(
                    self.service(context, helper),
                    for: self.person(context, helper),
                    helper,
                    context
                )
            }
        }
        addHelpedReceipts(to: router)
    }

    /// Runs a page of a helper with the people of this log-in.
    func helping(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (Helper) async throws -> Response
    ) async throws -> Response {
        try await onDuty(WorkingOfficial.helperDuty, request, context) { official in
            guard let list = listOfHelped(request) else { throw ServiceRefusal.helperSignedOut }
            return try await body(
                Helper(official: official, list: list, today: try await helped(list))
            )
        }
    }

    private func person(_ context: some SiteContext, _ helper: Helper) throws
        -> HelpedToday.Person
    {
        guard let id = context.parameters.get("warga").flatMap({ OpaqueID($0) }),
            let person = helper.today[id]
        else { throw ServiceRefusal.helpedNotHere }
        return person
    }

    private func service(_ context: some SiteContext, _ helper: Helper) throws -> PublicService {
        guard
            let service = context.parameters.get("layanan").flatMap(helper.official.force.service),
            service.elsewhere == nil, !service.isClosed
        else { throw ServiceRefusal.noSuchService }
        return service
    }

    private func helpingPage(_ helper: Helper) -> HelpingPage {
        HelpingPage(
            people: helper.today.people.reversed().map { person in
                HelpingPage.Person(
                    name: person.shownName,
                    address: "/bantu/\(person.id)",
                    sheets: person.sheets.map { helper.line(of: $0) }
                )
            }
        )
    }

    private func services(for person: HelpedToday.Person, _ helper: Helper) -> ServicesForPage {
        let force = helper.official.force
        return ServicesForPage(
            name: person.shownName,
            services: force.services.filter { $0.elsewhere == nil && !$0.isClosed }.map { service in
                Link(Words(service.title), "/bantu/\(person.id)/mulai/\(service.id)")
            },
            open: person.sheets.filter { $0.number == nil }.map { sheet in
                Link(
                    force.service(sheet.service).map { Words($0.title) } ?? Words(sheet.service),
                    "/isi/\(sheet.draft)"
                )
            }
        )
    }

    private static func startPage(
        _ service: PublicService,
        for person: HelpedToday.Person
    ) -> FormPage {
        var page = FormPage(
            Words(service.title),
            Form(
                to: "/bantu/\(person.id)/mulai/\(service.id)",
                [],
                buttons: [Button(.startFilling)]
            ),
            back: Link(.back, "/bantu/\(person.id)")
        )
        page.frame.actingFor = Frame.ActingFor(name: person.shownName, change: "/bantu")
        return page
    }

    /// Notes whom somebody helps, once they are there and have agreed.
    private func agree(
        _ posted: Posted,
        _ helper: Helper,
        _ context: some SiteContext
    ) async throws -> Response {
        var form = ConsentForm()
        form.take(posted)
        guard form.problems.isEmpty else {
            return try answer(form.page(helper.official), to: helper.official, context)
        }
        guard let post = helper.official.helperPost else { throw ServiceRefusal.notAHelper }
        let person = HelpedToday.Person(
            id: Draw.random.id(),
            title: form.title,
            name: form.name,
            hasNoPhone: form.hasNoPhone,
            help: Assistance(
                by: Actor(helper.official.id),
                post: post,
                agreed: now(),
                script: ConsentScript.code
            )
        )
        try await change(helper.list) { $0.people.append(person) }
        return try go(to: "/bantu/\(person.id)", context)
    }

    private func begin(
        _ service: PublicService,
        for person: HelpedToday.Person,
        _ helper: Helper,
        _ context: some SiteContext
    ) async throws -> Response {
        var draft = try await drafts.start(service, device: context.device, at: now())
        draft.helped = HelpedDraft(of: person, by: helper.official)
        // Written once, asked no more than to be looked at.
        if service.allQuestions.contains(where: { $0.id == "nama" }) {
            draft.fields["nama"] = [person.name]
        }
        try await drafts.keep(&draft, at: now())
        let sheet = HelpedToday.Sheet(draft: draft.id, service: service.id.text)
        try await change(helper.list) { $0.begin(sheet, for: person.id) }
        return try go(to: "/isi/\(draft.id)", context)
    }
}

/// A helper at work: the official, and the people of this log-in.
struct Helper: Sendable {
    let official: WorkingOfficial
    let list: OpaqueID
    let today: HelpedToday

    /// A form with the way on: to be filled in further, or how it stands.
    func line(of sheet: HelpedToday.Sheet) -> Inline {
        let title =
            official.force.service(sheet.service).map { Words($0.title) }
            ?? Words(sheet.service)
        guard let digits = sheet.number else { return .link(Link(title, "/isi/\(sheet.draft)")) }
        return .link(Link(title, "/bantu/terkirim/\(digits)"))
    }
}

extension WorkingOfficial {
    /// The post in which somebody helps.
    var helperPost: Code? {
        standing.seats.first { $0.post.duties.contains(Self.helperDuty) }?.post.id
    }
}

extension ServicesFeature {
    /// Where the people of a log-in are kept: it follows from the session's secret.
    func listOfHelped(_ request: Request) -> OpaqueID? {
        secret(request).flatMap { secret in
            OpaqueID(bytes: keys.mark("helping", Array(secret.cookie.utf8)).prefix(16))
        }
    }

    func helped(_ list: OpaqueID) async throws -> HelpedToday {
        try await keptList(list).today
    }

    private func keptList(_ list: OpaqueID) async throws -> (today: HelpedToday, turn: Int64?) {
        let kept = try await drafts.contents(of: list, at: now())
        return (try kept.map { try HelpedToday(bytes: $0.content) } ?? HelpedToday(), kept?.turn)
    }

    /// Changes the list, one after the other.
    func change(_ list: OpaqueID, _ body: (inout HelpedToday) -> Void) async throws {
        try await drafts.inTurn(of: list) {
            let kept = try await keptList(list)
            var today = kept.today
            body(&today)
            let bytes = try today.bytes(at: now())
            try await drafts.keep(bytes, as: list, seen: kept.turn, at: now())
        }
    }
}
