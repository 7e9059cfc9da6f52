import Foundation
import Testing

/// A regency that states a quarter, from its invented cases to the stick.
@Suite struct EvidenceCommandTests {
    private static func runs(_ arguments: [String]) throws -> Program {
        let program = try Program.run(arguments)
        try #require(program.status == 0, "\(arguments): \(program.output)\(program.complaint)")
        return program
    }

    private static func key(in folder: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return "\(folder)/\(try #require(names.first))"
    }

    @Test func `a quarter is made once, signed, and carried beside the packages`() throws {
        let scratch = try Scratch()
        let (dir, stick) = (scratch.path("kab"), scratch.path("tongkat"))
        _ = try Self.runs(["init", dir, "--name", "Kabupaten Contoh", "--code", "16.03", "--demo"])
        _ = try Self.runs([
            "seed", dir, "--cases", "300", "--months", "9", "--until", "2026-11-20", "--no-scans",
        ])
        _ = try Self.runs(["keys", "working", scratch.path("usb0")])
        _ = try Self.runs(["keys", "working", scratch.path("server"), "--evidence"])
        let catalogueKey = try Self.key(in: scratch.path("usb0"))
        let working = try Self.key(in: scratch.path("server"))
        let shown = try String(contentsOfFile: working, encoding: .utf8)
        let named = try #require(shown.firstMatch(of: /umum: ([0-9a-f]{64})/)).1
        _ = try Self.runs([
            "keys", "root", scratch.path("usb1"), "--dir", dir, "--catalogue-key", catalogueKey,
        ])

        let file = scratch.path("bukti.json")
        let make = ["evidence", "make", dir, "--quarter", "2026-3", "--out", file]
        #expect(try Self.runs(make).output.contains("triwulan 2026-t3"))
        let first = try Data(contentsOf: URL(filePath: file))
        #expect(try Self.runs(make).output.contains("sudah pernah dinyatakan"))
        #expect(try Data(contentsOf: URL(filePath: file)) == first)

        // A catalogue key signs no evidence, and what runs is not stated.
        let wrong = try Program.run(
            ["evidence", "sign", file, "--key", catalogueKey, "--dir", dir]
        )
        #expect(wrong.status == 2 && wrong.complaint.contains("bukan berkas kunci kerja"))
        for (quarter, sentence) in [("2026-9", "tidak terbaca"), ("2999-1", "belum selesai")] {
            let refused = try Program.run(
                ["evidence", "make", dir, "--quarter", quarter, "--out", scratch.path("x")]
            )
            #expect(refused.status == 2 && refused.complaint.contains(sentence))
            #expect(!FileManager.default.fileExists(atPath: scratch.path("x")))
        }

        let sign = ["evidence", "sign", file, "--key", working, "--dir", dir]
        #expect(try Self.runs(sign).output.contains("belum disebut katalog"))
        let package = scratch.path("umkm.paket")
        _ = try Self.runs(["pack", "16.03/umkm", "--out", package, "--dir", dir])
        _ = try Self.runs(["catalogue", "add", package, "--dir", dir])
        _ = try Self.runs([
            "catalogue", "sign", "--key", catalogueKey, "--working-key", String(named), "--dir",
            dir,
        ])
        let exported = try Self.runs(["catalogue", "export", "--out", stick, "--dir", dir])
        #expect(exported.output.contains("1 bukti"))
        let carried = "\(stick)/bukti/16.03-2026-t3.bukti.json"
        let verify = ["evidence", "verify", carried, "--from", stick]
        #expect(try Self.runs(verify).output.contains("surat-keterangan-usaha"))

        var bytes = try Data(contentsOf: URL(filePath: carried))
        let text = String(decoding: bytes, as: UTF8.self)
        let place = try #require(text.range(of: #""sig":""#)).upperBound
        let offset = text.utf8.distance(from: text.startIndex, to: place) + 5
        bytes[offset] = bytes[offset] == 0x41 ? 0x42 : 0x41
        try bytes.write(to: URL(filePath: carried))
        let altered = try Program.run(verify)
        #expect(altered.status == 2 && altered.complaint.contains("berubah sesudah"))
        let ours = try Program.run(["evidence", "take", carried, "--dir", dir, "--by", "tono"])
        #expect(ours.status == 2 && ours.complaint.contains("dari kabupaten ini sendiri"))
    }
}
