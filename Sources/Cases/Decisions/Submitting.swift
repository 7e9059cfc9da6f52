internal import Blueprints
internal import Feel
internal import Stories

extension CaseStory {
    /// How many days after its receipt an application may still be recorded.
    package static let longestDelayDays = 30
}

extension Judgement {
    mutating func submit(_ new: NewCase) throws(CaseRefusal) -> [CaseEvent] {
        let service = try service()
        try mayBring(new)
        guard !new.answers.isEmpty else { throw .answersMissing }
        let delay = try delay(of: new)
        guard let first = service.steps.first else { throw .versionMissing }
        let promise = PromisedTime(service.standard.time)
        let calendar = known.calendars[new.owner]
        var submission = Submission(
            caseID: new.caseID,
            tracking: new.tracking ?? TrackingNumber(known.draw),
            blueprint: try code(service.blueprint.description),
            service: try code(service.id),
            digest: try code(service.digest),
            owner: new.owner,
            village: new.village,
            channel: new.channel,
            received: new.received,
            delay: delay,
            answers: seal(new.answers, of: new.caseID),
            files: new.files,
            isAnonymous: new.isAnonymous && service.allowsAnonymous,
            isSecret: new.isSecret && service.allowsSecret,
            promise: promise,
            told: calendar.due(promise.promise(from: new.received)).target,
            fee: try fee(service.standard.fee),
            reopen: service.reopen.map(PromisedTime.init),
            first: try entry(first.id, owner: new.owner, from: new.received),
            helped: new.helped,
            scan: new.scan.isEmpty ? nil : seal(Array(new.scan.utf8), of: new.caseID)
        )
        if let lost = new.lost { submission.keep(what: lost.was) }
        claim(submission, of: new)
        let brought = new.lost.map { CaseEvent.recovered($0.by) }
        return [.submitted(submission), brought].compactMap(\.self)
    }

    private mutating func claim(_ submission: Submission, of new: NewCase) {
        // Who comes back by a receipt has no draft any more; the record puts its marks back.
        if new.lost == nil { claims.append(.unique(space: "draft", key: new.draft.bytes)) }
        // A printed number was taken when it was printed; it is used, or given back, once.
        let isPrinted = new.lost?.isPrinted ?? (new.tracking != nil)
        claims.append(
            .unique(
                space: isPrinted ? "borang" : "tracking",
                key: Array(submission.tracking.digits.utf8)
            )
        )
    }

    /// What comes on paper or at a counter is recorded by an official of the unit, who stands
    /// for when it was received; a citizen only sends a form of their own.
    private func mayBring(_ new: NewCase) throws(CaseRefusal) {
        // What was received before stands by the receipt, whoever hands it in.
        if new.lost != nil { return }
        switch new.channel {
        case .online, .offline: return
        case .counter, .paper:
            guard try official().works(in: new.owner) else { throw .notYours }
        }
    }

    /// The sealed reason for recording it late, where somebody recorded it late.
    private mutating func delay(of new: NewCase) throws(CaseRefusal) -> Sealed? {
        guard new.received <= known.now else { throw .receivedInFuture }
        let days = CaseStory.longestDelayDays
        // Not for what came in time and was lost by us.
        guard new.lost != nil || known.now.seconds(since: new.received) <= Int64(days) * 86_400
        else {
            throw .receivedTooLongAgo(days: days)
        }
        let zone = known.calendars[new.owner].zone
        let isLate = zone.day(new.received) < zone.day(known.now)
        guard !new.delay.allSatisfy(\.isWhitespace) else {
            // A form that waited for a signal explains itself.
            if isLate, new.lost == nil, new.channel != .offline { throw .delayReasonMissing }
            return nil
        }
        return seal(Array(new.delay.utf8), of: new.caseID)
    }

    private func fee(_ fee: Fee) throws(CaseRefusal) -> Int64 {
        switch fee {
        case .rupiah(let rupiah): return rupiah
        case .computed(let formula):
            let number = formula.value(known.answers).number
            guard let rupiah = number?.rounded(to: 0, .halfEven).whole, rupiah >= 0 else {
                throw .feeUnknown
            }
            return Int64(rupiah)
        }
    }
}

extension Submission {
    /// What was promised stays promised, where the rules are those under which it was accepted.
    fileprivate mutating func keep(what was: Submission) {
        guard digest == was.digest, owner == was.owner else { return }
        promise = was.promise
        told = was.told
        fee = was.fee
        reopen = was.reopen
        first = was.first
    }
}
