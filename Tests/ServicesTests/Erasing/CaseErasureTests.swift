import Blueprints
import Cases
import Feel
import Foundation
import Ledger
import Office
import Services
import Stories
import Testing
import UnderTest

/// What is left of a case once its data were erased: its story, and nothing to open.
struct CaseErasureTests {
    private static let given: [ID: RawAnswer] = [
        "nama": .text("Kanari Burungwati"), "nik": .text("1603084505900077"),
        "hp": .text("0812-0000-5678"), "kabar": .text("wa"),
        "nama_usaha": .text("Warung Kanarindah"), "jenis_usaha": .text("warung"),
        "sejak": .text("2019"), "desa_usaha": .text("16.03.02.1007"),
        "alamat_usaha": .text("Dusun II"), "status_tempat": .text("sendiri"),
        "foto_ktp": .text("a.jpg"), "foto_usaha": .text("b.jpg"),
        "keperluan": .text("pinjaman"),
    ]

    /// A case with a file on disk.
    private func newCase(_ regency: WorkingRegency) async throws -> (CaseID, KeptFile) {
        let force = try await regency.force
        let service = try #require(force.service("surat-keterangan-usaha"))
        let morning = WorkingRegency.morning
        let today = FeelDate(daysSince1970: force.zone.day(morning).number)
        let reading = service.read(Self.given, on: AnswerGround(today: today))
        let id = CaseID(Draw.random.id())
        let file = try await regency.files.write(
            Array("isi berkas kanari".utf8),
            in: id.dossier,
            at: morning
        )
        var new = NewCase(
            caseID: id,
            draft: Draw.random.id(),
            owner: "kel-contoh",
            channel: .online,
            received: morning,
            answers: reading.answers.canonicalBytes
        )
        new.village = "16.03.02.1007"
        var sending = CaseDesk.Sending(now: morning, under: force)
        sending.files = [file]
        let sent = try await regency.desk.submit(
            new,
            to: service,
            answers: reading.answers,
            sending
        )
        guard case .sent = sent else { throw StoreError(.engine, "the case was not taken") }
        return (id, file)
    }

    /// How many rows of each kind still hold something of the dossier.
    private func traces(of id: CaseID, in regency: WorkingRegency) async throws -> [String: Int64] {
        try await regency.store.read { reader in
            var found: [String: Int64] = [:]
            let kept = try EngineUnderTest.tables(reader).filter { $0.hasSuffix("_kept") }
            for table in kept + ["payloads", "files"] {
                let sql = SQL(
                    text: "SELECT count(*) AS n FROM \(table) WHERE dossier = $1",
                    [id.dossier.sqlValue]
                )
                let rows = try reader.row(sql)?.int("n") ?? 0
                // Most tables of tokens are of other views: together they say what is findable.
                found[table.hasSuffix("_kept") ? "tokens" : table, default: 0] += rows
            }
            found["keyring"] = try reader.row(
                """
                SELECT count(*) AS n FROM keyring
                WHERE dossier = \(id.dossier) AND wrapped IS NOT NULL
                """
            )?.int("n")
            found["cases"] = try reader.row(
                "SELECT count(*) AS n FROM cases WHERE id = \(id.id) AND name IS NOT NULL"
            )?.int("n")
            return found
        }
    }

    private func erase(
        _ id: CaseID,
        seen: Version,
        by who: Party,
        in regency: WorkingRegency
    ) async throws -> CaseErasure.Outcome {
        try await CaseErasure(desk: regency.desk, files: regency.files).erase(
            id,
            CaseErasure.Order(basis: "permintaan-warga"),
            seen: seen,
            by: who,
            at: WorkingRegency.morning.adding(seconds: 600)
        )
    }

    @Test func `after erasure neither key nor payload, file, token or name is left`() async throws {
        let regency = try await WorkingRegency()
        let (id, file) = try await newCase(regency)
        let (other, _) = try await newCase(regency)
        try await regency.store.catchUp()
        let place = regency.files.place
        let before = try await traces(of: id, in: regency)
        let others = try await traces(of: other, in: regency)
        #expect(Set(before.keys) == ["tokens", "payloads", "files", "keyring", "cases"])
        #expect(before.values.allSatisfy { $0 > 0 }, "\(before)")
        #expect(try await regency.store.read { try $0.sealedFile(file.id, in: place) } != nil)

        let version = try await regency.store.state(of: id.stream, as: CaseStory.self).version
        let outcome = try await erase(
            id,
            seen: version,
            by: regency.official("petugas-pelayanan"),
            in: regency
        )
        #expect(outcome == .erased)
        // What catches up later must not bring anything back.
        try await regency.store.catchUp()
        let after = try await traces(of: id, in: regency)
        #expect(after.values.allSatisfy { $0 == 0 }, "\(after)")
        #expect(try await regency.store.read { try $0.sealedFile(file.id, in: place) } == nil)
        #expect(try await regency.files.read(file.id, in: id.dossier) == nil)
        #expect(try await regency.store.state(of: id.stream, as: CaseStory.self).state.isErased)
        // The reading through knows what is gone, and would tell it where no fact did.
        let read = try await regency.store.verify(excuses: ErasedPayloads.named)
        #expect(read.isConsistent && read.erased > 0)
        let unexcused = try await regency.store.verify { _ in [] }
        #expect(unexcused.lost.count == read.erased)
        // Another person's case of the same words stays whole.
        #expect(try await traces(of: other, in: regency) == others)
    }

    @Test func `a page that is behind erases nothing, nor does the applicant's own hand`()
        async throws
    {
        let regency = try await WorkingRegency()
        let (id, _) = try await newCase(regency)
        let before = try await traces(of: id, in: regency)
        let officer = regency.official("petugas-pelayanan")
        #expect(try await erase(id, seen: 0, by: officer, in: regency) == .movedOn)
        let version = try await regency.store.state(of: id.stream, as: CaseStory.self).version
        await #expect(throws: CaseRefusal.self) {
            try await erase(id, seen: version, by: .applicant, in: regency)
        }
        #expect(try await traces(of: id, in: regency) == before)
    }

    @Test func `an erasure that a crash cut short is finished by asking again`() async throws {
        let regency = try await WorkingRegency()
        let (id, _) = try await newCase(regency)
        let officer = regency.official("petugas-pelayanan")
        let version = try await regency.store.state(of: id.stream, as: CaseStory.self).version
        // The fact alone, as a process leaves it that dies before it destroys the key.
        let asked = CaseDesk.Asked(
            .erase(ErasedAnswers(basis: "permintaan-warga")),
            on: id,
            seen: version,
            who: officer,
            now: WorkingRegency.morning
        )
        _ = try await regency.desk.handle(asked)
        #expect(try await traces(of: id, in: regency)["keyring"] == 1)
        #expect(try await erase(id, seen: version, by: officer, in: regency) == .erased)
        #expect(try await traces(of: id, in: regency).values.allSatisfy { $0 == 0 })
    }
}
