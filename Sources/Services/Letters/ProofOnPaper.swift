import Ledger
import Press
import Site
import Stories

/// The proof of a receipt in printed lines: all that the file has, but for the answers.
///
/// Whoever sent the answers knows them; on paper they would be read by whoever finds it. Each value
/// is broken after 88 signs, so that the lines joined are the value.
struct ProofOnPaper {
    let proof: ReceiptProof
    let language: Language

    func printed() throws(StoreError) -> ReceiptSheet.Proof {
        let event = try RecordedEvent(seq: proof.seq, bytes: proof.event)
        var parts: [ReceiptSheet.Proof.Part] = [
            .init(say(.entryOnPaper), Self.broken(String(decoding: proof.event, as: UTF8.self))),
            .init(say(.indexOnPaper), ["\(proof.seq - 1)"]),
        ]
        for (_, sealed) in event.sealedFields {
            let opening = proof.openings.first { $0.id == sealed.id.id }
            parts.append(
                .init(
                    say(.sealOnPaper) + " \(sealed.id.id)",
                    [
                        "commitment \(hexadecimal(sealed.commitment))",
                        "r \(opening.map { hexadecimal($0.blinding) } ?? say(.erasedOnPaper))",
                    ]
                )
            )
        }
        parts.append(.init(say(.wayOnPaper), proof.inclusion.map { hexadecimal($0.bytes) }))
        parts.append(
            .init(
                say(.headOnPaper),
                proof.checkpoint.split(separator: "\n").flatMap { Self.broken($0) }
            )
        )
        parts.append(.init(say(.keyOnPaper), Self.broken(proof.key)))
        return ReceiptSheet.Proof(say(.proofOfReceipt), what: say(.proofOnPaperWhat), parts: parts)
    }

    private func say(_ words: Words) -> String { words.text(in: language) }

    private static func broken(_ text: some StringProtocol) -> [String] {
        var lines: [String] = []
        var rest = Array(text)[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(88)))
            rest = rest.dropFirst(88)
        }
        return lines
    }
}

extension Words {
    static let proofOnPaperWhat = Words(
        "Halaman ini membuktikan bahwa permohonan Anda tercatat dan tidak diubah sesudahnya. "
            + "Simpan bersama tanda terima. Cara memeriksanya ada di /bukti; berkas bukti yang sama "
            + "ada di dalam PDF dari tautan Anda. Baris yang terputus disambung tanpa spasi.",
        "This page proves that your request was recorded and not changed since. Keep it with the "
            + "receipt. /bukti tells how it is checked; the same proof lies as a file in the PDF of "
            + "your link. Broken lines are joined without a blank."
    )
    static let entryOnPaper = Words("Catatan (event)", "Entry (event)")
    static let indexOnPaper = Words("Tempat, dihitung dari 0 (index)", "Place, from 0 (index)")
    static let sealOnPaper = Words("Ikatan isian (commitment, r)", "Content (commitment, r)")
    static let erasedOnPaper = Words("sudah dihapus", "erased")
    static let wayOnPaper = Words(
        "Jalur ke akar, dari yang terdekat (inclusion)",
        "Way to the root, nearest first (inclusion)"
    )
    static let headOnPaper = Words("Cap catatan (checkpoint)", "Head of the log (checkpoint)")
    static let keyOnPaper = Words("Kunci cap (key)", "Key of the head (key)")
}
