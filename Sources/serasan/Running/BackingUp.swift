import Backups
import Foundation
import Ledger
import Logging
import Server
import ServiceLifecycle
import Stories

/// Every quarter of an hour: keys that are due are renewed, then the record goes to each target.
struct BackingUp: Service {
    private static let minutes = 15

    let store: RecordStore
    let folder: RegencyFolder
    let settings: Settings
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    // By the machine's clock, as the age of the key's file is.
                    try await store.keepWrappingYoung(at: .now)
                } catch {
                    logger.error("keys", metadata: ["error": "\(String(reflecting: error))"])
                }
                for target in settings.backupTargets { await backUp(into: target) }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(Self.minutes * 60)) } catch { break }
            }
        }
    }

    /// One target that fails does not keep the next from its backup.
    private func backUp(into target: String) async {
        do {
            let (folder, settings) = (folder, settings)
            let told = try await Self.onOwnThread { () -> Logger.Metadata in
                if FarPlace.isMeant(by: target) {
                    return try Self.copy(to: target, settings, folder)
                }
                let made = try BackupOfFolder(folder).make(into: FolderTarget(target), now: .now)
                return ["name": "\(made.name.text)", "pages": "\(made.written)"]
            }
            logger.info("backup", metadata: told)
        } catch let refusal as any Refusal {
            logger.error("backup", metadata: ["error": "\(refusal.sentenceInEnglish)"])
            note(refusal.sentence, in: target)
        } catch {
            logger.error("backup", metadata: ["error": "\(String(reflecting: error))"])
            note("Rinciannya di catatan jalannya program.", in: target)
        }
    }

    /// Why there was none, for the pages that ask.
    private func note(_ failure: String, in target: String) {
        do {
            try HealthOfTargets(folder).note(failure: failure, in: RegencyFolder.normal(target))
        } catch {
            logger.error("backup", metadata: ["error": "\(String(reflecting: error))"])
        }
    }

    /// The first folder of the settings goes to another machine.
    private static func copy(
        to target: String,
        _ settings: Settings,
        _ folder: RegencyFolder
    ) throws -> Logger.Metadata {
        let begun = ContinuousClock.now
        let place = try FarPlace(target, key: settings.backupKey, hosts: settings.backupHosts)
        guard let first = settings.backupTargets.first, !FarPlace.isMeant(by: first) else {
            throw FarRefusal.noFolderBefore
        }
        let done = try place.copy(FolderTarget(first), of: folder)
        try HealthOfTargets(folder).note(
            copyOf: RegencyFolder.normal(first),
            in: target,
            took: Int(begun.duration(to: .now).components.seconds)
        )
        return ["place": "\(place.description)", "files": "\(done.sent)"]
    }

    /// Reads and writes for as long as it takes, without a thread that answers people.
    static func onOwnThread<T: Sendable>(
        _ work: @Sendable @escaping () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { continuation.resume(with: Result { try work() }) }
            thread.qualityOfService = .background
            thread.start()
        }
    }
}
