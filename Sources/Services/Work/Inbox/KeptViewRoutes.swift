import Hummingbird
import Ledger
import Office
import Site
import Stories

// Keeping a list as it is narrowed, for oneself or for one's unit, and letting go of it.

extension ServicesFeature {
    func addKeptViews(to router: Router<some SiteContext>) {
        router.get("kerja/tampilan") { request, context in
            try await self.atWork(request, context) { official in
                let views = try await self.store.read { try KeptViews.list(for: official, $0) }
                let page = KeptViewsPage(
                    lines: views.map { view in
                        KeptViewsPage.Line(
                            link: Link(view.words(official), view.address),
                            whose: self.whose(view, official),
                            doubt: view.doubt(official),
                            remove: "/kerja/tampilan/\(view.id)/hapus"
                        )
                    }
                )
                return Answer.page(page, for: official.visit(try self.visit(context)))
            }
        }
        router.get("kerja/tampilan/simpan") { request, context in
            try await self.atWork(request, context) { official in
                try self.keepingPage(InboxWish(keeping: request), official, context)
            }
        }
        router.post("kerja/tampilan/simpan") { request, context in
            try await self.atWork(request, context) { official in
                let wish = InboxWish(keeping: request)
                let posted = try await Posted.read(request, in: context)
                return try await self.keep(wish, posted["untuk"] ?? "", official, context)
            }
        }
        router.post("kerja/tampilan/:tampilan/hapus") { request, context in
            try await self.atWork(request, context) { official in
                _ = try await Posted.read(request, in: context)
                return try await self.letGo(official, context)
            }
        }
    }

    private func whose(_ view: KeptView, _ official: WorkingOfficial) -> Words {
        guard let unit = view.unit else { return .onlyMe }
        return Words(official.force.office.unit(unit)?.name ?? unit.text)
    }

    private func keepingPage(
        _ wish: InboxWish,
        _ official: WorkingOfficial,
        _ context: some SiteContext,
        problem: Words? = nil
    ) throws -> Response {
        let view = KeptView(
            id: official.id,
            official: official.id,
            unit: nil,
            view: wish.view,
            filter: wish.filter
        )
        let units = official.standing.units.sorted().compactMap { official.force.office.unit($0) }
        var page = FormPage(
            .keepView,
            Form(
                to: wish.filter.add(
                    to: Address("/kerja/tampilan/simpan").with("dasar", wish.view.rawValue)
                ),
                [
                    Field(
                        "untuk",
                        .whoSeesView,
                        .choice(
                            "saya",
                            [Option("saya", .onlyMe)]
                                + units.map { Option($0.id.text, Words($0.name)) }
                        )
                    )
                    .with(error: problem)
                ],
                buttons: [Button(.save)]
            ),
            back: Link(.inbox, "/kerja/kotak")
        )
        page.before = [KeyFacts([(.view, .words(view.words(official)))])]
        if problem != nil { page.frame.status = 422 }
        return Answer.page(page, for: official.visit(try visit(context)))
    }

    private func keep(
        _ wish: InboxWish,
        _ whom: String,
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let unit = official.standing.units.first { $0.text == whom }
        guard whom == "saya" || unit != nil else {
            return try keepingPage(wish, official, context, problem: .whoSeesViewMissing)
        }
        guard wish.filter.isMeaningful(in: official.force) else {
            return try keepingPage(wish, official, context, problem: .keptFilterGone)
        }
        let many = try await store.read { try KeptViews.list(for: official, $0) }
            .count { $0.official == official.id }
        guard many < KeptViews.most else {
            return try keepingPage(wish, official, context, problem: .tooManyViews)
        }
        let view = KeptView(
            id: Draw.random.id(),
            official: official.id,
            unit: unit,
            view: wish.view,
            filter: wish.filter
        )
        _ = try await store.operate([KeptViews.keep(view, at: now())])
        return try go(to: view.address, context)
    }

    /// One's own, or one of a unit in which one works: where the maker left, others tidy up.
    private func letGo(
        _ official: WorkingOfficial,
        _ context: some SiteContext
    ) async throws -> Response {
        let views = try await store.read { try KeptViews.list(for: official, $0) }
        guard let id = context.parameters.get("tampilan").flatMap({ OpaqueID($0) }),
            views.contains(where: { $0.id == id })
        else { throw WebRefusal.notFound }
        _ = try await store.operate(["DELETE FROM kept_views WHERE id = \(id)"])
        return try go(to: "/kerja/tampilan", context)
    }
}

extension InboxWish {
    /// The wish of an address that keeps a view: the base stands in a word of its own.
    init(keeping request: Request) {
        self.init(request)
        let base = request.query["dasar"].map(String.init) ?? ""
        view = InboxView(rawValue: base) ?? .unit
    }
}

/// The views that an official can choose from, with what is wrong with each.
struct KeptViewsPage: Page {
    var lines: [Line]

    struct Line: Sendable {
        var link: Link
        var whose: Site.Words
        var doubt: Site.Words?
        var remove: Address
    }

    var frame: Frame { Frame(width: .page, back: Link(.inbox, "/kerja/kotak")) }

    func title(for visit: Visit) -> String { Words.keptViews.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .keptViews)
        guard !lines.isEmpty else {
            html(EmptyState(.noKeptViews, link: Link(.inbox, "/kerja/kotak")))
            return
        }
        for line in lines {
            html(.section, .class("tugas-tampilan")) {
                html(.h2) { html(.a, line.link.words, .href(line.link.address)) }
                html(.p, line.whose, .class("petunjuk"))
                if let doubt = line.doubt { html(Notice(.attention, doubt)) }
                html(Form(to: line.remove, [], buttons: [Button(.removeView, .quiet)]))
            }
        }
    }
}
