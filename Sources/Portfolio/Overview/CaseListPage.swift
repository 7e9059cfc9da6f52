import Site
import Stories

/// The cases behind a number: nothing of who applied.
struct CaseListPage: Page {
    var behind: Behind
    var scope: ScopeNames
    var stretch: Stretch
    var lines: [Line]
    var page: Int
    var hasMore: Bool

    /// One case; it opens where the official has to do with it anyway.
    struct Line: Sendable {
        var number: String
        var opens: Bool
        var service: Words
        var unit: Words
        var received: Day
        var standing: Words
    }

    var frame: Frame { Frame(width: .workbench, back: Link(.overview, "/pimpinan")) }

    func title(for visit: Visit) -> String {
        let words = behind.words.text(in: visit.language)
        return "\(words), \(scope.name.text(in: visit.language))"
    }

    func body(_ html: HTML) {
        let language = html.visit.language
        html(.h1, behind.words)
        html(.p) {
            html.text(scope.name)
            if behind.needsMonth {
                html.text(", ")
                html.text(stretch.words)
            }
        }
        html(
            DataTable(
                behind.words,
                [
                    DataTable.Heading(Words("Nomor", "Number")),
                    DataTable.Heading(.serviceName), DataTable.Heading(.office),
                    DataTable.Heading(Words("Masuk", "Received")),
                    DataTable.Heading(Words("Keadaan", "State")),
                ],
                lines.map { line in
                    let shown = Self.grouped(line.number)
                    return DataTable.Line([
                        line.opens
                            ? .link(Link(Words(shown), "/kerja/perkara/\(line.number)"))
                            : .number(shown),
                        .words(line.service), .words(line.unit),
                        .text(DateWords.shortDate(line.received, in: language)),
                        .words(line.standing),
                    ])
                }
            )
        )
        html(
            Pagination(page: page, of: hasMore ? page + 1 : page, list: scope.list(behind, stretch))
        )
    }

    /// Four digits and four and four, as on the receipt.
    static func grouped(_ number: String) -> String {
        let digits = Array(number)
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: "-")
    }
}
