import Ledger
import Office
import Stories

/// Who did what, apart from the work on cases: published, moved people, looked at masked answers.
enum ActivityView {
    static let view = ViewOfRecord(
        "activity",
        .soon,
        of: [
            OfficialStory.kind, PublicationStory.kind, "calendar", "rotation",
            "official-import", "survey-report", "export", "service-worth", "news", "case",
            "privacy", "hold", "breach", "destruction", "restore-drill", "case-move",
        ],
        tables: ["activity"],
        schema: [
            """
            CREATE TABLE activity (seq BIGINT PRIMARY KEY, at BIGINT NOT NULL, \
            actor BLOB NOT NULL, kind TEXT NOT NULL, about BLOB NOT NULL, word TEXT, \
            reason BLOB, lines BIGINT)
            """,
            "CREATE INDEX activity_by_time ON activity (at)",
            "CREATE INDEX activity_by_actor ON activity (actor, at)",
        ],
        project: { projection in
            let event = projection.event
            if event.stream.kind == "case", event.kind != "case.sensitive_opened" { return [] }
            return [
                """
                INSERT INTO activity (seq, at, actor, kind, about, word, reason, lines) \
                VALUES (\(projection.seq), \(event.at), \(event.by.id), \(event.kind), \
                \(event.stream.id), \(word(of: event)), \(reason(of: event)), \
                \(lines(of: event)))
                """
            ]
        }
    )

    /// The one word of a fact that says what it was about.
    private static func word(of event: RecordedEvent) -> Code? {
        for name in ["name", "service", "post", "unit", "field", "year", "address"] {
            switch event.fields[name] {
            case .text(let text)?: if let code = Code(text) { return code }
            case .number(let number)?: return Code(String(number))
            case .flag, .list, .object, nil: continue
            }
        }
        guard case .object(let holding)? = event.fields["holding"],
            case .text(let post)? = holding["post"]
        else { return nil }
        return Code(post)
    }

    /// What takes cases out of the record, under the reason that was given for it.
    private static let takings: Set<String> = ["export.taken", "official.downloaded"]

    /// Where the words lie that say why people's data were taken out.
    private static func reason(of event: RecordedEvent) -> OpaqueID? {
        guard takings.contains(event.kind.text),
            case .object(let sealed)? = event.fields["reason"], case .text(let id)? = sealed["id"]
        else { return nil }
        return OpaqueID(id)
    }

    /// How many lines a list had that was taken out.
    private static func lines(of event: RecordedEvent) -> Int64? {
        guard takings.contains(event.kind.text), case .number(let lines)? = event.fields["rows"]
        else { return nil }
        return lines
    }
}
