package import Feel

/// The five stages that the public sees, the same for every service.
package enum PublicStage: String, Hashable, Sendable, CaseIterable {
    case received = "diterima"
    case checked = "diperiksa"
    case processed = "diproses"
    case decided = "diputuskan"
    case finished = "selesai"

    /// 1 to 5.
    package var number: Int {
        switch self {
        case .received: 1
        case .checked: 2
        case .processed: 3
        case .decided: 4
        case .finished: 5
        }
    }
}

/// A place where a case rests until an official acts.
package struct Step: Hashable, Sendable {
    package let id: ID

    /// What the official reads; the id in words where the file says nothing.
    package let title: Words
    package let stage: PublicStage

    /// The duty whose holders may act: `petugas-pelayanan`.
    ///
    /// The regency binds posts to it.
    package let by: ID

    /// The unit, where it is not the owner of the service.
    package let unit: ID?

    /// The village question whose answer says which of many units, where it is another village
    /// than the service's own.
    package let at: ID?
    package let within: TimeSpan
    package let remind: TimeSpan?

    /// The duty that is told when the promise is broken.
    package let late: ID?
    package let legal: LegalLimit?

    /// Units whose opinion may be asked while the step stays.
    package let consult: [ID]
    package let actions: [Action]

    package init(
        id: ID,
        title: Words,
        stage: PublicStage,
        by: ID,
        unit: ID? = nil,
        at: ID? = nil,
        within: TimeSpan,
        remind: TimeSpan? = nil,
        late: ID? = nil,
        legal: LegalLimit? = nil,
        consult: [ID] = [],
        actions: [Action]
    ) {
        self.id = id
        self.title = title
        self.stage = stage
        self.by = by
        self.unit = unit
        self.at = at
        self.within = within
        self.remind = remind
        self.late = late
        self.legal = legal
        self.consult = consult
        self.actions = actions
    }
}

/// A limit that law sets beside the promise.
///
/// Nothing is ever issued by itself when it passes.
package struct LegalLimit: Hashable, Sendable {
    package let limit: TimeSpan
    package let then: Effect
    package let basis: String?

    package enum Effect: String, Hashable, Sendable, CaseIterable {
        case warn
    }

    package init(limit: TimeSpan, then: Effect, basis: String?) {
        self.limit = limit
        self.then = then
        self.basis = basis
    }
}

/// Something that an official may do in a step.
package struct Action: Hashable, Sendable {
    package let id: ID
    package let label: Words

    /// Where the case goes; nil where it stays or waits for the citizen.
    package let to: Target?

    /// The citizen is asked for more, and the promise pauses.
    package let asksCitizen: AskCitizen?
    package let needs: Set<Need>

    /// How often it may be done in one case; nil for no limit.
    package let times: Int?

    /// The letter that comes out: first numbered, then signed, and only then `to`.
    package let letter: ID?
    package let record: RecordWrite?
    package let notify: NoticeChoice

    /// Offered only when this holds over the answers.
    package let when: Formula?

    package init(
        id: ID,
        label: Words,
        to: Target?,
        asksCitizen: AskCitizen? = nil,
        needs: Set<Need> = [],
        times: Int? = nil,
        letter: ID? = nil,
        record: RecordWrite? = nil,
        notify: NoticeChoice,
        when: Formula? = nil
    ) {
        self.id = id
        self.label = label
        self.to = to
        self.asksCitizen = asksCitizen
        self.needs = needs
        self.times = times
        self.letter = letter
        self.record = record
        self.notify = notify
        self.when = when
    }
}

/// Where an action leads.
package enum Target: Hashable, Sendable {
    case step(ID)
    case outcome(ID)
}

/// How long the citizen has to complete the application, and what happens afterwards.
package struct AskCitizen: Hashable, Sendable {
    package let waiting: TimeSpan
    package let then: ID

    package init(waiting: TimeSpan, then: ID) {
        self.waiting = waiting
        self.then = then
    }
}

/// What an action waits for: what its official adds to it, or that the fee is recorded as paid.
package enum Need: String, Hashable, Sendable, CaseIterable {
    case publicNote = "public note"
    case internalNote = "internal note"
    case reason
    case file

    /// Nothing where the applicant owes nothing.
    case feePaid = "fee paid"
}

/// Whom a step tells: a notice by its id, or explicitly nobody.
package enum NoticeChoice: Hashable, Sendable {
    case none
    case notice(ID)
}

/// What an action writes into a register.
package struct RecordWrite: Hashable, Sendable {
    package let register: ID

    /// Field of the register: the expression over the answers that fills it.
    package let fields: [ID: Formula]

    /// The field whose value says which record is corrected; nil where a new one is entered.
    package let corrects: ID?

    /// The fields that together may stand only once in the register.
    package let unique: [ID]

    /// The fields by which its records are found.
    package let found: [ID]

    package init(
        register: ID,
        fields: [ID: Formula],
        corrects: ID? = nil,
        keys: RegisterKeys = RegisterKeys()
    ) {
        self.register = register
        self.fields = fields
        self.corrects = corrects
        (unique, found) = (keys.unique, keys.found)
    }
}

/// How a case ends.
package struct CaseEnding: Hashable, Sendable {
    package let id: ID
    package let shows: EndState
    package let survey: String?
    package let notify: NoticeChoice

    /// How long the citizen may object.
    package let appeal: TimeSpan?

    package enum EndState: String, Hashable, Sendable, CaseIterable {
        case finished = "selesai"
        case refused = "ditolak"
        case cancelled = "dibatalkan"
    }

    package init(
        id: ID,
        shows: EndState,
        survey: String? = nil,
        notify: NoticeChoice = .none,
        appeal: TimeSpan? = nil
    ) {
        self.id = id
        self.shows = shows
        self.survey = survey
        self.notify = notify
        self.appeal = appeal
    }
}
