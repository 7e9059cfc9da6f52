/// A table that is written as rows of "heading: value" where the screen is narrow.
package struct DataTable: Component {
    package var caption: Words
    package var headings: [Heading]
    package var lines: [Line]
    /// The name of the check boxes, if lines can be selected.
    package var selection: String?
    /// Where a heading above says the same; it is read aloud all the same.
    package var hidesCaption = false

    /// What is said where there are no lines.
    package var empty = Words.nothingHere

    package init(_ caption: Words, _ headings: [Heading], _ lines: [Line]) {
        self.caption = caption
        self.headings = headings
        self.lines = lines
    }

    /// The head of one vertical.
    package struct Heading: Sendable {
        package var words: Words
        package var isNumber: Bool

        package init(_ words: Words, isNumber: Bool = false) {
            self.words = words
            self.isNumber = isNumber
        }
    }

    /// The same with other words for where there are no lines.
    package func whenEmpty(_ words: Words) -> DataTable {
        var table = self
        table.empty = words
        return table
    }

    /// One horizontal; the first cell names it.
    package struct Line: Sendable {
        /// What its check box sends, if lines can be selected.
        package var key: String?
        package var cells: [Inline]

        package init(key: String? = nil, _ cells: [Inline]) {
            self.key = key
            self.cells = cells
        }
    }

    /// The same under a heading of the page that says what it holds.
    package var underItsHeading: DataTable {
        var table = self
        table.hidesCaption = true
        return table
    }

    package func write(to html: HTML) {
        if lines.isEmpty {
            html(EmptyState(empty))
            return
        }
        // Where the table becomes rows, `display` takes its meaning away: the roles give it back.
        html(.table, .class("tabel"), .role("table")) {
            html(.caption, caption, .when(hidesCaption, .class("tersembunyi")))
            html(.thead, .role("rowgroup")) {
                html(.tr, .role("row")) {
                    if selection != nil { html(.th, .select, .scope("col"), .role("columnheader")) }
                    for heading in headings {
                        html(
                            .th,
                            heading.words,
                            .scope("col"),
                            .role("columnheader"),
                            .when(heading.isNumber, .class("kanan"))
                        )
                    }
                }
            }
            html(.tbody, .role("rowgroup")) { for line in lines { write(line, html) } }
        }
    }

    /// What the box of a line is called: a link in it would be a second one to the same page.
    private func nameOf(_ line: Line, _ html: HTML) {
        guard let first = line.cells.first else { return }
        if case .link(let link) = first { html.text(link.words) } else { first.write(to: html) }
    }

    private func write(_ line: Line, _ html: HTML) {
        html(.tr, .role("row")) {
            if let selection, let key = line.key {
                html(.td, .role("cell"), .class("pilih")) {
                    html(.label) {
                        html(.input, .type("checkbox"), .name(selection), .value(key))
                        html(.span, .class("tersembunyi")) {
                            html.text(html.word(.select) + " ")
                            nameOf(line, html)
                        }
                    }
                }
            }
            for (index, (heading, cell)) in zip(headings, line.cells).enumerated() {
                let isNumber = Attribute.when(heading.isNumber, .class("kanan angka"))
                if index == 0 {
                    html(.th, .scope("row"), .role("rowheader"), isNumber) {
                        cell.write(to: html)
                    }
                } else {
                    html(.td, .role("cell"), isNumber, .heading(html.word(heading.words))) {
                        cell.write(to: html)
                    }
                }
            }
        }
    }
}

/// Nothing there, and why or what to do.
package struct EmptyState: Component {
    package var words: Words
    package var link: Link?

    package init(_ words: Words, link: Link? = nil) {
        self.words = words
        self.link = link
    }

    package func write(to html: HTML) {
        html(.div, .class("kosong")) {
            html(.p, words)
            if let link { html(.p) { html(.a, link.words, .href(link.address)) } }
        }
    }
}

/// Which page of a long list this is.
package struct Pagination: Component {
    package var page: Int
    package var count: Int
    /// The list with its filters; the page's number is added to it.
    package var list: Address

    package init(page: Int, of count: Int, list: Address) {
        self.page = page
        self.count = count
        self.list = list
    }

    package func write(to html: HTML) {
        guard count > 1 else { return }
        let position = Words.pageNumber(page, of: count)
        html(.nav, .class("halaman"), .label(html.word(position))) {
            if page > 1 { link(.previousPage, to: page - 1, html) }
            html(.span, position)
            if page < count { link(.nextPage, to: page + 1, html) }
        }
    }

    private func link(_ words: Words, to page: Int, _ html: HTML) {
        html(
            .a,
            words,
            .href(list.with("halaman", String(page))),
            .rel(page > self.page ? "next" : "prev")
        )
    }
}
