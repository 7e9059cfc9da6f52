package import Stories

/// A text by which something is to be found, sealed nowhere: only its tokens are kept.
package struct Findable: Hashable, Sendable {
    /// What is found: a case, a record.
    package let subject: OpaqueID
    package let dossier: DossierID
    package let text: String

    /// Who looks for it: each searches among rows of its own.
    ///
    /// Empty: one search for all.
    package let scopes: [Code]

    /// What it was found by until now and is not found by any more, where it takes its place.
    package var replaced: String?

    package init(
        _ subject: OpaqueID,
        in dossier: DossierID,
        text: String,
        scopes: [Code] = []
    ) {
        self.subject = subject
        self.dossier = dossier
        self.text = text
        self.scopes = scopes
    }
}

/// What a dossier is found by is found by somebody more.
package struct Spread: Hashable, Sendable {
    package let dossier: DossierID
    package let scope: Code

    package init(_ dossier: DossierID, to scope: Code) {
        self.dossier = dossier
        self.scope = scope
    }
}

extension Findable {
    /// The scope in which what was replaced is still found, by those who may know of it.
    package static let past: Code = "riwayat/lama"
}

extension ViewOfRecord {
    /// A search over names, numbers and other personal words by their tokens.
    ///
    /// `table` is a name of its own, such as `case_search`; read it with `Reader.search`.
    package static func search(
        _ table: StaticString,
        of kinds: Set<StreamKind>,
        spreads: @Sendable @escaping (Projection) throws -> Spread? = { _ in nil },
        texts: @Sendable @escaping (Projection) throws -> [Findable]
    ) -> ViewOfRecord {
        var view = ViewOfRecord(
            Code(literal: table),
            .soon,
            of: kinds,
            tables: ["\(table)", "\(table)_kept"],
            schema: SearchRows.schema(of: "\(table)"),
            project: { projection in
                let rows = SearchRows(table: "\(table)")
                return try texts(projection).flatMap { text in
                    text.replaced.map { rows.renewed(text, instead: $0, projection) }
                        ?? rows.inserted(text, projection)
                }
                    + (try spreads(projection).map(rows.spread) ?? [])
            },
            forget: { dossier in SearchRows(table: "\(table)").forgotten(dossier) }
        )
        view.sorted = true
        return view
    }
}

extension Reader {
    /// The one token of a whole key, as a view keeps it.
    package func token(ofKey word: String) -> SearchToken { vault.token(ofKey: word) }

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
            GROUP BY subject HAVING count(DISTINCT token) = \(tokens.count)
            ORDER BY subject LIMIT \(limit)
            """
        )
        var subjects: [OpaqueID] = []
        for row in found { subjects.append(try row.id("subject")) }
        return subjects
    }

    /// A selection of what one scope finds, to be spliced after `IN`; nil where nothing is asked.
    ///
    /// One token's rows are gone through, the newest first, and the others are looked up beside
    /// each: the work is bounded by the scope and by `limit`, whatever else the table holds.
    package func selection(
        _ table: StaticString,
        for query: String,
        in scope: Code,
        limit: Int
    ) -> SQL? {
        var tokens = vault.tokens(ofQuery: query)
        guard !tokens.isEmpty else { return nil }
        let first = tokens.removeFirst()
        let others = tokens.reduce("" as SQL) { text, token in
            """
            \(text) AND EXISTS (SELECT 1 FROM \(name: table) o WHERE o.token = \(token) \
            AND o.scope = \(scope.text) AND o.place = f.place \
            AND o.subject = f.subject)
            """
        }
        return """
            SELECT f.subject FROM \(name: table) f WHERE f.token = \(first) \
            AND f.scope = \(scope.text)\(others) \
            ORDER BY f.place DESC, f.subject DESC LIMIT \(limit)
            """
    }
}
