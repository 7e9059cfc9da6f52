import Exchange
import Foundation

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
