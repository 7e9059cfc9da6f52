package import Stories

/// The story of an official: who it is, and which posts are held when.
///
/// The name, the log-in name and the NIP are sealed in a dossier of the official's own.
package enum OfficialStory: Story {
    package static let kind: StreamKind = "official"
    package static let beginning = Official()

    package static func evolve(_ state: inout Official, _ fact: OfficialFact) {
        switch fact {
        case .added(let added):
            state.isKnown = true
            state.dossier = added.dossier
            state.name = added.name
            state.logIn = added.logIn
            state.nip = added.nip
        case .placed(let holding):
            state.holdings.removeAll { $0.post == holding.post && $0.capacity == holding.capacity }
            state.holdings.append(holding)
        case .relieved(let post, let last):
            state.holdings = state.holdings.map { $0.post == post ? $0.ending(on: last) : $0 }
        case .left:
            state.hasLeft = true
        case .downloaded, .handedOver:
            break
        case .returned:
            state.hasLeft = false
        case .corrected(let corrected):
            state.name = corrected.name ?? state.name
            state.nip = corrected.nip ?? state.nip
        case .unplaced(let post, let capacity):
            state.holdings.removeAll { $0.post == post && $0.capacity == capacity }
        case .invited:
            state.isActivated = false
        case .activated:
            state.isActivated = true
        case .secondFactorSet:
            state.hasSecondFactor = true
        case .secondFactorCleared:
            state.hasSecondFactor = false
        }
    }

    package static func decide(
        _ state: Official,
        _ command: OfficialCommand,
        _ known: KnownOfOfficial
    ) throws(OfficeRefusal) -> Decision<OfficialFact> {
        switch command {
        case .add(let name, let logIn, let nip):
            guard !state.isKnown else { throw .alreadyKnown }
            return add(name, logIn, nip, known)
        case .place(let holding): return try place(state, holding, known)
        case .relieve(let post, let last):
            try requireServing(state)
            let held = state.holdings.filter { $0.post == post }
            guard !held.isEmpty else { throw .unknownPost }
            guard held.contains(where: { $0.first <= last }) else { throw .endsBeforeItBegins }
            return Decision([.relieved(post, last: last)])
        case .leave:
            try requireServing(state)
            return Decision([.left])
        case .handOver(let cases):
            try requireServing(state)
            return Decision(cases.isEmpty ? [] : [.handedOver(cases)])
        case .download(let rows, let reason):
            try requireServing(state)
            guard let dossier = state.dossier, !reason.allSatisfy(\.isWhitespace) else {
                throw .reasonMissing
            }
            let (payload, sealed) = known.sealer.seal(Array(reason.utf8), in: dossier, known.draw)
            return Decision([.downloaded(rows: rows, reason: sealed)], sealed: [payload])
        case .comeBack:
            guard state.isKnown, state.hasLeft else { throw .alreadyKnown }
            return Decision([.returned])
        case .correct(let name, let nip):
            try requireServing(state)
            return correct(state, name, nip, known)
        case .unplace(let post, let capacity):
            guard state.holdings.contains(where: { $0.post == post && $0.capacity == capacity })
            else { throw .unknownPost }
            return Decision([.unplaced(post, capacity)])
        case .invite, .activate, .setSecondFactor, .clearSecondFactor:
            return try wayIn(state, command)
        }
    }

    /// What changes how somebody gets in.
    private static func wayIn(
        _ state: Official,
        _ command: OfficialCommand
    ) throws(OfficeRefusal) -> Decision<OfficialFact> {
        switch command {
        case .invite(let until):
            try requireServing(state)
            return Decision([.invited(until: until)])
        case .activate:
            try requireServing(state)
            return Decision([.activated])
        case .setSecondFactor:
            try requireServing(state)
            return Decision([.secondFactorSet])
        case .clearSecondFactor:
            guard state.hasSecondFactor else { throw .noSecondFactor }
            return Decision([.secondFactorCleared])
        case .add, .place, .relieve, .leave, .handOver, .comeBack, .correct, .unplace, .download:
            return Decision()
        }
    }

    private static func add(
        _ name: String,
        _ logIn: LogInName,
        _ nip: NIP?,
        _ known: KnownOfOfficial
    ) -> Decision<OfficialFact> {
        let dossier = DossierID(known.draw.id())
        let sealed = [name, logIn.word, nip?.digits].compactMap(\.self).map { text in
            known.sealer.seal(Array(text.utf8), in: dossier, known.draw)
        }
        let added = OfficialFact.Added(
            dossier: dossier,
            name: sealed[0].sealed,
            logIn: sealed[1].sealed,
            nip: nip.map { _ in sealed[2].sealed }
        )
        return Decision(
            [.added(added)],
            sealed: sealed.map(\.payload),
            claims: [.unique(space: "login", key: Array(logIn.word.utf8))]
        )
    }

    private static func place(
        _ state: Official,
        _ holding: Holding,
        _ known: KnownOfOfficial
    ) throws(OfficeRefusal) -> Decision<OfficialFact> {
        try requireServing(state)
        guard known.posts.contains(holding.post) else { throw .unknownPost }
        guard holding.last.map({ $0 >= holding.first }) ?? true else { throw .endsBeforeItBegins }
        return Decision([.placed(holding)])
    }

    private static func correct(
        _ state: Official,
        _ name: String?,
        _ nip: NIP?,
        _ known: KnownOfOfficial
    ) -> Decision<OfficialFact> {
        guard let dossier = state.dossier, name != nil || nip != nil else { return Decision() }
        func seal(_ text: String) -> (payload: Payload, sealed: Sealed) {
            known.sealer.seal(Array(text.utf8), in: dossier, known.draw)
        }
        let (sealedName, sealedNIP) = (name.map(seal), nip.map { seal($0.digits) })
        let corrected = OfficialFact.Corrected(
            dossier: dossier,
            name: sealedName?.sealed,
            nip: sealedNIP?.sealed
        )
        return Decision(
            [.corrected(corrected)],
            sealed: [sealedName, sealedNIP].compactMap { $0?.payload }
        )
    }

    private static func requireServing(_ state: Official) throws(OfficeRefusal) {
        guard state.isKnown, !state.hasLeft else { throw .unknownOfficial }
    }
}

