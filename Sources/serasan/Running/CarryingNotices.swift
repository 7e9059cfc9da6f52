import Logging
import Notices
import ServiceLifecycle
import Services

/// Tells citizens what is to be told: sorts it to the desk, and hands the rest to servers.
struct CarryingNotices: Service {
    let feature: ServicesFeature
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        let (post, reminders, logger) = (feature.noticePost, feature.reminderPost, logger)
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if takesWork() { try await post.round() }
                } catch {
                    logger.error("notices", metadata: ["error": "\(String(reflecting: error))"])
                }
                do {
                    if takesWork() { try await reminders.round() }
                } catch {
                    logger.error("reminders", metadata: ["error": "\(String(reflecting: error))"])
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(3)) } catch { break }
            }
        }
    }
}
