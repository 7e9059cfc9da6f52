internal import Blueprints
internal import Feel
internal import Stories

// Where something leads, worked out from the service as the facts will hold it.
extension Judgement {
    func lead(_ target: Target?, owner: Code) throws(CaseRefusal) -> Lead {
        switch target {
        case nil: .stays
        case .step(let id): .step(try entry(id, owner: owner, from: known.now))
        case .outcome(let id): .end(try end(id))
        }
    }

    func entry(_ id: ID, owner: Code, from start: Instant) throws(CaseRefusal) -> StepEntry {
        let service = try service()
        guard let step = service.step(id) else { throw .versionMissing }
        let unit = try unit(of: step, owner: owner)
        let within = PromisedTime(step.within)
        return StepEntry(
            step: try code(step.id),
            stage: step.stage,
            by: try code(step.by),
            unit: unit,
            within: within,
            told: known.calendars[unit].due(within.promise(from: start)).target,
            remind: step.remind.map(PromisedTime.init),
            late: try codeIfAny(step.late),
            legal: step.legal.map { PromisedTime($0.limit) },
            mayWithdraw: service.mayWithdraw(in: id)
        )
    }

    /// Whose officials act in a step: those of the village that it names, of the unit that it
    /// names, or else of the service's owner.
    private func unit(of step: Step, owner: Code) throws(CaseRefusal) -> Code {
        if let at = step.at, let village = known.answers[at.text], !village.isNull {
            guard let unit = known.unitsOfSteps[step.id] else {
                let name = step.unit?.text ?? owner.text
                throw .unitNotBound(name)
            }
            return unit
        }
        return if let name = step.unit { try bound(name) } else { owner }
    }

    func end(_ id: ID) throws(CaseRefusal) -> EndEntry {
        guard let ending = try service().ending(id) else { throw .versionMissing }
        return EndEntry(
            ending: try code(id),
            shows: ending.shows,
            appeal: ending.appeal.map(PromisedTime.init),
            survey: ending.survey.flatMap { Code($0) }
        )
    }

    /// What is told: what the action says, or else what the ending says to which it leads.
    func notice(_ choice: NoticeChoice, _ target: Target?) throws(CaseRefusal) -> Code? {
        if case .notice(let id) = choice { return try code(id) }
        guard case .outcome(let id) = target,
            case .notice(let told)? = try service().ending(id)?.notify
        else { return nil }
        return try code(told)
    }

    func bound(_ name: ID) throws(CaseRefusal) -> Code {
        guard let unit = known.units[name] else { throw .unitNotBound(name.text) }
        return unit
    }

    /// The same lead with its target counted from now.
    func retold(_ lead: Lead) -> Lead {
        switch lead {
        case .stays, .end: lead
        case .step(let entry): .step(retold(entry))
        }
    }

    func retold(_ entry: StepEntry) -> StepEntry {
        let promise = entry.within.promise(from: known.now)
        return entry.told(known.calendars[entry.unit].due(promise).target)
    }

    func codeIfAny(_ id: ID?) throws(CaseRefusal) -> Code? {
        guard let id else { return nil }
        return try code(id)
    }
}

extension PublicService {
    /// Whether the citizen may withdraw while the case rests in a step.
    fileprivate func mayWithdraw(in step: ID) -> Bool {
        guard let limit = withdrawUntil,
            let last = steps.firstIndex(where: { $0.id == limit }),
            let here = steps.firstIndex(where: { $0.id == step })
        else { return false }
        return here < last
    }
}
