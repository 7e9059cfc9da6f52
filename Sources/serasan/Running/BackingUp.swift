import Backups
import Foundation
import Ledger
import Logging
import ServiceLifecycle
import Stories

/// Every quarter of an hour: keys that are due are renewed, then the record goes to each target.
struct BackingUp: Service {
    private static let minutes = 15

    let store: RecordStore
    let folder: RegencyFolder
    let targets: [String]
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
                for target in targets { await backUp(into: target) }
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(Self.minutes * 60)) } catch { break }
            }
        }
    }

    /// One target that fails does not keep the next from its backup.
    private func backUp(into target: String) async {
        do {
            let folder = folder
            let made = try await Self.onOwnThread {
                try BackupOfFolder(folder).make(into: FolderTarget(target), now: .now)
            }
            logger.info(
                "backup",
                metadata: ["name": "\(made.name.text)", "pages": "\(made.written)"]
            )
        } catch let refusal as BackupRefusal {
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

    /// Reads and writes for as long as it takes, without a thread that answers people.
    private static func onOwnThread<T: Sendable>(
        _ work: @Sendable @escaping () throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread { continuation.resume(with: Result { try work() }) }
            thread.qualityOfService = .background
            thread.start()
        }
    }
}
