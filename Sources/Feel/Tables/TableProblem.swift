/// What is wrong with a decision table, and in which cell.
package struct TableProblem: Hashable, Sendable {
    package let place: Place
    package let kind: Kind

    /// Where in the table: rules and columns are counted from 0.
    package enum Place: Hashable, Sendable {
        case table
        case input(column: Int)
        case output(column: Int)
        case rule(Int)
        case test(rule: Int, column: Int)
        case result(rule: Int, column: Int)
    }

    /// What is wrong.
    package enum Kind: Hashable, Sendable {
        case formula(FeelProblem)
        case shape(expected: Int, found: Int)
        case noRules
        /// Another rule matches too, where only one may; `example` shows a case.
        case overlap(with: Int, example: String)
        /// No rule matches here.
        case gap(example: String)
        /// An earlier rule takes everything that this one would.
        case unreachable(by: Int)
    }

    package init(_ kind: Kind, at place: Place) {
        self.kind = kind
        self.place = place
    }

    /// Whether the table can be used in spite of it.
    package var isWarning: Bool {
        switch kind {
        case .gap, .unreachable: true
        case .formula, .shape, .noRules, .overlap: false
        }
    }
}

/// All problems of one decision table.
package struct TableProblems: Error, Hashable, Sendable {
    package let all: [TableProblem]

    package init(_ all: [TableProblem]) { self.all = all }
}
