import Hummingbird
import Ledger
import Office
import Site
import Stories

// The documents that the law wants, made anew from what is in force at each visit.

extension PrivacyFeature {
    func addProcessing(to router: Router<some SiteContext>) {
        for kind in DraftDocument.Kind.allCases {
            router.get("kelola/data-pribadi/\(kind.rawValue)") { request, context in
                try await self.protecting(request, context) { official, regency in
                    let uses = try await self.uses()
                    let page = DraftPage(document: DraftDocument(kind, uses, regency), uses: uses)
                    return Answer.page(page, for: try self.visit(context, regency, of: official))
                }
            }
            router.get("kelola/data-pribadi/\(kind.rawValue).pdf") { request, context in
                try await self.protecting(request, context) { _, regency in
                    let document = DraftDocument(kind, try await self.uses(), regency)
                    let paper = DraftPaper(document: document, regency: regency, now: self.now())
                    return Answer.pdf(try paper.pdf(), name: "draf-\(kind.rawValue).pdf")
                }
            }
            router.get("kelola/data-pribadi/\(kind.rawValue).csv") { request, context in
                try await self.protecting(request, context) { _, regency in
                    let document = DraftDocument(kind, try await self.uses(), regency)
                    let draft = [["DRAF", kind.words.indonesian, kind.basis.indonesian]]
                    return Answer.download(
                        Spreadsheet(draft + document.table).bytes,
                        type: "text/csv; charset=utf-8",
                        name: "draf-\(kind.rawValue).csv"
                    )
                }
            }
        }
    }

    private func uses() async throws -> [UseOfData] {
        let surroundings = surroundings
        return try await store.read { try surroundings.uses($0) }
    }
}
