import Blueprints
import Cases
import Feel
import Ledger
import Stories

/// The case of an example, from its submission to the last thing that is done to it.
///
/// Before each act the clock catches up, as it does in an office: reminders go out, promises
/// break, waiting ends.
struct ExampleCase {
    let form: ExampleForm
    private let calendar: WorkCalendar
    private let office: ExampleOffice
    private let draw: Draw

    private(set) var state = CaseStory.beginning
    private(set) var answers = TypedAnswers()
    private(set) var now = Instant(milliseconds: 0)
    private var given: [ID: RawAnswer] = [:]
    private var units: [ID: Code] = [:]
    private var counters: [Code: (last: Int64, day: Day)] = [:]

    init(
        form: ExampleForm,
        calendar: WorkCalendar,
        office: ExampleOffice,
        draw: Draw = .random
    ) {
        self.form = form
        self.calendar = calendar
        self.office = office
        self.draw = draw
    }

    var service: PublicService { form.service }
    var calendars: UnitCalendars { UnitCalendars { [calendar] _ in calendar } }
    var today: Day { day(of: now) }

    /// The date on the wall of the regency's offices.
    func day(of instant: Instant) -> Day { calendar.zone.day(instant) }

    /// The village whose unit has the case, where the service has one for each.
    private var village: Code? {
        service.at.flatMap { answers[$0]?.text }.flatMap { Code($0) }
    }

    mutating func submit(
        _ given: [ID: RawAnswer],
        _ answers: TypedAnswers,
        at time: ExampleTime
    ) throws(ExampleComplaint) {
        self.given = given
        self.answers = answers
        now = time.instant
        units = try office.units(for: village)
        guard let owner = units[service.owner] else { return }
        var new = NewCase(
            caseID: CaseID(draw.id()),
            draft: draw.id(),
            owner: owner,
            channel: .online,
            received: now,
            answers: answers.canonicalBytes
        )
        new.village = village
        let openness = service.openness(of: answers)
        new.isAnonymous = openness == .anonymous
        new.isSecret = openness == .secret
        do throws(CaseRefusal) { try decide(.submit(new), by: .applicant) } catch {
            throw ExampleComplaint("Permohonan tidak bisa dikirim: \(error.sentence)")
        }
    }

    /// Lets the clock catch up, then does what the example says.
    mutating func perform(_ act: ExampleAct) throws(ExampleComplaint) {
        let time = try ExampleTime(act.at, in: calendar.zone)
        guard time.instant >= now else {
            throw ExampleComplaint(
                "Tindakan \"\(act.act)\" pada \(act.at) lebih awal daripada yang sebelumnya. "
                    + "Urutkan tindakan menurut waktunya."
            )
        }
        try pass(until: time.instant)
        let step = state.place.flatMap { service.step(ID($0.step.text)) }
        let isOfStep = step?.actions.contains { $0.id == act.act } == true
        switch (isOfStep, act.act.text) {
        case (false, "tunggu"): return
        case (false, "lengkapi"): try complete(act)
        case (false, "bayar"):
            try doOrExplain(.pay(receipt: act.note ?? "", day: today), act, official)
        case (false, "tarik"): try doOrExplain(.withdraw(reason: act.note ?? ""), act, .applicant)
        case (false, "tanda_tangan"):
            guard let letter = state.openLetter else {
                throw ExampleComplaint(
                    "Pada \(act.at) tidak ada surat yang menunggu tanda tangan. "
                        + "Terbitkan suratnya lebih dulu."
                )
            }
            let command = CaseCommand.sign(letter: letter.letter, way: .scan, file: draw.id())
            try doOrExplain(command, act, official)
        default: try doOrExplain(.act(request(act, in: step)), act, official)
        }
    }

    private var official: Party { .official(office.official(of: state.units)) }

    private func request(_ act: ExampleAct, in step: Step?) -> ActRequest {
        let needs = step?.actions.first { $0.id == act.act }?.needs ?? []
        var request = ActRequest(act.act, in: step?.id ?? "")
        let note = act.note ?? ""
        if needs.contains(.reason) { request.reason = note }
        if needs.contains(.internalNote) { request.internalNote = note }
        if needs.contains(.publicNote) || needs.isDisjoint(with: [.reason, .internalNote]) {
            request.publicNote = note
        }
        if needs.contains(.file) { request.files = [draw.id()] }
        return request
    }

    private mutating func complete(_ act: ExampleAct) throws(ExampleComplaint) {
        let changed = given.merging(form.raw(act.answers)) { $1 }
        let reading = form.read(changed)
        guard reading.isComplete else {
            throw ExampleComplaint(
                "Jawaban yang dilengkapi pada \(act.at) belum benar: "
                    + reading.sentences.joined(separator: "; ")
            )
        }
        let bytes = reading.answers.canonicalBytes
        try doOrExplain(.complete(answers: bytes, files: []), act, .applicant)
        given = changed
        answers = reading.answers
    }

    private mutating func doOrExplain(
        _ command: CaseCommand,
        _ act: ExampleAct,
        _ party: Party
    ) throws(ExampleComplaint) {
        do throws(CaseRefusal) { try decide(command, by: party) } catch {
            throw ExampleComplaint(explanation(error, of: act))
        }
    }

    /// Runs every timer that is due by then, each at its own moment.
    private mutating func pass(until moment: Instant) throws(ExampleComplaint) {
        while let timer = dueTimers(state, calendars, now: moment).first {
            guard case .run(let alarm) = timer else { break }
            now = max(now, alarm.due)
            do throws(CaseRefusal) { try decide(timer, by: .clock) } catch {
                throw ExampleComplaint("Waktu tidak bisa berjalan: \(error.sentence)")
            }
        }
        now = max(now, moment)
    }

    private mutating func decide(
        _ command: CaseCommand,
        by party: Party
    ) throws(CaseRefusal) {
        var known = KnownOfCase(
            who: party,
            now: now,
            draw: draw,
            sealer: .sha256,
            calendars: calendars,
            service: service
        )
        known.answers = service.names(answers, today: FeelDate(daysSince1970: today.number))
        known.units = units
        known.unitsOfSteps = office.unitsOfSteps(known.answers)
        known.register = register
        let decision = try CaseStory.decide(state, command, known)
        for claim in decision.claims {
            if case .count(let name, let was) = claim { counters[name] = (was + 1, today) }
        }
        for fact in decision.facts { CaseStory.evolve(&state, fact) }
    }

    private var register: LetterRegister? {
        guard let unit = state.place?.unit,
            let counter = Code("surat/\(unit)/\(today.parts.year)")
        else { return nil }
        return LetterRegister(
            counter: counter,
            last: counters[counter]?.last ?? 0,
            lastDay: counters[counter]?.day,
            unitCode: office.code(of: unit)
        )
    }
}
