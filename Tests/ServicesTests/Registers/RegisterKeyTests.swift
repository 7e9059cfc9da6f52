import Blueprints
import Cases
import Feel
import Foundation
import Ledger
import Office
import Registers
import Services
import Stories
import Testing

/// What a register holds once, and how a case corrects what stands in it.
struct RegisterKeyTests {
    /// The shipped blueprint with its register's keys, and the record that its letter writes.
    private static func blueprint(record: String? = nil) throws -> FolderArchive {
        let shipped = try WorkingRegency.blueprint("umkm")
        let files = shipped.files.map { file in
            var text = String(decoding: file.bytes, as: UTF8.self)
            if file.path == "registers/usaha.yaml" { text += "\nunique: [nama]\n" }
            if let record, file.path.hasPrefix("services/") {
                text = text.replacing(
                    "record: { in: usaha, nama: nama_usaha, jenis: jenis_usaha, desa: desa_usaha }",
                    with: record
                )
            }
            return FolderArchive.File(path: file.path, bytes: Array(text.utf8))
        }
        return try #require(FolderArchive(files))
    }

    private static func regency() async throws -> WorkingRegency {
        let regency = try await WorkingRegency()
        try await regency.publish(try blueprint(), as: "16.03/umkm", version: "1.0.1")
        return regency
    }

    private static func standing(in regency: WorkingRegency) async throws -> [StandingRecord] {
        try await regency.store.read { try $0.records(in: "16.03/umkm/usaha", limit: 10) }
    }

    @Test func `a second case does not enter what stands in the register once`() async throws {
        let regency = try await Self.regency()
        let first = try await LivedCase(in: regency)
        try await first.send()
        try await first.issue()
        try await first.sign()
        let second = try await LivedCase(in: regency)
        try await second.send(["nama_usaha": .text("WARUNG  Kanarindah")])
        try await second.issue()
        await #expect(throws: RegisterRefusal.keyTaken) { try await second.sign() }
        #expect(try await Self.standing(in: regency).count == 1)
        try await first.correct("nama_usaha", "Warung Kenari Baru")
        try await second.sign()
        #expect(try await Self.standing(in: regency).count == 2)
    }

    @Test func `a case corrects the record that it names, and no other field of it`() async throws {
        let regency = try await Self.regency()
        let first = try await LivedCase(in: regency)
        try await first.send()
        try await first.issue()
        try await first.sign()
        let before = try #require(try await Self.standing(in: regency).first)
        try await regency.publish(
            try Self.blueprint(
                record:
                    "record: { in: usaha, corrects: nama, nama: nama_usaha, jenis: jenis_usaha }"
            ),
            as: "16.03/umkm",
            version: "1.0.2"
        )
        let wrong = try await LivedCase(in: regency)
        try await wrong.send(["nama_usaha": .text("Warung Entah"), "jenis_usaha": .text("jasa")])
        try await wrong.issue()
        await #expect(throws: RegisterRefusal.noSuchKey) { try await wrong.sign() }
        let second = try await LivedCase(in: regency)
        try await second.send(["jenis_usaha": .text("jasa")])
        try await second.issue()
        try await second.sign()
        let after = try await Self.standing(in: regency)
        #expect(after.map(\.id) == [before.id])
        #expect(after.first?.content?["jenis"] == .string("jasa"))
        #expect(after.first?.content?["desa"] == before.content?["desa"])
        #expect(after.first?.source == first.id.stream)
        let facts = try await regency.store.read { reader in
            try reader.history(of: before.stream).map { try $0.fact(RegisterFact.self) }
        }
        guard case .corrected(let revision) = facts.last else {
            Issue.record("it was not corrected: \(facts)")
            return
        }
        #expect(revision.source == RegisterFact.Source(second.id.stream))
    }
}
