import Foundation
import Keeping
import Ledger
import Server
import Services
import Stories

extension Examination {
    /// Each place that the settings name, the drills; without a place, the mark of whoever copies
    /// by hand.
    func backups(isSample: Bool, _ zone: Zone) throws -> [Finding] {
        let settings: Settings
        do {
            settings = try ServingSettings(named: named, in: folder).settings
        } catch {
            // Settings that cannot be read are a finding of their own.
            return []
        }
        let targets = settings.backupTargets.map(RegencyFolder.normal)
        let (age, mayUse) = try drills(
            every: settings.drillDays ?? DrillAge.usualDays,
            in: zone
        )
        let isOnServer = try DatabaseOfFolder(data: folder.data).isServer
        let copies = CopiesNow(
            states: folder.targets(targets),
            age: age,
            mayUsePlaces: mayUse,
            isSample: isSample,
            isOnServer: isOnServer,
            now: .now
        )
        var found = copies.findings(folder: folder.root.path)
        if targets.isEmpty, !isOnServer {
            found.append(
                Finding.backup(
                    Instant(lastChangeOf: folder.markOfBackup),
                    at: .now,
                    mark: folder.markOfBackup.path
                )
            )
        }
        return found
    }

    /// What the record says of drills; nothing of one that this program has not opened yet.
    private func drills(
        every days: Int,
        in zone: Zone
    ) throws -> (age: DrillAge?, mayUsePlaces: Bool) {
        let database = try DatabaseOfFolder(data: folder.data)
        guard database.isThere else { return (nil, true) }
        let connection = try database.connectionToRead()
        defer { connection.close() }
        let names = try connection.tables()
        let reader = Reader(connection, keys: .none)
        let isKept = names.contains("restore_drills")
        return (
            try isKept ? reader.drillAge(on: zone.day(.now), in: zone, every: days) : nil,
            try !names.contains(ConfirmedPlaces.table) || reader.mayUsePlaces()
        )
    }
}
