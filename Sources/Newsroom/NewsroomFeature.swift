package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// News and announcements: written by one official, approved by another, corrected openly.
package struct NewsroomFeature: Sendable {
    let store: RecordStore
    let surroundings: Surroundings
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        surroundings: Surroundings,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.surroundings = surroundings
        self.now = now
    }

    package static let views: [ViewOfRecord] = [NewsView.view]

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addReading(to: router)
        addEditing(to: router)
    }

    var desk: NewsDesk { NewsDesk(store: store, now: now) }

    /// The visit that the reception greeted, under what is in force now.
    func visit(_ context: some SiteContext) async throws -> Visit {
        guard var visit = context.visit else { throw WebRefusal.unreadable }
        let surroundings = surroundings
        let regency = try await store.glance { reader in try surroundings.regency(reader) }
        visit.installation = regency.installation
        return visit
    }
}

extension Reader {
    /// How many of the newest a search looks through.
    private static let mostSearched = 300

    /// The titles of what was published last; with a query, of what holds one of its words.
    package func headlines(_ query: String?, most: Int) throws -> [Link] {
        guard let query else { return try publishedNews(most: most).compactMap(\.link) }
        let words = query.lowercased().split { !$0.isLetter && !$0.isNumber }
            .filter { $0.count >= 3 }
        guard !words.isEmpty else { return [] }
        let found = try publishedNews(most: Self.mostSearched).filter { news in
            guard let text = news.live else { return false }
            let titles = (text.title + " " + text.titleInEnglish).lowercased()
            return words.contains { titles.contains($0) }
        }
        return found.prefix(most).compactMap(\.link)
    }
}

extension ShownNews {
    /// Its title, leading to its page.
    var link: Link? {
        guard let address, let live else { return nil }
        return Link(live.heading, "/berita/\(address)")
    }
}

extension NewsText {
    /// The title in the languages that it has.
    var heading: Words { Words(title, titleInEnglish.isEmpty ? nil : titleInEnglish) }
}
