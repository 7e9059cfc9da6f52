package import Ledger
import Site
package import Stories

/// One visit as lists show it.
package struct ListedVisit: Hashable, Sendable {
    package let id: OpaqueID
    package let from: Day
    package let until: Day
    package let isIncoming: Bool
    package let partner: Code?
    package let agreement: OpaqueID?
    package let service: Code?
    package let texts: Texts
}

extension Reader {
    /// The visits, the newest first: all, or those of an agreement.
    package func visits(of agreement: OpaqueID? = nil) throws -> [ListedVisit] {
        let condition: SQL = agreement.map { "WHERE agreement = \($0)" } ?? ""
        return try listed(
            "SELECT * FROM partner_visits \(condition) ORDER BY from_day DESC, id LIMIT 1000"
        )
    }

    /// The visits of or to a region.
    package func visits(with partner: Code) throws -> [ListedVisit] {
        try listed(
            """
            SELECT * FROM partner_visits WHERE partner = \(partner) \
            ORDER BY from_day DESC, id LIMIT 1000
            """
        )
    }

    private func listed(_ sql: SQL) throws -> [ListedVisit] {
        try rows(sql).map { row in
            ListedVisit(
                id: try row.id("id"),
                from: try row.get("from_day"),
                until: try row.get("until_day"),
                isIncoming: try row.get("incoming"),
                partner: try row.find("partner"),
                agreement: try row.find("agreement"),
                service: try row.find("service"),
                texts: try texts(of: try row.get("words"))
            )
        }
    }
}
