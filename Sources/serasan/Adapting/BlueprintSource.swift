import Blueprints
import Exchange
import Foundation
import Office
import Stories

/// Where blueprints come from: a folder, a package file, or a folder with package files.
enum BlueprintSource {
    /// What lies at a path: blueprints, and the packages that they came in.
    struct Read {
        let members: [ReplicaMember]
        var packages: [Package] = []

        /// The partner's site that it was fetched from; nil for what lies here.
        var site: Site?

        var way: Way { site == nil ? .stick : .online }
    }

    /// A partner's site, and what was typed from the agreement to know it by.
    struct Site {
        let source: PartnerSource
        let pin: RootPin

        /// Takes in what the site has signed, so that every rule of trust is asked of it.
        func learn(in desk: TrustDesk, at now: Instant) async throws {
            _ = try await desk.take(
                from: source,
                pinnedBy: pin,
                by: TrustDesk.Hand(.system, at: now)
            )
        }
    }

    /// The blueprints that lie at a path.
    static func members(at path: String) throws -> [ReplicaMember] { try read(at: path).members }

    /// The blueprints that lie at a path, with the packages that they came in.
    static func read(at path: String) throws -> Read {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure("Tidak ada \(path).")
        }
        let url = URL(filePath: path)
        guard isFolder.boolValue else { return Self.read([try package(url)]) }
        if FileManager.default.fileExists(atPath: url.appending(path: "blueprint.yaml").path) {
            return Read(members: [try member(RegencyFolder.archive(in: url), at: path)])
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasSuffix(".paket") }.sorted()
        guard !files.isEmpty else {
            throw CommandFailure("Di \(path) tidak ada blueprint.yaml dan tidak ada paket.")
        }
        return Self.read(try files.map { try package(url.appending(path: $0)) })
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

    private static func read(_ packages: [Package]) -> Read {
        let members = packages.flatMap(\.members).map {
            ReplicaMember(name: $0.name.description, files: $0.archive)
        }
        return Read(members: newest(members), packages: packages)
    }

    private static func package(_ url: URL) throws -> Package {
        do {
            return try ExchangeFolder.package(url)
        } catch let problem as PackageProblem {
            throw CommandFailure("\(url.path): \(problem.sentence)", code: 1)
        }
    }

    /// The blueprints of a package on a partner's site, known by what the agreement says.
    static func read(
        at address: String,
        pinnedBy root: String?,
        by rules: FetchRules
    ) async throws -> Read {
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
        let pin = try RootPin(reading: root)
        let site = try await PublishedSite(source, pinnedBy: pin)
        var read = Self.read([try await source.package(try wanted.listed(in: site.catalogue))])
        read.site = Site(source: source, pin: pin)
        return read
    }

    private static func member(_ files: FolderArchive, at path: String) throws -> ReplicaMember {
        let tree = AdaptedFolder(files, named: "").read.tree
        guard let publisher = tree.text(at: "blueprint/publisher"),
            let name = tree.text(at: "blueprint/name")
        else { throw CommandFailure("\(path) tidak berisi cetak biru yang terbaca.", code: 1) }
        return ReplicaMember(name: "\(publisher)/\(name)", files: files)
    }
}
