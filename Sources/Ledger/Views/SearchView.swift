package import Stories

/// A text by which something is to be found, sealed nowhere: only its tokens are kept.
package struct Findable: Hashable, Sendable {
    /// What is found: a case, a record.
    package let subject: OpaqueID
    package let dossier: DossierID
    package let text: String

    package init(_ subject: OpaqueID, in dossier: DossierID, text: String) {
        self.subject = subject
        self.dossier = dossier
        self.text = text
    }
}

extension ViewOfRecord {
    /// A search over names, numbers and other personal words by their tokens.
    ///
    /// `table` is a name of its own, such as `case_search`; read it with `Reader.search`.
    package static func search(
        _ table: StaticString,
        of kinds: Set<StreamKind>,
        texts: @Sendable @escaping (Projection) throws -> [Findable]
    ) -> ViewOfRecord {
        let insert = """
            INSERT INTO \(table) (token, subject, dossier) VALUES ($1, $2, $3) \
            ON CONFLICT DO NOTHING
            """
        var view = ViewOfRecord(
            Code(literal: table),
            .soon,
            of: kinds,
            tables: ["\(table)"],
            schema: [
                """
                CREATE TABLE \(table) (
                    token BLOB NOT NULL, subject BLOB NOT NULL, dossier BLOB NOT NULL,
                    PRIMARY KEY (token, subject)
                ) /* keyed */
                """,
                "CREATE INDEX \(table)_of_dossier ON \(table) (dossier)",
            ],
            project: { projection in
                try texts(projection).flatMap { text in
                    let (subject, dossier) = (text.subject.sqlValue, text.dossier.sqlValue)
                    return projection.tokens(of: text.text).map { token in
                        SQL(text: insert, [token.sqlValue, subject, dossier])
                    }
                }
            },
            forget: { dossier in ["DELETE FROM \(name: table) WHERE dossier = \(dossier)"] }
        )
        view.sorted = true
        return view
    }
}

extension Reader {
    /// What is found by all the words and numbers of a query.
    package func search(
        _ table: StaticString,
        for query: String,
        limit: Int
    ) throws(StoreError) -> [OpaqueID] {
        let tokens = vault.tokens(ofQuery: query)
        guard !tokens.isEmpty else { return [] }
        let found = try rows(
            """
            SELECT subject FROM \(name: table) WHERE token IN (\(each: tokens))
            GROUP BY subject HAVING count(*) = \(tokens.count) ORDER BY subject LIMIT \(limit)
            """
        )
        var subjects: [OpaqueID] = []
        for row in found { subjects.append(try row.id("subject")) }
        return subjects
    }
}
