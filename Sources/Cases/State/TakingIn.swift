internal import Blueprints
internal import Stories

extension CaseState {
    /// Takes in one fact; whatever it means was written into it.
    mutating func takeIn(_ fact: CaseFact) {
        switch fact.what {
        case .submitted(let submission): begin(submission, at: fact.at)
        case .taken: take(fact.by, at: fact.at)
        case .assigned(let official): take(official, at: fact.at)
        case .returnedToUnit: release()
        case .acted(let act):
            counts[act.action, default: 0] += 1
            go(act.lead, note: act.added.publicNote ?? act.added.reason, at: fact.at)
        case .asked(let asking): pause(asking, at: fact.at)
        case .completed(let completion): resume(completion, at: fact.at)
        case .consulted(let unit, _):
            opinions.append(Opinion(unit: unit, askedAt: fact.at, answeredAt: nil))
            remember(.consulted, unit: unit, at: fact.at)
        case .advised(let unit, _): answer(unit, at: fact.at)
        case .noted(let note):
            if note.reader == .citizen { remember(.noted, note: note.words, at: fact.at) }
        case .withdrawn(let end, _): finish(end, as: .withdrawn, at: fact.at)
        case .reopened(let reopening): reopen(reopening, at: fact.at)
        case .becameLate(let lateness): becomeLate(lateness, at: fact.at)
        case .reminded(let due): ran.insert(CaseAlarm(.stepReminder, due: due))
        case .expired(let due, let end, _):
            ran.insert(CaseAlarm(.waitingEnds, due: due))
            finish(end, as: .expired, at: fact.at)
        case .legalLimitNear(let due): ran.insert(CaseAlarm(.legalLimit, due: due))
        case .letterNumbered(let letter): number(letter, at: fact.at)
        case .letterSigned(let letter): sign(letter, at: fact.at)
        case .letterVoided(let letter, _):
            settle(letter, .voided)
            if phase == .signing { phase = .open }
        case .objected:
            objectedAt = fact.at
            remember(.objected, at: fact.at)
        case .objectionAnswered(let answer):
            objectionAnsweredAt = fact.at
            remember(.objectionAnswered, note: answer, at: fact.at)
        case .objectionPeriodEnded(let due): ran.insert(CaseAlarm(.objectionEnds, due: due))
        case .linkChanged:
            linkChanges += 1
            remember(.linkChanged, at: fact.at)
        case .sensitiveOpened, .told: break
        case .recounted(let recount): raise(recount, at: fact.at)
        case .snoozed(let until, let reason):
            snooze = Snooze(until: until, by: fact.by, reason: reason)
        case .linked(let other): links.append(other)
        case .feePaid(let payment): pay(payment, at: fact.at)
        case .unlinked(let other, _): links.removeAll { $0 == other }
        case .feePaymentUndone: pay(nil, at: fact.at)
        case .answersErased:
            isErased = true
            answers = []
            letClockRun(at: fact.at)
            restriction = nil
            remember(.erased, at: fact.at)
        case .corrected, .restricted, .restrictionLifted, .recovered, .migrated, .migrationUndone:
            takeInRest(fact)
        case .closed(let end): finish(end, as: .cancelled, at: fact.at)
        }
        lookAfter(fact.what)
    }

    /// What whatever happens brings with it: a case wakes, and its newest move stays.
    private mutating func lookAfter(_ what: CaseEvent) {
        if what.wakes { snooze = nil }
        if !what.leavesMoveAlone { followMove() }
    }

    private mutating func begin(_ submission: Submission, at: Instant) {
        subject = CaseSubject(submission, recorded: at)
        answers = [submission.answers]
        casePromise = submission.promise.promise(
            from: submission.received,
            floor: submission.told
        )
        place = submission.first
        remember(.received, at: submission.received)
        enter(submission.first, at: at, promisedFrom: submission.received)
    }

    private mutating func take(_ official: Actor, at: Instant) {
        takenBy = official
        takenAt = at
    }

    /// Nil: it was recorded by mistake, and the fee is owed again.
    private mutating func pay(_ payment: FeePayment?, at: Instant) {
        self.payment = payment
        remember(payment == nil ? .paymentUndone : .paid, at: at)
    }

    private mutating func release() {
        takenBy = nil
        takenAt = nil
    }

    private mutating func go(_ lead: Lead, note: Sealed?, at: Instant) {
        switch lead {
        // News on the way: the case rests where it is, and the citizen reads what was written.
        case .stays: if note != nil { remember(.noted, note: note, at: at) }
        case .step(let entry): enter(entry, note: note, at: at, promisedFrom: at)
        case .end(let end): finish(end, note: note, at: at)
        }
    }

    private mutating func enter(
        _ entry: StepEntry,
        note: Sealed? = nil,
        at: Instant,
        promisedFrom start: Instant
    ) {
        place = entry
        enteredAt = at
        stepPromise = entry.within.promise(from: start, floor: entry.told)
        legalPromise = entry.legal?.promise(from: start)
        phase = .open
        release()
        let isNews =
            history.last { $0.what == .stage || $0.what == .received }?.stage != entry.stage
        if isNews || note != nil { remember(.stage, note: note, at: at) }
    }

