import Backups
import Foundation
import Ledger
import LedgerSQLite
import Server

/// Reads the newest backup of a place to its end, wherever the place is.
struct ReadingPlace {
    let keys: Keys
    /// The files that SFTP needs.
    var sshKey: String?
    var sshHosts: String?

    /// - Parameters:
    ///   - scratch: where what comes from another machine lies meanwhile; gone afterwards.
    ///   - pause: is called after each piece.
    func read(
        _ target: String,
        at moment: String? = nil,
        beside scratch: URL,
        pause: () throws -> Void = {}
    ) throws -> ReadingBackup {
        guard FarPlace.isMeant(by: target) else {
            return try read(FolderTarget(target), at: moment, pause: pause)
        }
        let place = try FarPlace(target, key: sshKey, hosts: sshHosts)
        try FileManager.default.createDirectory(
            at: scratch,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { FileManager.default.removeLitter(scratch) }
        try FarCopy(place, scratch: scratch).fetch(at: moment, into: scratch)
        return try read(FolderTarget(scratch.path), at: moment, pause: pause)
    }

    private func read(
        _ folder: FolderTarget,
        at moment: String?,
        pause: () throws -> Void
    ) throws -> ReadingBackup {
        let reading = try ReadingBackup(
            from: folder,
            at: moment,
            keys: keys,
            knowing: Migrations.all.count
        )
        try reading.verify(pause: pause)
        return reading
    }
}

extension FileManager {
    /// Removes a folder of ours; what is left where this fails is only litter, for this user alone.
    func removeLitter(_ folder: URL) {
        do { try removeItem(at: folder) } catch {}
    }
}
