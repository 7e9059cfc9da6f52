import Cooperation
import Stories
import Testing

/// Parts of years, and lines in which partners are written.
struct PeriodTests {
    @Test(arguments: [
        ("2026-01-01", 6, "2026-1", "2026-06-30"), ("2026-06-30", 6, "2026-1", "2026-06-30"),
        ("2026-07-01", 6, "2026-2", "2026-12-31"), ("2026-12-31", 6, "2026-2", "2026-12-31"),
        ("2028-02-29", 3, "2028-1", "2028-03-31"), ("2026-05-05", 12, "2026-1", "2026-12-31"),
    ])
    func `a day lies in one period`(day: String, months: Int, text: String, last: String) throws {
        let period = ReportPeriod(of: try #require(Day(day)), months: months)
        #expect(period.text == text)
        #expect(period.last.description == last)
        #expect(ReportPeriod(text, months: months) == period)
        #expect(period.next.first == period.last.adding(days: 1))
    }

    @Test(arguments: ["", "2026", "2026-0", "2026-3", "26-1", "2026-1-1", "2026--1", "abcd-1"])
    func `what is no period is none`(text: String) {
        #expect(ReportPeriod(text, months: 6) == nil)
    }

    @Test func `regions begin with their code, others do not`() {
        let lines = PartnerLine.read(
            """
            12.03 Kabupaten Tapanuli Selatan

              Universitas Contoh
            16 Provinsi Sumatera Selatan
            12.3 Yayasan
            """
        )
        #expect(lines.map(\.code?.text) == ["12.03", nil, "16", nil])
        #expect(
            lines.map(\.name) == [
                "Kabupaten Tapanuli Selatan", "Universitas Contoh", "Provinsi Sumatera Selatan",
                "12.3 Yayasan",
            ]
        )
    }
}
