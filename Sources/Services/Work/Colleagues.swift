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
        let holding = Duties.Holding(place.by, in: place.unit)
        let without = [opened.official.id, opened.loaded.state.takenBy?.id].compactMap(\.self)
        return try await colleagues(holding: [holding], opened.official)
            .filter { !without.contains($0.id) }
    }

    /// Everybody who holds one of these duties today, by their names.
    func colleagues(
        holding duties: Set<Duties.Holding>,
        _ official: WorkingOfficial
    ) async throws -> [Colleague] {
        let (force, today) = (official.force, official.force.zone.day(now()))
        let posts = duties.flatMap { force.office.posts(with: $0.duty.text, in: $0.unit).map(\.id) }
        guard !posts.isEmpty else { return [] }
        return try await store.read { reader in
            let rows = try reader.rows(
                """
                SELECT DISTINCT o.id AS id FROM officials o JOIN holdings h ON h.official = o.id \
                WHERE o.active = \(1) AND h.post IN (\(each: posts))
                """
            )
            let ids = try rows.map { try $0.id("id") }
            let names = try reader.names(of: ids)
            return
                try ids.map { id in
                    let colleague = WorkingOfficial(
                        id: id,
                        name: names[id] ?? "",
                        standing: try reader.standing(of: id, in: force.office, on: today),
                        force: force
                    )
                    return Colleague(id: id, name: colleague.name, duties: colleague.duties)
                }
                // A post that is held on another day only gives no right today.
                .filter { !$0.duties.holds.isDisjoint(with: duties) }
                .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        }
    }
}
