import Blueprints
import Exchange
import Foundation
import Office
import Testing

/// The shipped blueprints, and versions of them that a test makes up.
enum MadeUp {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The files of `blueprints/16.03/{name}` by their paths.
    static func files(_ name: String = "umkm") throws -> [String: String] {
        let base = root.appending(path: "blueprints/16.03/\(name)")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
        return try paths.filter { $0.hasSuffix(".yaml") }.reduce(into: [:]) { files, path in
            files[path] = try String(contentsOf: base.appending(path: path), encoding: .utf8)
        }
    }

    static func regency() throws -> RegencyFile {
        let file = root.appending(path: "Tests/BlueprintsTests/Fixtures/regency.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        return try #require(readRegency(SourceFile(path: "regency.yaml", text: text)).0)
    }

    static let service = "services/surat-keterangan-usaha.yaml"
}

extension [String: String] {
    var archive: FolderArchive {
        get throws {
            try #require(
                FolderArchive(map { FolderArchive.File(path: $0, bytes: Array($1.utf8)) })
            )
        }
    }

    /// The same with a text replaced in one file; the text must be there.
    func replacing(_ old: String, with new: String, in path: String = MadeUp.service) throws
        -> [String: String]
    {
        var files = self
        let text = try #require(files[path])
        try #require(text.contains(old), "\(path) lacks \(old)")
        files[path] = text.replacing(old, with: new)
        return files
    }

    func version(_ version: String) throws -> [String: String] {
        try replacing("version: 1.0.0", with: "version: \(version)", in: "blueprint.yaml")
    }

    /// As it is installed here: with a lock on its own files, and an overlay.
    func installed(_ overlay: String = "") throws -> AdaptedFolder {
        let plain = try archive
        let lock = writeLock(PackageLock(version: "1.0.0", digest: plain.digest, requires: []))
        let own = overlay.isEmpty ? [] : [SourceFile(path: "overlay.yaml", text: overlay)]
        return AdaptedFolder(plain.with([lock] + own), named: "16.03/umkm")
    }
}

/// Entries of an overlay, each with the reason, author and date that an entry has.
func overlay(_ entries: String..., fill: String = "") -> String {
    let edits = entries.map {
        "  - { \($0), reason: Petugas kami satu., by: Kabag Organisasi, date: 2026-03-01 }\n"
    }
    return (fill.isEmpty ? "" : "fill: { \(fill) }\n")
        + (edits.isEmpty ? "" : "edits:\n" + edits.joined())
}
