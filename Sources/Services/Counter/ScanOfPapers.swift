import Cases
import Ledger
import Site
import Stories

// The paper on which a case came, beside the files of its answers.

extension ServicesFeature {
    /// The scan that the counter attached; nil where there is none, or it was erased.
    func scan(of opened: OpenedCase) async throws -> SentFile? {
        guard let sealed = opened.loaded.subject.scan else { return nil }
        let words = try await store.glance { reader in try reader.words(sealed) }
        return words.flatMap(SentFile.init(answer:))
    }

    func scanItems(of opened: OpenedCase, _ language: Language) async throws -> [FileItem] {
        guard opened.seesApplicant, let scan = try await scan(of: opened) else { return [] }
        return [
            FileItem(
                .paperScan,
                detail: Words(NumberWords.size(bytes: Int(scan.size), in: language)),
                address: "\(opened.path)/berkas/\(scan.id)"
            )
        ]
    }
}
