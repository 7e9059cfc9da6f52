import Cases
import Ledger
import Site
import Stories

extension ServicesFeature {
    /// The files among the answers that did not come back with the receipt; none where nothing
    /// was lost.
    func lostFiles(of loaded: LoadedCase) async throws -> [(name: String, file: SentFile)] {
        guard let recovery = loaded.state.recovery, recovery.files > 0 else { return [] }
        let dossier = loaded.id.dossier
        let kept = try await store.glance { reader in
            Set(
                try reader.rows("SELECT id FROM files WHERE dossier = \(dossier)").map {
                    try $0.id("id")
                }
            )
        }
        return CaseFiles(of: loaded).named.filter { !kept.contains($0.file.id) }
    }

    /// Which files are to be asked for again; nil where none is missing.
    func lostFilesNotice(_ lost: [(name: String, file: SentFile)]) -> Notice? {
        guard !lost.isEmpty else { return nil }
        let names = lost.map { $0.name }.joined(separator: ", ")
        return Notice(.attention, heading: .filesWereLost, .askForFiles(names))
    }
}
