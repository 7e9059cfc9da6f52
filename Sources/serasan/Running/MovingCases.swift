import Logging
import ServiceLifecycle
import Services
import Site

/// Lets running cases go on under another version as it was asked for, piece by piece.
struct MovingCases: Service {
    let feature: ServicesFeature
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        let (moving, logger) = (feature.moving, logger)
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    while takesWork(), try await moving.piece(), !Task.isCancelled {
                        // Whoever wants to write meanwhile comes before the next piece.
                        try await Task.sleep(for: .milliseconds(20))
                    }
                } catch is CancellationError {
                    break
                } catch {
                    logger.error("moving", metadata: ["error": "\(String(reflecting: error))"])
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(2)) } catch { break }
            }
        }
    }
}

extension OpenRecord {
    /// The desk that moves running cases, for a command without a site.
    func moving(in folder: RegencyFolder) -> MovingDesk {
        let cookies = SiteCookies(installation: "", isSecure: false)
        return ServicesFeature(parts(base: "", folder, cookies)).moving
    }
}
