import Blueprints
package import Stories

/// The story of what one publisher has signed, as it was seen here: it is what an older or a
/// second history is noticed by.
package enum TrustStory: Story {
    package static let kind: StreamKind = "trust"
    package static let beginning = Trust()

    package static func evolve(_ state: inout Trust, _ fact: TrustFact) {
        switch fact {
        case .pinned(let root), .rootTaken(let root): state.take(root)
        case .succeeded(let root):
            // The catalogue begins anew under the new keys; which versions were seen stays known.
            state.catalogue = nil
            state.equivocation = nil
            state.asked = nil
            state.revoked = []
            state.newest = nil
            state.take(root)
        case .catalogueTaken(let catalogue): state.take(catalogue)
        case .secondAsked(let asked): state.asked = asked
        case .secondDeclined(let document):
            if state.asked?.document == document { state.asked = nil }
        case .equivocationSeen(let seen): state.equivocation = seen
        case .rolledBack, .installedUnlisted: break
        }
    }

    package static func decide(
        _ state: Trust,
        _ command: TrustCommand,
        _ known: TrustGround
    ) throws(TrustRefusal) -> Decision<TrustFact> {
        switch command {
        case .pin(let pin, let envelope):
            let taken = try pinned(pin, envelope, known)
            guard let there = state.root else { return Decision([.pinned(taken)]) }
            guard there.document == taken.document, state.equivocation == nil else {
                throw .alreadyPinned
            }
            return Decision([])
        case .succeed(let pin, let envelope):
            let taken = try pinned(pin, envelope, known)
            guard state.root != nil else { return Decision([.pinned(taken)]) }
            return Decision([.succeeded(taken)])
        case .takeRoot(let envelope): return Decision(try taking(envelope, state, known))
        case .takeCatalogue(let envelope, let way, let approver):
            let asked = AskedCatalogue(envelope: envelope, way: way, approver: approver)
            return Decision(try taking(asked, state, known))
        case .askSecond(let envelope): return Decision(try asking(envelope, state, known))
        case .confirmSecond(let envelope): return Decision(try confirming(envelope, state, known))
        case .declineSecond(let document):
            guard let asked = state.asked, asked.document == document else { throw .movedOn }
            guard asked.by != known.asker else { throw .ownRequest }
            return Decision([.secondDeclined(document)])
        case .stepBack(let step, let catalogue):
            guard let taken = state.catalogue, taken.number == step.catalogue,
                catalogue.isDocument(taken.document)
            else { throw .otherCatalogue }
            let isListed = catalogue.packages.contains {
                $0.name.description == step.package.text && $0.version == step.to.text
            }
            guard isListed else { throw .notListed }
            return Decision([.rolledBack(step)])
        case .installUnlisted(let installed, let reason):
            guard reason.contains(where: { $0 > 0x20 }) else { throw .reasonMissing }
            return Decision([.installedUnlisted(installed)])
        }
    }
}

extension TrustStory {
    private static func pinned(
        _ pin: RootPin,
        _ envelope: Envelope,
        _ known: TrustGround
    ) throws(TrustRefusal) -> TakenRoot {
        guard envelope.kind == .root else { throw .notAStatement }
        guard pin.fits(envelope.document) else { throw .wrongPin }
        let root = try Root(selfSigned: envelope)
        guard root.publisher == known.publisher else { throw .otherPublisher }
        return TakenRoot(root, in: envelope)
    }

    private static func taking(
        _ envelope: Envelope,
        _ state: Trust,
        _ known: TrustGround
    ) throws(TrustRefusal) -> [TrustFact] {
        guard state.equivocation == nil else { throw .equivocation }
        guard let current = state.root else { throw .unknownRoot }
        guard envelope.kind == .root else { throw .notAStatement }
        guard current.document != envelope.document else { return [] }
        let signers = envelope.signers(among: current.keys)
        guard signers.count >= current.threshold else {
            guard signers.isEmpty else { throw .thresholdNotMet }
            throw envelope.names(oneOf: current.keys) ? .altered : .unsigned
        }
        let root = try Root(selfSigned: envelope)
        guard root.publisher == known.publisher else { throw .otherPublisher }
        if root.number == current.number {
            return [
                .equivocationSeen(
                    Equivocation(
                        about: .root,
                        number: root.number,
                        kept: current.content,
                        other: envelope.content
                    )
                )
            ]
        }
        guard root.number > current.number, root.issued >= current.issued else { throw .rollback }
        guard root.number == current.number + 1 else { throw .skippedRoot }
        return [.rootTaken(TakenRoot(root, in: envelope))]
    }

    /// A catalogue with the way it came.
    private struct AskedCatalogue {
        let envelope: Envelope
        let way: Way
        let approver: Actor?
    }

