package import Ledger
package import Stories

/// A piece of news as readers and the newsroom see it.
package struct ShownNews: Sendable {
    package let id: OpaqueID
    package let address: Code?
    package let live: NewsText?
    package let firstAt: Instant?
    package let draft: NewsText?
    package let draftBy: OpaqueID?
    package let touchedAt: Instant
    package let withdrawal: Note?
    package var corrections: [Note] = []

    /// What was told to readers, and when.
    package struct Note: Hashable, Sendable {
        package let at: Instant
        package let words: String
    }
}

extension Reader {
    /// What everybody may read, the newest first.
    package func publishedNews(most: Int, after skipped: Int = 0) throws -> [ShownNews] {
        try rows(
            """
            SELECT * FROM news WHERE first_at IS NOT NULL AND withdrawn_at IS NULL \
            ORDER BY first_at DESC, id LIMIT \(most) OFFSET \(skipped)
            """
        ).map(shownNews)
    }

    /// How much everybody may read.
    func countOfPublishedNews() throws -> Int {
        let found = try row(
            """
            SELECT COUNT(*) AS count FROM news \
            WHERE first_at IS NOT NULL AND withdrawn_at IS NULL
            """
        )
        return try found.map { Int(try $0.int("count")) } ?? 0
    }

    /// What was once published under an address, with everything that was told about it.
    func news(at address: Code) throws -> ShownNews? {
        try row("SELECT * FROM news WHERE address = \(address)").map(withCorrections)
    }

    func news(_ id: OpaqueID) throws -> ShownNews? {
        try row("SELECT * FROM news WHERE id = \(id)").map(withCorrections)
    }

    /// Everything that the newsroom has, what was touched last first.
    func allNews(most: Int, after skipped: Int) throws -> [ShownNews] {
        try rows(
            "SELECT * FROM news ORDER BY touched_at DESC, id LIMIT \(most) OFFSET \(skipped)"
        ).map(shownNews)
    }

    func countOfAllNews() throws -> Int {
        let found = try row("SELECT COUNT(*) AS count FROM news")
        return try found.map { Int(try $0.int("count")) } ?? 0
    }

    private func withCorrections(_ row: RecordRow) throws -> ShownNews {
        var shown = try shownNews(row)
        shown.corrections = try rows(
            "SELECT at, note FROM news_corrections WHERE news = \(shown.id) ORDER BY seq"
        ).map { row in
            ShownNews.Note(at: try row.get("at"), words: try words(try row.blob("note")))
        }
        return shown
    }

    private func shownNews(_ row: RecordRow) throws -> ShownNews {
        let live: [UInt8]? = try row.find("live")
        let draft: [UInt8]? = try row.find("draft")
        let withdrawnAt: Instant? = try row.find("withdrawn_at")
        return ShownNews(
            id: try row.id("id"),
            address: try row.find("address"),
            live: try live.map(text),
            firstAt: try row.find("first_at"),
            draft: try draft.map(text),
            draftBy: try row.find("draft_by"),
            touchedAt: try row.get("touched_at"),
            withdrawal: try withdrawnAt.map { at in
                ShownNews.Note(at: at, words: try words(try row.blob("reason")))
            }
        )
    }

    private func bytes(_ digest: [UInt8]) throws -> [UInt8] {
        guard let bytes = try content(Public(digest: digest)) else {
            throw StoreError(.damaged, "the text of a piece of news is gone")
        }
        return bytes
    }

    private func text(_ digest: [UInt8]) throws -> NewsText {
        try NewsText(bytes: try bytes(digest))
    }

    private func words(_ digest: [UInt8]) throws -> String {
        String(decoding: try bytes(digest), as: UTF8.self)
    }
}
