import Backups
import Foundation
import Keeping
import Ledger
import LedgerSQLite
import Server
import Services
import Stories

/// Makes the folder of a regency from a backup: beside its place first, put there when it is whole.
struct RestoredFolder {
    struct Outcome {
        let head: LogHead
        let erased: Int
        /// Payloads that are gone and that neither a fact of erasure nor a key erased since explains.
        let gone: Int
        /// Files of people that the record names and that did not come back.
        let lostFiles: Int
    }

    let place: URL
    private var beside: URL {
        place.deletingLastPathComponent()
            .appending(path: "\(place.lastPathComponent).pemulihan", directoryHint: .isDirectory)
    }
    private var data: URL { beside.appending(path: "data", directoryHint: .isDirectory) }
    private var database: URL { data.appending(path: "catatan.sqlite") }

    init(_ path: String) throws {
        place = URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL
        let files = FileManager.default
        guard files.fileExists(atPath: place.path) else { return }
        guard try files.contentsOfDirectory(atPath: place.path).isEmpty else {
            throw BackupRefusal.folderInUse(path)
        }
    }

    /// - Parameter takesOver: the folder takes the place of what was lost, and uses its places.
    func restore(
        _ reading: ReadingBackup,
        paper: String,
        takesOver: Bool = false
    ) async throws -> Outcome {
        let files = FileManager.default
        if files.fileExists(atPath: beside.path) { try files.removeItem(at: beside) }
        try files.createDirectory(
            at: data,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let mark = RegencyFolder.markOfRestore(in: beside)
        try Data().write(to: mark)
        // Before anything that could be taken for a regency lies beside it.
        try FolderTarget.flush(mark)
        try FolderTarget.flush(beside)
        do {
            try reading.write(
                into: beside,
                database: database,
                sealed: data.appending(path: "berkas", directoryHint: .isDirectory)
            )
            try hang(reading.keyring, paper: paper)
            let outcome = try await examine(reading, takesOver: takesOver)
            try FolderTarget.flushAll(under: beside)
            try files.removeItem(at: mark)
            try FolderTarget.flush(beside)
            if files.fileExists(atPath: place.path) { try files.removeItem(at: place) }
            try files.moveItem(at: beside, to: place)
            try FolderTarget.flush(place.deletingLastPathComponent())
            return outcome
        } catch {
            // Nothing half restored is left for somebody to take for whole.
            try files.removeItem(at: beside)
            throw error
        }
    }

    /// Puts root key, key-encryption keys and the rows of the newest keyring in place.
    private func hang(_ keyring: KeyringRead, paper: String) throws {
        let folder = data.appending(path: "kunci", directoryHint: .isDirectory)
        try Keys.restoreRoot(fromPaper: paper, in: folder.path)
        for file in keyring.files {
            let made = FileManager.default.createFile(
                atPath: folder.appending(path: file.name).path,
                contents: Data(file.bytes),
                attributes: [.posixPermissions: 0o600]
            )
            guard made else { throw BackupRefusal.folderInUse(folder.path) }
        }
        let connection = try SQLiteConnection(path: database.path, readOnly: false)
        defer { connection.close() }
        try connection.run("BEGIN IMMEDIATE")
        for row in keyring.rows where row.erased == nil {
            try connection.run(
                """
                UPDATE keyring SET wrapped = \(row.wrapped)
                WHERE dossier = \(row.dossier) AND erased IS NULL
                """
            )
        }
        try connection.run("COMMIT")
    }

    /// Opens the record, erases what was erased since, and reads all of it through.
    private func examine(
        _ reading: ReadingBackup,
        takesOver: Bool
    ) async throws -> Outcome {
        let keys = try Keys.open(in: data.appending(path: "kunci").path)
        let record = try await OpenRecord.open(data: data, keys: keys)
        let head = try await record.store.head()
        guard head.size == reading.header.size, head.root.description == reading.header.root
        else {
            try await record.store.close()
            throw BackupRefusal.otherHead
        }
        let (count, explained) = try await record.eraseAgain(reading.keyring.rows)
        let lost = try await lostFiles(of: record)
        let order = ReadingThroughOrder(
            excusing: ErasedPayloads.kinds,
            excuses: ErasedPayloads.named
        )
        let found = try await record.store.read { try $0.readThrough(order) }
        let now = record.clock.now()
        // The first that the restored log records: from which head it does not go on.
        try await record.store.beginOrigin(.restored, citing: reading.newestHead, at: now)
        try await record.store.noteErasedAgain(explained, at: now)
        if takesOver { try await ConfirmedPlaces.confirm(record.store, by: .system, at: now) }
        try await record.store.close()
        guard found.computed == found.kept, found.damaged.isEmpty, found.broken.isEmpty else {
            throw BackupRefusal.otherHead
        }
        let gone = Set(found.lost).subtracting(explained).count
        return Outcome(head: head, erased: count, gone: gone, lostFiles: lost)
    }

    /// Files that the record names and that did not come back.
    ///
    /// A mark in the place excuses a file that is gone, but only an erased dossier needs none.
    private func lostFiles(of record: OpenRecord) async throws -> Int {
        let named = try await record.store.read { reader in
            try reader.rows("SELECT id FROM files").map { try $0.id("id").description }
        }
        let folder = data.appending(path: "berkas", directoryHint: .isDirectory)
        let there = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
        return named.count { !there.contains($0) }
    }
}
