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

/// One application, from the form's answers to the signed letter, on a real record.
struct JourneyTests {
    static let canaries = ["Kanari Burungwati", "1603084505900077", "081200005678"]

    private static let given: [ID: RawAnswer] = [
        "nama": .text(canaries[0]), "nik": .text(canaries[1]), "hp": .text("0812-0000-5678"),
        "kabar": .text("wa"), "nama_usaha": .text("Warung Kanarindah"),
        "jenis_usaha": .text("warung"), "sejak": .text("2019"),
        "desa_usaha": .text("16.03.02.1007"), "alamat_usaha": .text("Dusun II"),
        "status_tempat": .text("sendiri"), "foto_ktp": .text("a.jpg"),
        "foto_usaha": .text("b.jpg"), "keperluan": .text("pinjaman"),
    ]

    private func sent(
        _ regency: WorkingRegency,
        draft: OpaqueID = Draw.random.id(),
        case id: CaseID = CaseID(Draw.random.id())
    ) async throws -> CaseDesk.Submitted {
        let force = try await regency.force
        let service = try #require(force.service("surat-keterangan-usaha"))
        let today = FeelDate(daysSince1970: force.zone.day(WorkingRegency.morning).number)
        let reading = service.read(Self.given, on: AnswerGround(today: today))
        try #require(reading.isComplete, "\(reading.problems)")
        var new = NewCase(
            caseID: id,
            draft: draft,
            owner: "kel-contoh",
            channel: .online,
            received: WorkingRegency.morning,
            answers: reading.answers.canonicalBytes
        )
        new.village = "16.03.02.1007"
        return try await regency.desk.submit(
            new,
            to: service,
            answers: reading.answers,
            CaseDesk.Sending(now: WorkingRegency.morning, under: force)
        )
    }

    private func newCase(_ regency: WorkingRegency) async throws -> CaseID {
        guard case .sent(let id) = try await sent(regency) else {
            throw StoreError(.engine, "the application was not taken")
        }
        return id
    }

    @discardableResult
    private func act(
        _ command: CaseCommand,
        on id: CaseID,
        by who: Party,
        in regency: WorkingRegency,
        minutes: Int64
    ) async throws -> CaseState {
        let version = try await regency.store.state(of: id.stream, as: CaseStory.self).version
        let asked = CaseDesk.Asked(
            command,
            on: id,
            seen: version,
            who: who,
            now: WorkingRegency.morning.adding(seconds: minutes * 60)
        )
        guard case .done(let state, _) = try await regency.desk.handle(asked) else {
            throw StoreError(.engine, "the case moved on")
        }
        return state
    }

    private func finished(_ regency: WorkingRegency) async throws -> CaseID {
        let id = try await newCase(regency)
        let (officer, head) = (
            regency.official("petugas-pelayanan"), regency.official("kepala-wilayah")
        )
        try await act(
            .act(ActRequest("lengkap", in: "periksa")),
            on: id,
            by: officer,
            in: regency,
            minutes: 10
        )
        let numbered = try await act(
            .act(ActRequest("terbit", in: "tanda_tangan")),
            on: id,
            by: head,
            in: regency,
            minutes: 20
        )
        let letter = try #require(numbered.openLetter)
        #expect(letter.number.text == "500.3/001/KEL-CTH/2026")
        try await act(
            .sign(letter: letter.letter, way: .scan, file: Draw.random.id()),
            on: id,
            by: head,
            in: regency,
            minutes: 30
        )
        return id
    }

    @Test func `an application goes from its answers to a signed letter`() async throws {
        let regency = try await WorkingRegency()
        let id = try await finished(regency)
        let state = try await regency.store.state(of: id.stream, as: CaseStory.self).state
        #expect(state.phase == .ended)
        #expect(state.publicStage == .finished)
        let row = try await regency.store.read { reader in
            try reader.row("SELECT phase, shows FROM cases WHERE id = \(id.id)")
        }
        #expect(try row?.text("shows") == "selesai")
    }

    @Test func `what an action declares stands in the register once the letter is signed`()
        async throws
    {
        let regency = try await WorkingRegency()
        let id = try await finished(regency)
        let records = try await regency.store.read { reader in
            try reader.records(of: id).map { ($0.register, $0.fields["nama"]?.text()) }
        }
        #expect(records.count == 1)
        #expect(records.first?.0 == "16.03/umkm/usaha")
        #expect(records.first?.1 == "Warung Kanarindah")
    }

    @Test func `numbers of letters follow each other without a gap, also side by side`()
        async throws
    {
        let regency = try await WorkingRegency()
        let (officer, head) = (
            regency.official("petugas-pelayanan"), regency.official("kepala-wilayah")
        )
        var ids: [CaseID] = []
        for _ in 0..<6 {
            let id = try await newCase(regency)
            try await act(
                .act(ActRequest("lengkap", in: "periksa")),
                on: id,
                by: officer,
                in: regency,
                minutes: 5
            )
            ids.append(id)
        }
        let numbers = try await withThrowingTaskGroup(of: String.self) { group in
            for id in ids {
                group.addTask {
                    try await act(
                        .act(ActRequest("terbit", in: "tanda_tangan")),
                        on: id,
                        by: head,
                        in: regency,
                        minutes: 9
                    ).openLetter?.number.text ?? ""
                }
            }
            var numbers: [String] = []
            for try await number in group { numbers.append(number) }
            return numbers
        }
        let expected = (1...6).map { "500.3/00\($0)/KEL-CTH/2026" }
        #expect(numbers.sorted() == expected)
    }

