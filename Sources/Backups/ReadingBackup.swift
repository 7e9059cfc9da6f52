package import Foundation
package import Ledger

/// A backup as it is read: checked through, or put back as files.
package struct ReadingBackup {
    package let name: BackupName
    package let header: BackupHeader
    package let keyring: KeyringRead
    /// The newest head that the place knows, of the log that a restored one follows.
    package let newestHead: CitedHead?
    private let target: FolderTarget
    private let keys: Keys

    /// The newest backup at or before a moment, with the newest keyring.
    package init(
        from target: FolderTarget,
        at moment: String? = nil,
        keys: Keys,
        knowing schema: Int
    ) throws {
        let all = try target.backups()
        let found = all.last { name in moment.map { name.stamp <= $0 } ?? true }
        guard let found else { throw BackupRefusal.noBackup }
        let reader = try BackupReader(target.path(found.text), keys: keys)
        guard reader.header.schema <= schema else {
            throw BackupRefusal.newerDatabase(found.text)
        }
        guard let ring = try target.keyring() else { throw BackupRefusal.noKeyring }
        keyring = try KeyringRead(target.path(ring.name), keys: keys)
        guard keyring.number >= reader.header.keyring else { throw BackupRefusal.olderKeyring }
        name = found
        header = reader.header
        newestHead = Self.newestHead(all, in: target, keys) ?? reader.header.cited
        self.target = target
        self.keys = keys
    }

    private static func newestHead(
        _ all: [BackupName],
        in target: FolderTarget,
        _ keys: Keys
    ) -> CitedHead? {
        for name in all.reversed() {
            do {
                return try BackupReader(target.path(name.text), keys: keys).header.cited
            } catch {
                // A damaged one says nothing that could be cited; the one before it may.
                continue
            }
        }
        return nil
    }

    /// Reads everything that the backup needs, and changes nothing.
    ///
    /// - Parameter pause: is called after each piece, for who reads while people are served.
    package func verify(pause: () throws -> Void = {}) throws {
        for reader in try BackupChain(to: name, in: target, keys: keys).readers {
            let isNewest = reader.name == name.text
            var pages = 0
            try reader.entries { entry in
                switch entry {
                case .page, .file:
                    pages += 1
                    if pages.isMultiple(of: 256) { try pause() }
                case .sealed(let file):
                    guard isNewest else { break }
                    _ = try target.sealed(file)
                    try pause()
                }
            }
        }
    }

    /// Writes database, sealed files and the regency's own files into a folder that is empty.
    package func write(into folder: URL, database: URL, sealed: URL) throws {
        let files = FileManager.default
        try files.createDirectory(
            at: sealed,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        _ = files.createFile(
            atPath: database.path,
            contents: nil,
            attributes: [.posixPermissions: 0o600]
        )
        let out = try FileHandle(forWritingTo: database)
        for reader in try BackupChain(to: name, in: target, keys: keys).readers {
            let isNewest = reader.name == name.text
            try reader.entries { entry in
                switch entry {
                case .page(let number, let page):
                    guard number >= 1, page.count == header.pageSize else {
                        throw BackupRefusal.damaged(reader.name)
                    }
                    try out.seek(toOffset: UInt64(number - 1) * UInt64(header.pageSize))
                    try out.write(contentsOf: Data(page))
                case .file(let path, let bytes):
                    if isNewest { try put(bytes, at: path, in: folder) }
                case .sealed(let file):
                    if isNewest { try copy(file, into: sealed) }
                }
            }
        }
        try out.truncate(atOffset: UInt64(header.pageCount) * UInt64(header.pageSize))
        try out.synchronize()
        try out.close()
    }

    private func copy(_ file: String, into folder: URL) throws {
        // What was erased since comes back in nothing: its dossier is erased again at once.
        guard let bytes = try target.sealed(file) else { return }
        let path = folder.appending(path: String(file.prefix { $0 != "." }))
        try bytes.write(to: path)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: path.path
        )
        try FolderTarget.flush(path)
    }

    private func put(_ bytes: [UInt8], at path: String, in folder: URL) throws {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, !parts.contains(where: { $0 == ".." || $0 == "." || $0.isEmpty })
        else { throw BackupRefusal.damaged(name.text) }
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
    }
}
