internal import Blueprints
internal import Feel
internal import Stories

extension Judgement {
    mutating func act(_ request: ActRequest) throws(CaseRefusal) -> [CaseEvent] {
        let place = try place()
        _ = try holderOfStep()
        guard place.step.text == request.step.text else { throw .stepMovedOn(to: place.step) }
        try requireOpen()
        let action = try offered(request.action, in: request.step)
        if action.needs.contains(.feePaid), state.owesFee { throw .feeNotPaid }
        let added = try add(request, to: action)
        if let asks = action.asksCitizen { return [try ask(action, asks, added)] }
        if let letter = action.letter { return try number(letter, for: action, added) }
        let notice = try notice(action.notify, action.to)
        try notify(notice)
        return [
            .acted(
                Act(
                    action: try code(action.id),
                    lead: try lead(action.to, owner: try subject().owner),
                    added: added,
                    register: try codeIfAny(action.record?.register),
                    notify: notice
                )
            )
        ]
    }

    /// The action, if the step has it and it applies to this case now.
    private func offered(_ id: ID, in step: ID) throws(CaseRefusal) -> Action {
        guard let step = try service().step(step) else { throw .versionMissing }
        guard let action = step.actions.first(where: { $0.id == id }) else { throw .actionUnknown }
        if let when = action.when, !when.value(known.answers).isTrue { throw .actionNotOffered }
        if let times = action.times, state.counts[try code(id), default: 0] >= times {
            throw .timesUsedUp(times)
        }
        return action
    }

    private mutating func add(
        _ request: ActRequest,
        to action: Action
    ) throws(CaseRefusal) -> Added {
        let publicNote = try sealIfAny(request.publicNote)
        let internalNote = try sealIfAny(request.internalNote)
        let reason = try sealIfAny(request.reason)
        if action.needs.contains(.publicNote), publicNote == nil { throw .publicNoteMissing }
        if action.needs.contains(.internalNote), internalNote == nil { throw .internalNoteMissing }
        if action.needs.contains(.reason), reason == nil { throw .reasonMissing }
        if action.needs.contains(.file), request.files.isEmpty { throw .fileMissing }
        return Added(
            publicNote: publicNote,
            internalNote: internalNote,
            reason: reason,
            files: request.files
        )
    }

    private mutating func ask(
        _ action: Action,
        _ asks: AskCitizen,
        _ added: Added
    ) throws(CaseRefusal) -> CaseEvent {
        let (subject, place) = (try subject(), try place())
        let waiting = PromisedTime(asks.waiting)
        let owner = known.calendars[subject.owner]
        let notice = try notice(action.notify, nil)
        try notify(notice)
        return .asked(
            Asking(
                action: try code(action.id),
                added: added,
                waiting: waiting,
                told: owner.due(waiting.promise(from: known.now)).target,
                then: try end(asks.then),
                thenNotify: try self.notice(.none, .outcome(asks.then)),
                leftOfCase: state.casePromise.flatMap { owner.left(of: $0, at: known.now) },
                leftOfStep: state.stepPromise.flatMap {
                    known.calendars[place.unit].left(of: $0, at: known.now)
                },
                notify: notice
            )
        )
    }

    private mutating func number(
        _ id: ID,
        for action: Action,
        _ added: Added
    ) throws(CaseRefusal) -> [CaseEvent] {
        guard let letter = try service().letters[id] else { throw .versionMissing }
        guard let register = known.register else { throw .registerMissing }
        if register.isLocked { throw .registerLocked }
        let today = known.calendars[try place().unit].zone.day(known.now)
        let day = max(today, register.lastDay ?? today)
        let running = register.last + 1
        let text = letter.number.text(
            LetterNumbering(
                classification: letter.classification,
                running: running,
                unit: register.unitCode,
                day: day
            )
        )
        guard let number = Code(text) else { throw .numberCannotBeFormed }
        let lead = try lead(action.to, owner: try subject().owner)
        let numbered = NumberedLetter(
            letter: known.draw.id(),
            template: try code(id),
            number: number,
            register: register.counter,
            running: running,
            day: day,
            code: known.draw.id(),
            signer: try code(letter.signer),
            action: try code(action.id),
            lead: lead,
            notify: try notice(action.notify, action.to)
        )
        claims.append(.count(name: register.counter, was: register.last))
        try cause("letter", try code(numbered.letter.description))
        let act = Act(
            action: numbered.action,
            lead: .stays,
            added: added,
            letter: numbered.template,
            register: try codeIfAny(action.record?.register)
        )
        return [.acted(act), .letterNumbered(numbered)]
    }
}
