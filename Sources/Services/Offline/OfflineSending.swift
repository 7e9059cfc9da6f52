import Blueprints
import Cases
import HTTPTypes
import Hummingbird
import Ledger
import Office
import Site
import Stories

// What comes out of the outbox of a phone: through the same desk as any form that is sent.

extension ServicesFeature {
    /// Takes one item, and answers in words that the outbox understands.
    ///
    /// What cannot be sent yet stays as a draft here, and the answer says where to mend it.
    func takeFromOutbox(_ request: Request, _ context: some SiteContext) async throws -> Response {
        guard let id = context.parameters.get("draf").flatMap({ OpaqueID($0) }) else {
            throw ServiceRefusal.noSuchDraft
        }
        var limits = MultipartParser.Limits()
        limits.total = 48_000_000
        var isKept = false
        do {
            var sent = PostedScreen(
                try await Posted.read(request, in: context, limits: limits)
            )
            return try await drafts.inTurn(of: id) {
                try await take(&sent, id, request, context, isKept: &isKept)
            }
        } catch let refused as any Refusal {
            return try refusal(refused, of: id, isKept: isKept, context)
        }
    }

    private func take(
        _ sent: inout PostedScreen,
        _ id: OpaqueID,
        _ request: Request,
        _ context: some SiteContext,
        isKept: inout Bool
    ) async throws -> Response {
        let (posted, times) = (sent.posted, OfflineTimes(request))
        if case .sent(let before, let helped)? = try await sentBefore(context) {
            return try await sentAnswer(before, helped: helped, id, times, context)
        }
        let official = try await official(request)
        try Self.checkActor(posted["pelaku"] ?? "", official)
        var arrived: Arrived
        if posted["luring"] == "ya" {
            let helped = try Self.helped(posted, id, official, times, at: now())
            arrived = try await wholeForm(&sent, id, helped, context)
        } else {
            arrived = Arrived(form: try await openForm(request, context))
        }
        arrived.note(times)
        // From here on nothing of it can be lost, whatever is wrong with it.
        try await drafts.keep(&arrived.form.draft, at: now())
        let form = arrived.form
        if let person = arrived.person { try await list(person, form.draft, request) }
        isKept = true
        if let problem = arrived.problem {
            return try mendAnswer(id, problem, status: 422, context)
        }
        switch try await send(form, posted, context) {
        case .sent(let sent, let helped):
            if helped != nil { try await noteSent(sent, id, request) }
            return try await sentAnswer(sent, helped: helped, id, times, context)
        case .asksAgain(let page):
            let words = page.isStale ? Words.formChanged : page.problems.first?.sentence
            return try mendAnswer(
                id,
                words ?? page.consentError ?? page.presenceError ?? .needsFixing,
                status: page.frame.status,
                context
            )
        }
    }

    /// Whoever filled it in sends it: another log-in would stand for what it did not see.
    private static func checkActor(_ actor: String, _ official: WorkingOfficial?) throws {
        guard !actor.isEmpty else { return }
        guard let official else { throw ServiceRefusal.signInToSend }
        guard official.id.description == actor else { throw ServiceRefusal.filledInByAnother }
    }

    /// A form that was filled in on one page, as a draft of its service.
    private func wholeForm(
        _ sent: inout PostedScreen,
        _ id: OpaqueID,
        _ helped: (draft: HelpedDraft, person: HelpedToday.Person)?,
        _ context: some SiteContext
    ) async throws -> Arrived {
        let (posted, force) = (sent.posted, try await force())
        guard let current = force.service(posted["layanan"] ?? "") else {
            throw ServiceRefusal.noSuchService
        }
        let shown = posted["versi"].flatMap { force.version($0, of: current) } ?? current
        var draft = try await drafts.openOrBegin(
            id,
            of: current,
            device: context.device,
            at: now()
        )
        draft.digest = shown.digest
        if let helped { draft.helped = helped.draft }
        var form = OpenForm(draft: draft, service: shown, force: force, now: now())
        let questions = shown.allQuestions.filter(\.type.isAsked)
        form.take(posted, of: questions)
        form.countMembers(of: questions)
        let screen = Screen(page: Applicant.formPage, questions: questions)
        let problems = try await takeFiles(of: &sent, on: screen, into: &form.draft)
        var arrived = Arrived(form: try goOn(with: form.draft, force))
        arrived.problem = problems.values.first
        arrived.person = helped?.person
        return arrived
    }

    /// Whom a helper helped, as the consent on the same page says; nil where nobody helped.
    private static func helped(
        _ posted: Posted,
        _ id: OpaqueID,
        _ official: WorkingOfficial?,
        _ times: OfflineTimes?,
        at now: Instant
    ) throws -> (draft: HelpedDraft, person: HelpedToday.Person)? {
        guard let official, let post = official.helperPost else { return nil }
        var consent = ConsentForm()
        consent.take(posted, named: ConsentForm.Names.offline)
        guard consent.problems.isEmpty else { throw ServiceRefusal.consentMissing }
        let person = HelpedToday.Person(
            id: id,
            title: consent.title,
            name: consent.name,
            hasNoPhone: consent.hasNoPhone,
            help: Assistance(
                by: Actor(official.id),
                post: post,
                agreed: times?.received(at: now, withinDays: CaseStory.longestDelayDays)
                    ?? now,
                script: ConsentScript.code
            )
        )
        return (HelpedDraft(of: person, by: official), person)
    }

