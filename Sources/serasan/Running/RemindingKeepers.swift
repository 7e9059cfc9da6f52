import Keeping
import Ledger
import Logging
import Notices
import Office
import ServiceLifecycle
import Services
import Site
import Stories

/// Looks every ten minutes whether somebody has to be told that something needs them.
///
/// What this node finds it says in any case; whether it sends as well is another matter.
struct RemindingKeepers: Service {
    let mail: CareMail
    let takesWork: @Sendable () -> Bool
    let isOutdated: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // Never at the start: the first backup is still on its way.
                do { try await Task.sleep(for: .seconds(600)) } catch { break }
                do {
                    if !isOutdated() { try await mail.round(sends: takesWork()) }
                } catch {
                    logger.error("care", metadata: ["error": "\(String(reflecting: error))"])
                }
            }
        }
    }
}

extension CareMail {
    /// About what this node and the others find, to the posts that look after the installation.
    init(
        of node: TroublesOfNode,
        beside services: ServicesFeature,
        _ settings: NoticeSettings
    ) {
        self.init(services.store, services.keys, settings, now: services.now) {
            let regency = try await services.store.glance { reader in
                try services.surroundings.regency(reader)
            }
            return Care(
                troubles: try await node.found(at: services.now()),
                host: node.host,
                posts: regency.office.posts.filter { $0.duties.contains("pengelola") }.map(\.id),
                name: regency.installation.name,
                base: regency.installation.base,
                zone: regency.installation.zone
            )
        }
    }
}
