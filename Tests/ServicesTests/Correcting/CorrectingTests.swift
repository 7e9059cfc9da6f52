import Blueprints
import Cases
import Feel
import Foundation
import Ledger
import Registers
import Services
import Site
import Stories
import Testing

/// What follows from an answer that is put right, in all that rests on it.
struct CorrectingTests {
    private typealias Life = LivedCase

    @Test func `a record of a register is put right with the answers that it came from`()
        async throws
    {
        let life = try await Life()
        try await life.send()
        try await life.issue()
        try await life.sign()
        #expect(try await life.names() == ["Warung Kanarindah"])
        try await life.correct("nama_usaha", "Warung Kenari Baru")
        #expect(try await life.names() == ["Warung Kenari Baru"])
        let facts = try await life.regency.store.read { reader in
            try reader.events(after: 0, limit: 1000).filter { $0.stream.kind == "record" }
        }
        #expect(facts.map(\.kind) == ["record.entered", "record.corrected"])
        #expect(facts.last?.fields["request"] == OpaqueID(high: 9, low: 2).json)
        // What the record does not say leaves it as it is.
        try await life.correct("alamat_usaha", "Dusun III")
        let count = try await life.regency.store.read { reader in
            try reader.events(after: 0, limit: 1000).count { $0.stream.kind == "record" }
        }
        #expect(count == 2)
        let live = try await life.rows("records")
        try await life.regency.store.rebuild()
        #expect(try await life.rows("records") == live)
    }

    @Test func `a letter keeps the answers that it was numbered with`() async throws {
        let life = try await Life()
        try await life.send()
        try await life.correct("nama_usaha", "Warung Kedua")
        try await life.issue()
        let numbered = try await life.regency.store
            .state(of: life.id.stream, as: CaseStory.self).state
        #expect(numbered.openLetter?.answers == numbered.answers.last)
        try await life.correct("nama_usaha", "Warung Ketiga")
        let after = try await life.regency.store
            .state(of: life.id.stream, as: CaseStory.self).state
        #expect(after.openLetter?.answers == numbered.answers.last)
        #expect(after.answers.last != numbered.answers.last)
    }

    @Test func `with the case goes what registers say because of it`() async throws {
        let life = try await Life()
        try await life.send()
        try await life.issue()
        try await life.sign()
        try await life.correct("nama_usaha", "Warung Kenari Baru")
        let (regency, id) = (life.regency, life.id)
        let erasure = CaseErasure(desk: regency.desk, files: regency.files)
        for _ in 0..<2 {
            let version = try await regency.store.state(of: id.stream, as: CaseStory.self).version
            let outcome = try await erasure.erase(
                id,
                CaseErasure.Order(basis: "permintaan-warga"),
                seen: version,
                by: regency.official("petugas-pelayanan"),
                at: WorkingRegency.morning.adding(seconds: 9_000)
            )
            #expect(outcome == .erased)
        }
        #expect(try await life.names().isEmpty)
        let read = try await regency.store.verify(excuses: ErasedPayloads.named)
        #expect(read.isConsistent && read.lost.isEmpty, "\(read)")
        let kinds = try await regency.store.read { reader in
            try reader.events(after: 0, limit: 1000).map(\.kind).filter {
                $0.text.hasPrefix("record.")
            }
        }
        #expect(kinds == ["record.entered", "record.corrected", "record.content_erased"])
    }

    private func outcomes(
        _ blueprint: String,
        _ service: ID,
        _ old: [ID: FeelValue],
        _ changes: [ID: FeelValue]
    ) throws -> [String] {
        let archive = try WorkingRegency.blueprint(blueprint)
        let name = blueprint == "umkm" ? "16.03/umkm" : "16.03/kopi"
        let (read, found) = EditionReading.blueprint(archive, named: name)
        let compiled = try #require(read, "\(found.map { "\($0.code) \($0.sentence)" })")
        let asked = try #require(compiled.services.first { $0.id == service })
        let today = try #require(FeelDate(year: 2026, month: 11, day: 23))
        return ChangedOutcomes(
            of: asked,
            from: TypedAnswers(old),
            to: TypedAnswers(old.merging(changes) { $1 }),
            in: nil,
            received: today,
            today: today
        ).lines.map(\.indonesian)
    }

    @Test func `a rule that says another thing is told in plain words`() throws {
        let changed = try outcomes(
            "kopi",
            "bibit-kopi",
            ["keperluan_bibit": .string("baru")],
            ["keperluan_bibit": .string("sulam")]
        )
        #expect(changed.contains("Aturan “jatah bibit”: dulu 1600, sekarang 400."), "\(changed)")
        let same = try outcomes(
            "kopi",
            "bibit-kopi",
            ["keperluan_bibit": .string("baru")],
            ["keperluan_bibit": .string("ganti")]
        )
        #expect(same.isEmpty, "\(same)")
    }

    @Test func `a condition that is broken, and a question that now applies, are told`() throws {
        let kopi: [ID: FeelValue] = [
            "jenis_usaha": .string("kopi"), "luas_kebun": .number(3), "sejak": .number(2019),
        ]
        let broken = try outcomes(
            "umkm",
            "surat-keterangan-usaha",
            kopi,
            ["luas_kebun": .number(30)]
        )
        #expect(broken.contains { $0.hasPrefix("Syarat ini tidak terpenuhi lagi: Kebun 25") })
        #expect(broken.contains { $0.hasPrefix("Pertanyaan ini sekarang berlaku") }, "\(broken)")
        let mended = try outcomes(
            "umkm",
            "surat-keterangan-usaha",
            kopi.merging(["luas_kebun": .number(30)]) { $1 },
            ["luas_kebun": .number(3)]
        )
        #expect(mended.contains { $0.hasPrefix("Syarat ini sekarang terpenuhi") }, "\(mended)")
    }
}
