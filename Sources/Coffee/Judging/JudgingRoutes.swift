import Beans
import Hummingbird
import Ledger
import Site
import Stories

// The quality of a lot: the table of a laboratory or its file, and the form of a cupping.

extension CoffeeFeature {
    func addJudging(to router: Router<some SiteContext>) {
        router.get("lot/:kode/mutu") { request, context in
            try await self.working(request, context) { at in
                let lot = try await self.judged(context, at)
                return Answer.page(GradePage(lot: lot), for: at.visit)
            }
        }
        router.post("lot/:kode/mutu") { request, context in
            try await self.sending(request, context) { at, posted in
                try await self.grade(self.judged(context, at), posted, at)
            }
        }
        router.get("lot/:kode/cicip") { request, context in
            try await self.working(request, context) { at in
                let lot = try await self.judged(context, at)
                let asked = request.uri.queryParameters["cara"].map { "\($0)" } ?? ""
                let sheet = Self.sheet(asked, FormAsTyped())
                return Answer.page(CuppingPage(lot: lot, sheet: sheet), for: at.visit)
            }
        }
        router.post("lot/:kode/cicip") { request, context in
            try await self.sending(request, context) { at, posted in
                try await self.cup(self.judged(context, at), posted, at)
            }
        }
    }

    private static func sheet(_ name: String, _ typed: FormAsTyped) -> CuppingSheet? {
        CuppingSheet.offered.first { $0.rawValue == name }
            .map { CuppingSheet(judgedBy: $0, typed: typed) }
    }

    /// A lot that its holder or the laboratory may judge.
    private func judged(_ context: some SiteContext, _ at: AtTheLots) async throws -> ShownLot {
        let lot = try await lot(context, at)
        guard at.rights.mayManage(lot.holder) || at.rights.isLaboratory else {
            throw CoffeeRefusal.notYourLot
        }
        return lot
    }

    private func grade(_ lot: ShownLot, _ posted: Posted, _ at: AtTheLots) async throws -> Response
    {
        var page = GradePage(lot: lot)
        page.typed = FormAsTyped(posted)
        // What was shown reckoned goes along with its page, so that no file is chosen twice.
        let sent = posted.file("berkas").flatMap { $0.bytes.isEmpty ? nil : $0.bytes }
        let file = sent ?? posted["isi"].map { Array($0.utf8) }
        let bytes = file ?? GradeSheet(typed: page.typed).bytes
        let sheet = LabSheet(bytes)
        for problem in sheet.problems {
            let name = file == nil ? problem.column : nil
            let place = file == nil ? nil : Words(problem.place)
            page.note(Words(problem.sentence), at: name ?? (file == nil ? "" : "berkas"), place)
        }
        let treatment = Treatment(named: page.typed["olah"])
        guard page.typed.isRight, let species = Species(named: lot.what.species.text) else {
            return Answer.page(page, for: at.visit)
        }
        guard sheet.samples.count == 1, let sample = sheet.samples.first?.sample else {
            page.note(.oneSampleOnly, at: "berkas", nil)
            return Answer.page(page, for: at.visit)
        }
        guard let moisture = sample.moisture else {
            page.note(.answerMissing, at: file == nil ? LabColumn.moisture.name : "berkas", nil)
            return Answer.page(page, for: at.visit)
        }
        let report = GradeReport(sample, species: species, treatment: treatment)
        page.report = report
        page.carried = file.map { TextOfFile($0).text }
        guard posted["untuk"] == "catat" else { return Answer.page(page, for: at.visit) }
        guard let grade = Code(report.grade.rawValue) else { throw CoffeeRefusal.noSuchLot }
        try await desk.change(
            lot.id,
            .grade(
                Graded(
                    grade,
                    twentieths: Int64((report.inStandardSample * 20).floor),
                    moisture: Int((moisture * 10).roundedHalfUp),
                    sheet: Public(of: bytes)
                )
            ),
            at.asked(posted),
            content: [bytes]
        )
        return Answer.redirect(to: Address("/lot/\(lot.code)"), for: at.visit)
    }

    private func cup(_ lot: ShownLot, _ posted: Posted, _ at: AtTheLots) async throws -> Response {
        guard var sheet = Self.sheet(posted["cara"] ?? "", FormAsTyped(posted)) else {
            return Answer.page(CuppingPage(lot: lot, sheet: nil), for: at.visit)
        }
        guard let score = sheet.judged()?.score, let name = Code(sheet.judgedBy.rawValue) else {
            return Answer.page(CuppingPage(lot: lot, sheet: sheet), for: at.visit)
        }
        let bytes = try sheet.bytes()
        try await desk.change(
            lot.id,
            .cup(Cupped(name, hundredths: score.hundredths, sheet: Public(of: bytes))),
            at.asked(posted),
            content: [bytes]
        )
        return Answer.redirect(to: Address("/lot/\(lot.code)"), for: at.visit)
    }
}
