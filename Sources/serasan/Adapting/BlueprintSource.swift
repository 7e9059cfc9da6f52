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
            .filter { $0.hasSuffix(".paket") }.sorted()
        guard !files.isEmpty else {
            throw CommandFailure("Di \(path) tidak ada blueprint.yaml dan tidak ada paket.")
        }
        return newest(try files.flatMap { try members(inFile: url.appending(path: $0)) })
    }

    /// The files at a path with whatever is ours in them, for comparing.
    static func whole(at path: String) throws -> FolderArchive {
        let url = URL(filePath: path)
        if FileManager.default.fileExists(atPath: url.appending(path: "blueprint.yaml").path) {
            return try RegencyFolder.archive(in: url)
        }
        do {
            guard let own = try ExchangeFolder.package(url).own else {
                throw CommandFailure("\(path) tidak berisi cetak biru.")
            }
            return own.archive
        } catch let problem as PackageProblem {
            throw CommandFailure("\(path): \(problem.sentence)", code: 1)
        }
    }

    /// One of each: a catalogue's folder may hold several versions.
    private static func newest(_ members: [ReplicaMember]) -> [ReplicaMember] {
        let byName = Dictionary(grouping: members, by: \.name)
        return byName.keys.sorted().compactMap { name in
            byName[name]?.max { VersionNumber($0.version) < VersionNumber($1.version) }
        }
    }

    private static func members(inFile url: URL) throws -> [ReplicaMember] {
        do {
            return members(of: try ExchangeFolder.package(url))
        } catch let problem as PackageProblem {
            throw CommandFailure("\(url.path): \(problem.sentence)", code: 1)
        }
    }

    static func members(of package: Package) -> [ReplicaMember] {
        package.members.map { ReplicaMember(name: $0.name.description, files: $0.archive) }
    }

    /// The blueprints of a package on a partner's site, known by what the agreement says.
    static func members(
        at address: String,
        pinnedBy root: String?,
        by rules: FetchRules
    ) async throws -> [ReplicaMember] {
        let address = try PartnerAddress(reading: address, by: rules)
        guard let wanted = address.wanted else {
            throw CommandFailure(
                "Sebut cetak birunya, misalnya \(address.origin)/cetak-biru/16.03/umkm."
            )
        }
        guard let root else {
            throw CommandFailure(
                "Dari situs mitra, beri --root: 12 kata atau teks QR di perjanjian."
            )
        }
        let source = PartnerSource(address, by: rules)
        let site = try await PublishedSite(source, pinnedBy: try RootPin(reading: root))
        return members(of: try await source.package(try wanted.listed(in: site.catalogue)))
    }

    private static func member(_ files: FolderArchive, at path: String) throws -> ReplicaMember {
        let tree = AdaptedFolder(files, named: "").read.tree
        guard let publisher = tree.text(at: "blueprint/publisher"),
            let name = tree.text(at: "blueprint/name")
        else { throw CommandFailure("\(path) tidak berisi cetak biru yang terbaca.", code: 1) }
        return ReplicaMember(name: "\(publisher)/\(name)", files: files)
    }
}
