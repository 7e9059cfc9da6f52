package import Stories

/// The story of one working visit: who came, what was seen and learned, what became of it.
package enum VisitStory: Story {
    package static let kind: StreamKind = "partner-visit"
    package static let beginning = PartnerVisit()

    package static func evolve(_ state: inout PartnerVisit, _ fact: VisitFact) {
        switch fact {
        case .held(let visit): state.held = visit
        case .became(let words): state.outcomes.append(words)
        case .owed(let duty):
            if let place = state.followUps.firstIndex(where: { $0.id == duty.item }) {
                state.followUps[place].promise = duty
            } else {
                state.followUps.append(.init(id: duty.item, promise: duty, result: nil))
            }
        case .fulfilled(let done):
            guard let place = state.followUps.firstIndex(where: { $0.id == done.item }) else {
                return
            }
            state.followUps[place].result = done
        }
    }

    package static func decide(
        _ state: PartnerVisit,
        _ command: VisitCommand,
        _ known: KnownOfVisit
    ) throws(CooperationRefusal) -> Decision<VisitFact> {
        switch command {
        case .hold(let typed, let texts):
            guard typed.from <= typed.until else { throw .termBackwards }
            guard typed.until <= known.today else { throw .dayInFuture }
            if state.held != nil, texts["alasan"].isEmpty { throw .reasonMissing }
            let (payload, sealed) = try known.sealing.seal(
                texts,
                needing: "siapa",
                "tujuan",
                "dilihat"
            )
            let visit = HeldVisit(
                from: typed.from,
                until: typed.until,
                isIncoming: typed.isIncoming,
                partner: typed.partner,
                agreement: typed.agreement,
                service: typed.service,
                words: sealed
            )
            return Decision([.held(visit)], sealed: [payload])
        case .becomes(let texts):
            guard state.held != nil else { throw .noSuchVisit }
            let (payload, sealed) = try known.sealing.seal(texts, needing: "jadi")
            return Decision([.became(sealed)], sealed: [payload])
        case .owe(let item, let due, let unit, let texts):
            guard state.held != nil else { throw .noSuchVisit }
            if state.followUps.contains(where: { $0.id == item }), texts["alasan"].isEmpty {
                throw .reasonMissing
            }
            let (payload, sealed) = try known.sealing.seal(texts, needing: "apa")
            let duty = OwedDuty(item: item, due: due, unit: unit, words: sealed)
            return Decision([.owed(duty)], sealed: [payload])
        case .fulfil(let item, let day, let texts, let paper):
            guard let duty = state.followUps.first(where: { $0.id == item }) else {
                throw .noSuchItem
            }
            guard day <= known.today else { throw .dayInFuture }
            if duty.result != nil, texts["alasan"].isEmpty { throw .reasonMissing }
            let (payload, sealed) = try known.sealing.seal(texts, needing: "bukti")
            let done = Fulfilment(item: item, on: day, words: sealed, paper: paper)
            return Decision([.fulfilled(done)], sealed: [payload])
        }
    }
}

/// Where a visit stands.
package struct PartnerVisit: Hashable, Sendable {
    package var held: HeldVisit?

    /// What became of it, the oldest first.
    package var outcomes: [Sealed] = []
    package var followUps: [Agreement.Item<OwedDuty, Fulfilment>] = []
}

/// What can be asked of a visit.
package enum VisitCommand: Hashable, Sendable {
    case hold(TypedVisit, Texts)
    case becomes(Texts)
    case owe(OpaqueID, due: Day, unit: Code?, Texts)
    case fulfil(OpaqueID, on: Day, Texts, Paper?)
}

/// When, which way, and with what a visit was about.
package struct TypedVisit: Hashable, Sendable {
    package var from: Day
    package var until: Day
    package var isIncoming: Bool
    package var partner: Code?
    package var agreement: OpaqueID?
    package var service: Code?

    package init(
        from: Day,
        until: Day,
        isIncoming: Bool,
        partner: Code? = nil,
        agreement: OpaqueID? = nil,
        service: Code? = nil
    ) {
        (self.from, self.until, self.isIncoming) = (from, until, isIncoming)
        (self.partner, self.agreement, self.service) = (partner, agreement, service)
    }
}

/// What a decision about a visit has to know besides.
package struct KnownOfVisit: Sendable {
    package let today: Day
    package let sealing: TextsSealing

    package init(today: Day, sealing: TextsSealing) {
        (self.today, self.sealing) = (today, sealing)
    }
}
