import Backups
import Foundation
import Ledger
import Logging
import Server
import ServiceLifecycle
import Stories

/// Once a week: the newest backup of each place is read to its end, at the pace of who has time.
struct VerifyingPlaces: Service {
    private static let firstSeconds = 300
    private static let everySeconds = 900

    let folder: RegencyFolder
    let settings: Settings
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // Never at the start, when people wait for the first answer.
            var wait = Self.firstSeconds
            while !Task.isCancelled {
                do { try await Task.sleep(for: .seconds(wait)) } catch { break }
                wait = Self.everySeconds
                for target in settings.backupTargets where !Task.isCancelled {
                    await readIfDue(target)
                }
            }
        }
    }

    private func readIfDue(_ target: String) async {
        let health = HealthOfTargets(folder)
        let name = RegencyFolder.normal(target)
        do {
            guard try health.states(of: [name])[0].isReadingDue(at: .now) else { return }
            try await read(target)
            try health.note(read: .now, in: name)
            logger.info("backup", metadata: ["read": "\(target)"])
        } catch is CancellationError {
            return
        } catch let refusal as any Refusal {
            logger.error("backup", metadata: ["unread": "\(refusal.sentenceInEnglish)"])
            note(refusal.sentence, in: name)
        } catch {
            logger.error("backup", metadata: ["unread": "\(String(reflecting: error))"])
            note("Rinciannya di catatan jalannya program.", in: name)
        }
    }

    private func read(_ target: String) async throws {
        let (folder, settings) = (folder, settings)
        // What comes from another machine is as large as a backup: beside the first of them.
        let beside = settings.backupTargets.first ?? folder.data.path
        let scratch = URL(filePath: beside, directoryHint: .isDirectory)
            .appending(path: ".dibaca-\(UUID().uuidString)", directoryHint: .isDirectory)
        let ending = Ending()
        try await withTaskCancellationHandler {
            try await BackingUp.onOwnThread {
                let pacing = Pacing(until: ending)
                let keys = try Keys.open(in: folder.data.appending(path: "kunci").path)
                _ = try ReadingPlace(
                    keys: keys,
                    sshKey: settings.backupKey,
                    sshHosts: settings.backupHosts
                ).read(target, beside: scratch, pause: pacing.pause)
            }
        } onCancel: {
            ending.come()
        }
    }

    private func note(_ failure: String, in name: String) {
        do {
            try HealthOfTargets(folder).note(read: .now, in: name, failure: failure)
        } catch {
            logger.error("backup", metadata: ["error": "\(String(reflecting: error))"])
        }
    }
}
