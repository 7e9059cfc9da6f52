package import Stories

// How a state is kept in a row. Rows are rebuilt from facts, so these names may change.

extension CaseSubject: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("case", caseID)
        fields.put("tracking", tracking)
        fields.put("blueprint", blueprint)
        fields.put("service", service)
        fields.put("digest", digest)
        fields.put("owner", owner)
        fields.put("village", village)
        fields.put("channel", channel)
        fields.put("received", received)
        fields.put("recorded", recorded)
        fields.put("promise", promise)
        fields.put("fee", fee)
        fields.put("reopen", reopen)
        fields.put("first", first)
        fields.put("anonymous", isAnonymous)
        fields.put("secret", isSecret)
        fields.put("helped", helped)
        fields.put("scan", scan)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            caseID: try fields.get("case"),
            tracking: try fields.get("tracking"),
            blueprint: try fields.get("blueprint"),
            service: try fields.get("service"),
            digest: try fields.get("digest"),
            owner: try fields.get("owner"),
            village: try fields.find("village"),
            channel: try fields.get("channel"),
            received: try fields.get("received"),
            recorded: try fields.get("recorded"),
            promise: try fields.get("promise"),
            fee: try fields.get("fee"),
            reopen: try fields.find("reopen"),
            first: try fields.get("first"),
            isAnonymous: try fields.get("anonymous"),
            isSecret: try fields.get("secret"),
            helped: try fields.find("helped"),
            scan: try fields.find("scan")
        )
    }
}

extension CasePause: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("since", since)
        fields.put("waiting", waiting)
        fields.put("then", then)
        fields.put("then_notify", thenNotify)
        fields.put("left_of_case", leftOfCase)
        fields.put("left_of_step", leftOfStep)
        fields.put("asks", asks)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            since: try fields.get("since"),
            waiting: try fields.get("waiting"),
            then: try fields.get("then"),
            thenNotify: try fields.find("then_notify"),
            leftOfCase: try fields.find("left_of_case"),
            leftOfStep: try fields.find("left_of_step"),
            asks: try fields.find("asks")
        )
    }
}

extension CaseLetter: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("letter", letter)
        fields.put("template", template)
        fields.put("number", number)
        fields.put("code", code)
        fields.put("signer", signer)
        fields.put("lead", lead)
        fields.put("notify", notify)
        fields.put("answers", answers)
        fields.put("words_of", version)
        fields.put("fate", fate)
        fields.put("file", file)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            letter: try fields.get("letter"),
            template: try fields.get("template"),
            number: try fields.get("number"),
            code: try fields.get("code"),
            signer: try fields.get("signer"),
            lead: try fields.get("lead"),
            notify: try fields.find("notify"),
            answers: try fields.find("answers"),
            version: try fields.find("words_of"),
            fate: try fields.get("fate"),
            file: try fields.find("file")
        )
    }
}

extension Snooze: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("until", until)
        fields.put("by", by)
        fields.put("reason", reason)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            until: try fields.get("until"),
            by: try fields.get("by"),
            reason: try fields.get("reason")
        )
    }
}

extension FeePayment: FactRecord {}

extension Opinion: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("unit", unit)
        fields.put("asked_at", askedAt)
        fields.put("answered_at", answeredAt)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            unit: try fields.get("unit"),
            askedAt: try fields.get("asked_at"),
            answeredAt: try fields.find("answered_at")
        )
    }
}

extension CaseAlarm: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("timer", timer)
        fields.put("due", due)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            try fields.get("timer"),
            due: try fields.get("due")
        )
    }
}

extension PublicMoment: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("at", at)
        fields.put("what", what)
        fields.put("stage", stage)
        fields.put("unit", unit)
        fields.put("note", note)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            at: try fields.get("at"),
            what: try fields.get("what"),
            stage: try fields.get("stage"),
            unit: try fields.get("unit"),
            note: try fields.find("note")
        )
    }
}

/// How often one action was done.
private struct Count: FactRecord {
    let action: Code
    let times: Int

    func write(to fields: inout FactWriter) {
        fields.put("action", action)
        fields.put("times", times)
    }

    init(_ action: Code, _ times: Int) {
        self.action = action
        self.times = times
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(try fields.get("action"), try fields.get("times"))
    }
}

extension CaseState: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("phase", phase)
        fields.put("subject", subject)
        fields.put("answers", each: answers)
        fields.put("place", place)
        fields.put("entered_at", enteredAt)
        fields.put("taken_by", takenBy)
        fields.put("taken_at", takenAt)
        fields.put("leg", leg)
        fields.put("case_promise", casePromise)
        fields.put("step_promise", stepPromise)
        fields.put("legal_promise", legalPromise)
        fields.put("pause", pause)
        fields.put("letters", each: letters)
        fields.put("opinions", each: opinions)
        fields.put("end", end)
        fields.put("ended_at", endedAt)
        fields.put("objected_at", objectedAt)
        fields.put("objection_answered_at", objectionAnsweredAt)
        fields.put("link_changes", linkChanges)
        fields.put("erased", isErased)
        fields.put("restriction", restriction)
        fields.put("objection_promise", objectionPromise)
        fields.put("answer_promise", answerPromise)
        fields.put("reopen_promise", reopenPromise)
        fields.put("snooze", snooze)
        fields.put("links", each: links)
        fields.put("payment", payment)
        fields.put("recovery", recovery)
        fields.put("moves", each: moves)
        fields.put("history", each: history)
        let counts = counts.sorted { $0.key < $1.key }
        fields.put("counts", each: counts.map { Count($0.key, $0.value) })
        let ran = ran.sorted { ($0.due, $0.timer.rawValue) < ($1.due, $1.timer.rawValue) }
        fields.put("ran", each: ran)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init()
        phase = try fields.get("phase")
        subject = try fields.find("subject")
        answers = try fields.list("answers")
        place = try fields.find("place")
        enteredAt = try fields.find("entered_at")
        takenBy = try fields.find("taken_by")
        takenAt = try fields.find("taken_at")
        leg = try fields.get("leg")
        casePromise = try fields.find("case_promise")
        stepPromise = try fields.find("step_promise")
        legalPromise = try fields.find("legal_promise")
        pause = try fields.find("pause")
        letters = try fields.list("letters")
        opinions = try fields.list("opinions")
        end = try fields.find("end")
        endedAt = try fields.find("ended_at")
        objectedAt = try fields.find("objected_at")
        objectionAnsweredAt = try fields.find("objection_answered_at")
        linkChanges = try fields.get("link_changes")
        isErased = try fields.get("erased")
        restriction = try fields.find("restriction")
        objectionPromise = try fields.find("objection_promise")
        answerPromise = try fields.find("answer_promise")
        reopenPromise = try fields.find("reopen_promise")
        snooze = try fields.find("snooze")
        links = try fields.list("links")
        payment = try fields.find("payment")
        recovery = try fields.find("recovery")
        moves = try fields.list("moves")
        history = try fields.list("history")
        let counted: [Count] = try fields.list("counts")
        for count in counted { counts[count.action] = count.times }
        let alarms: [CaseAlarm] = try fields.list("ran")
        ran = Set(alarms)
    }
}
