import Blueprints
import Cases
import Feel
import Hummingbird
import Ledger
import Office
import Site
import Stories

// Taking in papers: the form shown, kept at every mistake, recorded by the official as a case.

extension ServicesFeature {
    /// A form with all its photos at once; officials alone may send one.
    private static var limits: MultipartParser.Limits {
        var limits = MultipartParser.Limits()
        limits.total = 48_000_000
        return limits
    }

    func addIntake(to router: Router<some SiteContext>) {
        router.get("kerja/loket/baru") { request, context in
            try await self.atCounter(request, context) { official in
                let id = request.query["layanan"].map(String.init) ?? ""
                var intake = try self.newIntake(of: id, official, context)
                let number = request.query["nomor"].map(String.init)
                intake.reserved = try await self.reservedNumber(number, for: intake)
                intake.begin(at: self.now())
                return try self.answer(intake.page, to: official, context)
            }
        }
        router.post("kerja/loket/baru") { request, context in
            try await self.atCounter(request, context) { official in
                let posted = try await Posted.read(request, in: context, limits: Self.limits)
                guard let id = posted["draf"].flatMap({ OpaqueID($0) }) else {
                    throw ServiceRefusal.noSuchDraft
                }
                var sent = PostedScreen(posted)
                return try await self.drafts.inTurn(of: id) {
                    try await self.takeIn(&sent, id, official, context)
                }
            }
        }
    }

    /// An empty form; its draft has an id and is not kept before somebody sends it.
    private func newIntake(
        of id: String,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) throws -> Intake {
        let service = try service(id, atCounterOf: official)
        let draft = Draft(
            id: Draw.random.id(),
            caseID: CaseID(Draw.random.id()),
            service: service,
            device: "",
            at: now()
        )
        let form = OpenForm(draft: draft, service: service, force: official.force, now: now())
        return Intake(form: form, official: official)
    }

    private func service(_ id: String, atCounterOf official: WorkingOfficial) throws
        -> PublicService
    {
        guard let service = official.servicesAtCounter.first(where: { $0.id.text == id }) else {
            throw ServiceRefusal.noSuchService
        }
        return service
    }

    private func takeIn(
        _ sent: inout PostedScreen,
        _ id: OpaqueID,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let posted = sent.posted
        // The same page sent once more after a lost answer leads to the case that it became.
        let before = try await store.earlier(
            drafts.command(id, from: context.device, content: []),
            at: now()
        )
        if let stream = before?.stream { return try await recorded(CaseID(stream.id), context) }
        let service = try service(posted["layanan"] ?? "", atCounterOf: official)
        let draft = try await drafts.openOrBegin(
            id,
            of: service,
            device: context.device,
            at: now()
        )
        let form = OpenForm(draft: draft, service: service, force: official.force, now: now())
        var intake = Intake(form: form, official: official)
        intake.reserved = try await reservedNumber(posted["nomor"], for: intake)
        intake.take(posted)
        intake.problems = try await takeFiles(of: &sent, into: &intake)
        // Enter in any field presses the first button of the page, which may be a search for a
        // village: with nothing to search for it was not meant.
        if let found = intake.form.villageSearch(posted, among: intake.questions),
            posted["\(found.field)-cari"]?.isEmpty == false
        {
            intake.choose(found)
        } else if !intake.form.changeMembers(posted, of: intake.questions) {
            return try await record(intake, posted, context)
        }
        try await drafts.keep(&intake.form.draft, at: now())
        return try answer(intake.page, to: official, context)
    }

    private func takeFiles(
        of sent: inout PostedScreen,
        into intake: inout Intake
    ) async throws -> [String: Words] {
        let screen = Screen(page: Applicant.formPage, questions: intake.questions)
        var problems = try await takeFiles(of: &sent, on: screen, into: &intake.form.draft)
        let scan = AskedFile(name: Intake.Names.scan, takesPDF: true)
        do {
            try await take(scan, of: &sent, into: &intake.form.draft)
        } catch let refused as Uploads.Refused {
            problems[Intake.Names.scan] = refused.words
        }
        return problems
    }

