import Hummingbird
import Ledger
import Site
import Stories

// The paper form beside the editor: put there, looked at, taken away.

extension WorkshopFeature {
    func addPapers(to router: Router<some SiteContext>) {
        router.get("\(BenchAddress.root)/lembar") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let bench = try await self.bench(try BenchAddress(context).name)
                return try await self.answer(self.paperPage(of: bench), to: keeper, context)
            }
        }
        router.get("\(BenchAddress.root)/lembar.bin") { request, context in
            try await self.surroundings.keeper(request, context) { _ in
                let bench = try await self.bench(try BenchAddress(context).name)
                let found = try await self.store.read { try $0.paper(of: bench.name) }
                guard let found else { throw WebRefusal.notFound }
                return Answer.bytes(found.bytes, type: found.kind.rawValue)
            }
        }
        router.post("\(BenchAddress.root)/lembar") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                try await self.takePaper(request, keeper, context)
            }
        }
    }

    private static var limits: MultipartParser.Limits {
        var limits = MultipartParser.Limits()
        limits.file = PaperForms.largest + 1
        limits.total = PaperForms.largest + 100_000
        return limits
    }

    private func paperPage(of bench: Workbench) async throws -> PaperPage {
        let kind = try await store.read { try $0.paperKind(of: bench.name) }
        return PaperPage(addresses: BenchAddress(bench.name), kind: kind)
    }

    private func takePaper(
        _ request: Request,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let posted = try await Posted.read(request, in: context, limits: Self.limits)
        let bench = try await bench(try BenchAddress(context).name)
        var page = try await paperPage(of: bench)
        if posted["buang"] != nil {
            try await PaperForms.remove(bench.name, in: store)
            return try await go(to: page.addresses.bench, keeper, context)
        }
        guard let file = posted.file("lembar"), !file.bytes.isEmpty else {
            page.problem = .choosePaper
            return try await answer(page, to: keeper, context)
        }
        guard let (bytes, kind) = try await looked(into: file.bytes) else {
            page.problem = .paperUnreadable
            return try await answer(page, to: keeper, context)
        }
        try await PaperForms.keep(bytes, kind, of: bench.name, in: store, at: now())
        return try await go(to: page.addresses.page("lembar"), keeper, context)
    }

    /// A picture is drawn anew; a PDF is only handed back to managers as it came.
    private func looked(into sent: [UInt8]) async throws -> (bytes: [UInt8], PaperForms.Kind)? {
        guard sent.count <= PaperForms.largest else { return nil }
        if sent.starts(with: Array("%PDF-".utf8)) { return (sent, .pdf) }
        guard let drawn = try await pictures.redrawn(sent, longest: 1600, quality: 75) else {
            return nil
        }
        return (drawn, .picture)
    }
}

/// Where the paper form is put beside the editor.
struct PaperPage: Page {
    let addresses: BenchAddress
    let kind: PaperForms.Kind?
    var problem: Words?

    var frame: Frame {
        Frame(
            width: .page,
            back: Link(Words(addresses.name.text), addresses.bench),
            status: problem == nil ? 200 : 422
        )
    }

    func title(for visit: Visit) -> String { Words.paperForm.text(in: visit.language) }

    private var form: Form {
        Form(
            to: addresses.page("lembar"),
            [
                Field("lembar", .paperFile, hint: .paperFileHint, .file(FileInput(.photoOrPDF)))
                    .with(error: problem)
            ],
            buttons: [Button(.putPaper)]
        )
    }

    func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, .paperForm)
        html(Paragraphs(.paperWhat))
        if let kind {
            html(PaperBeside(addresses: addresses, kind: kind))
            html(
                Form(
                    to: addresses.page("lembar"),
                    [],
                    buttons: [
                        Button(.removePaper, .secondary, .send(name: "buang", value: "ya"))
                    ]
                )
            )
        }
        html(form)
    }
}
