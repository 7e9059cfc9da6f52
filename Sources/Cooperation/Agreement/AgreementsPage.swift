import Site
import Stories

/// The desk of cooperation: what is to be done first, then every agreement.
struct AgreementsPage: Page {
    var agreements: [ListedAgreement]
    var tasks: [CooperationTask]
    var stageNames: [OpaqueID: Words]
    var today: Day

    /// Leaders read and record nothing.
    var records: Bool

    /// What is wrong with the regency's own rules.
    var trouble: Words?

    var frame: Frame { Frame(width: .page) }

    func title(for visit: Visit) -> String { Words.cooperation.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .cooperation)
        html(.p, .cooperationWhat)
        if let trouble { html(Notice(.danger, trouble)) }
        var buttons = ButtonRow()
        if records, trouble == nil {
            buttons.buttons = [Button(.newAgreement, .primary, .go("/kerja/kerja-sama/baru"))]
        }
        buttons.buttons += [
            Button(.visits, .secondary, .go("/kerja/kerja-sama/kunjungan")),
            Button(.registerCSV, .secondary, .go("/kerja/kerja-sama/register.csv")),
        ]
        html(buttons)
        html(TaskTable(tasks: tasks, today: today, opens: records))
        html(
            DataTable(
                .agreements,
                [
                    .init(.titleOfAgreement), .init(.partners), .init(.state),
                    .init(.holdsUntil), .init(.nextStep),
                ],
                agreements.map { line($0, html.visit.language) }
            )
            .headed(whenEmpty: .noAgreements)
        )
    }

    private func line(_ agreement: ListedAgreement, _ language: Language) -> DataTable.Line {
        let standing = agreement.standing(on: today)
        return DataTable.Line([
            .link(
                Link(Words(agreement.texts["judul"].orErased), "/kerja/kerja-sama/\(agreement.id)")
            ),
            .text(agreement.partnerNames.joined(separator: ", ")),
            .tag(standing.tag),
            .text(agreement.until.map { DateWords.date($0, in: language) } ?? "–"),
            stageNames[agreement.id].map(Inline.words) ?? "–",
        ])
    }
}

/// What is to be done about cooperation, with its day.
struct TaskTable: Component {
    var tasks: [CooperationTask]
    var today: Day

    /// Whether what is to be done leads to its form: leaders only read.
    var opens: Bool

    func write(to html: HTML) {
        guard !tasks.isEmpty else {
            html(.h2, .toDo)
            return html(.p, .nothingToDo)
        }
        html(
            DataTable(
                .toDo,
                [.init(.what), .init(.aboutWhat), .init(.dueDay), .init(.timeLeft)],
                tasks.map { task in
                    DataTable.Line([
                        opens
                            ? .link(Link(task.kind.words, task.address)) : .words(task.kind.words),
                        .text(task.about.orErased),
                        .text(DateWords.date(task.due, in: html.visit.language)),
                        .tag(.daysLeft(until: task.due, today)),
                    ])
                }
            )
        )
    }
}

extension StatusTag {
    /// "Sisa 3 hari", "Hari ini", "Lewat 1 hari" (ux.md 4.3).
    static func daysLeft(until due: Day, _ today: Day) -> StatusTag {
        let left = due.number - today.number
        if left < 0 {
            return StatusTag(
                Words("Lewat \(-left) hari", left == -1 ? "1 day late" : "\(-left) days late"),
                .danger
            )
        }
        if left == 0 { return StatusTag(Words("Hari ini", "Today"), .attention) }
        return StatusTag(
            Words("Sisa \(left) hari", left == 1 ? "1 day left" : "\(left) days left"),
            left <= 7 ? .attention : .info
        )
    }
}

extension String {
    /// What is shown where the words were erased with their dossier.
    var orErased: String { isEmpty ? "–" : self }
}

/// A form of cooperation, on a page of its own.
struct DeedPage: Page {
    var heading: Words
    var form: Form
    var back: Link
    var before: [any Component] = []

    var frame: Frame {
        let isRight = form.fields.allSatisfy { $0.error == nil }
        return Frame(back: back, status: isRight ? 200 : 422)
    }

    func title(for visit: Visit) -> String {
        let title = heading.text(in: visit.language)
        guard form.fields.contains(where: { $0.error != nil }) else { return title }
        return Words.fixFirst.text(in: visit.language) + " " + title
    }

    func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, heading)
        for part in before { part.write(to: html) }
        html(form)
    }
}
