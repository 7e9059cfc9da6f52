package import Stories

/// What a person sees where the way ends: what happened, what to do, whom to ask.
package struct ErrorPage: Page {
    package var heading: Words
    package var sentences: [Words]
    package var links: [Link]
    package var status: Int

    /// True where what was looked for may stand elsewhere on the site.
    package var hasSearch = false

    /// True where the form that was sent still waits at the same address.
    package var leadsBack = false

    package init(_ heading: Words, _ sentences: [Words], links: [Link] = [], status: Int) {
        self.heading = heading
        self.sentences = sentences
        self.links = links
        self.status = status
    }

    /// No page has this address.
    package static let notFound: ErrorPage = {
        var page = ErrorPage(
            .notFoundTitle,
            [.notFound],
            links: [Link(.findService, "/layanan"), Link(.home, "/")],
            status: 404
        )
        page.hasSearch = true
        return page
    }()

    /// Whoever sent it may do so no longer, or not as it was when they looked.
    package static let overtaken = ErrorPage(
        .overtakenTitle,
        [.overtaken],
        links: [Link(.home, "/")],
        status: 409
    )

    /// The system failed; the code is in the log.
    package static func disturbance(code: String) -> ErrorPage {
        ErrorPage(.disturbanceTitle, [.disturbance, .errorCode(code)], status: 500)
    }

    /// What was to be shown is not what was kept; nothing of it is shown.
    package static func damaged(code: String) -> ErrorPage {
        ErrorPage(.damagedTitle, [.damaged, .errorCode(code)], status: 500)
    }

    /// Nothing can be written; everything that was written can still be read.
    package static func noRoom(code: String) -> ErrorPage {
        ErrorPage(.noRoomTitle, [.noRoom, .tryLater, .errorCode(code)], status: 503)
    }

    /// It may have been written or not, and sending it again does no harm.
    package static func unsure(code: String) -> ErrorPage {
        ErrorPage(.unsureTitle, [.unsure, .errorCode(code)], status: 503)
    }

    /// The form did not come from a page that this device was given.
    package static let formStale = ErrorPage(.formStaleTitle, [.formStale], status: 403)

    /// More was sent than is taken in.
    package static let tooLarge: ErrorPage = {
        var page = ErrorPage(.tooLargeTitle, [.tooLarge], status: 413)
        page.leadsBack = true
        return page
    }()

    /// The rules forbid it.
    package static func refused(_ refusal: any Refusal) -> ErrorPage {
        ErrorPage(
            .refusedTitle,
            [Words(refusal.sentence, refusal.sentenceInEnglish)],
            status: refusal.status
        )
    }

    package var frame: Frame { Frame(status: status) }

    package func title(for visit: Visit) -> String { heading.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, heading)
        for sentence in sentences { html(.p, sentence) }
        if hasSearch { html(SiteSearch()) }
        if leadsBack { html(ButtonRow(Button(.back, .primary, .go(html.visit.here)))) }
        if !links.isEmpty { html(ButtonRow(links: links)) }
        if let number = html.visit.installation.contacts.whatsApp {
            html(.p) { html(.a, .askOfficer, .href(.whatsApp(number, saying: ""))) }
        }
    }
}
