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

    /// Given back by whoever took it, or by the machine once they no longer hold the post.
    func returnToUnit() throws(CaseRefusal) -> [CaseEvent] {
        guard let holder = state.takenBy else { throw .notTaken }
        if known.who == .clock { return [.returnedToUnit] }
        let duties = try official()
        guard holder == duties.official else {
            throw .takenBy(holder, since: state.takenAt ?? known.now)
        }
        return [.returnedToUnit]
    }
}
