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

    /// `seen` is the version that the page showed.
    package func erase(
        _ id: CaseID,
        basis: Code,
        seen: Version,
        by who: Party,
        at now: Instant
    ) async throws -> Outcome {
        let state = try await desk.store.state(of: id.stream, as: CaseStory.self).state
        if !state.isErased {
            let asked = CaseDesk.Asked(.erase(basis: basis), on: id, seen: seen, who: who, now: now)
            guard case .done = try await desk.handle(asked) else { return .movedOn }
        }
        try files.remove(try await desk.store.erase(id.dossier, at: now))
        return .erased
    }
}
