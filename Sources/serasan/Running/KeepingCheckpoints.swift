import Ledger
import Logging
import ServiceLifecycle
import Stories

/// Signs and keeps a head of the log each hour, for others to fetch and keep.
///
/// What is signed is read as any reader sees it: only what was committed, and never on the thread
/// that writes.
struct KeepingCheckpoints: Service {
    private static let every: Int64 = 3600

    let store: RecordStore
    let keys: Keys
    let now: @Sendable () -> Instant
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if takesWork() { try await keepIfDue() }
                } catch {
                    logger.error("cap", metadata: ["error": "\(String(reflecting: error))"])
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(60)) } catch { break }
            }
        }
    }

    /// A head is due when the newest is an hour old; whoever starts often signs no more often.
    private func keepIfDue() async throws {
        let newest = try await store.glance { try $0.checkpoint() }
        let now = now()
        if let newest, now.seconds(since: newest.made) < Self.every { return }
        try await store.keepCheckpoint(by: keys, at: now)
    }
}
