import Blueprints
import Feel
package import Ledger
import Stories

/// All records of all registers in one table, and what they are found by in another.
///
/// What each says is sealed in its row; a key stands as a token, which shows nothing.
package enum RegisterView {
    package static let view = ViewOfRecord(
        "records",
        .now,
        of: [RegisterStory.kind],
        tables: ["records", "record_keys"],
        schema: [
            """
            CREATE TABLE records (id BLOB PRIMARY KEY, register TEXT NOT NULL, \
            dossier BLOB NOT NULL, source_kind TEXT NOT NULL, source BLOB NOT NULL, content BLOB, \
            at BIGINT NOT NULL, ended BIGINT)
            """,
            "CREATE INDEX records_of_register ON records (register, at, id)",
            "CREATE INDEX records_of_source ON records (source, source_kind)",
            """
            CREATE TABLE record_keys (register TEXT NOT NULL, field TEXT NOT NULL, \
            token BLOB NOT NULL, record BLOB NOT NULL, \
            PRIMARY KEY (register, field, token, record)) /* keyed */
            """,
            "CREATE INDEX record_keys_of_record ON record_keys (record)",
        ],
        project: { projection in
            let id = projection.event.stream.id
            switch try projection.event.fact(RegisterFact.self) {
            case .entered(let entry):
                let bytes = try projection.open(entry.content.id)
                let content = try bytes.flatMap { bytes in
                    try projection.seal(bytes, at: place(of: id, in: entry.dossier))
                }
                let row: SQL =
                    """
                    INSERT INTO records (id, register, dossier, source_kind, source, content, at) \
                    VALUES (\(id), \(entry.register), \(entry.dossier), \
                    \(entry.from.kind.word), \(entry.from.id), \(content), \(projection.event.at))
                    """
                return [row] + keys(entry.keys, in: bytes, of: id, projection)
            case .corrected(let revision):
                guard let bytes = try projection.open(revision.content.id),
                    let content = try projection.seal(bytes, at: place(of: id, in: DossierID(id)))
                else { return [] }
                return [
                    "UPDATE records SET content = \(content) WHERE id = \(id)",
                    "DELETE FROM record_keys WHERE record = \(id)",
                ] + keys(revision.keys, in: bytes, of: id, projection)
            case .contentErased:
                return [
                    "UPDATE records SET content = NULL WHERE id = \(id)",
                    "DELETE FROM record_keys WHERE record = \(id)",
                ]
            case .ended:
                return ["UPDATE records SET ended = \(projection.event.at) WHERE id = \(id)"]
            }
        },
        forget: { dossier in
            [
                """
                DELETE FROM record_keys WHERE record IN \
                (SELECT id FROM records WHERE dossier = \(dossier))
                """,
                "UPDATE records SET content = NULL WHERE dossier = \(dossier)",
            ]
        }
    )

    static func place(of record: OpaqueID, in dossier: DossierID) -> SealedPlace {
        SealedPlace(dossier, "records.content", row: record)
    }

    /// The first facts named no keys: the number of a person was one in every register.
    private static let first: [Code] = ["nik"]

    private static func keys(
        _ keys: [Code],
        in content: [UInt8]?,
        of id: OpaqueID,
        _ projection: Projection
    ) -> [SQL] {
        guard let content else { return [] }
        return (keys.isEmpty ? first : keys).compactMap { field in
            TypedAnswers.answer(ID(field.text), inCanonical: content).flatMap(RecordKey.word)
                .map { word in
                    """
                    INSERT INTO record_keys (register, field, token, record) \
                    SELECT register, \(field), \(projection.token(ofKey: word)), id \
                    FROM records WHERE id = \(id)
                    """
                }
        }
    }
}
