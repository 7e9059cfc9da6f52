package import Ledger
package import Stories

/// The statements of every regency that are on record, for pages that put them side by side.
package enum EvidenceView {
    package static let view = ViewOfRecord(
        "service_evidence",
        .now,
        of: [EvidenceStory.kind],
        tables: ["evidence_statements", "evidence_contradictions"],
        schema: [
            """
            CREATE TABLE evidence_statements (seq BIGINT PRIMARY KEY, publisher TEXT NOT NULL, \
            quarter TEXT NOT NULL, content BLOB NOT NULL, ours BIGINT NOT NULL, \
            at BIGINT NOT NULL, who BLOB NOT NULL)
            """,
            """
            CREATE TABLE evidence_contradictions (seq BIGINT PRIMARY KEY, kept BLOB NOT NULL, \
            other BLOB NOT NULL)
            """,
        ],
        project: { projection in
            let event = projection.event
            switch try event.fact(EvidenceFact.self) {
            case .published(let stated): return [row(stated, isOurs: true, projection)]
            case .taken(let stated, _): return [row(stated, isOurs: false, projection)]
            case .contradicted(let seen):
                return [
                    """
                    INSERT INTO evidence_contradictions (seq, kept, other) VALUES \
                    (\(projection.seq), \(seen.kept.digest), \(seen.other.digest))
                    """
                ]
            }
        }
    )

    private static func row(
        _ stated: Stated,
        isOurs: Bool,
        _ projection: Projection
    ) -> SQL {
        """
        INSERT INTO evidence_statements (seq, publisher, quarter, content, ours, at, who) VALUES \
        (\(projection.seq), \(stated.publisher), \(stated.quarter.text), \
        \(stated.content.digest), \(isOurs), \(projection.event.at), \(projection.event.by))
        """
    }
}

/// A statement as it is on record.
package struct RecordedStatement: Sendable {
    package let statement: EvidenceStatement
    package let isOurs: Bool

    /// When it was made here or taken in.
    package let at: Instant

    /// Whether its regency has signed other values for some of it.
    package let isContradicted: Bool
}

extension Reader {
    /// Every statement on record, the earliest quarter first.
    package func recordedStatements() throws -> [RecordedStatement] {
        let contradicted = Set(
            try rows("SELECT kept FROM evidence_contradictions").map { try $0.blob("kept") }
        )
        let rows = try rows(
            "SELECT content, ours, at FROM evidence_statements ORDER BY quarter, publisher, seq"
        )
        return try rows.compactMap { row in
            let digest = try row.blob("content")
            guard let bytes = try content(Public(digest: digest)) else { return nil }
            let isOurs = try row.int("ours") != 0
            return RecordedStatement(
                statement: try EvidenceStatement(
                    kept: isOurs ? bytes : try Envelope(reading: bytes).payload
                ),
                isOurs: isOurs,
                at: try row.get("at"),
                isContradicted: contradicted.contains(digest)
            )
        }
    }
}
