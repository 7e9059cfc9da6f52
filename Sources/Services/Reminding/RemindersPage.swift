package import Notices
package import Site

/// What an official is reminded of, the newest first.
package struct RemindersPage: Page {
    package var lines: [Line]
    package var message: Site.Words?

    /// One case that needs a look.
    package struct Line: Sendable {
        package var key: String
        package var kind: Reminder.Kind
        package var number: String
        package var shownNumber: String
        package var service: Site.Words
        package var sentence: Site.Words
    }

    package var frame: Frame { Frame(width: .page, back: Link(.inbox, "/kerja/kotak")) }

    package func title(for visit: Visit) -> String { Words.reminders.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .reminders)
        if let message { html(Notice(.done, message)) }
        html(.p, .remindersExplained)
        let isCut = lines.count >= RemindersList.most
        html(
            .p,
            isCut
                ? Words(
                    "\(lines.count) pengingat terbaru",
                    "The newest \(lines.count) reminders"
                ) : Words("\(lines.count) pengingat", "\(lines.count) reminders"),
            .role("status")
        )
        if lines.isEmpty { html(.p, .remindersEmpty) }
        for line in lines { card(line, html) }
    }

    private func card(_ line: Line, _ html: HTML) {
        html(.section, .class("kotak")) {
            html(.h2) {
                html(.a, Words(line.shownNumber), .href("/kerja/perkara/\(line.number)"))
                html.text(" · ")
                html.text(line.service)
            }
            html(.p) {
                html(StatusTag(line.kind.words, line.kind.tone))
                html.text(" ")
                html.text(line.sentence)
            }
            html(
                Form(
                    to: "/kerja/pengingat/\(line.key)/terbaca",
                    [],
                    buttons: [Button(.haveSeen, .secondary)]
                )
            )
        }
    }
}
