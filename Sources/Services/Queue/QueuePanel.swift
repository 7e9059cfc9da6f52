package import Site
package import Stories

/// The queue of one front desk, on the page of its officials: who is next, and a new number.
package struct QueuePanel: Component {
    package var name: String
    package var day: QueueDay

    /// The window at which the official sits.
    package var window: Int

    /// The keys of the next presses: each counts once, however often it is sent.
    package var keys: Keys
    package var error: Site.Words?

    /// One key a button.
    package struct Keys: Sendable {
        package var give: OpaqueID
        package var call: OpaqueID
    }

    private var unit: String { day.unit.text }

    package func write(to html: HTML) {
        html(.section, .class("antrean"), .labelledBy("antrean-\(unit)")) {
            html(.h2, Words.queueOf(name), .id("antrean-\(unit)"))
            // Who has no queue is not bothered by one.
            if day.given > 0 { standing(html) } else { html(.p, .noQueueToday) }
            call(html)
            html(
                Form(
                    to: "/kerja/loket/antrean",
                    [],
                    hidden: [("unit", unit), ("baru", keys.give.description)],
                    buttons: [Button(.giveNumber, .secondary)]
                )
            )
            let page: Address = "/unit/\(unit)/antrean"
            html(.p) { html(.a, .waitingRoomScreen, .href(page.with("layar", "1"))) }
        }
    }

    private func standing(_ html: HTML) {
        var facts: [(name: Site.Words, value: Inline)] = [
            (.nowWaiting, .number(String(day.waiting)))
        ]
        if let last = day.calls.first {
            facts.insert((.calledLast, .words(.called(last))), at: 0)
        }
        html(KeyFacts(facts))
    }

    private var windowField: Field {
        Field(
            "jendela-\(unit)",
            .yourWindow,
            .text(TextInput(String(window), .whole))
        )
        .with(error: error)
    }

    private func call(_ html: HTML) {
        guard day.given > 0 else { return }
        html(
            Form(
                to: "/kerja/loket/antrean/panggil",
                [windowField],
                hidden: [("unit", unit), ("panggilan", keys.call.description)],
                buttons: day.waiting > 0
                    ? [Button(.callNext, .primary, .send(name: "apa", value: "berikutnya"))] : []
            )
        )
        guard !day.calls.isEmpty else { return }
        html(Disclosure(.callOneAgain, isOpen: false, again))
    }

    private var again: Form {
        Form(
            to: "/kerja/loket/antrean/panggil",
            [
                Field(
                    "nomor-\(unit)",
                    .whichNumber,
                    .text(TextInput(day.calls.first.map { String($0.number) } ?? "", .whole))
                )
            ],
            hidden: [("unit", unit), ("jendela-\(unit)", String(window))],
            buttons: [Button(.callAgain, .secondary, .send(name: "apa", value: "lagi"))]
        )
    }
}

/// The number that somebody was just given, to be printed or written down.
package struct QueueNumberPage: Page {
    package var office: String
    package var number: String
    package var papers: [Link]

    package var frame: Frame { Frame(width: .page, back: Link(.counter, "/kerja/loket")) }

    package func title(for visit: Visit) -> String {
        Words.queueNumber.text(in: visit.language) + " " + number
    }

    package func body(_ html: HTML) {
        html(.div, .class("panel layar")) {
            html(.h1, .queueNumber)
            html(.p, office)
            html(.p, number, .class("nomor"))
        }
        html(.h2, .printSlip)
        html(.div, .class("tombol-baris")) {
            for (index, paper) in papers.enumerated() {
                let kind: Button.Kind = index == 0 ? .primary : .secondary
                html(Button(paper.words, kind, .go(paper.address)))
            }
        }
        html(.p, .orWriteIt, .class("petunjuk"))
        html(Lines([.link(Link(.nextPerson, "/kerja/loket"))]))
    }
}

/// The queue as everybody sees it: on a screen of the waiting room, or on a phone.
package struct QueuePage: Page {
    package var office: String
    package var unit: Code
    package var day: QueueDay

    /// When it was written, as a clock says it.
    package var time: String

    /// A screen that nobody touches: it comes anew by itself.
    package var isScreen = false

    package static let screenSeconds = 10

    package var frame: Frame {
        var frame = Frame(width: .page, back: isScreen ? nil : Link(Words(office), "/unit/\(unit)"))
        if isScreen { frame.refreshesAfter = Self.screenSeconds }
        return frame
    }

    package func title(for visit: Visit) -> String {
        Words.queueOf(office).text(in: visit.language)
    }

    package func body(_ html: HTML) {
        html(.h1, Words.queueOf(office))
        if let now = day.calls.first {
            html(.div, .class(isScreen ? "panel layar" : "panel")) {
                html(.p, .calledNow)
                html(.p, QueueNumber.shown(now.number), .class("nomor"))
                html(.p, Words.toWindow(now.window))
            }
            html(.p, .role("status")) { html(.strong, Words.waiting(day.waiting)) }
            let before = day.calls.dropFirst()
            if !before.isEmpty {
                html(.h2, .calledBefore)
                html(.ul, .class("baris")) {
                    for call in before { html(.li, .called(call)) }
                }
            }
        } else {
            html(EmptyState(day.given == 0 ? .noQueueToday : .nobodyCalled))
            html(.p, .role("status")) { html(.strong, Words.waiting(day.waiting)) }
        }
        html(.p, Words.asOf(time), .class("petunjuk"))
        if !isScreen {
            let here: Address = "/unit/\(unit)/antrean"
            html(ButtonRow(Button(.lookAgain, .secondary, .go(here))))
            html(.p) { html(.a, .waitingRoomScreen, .href(here.with("layar", "1"))) }
        }
    }
}
