import Keeping
import Ledger
import Logging
import Notices
import Office
import ServiceLifecycle
import Services
import Site
import Stories

/// Looks every ten minutes whether somebody has to be told that the safe copies need them.
struct RemindingKeepers: Service {
    let mail: CareMail
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // Never at the start: the first backup is still on its way.
                do { try await Task.sleep(for: .seconds(600)) } catch { break }
                do {
                    if takesWork() { try await mail.round() }
                } catch {
                    logger.error("care", metadata: ["error": "\(String(reflecting: error))"])
                }
            }
        }
    }
}

extension CareMail {
    /// About the safe copies of a record, to the posts that look after the installation.
    init(
        of copies: CopiesOfRecord,
        beside services: ServicesFeature,
        _ settings: NoticeSettings
    ) {
        self.init(services.store, services.keys, settings, now: services.now) {
            let regency = try await services.store.glance { reader in
                try services.surroundings.regency(reader)
            }
            var troubles: [String] = []
            if !copies.isSample { troubles = try await copies.now(at: services.now()).troubles }
            return Care(
                troubles: troubles,
                posts: regency.office.posts.filter { $0.duties.contains("pengelola") }.map(\.id),
                name: regency.installation.name,
                base: regency.installation.base,
                zone: regency.installation.zone
            )
        }
    }
}
