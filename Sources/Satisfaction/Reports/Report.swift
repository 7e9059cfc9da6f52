package import Stories

/// What is known about one scope at a moment: everything that its page, paper and table show.
package struct Report: Sendable {
    package var scope: ReportScope
    package var figures: ReportFigures
    package var profile: [ProfileLine]

    /// What people wrote besides, in no order that would tell who.
    package var remarks: [String]

    /// The newest event that is counted.
    package var through: Int64
    package var at: Instant

    package init(
        _ scope: ReportScope,
        _ figures: ReportFigures,
        profile: [ProfileLine] = [],
        remarks: [String] = [],
        through: Int64,
        at: Instant
    ) {
        self.scope = scope
        self.figures = figures
        self.profile = profile
        self.remarks = remarks
        self.through = through
        self.at = at
    }

    /// How many said one thing of themselves.
    package struct ProfileLine: Hashable, Sendable {
        package let trait: Trait

        /// The word that was chosen; nil where the question was left out.
        package let word: String?
        package let count: Int

        package init(_ trait: Trait, _ word: String?, _ count: Int) {
            self.trait = trait
            self.word = word
            self.count = count
        }
    }

    /// What people may say of themselves.
    package enum Trait: String, CaseIterable, Sendable {
        case sex, age, education, work
    }
}

/// One line of the list of reports.
package struct ReportLine: Sendable {
    package let scope: ReportScope
    package let figures: ReportFigures

    package init(_ scope: ReportScope, _ figures: ReportFigures) {
        self.scope = scope
        self.figures = figures
    }
}
