internal import Stories

// Who works on it.
extension Judgement {
    func take() throws(CaseRefusal) -> [CaseEvent] {
        let duties = try holderOfStep()
        return state.takenBy == duties.official ? [] : [.taken]
    }

    func assign(_ colleague: Duties) throws(CaseRefusal) -> [CaseEvent] {
        try holderOrSupervisor()
        let place = try place()
        guard colleague.has(place.by, in: place.unit) else { throw .colleagueNotEntitled }
        return state.takenBy == colleague.official ? [] : [.assigned(to: colleague.official)]
    }

    func returnToUnit() throws(CaseRefusal) -> [CaseEvent] {
        let duties = try official()
        guard let holder = state.takenBy else { throw .notTaken }
        guard holder == duties.official else {
            throw .takenBy(holder, since: state.takenAt ?? known.now)
        }
        return [.returnedToUnit]
    }
}
