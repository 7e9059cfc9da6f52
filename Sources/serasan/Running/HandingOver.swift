import Evidence
import Logging
import ServiceLifecycle

/// Hands the newest head of the log to those whom the regency has named, once a day: by mail, and
/// to the servers of partners.
struct HandingOver: Service {
    let post: CheckpointPost
    let partners: PartnerPost
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if takesWork() {
                    await one { try await post.round() }
                    await one { try await partners.round() }
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(10)) } catch { break }
            }
        }
    }

    /// A way that fails must not keep the other from its round.
    private func one(_ round: () async throws -> Void) async {
        do {
            try await round()
        } catch {
            logger.error("saksi", metadata: ["error": "\(String(reflecting: error))"])
        }
    }
}
