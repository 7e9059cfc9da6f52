import Site
import Stories

/// Everything that the newsroom has: what waits first, then what was touched last.
struct NewsroomPage: Page {
    var news: [ShownNews]
    var me: OpaqueID
    var page: Int
    var count: Int

    var frame: Frame { Frame(width: .workbench, back: Link(.inbox, "/kerja/kotak")) }

    func title(for visit: Visit) -> String { Words.newsroom.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .newsroom)
        html(.p, .newsroomRule)
        html(ButtonRow(Button(.writeNews, .primary, .go("/kerja/berita/tulis"))))
        if news.isEmpty { return html(EmptyState(.noNews)) }
        html(
            DataTable(
                .allPieces,
                [.init(.newsTitle), .init(.section), .init(.stateOfNews), .init(.lastTouched)],
                news.compactMap { line($0, html) }
            )
        )
        html(Pagination(page: page, of: count, list: "/kerja/berita"))
    }

    private func line(_ piece: ShownNews, _ html: HTML) -> DataTable.Line? {
        guard let text = piece.draft ?? piece.live else { return nil }
        return DataTable.Line([
            .link(Link(text.heading, "/kerja/berita/\(piece.id)")), .words(text.section.words),
            .tag(piece.tag(for: me)), .words(.date(piece.touchedAt, html)),
        ])
    }
}

extension ShownNews {
    /// Where it stands, as an official of the newsroom sees it.
    func tag(for me: OpaqueID) -> StatusTag {
        if withdrawal != nil { return StatusTag(.isWithdrawn, .danger) }
        guard draft != nil else { return StatusTag(.isPublished, .done) }
        return draftBy == me
            ? StatusTag(.waitsForAnother, .info) : StatusTag(.waitsForYou, .attention)
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
            width: .text,
            back: Link(.newsroom, "/kerja/berita"),
            status: hasError ? 422 : 200
        )
    }

    func title(for visit: Visit) -> String { text.heading.text(in: visit.language) }

    private var isMine: Bool { news.draftBy == me }

    func body(_ html: HTML) {
        if let withdrawal { html(ErrorSummary(of: withdrawal.fields)) }
        html(.h1, text.heading)
        html(.p, .role("status")) { html(news.tag(for: me)) }
        if news.draft != nil { html(.p, isMine ? .othersApprove : .readThenApprove) }
        if let note = news.withdrawal {
            html(.p, .withdrawnOn(.date(note.at, html)))
            html(.p, Words(note.words))
        }
        if let live = news.live, let draft = news.draft {
            html(NewsChanges(from: live, to: draft, in: html.visit.language))
            if let note = news.draftNote {
                html(.p) {
                    html(.strong, .readersAreTold)
                    html.text(": ")
                    html.text(Words(note))
                }
            }
        }
        ways(html)
        html(.h2, .asReadersSeeIt)
        html(NewsArticle(text: text, firstAt: news.firstAt, isAtWork: true))
        english(html)
        // Below the text: whoever approves has come past it.
        if news.draft != nil, !isMine { html(form("terbitkan", Button(.approveNews))) }
        endings(html)
    }

    private func ways(_ html: HTML) {
        var links: [Link] = []
        if news.withdrawal == nil { links.append(Link(.editNews, "/kerja/berita/\(news.id)/ubah")) }
        if let address = news.address { links.append(Link(.readByAll, "/berita/\(address)")) }
        if !links.isEmpty { html(ButtonRow(links: links)) }
    }

    /// The same in English, where an official reads Indonesian.
    private func english(_ html: HTML) {
        guard html.visit.language == .indonesian, !text.bodyInEnglish.isEmpty else { return }
        html(.h2, .inEnglish)
        html(.div, .lang(.english)) {
            html(.p) { html(.strong, text.titleInEnglish) }
            html(NewsMarkup(text.bodyInEnglish))
            if let picture = text.picture, !picture.showsInEnglish.isEmpty {
                html(.p, picture.showsInEnglish, .class("petunjuk"))
            }
        }
    }

    private func endings(_ html: HTML) {
        if news.draft != nil {
            html(.details, .class("rinci")) {
                html(.summary, .discardDraft)
                html(.div) {
                    html(.p, news.live == nil ? .discardWholly : .discardCorrection)
                    html(form("buang", Button(.discardDraft, .danger)))
                }
            }
        }
        if let withdrawal {
            html(.details, .class("rinci"), .open(hasError)) {
                html(.summary, .withdrawNews)
                html(.div) { html(withdrawal) }
            }
        }
    }

    private func form(_ deed: String, _ button: Button) -> Form {
        Form(
            to: "/kerja/berita/\(news.id)/\(deed)",
            [],
            hidden: [("versi", "\(version.count)")],
            buttons: [button]
        )
    }
}
