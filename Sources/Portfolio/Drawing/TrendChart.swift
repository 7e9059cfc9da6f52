import Site
import Stories

/// A line of shares over weeks, with its axis and the target; the same stands in a table under it.
struct TrendChart: Component {
    /// The weeks, oldest first, with the share of each; nil where too little was decided.
    let points: [(monday: Day, percent: Int?)]

    /// In per cent; nil where none was set.
    let target: Int?

    private static let (left, top, wide, high) = (40.0, 10.0, 290.0, 120.0)

    func write(to html: HTML) {
        let language = html.visit.language
        html(.figure) {
            html(
                .svg,
                .class("gambar"),
                .viewBox("0 0 360 160"),
                .role("img"),
                .labelledBy("tren-judul tren-isi")
            ) {
                html(.drawingTitle, html.word(.trendOf), .id("tren-judul"))
                html(.drawingDescription, description(language), .id("tren-isi"))
                axis(html)
                line(html)
            }
        }
        html(.details, .class("rinci"), .open(html.visit.isForPaper)) {
            html(.summary, .asTable)
            html(.div) {
                html(
                    DataTable(
                        .trend,
                        [
                            DataTable.Heading(.week),
                            DataTable.Heading(.onTimeColumn, isNumber: true),
                        ],
                        points.map { point in
                            DataTable.Line([
                                .text(DateWords.date(point.monday, in: language)),
                                point.percent.map { .number("\($0)%") } ?? .words(.tooFewForShare),
                            ])
                        }
                    )
                )
            }
        }
    }

    private func description(_ language: Language) -> String {
        points.map { point in
            DateWords.shortDate(point.monday, in: language) + ": "
                + (point.percent.map { "\($0)%" } ?? Words.tooFewForShare.text(in: language))
        }
        .joined(separator: "; ")
    }

    private func x(_ index: Int) -> Double {
        Self.left + Self.wide * Double(index) / Double(max(1, points.count - 1))
    }

    private func y(_ percent: Int) -> Double { Self.top + Self.high * Double(100 - percent) / 100 }

    private func axis(_ html: HTML) {
        for percent in [0, 50, 100] {
            html(
                .line,
                .class("sumbu"),
                .x1(Self.left),
                .x2(Self.left + Self.wide),
                .y1(y(percent)),
                .y2(y(percent))
            )
            html(.drawnText, "\(percent)%", .x(Self.left - 4), .y(y(percent) + 4), .anchor("end"))
        }
        if let target { line(of: target, html) }
        let language = html.visit.language
        if let first = points.first, let last = points.last {
            html(
                .drawnText,
                DateWords.shortDate(first.monday, in: language),
                .x(Self.left),
                .y(152)
            )
            html(
                .drawnText,
                DateWords.shortDate(last.monday, in: language),
                .x(Self.left + Self.wide),
                .y(152),
                .anchor("end")
            )
        }
    }

    private func line(of target: Int, _ html: HTML) {
        html(
            .line,
            .class("sasaran"),
            .x1(Self.left),
            .x2(Self.left + Self.wide),
            .y1(y(target)),
            .y2(y(target))
        )
        // Below the axis: beside its line, the line of the weeks would often run through the words.
        html(
            .drawnText,
            "- - " + html.word(.targetIs(target)),
            .x(Self.left + Self.wide / 2),
            .y(152),
            .anchor("middle")
        )
    }

    /// A piece of line for each run of weeks without a gap; a lone week is a dot.
    private func line(_ html: HTML) {
        var runs: [[(x: Double, y: Double)]] = [[]]
        for (index, point) in points.enumerated() {
            if let percent = point.percent {
                runs[runs.count - 1].append((x(index), y(percent)))
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        for run in runs {
            html(.polyline, .class("garis"), .points(run.map(Self.text).joined(separator: " ")))
            for point in run { html(.circle, .class("titik"), .cx(point.x), .cy(point.y), .r(3)) }
        }
        if let (index, percent) = points.indices.reversed().lazy
            .compactMap({ index in points[index].percent.map { (index, $0) } }).first
        {
            html(
                .drawnText,
                "\(percent)%",
                .x(x(index)),
                .y(above(percent)),
                .anchor("end")
            )
        }
    }

    /// Where the last figure stands: over its point, or under it where the target's line runs.
    private func above(_ percent: Int) -> Double {
        let over = y(percent) - 8
        guard over > Self.top + 10, target.map({ abs(y($0) - over + 4) > 9 }) ?? true else {
            return y(percent) + 18
        }
        return over
    }

    private static func text(_ point: (x: Double, y: Double)) -> String {
        "\(Int(point.x.rounded())),\(Int(point.y.rounded()))"
    }
}
