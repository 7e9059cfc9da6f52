import Ledger
import Stories

/// A piece of news as readers and the newsroom see it.
struct ShownNews: Sendable {
    let id: OpaqueID
    let address: Code?
    let live: NewsText?
    let firstAt: Instant?

    /// When what everybody reads was approved: what a draft does meanwhile is nobody's business.
    let liveAt: Instant?
    let draft: NewsText?
    let draftBy: OpaqueID?

    /// What the draft would tell readers that it corrects.
    let draftNote: String?
    let touchedAt: Instant
    let withdrawal: Note?
    var corrections: [Note] = []

    /// What was told to readers, and when.
    struct Note: Hashable, Sendable {
        let at: Instant
        let words: String
    }
}

extension Reader {
    /// What everybody may read, the newest first; of one section, if asked.
    func publishedNews(
        in section: NewsSection? = nil,
        most: Int,
        after skipped: Int = 0
    ) throws -> [ShownNews] {
        try rows(
            """
            SELECT * FROM news WHERE first_at IS NOT NULL AND withdrawn_at IS NULL\
            \(of(section)) ORDER BY first_at DESC, id LIMIT \(most) OFFSET \(skipped)
            """
        ).map(shownNews)
    }

    /// How much everybody may read.
    func countOfPublishedNews(in section: NewsSection? = nil) throws -> Int {
        let found = try row(
            """
            SELECT COUNT(*) AS count FROM news \
            WHERE first_at IS NOT NULL AND withdrawn_at IS NULL\(of(section))
            """
        )
        return try found.map { Int(try $0.int("count")) } ?? 0
    }

    private func of(_ section: NewsSection?) -> SQL {
        guard let section else { return "" }
        return " AND section = \(section.rawValue)"
    }

    /// What was once published under an address, with everything that was told about it.
    func news(at address: Code) throws -> ShownNews? {
        try row("SELECT * FROM news WHERE address = \(address)").map(withCorrections)
    }

    func news(_ id: OpaqueID) throws -> ShownNews? {
        try row("SELECT * FROM news WHERE id = \(id)").map(withCorrections)
    }

    /// Everything that the newsroom has: what waits first, then what was touched last.
    func allNews(most: Int, after skipped: Int) throws -> [ShownNews] {
        try rows(
            """
            SELECT * FROM news WHERE live IS NOT NULL OR draft IS NOT NULL \
            ORDER BY CASE WHEN draft IS NULL THEN 1 ELSE 0 END, touched_at DESC, id \
            LIMIT \(most) OFFSET \(skipped)
            """
        ).map(shownNews)
    }

    func countOfAllNews() throws -> Int {
        let found = try row(
            "SELECT COUNT(*) AS count FROM news WHERE live IS NOT NULL OR draft IS NOT NULL"
        )
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

    func shownNews(_ row: RecordRow) throws -> ShownNews {
        let live: [UInt8]? = try row.find("live")
        let draft: [UInt8]? = try row.find("draft")
        let note: [UInt8]? = try row.find("draft_note")
        let withdrawnAt: Instant? = try row.find("withdrawn_at")
        return ShownNews(
            id: try row.id("id"),
            address: try row.find("address"),
            live: try live.map(text),
            firstAt: try row.find("first_at"),
            liveAt: try row.find("live_at"),
            draft: try draft.map(text),
            draftBy: try row.find("draft_by"),
            draftNote: try note.map(words),
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
