package import Ledger
package import Stories

/// To whom each grower's data may be sent, and which files were made of which lot.
package enum DeclaringViews {
    package static let consents = ViewOfRecord(
        "coffee_consents",
        .now,
        of: [ConsentStory.kind],
        tables: ["coffee_consents"],
        schema: [
            """
            CREATE TABLE coffee_consents (grower BLOB NOT NULL, buyer BLOB NOT NULL, \
            way TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (grower, buyer)) /* keyed */
            """
        ],
        project: { projection in
            let grower = projection.event.stream.id
            switch try projection.event.fact(ConsentFact.self) {
            case .given(let consent):
                return [
                    """
                    INSERT INTO coffee_consents (grower, buyer, way, at) VALUES \
                    (\(grower), \(consent.buyer), \(consent.way.rawValue), \(projection.event.at))
                    """
                ]
            case .withdrawn(let buyer):
                return [
                    "DELETE FROM coffee_consents WHERE grower = \(grower) AND buyer = \(buyer)"
                ]
            }
        }
    )

    package static let declarations = ViewOfRecord(
        "coffee_declarations",
        .now,
        of: [DeclarationStory.kind],
        tables: ["coffee_declarations"],
        schema: [
            """
            CREATE TABLE coffee_declarations (id BLOB PRIMARY KEY, lot BLOB NOT NULL, \
            buyer BLOB NOT NULL, grams BIGINT NOT NULL, plots BIGINT NOT NULL, \
            left_out BIGINT NOT NULL, geometry BLOB NOT NULL, statement BLOB NOT NULL, \
            evidence BLOB NOT NULL, at BIGINT NOT NULL)
            """,
            "CREATE INDEX coffee_declarations_of_lot ON coffee_declarations (lot, at, id)",
        ],
        project: { projection in
            let event = projection.event
            guard case .made(let made) = try event.fact(DeclarationFact.self) else { return [] }
            return [
                """
                INSERT INTO coffee_declarations (id, lot, buyer, grams, plots, left_out, \
                geometry, statement, evidence, at) VALUES (\(event.stream.id), \(made.lot), \
                \(made.buyer), \(made.grams), \(made.plots), \(made.leftOut), \
                \(made.files.geometry), \(made.files.statement), \(made.files.evidence), \
                \(event.at))
                """
            ]
        }
    )
}

/// A buyer's file as the tables have it.
package struct ShownDeclaration: Hashable, Sendable {
    package let id: OpaqueID
    package let made: Declaration
    package let at: Instant
}

extension Reader {
    /// The growers, of some, who let their data be sent to a buyer.
    package func growers(
        consentingTo buyer: OpaqueID,
        among growers: [OpaqueID]
    ) throws -> Set<OpaqueID> {
        let wanted = Set(growers)
        return try Set(
            rows("SELECT grower FROM coffee_consents WHERE buyer = \(buyer)")
                .map { try $0.id("grower") }
        ).intersection(wanted)
    }

    /// The files that were made of a lot, the newest first.
    package func declarations(of lot: OpaqueID, most: Int = 50) throws -> [ShownDeclaration] {
        try rows(
            """
            SELECT * FROM coffee_declarations WHERE lot = \(lot) ORDER BY at DESC, id LIMIT \(most)
            """
        ).map(shownDeclaration)
    }

    package func declaration(_ id: OpaqueID) throws -> ShownDeclaration? {
        try row("SELECT * FROM coffee_declarations WHERE id = \(id)").map(shownDeclaration)
    }

    private func shownDeclaration(_ row: RecordRow) throws -> ShownDeclaration {
        ShownDeclaration(
            id: try row.id("id"),
            made: Declaration(
                of: try row.id("lot"),
                for: try row.id("buyer"),
                grams: try row.int("grams"),
                plots: try row.get("plots"),
                leftOut: try row.get("left_out"),
                Declaration.Files(
                    geometry: try row.id("geometry"),
                    statement: try row.id("statement"),
                    evidence: try row.id("evidence")
                )
            ),
            at: try row.get("at")
        )
    }
}
