import Backups
import Foundation
import Ledger
import Logging
import Server
import ServiceLifecycle
import Stories

/// One of several nodes: every few seconds it hears of keys, hands them on and moves a renewal on;
/// every quarter of an hour the newest keyring goes to the folders of the settings.
///
/// The data itself is backed up by the server's own tools.
struct SharingKeys: Service {
    private static let seconds = 10
    private static let roundsOfExport = 90

    let store: RecordStore
    let folder: RegencyFolder
    let settings: Settings
    let clock: SharedClock
    let logger: Logger

    func run() async throws {
        for place in settings.backupTargets where FarPlace.isMeant(by: place) {
            logger.warning("keys", metadata: ["place": "not used beside PostgreSQL: sftp"])
        }
        await cancelWhenGracefulShutdown {
            var round = 0
            var wasFine = true
            while !Task.isCancelled {
                do {
                    // A key is destroyed by the clock, so a wrong one keeps its hands off.
                    if !clock.isTooFar, !store.isOutdated {
                        try await store.keepWrappingYoung(at: clock.now())
                    }
                    wasFine = true
                } catch {
                    // Once, not every ten seconds for as long as the server is away.
                    let level: Logger.Level = wasFine ? .error : .debug
                    let told = String(reflecting: error)
                    logger.log(level: level, "keys", metadata: ["error": "\(told)"])
                    wasFine = false
                }
                if round % Self.roundsOfExport == 0 { await export() }
                round += 1
                // A wait that is cut short means the end: the loop sees it.
                do { try await Task.sleep(for: .seconds(Self.seconds)) } catch { break }
            }
        }
    }

    private func export() async {
        for place in settings.backupTargets where !FarPlace.isMeant(by: place) {
            do {
                let folder = folder
                let number = try await BackingUp.onOwnThread {
                    let number = try KeyringOfServer(folder: folder)
                        .keep(in: FolderTarget(place), now: .now)
                    try HealthOfTargets(folder)
                        .note(keyringIn: RegencyFolder.normal(place), at: .now)
                    return number
                }
                logger.info("keyring", metadata: ["number": "\(number)"])
            } catch let refusal as any Refusal {
                logger.error("keyring", metadata: ["error": "\(refusal.sentenceInEnglish)"])
                note(refusal.sentence, in: place)
            } catch {
                logger.error("keyring", metadata: ["error": "\(String(reflecting: error))"])
                note("Rinciannya di catatan jalannya program.", in: place)
            }
        }
    }

    /// Why there is none, for the pages that ask.
    private func note(_ failure: String, in place: String) {
        do {
            try HealthOfTargets(folder).note(failure: failure, in: RegencyFolder.normal(place))
        } catch {
            logger.error("keyring", metadata: ["error": "\(String(reflecting: error))"])
        }
    }
}
