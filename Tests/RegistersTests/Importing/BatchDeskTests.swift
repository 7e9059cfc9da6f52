import Blueprints
import Feel
import Foundation
import Ledger
import Registers
import Stories
import Testing
import UnderTest

private let official = Actor(OpaqueID(high: 9, low: 9))
private let now = Instant(milliseconds: 1_795_000_000_000)

/// A desk on a real record, in a temporary folder.
private struct Bench {
    let store: RecordStore
    let desk: BatchDesk

    static func with(_ run: (Bench) async throws -> Void) async throws {
        let name = "batches-\(UUID().uuidString)"
        let folder = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(atPath: folder) } catch {} }
        let keys = try Keys.make(in: "\(folder)/keys")
        let store = try await RecordStore.open(
            EngineUnderTest.open("\(folder)/record.sqlite"),
            keys: keys,
            views: [RegisterView.view, BatchesView.view]
        )
        try await run(
            Bench(store: store, desk: BatchDesk(store: store, keys: keys, sealer: .sha256))
        )
        try await store.close()
    }

    static let growers: Code = "16.03/kopi/petani"

    static func nik(_ number: Int) -> String { "16030845059\(String(100_00 + number))" }

    /// So many growers, some of them told twice.
    static func table(_ numbers: [Int]) -> IncomingTable {
        IncomingTable(
            columns: ["Nama", "NIK"],
            rows: numbers.enumerated().map { index, number in
                IncomingRow(number: index + 2, cells: ["Petani Contoh \(number)", nik(number)])
            }
        )
    }

    static func mapped(_ table: IncomingTable, into register: Register) throws -> MappedRows {
        MappedRows(
            table,
            into: register,
            by: ImportMapping(
                id: "petani",
                title: "Petani",
                register: register.id,
                sources: [
                    "nama": FieldSource(.columns(["Nama"])), "nik": FieldSource(.columns(["NIK"])),
                ]
            ),
            on: try Sample.ground(),
            villages: Sample.villages
        )
    }

    func plan(
        _ table: IncomingTable,
        into register: Register = Sample.growers
    ) async throws -> BatchPlan {
        try await desk.plan(table, by: Self.mapped(table, into: register), in: Self.growers)
    }

    func asked(_ number: UInt64) -> BatchDesk.Asked {
        BatchDesk.Asked(OpaqueID(high: 5, low: number), into: Self.growers, by: official, at: now)
    }

    func count() async throws -> Int {
        try await store.read { try $0.countOfRecords(in: Self.growers) }
    }

    static func counts(_ plan: BatchPlan) -> [Int] {
        [plan.count(.new), plan.count(.there), plan.count(.faulty)]
    }
}

/// The same without a key: what stands once is then the whole of what a record says.
private let withoutKey = Register(
    id: "petani",
    title: "Daftar petani",
    fields: Sample.growers.fields,
    unique: []
)

