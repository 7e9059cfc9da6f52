import Blueprints
package import Ledger
package import Stories

/// Takes in what publishers have signed: loads what was seen, decides, records.
package struct TrustDesk: Sendable {
    let store: RecordStore

    package init(store: RecordStore) { self.store = store }

    /// The stream of a publisher, found by its code.
    package static func stream(of publisher: String) -> Stream {
        let digest = digestBytes(Array("trust/\(publisher)".utf8))
        guard let id = OpaqueID(bytes: digest.prefix(16)) else {
            preconditionFailure("a digest has more than 16 bytes")
        }
        return Stream(TrustStory.kind, id)
    }

    package func state(of publisher: String) async throws -> Trust {
        try await store.state(of: Self.stream(of: publisher), as: TrustStory.self).state
    }

    /// Carries out a command; what is refused because it shows two contents is recorded first.
    @discardableResult
    package func handle(
        _ command: TrustCommand,
        of publisher: String,
        by actor: Actor,
        at now: Instant
    ) async throws -> Trust {
        let stream = Self.stream(of: publisher)
        let (state, version) = try await store.state(of: stream, as: TrustStory.self)
        let ground = TrustGround(publisher: publisher, asker: actor, clock: now)
        let decision = try TrustStory.decide(state, command, ground)
        guard !decision.facts.isEmpty else { return state }
        var append = try Append(
            decision,
            to: stream,
            at: now,
            by: actor,
            expecting: [stream: version]
        )
        append.content = command.content
        switch try await store.append(append) {
        case .recorded, .repeated: break
        case .conflict, .taken, .otherContent: throw TrustRefusal.movedOn
        }
        let after = decision.facts.reduce(into: state) { TrustStory.evolve(&$0, $1) }
        if after.equivocation != nil { throw TrustRefusal.equivocation }
        return after
    }

    /// The last catalogue that was taken, as it was handed over.
    package func catalogue(of publisher: String) async throws -> Envelope? {
        try await kept(of: publisher) { $0.catalogue?.content }
    }

    /// The catalogue that waits for a second person.
    package func askedCatalogue(of publisher: String) async throws -> Envelope? {
        try await kept(of: publisher) { $0.asked?.content }
    }

    private func kept(
        of publisher: String,
        _ which: @Sendable @escaping (Trust) -> Public?
    ) async throws -> Envelope? {
        let stream = Self.stream(of: publisher)
        return try await store.read { reader in
            let state = try reader.state(of: stream, as: TrustStory.self).state
            guard let content = which(state), let bytes = try reader.content(content)
            else { return nil }
            return try Envelope(reading: bytes)
        }
    }
}

/// Whether a package is believed.
package enum TrustOfPackage: Hashable, Sendable {
    /// Of this very regency: it comes back.
    case ours
    case trusted(Trusting.Freshness)
    case refused(TrustRefusal)

    package var isOfAnother: Bool {
        switch self {
        case .ours: false
        case .trusted, .refused: true
        }
    }

    package var allows: Bool {
        switch self {
        case .ours, .trusted: true
        case .refused: false
        }
    }
}

extension TrustDesk {
    /// Whether a package may be installed now, by what is known of its publisher.
    ///
    /// What is not listed yet may be so once a second person has agreed to a very old catalogue.
    ///
    /// - Parameters:
    ///   - way: how it came here.
    ///   - own: the code under which this regency publishes.
    package func judge(
        _ package: Catalogue.Listed,
        _ way: Way,
        hereAs own: String,
        at now: Instant
    ) async throws -> TrustOfPackage {
        let publisher = package.name.publisher
        if publisher == own { return .ours }
        let state = try await state(of: publisher)
        guard state.root != nil else { return .refused(.unknownRoot) }
        let unlisted = state.asked == nil ? TrustRefusal.notListed : .needsSecondPerson
        guard let envelope = try await catalogue(of: publisher) else {
            return .refused(unlisted)
        }
        do throws(TrustRefusal) {
            let catalogue = try Catalogue(draft: envelope.payload)
            let asked = Trusting.Asked(
                package: package,
                way: way,
                isApproved: state.catalogue?.approver != nil
            )
            return .trusted(
                try Trusting.mayInstall(asked, by: catalogue, state, clock: now)
            )
        } catch {
            return .refused(error == .notListed ? unlisted : error)
        }
    }
}

extension TrustCommand {
    /// The bytes that its facts name.
    fileprivate var content: [[UInt8]] {
        switch self {
        case .pin(_, let envelope), .succeed(_, let envelope), .takeRoot(let envelope),
            .takeCatalogue(let envelope, _, _), .askSecond(let envelope),
            .confirmSecond(let envelope):
            [envelope.bytes]
        case .installUnlisted(_, let reason): [reason]
        case .declineSecond, .stepBack: []
        }
    }
}
