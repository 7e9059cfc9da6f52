package import Ledger
package import Stories

/// The links of growers as a table: which stands, and how often it was opened.
package enum GrowerLinksView {
    package static let view = ViewOfRecord(
        "coffee-links",
        .now,
        of: [GrowerLinkStory.kind],
        tables: ["coffee_links"],
        schema: [
            """
            CREATE TABLE coffee_links (id BLOB PRIMARY KEY, grower BLOB NOT NULL, \
            holder TEXT NOT NULL, until BIGINT NOT NULL, openings BIGINT NOT NULL, \
            opened BIGINT, withdrawn BIGINT)
            """,
            "CREATE INDEX coffee_links_of_grower ON coffee_links (grower, holder, until)",
        ],
        project: { projection in
            let (id, at) = (projection.event.stream.id, projection.event.at)
            switch try projection.event.fact(GrowerLinkFact.self) {
            case .given(let terms):
                return [
                    """
                    INSERT INTO coffee_links (id, grower, holder, until, openings) VALUES \
                    (\(id), \(terms.grower), \(terms.holder), \(terms.until), 0)
                    """
                ]
            case .opened:
                return [
                    """
                    UPDATE coffee_links SET openings = openings + 1, opened = \(at) \
                    WHERE id = \(id)
                    """
                ]
            case .withdrawn:
                return ["UPDATE coffee_links SET withdrawn = \(at) WHERE id = \(id)"]
            }
        }
    )
}

/// A link that stands, as the scale's page shows it.
package struct StandingLink: Hashable, Sendable {
    package let id: OpaqueID
    package let until: Instant
    package let openings: Int
    package let opened: Instant?
}

extension Reader {
    /// The links of a grower that stand at a moment, to whichever unit's lots.
    package func links(of grower: OpaqueID, at now: Instant) throws -> [StandingLink] {
        try rows(
            """
            SELECT id, until, openings, opened FROM coffee_links WHERE grower = \(grower) \
            AND until > \(now) AND withdrawn IS NULL ORDER BY until DESC, id
            """
        ).map(standingLink)
    }

    /// The link of a grower to a unit's lots that stands at a moment, the latest first.
    package func link(of grower: OpaqueID, by holder: Code, at now: Instant) throws -> StandingLink?
    {
        try row(
            """
            SELECT id, until, openings, opened FROM coffee_links WHERE grower = \(grower) \
            AND holder = \(holder) AND until > \(now) AND withdrawn IS NULL \
            ORDER BY until DESC, id LIMIT 1
            """
        ).map(standingLink)
    }

    private func standingLink(_ row: RecordRow) throws -> StandingLink {
        StandingLink(
            id: try row.id("id"),
            until: try row.get("until"),
            openings: try row.get("openings"),
            opened: try row.find("opened")
        )
    }
}