    private static func taking(
        _ asked: AskedCatalogue,
        _ state: Trust,
        _ known: TrustGround
    ) throws(TrustRefusal) -> [TrustFact] {
        let envelope = asked.envelope
        let catalogue: Catalogue
        switch try read(envelope, state, known) {
        case .secondContent(let seen): return [.equivocationSeen(seen)]
        case .next(let next): catalogue = next
        }
        let approver = asked.approver == known.asker ? nil : asked.approver
        let freshness = try Trusting.freshness(
            of: catalogue,
            by: asked.way,
            isApproved: approver != nil,
            at: state.now(known.clock)
        )
        guard state.catalogue?.document != envelope.document else { return [] }
        let taken = TakenCatalogue(
            catalogue,
            in: envelope,
            by: asked.way,
            approver: freshness == .veryOld ? approver : nil
        )
        return [.catalogueTaken(taken)]
    }

    /// A catalogue that waits for a second person, where it is as old as that; else it is taken.
    private static func asking(
        _ envelope: Envelope,
        _ state: Trust,
        _ known: TrustGround
    ) throws(TrustRefusal) -> [TrustFact] {
        let catalogue: Catalogue
        switch try read(envelope, state, known) {
        case .secondContent(let seen): return [.equivocationSeen(seen)]
        case .next(let next): catalogue = next
        }
        let freshness = try Trusting.freshness(
            of: catalogue,
            by: .stick,
            isApproved: true,
            at: state.now(known.clock)
        )
        guard freshness == .veryOld else {
            let asked = AskedCatalogue(envelope: envelope, way: .stick, approver: nil)
            return try taking(asked, state, known)
        }
        guard state.asked?.document != envelope.document else { return [] }
        return [.secondAsked(AskedSecond(catalogue, in: envelope, by: known.asker))]
    }

    /// The second person agrees; all else is looked at again, for time has passed.
    private static func confirming(
        _ envelope: Envelope,
        _ state: Trust,
        _ known: TrustGround
    ) throws(TrustRefusal) -> [TrustFact] {
        guard let asked = state.asked, asked.document == envelope.document else { throw .movedOn }
        guard asked.by != known.asker else { throw .ownRequest }
        switch try read(envelope, state, known) {
        case .secondContent(let seen): return [.equivocationSeen(seen)]
        case .next(let catalogue):
            let taken = TakenCatalogue(
                catalogue,
                in: envelope,
                by: .stick,
                approver: known.asker
            )
            return [.catalogueTaken(taken)]
        }
    }

    /// A catalogue that is signed and goes on from what was seen, or that shows two contents.
    private enum ReadCatalogue {
        case next(Catalogue)
        case secondContent(Equivocation)
    }

    private static func read(
        _ envelope: Envelope,
        _ state: Trust,
        _ known: TrustGround
    ) throws(TrustRefusal) -> ReadCatalogue {
        guard state.equivocation == nil else { throw .equivocation }
        guard let root = state.root else { throw .unknownRoot }
        let now = state.now(known.clock)
        let catalogue = try Catalogue(envelope, signedUnder: root, state.revoked, at: now)
        guard catalogue.publisher == known.publisher else { throw .otherPublisher }
        if let seen = state.catalogue, seen.number == catalogue.number,
            seen.document != envelope.document
        {
            return .secondContent(
                Equivocation(
                    about: .catalogue,
                    number: catalogue.number,
                    kept: seen.content,
                    other: envelope.content
                )
            )
        }
        try catalogue.goesOn(from: state)
        return .next(catalogue)
    }
}

extension Catalogue {
    /// Whether these are the bytes that a digest names.
    package func isDocument(_ document: Public) -> Bool { digestBytes(bytes) == document.digest }

    /// Reads a catalogue once a key of the root has signed it, and the key still counts.
    init(
        _ envelope: Envelope,
        signedUnder root: TakenRoot,
        _ revoked: Set<StatementKey>,
        at now: Instant
    ) throws(TrustRefusal) {
        guard envelope.kind == .catalogue else { throw .notAStatement }
        let keys = root.catalogueKeys.map(\.key)
        let signers = envelope.signers(among: keys)
        guard !signers.isEmpty else { throw envelope.names(oneOf: keys) ? .altered : .unsigned }
        let standing = signers.subtracting(revoked)
        guard !standing.isEmpty else { throw .revoked }
        let isInTime = root.catalogueKeys.contains { standing.contains($0.key) && now <= $0.until }
        guard isInTime else { throw .keyExpired }
        try self.init(reading: envelope.payload)
        guard standing.subtracting(self.revoked).count > 0 else { throw .revoked }
        guard self.root >= root.number else { throw .rollback }
        guard self.root == root.number else { throw .skippedRoot }
    }

    /// Whether this is the next thing that the publisher would say after what was seen.
    func goesOn(from state: Trust) throws(TrustRefusal) {
        if let seen = state.catalogue {
            guard number >= seen.number, issued >= seen.issued else { throw .rollback }
            if number == seen.number + 1, previous != seen.document { throw .forked }
        }
        let listed = Dictionary(
            highest.map { ($0.name, PackageVersion($0.version.text)) },
            uniquingKeysWith: { first, _ in first }
        )
        let gone = Set(withdrawn.map { "\($0.name) \($0.version)" })
        for (name, version) in state.highest {
            let isThere = listed[name].map { $0 >= PackageVersion(version.text) } ?? false
            guard isThere || gone.contains("\(name) \(version)") else { throw .rollback }
        }
    }
}
