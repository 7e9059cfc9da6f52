import Hummingbird
import Ledger
import Office
import Site
import Stories

// What was published before: read, never changed.

extension KeepingFeature {
    func addVersions(to router: Router<some SiteContext>) {
        router.get("kelola/layanan/versi") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let asked = try AskedVersion(request)
                let versions = try await self.versions(of: asked.name)
                guard let version = versions.first(where: { $0.ordinal == asked.ordinal })
                else { throw PublicationRefusal.unknownVersion }
                let bytes = try await self.content(of: version)
                let before = versions.first { $0.ordinal == asked.ordinal - 1 }
                var old: [UInt8]?
                if let before { old = try await self.content(of: before) }
                let page = VersionPage(
                    name: asked.name,
                    version: version,
                    differences: old.map { self.workshop.differences(asked.name, $0, bytes) },
                    files: FolderArchive(bytes: bytes)?.files ?? []
                )
                let regency = try await self.regency()
                return Answer.page(page, for: try self.visit(context, regency, of: keeper))
            }
        }
        router.get("kelola/layanan/versi/berkas") { request, context in
            try await self.surroundings.keeper(request, context) { _ in
                let asked = try AskedVersion(request)
                let path = request.uri.queryParameters["berkas"].map { String($0) }
                let versions = try await self.versions(of: asked.name)
                guard let version = versions.first(where: { $0.ordinal == asked.ordinal }),
                    let archive = FolderArchive(bytes: try await self.content(of: version)),
                    let file = archive.files.first(where: { $0.path == path })
                else { throw PublicationRefusal.unknownVersion }
                // Shown as words and as nothing else, whatever its name says: a drawing in it
                // would otherwise run as a page of ours.
                return Answer.bytes(file.bytes, type: "text/plain; charset=utf-8")
            }
        }
    }

    private func content(of version: PublishedVersion) async throws -> [UInt8] {
        let digest = version.edition.content
        return try await store.read { reader in try reader.content(digest) } ?? []
    }
}

/// Which edition of which publication an address names.
private struct AskedVersion {
    let name: Code
    let ordinal: Int

    init(_ request: Request) throws {
        let query = request.uri.queryParameters
        guard let name = query["nama"].flatMap({ Code(String($0)) }),
            let ordinal = query["ke"].flatMap({ Int($0) })
        else { throw PublicationRefusal.unknownVersion }
        (self.name, self.ordinal) = (name, ordinal)
    }
}
