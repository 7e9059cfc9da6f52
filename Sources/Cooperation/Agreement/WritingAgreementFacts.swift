package import Stories

extension AgreementFact: FactShape {
    package var kind: Code {
        switch self {
        case .begun: "begun"
        case .restated: "restated"
        case .reached: "reached"
        case .councilAsked: "council"
        case .checked: "checked"
        case .termed: "termed"
        case .owed: "owed"
        case .fulfilled: "fulfilled"
        case .planned: "planned"
        case .realised: "realised"
        case .permitted: "permitted"
        case .rootTyped: "root_typed"
        case .rootsDiffered: "roots_differed"
        case .rootPinned: "root_pinned"
        case .reported: "reported"
        case .ended: "ended"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .begun(let begun):
            fields.put("of", begun.kind)
            fields.put("partners", each: begun.partners)
            fields.put("rules", begun.rules)
            fields.put("words", begun.words)
        case .restated(let words): fields.put("words", words)
        case .reached(let reached):
            fields.put("stage", reached.stage)
            fields.put("effect", reached.effect)
            fields.put("on", reached.on)
            fields.put("words", reached.words)
            fields.put(paper: reached.paper)
        case .councilAsked(let answer):
            fields.put("burdens", answer.burdens)
            fields.put("unfunded", answer.unfunded)
            fields.put("words", answer.words)
        case .checked(let checked):
            fields.put("document", checked.document)
            fields.put("clauses", each: checked.clauses)
        case .termed(let term):
            fields.put("from", term.from)
            fields.put("until", term.until)
            fields.put("proxy", term.byProxy)
            fields.put("renews", term.renews)
            fields.put("words", term.words)
        case .owed, .fulfilled, .planned, .realised: writeItem(to: &fields)
        case .permitted, .rootTyped, .rootsDiffered, .rootPinned: writeTransfer(to: &fields)
        case .reported(let report):
            fields.put("year", report.period.year)
            fields.put("part", report.period.part)
            fields.put("months", report.period.months)
            fields.put("on", report.on)
            fields.put("words", report.words)
            fields.put(paper: report.paper)
        case .ended(let end):
            fields.put("on", end.on)
            fields.put("cause", end.cause)
            fields.put("words", end.words)
        }
    }

    private func writeItem(to fields: inout FactWriter) {
        switch self {
        case .owed(let duty):
            fields.put("item", duty.item)
            fields.put("due", duty.due)
            fields.put("unit", duty.unit)
            fields.put("words", duty.words)
        case .fulfilled(let done):
            fields.put("item", done.item)
            fields.put("on", done.on)
            fields.put("words", done.words)
            fields.put(paper: done.paper)
        case .planned(let activity):
            fields.put("item", activity.item)
            fields.put("year", activity.year)
            fields.put("budget", activity.budget)
            fields.put("unit", activity.unit)
            fields.put("words", activity.words)
        case .realised(let realised):
            fields.put("item", realised.item)
            fields.put("on", realised.on)
            fields.put("spent", realised.spent)
            fields.put("words", realised.words)
            fields.put(paper: realised.paper)
        case .begun, .restated, .reached, .councilAsked, .checked, .termed, .permitted,
            .rootTyped, .rootsDiffered, .rootPinned, .reported, .ended:
            return
        }
    }

    private func writeTransfer(to fields: inout FactWriter) {
        switch self {
        case .permitted(let permission):
            fields.put("direction", permission.direction)
            fields.put("blueprint", permission.blueprint)
            fields.put("given", permission.isGiven)
        case .rootTyped(let typed):
            fields.put("partner", typed.partner)
            fields.put("typist", typed.by)
            fields.put("words", typed.words)
        case .rootsDiffered(let partner): fields.put("partner", partner)
        case .rootPinned(let partner, let root):
            fields.put("partner", partner)
            fields.put("root", root)
        case .begun, .restated, .reached, .councilAsked, .checked, .termed, .owed, .fulfilled,
            .planned, .realised, .reported, .ended:
            return
        }
    }
}
