package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// Agreements with other regions and others, from the first mapping to the last report.
package struct CooperationFeature: FeatureInSurroundings {
    package let store: RecordStore
    package let surroundings: Surroundings
    let files: FileVault
    let rules: CooperationRules
    let now: @Sendable () -> Instant

    /// Why the regency's own rules cannot be used, in a sentence; nothing is begun until they can.
    package var trouble: String?

    /// What twelve words of a partner's root come to.
    package var roots: any RootWords = TwelveWords()

    /// What was transferred under an agreement, told by whoever transfers packages.
    package var transfers: @Sendable (OpaqueID, Reader) throws -> [MadeTransfer] = { _, _ in [] }

    package init(
        store: RecordStore,
        surroundings: Surroundings,
        files: FileVault,
        rules: CooperationRules,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.surroundings = surroundings
        self.files = files
        self.rules = rules
        self.now = now
    }

    package static let views: [ViewOfRecord] = [CooperationView.view]

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addAgreements(to: router)
        addDeeds(to: router)
        addDocuments(to: router)
        addReports(to: router)
        addVisits(to: router)
        addPartners(to: router)
    }

    /// How much of cooperation waits at a moment, for pages of other features.
    package func count(on day: Day, _ reader: Reader) throws -> CooperationCount {
        try reader.cooperationCount(on: day) { try rules(of: $0, reader) }
    }

    func today(_ regency: RegencyNow) -> Day { regency.installation.zone.day(now()) }

    /// The rules that an agreement has kept; those in use where it is the same text.
    func rules(of digest: Public, _ reader: Reader) throws -> CooperationRules {
        try reader.rules(digest, or: rules)
    }

    /// Runs a page for whoever may read of cooperation, and for nobody else.
    ///
    /// Asked before a form is even read, so that every address refuses alike.
    func cooperating(
        _ request: Request,
        _ context: some SiteContext,
        records: Bool = false,
        _ body: (SignedIn, RegencyNow, Visit) async throws -> Response
    ) async throws -> Response {
        let regency = try await regency()
        guard let official = try await surroundings.official(request) else {
            let here = request.method == .get ? request.uri.string : "/kerja/kerja-sama"
            return Answer.redirect(
                to: Address("/petugas/masuk").with("lalu", here),
                for: try visit(context, regency)
            )
        }
        let standing = official.standing
        guard !official.isByPIN else { throw CooperationRefusal.byPIN }
        guard standing.cooperates || standing.isLeader else { throw CooperationRefusal.notYourDuty }
        if records, !standing.cooperates { throw CooperationRefusal.onlyToRead }
        return try await body(official, regency, try visit(context, regency, of: official))
    }
}

/// A package that went from one regency to the other under an agreement.
package struct MadeTransfer: Hashable, Sendable {
    package let direction: TransferDirection
    package let blueprint: Code
    package let version: String
    package let digest: String
    package let on: Day

    /// Who did it; never shown to the public.
    package let official: OpaqueID?

    package init(
        _ direction: TransferDirection,
        _ blueprint: Code,
        version: String,
        digest: String,
        on day: Day,
        official: OpaqueID?
    ) {
        self.direction = direction
        self.blueprint = blueprint
        self.version = version
        self.digest = digest
        on = day
        self.official = official
    }
}
