import Hummingbird
import Ledger
import Office
import Site
import Stories

// The newsroom: writing, approving the work of another, correcting, withdrawing.

extension NewsroomFeature {
    func addEditing(to router: Router<some SiteContext>) {
        router.get("kerja/berita") { request, context in
            try await self.working(request, context) { official, visit in
                try await self.list(official, request, visit)
            }
        }
        router.get("kerja/berita/tulis") { request, context in
            try await self.working(request, context) { official, visit in
                self.form(TypedNews(by: official.name), nil, 0, for: visit)
            }
        }
        router.post("kerja/berita/tulis") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.working(request, context) { official, visit in
                try await self.save(nil, posted, official, visit)
            }
        }
        router.get("kerja/berita/:berita") { request, context in
            try await self.working(request, context) { official, visit in
                let news = try await self.news(context)
                return try await self.show(news, official, visit)
            }
        }
        router.get("kerja/berita/:berita/ubah") { request, context in
            try await self.working(request, context) { _, visit in
                let news = try await self.news(context)
                guard news.withdrawal == nil, let text = news.draft ?? news.live else {
                    throw NewsroomRefusal.withdrawnAlready
                }
                let version = try await self.desk.version(of: news.id)
                return self.form(TypedNews(text), news, version, for: visit)
            }
        }
        router.post("kerja/berita/:berita/ubah") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.working(request, context) { official, visit in
                try await self.save(self.news(context), posted, official, visit)
            }
        }
        addDecisions(to: router)
    }

    private func addDecisions(to router: Router<some SiteContext>) {
        router.post("kerja/berita/:berita/terbitkan") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.working(request, context) { official, visit in
                let news = try await self.news(context)
                guard let text = news.draft else { throw NewsroomRefusal.nothingToApprove }
                try await self.desk.approve(text, of: news.id, Self.asked(official, posted))
                return Answer.redirect(to: "/kerja/berita/\(news.id)", for: visit)
            }
        }
        router.post("kerja/berita/:berita/tarik") { request, context in
            let posted = try await Posted.read(request, in: context)
            return try await self.working(request, context) { official, visit in
                let news = try await self.news(context)
                let lines = (posted["alasan"] ?? "").split(whereSeparator: \.isNewline)
                let reason = String(lines.joined(separator: " ").trimmed.prefix(Self.longestReason))
                if reason.isEmpty {
                    return try await self.show(news, official, visit, error: .reasonMissing)
                }
                try await self.desk.withdraw(reason, of: news.id, Self.asked(official, posted))
                return Answer.redirect(to: "/kerja/berita/\(news.id)", for: visit)
            }
        }
    }

    private static let longestReason = 500

    /// Runs a page of the newsroom; who is not signed in goes to the log-in first.
    private func working<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ body: (SignedIn, Visit) async throws -> Response
    ) async throws -> Response {
        let visit = try await visit(context)
        guard let official = try await surroundings.official(request) else {
            let here = request.method == .get ? request.uri.string : "/kerja/berita"
            return Answer.redirect(to: Address("/petugas/masuk").with("lalu", here), for: visit)
        }
        try NewsDesk.admit(official)
        return try await body(official, official.visit(visit))
    }

    private static func asked(_ official: SignedIn, _ posted: Posted) -> NewsDesk.Asked {
        NewsDesk.Asked(
            official: official,
            seen: posted["versi"].flatMap { Int64($0) }.map { Version($0) }
        )
    }

    private func news(_ context: some SiteContext) async throws -> ShownNews {
        guard let id = context.parameters.get("berita").flatMap({ OpaqueID($0) }),
            let news = try await store.glance({ try $0.news(id) })
        else { throw NewsroomRefusal.noSuchNews }
        return news
    }

    private func list(
        _ official: SignedIn,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        let asked = Self.page(request)
        let (news, count) = try await store.read { reader in
            (
                try reader.allNews(
                    most: Self.mostOnAPage,
                    after: (asked - 1) * Self.mostOnAPage
                ),
                try reader.countOfAllNews()
            )
        }
        let page = NewsroomPage(
            news: news,
            me: official.id,
            page: asked,
            count: Self.pages(count)
        )
        return Answer.page(page, for: visit)
    }

    private func show(
        _ news: ShownNews,
        _ official: SignedIn,
        _ visit: Visit,
        error: NewsroomRefusal? = nil
    ) async throws -> Response {
        guard let text = news.draft ?? news.live else { throw NewsroomRefusal.noSuchNews }
        let version = try await desk.version(of: news.id)
        var page = NewsAtWorkPage(news: news, text: text, me: official.id, version: version)
        if news.live != nil, news.withdrawal == nil {
            let why = error.map { Words($0.sentence, $0.sentenceInEnglish) }
            page.withdrawal = Form(
                to: "/kerja/berita/\(news.id)/tarik",
                [
                    Field("alasan", .whyWithdrawn, .longText("", most: Self.longestReason))
                        .with(error: why)
                ],
                hidden: [("versi", "\(version.count)")],
                buttons: [Button(.withdrawNews, .danger)]
            )
        }
        page.hasError = error != nil
        return Answer.page(page, for: visit)
    }

    private func form(
        _ typed: TypedNews,
        _ news: ShownNews?,
        _ version: Version,
        for visit: Visit
    ) -> Response {
        let to: Address = news.map { "/kerja/berita/\($0.id)/ubah" } ?? "/kerja/berita/tulis"
        var page = FormPage(
            news == nil ? .writeNews : .editNews,
            Form(
                to: to,
                typed.fields(isCorrection: news?.live != nil),
                hidden: [("versi", "\(version.count)")],
                buttons: [Button(.saveDraft)]
            ),
            back: Link(.newsroom, "/kerja/berita")
        )
        if !typed.errors.isEmpty { page.frame.status = 422 }
        return Answer.page(page, for: visit)
    }

    private func save(
        _ news: ShownNews?,
        _ posted: Posted,
        _ official: SignedIn,
        _ visit: Visit
    ) async throws -> Response {
        let asked = Self.asked(official, posted)
        var typed = TypedNews(posted)
        guard let text = typed.checked(isCorrection: news?.live != nil) else {
            return form(typed, news, asked.seen ?? 0, for: visit)
        }
        let id = news?.id ?? Draw.random.id()
        try await desk.save(text, typed["perbaikan"], of: id, asked)
        return Answer.redirect(to: "/kerja/berita/\(id)", for: visit)
    }
}
