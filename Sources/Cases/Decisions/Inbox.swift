internal import Stories

// Who works on it.
extension Judgement {
    func take() throws(CaseRefusal) -> [CaseEvent] {
        let duties = try holderOfStep()
        return state.takenBy == duties.official ? [] : [.taken]
    }

    func assign(_ colleague: Duties) throws(CaseRefusal) -> [CaseEvent] {
        let (duties, place) = (try official(), try place())
        let mayAssign =
            duties.has(place.by, in: place.unit)
            || place.late.map { duties.has($0, in: place.unit) } == true
        guard mayAssign else { throw .notYours }
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
