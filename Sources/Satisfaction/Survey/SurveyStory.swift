package import Stories

/// The story of one questionnaire: asked once after a case, answered once, for ever.
///
/// Its stream has a name that only the keys of the installation can work out from the case, so
/// that the record does not say who gave which grades.
package enum SurveyStory: Story {
    package static let kind: StreamKind = "survey"
    package static let beginning = Survey()

    package static func evolve(_ state: inout Survey, _ fact: SurveyFact) {
        switch fact {
        case .answered(let answer): state.answer = answer
        }
    }

    package static func decide(
        _ state: Survey,
        _ command: SurveyCommand,
        _ known: KnownOfSurvey
    ) throws(SurveyRefusal) -> Decision<SurveyFact> {
        guard state.answer == nil else { throw .alreadyAnswered }
        switch command {
        case .answer(let grades, let respondent, let remark):
            var answer = SurveyAnswer(about: known.finished, grades, respondent)
            var sealed: [Payload] = []
            if !remark.isEmpty {
                let (payload, commitment) = known.sealer.seal(
                    Array(remark.utf8),
                    in: known.finished.dossier,
                    known.draw
                )
                answer.remark = commitment
                sealed.append(payload)
            }
            return Decision([.answered(answer)], sealed: sealed)
        }
    }
}

/// A questionnaire as its facts leave it.
package struct Survey: Hashable, Sendable {
    package var answer: SurveyAnswer?
}

/// What can be asked of a questionnaire.
package enum SurveyCommand: Hashable, Sendable {
    /// The remark is what a person wrote, without spaces around it; empty where there is none.
    case answer(Grades, Respondent, remark: String)
}

/// What the decision has to know besides.
package struct KnownOfSurvey: Sendable {
    package let finished: FinishedCase
    package let sealer: Sealer
    package let draw: Draw

    package init(finished: FinishedCase, sealer: Sealer, draw: Draw) {
        self.finished = finished
        self.sealer = sealer
        self.draw = draw
    }
}

/// The case that a questionnaire asks about: only what a report counts by, and where the remark
/// is sealed.
package struct FinishedCase: Hashable, Sendable {
    package let service: Code

    /// The unit that answers for it.
    package let unit: Code

    /// The quarter in which it ended.
    package let quarter: Period
    package let dossier: DossierID

    package init(service: Code, unit: Code, quarter: Period, dossier: DossierID) {
        self.service = service
        self.unit = unit
        self.quarter = quarter
        self.dossier = dossier
    }
}

/// What happened to a questionnaire.
package enum SurveyFact: Hashable, Sendable {
    case answered(SurveyAnswer)
}

/// One filled-in questionnaire: numbers and words from closed lists, and what it counts for.
package struct SurveyAnswer: Hashable, Sendable {
    package let service: Code
    package let unit: Code
    package let quarter: Period
    package let grades: Grades
    package let respondent: Respondent

    /// What the person wrote besides, sealed with the case and erased with it.
    package var remark: Sealed?

    package init(about finished: FinishedCase, _ grades: Grades, _ respondent: Respondent) {
        service = finished.service
        unit = finished.unit
        quarter = finished.quarter
        self.grades = grades
        self.respondent = respondent
    }

    fileprivate init(from fields: FactReader) throws(FactUnreadable) {
        service = try fields.get("service")
        unit = try fields.get("unit")
        quarter = try Period(from: fields)
        grades = try fields.get("grades")
        respondent = Respondent(
            sex: try fields.find("sex"),
            age: try fields.find("age"),
            education: try fields.find("education"),
            work: try fields.find("work")
        )
        remark = try fields.find("remark")
    }
}

extension SurveyFact: FactShape {
    package var kind: Code {
        switch self {
        case .answered: "answered"
        }
    }

    package func write(to fields: inout FactWriter) {
        switch self {
        case .answered(let answer):
            fields.put("service", answer.service)
            fields.put("unit", answer.unit)
            answer.quarter.write(to: &fields)
            fields.put("grades", answer.grades)
            fields.put("sex", answer.respondent.sex)
            fields.put("age", answer.respondent.age)
            fields.put("education", answer.respondent.education)
            fields.put("work", answer.respondent.work)
            fields.put("remark", answer.remark)
        }
    }

    package init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
        switch kind.text {
        case "answered": self = .answered(try SurveyAnswer(from: fields))
        default: throw FactUnreadable("no fact of a survey: \(kind)")
        }
    }
}

extension Period {
    func write(to fields: inout FactWriter) {
        fields.put("year", year)
        fields.put("quarter", quarter)
    }

    init(from fields: FactReader) throws(FactUnreadable) {
        let period = Period(year: try fields.get("year"), quarter: try fields.find("quarter"))
        guard let period else { throw FactUnreadable("no such period") }
        self = period
    }
}
