import Site
import Stories

/// Everything that the newsroom has, what was touched last first.
struct NewsroomPage: Page {
    var news: [ShownNews]
    var me: OpaqueID
    var page: Int
    var count: Int

    var frame: Frame { Frame(width: .workbench, back: Link(.inbox, "/kerja/kotak")) }

    func title(for visit: Visit) -> String { Words.newsroom.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .newsroom)
        html(ButtonRow(Button(.writeNews, .primary, .go("/kerja/berita/tulis"))))
        if news.isEmpty { return html(EmptyState(.noNews)) }
        html(
            DataTable(
                .newsroom,
                [.init(.newsTitle), .init(.section), .init(.stateOfNews)],
                news.compactMap(line)
            )
        )
        html(Pagination(page: page, of: count, list: "/kerja/berita"))
    }

    private func line(_ piece: ShownNews) -> DataTable.Line? {
        guard let text = piece.draft ?? piece.live else { return nil }
        return DataTable.Line([
            .link(Link(text.heading, "/kerja/berita/\(piece.id)")), .words(text.section.words),
            .words(piece.state(for: me)),
        ])
    }
}

extension ShownNews {
    /// Where it stands, as an official of the newsroom sees it.
    func state(for me: OpaqueID) -> Words {
        if withdrawal != nil { return .isWithdrawn }
        if draft != nil { return draftBy == me ? .waitsForAnother : .waitsForYou }
        return .isPublished
    }
}

/// One piece of news in the newsroom: what waits, what is published, what can be done.
struct NewsAtWorkPage: Page {
    var news: ShownNews
    var text: NewsText
    var me: OpaqueID
    var version: Version
    var withdrawal: Form?
    var hasError = false

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(.newsroom, "/kerja/berita"),
            status: hasError ? 422 : 200
        )
    }

    func title(for visit: Visit) -> String { text.heading.text(in: visit.language) }

    func body(_ html: HTML) {
        if let withdrawal { html(ErrorSummary(of: withdrawal.fields)) }
        html(.h1, text.heading)
        html(.p, .role("status")) { html(.strong, news.state(for: me)) }
        html(NewsArticle(text: text, firstAt: news.firstAt))
        if !text.bodyInEnglish.isEmpty {
            html(.div, .lang(.english)) {
                html(.h2, text.titleInEnglish)
                html(NewsMarkup(text.bodyInEnglish))
            }
        }
        if news.draft != nil, news.draftBy != me {
            html(
                Form(
                    to: "/kerja/berita/\(news.id)/terbitkan",
                    [],
                    hidden: [("versi", "\(version.count)")],
                    buttons: [Button(.approveNews)]
                )
            )
        }
        var links: [Link] = []
        if news.withdrawal == nil { links.append(Link(.editNews, "/kerja/berita/\(news.id)/ubah")) }
        if let address = news.address { links.append(Link(.readByAll, "/berita/\(address)")) }
        html(ButtonRow(links: links))
        if let withdrawal {
            html(.h2, .withdrawNews)
            html(withdrawal)
        }
    }
}