    @Test func `the same draft sent again is the same case, with other content it is refused`()
        async throws
    {
        let regency = try await WorkingRegency()
        let draft = Draw.random.id()
        guard case .sent(let first) = try await sent(regency, draft: draft) else {
            throw StoreError(.engine, "the application was not taken")
        }
        guard case .sentBefore(let again) = try await sent(regency, draft: draft) else {
            throw StoreError(.engine, "the second try was not recognised")
        }
        #expect(first == again)
        let count = try await regency.store.read { reader in
            try reader.row("SELECT count(*) AS n FROM cases")?.int("n")
        }
        #expect(count == 1)
    }

    @Test func `whoever saw an older version gets both to compare`() async throws {
        let regency = try await WorkingRegency()
        let id = try await newCase(regency)
        let officer = regency.official("petugas-pelayanan")
        let seen = try await regency.store.state(of: id.stream, as: CaseStory.self).version
        try await act(.take, on: id, by: officer, in: regency, minutes: 1)
        let late = CaseDesk.Asked(
            .act(ActRequest("lengkap", in: "periksa")),
            on: id,
            seen: seen,
            who: officer,
            now: WorkingRegency.morning.adding(seconds: 120)
        )
        guard case .movedOn(let newer) = try await regency.desk.handle(late) else {
            throw StoreError(.engine, "an older version was acted upon")
        }
        #expect(newer.version > seen)
        #expect(newer.state.takenBy != nil)
    }

    @Test func `rebuilt views equal the live ones`() async throws {
        let regency = try await WorkingRegency()
        _ = try await finished(regency)
        _ = try await newCase(regency)
        try await regency.store.catchUp()
        let live = try await Self.rows(regency.store)
        try await regency.store.rebuild()
        try await regency.store.catchUp()
        #expect(try await Self.rows(regency.store) == live)
    }

    @Test func `no name, NIK or phone stands in any byte on disk, yet all three find the case`()
        async throws
    {
        let regency = try await WorkingRegency()
        let id = try await finished(regency)
        try await regency.store.catchUp()
        for word in ["kanari", "Burungwati", Self.canaries[1], "0812 0000 5678"] {
            let found = try await regency.store.read { reader in
                try reader.search("case_search", for: word, limit: 5)
            }
            #expect(found == [id.id], "\(word)")
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: regency.folder.path)
        let canaries = Self.canaries + ["Burungwati", "Kanarindah", "0812-0000-5678"]
        for name in names {
            let path = regency.folder.appending(path: name).path
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            for canary in canaries {
                #expect(data.range(of: Data(canary.utf8)) == nil, "\(canary) in \(name)")
            }
        }
    }

    @Test func `a paper of last week is promised from the day on which it came`() async throws {
        let regency = try await WorkingRegency()
        let force = try await regency.force
        let service = try #require(force.service("surat-keterangan-usaha"))
        let received = WorkingRegency.morning.adding(seconds: -3 * 86_400)
        let today = FeelDate(daysSince1970: force.zone.day(received).number)
        let reading = service.read(Self.given, on: AnswerGround(today: today))
        var new = NewCase(
            caseID: CaseID(Draw.random.id()),
            draft: Draw.random.id(),
            owner: "kel-contoh",
            channel: .paper,
            received: received,
            answers: reading.answers.canonicalBytes
        )
        (new.village, new.delay) = ("16.03.02.1007", "Listrik padam sejak Jumat siang.")
        var sending = CaseDesk.Sending(now: WorkingRegency.morning, under: force)
        let clerk = regency.official("petugas-pelayanan")
        guard case .official(let duties) = clerk else { throw CaseRefusal.notYours }
        (sending.party, sending.by) = (clerk, duties.official)
        _ = try await regency.desk.submit(new, to: service, answers: reading.answers, sending)
        let row = try await regency.store.read { reader in
            try #require(try reader.row("SELECT received, recorded, due FROM cases"))
        }
        #expect(try row.int("recorded") - row.int("received") == 3 * 86_400_000)
        // Friday's paper has two working days: Monday and Tuesday.
        #expect(force.zone.day(try row.get("due")) == Day("2026-11-24"))
        let delay = "Listrik padam"
        for name in try FileManager.default.subpathsOfDirectory(atPath: regency.folder.path) {
            let path = regency.folder.appending(path: name).path
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            #expect(data.range(of: Data(delay.utf8)) == nil, "\(name)")
        }
    }

    private static func rows(_ store: RecordStore) async throws -> [String] {
        try await store.read { reader in
            var rows: [String] = []
            for table in ["cases", "case_units", "case_links", "letters", "records", "case_search"]
            {
                let statement = SQL(stringLiteral: "SELECT * FROM \(table)")
                rows += try reader.rows(statement).map { "\(table) \($0.values)" }.sorted()
            }
            return rows
        }
    }
}
