import Hummingbird
import Ledger
import Office
import Site
import Stories

// The newsroom: its list, writing and changing.

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
            try await self.sending(request, context) { official, posted, visit in
                try await self.save(nil, posted, official, visit)
            }
        }
        router.get("kerja/berita/:berita/ubah") { request, context in
            try await self.working(request, context) { _, visit in
                let news = try await self.news(context)
                guard news.withdrawal == nil else { throw NewsroomRefusal.withdrawnAlready }
                guard let text = news.draft ?? news.live else { throw NewsroomRefusal.noSuchNews }
                var typed = TypedNews(text)
                typed.values["perbaikan"] = news.draftNote
                let version = try await self.desk.version(of: news.id)
                return self.form(typed, news, version, for: visit)
            }
        }
        router.post("kerja/berita/:berita/ubah") { request, context in
            try await self.sending(request, context) { official, posted, visit in
                try await self.save(self.news(context), posted, official, visit)
            }
        }
        addDecisions(to: router)
    }

    /// Runs a page of the newsroom; who is not signed in goes to the log-in first.
    func working<C: SiteContext>(
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

    /// The same for what a form sends, which is read only from those who may send it.
    func sending<C: SiteContext>(
        _ request: Request,
        _ context: C,
        _ body: (SignedIn, Posted, Visit) async throws -> Response
    ) async throws -> Response {
        try await working(request, context) { official, visit in
            try await body(official, Posted.read(request, in: context), visit)
        }
    }

    static func asked(_ official: SignedIn, _ posted: Posted) -> NewsDesk.Asked {
        let seen = posted["versi"].flatMap { Int64($0) }.map { Version($0) }
        return NewsDesk.Asked(official.standing, seen: seen)
    }

    func news(_ context: some SiteContext) async throws -> ShownNews {
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

    private func form(
        _ typed: TypedNews,
        _ news: ShownNews?,
        _ version: Version,
        hasMovedOn: Bool = false,
        for visit: Visit
    ) -> Response {
        let form = typed.form(
            to: news.map { "/kerja/berita/\($0.id)/ubah" } ?? "/kerja/berita/tulis",
            isCorrection: news?.live != nil,
            version: version.count
        )
        var page = FormPage(
            news == nil ? .writeNews : .editNews,
            form,
            back: news.map { Link(.newsroom, "/kerja/berita/\($0.id)") }
                ?? Link(.newsroom, "/kerja/berita")
        )
        page.before = [Paragraphs(.newsroomRule)]
        if !typed.errors.isEmpty { page.frame.status = 422 }
        if hasMovedOn, let news {
            page.frame.status = 409
            var notice = Notice(.attention, .othersSavedFirst)
            notice.links = [Link(.seeTheirs, "/kerja/berita/\(news.id)")]
            page.before = [notice]
        }
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
        try await takePicture(posted, &typed)
        guard let text = typed.checked(isCorrection: news?.live != nil) else {
            return form(typed, news, asked.seen ?? 0, for: visit)
        }
        let id = news?.id ?? Draw.random.id()
        do {
            try await desk.save(text, correction: typed["perbaikan"], of: id, asked)
        } catch NewsroomRefusal.movedOn where news != nil {
            // What was typed stays; pressing once more is then meant.
            let version = try await desk.version(of: id)
            return form(typed, news, version, hasMovedOn: true, for: visit)
        }
        return Answer.redirect(to: "/kerja/berita/\(id)", for: visit)
    }

    /// The picture that came with the form, or the one that it already had.
    private func takePicture(_ posted: Posted, _ typed: inout TypedNews) async throws {
        if posted["tanpa-gambar"] != "ya", let name = posted["gambar-ada"],
            let digest = Public(pictureName: name)
        {
            typed.picture = try await pictures.find(digest)
        }
        guard let file = posted.file("gambar"), file.size > 0 else { return }
        do {
            typed.picture = try await pictures.take(file.bytes)
        } catch let refused as NewsPictures.Refused {
            typed.refusedPicture = refused.words
        }
    }
}
