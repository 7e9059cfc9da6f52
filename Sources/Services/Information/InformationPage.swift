package import Site

/// A page of plain text: help, privacy, accessibility, where to complain.
package struct InformationPage: Page {
    package var heading: Words
    package var sections: [Section]

    package init(_ heading: Words, _ sections: [Section]) {
        self.heading = heading
        self.sections = sections
    }

    /// A heading and what stands under it.
    package struct Section: Sendable {
        package var heading: Words?
        package var sentences: [Words]
        package var links: [Link]
        package var table: DataTable?

        package init(_ heading: Words? = nil, _ sentences: [Words], links: [Link] = []) {
            self.heading = heading
            self.sentences = sentences
            self.links = links
        }
    }

    package var frame: Frame { Frame(back: Link(.home, "/"), isIndexed: true) }

    package func title(for visit: Visit) -> String { heading.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, heading)
        for section in sections {
            if let heading = section.heading { html(.h2, heading) }
            for sentence in section.sentences { html(.p, sentence) }
            if let table = section.table { html(table) }
            if !section.links.isEmpty { html(ButtonRow(links: section.links)) }
        }
    }
}