    private mutating func finish(
        _ end: EndEntry,
        as what: PublicMoment.What? = nil,
        note: Sealed? = nil,
        at: Instant
    ) {
        letClockRun(at: at)
        phase = .ended
        self.end = end
        endedAt = at
        pause = nil
        // Nobody waits for an opinion on what is decided; a reopened case asks anew.
        opinions.removeAll { $0.answeredAt == nil }
        release()
        let shown: PublicMoment.What =
            switch end.shows {
            case .finished: .finished
            case .refused: .refused
            case .cancelled: .cancelled
            }
        remember(what ?? shown, note: note, at: at)
    }

    private mutating func pause(_ asking: Asking, at: Instant) {
        counts[asking.action, default: 0] += 1
        phase = .waiting
        pause = CasePause(
            since: at,
            waiting: asking.waiting.promise(from: at, floor: asking.told),
            then: asking.then,
            thenNotify: asking.thenNotify,
            leftOfCase: asking.leftOfCase,
            leftOfStep: asking.leftOfStep,
            asks: asking.added.publicNote
        )
        remember(.asked, note: asking.added.publicNote, at: at)
    }

    private mutating func resume(_ completion: Completion, at: Instant) {
        // A promise that was missed before the pause stays missed.
        if let left = pause?.leftOfCase {
            casePromise = casePromise?.resumed(with: left, at: at)
        }
        if let left = pause?.leftOfStep {
            stepPromise = stepPromise?.resumed(with: left, at: at)
        }
        if let told = completion.toldOfCase { casePromise?.floor = told }
        if let told = completion.toldOfStep { stepPromise?.floor = told }
        // The legal limit counts from a complete file.
        legalPromise = place?.legal?.promise(from: at)
        answers.append(completion.answers)
        pause = nil
        phase = .open
        remember(.completed, at: at)
    }

    private mutating func answer(_ unit: Code, at: Instant) {
        guard let index = opinions.lastIndex(where: { $0.unit == unit && $0.answeredAt == nil })
        else { return }
        opinions[index].answeredAt = at
    }

    private mutating func reopen(_ reopening: Reopening, at: Instant) {
        leg = reopening.leg
        end = nil
        endedAt = nil
        objectedAt = nil
        objectionAnsweredAt = nil
        (objectionPromise, answerPromise, reopenPromise) = (nil, nil, nil)
        casePromise = subject?.promise.promise(from: at, floor: reopening.told)
        place = reopening.first
        remember(.reopened, at: at)
        enter(reopening.first, at: at, promisedFrom: at)
    }

    private mutating func becomeLate(_ lateness: Lateness, at: Instant) {
        switch lateness.scope {
        case .whole:
            ran.insert(CaseAlarm(.caseLate, due: lateness.due))
            remember(.late, at: at)
        case .step: ran.insert(CaseAlarm(.stepLate, due: lateness.due))
        }
    }

    private mutating func raise(_ recount: Recount, at: Instant) {
        if let told = recount.ofStep { stepPromise?.floor = told }
        guard let told = recount.ofCase else { return }
        casePromise?.floor = told
        remember(.recounted, at: at)
    }

}

extension CaseState {
    private mutating func number(_ numbered: NumberedLetter, at: Instant) {
        letters.append(CaseLetter(numbered, answers: answers.last, version: subject?.digest))
        phase = .signing
        remember(.signing, at: at)
    }

    private mutating func sign(_ signed: SignedLetter, at: Instant) {
        settle(signed.letter, .signed, file: signed.file)
        phase = .open
        go(signed.lead, note: nil, at: at)
    }

    private mutating func settle(
        _ letter: OpaqueID,
        _ fate: CaseLetter.Fate,
        file: OpaqueID? = nil
    ) {
        guard let index = letters.firstIndex(where: { $0.letter == letter }) else { return }
        letters[index].fate = fate
        letters[index].file = file
    }

    /// Adds a line to what the citizen sees.
    mutating func remember(
        _ what: PublicMoment.What,
        note: Sealed? = nil,
        unit: Code? = nil,
        at: Instant
    ) {
        guard let place else { return }
        history.append(
            PublicMoment(
                at: at,
                what: what,
                stage: place.stage,
                unit: unit ?? place.unit,
                note: note
            )
        )
    }
}

extension CaseSubject {
    init(_ submission: Submission, recorded: Instant) {
        self.init(
            caseID: submission.caseID,
            tracking: submission.tracking,
            blueprint: submission.blueprint,
            service: submission.service,
            digest: submission.digest,
            owner: submission.owner,
            village: submission.village,
            channel: submission.channel,
            received: submission.received,
            recorded: recorded,
            promise: submission.promise,
            fee: submission.fee,
            reopen: submission.reopen,
            first: submission.first,
            isAnonymous: submission.isAnonymous,
            isSecret: submission.isSecret,
            helped: submission.helped,
            scan: submission.scan
        )
    }
}

extension CaseLetter {
    init(_ numbered: NumberedLetter, answers: Sealed?, version: Code?) {
        self.init(
            letter: numbered.letter,
            template: numbered.template,
            number: numbered.number,
            code: numbered.code,
            signer: numbered.signer,
            lead: numbered.lead,
            notify: numbered.notify,
            answers: answers,
            version: version,
            fate: .numbered,
            file: nil
        )
    }
}
