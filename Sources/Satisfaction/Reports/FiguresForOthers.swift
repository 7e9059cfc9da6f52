package import Ledger
import Office
import Site
package import Stories

extension SatisfactionFeature {
    /// What people said in the quarter of a day, for pages that show it beside other figures.
    ///
    /// Whoever asks has checked who may see these units.
    package func figures(
        _ reader: Reader,
        units: [Code]?,
        service: Code?,
        on day: Day
    ) throws -> ReportFigures {
        let regency = try surroundings.regency(reader)
        let query = ReportQuery(reader: reader, zone: regency.installation.zone)
        let policy = try reports.weights(reader)
        let lines = try query.lines(
            Period(quarterOf: day),
            units: units ?? regency.office.units.map(\.id),
            by: policy
        )
        .filter { service == nil || $0.scope.service == service }
        return ReportFigures(
            lines.reduce(Tally()) { $0 + $1.figures.tally },
            of: lines.reduce(0) { $0 + $1.figures.population },
            by: policy
        )
    }
}
