import Stories

/// The rows of a search: one for each token, and beside them which tokens a dossier has.
///
/// `place` is the event that made it findable, so that what is newest is found first.
/// The second table is what an erasure and a new scope go by. An index over the first would say
/// the same in five times the room.
struct SearchRows {
    let table: String

    /// So many tokens stand in one row of the second table.
    private static let most = 100

    static func schema(of table: String) -> [String] {
        [
            """
            CREATE TABLE \(table) (
                token BLOB NOT NULL, scope TEXT NOT NULL, place BIGINT NOT NULL,
                subject BLOB NOT NULL, PRIMARY KEY (token, scope, place, subject)
            ) /* keyed */
            """,
            """
            CREATE TABLE \(table)_kept (
                dossier BLOB NOT NULL, scope TEXT NOT NULL, place BIGINT NOT NULL,
                subject BLOB NOT NULL, tokens BLOB NOT NULL,
                PRIMARY KEY (dossier, scope, place, subject, tokens)
            ) /* keyed */
            """,
        ]
    }

    func inserted(_ text: Findable, _ projection: Projection) -> [SQL] {
        let tokens = projection.tokens(of: text.text)
        let scopes = text.scopes.isEmpty ? [""] : text.scopes.map(\.text)
        var rows: [SQL] = []
        for scope in scopes {
            let place = [scope.sqlValue, projection.seq, text.subject.sqlValue]
            for token in tokens { rows.append(row([token.sqlValue] + place)) }
            for part in parts(tokens) {
                rows.append(keptRow([text.dossier.sqlValue] + place + [part]))
            }
        }
        return rows
    }

    private func row(_ values: [SQLValue]) -> SQL {
        SQL(
            text: """
                INSERT INTO \(table) (token, scope, place, subject) VALUES ($1, $2, $3, $4) \
                ON CONFLICT DO NOTHING
                """,
            values
        )
    }

    private func keptRow(_ values: [SQLValue]) -> SQL {
        SQL(
            text: """
                INSERT INTO \(table)_kept (dossier, scope, place, subject, tokens) \
                VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
                """,
            values
        )
    }

    /// Where each token begins in a row of the second table.
    private static let places = """
        WITH RECURSIVE places (first) AS (SELECT 0 UNION ALL \
        SELECT first + 8 FROM places WHERE first < \(8 * most - 8))
        """

    /// One scope more; nothing where it is there already.
    ///
    /// Begins with a text and not with bytes, so that it comes after the rows that it copies.
    /// What was replaced since is not copied.
    func spread(_ spread: Spread) -> [SQL] {
        let values = [
            spread.scope.text.sqlValue, spread.dossier.sqlValue, Findable.past.text.sqlValue,
        ]
        let isNew = """
            NOT EXISTS (SELECT 1 FROM \(table)_kept o WHERE o.dossier = $2 AND o.scope = $1)
            """
        let isPresent = """
            NOT EXISTS (SELECT 1 FROM \(table) r WHERE r.scope = $3 AND r.place > k.place \
            AND r.token = substr(k.tokens, p.first + 1, 8) AND r.subject = k.subject)
            """
        return [
            SQL(
                text: """
                    \(Self.places) INSERT INTO \(table) (token, scope, place, subject) \
                    SELECT DISTINCT substr(k.tokens, p.first + 1, 8), $1, k.place, k.subject \
                    FROM \(table)_kept k CROSS JOIN places p \
                    WHERE k.dossier = $2 AND k.scope <> $3 AND p.first < length(k.tokens) \
                    AND \(isPresent) AND \(isNew) ON CONFLICT DO NOTHING
                    """,
                values
            ),
            SQL(
                text: """
                    INSERT INTO \(table)_kept (dossier, scope, place, subject, tokens) \
                    SELECT DISTINCT dossier, $1, place, subject, tokens FROM \(table)_kept \
                    WHERE dossier = $2 AND scope <> $3 AND \(isNew) ON CONFLICT DO NOTHING
                    """,
                values
            ),
        ]
    }

