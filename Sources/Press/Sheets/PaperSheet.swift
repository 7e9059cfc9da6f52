/// Something to print that is no letter: a service standard, a list, minutes.
package struct PaperSheet: Sendable, Equatable {
    package var paper = Paper.a4
    /// The office, above the title.
    package var office: String?
    package var title: String
    /// Below the title: since when it is valid, whom it concerns.
    package var subtitle: String?
    package var sections: [Section]
    package var footnote: String?
    /// After the last section.
    package var code: CodeStamp?
    package var mark = LetterSheet.Mark.none
    package var sample = false
    /// Printed by a practice copy: a large word across every page says so.
    package var isPractice = false
    package var facts: DocumentFacts

    package init(_ title: String, sections: [Section], facts: DocumentFacts) {
        self.title = title
        self.sections = sections
        self.facts = facts
    }

    /// A heading and what stands under it.
    package struct Section: Sendable, Equatable {
        package var heading: String?
        package var passages: [Passage]

        package init(_ heading: String?, _ passages: [Passage]) {
            self.heading = heading
            self.passages = passages
        }
    }
}
