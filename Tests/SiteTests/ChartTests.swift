import Site
import Testing

/// Charts: what is drawn, and what is said of it to those who do not see it.
struct ChartTests {
    private static func drawn(_ chart: LineChart) -> String {
        let html = HTML(for: .example)
        html(chart)
        return String(decoding: html.written, as: UTF8.self)
    }

    private static func chart(_ values: [Int?], upTo most: Int) -> LineChart {
        LineChart(
            "uji",
            "Harga",
            values.enumerated().map { index, value in
                LineChart.Point(value, label: "\(2020 + index)", said: "\(value ?? 0)!")
            },
            on: LineChart.Axis(upTo: most) { "\($0)" }
        )
    }

    @Test(arguments: [
        (1, [0, 1, 2]), (2, [0, 1, 2]), (3, [0, 2, 4]), (5, [0, 5, 10]), (11, [0, 10, 20]),
        (999, [0, 500, 1000]), (12_000, [0, 10_000, 20_000]), (40_001, [0, 50_000, 100_000]),
    ])
    func `an axis ends at a round number whose half is round too`(_ most: Int, _ marks: [Int]) {
        let drawn = Self.drawn(Self.chart([], upTo: most))
        let texts = drawn.matches(of: /text-anchor="end">(\d+)<\/text>/).map { Int($0.1) }
        #expect(texts == marks)
    }

    @Test func `a gap breaks the line, and what is beside it is dashed`() {
        var chart = Self.chart([4, nil, 8, 10], upTo: 10)
        chart.beside = [5, 5, nil, 6]
        let drawn = Self.drawn(chart)
        #expect(drawn.matches(of: /<polyline class="garis"/).count == 2)
        // A lone value beside is no line.
        #expect(drawn.matches(of: /<polyline class="sasaran"/).count == 1)
        #expect(drawn.matches(of: /<circle/).count == 3)
        #expect(drawn.contains("4!; 0!; 8!; 10!</desc>"))
        #expect(drawn.contains("aria-labelledby=\"uji-judul uji-isi\""))
    }

    @Test func `a target runs over all points and says its words`() {
        var chart = Self.chart([4, 8], upTo: 10)
        chart.target = (5, "Sasaran 5")
        let drawn = Self.drawn(chart)
        #expect(drawn.contains("<line class=\"sasaran\" x1=\"40\" x2=\"320\" y1=\"70\" y2=\"70\">"))
        #expect(drawn.contains("- - Sasaran 5"))
    }
}
