package import Site

/// Whom a helper has helped since signing in, and what became of it.
package struct HelpingPage: Page {
    package var people: [Person]

    /// One of them, with the forms that were begun.
    package struct Person: Sendable {
        package var name: String
        package var address: Address
        package var sheets: [Inline]
    }

    package func title(for visit: Visit) -> String { Words.helpPeople.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .helpPeople)
        html(
            ButtonRow(
                Button(
                    people.isEmpty ? .helpSomebody : .helpAnother,
                    .primary,
                    .go("/bantu/baru")
                )
            )
        )
        html(Lines([.link(Link(.helpOffline, "/bantu/luring"))]))
        html(.h2, .helpedToday)
        if people.isEmpty { html(EmptyState(.nobodyHelpedYet)) }
        for person in people {
            html(.h3) { html(.a, person.name, .href(person.address)) }
            if !person.sheets.isEmpty { html(Lines(person.sheets)) }
        }
    }
}

/// The services that can be filled in for somebody who agreed.
package struct ServicesForPage: Page {
    package var name: String
    package var services: [Link]
    package var open: [Link]

    package var frame: Frame {
        var frame = Frame()
        frame.actingFor = Frame.ActingFor(name: name, change: "/bantu")
        return frame
    }

    package func title(for visit: Visit) -> String { Words.whichService.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .whichService)
        if !open.isEmpty {
            html(.h2, .goOnFilling)
            html(Lines(open.map(Inline.link)))
            html(.h2, .services)
        }
        html(Lines(services.map(Inline.link)))
    }
}

/// What the citizen takes home: number and PIN; nothing of the answers.
package struct HelpedSentPage: Page {
    package var service: Site.Words
    package var number: String
    package var pin: String
    package var code: QRBlock
    package var next: [Site.Words]
    package var papers: [Link]
    package var person: Link

    package func title(for visit: Visit) -> String {
        Words.sentForCitizen.text(in: visit.language) + ", " + number
    }

    package func body(_ html: HTML) {
        html(ConfirmationPanel(.sentForCitizen, caption: .yourNumber, number: number))
        html(.p, service)
        html(KeyFacts([(.pin, .number(pin))]))
        html(Notice(.attention, .giveToCitizen, .nothingKept))
        html(code)
        html(.div, .class("tombol-baris")) {
            for (index, paper) in papers.enumerated() {
                let kind: Button.Kind = index == 0 ? .primary : .secondary
                html(Button(paper.words, kind, .go(paper.address)))
            }
        }
        html(.h2, .whatNext)
        html(Lines(next.map(Inline.words), isOrdered: true))
        html(Lines([.link(person), .link(Link(.helpAnother, "/bantu"))]))
    }
}
