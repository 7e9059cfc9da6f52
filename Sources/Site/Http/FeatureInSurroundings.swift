package import Ledger

/// A feature that is told what is in force and who is signed in, instead of knowing it.
///
/// Each such feature keeps its record and its surroundings; what follows from the two is here.
package protocol FeatureInSurroundings: Sendable {
    var store: RecordStore { get }
    var surroundings: Surroundings { get }
}

extension FeatureInSurroundings {
    /// What is in force now.
    package func regency() async throws -> RegencyNow {
        let surroundings = surroundings
        return try await store.glance { reader in try surroundings.regency(reader) }
    }

    /// The visit that the reception greeted, under what is in force now.
    package func visit(
        _ context: some SiteContext,
        _ regency: RegencyNow,
        of official: SignedIn? = nil
    ) throws -> Visit {
        guard var visit = context.visit else { throw WebRefusal.unreadable }
        visit.installation = regency.installation
        return official?.visit(visit) ?? visit
    }
}
