package import Ledger
package import Site
package import Stories

extension PrivacyFeature {
    /// What is owed at a moment, and how much of it is late.
    package static func duties(at now: Instant, _ reader: Reader) throws -> DutiesOfData {
        var duties = DutiesOfData()
        let breaches = try reader.row(
            """
            SELECT count(*) AS n, coalesce(sum(CASE WHEN due < \(now) THEN 1 ELSE 0 END), 0) \
            AS late FROM breaches WHERE people_told IS NULL OR agency_told IS NULL
            """
        )
        let requests = try reader.row(
            """
            SELECT count(*) AS n, coalesce(sum(CASE WHEN due < \(now) THEN 1 ELSE 0 END), 0) \
            AS late FROM person_requests WHERE ended IS NULL
            """
        )
        duties.breaches = Int(try breaches?.int("n") ?? 0)
        duties.lateBreaches = Int(try breaches?.int("late") ?? 0)
        duties.requests = Int(try requests?.int("n") ?? 0)
        duties.lateRequests = Int(try requests?.int("late") ?? 0)
        return duties
    }
}
