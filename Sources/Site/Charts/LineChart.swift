/// Values in a row as a line with its axis; what it is held against lies behind it, dashed.
///
/// The same values stand in a table beside it: whoever draws one writes the other.
package struct LineChart: Component {
    /// Names this drawing on its page: no two share it.
    package let name: String
    package let title: Words

    /// The earliest first.
    package let points: [Point]
    package let axis: Axis

    /// One value over all points, with the words under the drawing.
    package var target: (value: Int, words: Words)?

    /// A value beside each point, gaps where there is none.
    package var beside: [Int?] = []

    package init(_ name: String, _ title: Words, _ points: [Point], on axis: Axis) {
        (self.name, self.title, self.points, self.axis) = (name, title, points, axis)
    }

    /// One value; nil where there is none to tell.
    package struct Point: Sendable {
        package let value: Int?

        /// Under the axis, for the first and the last one.
        package let label: String

        /// The point in words, for those who do not see the drawing.
        package let said: String

        package init(_ value: Int?, label: String, said: String) {
            (self.value, self.label, self.said) = (value, label, said)
        }
    }

    /// From where to where it goes, the lines across it, and how a value is written on it.
    package struct Axis: Sendable {
        let least: Int
        let most: Int
        let marks: [Int]
        let text: @Sendable (Int) -> String

        package init(
            _ marks: [Int],
            text: @escaping @Sendable (Int) -> String
        ) {
            self.marks = marks
            (least, most) = (marks.min() ?? 0, marks.max() ?? 1)
            self.text = text
        }

        /// From nothing to a round number above the largest value, with a line at half of it.
        package init(upTo value: Int, text: @escaping @Sendable (Int) -> String) {
            // 2, 4, 10, 20, 40, 100: the half of each is round, too.
            var (unit, round) = (1, 2)
            while round < value {
                round = [2, 4, 10].map { $0 * unit }.first { $0 >= value } ?? 10 * unit
                unit *= 10
            }
            self.init([0, round / 2, round], text: text)
        }
    }

    private static let (left, top, wide, high) = (40.0, 10.0, 280.0, 120.0)

    package func write(to html: HTML) {
        html(.figure) {
            html(
                .svg,
                .class("gambar"),
                .viewBox("0 0 360 160"),
                .role("img"),
                .labelledBy("\(name)-judul \(name)-isi")
            ) {
                html(.drawingTitle, html.word(title), .id("\(name)-judul"))
                html(
                    .drawingDescription,
                    points.map(\.said).joined(separator: "; "),
                    .id("\(name)-isi")
                )
                lines(html)
                for run in runs(beside) where run.count > 1 {
                    html(.polyline, .class("sasaran"), .points(Self.text(run)))
                }
                line(html)
            }
        }
    }

    private func x(_ index: Int) -> Double {
        Self.left + Self.wide * Double(index) / Double(max(1, points.count - 1))
    }

    private func y(_ value: Int) -> Double {
        let share = Double(axis.most - value) / Double(max(1, axis.most - axis.least))
        return Self.top + Self.high * share
    }

    private func lines(_ html: HTML) {
        for mark in axis.marks {
            across(mark, "sumbu", html)
            html(
                .drawnText,
                axis.text(mark),
                .x(Self.left - 4),
                .y(y(mark) + 4),
                .anchor("end")
            )
        }
        if let target {
            across(target.value, "sasaran", html)
            // Below the axis: beside its line, the line of the values would often run through it.
            html(
                .drawnText,
                "- - " + html.word(target.words),
                .x(Self.left + Self.wide / 2),
                .y(152),
                .anchor("middle")
            )
        }
        if let first = points.first, let last = points.last {
            html(.drawnText, first.label, .x(Self.left), .y(152))
            html(.drawnText, last.label, .x(Self.left + Self.wide), .y(152), .anchor("end"))
        }
    }

    private func across(_ value: Int, _ look: StaticString, _ html: HTML) {
        html(
            .line,
            .class(look),
            .x1(Self.left),
            .x2(Self.left + Self.wide),
            .y1(y(value)),
            .y2(y(value))
        )
    }

    /// A piece of line for each run without a gap; a lone value is a dot.
    private func line(_ html: HTML) {
        for run in runs(points.map(\.value)) {
            html(.polyline, .class("garis"), .points(Self.text(run)))
            for point in run { html(.circle, .class("titik"), .cx(point.x), .cy(point.y), .r(3)) }
        }
        if let (index, value) = points.indices.reversed().lazy
            .compactMap({ index in points[index].value.map { (index, $0) } }).first
        {
            // Beside the point, where neither its own line nor that of the target runs.
            html(.drawnText, axis.text(value), .x(x(index) + 6), .y(y(value) + 4))
        }
    }

    private func runs(_ values: [Int?]) -> [[(x: Double, y: Double)]] {
        var runs: [[(x: Double, y: Double)]] = [[]]
        for (index, value) in values.enumerated() {
            if let value {
                runs[runs.count - 1].append((x(index), y(value)))
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        return runs
    }

    private static func text(_ points: [(x: Double, y: Double)]) -> String {
        points.map { "\(Int($0.x.rounded())),\(Int($0.y.rounded()))" }.joined(separator: " ")
    }
}
