import Logging
import ServiceLifecycle
import Services

/// Tells the open cases what a changed calendar does to them, piece by piece.
struct Recounting: Service {
    let feature: ServicesFeature
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        let (feature, logger) = (feature, logger)
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    while takesWork(), try await feature.recountPiece(), !Task.isCancelled {}
                } catch {
                    logger.error("recount", metadata: ["error": "\(String(reflecting: error))"])
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(2)) } catch { break }
            }
        }
    }
}
