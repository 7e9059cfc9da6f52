package import Site

/// The front desk: one box to find, and what can be taken in.
package struct CounterPage: Page {
    package var query: String
    package var lines: [InboxPage.Line]
    package var services: [Link]

    /// What else a counter does: blank forms for hours without power.
    package var others: [Link] = []

    /// Where a paper is recorded whose number was searched for.
    package var form: Link?

    /// The queues of the official's desks.
    package var queues: [QueuePanel] = []

    /// The number that was just called, and why none was.
    package var message: Site.Words?
    package var queueTrouble: Site.Words?

    package init(query: String, lines: [InboxPage.Line], services: [Link]) {
        self.query = query
        self.lines = lines
        self.services = services
    }

    package var frame: Frame { Frame(width: .workbench) }

    package func title(for visit: Visit) -> String { Words.counter.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .counter)
        if let message { html(Notice(.done, message)) }
        if let queueTrouble { html(Notice(.attention, queueTrouble)) }
        var form = Form(
            to: "/kerja/loket",
            [
                Field(
                    "cari",
                    .counterSearch,
                    hint: .counterSearchHint,
                    .text(TextInput(query, .search))
                )
            ],
            buttons: [Button(.search)]
        )
        form.isSearch = true
        html(form)
        if !query.isEmpty { results(html) }
        // A queue that is in use comes before what is done for whoever was called.
        let isInUse = queues.contains { $0.day.given > 0 }
        html(.div, .class("dua")) {
            if isInUse { html(.div) { for queue in queues { html(queue) } } }
            html(.div) {
                html(.h2, .takeInFor)
                html(Lines(services.map(Inline.link)))
                if !others.isEmpty { html(Lines(others.map(Inline.link))) }
            }
            if !isInUse { html(.div) { for queue in queues { html(queue) } } }
        }
    }

    private func results(_ html: HTML) {
        html(.p, .role("status")) {
            html.text(Words("\(lines.count) permohonan ditemukan", "\(lines.count) cases found"))
        }
        if let form {
            html(ButtonRow(Button(form.words, .primary, .go(form.address))))
            return
        }
        if lines.isEmpty {
            html(Notice(.info, .noneFoundHere))
            return
        }
        html(DataTable(.requests, Self.headings, lines.map(\.cells)))
    }

    private static let headings: [DataTable.Heading] = [
        DataTable.Heading(.numberColumn), DataTable.Heading(.serviceColumn),
        DataTable.Heading(.applicantColumn), DataTable.Heading(.placeColumn),
        DataTable.Heading(.nextStepColumn), DataTable.Heading(.dueColumn),
        DataTable.Heading(.officerColumn),
    ]
}

/// A request that was just recorded: its number, and the receipt for the hand.
package struct CounterReceiptPage: Page {
    package var service: Site.Words
    package var number: String

    /// Where the receipt is printed, on which paper; none after the day of recording.
    package var papers: [Link]
    package var pin: String?
    package var next: [Site.Words]
    package var again: Address
    package var opened: Address

    package init(
        service: Site.Words,
        number: String,
        papers: [Link],
        next: [Site.Words],
        again: Address,
        opened: Address
    ) {
        self.service = service
        self.number = number
        self.papers = papers
        self.next = next
        self.again = again
        self.opened = opened
    }

    package var frame: Frame { Frame(width: .page, back: Link(.counter, "/kerja/loket")) }

    package func title(for visit: Visit) -> String {
        Words.recorded.text(in: visit.language) + ", " + number
    }

    package func body(_ html: HTML) {
        html(ConfirmationPanel(.recorded, caption: .receiptNumber, number: number))
        html(.p, service)
        html(.h2, .printOn)
        if papers.isEmpty {
            html(Notice(.info, .receiptOnlyToday))
        } else {
            html(.div, .class("tombol-baris")) {
                for (index, paper) in papers.enumerated() {
                    let kind: Button.Kind = index == 0 ? .primary : .secondary
                    html(Button(paper.words, kind, .go(paper.address)))
                }
            }
        }
        if let pin {
            html(Disclosure(.writeByHand, KeyFacts([(.pin, .number(pin))])))
        }
        html(.h2, .whatNext)
        html(Lines(next.map(Inline.words), isOrdered: true))
        html(
            Lines([
                .link(Link(.nextPerson, "/kerja/loket")), .link(Link(.sameServiceAgain, again)),
                .link(Link(.openTheCase, opened)),
            ])
        )
    }
}
