package import Site

/// One case as an official works on it: action first, then the applicant, answers, files, notes.
package struct CasePage: Page {
    package var service: Site.Words
    package var number: String
    package var status: StatusOfRequest
    package var message: Site.Words?
    package var objection: Site.Notice?

    /// That its data are only kept, and why.
    package var restriction: Site.Notice?

    /// Which files a restore has lost, to be asked for again.
    package var lostFiles: Site.Notice?

    /// What an official has to look at since an answer was put right.
    package var correction: Site.Notice?

    /// The letter that waits longest for the same hand, once this one is dealt with.
    package var nextToSign: Link?
    package var next: NextStep
    package var applicant: SummaryList
    package var answers: [SummaryList]
    package var files: [FileItem]
    package var letters: [FileItem]
    package var moments: [Timeline.Moment]
    package var note: Form?

    /// What waits to be told to the citizen.
    package var notices: [NoticeCard] = []

    /// Ready sentences for the note.
    package var readySentences: Disclosure?

    /// What is known beside the answers: set aside until when, the fee, other cases.
    package var besides: [any Component] = []

    /// Whether the keys of the workbench are switched on.
    package var hasKeys = false

    /// Which version of which blueprint the case runs under.
    package var rules: String

    /// The same for people, with what changed where the case went to another version.
    package var version: VersionOfCase?

    package init(
        service: Site.Words,
        number: String,
        status: StatusOfRequest,
        next: NextStep,
        applicant: SummaryList,
        rules: String
    ) {
        self.service = service
        self.number = number
        self.status = status
        self.next = next
        self.applicant = applicant
        self.rules = rules
        answers = []
        files = []
        letters = []
        moments = []
    }

    /// What is to be done now, and the ways to do it.
    package struct NextStep: Sendable {
        package var title: Site.Words
        package var officer: Site.Words
        package var deadline: StatusTag?

        /// What the applicant owes, or has paid.
        package var fee: Site.Words?

        /// Buttons that lead to the pages of actions.
        package var actions: [Link]

        /// Links to what is done less often: hand it on, note that the citizen was told.
        package var others: [Link] = []

        /// Buttons that act at once: take, give back.
        package var deeds: [Form]

        package init(
            title: Site.Words,
            officer: Site.Words,
            deadline: StatusTag? = nil,
            actions: [Link] = [],
            deeds: [Form] = []
        ) {
            self.title = title
            self.officer = officer
            self.deadline = deadline
            self.actions = actions
            self.deeds = deeds
        }
    }

    package var frame: Frame { Frame(width: .workbench, back: Link(.inbox, "/kerja/kotak")) }

    package func title(for visit: Visit) -> String {
        service.text(in: visit.language) + ", " + number
    }

    package func body(_ html: HTML) {
        html(.h1) {
            Inline.words(service).write(to: html)
            html.text(" ")
            html(.span, number, .class("angka"))
        }
        if let message { html(Notice(.done, message)) }
        if let nextToSign { html(ButtonRow(links: [nextToSign])) }
        if let restriction { html(restriction) }
        if let lostFiles { html(lostFiles) }
        if let objection { html(objection) }
        if let correction { html(correction) }
        html(status)
        if hasKeys { html(KeysMark()) }
        html(.div, .class("dua")) {
            html(.div) {
                action(html)
                if !letters.isEmpty { fileList(.letters, letters, html) }
                html(applicant)
                for part in besides { part.write(to: html) }
                for list in answers { html(list) }
                if !files.isEmpty { fileList(.files, files, html) }
            }
            html(.div) {
                html(Timeline(heading: .history, moments))
                if !notices.isEmpty {
                    html(.h2, .noticesToCitizens)
                    for card in notices { html(card) }
                }
                if let note {
                    html(.h2, .writeNote)
                    if let readySentences { html(readySentences) }
                    html(note)
                }
                if let version { html(version) }
                html(.p, .class("petunjuk")) {
                    html.text(.version)
                    html.text(": " + rules)
                }
            }
        }
    }

    private func action(_ html: HTML) {
        html(.section, .class("langkah-kini"), .labelledBy("langkah")) {
            html(.h2, .nextStep, .id("langkah"))
            html(.p) {
                html(.strong, next.title)
                if let deadline = next.deadline {
                    html.text(" ")
                    html(deadline)
                }
            }
            html(.p, .class("petunjuk")) {
                html.text(.officerColumn)
                html.text(": ")
                html.text(next.officer)
            }
            if let fee = next.fee {
                html(.p, .class("petunjuk")) {
                    html.text(.fee)
                    html.text(": ")
                    html.text(fee)
                }
            }
            if !next.actions.isEmpty {
                html(.div, .class("tombol-baris")) {
                    for (index, link) in next.actions.enumerated() {
                        let kind: Button.Kind = index == 0 ? .primary : .secondary
                        html(Button(link.words, kind, .go(link.address)))
                    }
                }
            }
            for deed in next.deeds { html(deed) }
            if !next.others.isEmpty { html(Lines(next.others.map(Inline.link))) }
        }
    }

    private func fileList(_ heading: Words, _ files: [FileItem], _ html: HTML) {
        html(.h2, heading)
        for file in files { html(file) }
    }
}

/// The page on which a command met a newer history: both sides, nothing overwritten.
package struct MovedOnPage: Page {
    package var wanted: Site.Words
    package var moments: [Timeline.Moment]
    package var typed: [(name: Site.Words, text: String)]
    package var back: Address

    package init(
        wanted: Site.Words,
        moments: [Timeline.Moment],
        typed: [(name: Site.Words, text: String)],
        back: Address
    ) {
        self.wanted = wanted
        self.moments = moments
        self.typed = typed
        self.back = back
    }

    package var frame: Frame { Frame(width: .page, status: 409) }

    package func title(for visit: Visit) -> String { Words.movedOnTitle.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .movedOnTitle)
        html(Notice(.attention, .movedOn))
        html(.h2, .wanted)
        html(.p, wanted)
        // What was written is shown in full, so that nothing has to be written twice.
        if !typed.isEmpty {
            html(SummaryList(typed.map { SummaryList.Item($0.name, [.text($0.text)]) }))
        }
        html(Timeline(heading: .happened, moments))
        html(ButtonRow(Button(.backToCase, .primary, .go(back))))
    }
}

/// A page of the workbench that asks for what one action needs.
package struct ActionPage: Page {
    package var heading: Site.Words
    package var form: Form
    package var before: [any Component]
    package var opened: Address
    package var status: Int

    package init(
        _ heading: Site.Words,
        _ form: Form,
        of opened: Address,
        before: [any Component] = [],
        status: Int = 200
    ) {
        self.heading = heading
        self.form = form
        self.opened = opened
        self.before = before
        self.status = status
    }

    package var frame: Frame { Frame(back: Link(.backToCase, opened), status: status) }

    package func title(for visit: Visit) -> String {
        let title = heading.text(in: visit.language)
        return ErrorSummary(of: form.fields).errors.isEmpty
            ? title : Words.fixFirst.text(in: visit.language) + " " + title
    }

    package func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, heading)
        for part in before { part.write(to: html) }
        html(form)
    }
}
