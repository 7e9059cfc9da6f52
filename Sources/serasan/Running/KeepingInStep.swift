import Ledger
import Logging
import Server
import ServiceLifecycle

/// Every ten seconds: whether this node still goes with the others, by its clock and its program;
/// what has changed is said once.
struct KeepingInStep: Service {
    private static let seconds = 10
    private static let roundsOfNote = 6

    let store: RecordStore
    let clock: SharedClock
    let about: NodeNote.About
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var (told, wasOutdated, round) = (Told.agrees, false, 0)
            while !Task.isCancelled {
                do {
                    try await clock.compare { try await store.serverTime() }
                    let isOutdated = try await store.lookForNewerProgram()
                    if !isOutdated, round % Self.roundsOfNote == 0 {
                        try await store.note(about, at: clock.now())
                    }
                    round += 1
                } catch {
                    // Whoever needs the server says that it is away.
                    logger.debug("step", metadata: ["error": "\(String(reflecting: error))"])
                }
                if store.isOutdated, !wasOutdated {
                    logger.error("program: a newer one has changed the record, nothing is written")
                }
                wasOutdated = store.isOutdated
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
