import Blueprints
import Cases
import Feel
import Ledger
import Notices
import Office
import Site
import Stories

// The words of a notice follow from the record as it stood when the notice was asked for, so they
// are the same at every try, and nothing personal lies in the queue.

extension ServicesFeature {
    /// Words and person of a notice; nil where nobody is to be told: erased, without a name.
    func compose(
        _ reader: Reader,
        about: OpaqueID,
        _ notice: Code,
        seq: Int64
    ) throws -> ComposedNotice? {
        let force = try keeper.current(reader)
        guard let moment = try NoticeMoment(of: CaseID(about), at: seq, force, reader) else {
            return nil
        }
        return try moment.composed(notice, reader)
    }
}

/// A case as it stood right after the facts that asked for a notice.
struct NoticeMoment {
    let loaded: LoadedCase
    let force: InForce
    let answers: TypedAnswers

    /// What the citizen was asked for, where they were.
    private let missing: Sealed?

    init?(of id: CaseID, at seq: Int64, _ force: InForce, _ reader: Reader) throws {
        var state = CaseStory.beginning
        var version: Version = 0
        var moment: Instant?
        var missing: Sealed?
        for event in try reader.history(of: id.stream) {
            if let moment, event.seq > seq, event.at != moment { break }
            let fact = try event.fact(CaseFact.self)
            CaseStory.evolve(&state, fact)
            version = event.version
            if event.seq >= seq { moment = event.at }
            if case .asked(let asking) = fact.what { missing = asking.added.publicNote }
        }
        guard moment != nil, let subject = state.subject, subject.openness != .anonymous,
            let service = force.version(subject.digest.text),
            let answers = try reader.answers(state.answers.last, of: state, force)
        else { return nil }
        loaded = LoadedCase(
            id: id,
            state: state,
            version: version,
            subject: subject,
            service: service,
            answers: answers
        )
        self.force = force
        self.answers = answers
        self.missing = missing
    }

    func composed(_ notice: Code, _ reader: Reader) throws -> ComposedNotice? {
        guard let told = loaded.service.notices[ID(notice.text)],
            let sentence = told.text[.indonesian]
        else { return nil }
        let values = try values(reader)
        let name = (answers["nama"]?.text ?? "").split(separator: " ").first.map(String.init) ?? ""
        var composed = ComposedNotice(
            text: text(values.text(of: sentence)),
            subject: told.subject[.indonesian].map { safe(values.text(of: $0)) }
                ?? "Kabar permohonan \(loaded.subject.tracking)",
            firstName: name,
            wish: answers["kabar"]?.text ?? "wa",
            sender: force.regency.name
        )
        composed.phone = answers["hp"]?.text
        composed.mail = loaded.service.allQuestions
            .first { $0.type == .email && answers[$0.id] != nil }
            .flatMap { answers[$0.id]?.text }.flatMap { MailAddress($0) }
        composed.zone = force.zone
        composed.mayReachHelper = isHelped
        return composed
    }

    /// Filled in with a helper: the phone may be the helper's, and the message says whom it is for.
    private var isHelped: Bool { loaded.subject.helped != nil }

    /// "Bapak/Ibu, …" at the front, who writes and what we never ask for at the end.
    private func text(_ sentence: String) -> String {
        let flat = safe(sentence).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let rest = flat.dropFirst()
        let isWord = rest.first?.isLowercase == true
        let opened = isWord ? flat.prefix(1).lowercased() + rest : flat
        let unit = loaded.state.place?.unit ?? loaded.subject.owner
        let name = force.office.unit(unit)?.name
        let sender = [name, force.regency.name].compactMap(\.self).joined(separator: ", ")
        let warning = "Kami tidak pernah meminta uang atau kode."
        let body = opened.replacing(" " + warning, with: "")
        let opening = isHelped ? "Bapak/Ibu (kabar untuk warga yang dibantu)" : "Bapak/Ibu"
        return "\(opening), \(body) \(sender). \(warning)"
    }

    /// Never a NIK, whatever the text of the service says.
    private func safe(_ text: String) -> String {
        loaded.service.allQuestions.filter { $0.type == .nik }
            .compactMap { answers[$0.id]?.text }.filter { $0.count > 6 }
            .reduce(text) { text, nik in text.replacing(nik, with: "(NIK)") }
    }

    private func values(_ reader: Reader) throws -> SentenceValues {
        let calendar = force.calendar
        let calendars = UnitCalendars { _ in calendar }
        let state = loaded.state
        let due =
            state.waitingDue(calendars) ?? state.stepDue(calendars) ?? state.due(calendars)
        let words = try reader.words(missing) ?? ""
        let missing = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var values = SentenceValues(
            service: loaded.service,
            answers: answers,
            force: force,
            letter: (number: "", day: force.zone.day(loaded.subject.received)),
            unit: ""
        )
        let link = "\(force.installation.base)/lacak/\(loaded.subject.tracking.digits)"
        values.extra = [
            "nomor": .string(loaded.subject.tracking.description),
            "layanan": .string(loaded.service.title.indonesian),
            // The number opens stage and dates only: the message passes through other hands.
            "tautan": .string(link),
            "tenggat": .string(due.map { DateWords.longDate($0.day, in: .indonesian) } ?? ""),
            "kurang": .string(missing.hasSuffix(".") ? String(missing.dropLast()) : missing),
        ]
        return values
    }
}
