package import Cases
package import Ledger
package import Stories

extension SurveyDesk {
    /// A questionnaire that nobody filled in, for a sample regency; nil where none is asked.
    ///
    /// Whoever had to wait too long finds everything a little worse.
    package func invented(
        for id: CaseID,
        _ state: CaseState,
        _ version: Version,
        in zone: Zone,
        _ numbers: inout SeededNumbers
    ) throws -> Append? {
        guard state.asksForSurvey, !state.isErased, let ended = state.endedAt,
            let subject = state.subject
        else { return nil }
        let wasLate = state.ran.contains { $0.timer == .stepLate || $0.timer == .caseLate }
        var given: [SurveyElement: Grade] = [:]
        for element in SurveyElement.allCases {
            given[element] = Self.grade(&numbers, wasLate)
        }
        guard let grades = Grades(given) else { return nil }
        let respondent = Respondent(
            sex: numbers.pick(Respondent.Sex.allCases),
            age: numbers.pick(Respondent.AgeBand.allCases),
            education: numbers.pick(Respondent.Education.allCases),
            work: numbers.pickFalling(Respondent.Work.allCases)
        )
        let decision = try SurveyStory.decide(
            Survey(),
            .answer(grades, respondent, remark: numbers.happens(0.1) ? Self.remark : ""),
            KnownOfSurvey(
                finished: FinishedCase(
                    service: subject.service,
                    unit: subject.owner,
                    quarter: Period(quarterOf: zone.day(ended)),
                    dossier: id.dossier
                ),
                sealer: .sha256,
                draw: .seeded(SeededNumbers(numbers.next()))
            )
        )
        let stream = stream(of: id)
        return try Append(
            decision,
            to: stream,
            at: ended.adding(seconds: Int64(numbers.whole(600...500_000))),
            by: Actor(stream.id),
            expecting: [stream: 0, id.stream: version]
        )
    }

    private static let remark = "Petugasnya ramah, tetapi ruang tunggunya sempit."

    private static func grade(_ numbers: inout SeededNumbers, _ wasLate: Bool) -> Grade {
        let mood = numbers.share() - (wasLate ? 0.25 : 0)
        if mood > 0.62 { return .excellent }
        if mood > 0.08 { return .good }
        return mood > -0.1 ? .fair : .poor
    }
}
