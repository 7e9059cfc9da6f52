package import Ledger
package import Site
package import Stories

// What everybody may know of the counts.

extension Reader {
    /// What share of a month's decided cases was on time; nil for too few to say.
    package func keptPromises(on day: Day) throws -> Int? {
        try CountQuery(self, Scope()).total(Month(of: day).text)
            .onTimePercent(enough: VolumesForEverybody.enough)
    }
}

/// How many requests each service had last month, and how many of them ended on time.
package struct VolumesForEverybody: Component {
    let month: Month
    let lines: [(name: Words, counts: Counts)]

    /// Of fewer cases nothing is told to everybody: a neighbour might know whose they are.
    static let enough = 20

    /// Nil where no service had enough cases.
    package init?(_ reader: Reader, _ sources: PortfolioSources, on day: Day) throws {
        month = Month(of: day).back(1)
        let counts = try CountQuery(reader, Scope()).parts(month.text, by: .service)
        lines = try sources.services(reader).compactMap { service in
            guard let counts = counts[service.code.text], counts.received >= Self.enough else {
                return nil
            }
            return (service.name, counts)
        }
        if lines.isEmpty { return nil }
    }

    package func write(to html: HTML) {
        let language = html.visit.language
        html(.h2, Words("Banyaknya dan ketepatan waktu", "How many and how timely"))
        html(.p, month.words)
        html(
            DataTable(
                .byService,
                [
                    DataTable.Heading(.serviceName),
                    DataTable.Heading(.receivedColumn, isNumber: true),
                    DataTable.Heading(.onTimeColumn, isNumber: true),
                ],
                lines.map { line in
                    let percent = line.counts.onTimePercent(enough: Self.enough)
                    return DataTable.Line([
                        .words(line.name),
                        .number(NumberWords.whole(line.counts.received, in: language)),
                        percent.map { .part(Figure(text: "\($0)%", percent: $0)) }
                            ?? .words(.tooFewForShare),
                    ])
                }
            )
        )
    }
}
