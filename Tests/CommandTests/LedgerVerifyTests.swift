import Foundation
import Ledger
import LedgerSQLite
import Stories
import Testing

/// A regency with invented cases, an origin and a checkpoint.
final class SeededRecord {
    let scratch: Scratch
    let dir: String
    let keys: Keys
    private static let moment = Instant(milliseconds: 1_795_395_600_000)

    private var path: String { "\(dir)/data/catatan.sqlite" }

    init() async throws {
        scratch = try Scratch()
        dir = scratch.path("kab")
        for arguments in [
            ["init", dir, "--name", "Kabupaten Contoh", "--code", "16.03", "--demo"],
            ["publish", dir], ["seed", dir, "--cases", "60"],
        ] {
            let made = try Program.run(arguments)
            try #require(made.status == 0, "\(made.complaint)")
        }
        keys = try Keys.open(in: "\(dir)/data/kunci")
        try await change { store in
            try await store.firstOrigin(at: Self.moment)
        }
    }

    /// Writes into the record as the program does.
    func change(_ body: (RecordStore) async throws -> Void) async throws {
        let store = try await RecordStore.open(SQLiteEngine(path: path), keys: keys)
        try await body(store)
        try await store.close()
    }

    func keepCheckpoint() async throws -> KeptCheckpoint {
        var kept: KeptCheckpoint?
        try await change { kept = try await $0.keepCheckpoint(by: keys, at: Self.moment) }
        return try #require(kept)
    }

    /// Writes into the database as somebody does who has the machine.
    func tamper(_ table: String, _ statements: SQL...) throws {
        let connection = try SQLiteConnection(path: path, readOnly: false)
        defer { connection.close() }
        for verb in ["update", "delete"] {
            try connection.run(SQL(text: "DROP TRIGGER IF EXISTS \(table)_no_\(verb)"))
        }
        for statement in statements { try connection.run(statement) }
    }

    func rows(_ sql: SQL) throws -> [RecordRow] {
        let connection = try SQLiteConnection(path: path, readOnly: true)
        defer { connection.close() }
        return try connection.rows(sql)
    }

    func verify(_ more: String...) throws -> Program {
        try Program.run(["ledger", "verify", dir] + more)
    }

    /// Flips one bit of one byte in the middle.
    static func flipped(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes[bytes.count / 2] ^= 1
        return bytes
    }
}

@Test func `a good record is consistent in itself, and proven by a witness`() async throws {
    let record = try await SeededRecord()
    let kept = try await record.keepCheckpoint()
    let alone = try record.verify()
    #expect(alone.status == 0, "\(alone.output)\(alone.complaint)")
    #expect(alone.output.contains("\(kept.size) peristiwa"))
    #expect(alone.output.contains(" 1 cap."))
    #expect(
        alone.lastLine == "Konsisten dengan dirinya sendiri, belum dibandingkan dengan saksi."
    )
    #expect(alone.complaint.contains("\(kept.size) / \(kept.size)"))

    try record.scratch.write(kept.note, to: "cap.txt")
    let seen = try record.verify("--witness", record.scratch.path("cap.txt"))
    #expect(seen.status == 0)
    #expect(seen.lastLine.hasPrefix("Terbukti: sampai peristiwa \(kept.size) "))

    try record.scratch.write(kept.note.replacing("a", with: "b"), to: "cap.txt")
    let spoiled = try record.verify("--witness", record.scratch.path("cap.txt"))
    #expect(spoiled.status == 2)
    #expect(spoiled.complaint.contains("serasan: "))
    #expect(try record.verify("--witness", record.scratch.path("tidak-ada")).status == 2)
}

