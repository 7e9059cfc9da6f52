import Evidence
import Logging
import ServiceLifecycle

/// Hands the newest head of the log to those whom the regency has named, once a day.
struct HandingOver: Service {
    let post: CheckpointPost
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await post.round()
                } catch {
                    logger.error("saksi", metadata: ["error": "\(String(reflecting: error))"])
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(10)) } catch { break }
            }
        }
    }
}
