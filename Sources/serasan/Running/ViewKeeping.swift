import Ledger
import Logging
import ServiceLifecycle

/// Keeps the views that may be a second late.
struct ViewKeeping: Service {
    let store: RecordStore
    let logger: Logger

    func run() async throws {
        let (store, logger) = (store, logger)
        await cancelWhenGracefulShutdown {
            await store.keepViews(
                pause: { try await Task.sleep(for: .seconds(1)) },
                report: { error in
                    logger.error("view", metadata: ["error": "\(String(reflecting: error))"])
                }
            )
        }
    }
}