@Test func `a past that was rewritten whole is found by the witness alone`() async throws {
    let record = try await SeededRecord()
    let (origin, head) = try await {
        var found: (LogOrigin?, LogHead)?
        try await record.change { store in
            found = try await store.read { (try $0.origin(), try $0.head()) }
        }
        return try #require(found)
    }()
    let id = try #require(origin).id
    // What somebody holds who saw another past of the same log.
    let other = Checkpoint(origin: id, size: head.size - 1, root: .empty)
    try record.scratch.write(try record.keys.sign(other).written, to: "cap.txt")
    let changed = try record.verify("--witness", record.scratch.path("cap.txt"))
    #expect(changed.status == 1)
    #expect(changed.lastLine.hasPrefix("RIWAYAT TELAH DIUBAH"))

    let longer = Checkpoint(origin: id, size: head.size + 1, root: .empty)
    try record.scratch.write(try record.keys.sign(longer).written, to: "cap.txt")
    let cut = try record.verify("--witness", record.scratch.path("cap.txt"))
    #expect(cut.status == 1)
    #expect(cut.lastLine.hasPrefix("RIWAYAT TELAH DIPOTONG"))

    let foreign = Checkpoint(origin: OpaqueID(high: 1, low: 1), size: 1, root: .empty)
    try record.scratch.write(try record.keys.sign(foreign).written, to: "cap.txt")
    #expect(try record.verify("--witness", record.scratch.path("cap.txt")).status == 1)
}

@Test func `one flipped bit of an event is named by its place`() async throws {
    let record = try await SeededRecord()
    let row = try #require(try record.rows("SELECT bytes FROM events WHERE seq = 7").first)
    let bytes = SeededRecord.flipped(try row.blob("bytes"))
    try record.tamper("events", "UPDATE events SET bytes = \(bytes) WHERE seq = 7")
    let found = try record.verify()
    #expect(found.status == 1)
    #expect(found.output.contains("TIDAK COCOK: "))
    #expect(found.output.contains("peristiwa 7 "), "\(found.output)")
    #expect(!found.output.contains("Konsisten"))
}

@Test func `one flipped bit of a payload, and a payload that is gone, are named`() async throws {
    let record = try await SeededRecord()
    let rows = try record.rows("SELECT id, sealed FROM payloads ORDER BY id LIMIT 2")
    try #require(rows.count == 2)
    let (changed, lost) = (try rows[0].id("id"), try rows[1].id("id"))
    let bytes = SeededRecord.flipped(try rows[0].blob("sealed"))
    try record.tamper(
        "payloads",
        "UPDATE payloads SET sealed = \(bytes) WHERE id = \(changed)",
        "DELETE FROM payloads WHERE id = \(lost)"
    )
    let found = try record.verify()
    #expect(found.status == 1)
    let lines = found.output.split(separator: "\n").filter { $0.hasPrefix("TIDAK COCOK") }
    #expect(lines.count == 2, "\(found.output)")
    #expect(lines.contains { $0.contains("\(changed)") && $0.contains("telah diubah") })
    #expect(lines.contains { $0.contains("\(lost)") && $0.contains("hilang") })
    #expect(lines.allSatisfy { $0.contains("dari peristiwa ") })
}

@Test func `an uploaded file that is touched, gone, or forgotten is named`() async throws {
    let record = try await SeededRecord()
    let ids = try record.rows("SELECT id FROM files ORDER BY id LIMIT 3").map { try $0.id("id") }
    try #require(ids.count == 3)
    let folder = URL(filePath: "\(record.dir)/data/berkas")
    let touched = folder.appending(path: "\(ids[0])")
    let bytes = SeededRecord.flipped([UInt8](try Data(contentsOf: touched)))
    try Data(bytes).write(to: touched)
    try FileManager.default.removeItem(at: folder.appending(path: "\(ids[1])"))
    // The sweep would take this one for an orphan: a fact names it all the same.
    try record.tamper("files", "DELETE FROM files WHERE id = \(ids[2])")
    let found = try record.verify()
    #expect(found.status == 1)
    let lines = found.output.split(separator: "\n").filter { $0.hasPrefix("TIDAK COCOK") }
    #expect(lines.count == 3, "\(found.output)")
    #expect(lines.contains { $0.contains("\(ids[0]) telah diubah") })
    #expect(lines.contains { $0.contains("\(ids[1]) hilang") })
    #expect(lines.contains { $0.contains("\(ids[2])") && $0.contains("hilang") })
    let unread = try record.verify("--without-files")
    #expect(!unread.output.contains("\(ids[0])"))
}

