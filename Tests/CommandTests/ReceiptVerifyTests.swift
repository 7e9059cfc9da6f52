import Foundation
import Ledger
import Stories
import Testing

/// A receipt of a seeded case as a file, and the key to check it with.
private struct KeptReceipt {
    let record: SeededRecord
    let proof: ReceiptProof
    var path: String { record.scratch.path("bukti.json") }

    init() async throws {
        record = try await SeededRecord()
        var made: ReceiptProof?
        try await record.change { store in
            made = try await store.read { reader in
                let submitted = try reader.events(after: 0, limit: 10_000)
                    .first { $0.kind == "case.submitted" }
                return try submitted.flatMap { try reader.receiptProof(of: $0) }
            }
        }
        proof = try #require(made)
        try write(proof.file)
    }

    func write(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    func verify(_ more: String..., key: String? = nil) throws -> Program {
        try Program.run(["receipt", "verify", path, "--key", key ?? proof.key] + more)
    }
}

@Test func `a receipt is checked with nothing but itself and the key`() async throws {
    let kept = try await KeptReceipt()
    let good = try kept.verify()
    #expect(good.status == 0, "\(good.complaint)")
    #expect(good.output.hasPrefix("SAH.\n"))
    #expect(good.output.contains("- Permohonan nomor "))
    #expect(good.output.contains("Isian: jawaban\n  "))
    #expect(good.output.contains("Tidak terbukti:\n- Bahwa isian itu benar."))
    #expect(!(try kept.verify("--tanpa-isian").output.contains("Isian: jawaban")))

    try kept.record.scratch.write(kept.proof.key + "\n", to: "kunci.txt")
    #expect(try kept.verify(key: kept.record.scratch.path("kunci.txt")).status == 0)
    let file = try #require(FileManager.default.contents(atPath: kept.path))
    #expect(Array(file) == (try kept.proof.file), "checking changes nothing")
}

@Test func `a receipt that was changed, and a wrong key, are refused with a sentence`() async throws
{
    let kept = try await KeptReceipt()
    let other =
        "serasan/000000000000000700000000000000ab+33fffb5c+"
        + "AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    #expect(
        try kept.verify(key: other).complaint
            == "serasan: Cap ini ditandatangani dengan kunci lain.\n"
    )
    #expect(try kept.verify(key: "kunci").complaint.hasPrefix("serasan: Kunci itu bukan kunci"))

    var changed = kept.proof
    changed.openings[0].bytes[5] ^= 1
    try kept.write(changed.file)
    let refused = try kept.verify()
    #expect(refused.status == 2)
    #expect(
        refused.complaint
            == "serasan: Isian di tanda terima ini bukan yang dikirim: isinya diubah.\n"
    )
    #expect(refused.output.isEmpty)

    try kept.write(Array(try kept.proof.file.dropLast(9)))
    #expect(try kept.verify().complaint.contains("rusak atau terpotong"))
    try kept.write([UInt8](repeating: 0x20, count: ReceiptProof.longest + 1))
    #expect(try kept.verify().complaint.contains("terlalu besar"))
    try FileManager.default.removeItem(atPath: kept.path)
    #expect(try kept.verify().status == 2)
}