    /// Another text in the place of what a dossier was found by, in every scope that finds it.
    ///
    /// What it replaces moves to a scope of its own. The rows that say which tokens a dossier had
    /// stay as they are: an erasure goes by them, and a new scope looks at what was replaced.
    func renewed(_ text: Findable, instead old: String, _ projection: Projection) -> [SQL] {
        let (gone, come) = (projection.tokens(of: old), projection.tokens(of: text.text))
        return replaced(gone, text, at: projection.seq) + added(come, text, at: projection.seq)
    }

    private func replaced(
        _ tokens: [SearchToken],
        _ text: Findable,
        at place: SQLValue
    ) -> [SQL] {
        let (past, dossier) = (Findable.past.text.sqlValue, text.dossier.sqlValue)
        let subject = text.subject.sqlValue
        let moved = tokens.flatMap { token in
            [
                SQL(
                    text: """
                        DELETE FROM \(table) WHERE scope <> $1 AND (token, scope, place, subject) \
                        IN (SELECT $2, k.scope, k.place, k.subject FROM \(table)_kept k \
                        WHERE k.dossier = $3)
                        """,
                    [past, token.sqlValue, dossier]
                ),
                SQL(
                    text: """
                        INSERT INTO \(table) (scope, token, place, subject) \
                        VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
                        """,
                    [past, token.sqlValue, place, subject]
                ),
            ]
        }
        return moved
            + parts(tokens).map { part in
                SQL(
                    text: """
                        INSERT INTO \(table)_kept (scope, dossier, place, subject, tokens) \
                        VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
                        """,
                    [past, dossier, place, subject, part]
                )
            }
    }

    private func added(_ tokens: [SearchToken], _ text: Findable, at place: SQLValue) -> [SQL] {
        let (past, dossier) = (Findable.past.text.sqlValue, text.dossier.sqlValue)
        let subject = text.subject.sqlValue
        let rows = tokens.map { token in
            SQL(
                text: """
                    \(scopes) INSERT INTO \(table) (token, scope, place, subject) \
                    SELECT $3, s.scope, $4, $5 FROM s WHERE true ON CONFLICT DO NOTHING
                    """,
                [past, dossier, token.sqlValue, place, subject]
            )
        }
        return rows
            + parts(tokens).map { part in
                SQL(
                    text: """
                        \(scopes) INSERT INTO \(table)_kept (dossier, scope, place, subject, tokens) \
                        SELECT $2, s.scope, $3, $4, $5 FROM s WHERE true ON CONFLICT DO NOTHING
                        """,
                    [past, dossier, place, subject, part]
                )
            }
    }

    /// The scopes that find a dossier now.
    private var scopes: String {
        """
        WITH s AS (SELECT DISTINCT scope FROM \(table)_kept WHERE scope <> $1 AND dossier = $2)
        """
    }

    /// Tokens as rows of the second table hold them.
    private func parts(_ tokens: [SearchToken]) -> [SQLValue] {
        stride(from: 0, to: tokens.count, by: Self.most).map { first in
            .blob(tokens[first..<min(first + Self.most, tokens.count)].flatMap(\.bytes))
        }
    }

    func forgotten(_ dossier: DossierID) -> [SQL] {
        [
            SQL(
                text: """
                    \(Self.places) DELETE FROM \(table) WHERE (token, scope, place, subject) \
                    IN (SELECT substr(k.tokens, p.first + 1, 8), k.scope, k.place, k.subject \
                    FROM \(table)_kept k CROSS JOIN places p \
                    WHERE k.dossier = $1 AND p.first < length(k.tokens))
                    """,
                [dossier.sqlValue]
            ),
            SQL(text: "DELETE FROM \(table)_kept WHERE dossier = $1", [dossier.sqlValue]),
        ]
    }
}
