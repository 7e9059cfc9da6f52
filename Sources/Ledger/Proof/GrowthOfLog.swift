import Foundation
import Stories

/// How a log of one size became that of a newer head: the body of C2SP tlog-witness
/// `add-checkpoint`.
///
///     old 20852163
///     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
///     serasan/…
package struct GrowthOfLog: Hashable, Sendable {
    package var old: Int64

    /// The hashes of RFC 9162, 2.1.4; none from size 0.
    package var proof: [TreeHash]

    /// The newer head as a signed note.
    package var note: String

    /// As much as a witness need accept.
    private static let mostHashes = 63

    package init(from old: Int64, _ proof: [TreeHash], to note: String) {
        self.old = old
        self.proof = proof
        self.note = note
    }

    package var written: String {
        (["old \(old)"] + proof.map { base64($0.bytes) }).joined(separator: "\n") + "\n\n" + note
    }

    /// Reads a body; nil where it has another form.
    package init?(_ written: String) {
        guard let gap = written.range(of: "\n\n") else { return nil }
        let lines = written[..<gap.lowerBound].split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        guard let first = lines.first, first.hasPrefix("old "),
            lines.count <= Self.mostHashes + 1, let old = Self.size(first.dropFirst(4))
        else { return nil }
        var proof: [TreeHash] = []
        for line in lines.dropFirst() {
            guard let hash = bytesOf(base64: String(line)).flatMap(TreeHash.init(bytes:)) else {
                return nil
            }
            proof.append(hash)
        }
        self.init(from: old, proof, to: String(written[gap.upperBound...]))
    }

    /// Digits without a leading zero, as the form wants it.
    package static func size(_ text: some StringProtocol) -> Int64? {
        guard let size = Int64(text), size >= 0, String(size) == text else { return nil }
        return size
    }
}

extension Reader {
    /// How our log grew from a size to a kept head; nil where the sizes do not fit.
    package func growth(
        from old: Int64,
        to kept: KeptCheckpoint
    ) throws(StoreError) -> GrowthOfLog? {
        guard old <= kept.size else { return nil }
        // Every log begins with nothing, and that needs no proof.
        if old == 0 { return GrowthOfLog(from: 0, [], to: kept.note) }
        guard let proof = try consistency(from: old, to: kept.size) else { return nil }
        return GrowthOfLog(from: old, proof, to: kept.note)
    }
}