/// An official as the facts leave it.
package struct Official: Hashable, Sendable {
    package var isKnown = false
    package var hasLeft = false
    package var dossier: DossierID?
    package var name: Sealed?
    package var logIn: Sealed?
    package var nip: Sealed?

    /// Whether a password was chosen since the last slip.
    package var isActivated = false
    package var hasSecondFactor = false
    package var holdings: [Holding] = []

    package init() {}
}

/// What a decision about an official needs to know.
package struct KnownOfOfficial: Sendable {
    package let draw: Draw
    package let sealer: Sealer

    /// The posts that there are.
    package let posts: Set<Code>

    package init(draw: Draw, sealer: Sealer, posts: Set<Code>) {
        self.draw = draw
        self.sealer = sealer
        self.posts = posts
    }
}

/// What can be asked about an official.
package enum OfficialCommand: Hashable, Sendable {
    case add(name: String, logIn: LogInName, nip: NIP? = nil)
    case place(Holding)
    case relieve(post: Code, last: Day)
    case leave
    case handOver([HandedOver])
    case download(rows: Int64, reason: String)
    case comeBack
    case correct(name: String?, nip: NIP?)
    case unplace(post: Code, Capacity)
    case invite(until: Instant)
    case activate
    case setSecondFactor
    case clearSecondFactor
}

/// The name that an official types to log in: 3 to 40 of `a-z 0-9 . - _`.
package struct LogInName: Hashable, Sendable {
    package let word: String

    package init?(_ text: String) {
        let word = text.lowercased()
        guard (3...40).contains(word.utf8.count),
            word.utf8.allSatisfy({ byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                    || [0x2E, 0x2D, 0x5F].contains(byte)
            })
        else { return nil }
        self.word = word
    }
}
