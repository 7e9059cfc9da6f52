package import Site

/// The officials' list of cases: the most urgent first, the next action written out.
package struct InboxPage: Page {
    package var view: View
    package var counts: [View: Int]
    package var lines: [Line]
    package var query: String
    package var page: Int
    package var pages: Int
    package var message: Site.Words?

    /// How many messages wait to be told to citizens.
    package var notices = 0

    package init(
        view: View,
        counts: [View: Int],
        lines: [Line],
        query: String = "",
        page: Int = 1,
        pages: Int = 1
    ) {
        self.view = view
        self.counts = counts
        self.lines = lines
        self.query = query
        self.page = page
        self.pages = pages
    }

    /// Which cases are listed; the word in the address.
    package enum View: String, Sendable, CaseIterable {
        case mine = "saya"
        case unit
        case late = "lewat"
        case waiting = "menunggu-warga"
        case objections = "keberatan"
        case done = "selesai"

        var words: Words {
            switch self {
            case .mine: .mineView
            case .unit: .unitView
            case .late: .lateView
            case .waiting: .waitingView
            case .objections: .objectionsView
            case .done: .doneView
            }
        }
    }

    /// One case.
    package struct Line: Sendable {
        package var number: String
        package var shownNumber: String
        package var service: Site.Words
        package var applicant: Site.Words
        package var place: String
        package var next: Site.Words
        package var due: StatusTag
        package var officer: Site.Words

        package init(
            number: String,
            shownNumber: String,
            service: Site.Words,
            applicant: Site.Words,
            place: String,
            next: Site.Words,
            due: StatusTag,
            officer: Site.Words
        ) {
            self.number = number
            self.shownNumber = shownNumber
            self.service = service
            self.applicant = applicant
            self.place = place
            self.next = next
            self.due = due
            self.officer = officer
        }
    }

    package var frame: Frame { Frame(width: .workbench) }

    package func title(for visit: Visit) -> String { Words.inbox.text(in: visit.language) }

    private var list: Address {
        let list = Address("/kerja/kotak").with("tampilan", view.rawValue)
        return query.isEmpty ? list : list.with("cari", query)
    }

    package func body(_ html: HTML) {
        html(.h1, .inbox)
        if let message { html(Notice(.done, message)) }
        html(.nav, .label(html.word(.view))) {
            html(.ul, .class("baris")) {
                for view in View.allCases { html(.li) { tab(view, html) } }
            }
        }
        html(.p) {
            let words = Words.noticesToCitizens.map { "\($0) (\(notices))" }
            html(.a, words, .href("/kerja/kabar"))
        }
        search(html)
        html(.p, .role("status")) {
            let count = Words("\(lines.count) permohonan, ", "\(lines.count) cases, ")
            html.text(count)
            html.text(.mostUrgentFirst)
        }
        html(DataTable(view.words, Self.headings, lines.map(\.cells)))
        html(Pagination(page: page, of: pages, list: list))
    }

    private func tab(_ view: View, _ html: HTML) {
        let words = view.words.map { "\($0) (\(counts[view] ?? 0))" }
        html(
            .a,
            words,
            .href(Address("/kerja/kotak").with("tampilan", view.rawValue)),
            .when(view == self.view, .current("page"))
        )
    }

    private func search(_ html: HTML) {
        var form = Form(
            to: "/kerja/kotak",
            [Field("cari", .searchCases, .text(TextInput(query, .search)))],
            hidden: [("tampilan", view.rawValue)],
            buttons: [Button(.search, .secondary)]
        )
        form.isSearch = true
        html(form)
    }

    private static let headings: [DataTable.Heading] = [
        DataTable.Heading(.numberColumn), DataTable.Heading(.serviceColumn),
        DataTable.Heading(.applicantColumn), DataTable.Heading(.placeColumn),
        DataTable.Heading(.nextStepColumn), DataTable.Heading(.dueColumn),
        DataTable.Heading(.officerColumn),
    ]
}

extension InboxPage.Line {
    var cells: DataTable.Line {
        DataTable.Line(
            key: number,
            [
                .link(Link(Words(shownNumber), "/kerja/perkara/\(number)")), .words(service),
                .words(applicant), .text(place), .words(next), .tag(due), .words(officer),
            ]
        )
    }
}

/// Where officials sign in.
package struct SignInPage: Page {
    package var name: String
    package var error: Site.Words?
    package var status: Int

    /// The page to go to afterwards.
    package var then: String

    package init(name: String = "", error: Site.Words? = nil, status: Int = 200, then: String = "")
    {
        self.name = name
        self.error = error
        self.status = status
        self.then = then
    }

    package var frame: Frame { Frame(status: status) }

    package func title(for visit: Visit) -> String {
        let title = Words.signInTitle.text(in: visit.language)
        return error == nil ? title : Words.fixFirst.text(in: visit.language) + " " + title
    }

    package func body(_ html: HTML) {
        let fields = [
            Field("nama", .logInName, .text(TextInput(name, .username))).with(error: error),
            Field("sandi", .password, .text(TextInput("", .password))),
        ]
        html(ErrorSummary(of: fields))
        html(.h1, .signInTitle)
        html(
            Form(
                to: "/petugas/masuk",
                fields,
                hidden: then.isEmpty ? [] : [("lalu", then)],
                buttons: [Button(.signIn)]
            )
        )
    }
}
