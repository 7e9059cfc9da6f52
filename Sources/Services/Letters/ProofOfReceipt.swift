import Cases
import Hummingbird
package import Ledger
package import Site
import Stories

/// Where a request stands in the record, and the file with which anybody can check that.
package struct ProofOfReceipt: Component {
    package var place: PlaceInLog

    static let file: Address = "/permohonan/tanda-terima.json"

    package init(_ place: PlaceInLog) { self.place = place }

    package func write(to html: HTML) {
        let seq = NumberWords.whole(Int(place.seq), in: html.visit.language)
        html(
            Disclosure(
                .proofOfReceipt,
                Paragraphs(.proofOfReceiptWhat),
                KeyFacts([
                    (.placeInRecord, .number(seq)),
                    (.fingerprintOfKey, .number(place.fingerprint)),
                ]),
                ButtonRow(links: [Link(.downloadProof, Self.file)]),
                Paragraphs(.proofHoldsAnswers),
                Lines([.link(Link(.whatThisProves, "/bukti"))])
            )
        )
    }
}

extension PlaceInLog {
    /// The line of a receipt on paper.
    var line: Words {
        Words(
            "Bukti catatan: urutan \(seq) dari \(head.size), sidik \(root), kunci \(fingerprint).",
            "Proof: entry \(seq) of \(head.size), root \(root), key \(fingerprint)."
        )
    }
}

extension Words {
    static let proofOfReceipt = Words("Bukti bahwa ini tercatat", "Proof that this is recorded")
    static let proofOfReceiptWhat = Words(
        "Permohonan Anda sudah tercatat dan terikat dengan catatan lain. Simpan buktinya: kalau suatu "
            + "hari isinya diubah atau hilang, bukti ini menunjukkannya.",
        "Your request is recorded and bound to the other entries. Keep the proof: should it ever "
            + "be changed or lost, the proof shows it."
    )
    static let placeInRecord = Words("Urutan dalam catatan", "Place in the record")
    static let fingerprintOfKey = Words("Sidik kunci", "Fingerprint of the key")
    static let downloadProof = Words("Unduh bukti (.json)", "Download the proof (.json)")
    static let proofHoldsAnswers = Words(
        "Berkas ini berisi semua yang Anda kirim. Jangan dibagikan ke sembarang orang.",
        "This file holds all that you sent. Do not share it with just anybody."
    )
    static let whatThisProves = Words("Apa yang dibuktikan", "What this proves")
}

extension ServicesFeature {
    /// Where the submission of a case stands; nil before the record has an origin.
    func placeInLog(of id: CaseID) async throws -> PlaceInLog? {
        try await store.glance { reader in
            guard let submitted = try reader.history(of: id.stream).first else { return nil }
            return try reader.placeInLog(of: submitted)
        }
    }

    /// The place in the record and its proof, for a receipt on paper.
    func addProof(to receipt: inout Receipt) async throws {
        let id = receipt.loaded.id
        let (place, proof) = try await store.read { reader in
            guard let submitted = try reader.history(of: id.stream).first else {
                return (PlaceInLog?.none, ReceiptProof?.none)
            }
            return (
                try reader.placeInLog(of: submitted), try reader.receiptProof(of: submitted)
            )
        }
        receipt.place = place
        receipt.proof = proof
    }

    func addProofOfReceipt(to router: Router<some SiteContext>) {
        router.get("permohonan/tanda-terima.json") { request, _ in
            let opened = try await self.openRequest(request)
            let id = opened.loaded.id
            // Reads some hundred rows for the way up to the root: more than a glance.
            let file = try await self.store.read { reader in
                try reader.history(of: id.stream).first.flatMap { submitted in
                    try reader.receiptProof(of: submitted)?.file
                }
            }
            guard let file else { throw WebRefusal.notFound }
            return Answer.download(
                file,
                type: "application/json",
                name: "bukti-\(opened.loaded.subject.tracking).json"
            )
        }
    }
}
