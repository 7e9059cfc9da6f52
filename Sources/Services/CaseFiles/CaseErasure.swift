package import Cases
package import Ledger
package import Stories

/// Erases what a case holds of a person: first the fact, then the key and all it sealed.
///
/// The fact comes first, so that a crash between the two leaves a case that says "erased" and
/// is not yet; asking once more finishes it. The other way round something would be missing of
/// which no fact speaks. Whether it may happen at all is decided by who calls.
package struct CaseErasure: Sendable {
    let desk: CaseDesk
    let files: FileVault

    package init(desk: CaseDesk, files: FileVault) {
        (self.desk, self.files) = (desk, files)
    }

    package enum Outcome: Equatable, Sendable {
        case erased

        /// The story went on since the page was shown: nothing was erased.
        case movedOn
    }

    /// Why it is erased, as the fact will say it.
    package struct Order: Sendable {
        let basis: Code
        let request: OpaqueID?
        let proposer: Actor?

        package init(basis: Code, request: OpaqueID? = nil, proposer: Actor? = nil) {
            self.basis = basis
            self.request = request
            self.proposer = proposer
        }
    }

    /// `seen` is the version that the page showed; `beside` what else the decision was read from.
    package func erase(
        _ id: CaseID,
        _ order: Order,
        seen: Version,
        beside: [Stream: Version] = [:],
        by who: Party,
        at now: Instant
    ) async throws -> Outcome {
        let state = try await desk.store.state(of: id.stream, as: CaseStory.self).state
        if !state.isErased {
            let payloads = try await desk.store.read { try $0.payloads(of: id.dossier) }
            let erased = ErasedAnswers(
                basis: order.basis,
                request: order.request,
                proposer: order.proposer,
                payloads: payloads
            )
            var asked = CaseDesk.Asked(.erase(erased), on: id, seen: seen, who: who, now: now)
            asked.beside = beside
            guard case .done = try await desk.handle(asked) else { return .movedOn }
        }
        // What registers say because of the case is the same person's, and goes with it.
        let actor = desk.actor(who, of: id)
        let ofRecords = try await desk.eraseRecords(of: id, because: order, by: actor, at: now)
        try await files.remove(ofRecords + (try await desk.store.erase(id.dossier, at: now)))
        return .erased
    }

    /// Ends a case of which nothing is left to decide on; one that has ended stays as it is.
    package func close(_ id: CaseID, by who: Party, at now: Instant) async throws {
        let (state, version) = try await desk.store.state(of: id.stream, as: CaseStory.self)
        guard state.phase != .ended else { return }
        _ = try await desk.handle(
            CaseDesk.Asked(.close, on: id, seen: version, who: who, now: now)
        )
    }
}
