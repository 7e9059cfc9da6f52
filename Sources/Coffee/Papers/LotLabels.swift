import Hummingbird
import Ledger
import Press
import Site
import Stories

// Labels for the bags of a lot.

extension CoffeeFeature {
    func addPapers(to router: Router<some SiteContext>) {
        router.get("lot/:kode/label.pdf") { request, context in
            try await self.working(request, context) { at in
                let lot = try await self.lot(context, at)
                guard at.rights.mayManage(lot.holder) else { throw CoffeeRefusal.notYourLot }
                let asked = request.uri.queryParameters["bentuk"] ?? ""
                let form = LabelSheet.Form(rawValue: String(asked)) ?? .sheet
                let vocabulary = try await self.vocabulary()
                let sheet = LotLabels(lot: lot, vocabulary: vocabulary, holder: at.name(lot.holder))
                    .sheet(form, at.visit.installation, on: try await self.today())
                return Answer.pdf(try LabelPress.pdf(of: sheet), name: "label-\(lot.code).pdf")
            }
        }
    }

    func today() async throws -> Day {
        let parts = parts
        return try await store.glance { try parts.zone($0) }.day(now())
    }
}

/// What stands on a lot's labels.
struct LotLabels {
    let lot: ShownLot
    let vocabulary: CoffeeVocabulary
    let holder: String

    /// One label a bag; a sheet of them where nothing is in bags yet.
    func sheet(_ form: LabelSheet.Form, _ installation: Installation, on day: Day) -> LabelSheet {
        // Capitals need fewer modules, and the site reads them.
        let address = "\(installation.base)/k/\(lot.code)".uppercased()
        var lines = [vocabulary.what(lot.what).indonesian, "Panen \(lot.season)", holder]
        if let grade = lot.grade { lines.append("Mutu SNI \(grade)") }
        lines.append("Produce of Indonesia")
        var sheet = LabelSheet(
            lot.title,
            code: CodeStamp(address, caption: lot.code),
            lines: lines,
            on: form,
            count: lot.bags ?? (form == .sheet ? 24 : 1),
            facts: DocumentFacts(
                title: "Label \(lot.code)",
                author: installation.regency,
                createdAt: "\(day)T00:00:00+07:00"
            )
        )
        sheet.sample = installation.isDemo
        return sheet
    }
}
