import Ledger
import Logging
import Server
import ServiceLifecycle

/// Asks the database's server what time it is, every ten seconds, and says where this machine's
/// clock does not agree.
struct ComparingClocks: Service {
    private static let seconds = 10

    let store: RecordStore
    let clock: SharedClock
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var told = Told.agrees
            while !Task.isCancelled {
                do {
                    try await clock.compare { try await store.serverTime() }
                } catch {
                    // Whoever needs the server says that it is away.
                    logger.debug("clock", metadata: ["error": "\(String(reflecting: error))"])
                }
                let now = Told(clock)
                if now != told { say(now) }
                told = now
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(Self.seconds)) } catch { break }
            }
        }
    }

    private enum Told {
        case agrees, differs, tooFar

        init(_ clock: SharedClock) {
            self =
                clock.isTooFar
                ? .tooFar
                : clock.isWorrying ? .differs : .agrees
        }
    }

    private func say(_ now: Told) {
        let ahead: Logger.Metadata = ["seconds_ahead_of_database": "\(clock.secondsAhead)"]
        switch now {
        case .agrees: logger.notice("clock: agrees with the database", metadata: ahead)
        case .differs: logger.warning("clock: differs from the database", metadata: ahead)
        case .tooFar:
            logger.error("clock: too far off, no work by the clock here", metadata: ahead)
        }
    }
}
