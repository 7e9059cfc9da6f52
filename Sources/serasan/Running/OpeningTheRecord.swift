import CDispatch
import Foundation
import Ledger
import LedgerSQLite
import Server
import Stories

extension OpenRecord {
    /// Copies a record that this program is about to upgrade, and refuses one of a newer program.
    static func makeReady(_ database: URL) throws {
        let stamp = Date.now.formatted(
            .iso8601.year().month().day().dateSeparator(.omitted)
                .time(includingFractionalSeconds: false).timeSeparator(.omitted)
        )
        let files = FileManager.default
        if !files.fileExists(atPath: database.path) {
            // SQLite would make it readable for everybody; what it puts beside it follows its mode.
            _ = files.createFile(
                atPath: database.path,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            )
        }
        let outcome = try UpgradeCopy.make(of: database.path, stamp: stamp)
        if outcome.state.isNewer { throw tooNew(outcome.state) }
        if let copy = outcome.copy {
            FileHandle.standardError.write(
                Data(
                    ("serasan: catatan dinaikkan dari skema \(outcome.state.stored) ke "
                        + "\(outcome.state.known); salinan sebelumnya: \(copy)\n").utf8
                )
            )
        }
    }

    static func tooNew(_ state: SchemaState) -> CommandFailure {
        CommandFailure(
            "Catatan di folder ini dibuat program yang lebih baru (skema \(state.stored); program "
                + "ini mengenal sampai \(state.known)). Pasang program yang lebih baru. "
                + "Tidak ada yang diubah."
        )
    }

    /// The clock that every node goes by, where there may be several.
    static func sharedClock(of store: RecordStore) async throws -> SharedClock? {
        guard store.hasNodes else { return nil }
        let clock = SharedClock(wall: { .now }, ticks: { MachineTicks.milliseconds })
        try await clock.compare { try await store.serverTime() }
        return clock
    }

    /// The time of the record: never before what was recorded.
    static func clock(
        of store: RecordStore,
        by shared: SharedClock?
    ) async throws -> SteadyClock {
        let recorded = try await store.read { reader in try reader.lastMoment() }
        return SteadyClock(
            after: recorded ?? Instant(milliseconds: 0),
            wall: { shared?.now() ?? .now },
            ticks: { MachineTicks.milliseconds }
        )
    }
}

/// A clock that nobody sets, and that goes on while the machine sleeps.
enum MachineTicks {
    static var milliseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
