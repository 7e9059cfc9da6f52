import Crypto
package import Foundation

/// A copy of a backup folder on another machine: what is missing there is sent and read back.
package struct FarCopy {
    package struct Outcome: Hashable, Sendable {
        /// How many files were sent.
        package var sent = 0
        package var bytes: Int64 = 0
        package var removed = 0
    }

    private let place: FarPlace
    private let line: SFTPLine
    /// An empty folder of this machine for what is read back.
    private let scratch: URL

    package init(_ place: FarPlace, scratch: URL) throws {
        (self.place, self.scratch) = (place, scratch)
        line = try SFTPLine(place)
    }

    /// Sends what the folder has and the other machine has not, and removes there what is too old.
    ///
    /// Sealed files and the keyring go first, then backups from the oldest on: whatever was cut
    /// short, a backup that is there has all that it needs.
    ///
    /// - Parameter follows: whether the record whose backups the folder holds goes on from a backup
    ///   over there; without it only that they are of the same regency is looked at.
    package func bring(
        _ folder: FolderTarget,
        follows: (BackupHeader) throws -> Bool = { _ in true }
    ) throws -> Outcome {
        let there = try line.names()
        let backups = try folder.backups()
        try refuseForeign(there, than: backups, in: folder, follows)
        var outcome = Outcome()
        let sealed = try Self.sealedNames(of: folder)
        let sealedThere = Set(try line.names(in: Self.sealedFolder))
        for name in sealed where !sealedThere.contains(name) {
            try send(
                folder.sealedFiles.appending(path: name),
                as: "\(Self.sealedFolder)/\(name)",
                &outcome
            )
        }
        let names = try folder.keyring().map { [$0.name] } ?? []
        for name in names + backups.map(\.text) where !there.contains(name) {
            try send(folder.path(name), as: name, &outcome)
        }
        try prune(backups, keyring: folder.keyring()?.number, &outcome)
        try pruneSealed(keeping: Set(sealed), of: Set(backups.map(\.text)), &outcome)
        return outcome
    }

    /// Fetches the newest backup at or before a moment, with all that it needs, into a folder.
    package func fetch(at moment: String?, into folder: URL) throws {
        let names = try line.names()
        let all = names.compactMap { BackupName($0) }.sorted()
        guard let found = all.last(where: { name in moment.map { name.stamp <= $0 } ?? true })
        else { throw BackupRefusal.noBackup }
        var next: String? = found.text
        for _ in BackupLevel.allCases {
            guard let name = next else { break }
            guard names.contains(name) else { throw BackupRefusal.missing(name) }
            try line.get(name, into: folder.appending(path: name))
            next = try BackupReader.header(of: folder.appending(path: name)).base
        }
        if let newest = all.last, newest != found {
            // Of a newer one only the head is asked, which the restored log cites.
            try line.get(
                newest.text,
                first: BackupFile.mostOfHeader + 64,
                into: folder.appending(path: newest.text)
            )
        }
        let keyrings = names.filter { KeyringExport.number(of: $0) != nil }
        for name in keyrings { try line.get(name, into: folder.appending(path: name)) }
        let sealed = folder.appending(path: Self.sealedFolder, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: sealed, withIntermediateDirectories: true)
        for name in try line.names(in: Self.sealedFolder) where Self.isSealed(name) {
            try line.get("\(Self.sealedFolder)/\(name)", into: sealed.appending(path: name))
        }
    }

    private static let sealedFolder = "berkas"

    private static func isSealed(_ name: String) -> Bool { name.split(separator: ".").count == 2 }

    private static func sealedNames(of folder: FolderTarget) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.sealedFiles.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.sealedFiles.path)
            .filter { isSealed($0) && !$0.hasSuffix(".baru") }
            .sorted()
    }

    private func send(_ file: URL, as name: String, _ outcome: inout Outcome) throws {
        let sum = try Self.sum(of: file)
        try line.put(file, as: name)
        let back = scratch.appending(path: "dibaca-kembali")
        defer { do { try FileManager.default.removeItem(at: back) } catch {} }
        try line.get(name, into: back)
        guard try Self.sum(of: back) == sum else {
            try line.remove(name)
            throw FarRefusal.otherAfterwards(name)
        }
        outcome.sent += 1
        outcome.bytes += Int64(try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
    }

    private static func sum(of path: URL) throws -> SHA256.Digest {
        let file = try FileHandle(forReadingFrom: path)
        defer { do { try file.close() } catch {} }
        var hash = SHA256()
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(data: piece)
        }
        return hash.finalize()
    }

    /// Another regency's backups in that place would be pruned as if they were ours.
    private func refuseForeign(
        _ there: [String],
        than backups: [BackupName],
        in folder: FolderTarget,
        _ follows: (BackupHeader) throws -> Bool
    ) throws {
        guard let newest = there.compactMap({ BackupName($0) }).max(),
            !backups.contains(newest), let own = backups.last
        else { return }
        let head = scratch.appending(path: "kepala")
        defer { do { try FileManager.default.removeItem(at: head) } catch {} }
        try line.get(newest.text, first: BackupFile.mostOfHeader + 64, into: head)
        let theirs = try BackupReader.header(of: head)
        let ours = try BackupReader.header(of: folder.path(own.text))
        guard theirs.installation == ours.installation else {
            throw BackupRefusal.otherInstallation
        }
        guard try follows(theirs) else { throw BackupRefusal.otherFolder }
    }

    /// A folder that lost its backups here takes none away there.
    private func prune(
        _ backups: [BackupName],
        keyring: Int64?,
        _ outcome: inout Outcome
    ) throws {
        let there = try line.names()
        let names = Set(there.compactMap { BackupName($0) })
        let kept = Retention.kept(of: names.union(backups)).union(backups)
        for name in names.subtracting(kept).sorted() {
            try line.remove(name.text)
            outcome.removed += 1
        }
        guard let keyring else { return }
        for name in there {
            guard let number = KeyringExport.number(of: name), number < keyring else { continue }
            try line.remove(name)
            outcome.removed += 1
        }
    }

    /// Sealed files that no backup names are known only where each backup there is here too.
    private func pruneSealed(
        keeping sealed: Set<String>,
        of backups: Set<String>,
        _ outcome: inout Outcome
    ) throws {
        let names = try line.names().filter { BackupName($0) != nil }
        guard !names.isEmpty, backups.isSuperset(of: names) else { return }
        for name in try line.names(in: Self.sealedFolder)
        where Self.isSealed(name) && !sealed.contains(name) {
            try line.remove("\(Self.sealedFolder)/\(name)")
            outcome.removed += 1
        }
    }
}