struct BatchDeskTests {
    @Test(arguments: [Sample.growers, withoutKey])
    func `the same file twice brings nothing twice`(register: Register) async throws {
        try await Bench.with { bench in
            let table = Bench.table(Array(1...250))
            let first = try await bench.plan(table, into: register)
            #expect(Bench.counts(first) == [250, 0, 0])
            try await bench.desk.bring(bench.asked(1), first)
            #expect(try await bench.count() == 250)
            let second = try await bench.plan(table, into: register)
            #expect(Bench.counts(second) == [0, 250, 0])
            await #expect(throws: RegisterRefusal.nothingToBring) {
                try await bench.desk.bring(bench.asked(2), second)
            }
            #expect(try await bench.count() == 250)
            let state = try await bench.desk.state(of: bench.asked(1).id).state
            #expect(state.written == 250 && state.rows == 250 && state.register == Bench.growers)
        }
    }

    @Test func `a row that says what an earlier one says is faulty`() async throws {
        try await Bench.with { bench in
            let plan = try await bench.plan(Bench.table([1, 2, 1]))
            #expect(Bench.counts(plan) == [2, 0, 1])
            guard case .faulty(let problems)? = plan.rows.last?.outcome else {
                Issue.record("\(plan.rows)")
                return
            }
            #expect(problems.first?.indonesian == "Baris ini sama dengan baris 2.")
        }
    }

    @Test func `a run that was cut short goes on where it stopped`() async throws {
        try await Bench.with { bench in
            let table = Bench.table(Array(1...250))
            try await bench.desk.bring(bench.asked(1), try await bench.plan(table), pieces: 1)
            #expect(try await bench.count() == 100)
            #expect(try await bench.desk.state(of: bench.asked(1).id).state.written == nil)
            let rest = try await bench.plan(table)
            #expect(Bench.counts(rest) == [150, 100, 0])
            try await bench.desk.bring(bench.asked(1), rest)
            #expect(try await bench.count() == 250)
            let state = try await bench.desk.state(of: bench.asked(1).id).state
            #expect(state.written == 250 && state.rows == 250)
        }
    }

    @Test func `a plan that is older than the register writes nothing of its piece`() async throws {
        try await Bench.with { bench in
            let table = Bench.table([1, 2, 3])
            let plan = try await bench.plan(table)
            try await bench.desk.bring(bench.asked(1), try await bench.plan(Bench.table([2])))
            await #expect(throws: RegisterRefusal.movedOn) {
                try await bench.desk.bring(bench.asked(2), plan)
            }
            #expect(try await bench.count() == 1)
            try await bench.desk.bring(bench.asked(2), try await bench.plan(table))
            #expect(try await bench.count() == 3)
        }
    }

    @Test func `undoing leaves what something else builds on`() async throws {
        try await Bench.with { bench in
            try await bench.desk.bring(
                bench.asked(1),
                try await bench.plan(Bench.table([1, 2, 3]))
            )
            let used = try await bench.desk.written(by: bench.asked(1).id).map(\.standing.id)[1]
            try await bench.desk.undo(
                bench.asked(1),
                holding: Sample.growers.keys,
                keeping: [used]
            )
            let standing = try await bench.desk.written(by: bench.asked(1).id)
                .filter { $0.standing.ended == nil }
            #expect(standing.map(\.standing.id) == [used])
            let state = try await bench.desk.state(of: bench.asked(1).id).state
            #expect(state.undone == RegisterBatch.Undone(ended: 2, left: 1))
        }
    }

    @Test func `undoing ends what nobody touched, and the file can come again`() async throws {
        try await Bench.with { bench in
            let table = Bench.table(Array(1...120))
            try await bench.desk.bring(bench.asked(1), try await bench.plan(table))
            let touched = try #require(try await bench.desk.written(by: bench.asked(1).id).first)
            try await bench.correct(touched.standing)
            try await bench.desk.undo(bench.asked(1), holding: Sample.growers.keys)
            let state = try await bench.desk.state(of: bench.asked(1).id).state
            #expect(state.undone == RegisterBatch.Undone(ended: 119, left: 1))
            #expect(try await bench.count() == 1)
            await #expect(throws: RegisterRefusal.batchUndone) {
                try await bench.desk.undo(bench.asked(1), holding: Sample.growers.keys)
            }
            let again = try await bench.plan(table)
            #expect(Bench.counts(again) == [119, 1, 0])
            await #expect(throws: RegisterRefusal.batchUndone) {
                try await bench.desk.bring(bench.asked(1), again)
            }
            try await bench.desk.bring(bench.asked(2), again)
            #expect(try await bench.count() == 120)
            let listed = try await bench.store.read { reader in
                try reader.batches(of: Bench.growers, limit: 10)
            }
            #expect(Set(listed.map(\.isUndone)) == [true, false] && listed.count == 2)
        }
    }
}

extension Bench {
    /// Somebody puts the name of a record right.
    fileprivate func correct(_ record: StandingRecord) async throws {
        var fields = try #require(record.content)
        fields["nama"] = .string("Petani Betul")
        let keys = Sample.growers.keys
        let (state, version) = try await store.state(of: record.stream, as: RegisterStory.self)
        let decision = try RegisterStory.decide(
            state,
            .correct(
                content: RecordContent(fields, unique: keys.unique, found: keys.found),
                source: RegisterFact.Source(Stream("official", OpaqueID(high: 9, low: 9)))
            ),
            KnownOfRegister(
                draw: .random,
                sealer: .sha256,
                dossier: DossierID(record.id),
                says: record.content.map {
                    RecordContent($0, unique: keys.unique, found: keys.found)
                }
            )
        )
        let append = try Append(
            decision,
            to: record.stream,
            at: now,
            by: official,
            expecting: [record.stream: version]
        )
        guard case .recorded = try await store.append(append) else { throw Sample.Unmade() }
    }
}
