import Site
import Stories

/// All news, the newest first.
struct NewsListPage: Page {
    var news: [ShownNews]
    var page: Int
    var count: Int

    var frame: Frame { Frame(back: Link(.home, "/"), isIndexed: true) }

    func title(for visit: Visit) -> String { Words.news.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .news)
        if news.isEmpty {
            html(EmptyState(.noNews))
        } else {
            html(.ul, .class("layanan")) {
                for piece in news { item(piece, html) }
            }
        }
        html(Pagination(page: page, of: count, list: "/berita"))
        html(.p) { html(.a, .feed, .href(Address("/berita/atom.xml").fixed(in: .indonesian))) }
    }

    private func item(_ piece: ShownNews, _ html: HTML) {
        guard let link = piece.link, let text = piece.live else { return }
        html(.li) {
            html(.a, link.words, .href(link.address))
            html(.p, .class("petunjuk")) {
                html.text(text.section.words)
                if let at = piece.firstAt { html.text(", " + html.word(.date(at, html))) }
            }
        }
    }
}

/// One piece of news as everybody reads it; why it was withdrawn, where it was.
struct NewsPage: Page {
    var news: ShownNews
    var text: NewsText

    var frame: Frame {
        var frame = Frame(
            back: Link(.news, "/berita"),
            isIndexed: news.withdrawal == nil,
            status: news.withdrawal == nil ? 200 : 410
        )
        if news.withdrawal == nil {
            frame.description = String(NewsMarkup(text.body).lead.prefix(200))
        }
        return frame
    }

    private var heading: Words { news.withdrawal == nil ? text.heading : .withdrawnNews }

    func title(for visit: Visit) -> String { heading.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, heading)
        if let withdrawal = news.withdrawal {
            html(.p, .withdrawnOn(.date(withdrawal.at, html)))
            html(.p, withdrawal.words, .lang(.indonesian))
            return
        }
        html(NewsArticle(text: text, firstAt: news.firstAt))
        if !news.corrections.isEmpty {
            html(.h2, .corrections)
            for note in news.corrections {
                html(.p) {
                    html.text(html.word(.date(note.at, html)) + ": ")
                    html(.span, note.words, .lang(.indonesian))
                }
            }
        }
        if let address = news.address {
            let share = Button.Deed.share(text: text.title, "/berita/\(address)")
            html(ButtonRow(Button(.share, .secondary, share)))
        }
    }
}

/// A text with who wrote it and when.
struct NewsArticle: Component {
    var text: NewsText
    var firstAt: Instant?

    func write(to html: HTML) {
        html(.p, .class("petunjuk")) {
            html.text(text.section.words)
            if let firstAt { html.text(", " + html.word(.date(firstAt, html))) }
        }
        let isEnglish = html.visit.language == .english && !text.bodyInEnglish.isEmpty
        let language: Language = isEnglish ? .english : .indonesian
        html(.div, .when(language != html.visit.language, .lang(language))) {
            html(NewsMarkup(isEnglish ? text.bodyInEnglish : text.body))
        }
        if let video = Address(outside: text.video) {
            html(.p) { html(.a, .watch, .href(video)) }
        }
        let names: [(Words, String)] = [
            (.writer, text.writer), (.editor, text.editor), (.source, text.source),
        ]
        html(.dl, .class("ringkas")) {
            for (name, value) in names where !value.isEmpty {
                html(.div) {
                    html(.dt, name)
                    html(.dd, value)
                }
            }
        }
    }
}
