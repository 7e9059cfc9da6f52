import Blueprints
package import Cases
import Crypto
package import Hummingbird
package import Ledger
package import Notices
package import Office
import Registers
package import Site
package import Stories

/// The public services: from the front page to the letter in the hand.
///
/// What it needs is handed in by the composition root; its routes are in the files beside it.
package struct ServicesFeature: Sendable {
    package let store: RecordStore
    package let keeper: InForceKeeper
    package let cases: CaseDesk
    package let drafts: DraftDesk
    package let files: FileVault
    package let logIn: LogInDesk
    package let officials: OfficialsDesk
    package let throttles: Throttles
    package let keys: Keys
    package let cookies: SiteCookies
    package let now: @Sendable () -> Instant
    package let uploads: Uploads
    let versions = ComparedVersions()
    let afterEnd: AfterEnd
    let headlines: Headlines
    let notices: NoticesDesk
    let noticeSettings: NoticeSettings
    let keptPromises: @Sendable () async throws -> Int?
    let recordsInUse: RecordsInUse
    private let isPractice: Bool

    package init(_ parts: Parts) {
        store = parts.store
        files = parts.files
        keys = parts.keys
        cookies = parts.cookies
        now = parts.now
        let sealer = Sealer.sha256
        keeper = InForceKeeper(
            base: parts.base,
            named: parts.named,
            isPractice: parts.isPractice
        )
        isPractice = parts.isPractice
        cases = CaseDesk(store: store, keeper: keeper, sealer: sealer)
        drafts = DraftDesk(store: store, files: files, keys: keys)
        logIn = LogInDesk(store: store, keys: keys)
        officials = OfficialsDesk(store: store, keys: keys, sealer: sealer)
        throttles = Throttles(store)
        uploads = Uploads(folder: files.place == .database ? nil : parts.folder)
        afterEnd = parts.afterEnd
        headlines = parts.headlines
        notices = NoticesDesk(store: store)
        noticeSettings = parts.notices
        keptPromises = parts.keptPromises
        recordsInUse = parts.recordsInUse
    }

    /// What another feature offers the applicant on the request's page, if anything: a survey.
    package typealias AfterEnd = @Sendable (CaseID, CaseState) async throws -> Notice?

    /// The newest news of another feature, or what a search for words finds of them; at most so many.
    package typealias Headlines = @Sendable (_ query: String?, _ most: Int) async throws -> [Link]

    /// Which of these records of registers another feature builds on: they stay where a file is
    /// taken back.
    package typealias RecordsInUse = @Sendable ([OpaqueID], Reader) throws -> Set<OpaqueID>

    /// What the composition root hands in.
    package struct Parts: Sendable {
        package var store: RecordStore
        package var files: FileVault
        package var keys: Keys
        package var cookies: SiteCookies

        /// Where the site listens.
        package var base: String

        /// The public address that goes before what the regency says, if any.
        package var named: String?
        package var now: @Sendable () -> Instant

        /// Where uploads may be looked at; its disk must keep a tenth free.
        package var folder: String

        /// Whether this is a copy to practise with.
        package var isPractice = false

        package var afterEnd: AfterEnd = { _, _ in nil }
        package var headlines: Headlines = { _, _ in [] }
        package var notices = NoticeSettings.deskOnly

        /// What share of this month's cases ended on time, in per cent; nil for too few of them.
        package var keptPromises: @Sendable () async throws -> Int? = { nil }
        package var recordsInUse: RecordsInUse = { _, _ in [] }

        package init(
            store: RecordStore,
            files: FileVault,
            keys: Keys,
            cookies: SiteCookies,
            base: String,
            folder: String,
            now: @escaping @Sendable () -> Instant
        ) {
            self.store = store
            self.files = files
            self.keys = keys
            self.cookies = cookies
            self.base = base
            self.folder = folder
            self.now = now
        }
    }

    /// The views of this feature.
    package static let views: [ViewOfRecord] = [
        CalendarView.view, CasesView.view, CasesView.search, RegisterView.view,
        BatchesView.view, MovePlansView.view,
        PaperFormsView.view, NoticesDesk.forgetting,
    ]

    /// The tables of the class *operations* of this feature.
    package static let tables: [String] =
        KeptViews.tables + BulkResults.tables + SecondFactorDesk.tables + NoticesDesk.tables
        + Recounts.tables + RemindersDesk.tables + QueueDesk.tables + SentMarks.tables
        + MoveRuns.tables

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addHome(to: router)
        addInformation(to: router)
        addOffices(to: router)
        addStandards(to: router)
        addForms(to: router)
        addTracking(to: router)
        addRequest(to: router)
        addLetters(to: router)
        addSignIn(to: router)
        addInbox(to: router)
        addSigning(to: router)
        addCase(to: router)
        addActions(to: router)
        addNotices(to: router)
        addReminders(to: router)
        addRegisters(to: router)
        if isPractice { addTaskCards(to: router) }
        addCounter(to: router)
        addHelping(to: router)
        addOfflineForms(to: router)
        addSharedPhone(to: router)
        addSharedDesk(to: router)
        addPaperForms(to: router)
        addQueue(to: router)
        addLetterRegisters(to: router)
        addRecovering(to: router)
        addMoving(to: router)
    }

    /// Carries what is to be told to citizens.
    package var noticePost: NoticePost {
        NoticePost(notices, noticeSettings, now: now) { reader, about, notice, seq in
            try self.compose(reader, about: about, notice, seq: seq)
        }
    }

    /// The regency as pages show it: as it was in force when a request last asked the record.
    package var installation: Installation? { keeper.latest?.installation }

    /// What is in force now.
    func force() async throws -> InForce {
        let keeper = keeper
        return try await store.glance { reader in try keeper.current(reader) }
    }

    /// The visit that the reception greeted.
    ///
    /// What is in force may be newer than the greeting: the handler has asked the record since.
    func visit(_ context: some SiteContext) throws -> Visit {
        guard var visit = context.visit else { throw WebRefusal.unreadable }
        if let installation { visit.installation = installation }
        return visit
    }

    func answer(_ page: some Page, _ context: some SiteContext) throws -> Response {
        Answer.page(page, for: try visit(context))
    }

    func go(to address: Address, _ context: some SiteContext) throws -> Response {
        Answer.redirect(to: address, for: try visit(context))
    }
}
