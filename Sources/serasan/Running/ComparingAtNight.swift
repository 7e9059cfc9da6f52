import Foundation
import Ledger
import Logging
import ServiceLifecycle
import Stories
import Synchronization

/// Every night: the views are made anew beside the record and compared with those that are served.
struct ComparingAtNight: Service {
    /// A record of so few bytes is compared by day too, if it never was.
    private static let small: Int64 = 200_000_000

    /// Tables with more rows are compared, but not read once more for their indexes.
    private static let largest = 200_000

    let folder: RegencyFolder
    let zone: Zone
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // Never at the start, when people wait for the first answer.
                do { try await Task.sleep(for: .seconds(600)) } catch { break }
                do {
                    if try isDue(at: .now) { try await compare() }
                } catch is CancellationError {
                    break
                } catch {
                    logger.error("views", metadata: ["error": "\(String(reflecting: error))"])
                }
            }
        }
    }

    /// Whether it is time, by when they were compared last.
    private func isDue(at now: Instant) throws -> Bool {
        let last = try ComparedViews.read(folder.data)
        return ComparingHours(in: zone).areNow(
            now,
            last: last.map { Instant(milliseconds: $0.at) },
            isSmall: try DatabaseOfFolder(data: folder.data).bytes() < Self.small
        )
    }

    private func compare() async throws {
        let folder = folder
        guard try folder.hasRoomForATwin() else {
            logger.warning("views", metadata: ["compared": "no: too little room on the disk"])
            return
        }
        let ending = Ending()
        let found = try await withTaskCancellationHandler {
            try await BackingUp.onOwnThread {
                Yielding.begin()
                let pacing = Pacing(until: ending)
                return try folder.compareViews(largest: Self.largest, pause: pacing.pause)
            }
        } onCancel: {
            ending.come()
        }
        for trouble in found.troubles {
            logger.error(
                "views",
                metadata: ["view": "\(trouble.view)", "found": "\(trouble.sentenceInEnglish)"]
            )
        }
        logger.info("views", metadata: ["compared": "\(found.views)", "rows": "\(found.rows)"])
    }
}

/// Whether the program is about to end.
final class Ending: Sendable {
    private let hasCome = Mutex(false)

    func come() { hasCome.withLock { $0 = true } }

    func check() throws {
        if hasCome.withLock({ $0 }) { throw CancellationError() }
    }
}

/// Rests for as long as was worked, so that people come first.
final class Pacing {
    private let ending: Ending
    private var since = ContinuousClock.now

    init(until ending: Ending) { self.ending = ending }

    func pause() throws {
        try ending.check()
        let worked = since.duration(to: .now)
        Thread.sleep(forTimeInterval: min(1, worked / .seconds(1)))
        since = .now
    }
}

extension RegencyFolder {
    /// Whether the largest view has room on this machine.
    fileprivate func hasRoomForATwin() throws -> Bool {
        let files = FileManager.default
        let about = try files.attributesOfFileSystem(forPath: data.path)
        let free = (about[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        return try free > DatabaseOfFolder(data: data).bytes() + 1_000_000_000
    }
}
