import Blueprints
import Cases
import Feel
import Foundation
import Ledger
import Registers
import Services
import Stories
import Testing

/// A case on a real record, and what is done to it minute by minute.
final class LivedCase {
    private static let given: [ID: RawAnswer] = [
        "nama": .text("Kanari Burungwati"), "nik": .text("1603084505900077"),
        "hp": .text("0812-0000-5678"), "kabar": .text("wa"),
        "nama_usaha": .text("Warung Kanarindah"), "jenis_usaha": .text("warung"),
        "sejak": .text("2019"), "desa_usaha": .text("16.03.02.1007"),
        "alamat_usaha": .text("Dusun II"), "status_tempat": .text("sendiri"),
        "foto_ktp": .text("a.jpg"), "foto_usaha": .text("b.jpg"),
        "keperluan": .text("pinjaman"),
    ]

    let regency: WorkingRegency
    let id = CaseID(Draw.random.id())
    let service: PublicService
    private(set) var answers = TypedAnswers()
    private var minutes: Int64 = 0

    /// Of a regency of its own, unless it is to stand beside another case.
    init(in other: WorkingRegency? = nil) async throws {
        if let other { regency = other } else { regency = try await WorkingRegency() }
        service = try #require(try await regency.force.service("surat-keterangan-usaha"))
    }

    func send(_ more: [ID: RawAnswer] = [:]) async throws {
        let force = try await regency.force
        let today = FeelDate(daysSince1970: force.zone.day(WorkingRegency.morning).number)
        let reading = service.read(
            Self.given.merging(more) { $1 },
            on: AnswerGround(today: today)
        )
        answers = reading.answers
        var new = NewCase(
            caseID: id,
            draft: Draw.random.id(),
            owner: "kel-contoh",
            channel: .online,
            received: WorkingRegency.morning,
            answers: answers.canonicalBytes
        )
        new.village = "16.03.02.1007"
        let sent = try await regency.desk.submit(
            new,
            to: service,
            answers: answers,
            CaseDesk.Sending(now: WorkingRegency.morning, under: force)
        )
        guard case .sent = sent else { throw StoreError(.engine, "it was not taken") }
    }

    @discardableResult
    func give(_ command: CaseCommand, by duty: Code) async throws -> CaseState {
        minutes += 10
        let asked = CaseDesk.Asked(
            command,
            on: id,
            seen: nil,
            who: regency.official(duty),
            now: WorkingRegency.morning.adding(seconds: minutes * 60)
        )
        guard case .done(let state, _) = try await regency.desk.handle(asked) else {
            throw StoreError(.engine, "the case moved on")
        }
        return state
    }

    func correct(_ question: ID, _ text: String) async throws {
        answers[question] = .string(text)
        try await give(
            .correct(
                CorrectionOrder(
                    answers: answers.canonicalBytes,
                    questions: [try #require(Code(question.text))],
                    asker: "Kanari Burungwati",
                    decider: Actor(OpaqueID(high: 9, low: 1)),
                    request: OpaqueID(high: 9, low: 2)
                )
            ),
            by: "petugas-pelayanan"
        )
    }

    func names() async throws -> [String?] {
        let id = id
        return try await regency.store.read { reader in
            try reader.records(of: id).map { $0.fields["nama"]?.text() }
        }
    }

    func issue() async throws {
        try await give(.act(ActRequest("lengkap", in: "periksa")), by: "petugas-pelayanan")
        try await give(.act(ActRequest("terbit", in: "tanda_tangan")), by: "kepala-wilayah")
    }

    func sign() async throws {
        let state = try await regency.store.state(of: id.stream, as: CaseStory.self).state
        let letter = try #require(state.openLetter)
        try await give(
            .sign(letter: letter.letter, way: .scan, file: Draw.random.id()),
            by: "kepala-wilayah"
        )
    }

    func rows(_ table: String) async throws -> [String] {
        try await regency.store.read { reader in
            try reader.rows(SQL(stringLiteral: "SELECT * FROM \(table)"))
                .map { "\($0)" }.sorted()
        }
    }
}
