import Coffee
import Foundation
import Ledger
import Newsroom
import Office
import People
import Server
import Services
import Site

/// The features that are put together from the record and what the services tell of it.
extension OpenRecord {
    func newsroom(beside feature: ServicesFeature) -> NewsroomFeature {
        NewsroomFeature(
            store: store,
            surroundings: feature.surroundings,
            pictures: feature.uploads.pictures,
            now: feature.now
        )
    }

    func people(
        beside feature: ServicesFeature,
        _ cookies: SiteCookies
    ) -> PeopleFeature {
        PeopleFeature(
            store: store,
            keys: keys,
            cookies: cookies,
            surroundings: feature.surroundings,
            work: feature.workAtHand,
            now: feature.now
        )
    }

    /// What the services are put together from, under the record's own time.
    func parts(
        base: String,
        _ folder: RegencyFolder,
        _ cookies: SiteCookies
    ) -> ServicesFeature.Parts {
        let (clock, store) = (clock, store)
        var parts = ServicesFeature.Parts(
            store: store,
            files: files,
            keys: keys,
            cookies: cookies,
            base: base,
            folder: folder.data.path,
            now: { clock.now() }
        )
        parts.headlines = { query, most in
            try await store.read { try $0.headlines(query, most: most) }
        }
        parts.recordsInUse = { try $1.recordsInLots(among: $0) }
        return parts
    }
}
