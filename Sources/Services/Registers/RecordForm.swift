import Blueprints
import Feel
import Registers
import Site
import Stories

/// The form of one record: the fields of its register, asked like the questions of a service.
///
/// It is kept nowhere; what was typed stands on the page until it is done.
struct RecordForm: Sendable {
    let register: ReadableRegister
    let force: InForce
    let now: Instant

    /// The record: one to come, or one that is put right.
    let id: OpaqueID

    /// What the record says now and at which version; nil for a new one.
    var standing: WrittenRecord?
    var draft: Draft
    var found: FoundVillages?
    var problems: [String: Site.Words] = [:]
    var notice: Notice?
    var status = 200

    init(
        _ register: ReadableRegister,
        _ force: InForce,
        at now: Instant,
        of id: OpaqueID,
        _ standing: WrittenRecord? = nil
    ) {
        (self.register, self.force, self.now) = (register, force, now)
        (self.id, self.standing) = (id, standing)
        draft = Draft(typedAt: now)
        guard let said = standing?.content else { return }
        draft.fields = FormFields.fields(from: said, to: fields.filter { !hides($0) })
    }

    /// The fields that can be typed.
    var fields: [Question] {
        register.register.fields.filter { field in
            switch field.type {
            case .photo, .file, .group, .computed: false
            case .text, .longText, .name, .choice, .choices, .yesNo, .whole, .decimal, .money,
                .date, .phone, .email, .nik, .nib, .village, .point, .area, .person:
                true
            }
        }
    }

    /// The number of a person is shown by its ends only, so a correction does not show it either:
    /// left empty, it stays.
    private func hides(_ field: Question) -> Bool {
        field.type == .nik && standing?.content?[field.id] != nil
    }

    mutating func take(_ posted: Posted) {
        draft.take(posted, of: fields)
        for field in fields {
            guard case .area = field.type else { continue }
            problems[field.id.text] = draft.takeArea(of: field.id.text, from: posted)
        }
    }

    /// What the record is to say; nil where something is to be fixed first.
    mutating func read() -> TypedAnswers? {
        let asked = register.register.fields
        var given = FormFields.answers(to: fields, in: draft)
        for field in fields where hides(field) {
            guard draft.fields[field.id.text]?.first?.isEmpty != false,
                let old = standing?.content?[field.id]?.text
            else { continue }
            given[field.id] = .text(old)
        }
        let reading = readForm(
            fields,
            checks: [],
            given: given,
            on: force.ground(FeelDate(force.zone.day(now)))
        )
        problems.merge(reading.problems(of: fields)) { first, _ in first }
        guard problems.isEmpty else {
            status = 422
            return nil
        }
        var answers = reading.answers
        let typed = Set(fields.map(\.id))
        for field in asked where !typed.contains(field.id) {
            answers[field.id] = standing?.content?[field.id]
        }
        return answers.settled(for: asked, today: FeelDate(force.zone.day(now)))
    }

    /// Says at the first of its fields that another record says the same.
    mutating func tellTaken() {
        let names = register.register.fields.filter { register.register.unique.contains($0.id) }
        if let first = names.first {
            problems[first.id.text] = .recordSaysSame(names.map(\.ask))
        }
        status = 409
    }

    /// Says that somebody else wrote the record, and goes on from what it says now.
    mutating func tellMovedOn(_ newer: WrittenRecord?) {
        standing = newer ?? standing
        let refusal = RegisterRefusal.movedOn
        notice = Notice(.attention, Words(refusal.sentence, refusal.sentenceInEnglish))
        status = refusal.status
    }

    var page: FormPage {
        let isNew = standing == nil
        let shown = fields.map { question in
            var renderer = QuestionField(question: question, draft: draft, villages: force.villages)
            renderer.found = found
            var field = renderer.field.with(error: problems[question.id.text])
            if hides(question) {
                field.hint = .leftEmptyStays
                field.isOptional = true
            }
            return field
        }
        var hidden = [("catatan", id.description)]
        if let standing { hidden.append(("versi", String(standing.version.count))) }
        var page = FormPage(
            isNew ? .enterRecord : .correctRecord,
            Form(
                to: isNew ? register.page("baru") : register.page("betulkan", of: id),
                shown,
                hidden: hidden,
                buttons: [Button(isNew ? .keepRecord : .keepCorrection)]
            ),
            back: Link(
                Words(register.register.title),
                isNew ? register.address : register.address(of: id)
            )
        )
        page.before = [Paragraphs(Words(register.register.title))]
        if let notice { page.before.append(notice) }
        page.frame.status = status
        return page
    }
}
