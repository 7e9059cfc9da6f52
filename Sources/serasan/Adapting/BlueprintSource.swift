import Blueprints
import Exchange
import Foundation
import Office

/// Where blueprints come from: a folder, a package file, or a folder with package files.
enum BlueprintSource {
    /// The blueprints that lie at a path.
    static func members(at path: String) throws -> [ReplicaMember] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure("Tidak ada \(path).")
        }
        let url = URL(filePath: path)
        guard isFolder.boolValue else { return try members(inFile: url) }
        if FileManager.default.fileExists(atPath: url.appending(path: "blueprint.yaml").path) {
            return [try member(RegencyFolder.archive(in: url), at: path)]
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasSuffix(".paket") || $0.hasSuffix(".tar") }.sorted()
        guard !files.isEmpty else {
            throw CommandFailure("Di \(path) tidak ada blueprint.yaml dan tidak ada paket.")
        }
        return try files.flatMap { try members(inFile: url.appending(path: $0)) }
    }

    /// The files at a path with whatever is ours in them, for comparing.
    static func whole(at path: String) throws -> FolderArchive {
        let url = URL(filePath: path)
        if FileManager.default.fileExists(atPath: url.appending(path: "blueprint.yaml").path) {
            return try RegencyFolder.archive(in: url)
        }
        guard let member = try members(at: path).first else {
            throw CommandFailure("\(path) tidak berisi cetak biru.")
        }
        return member.files
    }

    private static func members(inFile url: URL) throws -> [ReplicaMember] {
        let bytes = [UInt8](try Data(contentsOf: url))
        guard let archive = FolderArchive(bytes: bytes) else {
            throw CommandFailure("\(url.path) bukan paket cetak biru.", code: 1)
        }
        return [try member(archive, at: url.path)]
    }

    private static func member(_ files: FolderArchive, at path: String) throws -> ReplicaMember {
        let tree = AdaptedFolder(files, named: "").read.tree
        guard let publisher = tree.text(at: "blueprint/publisher"),
            let name = tree.text(at: "blueprint/name")
        else { throw CommandFailure("\(path) tidak berisi cetak biru yang terbaca.", code: 1) }
        return ReplicaMember(name: "\(publisher)/\(name)", files: files)
    }
}
