import Ledger
import Stories

/// What is published, what waits and what was withdrawn, as tables.
enum NewsView {
    static let view = ViewOfRecord(
        "news",
        .now,
        of: [NewsStory.kind],
        tables: ["news", "news_corrections"],
        schema: [
            """
            CREATE TABLE news (id BLOB PRIMARY KEY, address TEXT, section TEXT, live BLOB, \
            picture BLOB, first_at BIGINT, live_at BIGINT, draft BLOB, draft_by BLOB, draft_picture BLOB, \
            draft_note BLOB, touched_at BIGINT NOT NULL, withdrawn_at BIGINT, reason BLOB)
            """,
            "CREATE INDEX news_by_address ON news (address)",
            "CREATE INDEX news_by_time ON news (first_at)",
            "CREATE INDEX news_by_section ON news (section, first_at)",
            "CREATE INDEX news_by_picture ON news (picture)",
            "CREATE INDEX news_by_touch ON news (touched_at)",
            """
            CREATE TABLE news_corrections (seq BIGINT PRIMARY KEY, news BLOB NOT NULL, \
            at BIGINT NOT NULL, note BLOB NOT NULL)
            """,
            "CREATE INDEX news_corrections_by_news ON news_corrections (news, seq)",
        ],
        project: { projection in
            let fact = try projection.event.fact(NewsFact.self)
            return rows(projection.event, projection.seq, fact)
        }
    )

    private static func rows(
        _ event: RecordedEvent,
        _ seq: SQLValue,
        _ fact: NewsFact
    ) -> [SQL] {
        let (id, at) = (event.stream.id, event.at)
        switch fact {
        case .drafted(let draft):
            return [
                """
                INSERT INTO news (id, touched_at) VALUES (\(id), \(at)) \
                ON CONFLICT (id) DO NOTHING
                """,
                """
                UPDATE news SET draft = \(draft.piece.text.digest), draft_by = \(draft.by.id), \
                draft_picture = \(draft.piece.picture?.digest), \
                draft_note = \(draft.correction?.digest), touched_at = \(at) WHERE id = \(id)
                """,
            ]
        case .discarded: return [withoutDraft(id, at)]
        case .approved(let approval):
            let piece = approval.piece
            let approved: SQL = """
                UPDATE news SET live = \(piece.text.digest), section = \(piece.section.rawValue), \
                picture = \(piece.picture?.digest), address = \(approval.address), \
                first_at = COALESCE(first_at, \(at)), live_at = \(at) WHERE id = \(id)
                """
            guard let note = approval.correction else { return [approved, withoutDraft(id, at)] }
            return [
                approved, withoutDraft(id, at),
                """
                INSERT INTO news_corrections (seq, news, at, note) \
                VALUES (\(seq), \(id), \(at), \(note.digest))
                """,
            ]
        case .withdrawn(let reason):
            return [
                """
                UPDATE news SET withdrawn_at = \(at), reason = \(reason.digest) WHERE id = \(id)
                """,
                withoutDraft(id, at),
            ]
        }
    }

    private static func withoutDraft(_ id: OpaqueID, _ at: Instant) -> SQL {
        """
        UPDATE news SET draft = NULL, draft_by = NULL, draft_picture = NULL, \
        draft_note = NULL, touched_at = \(at) WHERE id = \(id)
        """
    }
}
