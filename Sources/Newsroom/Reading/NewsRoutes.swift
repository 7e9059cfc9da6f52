import Hummingbird
import Ledger
import Site
import Stories

// News for everybody: the list, a piece, the feed.

extension NewsroomFeature {
    /// As many as one page of a list shows, and the feed holds.
    static let mostOnAPage = 15

    func addReading(to router: Router<some SiteContext>) {
        router.get("berita") { request, context in
            let visit = try await self.visit(context)
            let asked = Self.page(request)
            // A section that there is not is no section.
            let section = request.uri.queryParameters["jenis"]
                .flatMap { NewsSection(rawValue: String($0)) }
            let (news, count) = try await store.read { reader in
                (
                    try reader.publishedNews(
                        in: section,
                        most: Self.mostOnAPage,
                        after: (asked - 1) * Self.mostOnAPage
                    ),
                    try reader.countOfPublishedNews(in: section)
                )
            }
            let page = NewsListPage(
                news: news,
                section: section,
                page: asked,
                count: Self.pages(count)
            )
            return Answer.page(page, for: visit)
        }
        router.get("berita/atom.xml") { _, context in
            let visit = try await self.visit(context)
            let news = try await store.read { reader in
                try reader.publishedNews(most: Self.mostOnAPage)
            }
            let feed = NewsFeed(news: news, installation: visit.installation)
            return Answer.bytes(feed.bytes, type: "application/atom+xml; charset=utf-8")
        }
        router.get("berita/:judul") { _, context in
            let visit = try await self.visit(context)
            guard let address = context.parameters.get("judul").flatMap({ Code($0) }),
                let news = try await store.glance({ try $0.news(at: address) }),
                let text = news.live
            else { throw NewsroomRefusal.noSuchNews }
            return Answer.page(NewsPage(news: news, text: text), for: visit)
        }
    }

    /// The page of a list that an address asks for; the first where it asks for none.
    static func page(_ request: Request) -> Int {
        let asked = request.uri.queryParameters["halaman"].flatMap { Int($0) } ?? 1
        return (1...100_000).contains(asked) ? asked : 1
    }

    static func pages(_ count: Int) -> Int { max(1, (count + mostOnAPage - 1) / mostOnAPage) }
}
