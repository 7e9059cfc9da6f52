import Cases
import Hummingbird
import Ledger
import Site

// The questionnaire behind its link: one page, sent once.

extension SatisfactionFeature {
    func addSurvey(to router: Router<some SiteContext>) {
        router.get("survei/:token") { _, context in
            try await self.survey(TypedSurvey(), context)
        }
        router.post("survei/:token") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.take(TypedSurvey(posted), context)
        }
    }

    /// The questions, or thanks where they were answered.
    private func survey(
        _ typed: TypedSurvey,
        _ context: some SiteContext
    ) async throws -> Response {
        let id = try desk.caseID(context.parameters.get("token"))
        let (standing, regency) = try await store.glance { reader in
            let regency = try surroundings.regency(reader)
            let zone = regency.installation.zone
            return (try desk.standing(of: id, in: zone, reader), regency)
        }
        let visit = try visit(context, regency)
        switch standing {
        case .answered: return Answer.page(ThanksPage(), for: visit)
        case .open(let finished):
            let page = SurveyPage(
                service: regency.title(ofService: finished.service),
                address: "/survei/\(desk.token(of: id).text)",
                typed: typed
            )
            return Answer.page(page, for: visit)
        }
    }

    private func take(_ typed: TypedSurvey, _ context: some SiteContext) async throws -> Response {
        let id = try desk.caseID(context.parameters.get("token"))
        guard let grades = Grades(typed.grades), !typed.isTooLong else {
            return try await survey(typed, context)
        }
        let regency = try await store.glance { reader in try surroundings.regency(reader) }
        do {
            try await desk.answer(
                id,
                in: regency.installation.zone,
                .answer(grades, typed.respondent, remark: typed.remark)
            )
        } catch SurveyRefusal.alreadyAnswered {
            // Pressed twice, or on a second phone: the page says that the first one counts.
        }
        return Answer.redirect(
            to: "/survei/\(desk.token(of: id).text)",
            for: try visit(context, regency)
        )
    }
}
