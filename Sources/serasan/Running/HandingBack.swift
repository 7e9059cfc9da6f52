import Backups
import Foundation
import Keeping
import Logging
import People
import ServiceLifecycle
import Services
import Site
import Stories

/// Every minute a look at the date: rotations whose day has come, and what a new day brings to
/// those who hold posts.
///
/// Cases that somebody took and may no longer hold go back to the queue of the post.
struct HandingBack: Service {
    let feature: ServicesFeature
    let people: PeopleFeature
    let takesWork: @Sendable () -> Bool
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen: Int64?
            while !Task.isCancelled {
                // Once an hour, so that midnight of any zone is noticed within it.
                let hour = feature.now().milliseconds / 3_600_000
                if hour != seen, takesWork() {
                    do {
                        try await feature.releaseLost()
                        seen = hour
                    } catch {
                        logger.error("posts", metadata: ["error": "\(String(reflecting: error))"])
                    }
                }
                do {
                    if takesWork() { try await people.runRotations() }
                } catch {
                    logger.error("rotation", metadata: ["error": "\(String(reflecting: error))"])
                }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(60)) } catch { break }
            }
        }
    }
}

extension RegencyFolder {
    /// The disk on which the data lie.
    func machine(backedUpTo targets: [String]) -> Machine {
        var machine = machine
        machine.places = self.targets(targets.map(Self.normal))
            .map { Machine.Place($0, at: .now) }
        return machine
    }

    /// A target's folder as the mark of its backups is named.
    static func normal(_ target: String) -> String {
        FarPlace.isMeant(by: target)
            ? target
            : URL(filePath: target, directoryHint: .isDirectory).absoluteURL.standardizedFileURL
                .path
    }

    private var machine: Machine {
        do {
            let found = try FileManager.default.attributesOfFileSystem(forPath: data.path)
            return Machine(
                free: (found[.systemFreeSize] as? NSNumber)?.int64Value,
                total: (found[.systemSize] as? NSNumber)?.int64Value,
                copied: Instant(lastChangeOf: markOfBackup),
                compared: try ComparedViews.read(data).map { found in
                    (Instant(milliseconds: found.at), found.troubles.map(\.words))
                }
            )
        } catch {
            // The page says that it cannot be read.
            return Machine()
        }
    }
}
