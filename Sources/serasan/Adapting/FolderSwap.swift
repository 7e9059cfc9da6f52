import Backups
package import Foundation
package import Office

/// Puts a whole new folder in the place of an old one.
///
/// The new folder is written beside the old one and reaches the disk first; then both change places
/// in one step of the file system. Cut short at any moment, the old folder stands there or the new.
package struct FolderSwap {
    /// Where the blueprint lies: `blueprints/16.03/umkm`.
    package let place: URL
    private let archive: FolderArchive

    /// Whether files that are no part of a blueprint come along: a README, the history of its text.
    private let carriesOthers: Bool

    /// Its name begins with a dot, so nobody takes it for a blueprint.
    private let beside: URL

    package init(_ archive: FolderArchive, at place: URL, carriesOthers: Bool = false) {
        self.place = place
        self.archive = archive
        self.carriesOthers = carriesOthers
        beside = place.deletingLastPathComponent()
            .appending(path: ".\(place.lastPathComponent).baru")
    }

    package func run() throws {
        for step in steps { try step() }
    }

    /// One after the other; whatever an interrupted run has left is cleared by the first.
    package var steps: [() throws -> Void] {
        let writing = archive.files.map { file in { try write(file) } }
        return [clear] + writing + [carry, settle, exchange, clear, settleParent]
    }

    private func clear() throws {
        guard FileManager.default.fileExists(atPath: beside.path) else { return }
        try FileManager.default.removeItem(at: beside)
    }

    private func write(_ file: FolderArchive.File) throws {
        let target = beside.appending(path: file.path)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(file.bytes).write(to: target)
        try Self.sync(target)
    }

    private func carry() throws {
        guard carriesOthers, Self.isFolder(place) else { return }
        for path in try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted() {
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            let (here, there) = (place.appending(path: path), beside.appending(path: path))
            guard isHidden || !path.hasSuffix(".yaml"), !Self.isFolder(here) else { continue }
            try FileManager.default.createDirectory(
                at: there.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(at: here, to: there)
            try Self.sync(there)
        }
    }

    private func settle() throws {
        let inside = try FileManager.default.subpathsOfDirectory(atPath: beside.path)
        for path in inside {
            let found = beside.appending(path: path)
            if found.hasDirectoryPath || Self.isFolder(found) { try Self.sync(found) }
        }
        try Self.sync(beside)
    }

    private func exchange() throws {
        let isThere = FileManager.default.fileExists(atPath: place.path)
        let trouble =
            isThere
            ? OneStep.exchange(beside.path, place.path) : OneStep.move(beside.path, place.path)
        if let trouble {
            throw CommandFailure(
                "Folder \(place.path) tidak bisa diganti sekaligus (galat \(trouble)). "
                    + "Tidak ada yang diubah."
            )
        }
    }

    private func settleParent() throws {
        try Self.sync(place.deletingLastPathComponent())
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    private static func sync(_ url: URL) throws {
        let file = open(url.path, O_RDONLY)
        guard file >= 0 else { throw CommandFailure("\(url.path) tidak bisa dibuka.") }
        defer { close(file) }
        guard fsync(file) == 0 else {
            throw CommandFailure("\(url.path) tidak bisa ditulis ke disk.")
        }
    }
}
