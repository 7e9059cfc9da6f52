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
    let pictures: NewsPictures

    package init(
        store: RecordStore,
        surroundings: Surroundings,
        pictures: Pictures,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.surroundings = surroundings
        self.now = now
        self.pictures = NewsPictures(store: store, drawing: pictures, now: now)
    }

    package static let views: [ViewOfRecord] = [NewsView.view, NewsSearch.view]

    /// Tables that are no history.
    package static let tables = NewsPictures.tables

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addReading(to: router)
        addPictures(to: router)
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
    /// The titles of what was published last; with a query, of what holds its words.
    package func headlines(_ query: String?, most: Int) throws -> [Link] {
        guard let query else { return try publishedNews(most: most).compactMap(\.link) }
        return try foundNews(query, most: most).compactMap(\.link)
    }
}
