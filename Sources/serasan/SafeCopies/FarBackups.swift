import ArgumentParser
import Backups
import Foundation

/// The files that SFTP needs, on the command line.
struct SSHOptions: ParsableArguments {
    @Option(help: "Untuk sftp://: kunci SSH tanpa sandi, mode 0600.")
    var sshKey: String?

    @Option(help: "Untuk sftp://: berkas known_hosts yang mengenal mesin itu.")
    var sshHosts: String?

    /// Gives the folder of a backup place; of one on another machine, what was fetched from it.
    ///
    /// - Parameter scratch: where what is fetched lies meanwhile; it may be as large as the record.
    func reading<T>(
        _ target: String,
        at moment: String?,
        beside scratch: URL,
        _ body: (FolderTarget) async throws -> T
    ) async throws -> T {
        guard FarPlace.isMeant(by: target) else { return try await body(FolderTarget(target)) }
        let place = try FarPlace(target, key: sshKey, hosts: sshHosts)
        return try await inScratch(scratch) { folder in
            try FarCopy(place, scratch: folder).fetch(at: moment, into: folder)
            return try await body(FolderTarget(folder.path))
        }
    }
}

extension FarPlace {
    /// Copies the backups of a folder to this place.
    ///
    /// - Parameter record: whose backups they are, where it is known.
    func copy(
        _ folder: FolderTarget,
        of record: RegencyFolder? = nil
    ) throws -> FarCopy.Outcome {
        let scratch = folder.folder.appending(path: ".salinan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: scratch,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        defer { remove(scratch) }
        return try FarCopy(self, scratch: scratch).bring(folder) { header in
            guard let record else { return true }
            let pages = try PagesOfRecord(of: record)
            defer { pages.close() }
            return try pages.source().follows(header)
        }
    }
}

/// Runs something with a folder of its own that is gone afterwards.
private func inScratch<T>(
    _ folder: URL,
    _ body: (URL) async throws -> T
) async throws -> T {
    guard !FileManager.default.fileExists(atPath: folder.path) else {
        throw BackupRefusal.folderInUse(folder.path)
    }
    try FileManager.default.createDirectory(
        at: folder,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
    )
    defer { remove(folder) }
    return try await body(folder)
}

/// What is left where this fails is only litter: sealed, and for this user alone.
private func remove(_ folder: URL) {
    do { try FileManager.default.removeItem(at: folder) } catch {}
}
