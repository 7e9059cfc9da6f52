package import Ledger
package import Stories

/// Publishes our own figures and takes in those of partners: loads, decides, records.
package struct EvidenceDesk: Sendable {
    let store: RecordStore

    /// The Kemendagri code of this regency.
    let own: String

    package init(store: RecordStore, own: String) {
        self.store = store
        self.own = own
    }

    /// The stream of a regency, found by its code.
    package static func stream(of publisher: String) -> Stream {
        let digest = digestBytes(Array("service-evidence/\(publisher)".utf8))
        guard let id = OpaqueID(bytes: digest.prefix(16)) else {
            preconditionFailure("a digest has more than 16 bytes")
        }
        return Stream(EvidenceStory.kind, id)
    }

    /// Records our own statement, once; a quarter that was stated is told as it was.
    ///
    /// - Returns: the payload to be signed.
    package func publish(
        _ statement: EvidenceStatement,
        by actor: Actor,
        at now: Instant
    ) async throws -> [UInt8] {
        if let before = try await stated(statement.quarter) { return before }
        let bytes = statement.bytes
        try await record(
            .publish(Stated(statement, keptAs: bytes)),
            of: own,
            keeping: bytes,
            by: actor,
            at: now
        )
        return bytes
    }

    /// The payload of our own statement of a quarter; nil where none was made.
    package func stated(_ quarter: Quarter) async throws -> [UInt8]? {
        let stream = Self.stream(of: own)
        return try await store.read { reader in
            let state = try reader.state(of: stream, as: EvidenceStory.self).state
            return try state.newest[quarter].flatMap { try reader.content($0.content) }
        }
    }

    /// Takes in a partner's statement, as it came by file or line.
    ///
    /// Believed if a working key that the partner's last catalogue names has signed it.
    @discardableResult
    package func take(
        _ bytes: [UInt8],
        by actor: Actor,
        at now: Instant
    ) async throws -> EvidenceStatement {
        let envelope: Envelope
        do throws(TrustRefusal) { envelope = try Envelope(reading: bytes) } catch {
            throw EvidenceRefusal.notEvidence
        }
        guard envelope.kind == .evidence else { throw EvidenceRefusal.notEvidence }
        // Whose keys to ask is all that is looked at before a signature held.
        let publisher = try EvidenceStatement.publisher(namedIn: envelope.payload)
        guard publisher != own else { throw EvidenceRefusal.ours }
        let keys = try await workingKeys(of: publisher)
        let statement = try EvidenceStatement(envelope, signedBy: keys)
        guard statement.issued <= now.adding(seconds: 86_400) else {
            throw EvidenceRefusal.fromTheFuture
        }
        let signers = envelope.signers(among: keys.map(\.key)).sorted()
        guard let key = signers.first else { throw EvidenceRefusal.unsigned }
        let kept = envelope.bytes
        let after = try await record(
            .take(Stated(statement, keptAs: kept), key),
            of: publisher,
            keeping: kept,
            by: actor,
            at: now
        )
        let isContradicted = after.contradictions.contains {
            $0.other == Public(digest: digestBytes(kept))
        }
        guard !isContradicted else { throw EvidenceRefusal.twoFigures }
        return statement
    }

    /// The keys that the last catalogue of a partner names for evidence, without revoked ones.
    private func workingKeys(of publisher: String) async throws -> [TimedKey] {
        let trust = TrustDesk(store: store)
        let state = try await trust.state(of: publisher)
        guard state.root != nil else { throw EvidenceRefusal.unknownPublisher }
        guard state.equivocation == nil else { throw TrustRefusal.equivocation }
        guard let envelope = try await trust.catalogue(of: publisher) else {
            throw EvidenceRefusal.noCatalogue
        }
        let catalogue = try Catalogue(draft: envelope.payload)
        return catalogue.workingKeys.filter { !state.revoked.contains($0.key) }
    }

    @discardableResult
    private func record(
        _ command: EvidenceCommand,
        of publisher: String,
        keeping bytes: [UInt8],
        by actor: Actor,
        at now: Instant
    ) async throws -> StatedEvidence {
        let stream = Self.stream(of: publisher)
        let (state, version) = try await store.state(of: stream, as: EvidenceStory.self)
        let decision = try EvidenceStory.decide(state, command, ())
        guard !decision.facts.isEmpty else { return state }
        var append = try Append(
            decision,
            to: stream,
            at: now,
            by: actor,
            expecting: [stream: version]
        )
        append.content = [bytes]
        switch try await store.append(append) {
        case .recorded, .repeated: break
        case .conflict, .taken, .otherContent: throw EvidenceRefusal.movedOn
        }
        return decision.facts.reduce(into: state) { EvidenceStory.evolve(&$0, $1) }
    }
}
