import Exchange
import Foundation
import Workshop

extension ExchangeFolder {
    /// Signed evidence, one file for each quarter.
    var evidence: URL { root.appending(path: "bukti") }

    func file(of statement: EvidenceStatement) -> URL {
        evidence.appending(path: "\(statement.publisher)-\(statement.quarter.text).bukti.json")
    }

    /// The files of evidence that lie here, by name.
    func evidenceFiles() throws -> [URL] {
        guard FileManager.default.fileExists(atPath: evidence.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: evidence.path)
            .filter { $0.hasSuffix(".bukti.json") }.sorted()
            .map { evidence.appending(path: $0) }
    }

    /// Puts the evidence on a stick beside the packages, as it was signed.
    ///
    /// - Returns: how many files.
    func copyEvidence(to stick: ExchangeFolder) throws -> Int {
        let files = try evidenceFiles()
        for file in files {
            let envelope = try Self.envelope(file)
            guard envelope.kind == .evidence else { throw EvidenceRefusal.notEvidence }
            let to = stick.evidence.appending(path: file.lastPathComponent)
            try Self.write(envelope.bytes, to: to)
        }
        return files.count
    }

    /// The working keys that the last catalogue here names, without those that it revokes.
    func workingKeys() throws -> [TimedKey] {
        guard let catalogue = try PreparedCatalogue.last(in: self) else { return [] }
        return catalogue.workingKeys.filter { !catalogue.revoked.contains($0.key) }
    }
}

extension ExchangeFolder {
    /// The signed evidence that lies here, as the site hands it out.
    var offeredEvidence: OfferedEvidence {
        OfferedEvidence(
            quarters: { try signedQuarters().map(\.quarter.text).sorted() },
            find: { quarter in
                guard let found = try signedQuarters().first(where: { $0.quarter.text == quarter })
                else { return nil }
                return try Self.bytes(found.file, most: Envelope.most)
            }
        )
    }

    /// Files whose name says a quarter, and nothing else that may lie there.
    private func signedQuarters() throws -> [(quarter: Quarter, file: URL)] {
        try evidenceFiles().compactMap { file in
            let name = file.lastPathComponent.dropLast(".bukti.json".count)
            guard let text = name.split(separator: "-", maxSplits: 1).last,
                let quarter = Quarter(text), quarter.text == text
            else { return nil }
            return (quarter, file)
        }
    }
}
