package import Blueprints
package import Stories

/// A step as a case enters it: everything about it that the history has to know.
package struct StepEntry: Hashable, Sendable {
    package let step: Code
    package let stage: PublicStage

    /// The duty whose holders may act, and the unit in which they hold it.
    package let by: Code
    package let unit: Code
    package let within: PromisedTime

    /// The moment that was told as the step's target when the case entered it.
    package let told: Instant
    package let remind: PromisedTime?

    /// The duty that is told when the promise is broken.
    package let late: Code?
    package let legal: PromisedTime?
    package let mayWithdraw: Bool

    package init(
        step: Code,
        stage: PublicStage,
        by: Code,
        unit: Code,
        within: PromisedTime,
        told: Instant,
        remind: PromisedTime? = nil,
        late: Code? = nil,
        legal: PromisedTime? = nil,
        mayWithdraw: Bool = false
    ) {
        self.step = step
        self.stage = stage
        self.by = by
        self.unit = unit
        self.within = within
        self.told = told
        self.remind = remind
        self.late = late
        self.legal = legal
        self.mayWithdraw = mayWithdraw
    }

    /// The same step, entered at another moment.
    func told(_ told: Instant) -> StepEntry { changed(step, told) }

    /// The same step under the id that a newer version gives it.
    func renamed(_ step: Code) -> StepEntry { changed(step, told) }

    private func changed(_ step: Code, _ told: Instant) -> StepEntry {
        StepEntry(
            step: step,
            stage: stage,
            by: by,
            unit: unit,
            within: within,
            told: told,
            remind: remind,
            late: late,
            legal: legal,
            mayWithdraw: mayWithdraw
        )
    }
}

/// How a case ends, with what follows from it.
package struct EndEntry: Hashable, Sendable {
    package let ending: Code
    package let shows: CaseEnding.EndState

    /// How long the citizen may object.
    package let appeal: PromisedTime?
    package let survey: Code?

    package init(
        ending: Code,
        shows: CaseEnding.EndState,
        appeal: PromisedTime? = nil,
        survey: Code? = nil
    ) {
        self.ending = ending
        self.shows = shows
        self.appeal = appeal
        self.survey = survey
    }
}

/// Where something leads.
package enum Lead: Hashable, Sendable {
    case stays
    case step(StepEntry)
    case end(EndEntry)
}

extension StepEntry: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("step", step)
        fields.put("stage", stage)
        fields.put("duty", by)
        fields.put("unit", unit)
        fields.put("within", within)
        fields.put("told", told)
        fields.put("remind", remind)
        fields.put("late", late)
        fields.put("legal", legal)
        fields.put("may_withdraw", mayWithdraw)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            step: try fields.get("step"),
            stage: try fields.get("stage"),
            by: try fields.get("duty"),
            unit: try fields.get("unit"),
            within: try fields.get("within"),
            told: try fields.get("told"),
            remind: try fields.find("remind"),
            late: try fields.find("late"),
            legal: try fields.find("legal"),
            mayWithdraw: try fields.get("may_withdraw")
        )
    }
}

extension EndEntry: FactRecord {
    package func write(to fields: inout FactWriter) {
        fields.put("ending", ending)
        fields.put("shows", shows)
        fields.put("appeal", appeal)
        fields.put("survey", survey)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            ending: try fields.get("ending"),
            shows: try fields.get("shows"),
            appeal: try fields.find("appeal"),
            survey: try fields.find("survey")
        )
    }
}

extension Lead: FactRecord {
    package func write(to fields: inout FactWriter) {
        switch self {
        case .stays: fields.put("stays", true)
        case .step(let entry): fields.put("step", entry)
        case .end(let entry): fields.put("end", entry)
        }
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        if let entry: StepEntry = try fields.find("step") {
            self = .step(entry)
        } else if let entry: EndEntry = try fields.find("end") {
            self = .end(entry)
        } else {
            let _: Bool = try fields.get("stays")
            self = .stays
        }
    }
}
