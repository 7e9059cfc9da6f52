package import Blueprints
import Crypto
package import Office
import Stories

/// The files of a blueprint here, told apart: its publisher's, and our own beside them.
package struct AdaptedFolder: Sendable {
    /// `16.03/umkm`.
    package let name: String
    package let all: FolderArchive

    /// What the publisher issued: everything but `overlay.yaml` and `lock.yaml`.
    package let upstream: FolderArchive
    package let read: ReadFolder

    /// SHA-256 of the publisher's files, as a lock and a package say it.
    package let digest: String

    package init(_ archive: FolderArchive, named name: String) {
        self.name = name
        all = archive
        upstream = archive.without(Self.ours)
        digest = upstream.digest
        read = readBlueprint(archive.sources, at: "blueprints/\(name)")
    }

    private init(_ folder: AdaptedFolder, with files: [SourceFile]) {
        name = folder.name
        all = folder.upstream.with(files)
        upstream = folder.upstream
        digest = folder.digest
        read = folder.read.adding(files, at: "blueprints/\(name)")
    }

    /// Publisher's files alone, with an overlay or a lock of ours beside them.
    func with(ours files: [SourceFile]) -> AdaptedFolder { AdaptedFolder(self, with: files) }

    /// The files that never come from a publisher.
    package static let ours: Set<String> = ["overlay.yaml", "lock.yaml"]

    package var overlay: Overlay { read.overlay ?? Overlay(fill: [:], edits: []) }

    package var version: String { read.tree.text(at: "blueprint/version") ?? "" }

    /// What the files say once our own edits and fillings are made.
    package var tree: Tree {
        let ground = CompileGround(purpose: .running, digest: ContentDigest.of)
        return compile(read, on: ground).tree
    }

    /// The complaint about publisher's files that somebody changed where they lie.
    ///
    /// Nil without a lock: such a blueprint is our own.
    package var directEdit: Diagnostic? {
        guard let lock = read.lock, lock.digest != digest else { return nil }
        return Diagnostic(
            code: "P101",
            place: read.places["lock/digest"]
                ?? Place(file: "blueprints/\(name)/lock.yaml", line: 1, column: 1),
            sentence: "Berkas dari penerbit disunting langsung: isinya bukan lagi versi "
                + "\(lock.version) seperti saat dipasang.",
            fix: "Jadikan penyesuaian: serasan overlay FOLDER \(name) --reason … --by … --date …"
        )
    }
}

/// SHA-256 in hexadecimal digits.
package enum ContentDigest {
    package static func of(_ bytes: [UInt8]) -> String {
        hexadecimal(Array(SHA256.hash(data: bytes)))
    }
}

extension FolderArchive {
    package var sources: [SourceFile] {
        files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
    }

    package var digest: String { ContentDigest.of(bytes) }

    package func without(_ paths: Set<String>) -> FolderArchive {
        replacing(files.filter { !paths.contains($0.path) })
    }

    /// The same with some files more, or in place of those that have their names.
    package func with(_ more: [SourceFile]) -> FolderArchive {
        let names = Set(more.map(\.path))
        let rest = files.filter { !names.contains($0.path) }
        return replacing(rest + more.map { File(path: $0.path, bytes: $0.bytes) })
    }

    private func replacing(_ files: [File]) -> FolderArchive {
        guard let archive = FolderArchive(files) else {
            preconditionFailure("the house's own file names fit an archive")
        }
        return archive
    }
}
