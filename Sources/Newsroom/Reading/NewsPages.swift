import Site
import Stories

/// All news, the newest first; of one section, if asked.
struct NewsListPage: Page {
    var news: [ShownNews]
    var section: NewsSection?
    var page: Int
    var count: Int

    var frame: Frame {
        var frame = Frame(back: Link(.home, "/"), isIndexed: true)
        frame.feed = NewsFeed.address
        return frame
    }

    func title(for visit: Visit) -> String { Words.news.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .news)
        sections(html)
        if news.isEmpty {
            html(EmptyState(section == nil ? .noNews : .noNewsInSection))
        } else {
            for piece in news { item(piece, html) }
        }
        html(Pagination(page: page, of: count, list: Self.list(of: section)))
        html(.p) { html(.a, .feed, .href(NewsFeed.address)) }
    }

    /// The list of a section, or of all.
    private static func list(of section: NewsSection?) -> Address {
        section.map { Address("/berita").with("jenis", $0.rawValue) } ?? "/berita"
    }

    private func sections(_ html: HTML) {
        html(.nav, .class("halaman"), .label(html.word(.section))) {
            for one in [nil] + NewsSection.allCases.map(Optional.some) {
                let words = one?.words ?? .allSections
                if one == section {
                    html(.strong, words, .current("true"))
                } else {
                    html(.a, words, .href(Self.list(of: one)))
                }
            }
        }
    }

    private func item(_ piece: ShownNews, _ html: HTML) {
        guard let link = piece.link, let text = piece.live else { return }
        html(.h2) { html(.a, link.words, .href(link.address)) }
        html(.p, .class("petunjuk")) {
            html.text(text.section.words)
            if let at = piece.firstAt { html.text(", " + html.word(.date(at, html))) }
        }
        let summary = text.summary(most: 120)
        if !summary.indonesian.isEmpty { html(.p, summary) }
    }
}

/// One piece of news as everybody reads it; why it was withdrawn, where it was.
struct NewsPage: Page {
    var news: ShownNews
    var text: NewsText

    var frame: Frame {
        let isThere = news.withdrawal == nil
        var frame = Frame(
            back: Link(.news, "/berita"),
            isIndexed: isThere,
            status: isThere ? 200 : 410
        )
        frame.feed = NewsFeed.address
        if isThere { frame.description = text.summary(most: 200) }
        return frame
    }

    private var heading: Words { news.withdrawal == nil ? text.heading : .withdrawnNews }

    func title(for visit: Visit) -> String { heading.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, heading)
        if let withdrawal = news.withdrawal {
            html(.p, .withdrawnOn(.date(withdrawal.at, html)))
            html(.p, Words(withdrawal.words))
            return
        }
        var article = NewsArticle(text: text, firstAt: news.firstAt)
        article.correctedAt = news.corrections.last?.at
        html(article)
        if !news.corrections.isEmpty {
            html(.h2, .corrections, .id("perbaikan"))
            for note in news.corrections {
                html(.p) {
                    html.text(html.word(.date(note.at, html)) + ": ")
                    html.text(Words(note.words))
                }
            }
        }
        if let address = news.address {
            let share = Button.Deed.share(text: text.title, "/berita/\(address)")
            html(ButtonRow(Button(.share, .secondary, share)))
        }
    }
}
