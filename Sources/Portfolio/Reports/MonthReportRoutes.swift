import Hummingbird
import Ledger
import Office
import Site
import Stories

// The report of a month: page, paper, spreadsheet.

extension PortfolioFeature {
    func addReports(to router: Router<some SiteContext>) {
        router.get("pimpinan/laporan/:bulan") { request, context in
            try await self.working(request, context) { official, regency, visit in
                let (month, form) = try Self.month(context.parameters.get("bulan"))
                let unit = try request.query["unit"].map {
                    text throws(PortfolioRefusal) in
                    guard let unit = Code(String(text)) else { throw .noSuchPage }
                    return unit
                }
                let report = try await self.overviews.report(month, .init(unit: unit), official)
                switch form {
                case .page: return Answer.page(MonthReportPage(report: report), for: visit)
                case .pdf:
                    let paper = MonthReportPaper(
                        report: report,
                        regency: regency,
                        language: visit.language
                    )
                    return Answer.pdf(try paper.pdf(), name: "laporan-\(month.text).pdf")
                case .csv:
                    return Answer.download(
                        report.spreadsheet().bytes,
                        type: "text/csv; charset=utf-8",
                        name: "laporan-\(month.text).csv"
                    )
                }
            }
        }
    }

    private enum ReportForm: String, CaseIterable {
        case page = ""
        case pdf = ".pdf"
        case csv = ".csv"
    }

    /// The month and the form that the last part of an address names: `2026-11.pdf`.
    private static func month(_ text: String?) throws(PortfolioRefusal) -> (Month, ReportForm) {
        guard let text, let month = Month(text.prefix(7)),
            let form = ReportForm(rawValue: String(text.dropFirst(7)))
        else { throw .noSuchMonth }
        return (month, form)
    }
}
