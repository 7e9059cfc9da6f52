import Notices
package import Site

/// One message that waits at the desk, with the exact words.
package struct NoticeCard: Component {
    package var key: String
    package var number: String
    package var shownNumber: String
    package var firstName: String
    package var phone: String
    package var text: String
    package var state: Site.Words
    package var why: Site.Words?
    package var mayReachHelper = false

    /// Where to go back to: the queue or the case.
    package var back: String

    package func write(to html: HTML) {
        // No landmark: several messages may go to one person, and would have one name.
        html(.section, .class("kotak")) {
            html(.h3) {
                html.text(firstName + " ")
                html(MaskedValue(phone))
            }
            html(.p) {
                html(.a, Words(shownNumber), .href("/kerja/perkara/\(number)"))
                html.text(" · ")
                html.text(state)
            }
            if let why { html(.p, why, .class("petunjuk")) }
            if mayReachHelper { html(Notice(.attention, .mayReachHelper)) }
            html(.blockquote, text)
            html(form("buka", .openWhatsApp, .primary))
            html(form("terkirim", .haveSent, .secondary))
            html(Disclosure(.cannotSend, failing))
        }
    }

    private func form(_ deed: String, _ words: Site.Words, _ kind: Button.Kind) -> Form {
        Form(
            to: "/kerja/kabar/\(key)/\(deed)",
            [],
            hidden: [("lalu", back)],
            buttons: [Button(words, kind)]
        )
    }

    /// A button for each reason: nothing to type, and no field twice on a page.
    private var failing: Form {
        Form(
            to: "/kerja/kabar/\(key)/gagal",
            [],
            hidden: [("lalu", back)],
            buttons: WhyNotSent.allCases.map { why in
                Button(why.words, .secondary, .send(name: "sebab", value: why.rawValue))
            }
        )
    }
}

/// What waits to be told, oldest first.
package struct NoticesPage: Page {
    package var cards: [NoticeCard]
    package var failed: [NoticeLine]
    package var troubles: [Site.Words]
    package var count: Int
    package var message: Site.Words?
    package var error: Site.Words?

    /// One message that nobody could send.
    package struct NoticeLine: Sendable {
        package var number: String
        package var shownNumber: String
        package var firstName: String
        package var why: Site.Words
    }

    package var frame: Frame {
        Frame(
            width: .page,
            back: Link(.inbox, "/kerja/kotak"),
            status: error == nil ? 200 : 422
        )
    }

    package func title(for visit: Visit) -> String {
        let title = Words.noticesToCitizens.text(in: visit.language)
        return error == nil ? title : Words.fixFirst.text(in: visit.language) + " " + title
    }

    package func body(_ html: HTML) {
        html(.h1, .noticesToCitizens)
        if let message { html(Notice(.done, message)) }
        if let error { html(Notice(.danger, error)) }
        for trouble in troubles { html(Notice(.attention, trouble)) }
        html(.p, .openedIsNotSent)
        html(.h2, .noticeWaits)
        html(
            .p,
            Words("\(count) kabar, yang terlama dulu", "\(count) messages, the oldest first"),
            .role("status")
        )
        if cards.isEmpty { html(.p, .noticesEmpty) }
        for card in cards { html(card) }
        guard !failed.isEmpty else { return }
        html(.h2, .noticesNotSent)
        html(
            DataTable(
                .noticesNotSent,
                [
                    DataTable.Heading(.numberColumn), DataTable.Heading(.applicantColumn),
                    DataTable.Heading(.whyNot),
                ],
                failed.map { line in
                    DataTable.Line([
                        .link(Link(Words(line.shownNumber), "/kerja/perkara/\(line.number)")),
                        .text(line.firstName), .words(line.why),
                    ])
                }
            )
        )
    }
}
