import Ledger
import Office
import Server
import Services
import Stories

/// How the blueprints of the folder stand to what the record says is in force.
struct FolderFindings {
    private let folder: RegencyFolder

    init(_ folder: RegencyFolder) { self.folder = folder }

    func all(_ connection: some Connection) throws -> [Finding] {
        let reader = Reader(connection, keys: .none)
        var editions: [Code: [PublishedEdition]] = [:]
        for edition in try reader.editions() where edition.name != InForceKeeper.regencyName {
            editions[edition.name, default: []].append(edition)
        }
        return try editions.keys.sorted().compactMap { name in
            let all = editions[name] ?? []
            guard let current = all.last, let bytes = try reader.content(current.content) else {
                return nil
            }
            let state = try FolderOfPublished(
                folder: folder,
                name: name.text,
                published: bytes,
                editions: Set(all.map(\.content))
            ).state()
            return Self.finding(name, state, current.version)
        }
    }

    private static func finding(
        _ name: Code,
        _ state: FolderOfPublished.State,
        _ version: Code
    ) -> Finding? {
        switch state {
        case .same: nil
        case .behind:
            Finding(
                .attention,
                "folder",
                "Folder \(name) berisi terbitan lama; yang berlaku \(version). Samakan di "
                    + "/kelola/layanan/terbit sebelum menyunting folder."
            )
        case .ownChanges:
            Finding(
                .attention,
                "folder",
                "Folder \(name) berisi perubahan yang belum terbit; yang berlaku \(version). "
                    + "Bandingkan di /kelola/layanan/terbit, lalu terbitkan atau buang."
            )
        case .absent:
            Finding(
                .attention,
                "folder",
                "Folder \(name) tidak ada; yang berlaku \(version) hanya ada di catatan. "
                    + "Samakan di /kelola/layanan/terbit."
            )
        }
    }
}
