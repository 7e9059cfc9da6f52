import Blueprints
import Cases
import Feel
import Foundation
import Ledger
import Registers
import Stories
import Testing
import UnderTest

private let plots: Code = "16.03/kopi/kebun"
private let now = Instant(milliseconds: 1_795_000_000_000)
private let official = Actor(OpaqueID(high: 9, low: 9))

/// A register on a real record, in a temporary folder.
private struct Shelf {
    let store: RecordStore
    let folder: String

    static func with(_ run: (Shelf) async throws -> Void) async throws {
        let name = "registers-\(UUID().uuidString)"
        let folder = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(atPath: folder) } catch {} }
        let store = try await RecordStore.open(
            EngineUnderTest.open("\(folder)/record.sqlite"),
            keys: try Keys.make(in: "\(folder)/keys"),
            views: [RegisterView.view]
        )
        try await run(Shelf(store: store, folder: folder))
        try await store.close()
    }

    func id(_ number: UInt64) -> OpaqueID { OpaqueID(high: 7, low: number) }

    static func says(_ number: String, of nik: String) -> RecordContent {
        RecordContent(
            TypedAnswers(["nomor": .string(number), "pendaftar": .string(nik)]),
            unique: ["nomor"],
            found: ["pendaftar"]
        )
    }

    /// Asks one record for something; what it says now is read from the record, as a desk does.
    @discardableResult
    func ask(_ record: OpaqueID, _ command: RegisterCommand) async throws -> Appended {
        let stream = Stream(RegisterStory.kind, record)
        let (state, version, said) = try await store.read { reader in
            let (state, version) = try reader.state(of: stream, as: RegisterStory.self)
            return (state, version, try reader.record(record)?.content)
        }
        let known = KnownOfRegister(
            draw: .random,
            sealer: .sha256,
            dossier: DossierID(record),
            says: said.map { RecordContent($0, unique: ["nomor"], found: ["pendaftar"]) }
        )
        let decision = try RegisterStory.decide(state, command, known)
        return try await store.append(
            Append(decision, to: stream, at: now, by: official, expecting: [stream: version])
        )
    }

    func enter(_ record: OpaqueID, _ content: RecordContent) async throws -> Appended {
        let from = Stream("case", OpaqueID(high: 1, low: 1))
        return try await ask(record, .enter(register: plots, from: from, content: content))
    }

    func found(_ field: ID, _ value: String) async throws -> [OpaqueID] {
        try await store.read { reader in
            try reader.records(in: plots, where: field, is: .string(value)).map(\.id)
        }
    }
}

private let rukiah = "1603084505900001"
private let zaleha = "1603084505900002"

struct ReadingRecordsTests {
    @Test func `a record is found by its number and by whom it belongs to`() async throws {
        try await Shelf.with { shelf in
            _ = try await shelf.enter(shelf.id(1), Shelf.says("111122223333", of: rukiah))
            _ = try await shelf.enter(shelf.id(2), Shelf.says("444455556666", of: rukiah))
            #expect(try await shelf.found("nomor", "1111-2222-3333") == [shelf.id(1)])
            #expect(try await shelf.found("pendaftar", rukiah) == [shelf.id(1), shelf.id(2)])
            #expect(try await shelf.found("pendaftar", zaleha).isEmpty)
            #expect(try await shelf.found("pendaftar", String(rukiah.prefix(8))).isEmpty)
            let typed = try await shelf.store.read { reader in
                try reader.records(in: plots, findableBy: "4444 5555 6666").map(\.id)
            }
            #expect(typed == [shelf.id(2)])
        }
    }

    @Test func `a list goes on where its page ended`() async throws {
        try await Shelf.with { shelf in
            for number in 1...5 {
                let content = Shelf.says("number \(number)", of: rukiah)
                _ = try await shelf.enter(shelf.id(UInt64(number)), content)
            }
            let pages = try await shelf.store.read { reader in
                let first = try reader.records(in: plots, limit: 3)
                let place = first.last.map(PlaceInRegister.init(after:))
                return [first, try reader.records(in: plots, after: place, limit: 3)]
            }
            #expect(pages.map { $0.map(\.id) } == [(1...3).map(shelf.id), (4...5).map(shelf.id)])
            #expect(try await shelf.store.read { try $0.countOfRecords(in: plots) } == 5)
            #expect(try await shelf.store.read { try $0.countOfRecords(in: "16.03/a/b") } == 0)
        }
    }

    @Test func `a number stands once, until its record says another or ends`() async throws {
        try await Shelf.with { shelf in
            let (one, two) = (Shelf.says("111122223333", of: rukiah), shelf.id(2))
            _ = try await shelf.enter(shelf.id(1), one)
            let taken = try await shelf.enter(two, Shelf.says("1111 2222 3333", of: zaleha))
            guard case .taken = taken else {
                Issue.record("the number stands twice: \(taken)")
                return
            }
            let holder = try await shelf.store.read { reader in
                try reader.holder(of: Shelf.says("111122223333", of: zaleha), in: plots)
            }
            #expect(holder?.id == shelf.id(1))
            let source = RegisterFact.Source(Stream("case", OpaqueID(high: 1, low: 2)))
            let other = Shelf.says("999988887777", of: rukiah)
            try await shelf.ask(shelf.id(1), .correct(content: other, source: source))
            #expect(try await shelf.found("nomor", "111122223333").isEmpty)
            #expect(try await shelf.found("nomor", "999988887777") == [shelf.id(1)])
            guard case .recorded = try await shelf.enter(two, one) else {
                Issue.record("a corrected record still holds its former number")
                return
            }
            try await shelf.ask(two, .end(from: nil, reason: Array("salah catat".utf8)))
            #expect(try await shelf.found("nomor", "111122223333").isEmpty)
            guard case .recorded = try await shelf.enter(shelf.id(3), one) else {
                Issue.record("an ended record still holds its number")
                return
            }
        }
    }

    @Test func `an erased record is found by nothing and says nothing`() async throws {
        try await Shelf.with { shelf in
            let content = Shelf.says("111122223333", of: rukiah)
            _ = try await shelf.enter(shelf.id(1), content)
            try await shelf.ask(shelf.id(1), .erase(ErasedAnswers(basis: "retensi")))
            _ = try await shelf.store.erase(DossierID(shelf.id(1)), at: now)
            #expect(try await shelf.found("pendaftar", rukiah).isEmpty)
            let left = try await shelf.store.read { try $0.rows("SELECT * FROM record_keys").count }
            #expect(left == 0)
            let record = try await shelf.store.read { try $0.record(shelf.id(1)) }
            #expect(record != nil && record?.content == nil)
            guard case .recorded = try await shelf.enter(shelf.id(2), content) else {
                Issue.record("an erased record still holds its number")
                return
            }
        }
    }

    @Test func `no key stands readable in the tables`() async throws {
        try await Shelf.with { shelf in
            _ = try await shelf.enter(shelf.id(1), Shelf.says("111122223333", of: rukiah))
            try await shelf.store.close()
            for file in try FileManager.default.contentsOfDirectory(atPath: shelf.folder)
            where file.hasPrefix("record.sqlite") {
                let url = URL(filePath: "\(shelf.folder)/\(file)")
                let bytes = try Data(contentsOf: url)
                #expect(bytes.range(of: Data(rukiah.utf8)) == nil, "\(file)")
                #expect(bytes.range(of: Data("111122223333".utf8)) == nil, "\(file)")
            }
        }
    }
}
