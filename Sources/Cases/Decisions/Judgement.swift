internal import Blueprints
internal import Stories

/// One decision being made: what it may know, and what it has sealed and claimed so far.
struct Judgement {
    let state: CaseState
    let known: KnownOfCase
    var sealed: [Payload] = []
    var claims: [Claim] = []
    var effects: [Stories.Effect] = []

    init(_ state: CaseState, _ known: KnownOfCase) {
        self.state = state
        self.known = known
    }

    /// Refuses what no case in this situation does.
    func admit(_ command: CaseCommand) throws(CaseRefusal) {
        if case .submit = command {
            if state.phase != .unborn { throw .alreadySubmitted }
            return
        }
        if state.phase == .unborn { throw .notSubmitted }
        if state.isErased {
            guard case .close = command else { throw .erased }
        }
        if state.restriction != nil, !command.fitsWhileRestricted { throw .restricted }
        if state.phase == .ended, !command.fitsAfterEnd { throw .closed }
    }

    mutating func events(_ command: CaseCommand) throws(CaseRefusal) -> [CaseEvent] {
        switch command {
        case .submit(let new): try submit(new)
        case .take: try take()
        case .assign(let colleague): try assign(colleague)
        case .returnToUnit: try returnToUnit()
        case .act(let request): try act(request)
        case .complete(let answers, let files): try complete(answers, files)
        case .consult(let unit, let question): try consult(unit, question)
        case .advise(let unit, let answer): try advise(unit, answer)
        case .note(let words, let reader): try note(words, reader)
        case .withdraw(let reason): try withdraw(reason)
        case .reopen(let reason): try reopen(reason)
        case .sign(let letter, let way, let file): try sign(letter, way, file)
        case .void(let letter, let reason): try void(letter, reason)
        case .object(let reason): try object(reason)
        case .answerObjection(let answer): try answerObjection(answer)
        case .changeLink: try changeLink()
        case .open(let field): try open(field)
        case .tell(let notice, let channel): try tell(notice, channel)
        case .erase(let erased): try erase(erased)
        case .correct(let order): try correct(order)
        case .restrict(let cause, let reason, let request): try restrict(cause, reason, request)
        case .liftRestriction(let reason): try liftRestriction(reason)
        case .close: try close()
        case .run(let alarm): try run(alarm)
        case .recount(let cause): try recount(cause)
        case .snooze(let until, let reason): try snooze(until, reason)
        case .link(let other): try link(other)
        case .pay(let receipt, let day): try pay(receipt, day)
        case .unlink(let other, let reason): try unlink(other, reason)
        case .undoPayment(let reason): try undoPayment(reason)
        case .migrate(let migration): try migrate(migration)
        case .undoMigration(let plan): try undoMigration(plan)
        }
    }

    /// Who stands beside the facts: a citizen under the name of the case.
    func actor(for command: CaseCommand) -> Actor {
        switch known.who {
        case .official(let duties): return duties.official
        case .clock: return .system
        case .applicant:
            if case .submit(let new) = command { return new.caseID.applicant }
            return state.subject?.caseID.applicant ?? .system
        }
    }
}

extension CaseCommand {
    /// Whether an ended case still takes it; each has reasons of its own beside.
    fileprivate var fitsAfterEnd: Bool {
        switch self {
        case .reopen, .object, .answerObjection, .changeLink, .note, .open, .tell, .erase, .run,
            .link, .pay, .unlink, .undoPayment, .correct, .restrict, .liftRestriction:
            true
        case .submit, .snooze, .take, .assign, .returnToUnit, .act, .complete, .consult, .advise,
            .withdraw,
            .sign, .void, .close, .recount, .migrate, .undoMigration:
            false
        }
    }
}

// What several decisions need.
extension Judgement {
    func subject() throws(CaseRefusal) -> CaseSubject {
        guard let subject = state.subject else { throw .notSubmitted }
        return subject
    }

