import Ledger
import Logging
import ServiceLifecycle
import Services

/// Clears away what nobody needs any more: drafts that ended, files that came to nothing, keys of
/// commands whose days are over.
struct Sweeping: Service {
    let feature: ServicesFeature
    let store: RecordStore
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // Never at the start, when people wait for the first answer.
            while !Task.isCancelled {
                do { try await Task.sleep(for: .seconds(6 * 3600)) } catch { break }
                guard takesWork() else { continue }
                do {
                    try await feature.drafts.sweep(at: feature.now())
                    try await Leftovers(store).sweep(at: feature.now())
                } catch {
                    logger.error("sweep", metadata: ["error": "\(String(reflecting: error))"])
                }
            }
        }
    }
}
