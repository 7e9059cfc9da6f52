internal import Blueprints
internal import Stories

// What happens beside the steps.
extension Judgement {
    mutating func consult(_ name: ID, _ question: String) throws(CaseRefusal) -> [CaseEvent] {
        _ = try holderOfStep()
        try requireOpen()
        let place = try place()
        guard let step = try service().steps.first(where: { $0.id.text == place.step.text }) else {
            throw .versionMissing
        }
        guard step.consult.contains(name) else { throw .opinionNotPlanned }
        let unit = try bound(name)
        if isAsked(unit) { throw .opinionAlreadyAsked }
        let sealed = try seal(question, orThrow: .noteEmpty)
        try cause("opinion", unit)
        return [.consulted(unit: unit, question: sealed)]
    }

    mutating func advise(_ unit: Code, _ answer: String) throws(CaseRefusal) -> [CaseEvent] {
        guard try official().works(in: unit) else { throw .notYours }
        guard isAsked(unit) else { throw .opinionNotAsked }
        return [.advised(unit: unit, answer: try seal(answer, orThrow: .noteEmpty))]
    }

    private func isAsked(_ unit: Code) -> Bool {
        state.opinions.contains { $0.unit == unit && $0.answeredAt == nil }
    }

    mutating func note(_ words: String, _ reader: Note.Reader) throws(CaseRefusal) -> [CaseEvent] {
        // What the citizen reads comes from who decides.
        switch reader {
        case .citizen: try officialOfDecision()
        case .officials: try officialOfCase()
        }
        return [.noted(Note(try seal(words, orThrow: .noteEmpty), for: reader))]
    }

    func open(_ field: Code) throws(CaseRefusal) -> [CaseEvent] {
        try officialOfDecision()
        return [.sensitiveOpened(field: field)]
    }

    func tell(_ notice: Code, _ channel: Code) throws(CaseRefusal) -> [CaseEvent] {
        try officialOfDecision()
        return [.told(notice: notice, channel: channel)]
    }

    /// The answers' key is destroyed by whoever appends this.
    func erase(_ erased: ErasedAnswers) throws(CaseRefusal) -> [CaseEvent] {
        try notTheApplicant()
        return [.answersErased(erased)]
    }

    func close() throws(CaseRefusal) -> [CaseEvent] {
        try notTheApplicant()
        guard state.isErased else { throw .notErased }
        return [.closed(end: EndEntry(ending: "ditutup", shows: .cancelled))]
    }
}
