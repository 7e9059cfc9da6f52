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
        let whole = try query.whole(
            Period(quarterOf: day),
            units: units ?? regency.office.units.map(\.id),
            service: service
        )
        return ReportFigures(whole.tally, of: whole.population, by: policy)
    }
}
