package import Stories

/// The story of a person's request about their own data: opened, decided, carried out.
///
/// What is destroyed is destroyed by two: one official decides, another approves.
package enum PersonRequestStory: Story {
    package static let kind: StreamKind = "privacy"
    package static let beginning = PersonRequest()

    package static func evolve(_ state: inout PersonRequest, _ fact: PersonRequestFact) {
        switch fact {
        case .opened(let opening):
            state.opening = opening
            state.phase = .open
        case .gathered(let cases): state.cases = cases
        case .decided(let verdict):
            state.verdict = verdict
            state.returned = nil
            guard verdict.ground == nil else { return state.phase = .refused }
            state.phase = state.opening?.asks == .erasure ? .awaitsSecond : .granted
        case .returned(let why):
            state.returned = why
            state.verdict = nil
            state.phase = .open
        case .approved(let by):
            state.approver = by
            state.phase = .erasing
        case .handed(let handing): state.handing = handing
        case .done(let how):
            state.outcome = how
            state.phase = .done
        }
    }

    package static func decide(
        _ state: PersonRequest,
        _ command: PersonRequestCommand,
        _ known: KnownOfPeoplesData
    ) throws(PrivacyRefusal) -> Decision<PersonRequestFact> {
        switch command {
        case .open(let asked): return try open(state, asked, known)
        case .openOwn(let asks, let who, let item, let before):
            guard before.open < AskedBefore.mostOpen, before.recent < AskedBefore.mostRecent else {
                throw .askedOften
            }
            let asked = AskedByPerson(
                asks: asks,
                received: known.now,
                check: .receiptLink,
                identity: who
            )
            let opened = try open(state, asked, known)
            return Decision(opened.facts + [.gathered([item])], sealed: opened.sealed)
        case .gather(let cases):
            try state.stands(.open)
            return Decision([.gathered(cases)])
        case .decide(let ground, let words):
            try state.stands(.open)
            if ground == nil { try mayGrant(state, known) }
            let (payload, sealed) = try known.words.seal(words)
            let verdict = Verdict(by: known.by, ground: ground, words: sealed)
            return Decision([.decided(verdict)], sealed: [payload])
        case .sendBack(let words):
            try state.stands(.awaitsSecond)
            let (payload, sealed) = try known.words.seal(words)
            return Decision([.returned(sealed)], sealed: [payload])
        case .approve:
            try state.stands(.awaitsSecond)
            guard state.verdict?.by != known.by else { throw .ownProposal }
            guard known.held.isDisjoint(with: state.cases) else { throw .held }
            return Decision([.approved(by: known.by)])
        case .hand(let form):
            try state.stands(.granted)
            guard state.opening?.asks == .access else { throw .notAskedFor }
            let until = known.now.adding(seconds: PersonClock.handing)
            return Decision([.handed(Handing(form, to: known.by, until: until))])
        case .finish(let words):
            guard state.phase == .granted || state.phase == .erasing else { throw .movedOn }
            let (payload, sealed) = try known.words.seal(words)
            return Decision([.done(sealed)], sealed: [payload])
        }
    }

    private static func open(
        _ state: PersonRequest,
        _ asked: AskedByPerson,
        _ known: KnownOfPeoplesData
    ) throws(PrivacyRefusal) -> Decision<PersonRequestFact> {
        guard state.phase == .unborn else { throw .movedOn }
        guard asked.received <= known.now,
            asked.received >= known.now.adding(seconds: -PersonClock.longestDelay)
        else { throw .receivedAtAnotherTime }
        let (payload, sealed) = try known.words.seal(asked.identity.text)
        let opening = Opening(
            asks: asked.asks,
            received: asked.received,
            due: PersonClock.due(received: asked.received),
            check: asked.check,
            identity: sealed
        )
        return Decision([.opened(opening)], sealed: [payload])
    }

    private static func mayGrant(
        _ state: PersonRequest,
        _ known: KnownOfPeoplesData
    ) throws(PrivacyRefusal) {
        guard !state.cases.isEmpty else { throw .nothingTicked }
        if state.opening?.asks == .withdrawal {
            guard known.withoutConsent.isDisjoint(with: state.cases) else { throw .notByConsent }
        }
        if let asks = state.opening?.asks, asks.restricts != nil {
            guard known.withoutRestriction.isDisjoint(with: state.cases) else {
                throw .notRestrictable
            }
        }
        guard state.opening?.asks == .erasure else { return }
        guard !known.keptByLaw.isSuperset(of: state.cases) else { throw .keptByLaw }
        guard known.held.isDisjoint(with: state.cases) else { throw .held }
    }
}

/// The time that the law leaves: hours of the calendar, whatever day it is (UU 27/2022).
package enum PersonClock {
    /// 3 × 24 hours.
    package static let limit: Int64 = 72 * 3600

    /// How long a download that was recorded stays open for the official who asked for it.
    package static let handing: Int64 = 10 * 60

    /// So long before its recording a request may have come.
    package static let longestDelay: Int64 = 30 * 86_400

    package static func due(received: Instant) -> Instant { received.adding(seconds: limit) }
}

/// Where a request stands.
package struct PersonRequest: Hashable, Sendable {
    package var phase = Phase.unborn
    package var opening: Opening?

    /// The cases that are this person's, as an official has ticked them.
    package var cases: [OpaqueID] = []
    package var verdict: Verdict?

    /// Why the second official sent it back.
    package var returned: Sealed?
    package var approver: Actor?
    package var handing: Handing?
    package var outcome: Sealed?

    package enum Phase: String, FactWord {
        case unborn = "belum-ada"
        case open = "dibuka"
        case refused = "ditolak"
        case awaitsSecond = "menunggu-persetujuan"
        case granted = "dikabulkan"
        case erasing = "menghapus"
        case done = "selesai"

        /// Whether somebody still owes the person something.
        package var isOpen: Bool {
            switch self {
            case .open, .awaitsSecond, .granted, .erasing: true
            case .unborn, .refused, .done: false
            }
        }
    }

    fileprivate func stands(_ expected: Phase) throws(PrivacyRefusal) {
        guard phase == expected else { throw phase == .unborn ? .noSuchRequest : .movedOn }
    }
}

/// What can be asked of a request.
package enum PersonRequestCommand: Hashable, Sendable {
    case open(AskedByPerson)

    /// The applicant of a case asks about it, after so many requests before.
    case openOwn(Asks, Identity, OpaqueID, before: AskedBefore)
    case gather([OpaqueID])

    /// Without a ground it is granted; the words go to the person.
    case decide(refusing: Ground?, words: String)
    case sendBack(words: String)
    case approve
    case hand(Handing.Form)
    case finish(words: String)
}

/// What the applicant of a case asked before, so that nobody can drown the office.
package struct AskedBefore: Hashable, Sendable {
    package static let mostOpen = 3
    package static let mostRecent = 6

    package let open: Int
    package let recent: Int

    package init(open: Int, recent: Int) { (self.open, self.recent) = (open, recent) }
}

/// A person's request as an official typed it.
package struct AskedByPerson: Hashable, Sendable {
    package let asks: Asks
    package let received: Instant
    package let check: IdentityCheck
    package let identity: Identity

    package init(asks: Asks, received: Instant, check: IdentityCheck, identity: Identity) {
        self.asks = asks
        self.received = received
        self.check = check
        self.identity = identity
    }
}
