import Logging
import ServiceLifecycle
import Services

/// Lets time pass for the cases: reminders, lateness, expiry.
struct ClockOfCases: Service {
    let feature: ServicesFeature
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // Whoever waits for the first page comes first; the clock may have days to make up for.
            do { try await Task.sleep(for: .seconds(2)) } catch { return }
            while !Task.isCancelled {
                do {
                    if takesWork() { try await feature.runTimers() }
                } catch {
                    logger.error("clock", metadata: ["error": "\(String(reflecting: error))"])
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(20)) } catch { break }
            }
        }
    }
}
