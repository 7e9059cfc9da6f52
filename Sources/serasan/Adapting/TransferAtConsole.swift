import Cooperation
import Exchange
import Ledger
import Office
import Server
import Services
import Stories

extension OpenRecord {
    /// Records what a command took from a partner or made for one, under the agreement that
    /// permits it today, where one does.
    func keep(
        _ direction: Transferred.Direction,
        _ content: Transferred.Content?,
        with code: String
    ) async throws {
        guard let content, let partner = Code(code) else { return }
        let now = clock.now()
        let agreement = try await store.read { reader in
            try reader.agreement(
                permitting: content.blueprint,
                TransferDirection(direction),
                with: partner,
                on: (try reader.zoneInForce() ?? .wib).day(now)
            )
        }
        let made = Transferred(direction, content, with: partner, under: agreement)
        try await TransfersDesk(store: store).record(made, at: now, by: .system)
    }
}
