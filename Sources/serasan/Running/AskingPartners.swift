import Logging
import ServiceLifecycle
import Workshop

/// Asks the sites of partners once a day for a newer catalogue; nothing is installed by that.
struct AskingPartners: Service {
    let workshop: WorkshopFeature
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if takesWork() { try await workshop.askPartners() }
                } catch {
                    logger.error("mitra", metadata: ["error": "\(String(reflecting: error))"])
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(600)) } catch { break }
            }
        }
    }
}
