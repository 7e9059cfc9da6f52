package import Exchange
package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// Words and fields of a page; those of a service file are named in full.
typealias Words = Site.Words
typealias Field = Site.Field
typealias Notice = Site.Notice

/// Where officials change services without writing files: questions, steps, letters, texts.
///
/// What they change is a draft (`Office/Drafting`). A colleague publishes it.
package struct WorkshopFeature: FeatureInSurroundings {
    package let store: RecordStore
    package let surroundings: Surroundings
    let ground: WorkshopGround
    let keys: Keys
    let now: @Sendable () -> Instant

    /// What of partners' sites may be fetched from.
    package var fetching = FetchRules.outsideOnly
    let fetches = RunningFetches()
    /// Draws scans of paper forms anew.
    let pictures = Pictures()

    package init(
        store: RecordStore,
        surroundings: Surroundings,
        ground: WorkshopGround,
        keys: Keys,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.surroundings = surroundings
        self.ground = ground
        self.keys = keys
        self.now = now
    }

    /// The tables of the class *operations* of this feature.
    package static let tables =
        ArrivedPackages.tables + KnownPartner.tables + PaperForms.tables

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addDrafts(to: router)
        addNew(to: router)
        addThings(to: router)
        addPreview(to: router)
        addTranslations(to: router)
        addTrials(to: router)
        addCauses(to: router)
        addPrints(to: router)
        addPapers(to: router)
        addReview(to: router)
        addArriving(to: router)
        addPartners(to: router)
        addHoles(to: router)
        addUpgrades(to: router)
        addProposing(to: router)
        addProposals(to: router)
    }
}
