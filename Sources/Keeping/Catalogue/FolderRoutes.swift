import Hummingbird
import Ledger
import Office
import Site
import Stories

// The folder of drafts beside what was published: brought up by itself, or when somebody asks.

extension KeepingFeature {
    func addFolder(to router: Router<some SiteContext>) {
        router.post("kelola/layanan/samakan") { request, context in
            try await self.surroundings.keeper(request, context) { keeper in
                let posted = try await Posted.read(request, in: context)
                guard let name = posted["nama"].flatMap({ Code($0) }) else {
                    throw PublicationRefusal.unknownService
                }
                return try await self.bringUp(name, keeper, context)
            }
        }
    }

    /// Puts what is in force into the folder, and says how the folder stands then.
    func bringUp(
        _ name: Code,
        _ keeper: SignedIn,
        _ context: some SiteContext
    ) async throws -> Response {
        let (bytes, editions) = try await store.read { reader in
            let all = try reader.editions().filter { $0.name == name }
            let bytes = try all.last.flatMap { try reader.content($0.content) }
            return (bytes, Set(all.map(\.content)))
        }
        guard let bytes else { throw PublicationRefusal.unknownService }
        let published = PublishedNow(name: name, bytes: bytes, editions: editions)
        let told = await workshop.bringUp(published)
        let page = Address("/kelola/layanan/terbit").with("nama", name.text)
            .with("folder", told.rawValue)
        return Answer.redirect(to: page, for: try visit(context, try await regency(), of: keeper))
    }
}

extension FolderAfterPublishing {
    /// What whoever published reads.
    var notice: Notice {
        switch self {
        case .same: Notice(.done, .folderBroughtUp)
        case .ownChanges: Notice(.attention, .folderHasOwn)
        case .failed: Notice(.attention, .folderNotWritten)
        }
    }
}

extension Words {
    static let folderBroughtUp = Words(
        "Folder kabupaten berisi yang berlaku.",
        "The regency's folder holds what is in force."
    )
    static let folderHasOwn = Words(
        "Yang terbit sudah berlaku, tetapi folder kabupaten berisi perubahan lain yang belum pernah "
            + "terbit. Folder dibiarkan. Bandingkan di bawah, lalu terbitkan atau buang perubahan itu.",
        "What was published is in force, but the regency's folder holds other changes that were "
            + "never published. It was left alone. Compare them below, then publish them or throw "
            + "them away."
    )
    static let folderNotWritten = Words(
        "Yang terbit sudah berlaku, tetapi folder kabupaten tidak bisa ditulis. Minta kantor TIK "
            + "memeriksa izin dan ruang disk, lalu samakan lagi.",
        "What was published is in force, but the regency's folder could not be written. Ask the ICT "
            + "office to look at permissions and disk space, then bring it up again."
    )
    static let folderIsBehind = Words(
        "Folder kabupaten masih berisi terbitan yang lebih lama. Samakan dulu sebelum menyuntingnya.",
        "The regency's folder holds an earlier edition still. Bring it up before you edit it."
    )
    static let bringFolderUp = Words("Samakan folder", "Bring the folder up")
}