@Test func `published content is named whether its row or the index over it was touched`()
    async throws
{
    let record = try await SeededRecord()
    let ways: [SQL] = [
        "SELECT digest FROM content NOT INDEXED", "SELECT digest FROM content ORDER BY digest",
    ]
    let read = { try ways.map { way in try record.rows(way).map { try $0.blob("digest") } } }
    let before = try read()
    let digest = Data(try #require(before[1].first))
    let path = URL(filePath: "\(record.dir)/data/catatan.sqlite")
    let whole = try Data(contentsOf: path)
    var touched = 0
    var start = whole.startIndex
    while let place = whole.range(of: digest, in: start..<whole.endIndex) {
        start = place.upperBound
        var changed = whole
        changed[place.upperBound - 1] ^= 1
        try changed.write(to: path)
        // The digest stands in views too, which are compared elsewhere.
        guard try read() != before else { continue }
        touched += 1
        let found = try record.verify()
        #expect(found.status == 1)
        #expect(found.output.contains("isi yang diterbitkan"), "\(found.output)")
    }
    #expect(touched == 2, "once in the row, once in the index")
}

@Test func `a checkpoint that was changed is named by its size`() async throws {
    let record = try await SeededRecord()
    let kept = try await record.keepCheckpoint()
    let spoiled = kept.note.replacing("\n\(kept.size)\n", with: "\n\(kept.size - 1)\n")
    try record.tamper("checkpoints", "UPDATE checkpoints SET note = \(spoiled)")
    let unsigned = try record.verify()
    #expect(unsigned.status == 1)
    #expect(unsigned.output.contains("cap pada ukuran \(kept.size) rusak"))

    let head = try #require(SignedNote(kept.note).flatMap { Checkpoint(text: $0.text) })
    let forged = Checkpoint(origin: head.origin, size: head.size, root: .empty)
    let note = try record.keys.sign(forged).written
    try record.tamper("checkpoints", "UPDATE checkpoints SET note = \(note)")
    let signed = try record.verify()
    #expect(signed.status == 1)
    #expect(signed.output.contains("cap pada ukuran \(kept.size) tidak cocok"))
}

@Test func `with the public key alone all but the sealed content is checked`() async throws {
    let record = try await SeededRecord()
    let kept = try await record.keepCheckpoint()
    let head = try #require(SignedNote(kept.note).flatMap { Checkpoint(text: $0.text) })
    let key = try record.keys.noteKey(of: head.origin).text
    try FileManager.default.removeItem(atPath: "\(record.dir)/data/kunci")
    #expect(try record.verify().status != 0, "the keys are gone")

    try record.scratch.write(kept.note, to: "cap.txt")
    let good = try record.verify("--key", key, "--witness", record.scratch.path("cap.txt"))
    #expect(good.status == 0, "\(good.output)\(good.complaint)")
    #expect(good.output.contains(" isian tidak dibuka"))
    #expect(good.output.contains(" 1 cap."))
    #expect(good.lastLine.hasPrefix("Terbukti: sampai peristiwa \(kept.size) "))

    let other =
        "serasan/000000000000000700000000000000ab+33fffb5c+"
        + "AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    let foreign = try record.verify("--key", other)
    #expect(foreign.status == 1)
    #expect(foreign.output.contains("ditandatangani kunci lain"))

    let row = try #require(try record.rows("SELECT id, sealed FROM payloads LIMIT 1").first)
    let (id, bytes) = (try row.id("id"), SeededRecord.flipped(try row.blob("sealed")))
    try record.tamper("payloads", "UPDATE payloads SET sealed = \(bytes) WHERE id = \(id)")
    let changed = try record.verify("--key", key)
    #expect(changed.status == 1)
    #expect(changed.output.contains("\(id)"))
}
