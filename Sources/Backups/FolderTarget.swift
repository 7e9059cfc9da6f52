import CDisk
import Crypto
package import Foundation
import Stories

/// A folder that holds backups: a disk that is taken away, a share of another machine.
package struct FolderTarget: Sendable {
    package let folder: URL

    /// The folder must be there: what a missing disk is mounted on must not be filled.
    package init(_ path: String) throws {
        folder = URL(filePath: path, directoryHint: .isDirectory)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw BackupRefusal.noTarget(path) }
    }

    /// Sealed files of dossiers, each under its name and the hash of its bytes.
    var sealedFiles: URL { folder.appending(path: "berkas", directoryHint: .isDirectory) }

    /// The backups in order of time.
    package func backups() throws -> [BackupName] {
        try names().compactMap { BackupName($0) }.sorted()
    }

    /// The newest keyring.
    package func keyring() throws -> (name: String, number: Int64)? {
        try names().compactMap { name in
            KeyringExport.number(of: name).map { (name, $0) }
        }.max { $0.1 < $1.1 }
    }

    package func path(_ name: String) -> URL { folder.appending(path: name) }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }

    /// Builds a file under another name, and puts it in place once the disk has it.
    func put(_ name: String, _ build: (URL) throws -> Void) throws {
        let beside = path("\(name).baru")
        if FileManager.default.fileExists(atPath: beside.path) {
            try FileManager.default.removeItem(at: beside)
        }
        do {
            try build(beside)
            try FileManager.default.moveItem(at: beside, to: path(name))
            try Self.flush(folder)
        } catch {
            if FileManager.default.fileExists(atPath: beside.path) {
                try FileManager.default.removeItem(at: beside)
            }
            throw error
        }
    }

    package func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: path(name))
    }

    /// Copies the sealed files that are not there yet; answers with the names of all.
    func copySealed(from source: URL) throws -> [String] {
        let files = FileManager.default
        try files.createDirectory(at: sealedFiles, withIntermediateDirectories: true)
        var known: [Substring: String] = [:]
        for name in try files.contentsOfDirectory(atPath: sealedFiles.path)
        where !name.hasSuffix(".baru") && !Self.isMark(name) {
            known[name.prefix { $0 != "." }] = name
        }
        guard files.fileExists(atPath: source.path) else { return [] }
        var names: [String] = []
        var copied = false
        for name in try files.contentsOfDirectory(atPath: source.path).sorted()
        where OpaqueID(name) != nil {
            if let there = known[Substring(name)] {
                names.append(there)
                continue
            }
            let from = source.appending(path: name)
            // Erased since the folder was listed: then no backup needs it either.
            guard files.fileExists(atPath: from.path) else { continue }
            let bytes = try Data(contentsOf: from)
            let kept = "\(name).\(hexadecimal(Array(SHA256.hash(data: bytes))))"
            let beside = sealedFiles.appending(path: "\(kept).baru")
            try bytes.write(to: beside)
            try Self.flush(beside)
            try files.moveItem(at: beside, to: sealedFiles.appending(path: kept))
            copied = true
            names.append(kept)
        }
        if copied { try Self.flush(sealedFiles) }
        return names
    }

    /// The bytes of a sealed file, compared with the hash in its name; nil where it was erased since.
    func sealed(_ name: String) throws -> Data? {
        let path = sealedFiles.appending(path: name)
        let parts = name.split(separator: ".")
        guard parts.count == 2, OpaqueID(String(parts[0])) != nil else {
            throw BackupRefusal.damaged(name)
        }
        guard FileManager.default.fileExists(atPath: path.path) else {
            if isErased(name) { return nil }
            throw BackupRefusal.missing("berkas/\(name)")
        }
        let bytes = try Data(contentsOf: path)
        guard hexadecimal(Array(SHA256.hash(data: bytes))) == parts[1] else {
            throw BackupRefusal.damaged("berkas/\(name)")
        }
        return bytes
    }

    /// Returns after the disk has every file and folder under a folder, and its own name.
    package static func flushAll(under folder: URL) throws {
        let handle = open(folder.path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw BackupRefusal.noTarget(folder.path) }
        defer { close(handle) }
        // The whole file system at once: a restored folder holds more files than can be asked for
        // one by one.
        guard syncfs(handle) == 0 else { throw BackupRefusal.noTarget(folder.path) }
        try flush(folder.deletingLastPathComponent())
    }

    /// Returns after the disk has a file, or the names in a folder.
    package static func flush(_ path: URL) throws {
        let handle = open(path.path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw BackupRefusal.noTarget(path.path) }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw BackupRefusal.noTarget(path.path) }
    }
}
