package import Hummingbird
package import Ledger
import Office
package import Site
package import Stories

/// What the ICT office looks after: services, the calendar, what happened, health.
package struct KeepingFeature: FeatureInSurroundings {
    package let store: RecordStore
    package let surroundings: Surroundings
    let workshop: Workshop
    let calendarEffects: CalendarEffects
    let machine: @Sendable () -> Machine
    let troubles: Troubles
    let duties: DutiesOfData.Count
    let guarded: Guarded?
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        surroundings: Surroundings,
        workshop: Workshop = .none,
        calendarEffects: CalendarEffects = .none,
        machine: @escaping @Sendable () -> Machine = { Machine() },
        troubles: @escaping Troubles = { [] },
        duties: @escaping DutiesOfData.Count = { _, _ in DutiesOfData() },
        guarded: Guarded? = nil,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.surroundings = surroundings
        self.workshop = workshop
        self.calendarEffects = calendarEffects
        self.machine = machine
        self.troubles = troubles
        self.duties = duties
        self.guarded = guarded
        self.now = now
    }

    /// A sentence for each way of telling people that takes nothing at the moment.
    package typealias Troubles = @Sendable () async throws -> [Words]

    /// Whether somebody outside could testify to the past, and a sentence that says so.
    package typealias Guarded = @Sendable () async throws -> (isWell: Bool, sentence: Words)

    /// The views of this feature.
    package static let views: [ViewOfRecord] = [ActivityView.view, DrillsView.view]

    /// The tables of the class *operations* of this feature.
    package static let tables = ConfirmedPlaces.tables

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addHealth(to: router)
        addBackups(to: router)
        addActivity(to: router)
        addCatalogue(to: router)
        addCalendar(to: router)
    }
}

/// What only the composition root can see of the machine.
package struct Machine: Sendable {
    /// Bytes of the disk that the data lie on.
    package var free: Int64?
    package var total: Int64?

    /// When the data were last copied, as far as the mark of whoever copies tells.
    package var copied: Instant?

    /// By how many seconds its clock is ahead of the database's server, below 0 where it is
    /// behind; nil where they agree, or are one.
    package var clock: (secondsAhead: Int64, isTooFar: Bool)?

    /// Whether a newer program has changed the record, so that the one here writes nothing.
    package var isOutdated = false

    /// The places that the settings name for backups.
    package var places: [Place] = []

    /// Whether the record lies on a server that is backed up by its own tools: the places get the
    /// keyring alone.
    package var isOnServer = false

    /// A sample regency or a practice copy: it has nothing to lose.
    package var isTrial = false

    /// After how many days a restore has to be tried again.
    package var drillDays = DrillAge.usualDays

    /// What is known of the backups of one place.
    package struct Place: Sendable {
        package var name: String
        package var made: Instant?
        package var bytes: Int64?
        package var seconds: Int?
        package var failure: String?
        package var isLate: Bool
        package var isLost: Bool

        /// When all of the newest backup was last read, and well.
        package var read: Instant?

        /// Why it could not be read the last time; nil where it could.
        package var unread: String?
        package var isUnreadLong = false

        package init(
            name: String,
            made: Instant?,
            bytes: Int64?,
            seconds: Int?,
            failure: String?,
            isLate: Bool,
            isLost: Bool
        ) {
            self.name = name
            self.made = made
            self.bytes = bytes
            self.seconds = seconds
            self.failure = failure
            self.isLate = isLate
            self.isLost = isLost
        }
    }

    /// When the views were last compared with the log, and what was found wrong.
    package var compared: (at: Instant, troubles: [Words])?

    package init(
        free: Int64? = nil,
        total: Int64? = nil,
        copied: Instant? = nil,
        compared: (at: Instant, troubles: [Words])? = nil
    ) {
        self.free = free
        self.total = total
        self.copied = copied
        self.compared = compared
    }
}