    func place() throws(CaseRefusal) -> StepEntry {
        guard let place = state.place else { throw .notSubmitted }
        return place
    }

    /// The version of the service on which the case stays.
    func service() throws(CaseRefusal) -> PublicService {
        guard let service = known.service else { throw .versionMissing }
        if let subject = state.subject, subject.digest.text != service.digest {
            throw .versionMissing
        }
        return service
    }

    /// The official who acts, where one does.
    func official() throws(CaseRefusal) -> Duties {
        guard case .official(let duties) = known.who else { throw .notYours }
        return duties
    }

    /// The official who holds the duty of the step, and has not to leave it to somebody else.
    func holderOfStep() throws(CaseRefusal) -> Duties {
        let (duties, place) = (try official(), try place())
        guard duties.has(place.by, in: place.unit) else { throw .notYours }
        if let other = state.takenBy, other != duties.official {
            throw .takenBy(other, since: state.takenAt ?? known.now)
        }
        return duties
    }

    /// The official who holds the duty of the step, or the one who is told when it is late.
    func holderOrSupervisor() throws(CaseRefusal) {
        let (duties, place) = (try official(), try place())
        guard state.mayDirect(duties, in: place) else { throw .notYours }
    }

    /// An official of a unit that has to do with the case.
    func officialOfCase() throws(CaseRefusal) {
        let duties = try official()
        guard state.units.contains(where: duties.works) else { throw .notYours }
    }

    /// An official of a unit that decides on the case: one that was only asked for its opinion
    /// reads and answers.
    func officialOfDecision() throws(CaseRefusal) {
        let duties = try official()
        guard state.decidingUnits.contains(where: duties.works) else { throw .notYours }
    }

    /// The applicant, or an official who does it for them at the counter.
    func applicantOrCounter() throws(CaseRefusal) {
        switch known.who {
        case .applicant: return
        case .official: try officialOfDecision()
        case .clock: throw .notYours
        }
    }

    /// Anybody but the applicant: whether this official may is for the desk to know.
    func notTheApplicant() throws(CaseRefusal) {
        if known.who == .applicant { throw .notYours }
    }

    func onlyTheClock() throws(CaseRefusal) {
        guard known.who == .clock else { throw .notYours }
    }

    func requireOpen() throws(CaseRefusal) {
        switch state.phase {
        case .open: return
        case .waiting: throw .waitingForCitizen
        case .signing: throw .letterAwaitsSignature
        case .ended: throw .closed
        case .unborn: throw .notSubmitted
        }
    }

    func code(_ id: ID) throws(CaseRefusal) -> Code { try code(id.text) }

    func code(_ text: String) throws(CaseRefusal) -> Code {
        guard let code = Code(text) else { throw .versionMissing }
        return code
    }

    /// Seals words that must not be empty.
    mutating func seal(
        _ words: String,
        orThrow missing: CaseRefusal
    ) throws(CaseRefusal) -> Sealed {
        guard let sealed = try sealIfAny(words) else { throw missing }
        return sealed
    }

    mutating func sealIfAny(_ words: String) throws(CaseRefusal) -> Sealed? {
        guard !words.allSatisfy(\.isWhitespace) else { return nil }
        return seal(Array(words.utf8), of: try subject().caseID)
    }

    mutating func seal(_ bytes: [UInt8], of caseID: CaseID) -> Sealed {
        let (payload, sealed) = known.sealer.seal(bytes, in: caseID.dossier, known.draw)
        self.sealed.append(payload)
        return sealed
    }

    /// Asks for something to be done after the commit.
    mutating func cause(_ kind: Code, _ about: Code?...) throws(CaseRefusal) {
        let caseID = try code(try subject().caseID.id.description)
        let about = about.compactMap(\.self)
        effects.append(Stories.Effect(kind: kind, key: known.draw.id(), about: [caseID] + about))
    }

    /// Tells the citizen a notice of the service.
    mutating func notify(_ notice: Code?) throws(CaseRefusal) {
        if let notice { try cause("notice", notice) }
    }
}
