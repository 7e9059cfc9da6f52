import Cases
import Ledger
import Office
import Stories

/// Somebody to whom a case can be handed: who holds the duty of the step in which it rests.
struct Colleague: Hashable, Sendable {
    let id: OpaqueID
    let name: String
    let duties: Duties
}

extension ServicesFeature {
    /// The colleagues who may act on a case now, by their names, without those it lies with.
    func colleagues(for opened: OpenedCase) async throws -> [Colleague] {
        guard let place = opened.loaded.state.place else { return [] }
        let (force, today) = (opened.force, opened.force.zone.day(now()))
        let posts = force.office.posts(with: place.by.text, in: place.unit).map(\.id)
        guard !posts.isEmpty else { return [] }
        let without = [opened.official.id, opened.loaded.state.takenBy?.id].compactMap(\.self)
        return try await store.read { reader in
            let rows = try reader.rows(
                """
                SELECT DISTINCT o.id AS id FROM officials o JOIN holdings h ON h.official = o.id \
                WHERE o.active = \(1) AND h.post IN (\(each: posts))
                """
            )
            return try rows.map { try $0.id("id") }.filter { !without.contains($0) }
                .map { id in
                    let colleague = WorkingOfficial(
                        id: id,
                        name: try reader.name(of: id) ?? "",
                        standing: try reader.standing(of: id, in: force.office, on: today),
                        force: force
                    )
                    return Colleague(id: id, name: colleague.name, duties: colleague.duties)
                }
                // A post that is held on another day only gives no right today.
                .filter { $0.duties.has(place.by, in: place.unit) }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        }
    }
}
