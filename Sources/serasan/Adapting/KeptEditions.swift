import Exchange
import Foundation
import Office

/// The folders that were in place before, and the publishers' files as they were installed.
///
/// `paket/asal/{digest}.tar` are a publisher's files, `paket/lama/{name}/{number}-{version}.tar`
/// whole folders of before; both never change once written.
struct KeptEditions {
    private let root: URL

    init(_ folder: RegencyFolder) { root = folder.root.appending(path: "paket") }

    /// Keeps what is about to be replaced.
    func keep(_ folder: AdaptedFolder) throws {
        try keep(upstream: folder.upstream)
        let before = try list(folder.name)
        guard before.last?.archive.digest != folder.all.digest else { return }
        let number = String(format: "%04d", before.count + 1)
        try write(
            folder.all,
            to: place(of: folder.name).appending(path: "\(number)-\(folder.version).tar")
        )
    }

    func keep(upstream: FolderArchive) throws {
        try write(upstream, to: root.appending(path: "asal/\(upstream.digest).tar"))
    }

    /// A publisher's files by their digest; nil where they were never installed here.
    func upstream(_ digest: String) throws -> FolderArchive? {
        let file = root.appending(path: "asal/\(digest).tar")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let archive = try Self.read(file)
        guard archive.digest == digest else {
            throw CommandFailure("\(file.path) rusak: isinya bukan yang disebut namanya.")
        }
        return archive
    }

    /// The editions that were in place, oldest first.
    func list(_ name: String) throws -> [(version: String, archive: FolderArchive)] {
        let place = place(of: name)
        guard FileManager.default.fileExists(atPath: place.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: place.path)
            .filter { $0.hasSuffix(".tar") }.sorted()
            .map { file in
                let version = file.dropLast(".tar".count).drop { $0 != "-" }.dropFirst()
                return (String(version), try Self.read(place.appending(path: file)))
            }
    }

    private func place(of name: String) -> URL { root.appending(path: "lama/\(name)") }

    private static func read(_ file: URL) throws -> FolderArchive {
        guard let archive = FolderArchive(bytes: [UInt8](try Data(contentsOf: file))) else {
            throw CommandFailure("\(file.path) rusak.")
        }
        return archive
    }

    /// Writes beside and renames, so that no half file ever has the name.
    private func write(_ archive: FolderArchive, to file: URL) throws {
        guard !FileManager.default.fileExists(atPath: file.path) else { return }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(archive.bytes).write(to: file, options: .atomic)
    }
}
