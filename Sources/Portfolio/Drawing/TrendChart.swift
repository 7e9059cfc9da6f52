import Site
import Stories

/// A line of shares over weeks, with its axis and the target; the same stands in a table under it.
struct TrendChart: Component {
    /// The weeks, oldest first, with the share of each; nil where too little was decided.
    let points: [(monday: Day, percent: Int?)]

    /// In per cent; nil where none was set.
    let target: Int?

    func write(to html: HTML) {
        let language = html.visit.language
        var chart = LineChart(
            "tren",
            .trendOf,
            points.map { point in
                let day = DateWords.shortDate(point.monday, in: language)
                let share =
                    point.percent.map { "\($0)%" } ?? Words.tooFewForShare.text(in: language)
                return LineChart.Point(point.percent, label: day, said: "\(day): \(share)")
            },
            on: LineChart.Axis([0, 50, 100]) { "\($0)%" }
        )
        chart.target = target.map { ($0, .targetIs($0)) }
        html(chart)
        html(.details, .class("rinci"), .open(html.visit.isForPaper)) {
            html(.summary, .asTable)
            html(.div) { html(table(language)) }
        }
    }

    private func table(_ language: Language) -> DataTable {
        DataTable(
            .trend,
            [DataTable.Heading(.week), DataTable.Heading(.onTimeColumn, isNumber: true)],
            points.map { point in
                DataTable.Line([
                    .text(DateWords.date(point.monday, in: language)),
                    point.percent.map { .number("\($0)%") } ?? .words(.tooFewForShare),
                ])
            }
        )
    }
}
