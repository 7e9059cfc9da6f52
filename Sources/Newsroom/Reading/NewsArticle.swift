import Site
import Stories

/// A text with its picture, who wrote it and when.
struct NewsArticle: Component {
    var text: NewsText
    var firstAt: Instant?
    var correctedAt: Instant?

    /// True in the newsroom, where a picture may be shown that is not public.
    var isAtWork = false

    func write(to html: HTML) {
        html(.p, .class("petunjuk")) {
            html.text(text.section.words)
            if let firstAt { html.text(", " + html.word(.date(firstAt, html))) }
            if let correctedAt {
                html.text(". ")
                html(.a, .correctedOn(.date(correctedAt, html)), .href(.here("perbaikan")))
            }
        }
        if let picture = text.picture { figure(picture, html) }
        let (body, language) = text.wordsOfBody.best(for: html.visit.language)
        html(.div, .when(language != html.visit.language, .lang(language))) {
            html(NewsMarkup(body))
        }
        if let video = Address(outside: text.video) {
            html(.p) { html(.a, .watch(at: text.videoHost), .href(video)) }
        }
        names(html)
    }

    private func figure(_ picture: NewsPicture, _ html: HTML) {
        let (shows, language) = picture.words.best(for: html.visit.language)
        let name = picture.digest.pictureName
        let address: Address = isAtWork ? "/kerja/berita/gambar/\(name)" : "/berita/gambar/\(name)"
        html(.figure) {
            html(
                .img,
                .src(.asset(address)),
                .alt(shows),
                .when(language != html.visit.language, .lang(language)),
                .width(picture.width),
                .height(picture.height)
            )
            if !picture.caption.isEmpty {
                html(.figcaption, Words(picture.caption), .class("petunjuk"))
            }
        }
    }

    private func names(_ html: HTML) {
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

extension NewsText {
    /// The title in the languages that it has.
    var heading: Words { Words(title, titleInEnglish.isEmpty ? nil : titleInEnglish) }

    var wordsOfBody: Words { Words(body, bodyInEnglish.isEmpty ? nil : bodyInEnglish) }

    /// The beginning of the text, cut between two words.
    func summary(most: Int) -> Words {
        wordsOfBody.map { body in
            let lead = NewsMarkup(body).lead
            guard lead.count > most else { return lead }
            let cut = lead.prefix(most)
            return String(cut.prefix(upTo: cut.lastIndex(of: " ") ?? cut.endIndex)) + "…"
        }
    }

    /// "video.contoh.go.id": whoever presses a link may know first where it leads.
    var videoHost: String {
        let parts = video.split(separator: "/")
        return parts.count > 1 ? String(parts[1].prefix { !"?#".contains($0) }) : ""
    }
}

extension NewsPicture {
    /// What is seen in it, in the languages that it has.
    var words: Words { Words(shows, showsInEnglish.isEmpty ? nil : showsInEnglish) }
}

extension ShownNews {
    /// Its title, leading to its page.
    var link: Link? {
        guard let address, let live else { return nil }
        return Link(live.heading, "/berita/\(address)")
    }
}
