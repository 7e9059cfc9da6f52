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
        tables: ["coffee_declarations", "coffee_declared_growers"],
        schema: [
            """
            CREATE TABLE coffee_declarations (id BLOB PRIMARY KEY, lot BLOB NOT NULL, \
            buyer BLOB NOT NULL, grams BIGINT NOT NULL, plots BIGINT NOT NULL, \
            left_out BIGINT NOT NULL, geometry BLOB NOT NULL, statement BLOB NOT NULL, \
            evidence BLOB NOT NULL, at BIGINT NOT NULL, erased BIGINT)
            """,
            "CREATE INDEX coffee_declarations_of_lot ON coffee_declarations (lot, at, id)",
            "CREATE INDEX coffee_declarations_by_time ON coffee_declarations (at, id)",
            """
            CREATE TABLE coffee_declared_growers (grower BLOB NOT NULL, \
            declaration BLOB NOT NULL, PRIMARY KEY (grower, declaration)) /* keyed */
            """,
        ],
        project: { projection in
            let event = projection.event
            switch try event.fact(DeclarationFact.self) {
            case .made(let made):
                let file: SQL =
                    """
                    INSERT INTO coffee_declarations (id, lot, buyer, grams, plots, left_out, \
                    geometry, statement, evidence, at) VALUES (\(event.stream.id), \(made.lot), \
                    \(made.buyer), \(made.grams), \(made.plots), \(made.leftOut), \
                    \(made.files.geometry), \(made.files.statement), \(made.files.evidence), \
                    \(event.at))
                    """
                return [file]
                    + made.growers.map {
                        """
                        INSERT INTO coffee_declared_growers (grower, declaration) VALUES \
                        (\($0), \(event.stream.id)) ON CONFLICT (grower, declaration) DO NOTHING
                        """
                    }
            case .erased:
                return [
                    """
                    UPDATE coffee_declarations SET erased = \(event.at) \
                    WHERE id = \(event.stream.id)
                    """
                ]
            }
        }
    )
}

/// A buyer's file as the tables have it.
package struct ShownDeclaration: Hashable, Sendable {
    package let id: OpaqueID
    package let made: Declaration
    package let at: Instant

    /// When its papers were destroyed.
    package let erased: Instant?
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

    /// The buyers to whom a grower's data may be sent now.
    package func buyers(consentedToBy grower: OpaqueID) throws -> [OpaqueID] {
        try rows(
            "SELECT buyer FROM coffee_consents WHERE grower = \(grower) ORDER BY at, buyer"
        ).map { try $0.id("buyer") }
    }

    /// The files that were made of a lot, the newest first.
    package func declarations(of lot: OpaqueID, most: Int = 50) throws -> [ShownDeclaration] {
        try rows(
            """
            SELECT * FROM coffee_declarations WHERE lot = \(lot) ORDER BY at DESC, id LIMIT \(most)
            """
        ).map(shownDeclaration)
    }

    /// The files in which a grower's plots are, the newest first.
    package func declarations(with grower: OpaqueID, most: Int = 50) throws -> [ShownDeclaration] {
        try rows(
            """
            SELECT d.* FROM coffee_declared_growers g JOIN coffee_declarations d \
            ON d.id = g.declaration WHERE g.grower = \(grower) ORDER BY d.at DESC, d.id \
            LIMIT \(most)
            """
        ).map(shownDeclaration)
    }

    /// The files that were made before a moment and whose papers are still there, the oldest first.
    package func declarations(before moment: Instant, most: Int) throws -> [ShownDeclaration] {
        try rows(
            """
            SELECT * FROM coffee_declarations WHERE at < \(moment) AND erased IS NULL \
            ORDER BY at, id LIMIT \(most)
            """
        ).map(shownDeclaration)
    }

    /// The files whose ids lie between two.
    package func declarations(
        within ids: ClosedRange<OpaqueID>,
        most: Int
    ) throws -> [ShownDeclaration] {
        try rows(
            """
            SELECT * FROM coffee_declarations WHERE id >= \(ids.lowerBound) \
            AND id <= \(ids.upperBound) ORDER BY id LIMIT \(most)
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
            at: try row.get("at"),
            erased: try row.find("erased")
        )
    }
}
