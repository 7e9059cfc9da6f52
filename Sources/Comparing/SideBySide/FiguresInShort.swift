package import Blueprints
package import Exchange
package import Site

/// How the services of one blueprint went in the last quarter that their regency has stated.
package struct FiguresInShort: Component {
    private let statement: EvidenceStatement
    private let lines: [EvidenceStatement.Line]

    /// - Returns: nil where nothing was stated of that blueprint.
    package init?(of blueprint: BlueprintName, in statements: [EvidenceStatement]) {
        let told = statements.filter { statement in
            statement.lines.contains { $0.blueprint == blueprint }
        }
        guard let last = told.max(by: { $0.quarter < $1.quarter }) else { return nil }
        statement = last
        lines = last.lines.filter { $0.blueprint == blueprint }
    }

    package func write(to html: HTML) {
        for line in lines {
            html(.p) {
                html(.span, line.title, .lang(.indonesian))
                html.text(", ")
                html.text(statement.quarter.words)
                html.text(". ")
                html.text(.statedBy)
                html.text(" \(statement.regency).")
            }
            html(
                KeyFacts([
                    (.receivedMeasure, .words(Measured(line.figures.received).words)),
                    (.shareMeasure, .words(Measured(line.figures.shareInTime).words)),
                    (.medianMeasure, .words(Measured(days: line.figures.medianDays).words)),
                ])
            )
        }
    }
}
