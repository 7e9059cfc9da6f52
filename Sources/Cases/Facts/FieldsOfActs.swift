internal import Stories

// How the larger facts stand in an event; a field once written keeps its name for ever.

extension Submission {
    func write(to fields: inout FactWriter) {
        fields.put("case", caseID)
        fields.put("tracking", tracking)
        fields.put("blueprint", blueprint)
        fields.put("service", service)
        fields.put("digest", digest)
        fields.put("owner", owner)
        fields.put("village", village)
        fields.put("channel", channel)
        fields.put("received", received)
        fields.put("delay", delay)
        fields.put("answers", answers)
        fields.put("files", each: files)
        fields.put("anonymous", isAnonymous)
        fields.put("secret", isSecret)
        fields.put("promise", promise)
        fields.put("told", told)
        fields.put("fee", fee)
        fields.put("reopen", reopen)
        fields.put("first", first)
        fields.put("helped", helped)
        fields.put("scan", scan)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
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
            delay: try fields.find("delay"),
            answers: try fields.get("answers"),
            files: try fields.list("files"),
            isAnonymous: try fields.get("anonymous"),
            isSecret: try fields.get("secret"),
            promise: try fields.get("promise"),
            told: try fields.get("told"),
            fee: try fields.get("fee"),
            reopen: try fields.find("reopen"),
            first: try fields.get("first"),
            helped: try fields.find("helped"),
            scan: try fields.find("scan")
        )
    }
}

extension Completion {
    func write(to fields: inout FactWriter) {
        fields.put("answers", answers)
        fields.put("files", each: files)
        fields.put("told_of_case", toldOfCase)
        fields.put("told_of_step", toldOfStep)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            answers: try fields.get("answers"),
            files: try fields.list("files"),
            toldOfCase: try fields.find("told_of_case"),
            toldOfStep: try fields.find("told_of_step")
        )
    }
}

extension Reopening {
    func write(to fields: inout FactWriter) {
        fields.put("leg", leg)
        fields.put("reason", reason)
        fields.put("first", first)
        fields.put("told", told)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            leg: try fields.get("leg"),
            reason: try fields.get("reason"),
            first: try fields.get("first"),
            told: try fields.get("told")
        )
    }
}

extension Migration {
    func write(to fields: inout FactWriter) {
        fields.put("from", from)
        fields.put("to", to)
        fields.put("plan", plan)
        fields.put("step", step)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            from: try fields.get("from"),
            to: try fields.get("to"),
            plan: try fields.get("plan"),
            step: try fields.find("step")
        )
    }
}

extension Act {
    func write(to fields: inout FactWriter) {
        fields.put("action", action)
        fields.put("lead", lead)
        added.write(to: &fields)
        fields.put("letter", letter)
        fields.put("register", register)
        fields.put("notify", notify)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            action: try fields.get("action"),
            lead: try fields.get("lead"),
            added: try Added(from: fields),
            letter: try fields.find("letter"),
            register: try fields.find("register"),
            notify: try fields.find("notify")
        )
    }
}

extension Asking {
    func write(to fields: inout FactWriter) {
        fields.put("action", action)
        added.write(to: &fields)
        fields.put("waiting", waiting)
        fields.put("told", told)
        fields.put("then", then)
        fields.put("then_notify", thenNotify)
        fields.put("left_of_case", leftOfCase)
        fields.put("left_of_step", leftOfStep)
        fields.put("notify", notify)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            action: try fields.get("action"),
            added: try Added(from: fields),
            waiting: try fields.get("waiting"),
            told: try fields.get("told"),
            then: try fields.get("then"),
            thenNotify: try fields.find("then_notify"),
            leftOfCase: try fields.find("left_of_case"),
            leftOfStep: try fields.find("left_of_step"),
            notify: try fields.find("notify")
        )
    }
}

// Its fields stand beside those of the act: commitments are found only at the top of an event.
extension Added {
    func write(to fields: inout FactWriter) {
        fields.put("public_note", publicNote)
        fields.put("internal_note", internalNote)
        fields.put("reason", reason)
        fields.put("files", each: files)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            publicNote: try fields.find("public_note"),
            internalNote: try fields.find("internal_note"),
            reason: try fields.find("reason"),
            files: try fields.list("files")
        )
    }
}
