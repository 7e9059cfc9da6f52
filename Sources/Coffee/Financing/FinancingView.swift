package import Ledger
package import Stories

/// Consents to hand coffee's figures to banks, and the files that followed, as tables.
package enum FinancingView {
    package static let view = ViewOfRecord(
        "coffee-financing",
        .now,
        of: [FinancingStory.kind],
        tables: ["coffee_financing", "coffee_handovers"],
        schema: [
            """
            CREATE TABLE coffee_financing (id BLOB PRIMARY KEY, grower BLOB NOT NULL, \
            asked_by BLOB NOT NULL, official BIGINT NOT NULL, at BIGINT NOT NULL, \
            until BIGINT NOT NULL, withdrawn BIGINT, erased BIGINT)
            """,
            "CREATE INDEX coffee_financing_of_grower ON coffee_financing (grower, at)",
            "CREATE INDEX coffee_financing_by ON coffee_financing (asked_by, at)",
            """
            CREATE TABLE coffee_handovers (code BLOB PRIMARY KEY, financing BLOB NOT NULL, \
            at BIGINT NOT NULL)
            """,
            "CREATE INDEX coffee_handovers_of_file ON coffee_handovers (financing, at)",
        ],
        project: { projection in
            let event = projection.event
            let (id, at) = (event.stream.id, event.at)
            switch try event.fact(FinancingFact.self) {
            case .consented(let consent):
                return [
                    """
                    INSERT INTO coffee_financing (id, grower, asked_by, official, at, until) \
                    VALUES (\(id), \(consent.grower), \(event.by.id), \
                    \(consent.isWithOfficial), \(at), \(consent.until))
                    """
                ]
            case .handedOver(let handover):
                return [
                    """
                    INSERT INTO coffee_handovers (code, financing, at) \
                    VALUES (\(handover.code), \(id), \(at))
                    """
                ]
            case .withdrawn:
                return ["UPDATE coffee_financing SET withdrawn = \(at) WHERE id = \(id)"]
            case .erased:
                return [
                    """
                    UPDATE coffee_financing SET erased = \(at), \
                    withdrawn = COALESCE(withdrawn, \(at)) WHERE id = \(id)
                    """
                ]
            }
        }
    )
}

/// A consent in a list.
package struct ListedFinancing: Hashable, Sendable {
    package let id: OpaqueID
    package let grower: OpaqueID
    package let askedBy: OpaqueID
    package let isWithOfficial: Bool
    package let at: Instant
    package let until: Instant
    package let withdrawn: Instant?

    /// When what it says was destroyed.
    package let erased: Instant?
    package let handovers: Int

    /// When it ended, by a word of the grower or by itself.
    package var ended: Instant { withdrawn.map { min($0, until) } ?? until }

    package func stands(at now: Instant) -> Bool { withdrawn == nil && now < until }
}

/// A file that was handed over, as the page that checks it knows it.
package struct HandedOver: Hashable, Sendable {
    package let financing: ListedFinancing
    package let at: Instant
}

extension Reader {
    /// The consents of a grower, the latest first; of what is erased nothing can be told.
    package func financings(of grower: OpaqueID, most: Int) throws -> [ListedFinancing] {
        try financings("f.grower = \(grower) AND f.erased IS NULL", most)
    }

    /// The consents that an official wrote down, the latest first.
    package func financings(by official: OpaqueID, most: Int) throws -> [ListedFinancing] {
        try financings("f.asked_by = \(official) AND f.official = 1 AND f.erased IS NULL", most)
    }

    /// The consents that ended before a moment and are still kept.
    package func financings(endedBefore moment: Instant, most: Int) throws -> [ListedFinancing] {
        try financings(
            """
            f.erased IS NULL AND (f.until < \(moment) OR f.withdrawn < \(moment))
            """,
            most
        )
    }

    /// The consents whose ids lie between two.
    package func financings(
        within ids: ClosedRange<OpaqueID>,
        most: Int
    ) throws -> [ListedFinancing] {
        try financings("f.id >= \(ids.lowerBound) AND f.id <= \(ids.upperBound)", most)
    }

    package func financing(_ id: OpaqueID) throws -> ListedFinancing? {
        try financings("f.id = \(id)", 1).first
    }

    /// What is known of a file by its code.
    package func handedOver(_ code: OpaqueID) throws -> HandedOver? {
        try row("SELECT financing, at FROM coffee_handovers WHERE code = \(code)").flatMap { row in
            try financing(row.id("financing")).map {
                HandedOver(financing: $0, at: try row.get("at"))
            }
        }
    }

    private func financings(_ condition: SQL, _ most: Int) throws -> [ListedFinancing] {
        try rows(
            """
            SELECT f.id AS id, f.grower AS grower, f.asked_by AS asked_by, \
            f.official AS official, f.at AS at, f.until AS until, f.withdrawn AS withdrawn, \
            f.erased AS erased, \
            (SELECT COUNT(*) FROM coffee_handovers h WHERE h.financing = f.id) AS handovers \
            FROM coffee_financing f WHERE \(condition) ORDER BY f.at DESC, f.id LIMIT \(most)
            """
        ).map { row in
            ListedFinancing(
                id: try row.id("id"),
                grower: try row.id("grower"),
                askedBy: try row.id("asked_by"),
                isWithOfficial: try row.int("official") != 0,
                at: try row.get("at"),
                until: try row.get("until"),
                withdrawn: try row.find("withdrawn"),
                erased: try row.find("erased"),
                handovers: try row.get("handovers")
            )
        }
    }
}
