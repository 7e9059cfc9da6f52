import Ledger
import Stories

/// The words of what is published, so that a search finds news by its whole text.
///
/// The text is for everybody, so its words stand here as they are; what is corrected is found by
/// its new words alone, and what is withdrawn by none.
enum NewsSearch {
    static let view = ViewOfRecord(
        "news-search",
        .soon,
        of: [NewsStory.kind],
        tables: ["news_words"],
        schema: [
            """
            CREATE TABLE news_words (word BLOB NOT NULL, news BLOB NOT NULL, \
            PRIMARY KEY (word, news))
            """,
            "CREATE INDEX news_words_by_news ON news_words (news, word)",
        ],
        project: { projection in
            let id = projection.event.stream.id
            switch try projection.event.fact(NewsFact.self) {
            case .drafted, .discarded: return []
            case .approved(let approval):
                guard let bytes = try projection.content(approval.piece.text) else {
                    throw StoreError(.damaged, "the text of a piece of news is gone")
                }
                let text = try NewsText(bytes: bytes)
                let all = [text.title, text.body, text.titleInEnglish, text.bodyInEnglish]
                return [forgotten(id)]
                    + words(of: all.joined(separator: " ")).sorted().map { word in
                        """
                        INSERT INTO news_words (word, news) VALUES (\(Array(word.utf8)), \(id))
                        """
                    }
            case .withdrawn: return [forgotten(id)]
            }
        }
    )

    private static func forgotten(_ id: OpaqueID) -> SQL {
        "DELETE FROM news_words WHERE news = \(id)"
    }

    /// Lower-case words of three letters and more, each once.
    static func words(of text: String) -> Set<String> {
        Set(
            text.lowercased().split { !$0.isLetter && !$0.isNumber }
                .filter { $0.count >= 3 }.map { String($0.prefix(40)) }
        )
    }
}

extension Reader {
    /// The most words of a query that are looked at.
    private static let mostWords = 8

    /// What is published now and holds words that begin with each of the query's, newest first.
    func foundNews(_ query: String, most: Int) throws -> [ShownNews] {
        let words = NewsSearch.words(of: query).sorted().prefix(Self.mostWords)
        guard !words.isEmpty else { return [] }
        let all = words.reduce("" as SQL) { text, word in
            let first = Array(word.utf8)
            return """
                \(text) AND EXISTS (SELECT 1 FROM news_words w WHERE w.news = news.id \
                AND w.word >= \(first) AND w.word < \(first + [0xFF]))
                """
        }
        return try rows(
            """
            SELECT * FROM news WHERE first_at IS NOT NULL AND withdrawn_at IS NULL\(all) \
            ORDER BY first_at DESC, id LIMIT \(most)
            """
        ).map(shownNews)
    }
}
