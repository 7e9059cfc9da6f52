package import Site
import Stories

/// The officials' list of cases: the most urgent first, the next action written out.
package struct InboxPage: Page {
    package var view: InboxView
    package var counts: [InboxView: Int]
    package var lines: [Line]
    package var query = ""
    package var filter = InboxFilter()
    package var filterForm: FilterForm?
    package var page = 1

    /// Whether the filters sift only the newest of very many cases that were found.
    package var siftsNewestOnly = false

    /// How many there are, counted up to a bound.
    package var total: Int

    /// That bound: beyond it the list has to be narrowed.
    package var most = InboxQuery.most
    package var message: Site.Words?

    /// Kept views: the reader's own, then those of their units.
    package var kept: [Link] = []

    /// The name of the kept view that is shown, if one is.
    package var keptName: Site.Words?

    /// Whether the kept view's filters still mean something; the sentence where they do not.
    package var doubt: Site.Words?

    /// Whether the keys of the workbench are switched on.
    package var hasKeys = false

    /// How many messages wait to be told to citizens.
    package var notices = 0

    /// How many dates the official is reminded of.
    package var reminders = 0

    package init(
        view: InboxView,
        counts: [InboxView: Int],
        lines: [Line],
        total: Int
    ) {
        self.view = view
        self.counts = counts
        self.lines = lines
        self.total = total
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

        /// The version that this line shows: a deed on the line is a deed on that version.
        package var version: Int64

        package init(
            number: String,
            shownNumber: String,
            service: Site.Words,
            applicant: Site.Words,
            place: String,
            next: Site.Words,
            due: StatusTag,
            officer: Site.Words,
            version: Int64
        ) {
            self.number = number
            self.shownNumber = shownNumber
            self.service = service
            self.applicant = applicant
            self.place = place
            self.next = next
            self.due = due
            self.officer = officer
            self.version = version
        }
    }

    package var frame: Frame { Frame(width: .workbench) }

    package func title(for visit: Visit) -> String { Words.inbox.text(in: visit.language) }

    private var list: Address {
        let list = filter.add(to: Address("/kerja/kotak").with("tampilan", view.rawValue))
        return query.isEmpty ? list : list.with("cari", query)
    }

    /// Pages that can be leafed through; what lies beyond has to be narrowed.
    private var pages: Int {
        let reachable = min(total, most)
        return max(1, (reachable + InboxQuery.pageLength - 1) / InboxQuery.pageLength)
    }

    package func body(_ html: HTML) {
        html(.h1, .inbox)
        if let message { html(Notice(.done, message)) }
        if let doubt {
            var notice = Notice(.attention, doubt)
            notice.links = [Link(.keptViews, "/kerja/tampilan")]
            html(notice)
        }
        views(html)
        html(.p) {
            let words = Words.noticesToCitizens.map { "\($0) (\(notices))" }
            html(.a, words, .href("/kerja/kabar"))
            html.text(" · ")
            let count = reminders > RemindersList.most ? "\(RemindersList.most)+" : "\(reminders)"
            html(.a, Words.reminders.map { "\($0) (\(count))" }, .href("/kerja/pengingat"))
        }
        search(html)
        if let filterForm { html(filterForm) }
        if query.isEmpty { besides(html) }
        html(.p, countLine, .role("status"))
        if !query.isEmpty { afterSearch(html) }
        if view.takesDeeds, query.isEmpty, !lines.isEmpty {
            selectable(html)
        } else {
            table(html)
        }
        html(Pagination(page: page, of: pages, list: list))
        if hasKeys { html(KeysMark()) }
    }

    private func views(_ html: HTML) {
        html(.nav, .label(html.word(.view))) {
            html(.ul, .class("baris")) {
                for view in InboxView.allCases { html(.li) { tab(view, html) } }
            }
            if !kept.isEmpty {
                html(.ul, .class("baris")) {
                    for link in kept {
                        html(.li) { html(.a, link.words, .href(link.address)) }
                    }
                }
            }
        }
    }

    private func tab(_ view: InboxView, _ html: HTML) {
        let count = counts[view] ?? 0
        let shown = count > InboxQuery.mostInNames ? "\(InboxQuery.mostInNames)+" : String(count)
        html(
            .a,
            view.words.map { "\($0) (\(shown))" },
            .href(Address("/kerja/kotak").with("tampilan", view.rawValue)),
            .when(view == self.view && keptName == nil && query.isEmpty, .current("page"))
        )
    }

    private func search(_ html: HTML) {
        var form = Form(
            to: "/kerja/kotak",
            [Field("cari", .searchCases, .text(TextInput(query, .search)))],
            hidden: [("tampilan", view.rawValue)]
                + filter.values.map { ("\($0.name)", $0.value) },
            buttons: [Button(.search, .secondary)]
        )
        form.isSearch = true
        html(form)
    }

    /// The way back to the list, and why something may not be among what was found.
    private func afterSearch(_ html: HTML) {
        if siftsNewestOnly { html(Notice(.info, .siftedNewestOnly)) }
        let whole = Address("/kerja/kotak").with("tampilan", view.rawValue)
        html(.ul, .class("baris")) {
            html(.li) { html(.a, .clearSearch, .href(filter.add(to: whole))) }
            if !filter.isEmpty {
                html(.li) { html(.a, .searchUnfiltered, .href(whole.with("cari", query))) }
            }
        }
    }

    /// What is done with the list as a whole.
    private func besides(_ html: HTML) {
        html(.nav, .label(html.word(.thisList))) {
            html(.ul, .class("baris")) { besideLinks(html) }
        }
    }

    private func besideLinks(_ html: HTML) {
        let keep = filter.add(
            to: Address("/kerja/tampilan/simpan").with("dasar", view.rawValue)
        )
        html(.li) { html(.a, .keepView, .href(keep)) }
        let download = filter.add(
            to: Address("/kerja/kotak/unduh").with("tampilan", view.rawValue)
        )
        html(.li) { html(.a, .downloadCSV, .href(download)) }
        if !kept.isEmpty {
            html(.li) { html(.a, .arrangeViews, .href("/kerja/tampilan")) }
        }
        html(.li) { html(.a, .keys, .href("/kerja/pintasan")) }
    }

    private var countLine: Site.Words {
        guard query.isEmpty else {
            return total > most
                ? Words(
                    "Lebih dari \(most) permohonan cocok. Tulis lebih lengkap.",
                    "More than \(most) cases match. Write more of it."
                )
                : Words(
                    "\(total) permohonan cocok di semua tampilan, yang terbaru dulu",
                    "\(total) found in all views, the latest first"
                )
        }
        let order = view.order
        let many = total > most
        return Words(
            (many ? "Lebih dari \(most)" : "\(total)") + " permohonan, "
                + order.indonesian + (many ? ". Saring untuk melihat yang lain." : ""),
            (many ? "More than \(most)" : "\(total)") + " cases, "
                + order.text(in: .english) + (many ? ". Filter to see the others." : "")
        )
    }

    private func table(_ html: HTML) {
        html(.div, .class("daftar-kerja")) {
            let name = query.isEmpty ? keptName ?? view.words : .foundCases
            html(DataTable(name, Self.headings, lines.map(\.cells)))
        }
    }

    /// The table inside the form whose buttons act on the rows that are selected.
    private func selectable(_ html: HTML) {
        html(
            .form,
            .class("daftar-kerja luas"),
            .method("post"),
            .action("/kerja/kotak/pilihan"),
            .does("pilihan")
        ) {
            if let token = html.visit.formToken {
                html(.input, .type("hidden"), .name(Form.tokenName), .value(token))
            }
            var table = DataTable(keptName ?? view.words, Self.headings, lines.map(\.cells))
            table.selection = "pilih"
            html(table)
            html(.div, .class("pita-aksi")) {
                html(.span, .selectedRows, .does("jumlah-pilihan"), .role("status"))
                for deed in BulkDeed.allCases {
                    html(
                        Button(
                            deed.words,
                            deed == .take ? .primary : .secondary,
                            .send(name: "tindakan", value: deed.rawValue)
                        )
                    )
                }
            }
        }
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
            key: "\(number).\(version)",
            [
                .link(Link(Words(shownNumber), "/kerja/perkara/\(number)")), .words(service),
                .words(applicant), .text(place), .words(next), .tag(due), .words(officer),
            ]
        )
    }
}
