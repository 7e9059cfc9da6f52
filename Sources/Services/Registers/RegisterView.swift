import Ledger
import Stories

/// All records of all registers in one table; what each says is sealed in its row.
enum RegisterView {
    static let view = ViewOfRecord(
        "records",
        .now,
        of: [RegisterStory.kind],
        tables: ["records"],
        schema: [
            """
            CREATE TABLE records (id BLOB PRIMARY KEY, register TEXT NOT NULL, \
            dossier BLOB NOT NULL, from_case BLOB NOT NULL, content BLOB, at BIGINT NOT NULL, \
            ended BIGINT)
            """,
            "CREATE INDEX records_of_register ON records (register, at)",
            "CREATE INDEX records_of_case ON records (from_case)",
        ],
        project: { projection in
            let id = projection.event.stream.id
            switch try projection.event.fact(RegisterFact.self) {
            case .entered(let entry):
                let content = try projection.open(entry.content.id).flatMap { bytes in
                    try projection.seal(bytes, at: place(of: id, in: entry.dossier))
                }
                return [
                    """
                    INSERT INTO records (id, register, dossier, from_case, content, at) VALUES \
                    (\(id), \(entry.register), \(entry.dossier), \(entry.from.id), \(content), \
                    \(projection.event.at))
                    """
                ]
            case .corrected(let revision):
                guard let bytes = try projection.open(revision.content.id),
                    let content = try projection.seal(bytes, at: place(of: id, in: DossierID(id)))
                else { return [] }
                return ["UPDATE records SET content = \(content) WHERE id = \(id)"]
            case .contentErased:
                return ["UPDATE records SET content = NULL WHERE id = \(id)"]
            case .ended:
                return ["UPDATE records SET ended = \(projection.event.at) WHERE id = \(id)"]
            }
        },
        forget: { dossier in ["UPDATE records SET content = NULL WHERE dossier = \(dossier)"] }
    )

    static func place(of record: OpaqueID, in dossier: DossierID) -> SealedPlace {
        SealedPlace(dossier, "records.content", row: record)
    }
}
