package import Hummingbird
package import Ledger
package import Notices
package import Site
package import Stories

/// What shows to outsiders that the record was not changed: heads of the log, their key, proofs.
package struct EvidenceFeature: FeatureInSurroundings {
    package let store: RecordStore
    package let surroundings: Surroundings
    let keys: Keys
    let now: @Sendable () -> Instant

    /// Servers that keep our heads, and logs whose heads we keep.
    package var partners: [WitnessPartner] = []
    package var entrusted: [EntrustedLog] = []

    package init(
        store: RecordStore,
        surroundings: Surroundings,
        keys: Keys,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.surroundings = surroundings
        self.keys = keys
        self.now = now
    }

    /// The tables of the class *operations* of this feature.
    package static let tables = OutsideCopy.tables + HeadOfOthers.tables + PartnerHead.tables

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addShowing(to: router)
        addConfirming(to: router)
        addKeeping(to: router)
    }
}
