package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// Satisfaction with the public services: the survey after a case, its reports, what is published.
///
/// It reads cases as facts, and is told by the composition root what is in force and who is
/// signed in.
package struct SatisfactionFeature: Sendable {
    package let desk: SurveyDesk
    let surroundings: Surroundings
    let reports: ReportDesk

    /// What stands below the published figures of everybody: how much and how timely.
    package var besides: @Sendable (Reader) throws -> (any Component)? = { _ in nil }

    var store: RecordStore { desk.store }

    package init(
        _ desk: SurveyDesk,
        _ surroundings: Surroundings,
        weights: @escaping @Sendable (Reader) throws -> WeightPolicy = { _ in .exact }
    ) {
        self.desk = desk
        self.surroundings = surroundings
        reports = ReportDesk(desk, surroundings, weights: weights)
    }

    /// The views of this feature, by the clock of the regency's zone.
    package static func views(in zone: Zone) -> [ViewOfRecord] {
        [AnswersView.view, FinishedCasesView.view(in: zone), PublishedReportsView.view]
    }

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addSurvey(to: router)
        addReports(to: router)
        addPerformance(to: router)
    }

    /// The visit that the reception greeted, under what is in force now.
    func visit(_ context: some SiteContext, _ regency: RegencyNow) throws -> Visit {
        guard var visit = context.visit else { throw WebRefusal.unreadable }
        visit.installation = regency.installation
        return visit
    }
}

extension RegencyNow {
    /// A service's title; its word where it is no longer in force.
    func title(ofService service: Code) -> Words {
        self.service(service) ?? Words(service.text)
    }

    func name(ofUnit unit: Code) -> Words { Words(office.unit(unit)?.name ?? unit.text) }
}
