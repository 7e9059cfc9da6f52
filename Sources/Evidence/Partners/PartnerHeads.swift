package import Ledger
import Notices
package import Stories

/// What a partner's server has of our log, as far as its answers say.
package struct PartnerHead: Hashable, Sendable {
    /// Of which origin, and how many events; nil before the first answer.
    package var origin: OpaqueID?
    package var size: Int64 = 0

    /// When it last cosigned.
    package var at: Instant?
    package var state: State = .none

    /// How it stands between us.
    package enum State: String, Hashable, Sendable, CaseIterable {
        case none = "belum"
        case kept = "disimpan"
        case unreachable = "tak-terhubung"
        /// Its server knows neither our log nor our key: somebody there has to enter it.
        case unknown = "belum-kenal"
        /// What came back is no cosignature of the partner's key on our head.
        case notCosigned = "tanpa-tanda-tangan"
        /// It holds a head of ours that our log does not fit.
        case contradicted = "tidak-cocok"
    }

    package init() {}
}

extension PartnerHead {
    /// The tables of the class *operations* of this part: by the id of the partner's key.
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS partner_heads (partner BLOB NOT NULL PRIMARY KEY, \
        origin BLOB, size BIGINT NOT NULL, at BIGINT, state TEXT NOT NULL) /* keyed */
        """
    ]

    /// Writes it, unless a sister node knows of a newer head; a new origin begins with what is
    /// kept of it.
    func statement(of partner: OpaqueID) -> SQL {
        """
        INSERT INTO partner_heads (partner, origin, size, at, state) VALUES \
        (\(partner), \(origin), \(size), \(at), \(state.rawValue)) \
        ON CONFLICT (partner) DO UPDATE SET origin = excluded.origin, size = excluded.size, \
        at = excluded.at, state = excluded.state \
        WHERE CASE WHEN partner_heads.origin = excluded.origin \
        THEN partner_heads.size <= excluded.size \
        ELSE partner_heads.origin IS NULL OR excluded.state = \(State.kept.rawValue) END
        """
    }
}

extension Reader {
    /// What we know of a partner; as before the first word where there is nothing.
    func partnerHead(_ partner: OpaqueID) throws(StoreError) -> PartnerHead {
        let row = try row(
            "SELECT origin, size, at, state FROM partner_heads WHERE partner = \(partner)"
        )
        var head = PartnerHead()
        guard let row else { return head }
        head.origin = try row.find("origin")
        head.size = try row.int("size")
        head.at = try row.find("at")
        guard let state = PartnerHead.State(rawValue: try row.text("state")) else {
            throw StoreError(.damaged, "a partner is in no state")
        }
        head.state = state
        return head
    }

    /// Whether some head, ours with others or others' with us, contradicts another.
    package func anyContradiction() throws(StoreError) -> Bool {
        let state = PartnerHead.State.contradicted.rawValue
        return try row(
            """
            SELECT 1 AS n FROM partner_heads WHERE state = \(state) UNION ALL \
            SELECT 1 AS n FROM kept_heads WHERE contradicted IS NOT NULL LIMIT 1
            """
        ) != nil
    }
}
