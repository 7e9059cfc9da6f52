/// A page as a value: everything that it shows, and how it is written.
///
/// A page reads nothing and decides nothing; `write` turns it into bytes inside the layout.
package protocol Page: Sendable {
    /// What stands around the body.
    var frame: Frame { get }

    /// The title without the name of the regency.
    func title(for visit: Visit) -> String

    /// What stands in `<main>`; it writes the one `h1`.
    func body(_ html: HTML)
}

extension Page {
    package var frame: Frame { Frame() }

    /// The whole document.
    package func write(for visit: Visit) -> [UInt8] {
        let html = HTML(for: visit)
        Layout(page: self).write(to: html)
        return html.written
    }
}

/// What stands around the body of a page.
package struct Frame: Sendable {
    package var width = Width.text
    /// The link above the heading.
    package var back: Link?
    /// False keeps the page out of search engines: everything that shows a case.
    package var isIndexed = false
    /// "Anda mengisi untuk Ibu Siti A." with the way to somebody else.
    package var actingFor: ActingFor?
    /// The HTTP status under which the page is sent.
    package var status = 200
    /// Seconds after which it comes anew by itself: for screens that nobody touches, and no others.
    package var refreshesAfter: Int?
    /// One line for search engines and shared links.
    package var description: Words?
    /// What the page has besides the one script of the site.
    package var scripts = Scripts.none
    /// What tells of news where this page does, for programs that follow it (Atom).
    package var feed: Address?

    package init(
        width: Width = .text,
        back: Link? = nil,
        isIndexed: Bool = false,
        status: Int = 200
    ) {
        self.width = width
        self.back = back
        self.isIndexed = isIndexed
        self.status = status
    }

    /// How wide the body may become.
    package enum Width: Sendable {
        /// 40rem: reading and answering.
        case text
        /// 64rem: two columns on a desk.
        case page
        /// 90rem: lists and cases of officials.
        case workbench
    }

    /// Scripts of their own, so that no other page pays for them.
    package enum Scripts: Sendable {
        case none
        /// What is typed is kept on the phone, and what waits there is sent.
        case offline
        /// That, and boundaries are walked.
        case walk
        /// A whole form that needs no signal.
        case offlineForm
        /// The scale, which needs none either.
        case scale
    }

    /// The one for whom somebody fills in a form.
    package struct ActingFor: Sendable {
        package var name: String
        package var change: Address

        package init(name: String, change: Address) {
            self.name = name
            self.change = change
        }
    }
}

/// Words that lead somewhere.
package struct Link: Sendable {
    package var words: Words
    package var address: Address

    package init(_ words: Words, _ address: Address) {
        self.words = words
        self.address = address
    }
}
