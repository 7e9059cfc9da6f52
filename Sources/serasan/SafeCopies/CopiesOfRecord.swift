import Keeping
import Ledger
import Server
import Services
import Stories

/// The safe copies of a record that is served.
struct CopiesOfRecord: Sendable {
    let store: RecordStore
    let folder: RegencyFolder
    let targets: [String]
    let drillDays: Int
    let isSample: Bool
    let shared: SharedClock?

    init(
        _ record: OpenRecord,
        _ folder: RegencyFolder,
        _ serving: ServingSettings,
        isSample: Bool
    ) {
        store = record.store
        shared = record.shared
        self.folder = folder
        targets =
            serving.isPractice ? [] : serving.settings.backupTargets.map(RegencyFolder.normal)
        drillDays = serving.settings.drillDays ?? DrillAge.usualDays
        self.isSample = isSample
    }

    /// The machine as the pages of the ICT office see it.
    var machine: Machine {
        var machine = folder.machine(backedUpTo: targets)
        machine.isTrial = isSample
        machine.drillDays = drillDays
        machine.isOnServer = store.hasNodes
        machine.isOutdated = store.isOutdated
        if let shared, shared.isWorrying {
            machine.clock = (shared.secondsAhead, shared.isTooFar)
        }
        return machine
    }

    func now(at now: Instant) async throws -> CopiesNow {
        let days = drillDays
        let (age, mayUse) = try await store.read { reader in
            let zone = try reader.zoneInForce() ?? .wib
            return (
                try reader.drillAge(on: zone.day(now), in: zone, every: days),
                try reader.mayUsePlaces()
            )
        }
        return CopiesNow(
            states: folder.targets(targets),
            age: age,
            mayUsePlaces: mayUse,
            isSample: isSample,
            isOnServer: store.hasNodes,
            now: now
        )
    }
}