    /// Puts the person on the list of this log-in, with the form.
    private func list(
        _ person: HelpedToday.Person,
        _ draft: Draft,
        _ request: Request
    ) async throws {
        guard let list = listOfHelped(request) else { return }
        try await change(list) { today in
            guard today[person.id] == nil else { return }
            today.people.append(person)
            today.begin(
                HelpedToday.Sheet(draft: draft.id, service: draft.service),
                for: person.id
            )
        }
    }

    private func noteSent(_ id: CaseID, _ draft: OpaqueID, _ request: Request) async throws {
        guard let list = listOfHelped(request), let number = try await number(of: id) else {
            return
        }
        try await change(list) { $0.sent(draft, as: number.digits) }
    }

    private func number(of id: CaseID) async throws -> TrackingNumber? {
        let digits = try await store.glance { reader in
            try reader.row("SELECT number FROM cases WHERE id = \(id.id)")?.text("number")
        }
        guard let digits, case .success(let number) = Self.number(digits) else { return nil }
        return number
    }

    /// The number, and on a citizen's own phone the way to the receipt.
    func sentAnswer(
        _ id: CaseID,
        helped: OpaqueID?,
        _ draft: OpaqueID,
        _ times: OfflineTimes?,
        _ context: some SiteContext
    ) async throws -> Response {
        guard let number = try await number(of: id) else { throw ServiceRefusal.noSuchCase }
        var members: [String: JSONValue] = ["nomor": .text(number.description)]
        if helped != nil { members["alamat"] = .text("/bantu/terkirim/\(number.digits)") }
        if let days = times?.daysOff(at: now()) {
            let words = Words.clockIsOff(days)
            members["pesan"] = .text(words.text(in: try visit(context).language))
        }
        return try PhoneOutbox.answer(draft, members)
    }

    /// What waits here as a draft, with what is wrong and where to mend it.
    private func mendAnswer(
        _ draft: OpaqueID,
        _ words: Words,
        status: Int,
        _ context: some SiteContext
    ) throws -> Response {
        try PhoneOutbox.answer(
            draft,
            [
                "pesan": .text(words.text(in: try visit(context).language)),
                "alamat": .text("/isi/\(draft)/periksa"), "tersimpan": .flag(true),
            ],
            status: status
        )
    }

    private func refusal(
        _ refused: any Refusal,
        of draft: OpaqueID,
        isKept: Bool,
        _ context: some SiteContext
    ) throws -> Response {
        let words = Words(refused.sentence, refused.sentenceInEnglish)
        // Who is signed in as somebody else may come back as the right one.
        let isAway = refused as? ServiceRefusal == .helperSignedOut
        let status = isAway ? 401 : refused.status
        if isKept, status < 500 { return try mendAnswer(draft, words, status: status, context) }
        return try PhoneOutbox.answer(
            draft,
            ["pesan": .text(words.text(in: try visit(context).language))],
            status: status
        )
    }
}

/// A form as it came out of a phone.
private struct Arrived {
    var form: OpenForm

    /// What is wrong with one of its files.
    var problem: Words?

    /// Who was helped with it.
    var person: HelpedToday.Person?

    /// Notes when it came, once, by the clock as it was when the form was opened: it is sent as of
    /// then, and nothing is received after it was sent.
    mutating func note(_ times: OfflineTimes?) {
        guard let times, form.draft.offline == nil else { return }
        form.draft.offline = OfflineArrival(
            received: times.received(
                at: form.now,
                withinDays: form.draft.helped == nil ? nil : CaseStory.longestDelayDays
            ),
            told: times.told(at: form.now, in: form.force.zone)
        )
    }
}

extension HelpedDraft {
    /// Whoever helps, and for whom.
    init(of person: HelpedToday.Person, by official: WorkingOfficial) {
        self.init(
            person: person.id,
            name: person.shownName,
            helper: official.name,
            hasNoPhone: person.hasNoPhone,
            help: person.help
        )
    }
}

extension OpenForm {
    /// A whole form says by what is written in it how many members there are.
    fileprivate mutating func countMembers(of questions: [Question]) {
        for question in questions {
            guard case .group(let parts, let count) = question.type else { continue }
            let written = (0..<count.most).last { index in
                parts.contains { part in
                    let name = FormFields.member(index, of: question.id.text, part.id)
                    return draft.hasAnswer(name)
                }
            }
            draft.fields["\(question.id)-banyak"] = [String(written.map { $0 + 1 } ?? 0)]
        }
    }
}