    private func record(
        _ intake: Intake,
        _ posted: Posted,
        _ context: some SiteContext
    ) async throws -> Response {
        var intake = intake
        let reading = intake.read()
        intake.check(reading)
        if posted["benar"] != "ya" { intake.problems["benar"] = .consentMissing }
        let village = intake.service.at.flatMap { reading.answers[$0]?.text }
        let owner = intake.form.force.owner(of: intake.service, in: village)
        if let at = intake.service.at, intake.problems[at.text] == nil,
            owner.map({ intake.official.isAtCounter(of: $0.id) }) != true
        {
            intake.problems[at.text] = .otherUnitsVillage
        }
        if posted["versi"] != intake.service.digest { intake.form.isMoved = true }
        if intake.problems.isEmpty, posted["tetap"] != "ya" {
            intake.duplicates = try await duplicates(of: reading.answers, intake)
        }
        guard intake.problems.isEmpty, intake.duplicates.isEmpty, !intake.form.isMoved,
            let owner, let received = intake.received
        else {
            let isWrong = !intake.problems.isEmpty
            intake.status = isWrong ? 422 : 409
            return try await shownAgain(intake, context)
        }
        do {
            let new = intake.newCase(reading.answers, owner.id, village, received)
            return try await send(new, intake, reading.answers, context)
        } catch let refused as CaseRefusal {
            intake.refuse(refused)
            return try await shownAgain(intake, context)
        }
    }

    /// Keeps what was typed and shows the page once more.
    private func shownAgain(_ intake: Intake, _ context: some SiteContext) async throws
        -> Response
    {
        var intake = intake
        try await drafts.keep(&intake.form.draft, at: now())
        return try answer(intake.page, to: intake.official, context)
    }

    private func send(
        _ new: NewCase,
        _ intake: Intake,
        _ answers: TypedAnswers,
        _ context: some SiteContext
    ) async throws -> Response {
        let draft = intake.form.draft
        var sending = CaseDesk.Sending(now: now(), under: intake.form.force)
        sending.party = .official(intake.official.duties)
        sending.by = intake.official.duties.official
        sending.files = draft.allFiles.map {
            KeptFile(id: $0.id, dossier: draft.caseID.dossier, size: $0.size)
        }
        sending.operations = drafts.ending(draft, at: now())
        sending.command = drafts.command(draft.id, from: context.device, content: new.answers)
        switch try await cases.submit(new, to: intake.service, answers: answers, sending) {
        case .sent(let id), .sentBefore(let id): return try await recorded(id, context)
        case .otherContent: throw ServiceRefusal.otherContent
        }
    }

    private func recorded(_ id: CaseID, _ context: some SiteContext) async throws -> Response {
        let number = try await store.glance { reader in
            try reader.row("SELECT number FROM cases WHERE id = \(id.id)")?.text("number")
        }
        guard let number else { throw ServiceRefusal.noSuchCase }
        return try go(to: "/kerja/loket/terima/\(number)", context)
    }

    /// Requests of the same NIK for the same service in the official's units, not yet ended or new.
    private func duplicates(of answers: TypedAnswers, _ intake: Intake) async throws
        -> [Intake.Duplicate]
    {
        guard let nik = answers["nik"]?.text else { return [] }
        let (units, zone) = (intake.official.standing.units.sorted(), intake.form.force.zone)
        let (service, since) = (intake.service.id.text, now().adding(seconds: -90 * 86_400))
        return try await store.read { reader in
            let ids = try reader.search("case_search", for: nik, limit: 50)
            guard !ids.isEmpty else { return [] }
            return try reader.rows(
                """
                SELECT number, received FROM cases WHERE id IN (\(each: ids)) \
                AND service = \(service) AND (ended IS NULL OR received > \(since)) \
                AND (unit IN (\(each: units)) OR owner IN (\(each: units))) \
                ORDER BY received DESC, number LIMIT 3
                """
            )
            .map { row in
                Intake.Duplicate(
                    number: try row.text("number"),
                    received: zone.day(try row.get("received"))
                )
            }
        }
    }
}

extension Intake {
    /// What a search for a village found; one alone is taken at once.
    fileprivate mutating func choose(_ found: FoundVillages) {
        if found.places.count == 1, let only = found.places.first {
            form.draft.fields[found.field] = [only.code]
        } else {
            self.found = found
        }
    }

    fileprivate func newCase(
        _ answers: TypedAnswers,
        _ owner: Code,
        _ village: String?,
        _ received: Instant
    ) -> NewCase {
        var new = NewCase(
            caseID: form.draft.caseID,
            draft: form.draft.id,
            owner: owner,
            channel: reserved == nil ? .counter : .paper,
            received: received,
            answers: answers.canonicalBytes
        )
        new.delay = delay
        new.village = village.flatMap { Code($0) }
        let openness = service.openness(of: answers)
        new.isAnonymous = openness == .anonymous
        new.isSecret = openness == .secret
        new.files = form.draft.allFiles.map(\.id)
        new.scan = scan?.answer ?? ""
        new.tracking = reserved
        return new
    }
}
