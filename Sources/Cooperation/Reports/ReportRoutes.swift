import Hummingbird
import Site
import Stories

extension CooperationFeature {
    func addReports(to router: Router<some SiteContext>) {
        router.get("kerja/kerja-sama/:kerjasama/laporan.pdf") { request, context in
            try await self.report(request, context) { report in
                let name = "laporan-kerja-sama-\(report.period.text).pdf"
                return Answer.pdf(try report.pdf(at: self.now()), name: name)
            }
        }
        router.get("kerja/kerja-sama/:kerjasama/laporan.csv") { request, context in
            try await self.report(request, context) { report in
                Answer.download(
                    report.spreadsheet.bytes,
                    type: "text/csv; charset=utf-8",
                    name: "laporan-kerja-sama-\(report.period.text).csv"
                )
            }
        }
    }

    private func report(
        _ request: Request,
        _ context: some SiteContext,
        _ body: (SemesterReport) throws -> Response
    ) async throws -> Response {
        try await agreement(request, context) { loaded, _, _ in
            let asked = request.uri.queryParameters["semester"].map { String($0) } ?? ""
            let months = loaded.rules.report.months
            guard let period = ReportPeriod(asked, months: months) else {
                throw CooperationRefusal.noSuchItem
            }
            return try body(SemesterReport(loaded: loaded, period: period))
        }
    }
}
