import Hummingbird
import Office
import Site
import Stories

extension CooperationFeature {
    func addDocuments(to router: Router<some SiteContext>) {
        router.get("kerja/kerja-sama/:kerjasama/naskah/:naskah") { request, context in
            try await self.document(request, context) { draft, official, visit in
                let page = DocumentPage(draft: draft, records: official.standing.cooperates)
                return Answer.page(page, for: visit)
            }
        }
        router.get("kerja/kerja-sama/:kerjasama/naskah/:naskah/konsep.pdf") { request, context in
            try await self.document(request, context) { draft, _, _ in
                let name = "\(draft.document.id).pdf"
                return Answer.pdf(try draft.pdf(at: self.now()), name: name)
            }
        }
        router.post("kerja/kerja-sama/:kerjasama/naskah/:naskah") { request, context in
            try await self.document(request, context, records: true) { draft, official, visit in
                let posted = try await Posted.read(request, in: context)
                let (loaded, document) = (draft.loaded, draft.document)
                guard posted["versi"] == String(loaded.version.count) else {
                    throw CooperationRefusal.movedOn
                }
                try await self.record(
                    .check(
                        document: document.id,
                        clauses: posted.all("isi").compactMap { Code($0) }
                    ),
                    on: loaded.id,
                    seen: loaded.version,
                    by: official,
                    loaded.regency
                )
                return Answer.redirect(
                    to: "/kerja/kerja-sama/\(loaded.id)/naskah/\(document.id)",
                    for: visit
                )
            }
        }
    }

    private func document<C: SiteContext>(
        _ request: Request,
        _ context: C,
        records: Bool = false,
        _ body: (DraftDocument, SignedIn, Visit) async throws -> Response
    ) async throws -> Response {
        try await agreement(request, context, records: records) { loaded, official, visit in
            guard let id = context.parameters.get("naskah").flatMap({ Code($0) }),
                let document = loaded.rules.document(id)
            else { throw CooperationRefusal.noSuchItem }
            let draft = DraftDocument(loaded: loaded, document: document)
            return try await body(draft, official, visit)
        }
    }
}
