import Backups
import Foundation
import Ledger
import LedgerSQLite
import Stories
import Testing

/// A record, and a folder for its backups.
private struct Place {
    let folder: URL
    let keys: Keys
    var database: String { folder.appending(path: "record.sqlite").path }
    var cache: URL { folder.appending(path: "sums", directoryHint: .isDirectory) }
    var sealed: URL { folder.appending(path: "sealed", directoryHint: .isDirectory) }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "b-\(UUID().uuidString)")
        for name in ["target", "sealed"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name),
                withIntermediateDirectories: true
            )
        }
        keys = try Keys.make(in: folder.appending(path: "keys").path)
    }

    func target() throws -> FolderTarget {
        try FolderTarget(folder.appending(path: "target").path)
    }

    func open() async throws -> RecordStore {
        try await RecordStore.open(
            SQLiteEngine(path: database),
            keys: keys,
            tables: ["CREATE TABLE IF NOT EXISTS filler (id BIGINT PRIMARY KEY, bytes BLOB)"]
        )
    }

    func backUp(at moment: Date) throws -> MakingBackup.Outcome {
        let pages = try FrozenPages(of: database)
        defer { pages.close() }
        return try MakingBackup(into: target(), keys: keys, cache: cache).make(
            of: PageSource(
                head: pages.head,
                schema: pages.state.stored,
                pageSize: pages.pageSize,
                pageCount: pages.pageCount,
                page: { try pages.page($0) },
                rows: { try pages.rows($0) }
            ),
            files: [("regency.yaml", Array("name: x\n".utf8))],
            sealed: sealed,
            now: moment
        )
    }

    func reading(_ keys: Keys? = nil, at moment: String? = nil) throws -> ReadingBackup {
        try ReadingBackup(
            from: target(),
            at: moment,
            keys: keys ?? self.keys,
            knowing: Migrations.all.count
        )
    }

    /// The bytes of the database that a backup gives back, examined by SQLite itself.
    func restored(at moment: String? = nil) throws -> (integrity: String?, rows: Int64) {
        let out = folder.appending(path: "out-\(UUID().uuidString)")
        let database = out.appending(path: "record.sqlite")
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        try reading(at: moment)
            .write(into: out, database: database, sealed: out.appending(path: "sealed"))
        let connection = try SQLiteConnection(path: database.path, readOnly: true)
        defer { connection.close() }
        return (
            try connection.rows("PRAGMA integrity_check").first?.text("integrity_check"),
            try connection.rows("SELECT count(*) AS n FROM filler").first?.int("n") ?? -1
        )
    }

    func remove() throws { try FileManager.default.removeItem(at: folder) }

    /// Whether bytes stand in any file of the target.
    func holds(_ bytes: Data) throws -> Bool {
        let target = folder.appending(path: "target")
        for case let path as String in try #require(
            FileManager.default.enumerator(atPath: target.path)
        ) {
            let file = target.appending(path: path)
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
            else { continue }
            if try Data(contentsOf: file).range(of: bytes) != nil { return true }
        }
        return false
    }
}

private func fill(_ store: RecordStore, _ rows: Range<Int>) async throws {
    for start in rows {
        let bytes = [UInt8](repeating: UInt8(start % 251), count: 900)
        try await store.operate([
            "INSERT INTO filler (id, bytes) VALUES (\(Int64(start)), \(bytes))"
        ])
    }
}

/// Blocking work on a thread of its own, so that the tasks of the storm go on.
private func onThread<T: Sendable>(_ work: @Sendable @escaping () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}

private func moment(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

// One after the other: they block the few threads that tasks share, which would still the storm.
@Suite(.serialized) struct BackupTests {
    @Test func `a month, a day and a quarter of an hour give back each its own state`() async throws
    {
        let place = try Place()
        let store = try await place.open()
        try await fill(store, 0..<200)
        let month = try place.backUp(at: moment("2026-11-26T01:00:00Z"))
        try await fill(store, 200..<210)
        let day = try place.backUp(at: moment("2026-11-26T01:15:00Z"))
        try await fill(store, 210..<215)
        let quarter = try place.backUp(at: moment("2026-11-26T01:30:00Z"))
        try FileManager.default.removeItem(at: place.cache)
        try await fill(store, 215..<216)
        let next = try place.backUp(at: moment("2026-11-26T01:45:00Z"))
        try await store.close()

        #expect(
            [month, day, quarter, next].map(\.name.level) == [.month, .day, .quarter, .quarter]
        )
        #expect(month.written == month.pages)
        #expect(day.written < day.pages / 4)
        #expect(quarter.written < quarter.pages / 4)
        #expect(next.written < next.pages / 4)
        for (stamp, rows) in [
            ("20261126T010000Z", 200), ("20261126T012959Z", 210), ("20261126T013000Z", 215),
            ("20261201T000000Z", 216),
        ] as [(String, Int64)] {
            let found = try place.restored(at: stamp)
            #expect(found.integrity == "ok")
            #expect(found.rows == rows)
        }
        try place.remove()
    }

    @Test func `sealed files come back as they were`() async throws {
        let place = try Place()
        let store = try await place.open()
        try await fill(store, 0..<3)
        let name = String(repeating: "0a", count: 16)
        let bytes = Data((0..<5000).map { UInt8($0 * 7 % 251) })
        try bytes.write(to: place.sealed.appending(path: name))
        _ = try place.backUp(at: moment("2026-11-26T01:00:00Z"))
        try await store.close()
        let out = place.folder.appending(path: "out")
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        let sealed = out.appending(path: "sealed")
        try place.reading().write(
            into: out,
            database: out.appending(path: "record.sqlite"),
            sealed: sealed
        )
        #expect(try Data(contentsOf: sealed.appending(path: name)) == bytes)
        try place.remove()
    }

    @Test
    func `what was erased leaves the place at once, what came to nothing when no backup needs it`()
        async throws
    {
        let place = try Place()
        let store = try await place.open()
        try await fill(store, 0..<3)
        let leftover = OpaqueID(high: 1, low: 2)
        let files = try FileVault(store, folder: place.sealed.path)
        let forgotten = DossierID(OpaqueID(high: 2, low: 1))
        let living = DossierID(OpaqueID(high: 2, low: 2))
        let start = Instant(milliseconds: 0)
        let erased = try await files.write([1, 2, 3], in: forgotten, at: start)
        let lost = try await files.write([4, 5, 6], in: living, at: start)
        let path = { (id: OpaqueID) in place.sealed.appending(path: id.description) }
        let canary = try Data(contentsOf: path(erased.id))
        let kept = try Data(contentsOf: path(lost.id))
        let other = Data("draf-yang-tidak-jadi".utf8)
        try other.write(to: path(leftover))
        try await store.operate(
            [erased, lost].map { file -> SQL in
                """
                INSERT INTO files (id, dossier, size) VALUES (\(file.id), \(file.dossier), 3)
                """
            }
        )
        _ = try place.backUp(at: moment("2026-11-26T01:00:00Z"))
        _ = try place.backUp(at: moment("2026-11-26T01:15:00Z"))
        #expect(try place.holds(canary) && place.holds(other))

        try await store.erase(forgotten, at: start)
        // A row that an accident took: the copy in the place may be the last one.
        try await store.operate(["DELETE FROM files WHERE id = \(lost.id)"])
        for id in [erased.id, lost.id, leftover] {
            try FileManager.default.removeItem(at: path(id))
        }
        _ = try place.backUp(at: moment("2026-11-26T01:30:00Z"))
        #expect(try !place.holds(canary))
        #expect(try place.holds(other) && place.holds(kept))
        // The backups of before are whole all the same.
        for stamp in ["20261126T010000Z", "20261126T011500Z", nil] {
            try place.reading(at: stamp).verify()
            #expect(try place.restored(at: stamp).integrity == "ok")
        }
        // A file that is gone without a mark was lost.
        let sealed = place.folder.appending(path: "target/berkas")
        for name in try FileManager.default.contentsOfDirectory(atPath: sealed.path)
        where name.hasSuffix(".dihapus") {
            try FileManager.default.removeItem(at: sealed.appending(path: name))
        }
        #expect(throws: BackupRefusal.self) {
            try place.reading(at: "20261126T010000Z").verify()
        }
        // Once no backup names them, nothing of either is left.
        for name in try place.target().backups() where name.stamp < "20261126T013000Z" {
            try place.target().remove(name.text)
        }
        _ = try place.backUp(at: moment("2026-12-01T01:30:00Z"))
        #expect(try !place.holds(other))
        #expect(try FileManager.default.contentsOfDirectory(atPath: sealed.path).isEmpty)
        try await store.close()
        try place.remove()
    }

    @Test func `each backup under a storm of commits is one whole state`() async throws {
        let place = try Place()
        let store = try await place.open()
        try await fill(store, 0..<50)
        let storm = Task {
            var next = 50
            while !Task.isCancelled {
                try await fill(store, next..<next + 1)
                next += 1
            }
            return Int64(next)
        }
        var before: Int64 = 50
        for minute in 10..<22 {
            try await Task.sleep(for: .milliseconds(20))
            let moment = try moment("2026-11-26T01:\(minute):00Z")
            let found = try await onThread {
                _ = try place.backUp(at: moment)
                return try place.restored()
            }
            #expect(found.integrity == "ok")
            #expect(found.rows >= before)
            before = found.rows
        }
        storm.cancel()
        let written = try await storm.value
        #expect(before <= written)
        #expect(before > 50)
        try await store.close()
        try place.remove()
    }

    @Test func `any flipped byte, a missing end and another file's parts are noticed`() async throws
    {
        let place = try Place()
        let store = try await place.open()
        try await fill(store, 0..<20)
        let made = try place.backUp(at: moment("2026-11-26T01:00:00Z"))
        try await store.close()
        let path = try place.target().path(made.name.text)
        let whole = try Data(contentsOf: path)
        try place.reading().verify()

        for place_ in stride(from: 0, to: whole.count, by: max(1, whole.count / 60)) {
            var flipped = whole
            flipped[place_] ^= 1
            try flipped.write(to: path)
            #expect(throws: BackupRefusal.self, "byte \(place_)") { try place.reading().verify() }
        }
        for count in [0, 10, 200, whole.count / 2, whole.count - 1] {
            try whole.prefix(count).write(to: path)
            #expect(throws: BackupRefusal.self, "cut at \(count)") { try place.reading().verify() }
        }
        try (whole + [0]).write(to: path)
        #expect(throws: BackupRefusal.damaged(made.name.text)) { try place.reading().verify() }
        try whole.write(to: path)
        try place.reading().verify()
        try place.remove()
    }

    @Test func `another root key, a lost or older keyring and a newer database are refused`()
        async throws
    {
        let place = try Place()
        let store = try await place.open()
        try await fill(store, 0..<3)
        _ = try place.backUp(at: moment("2026-11-26T01:00:00Z"))
        let first = try place.target().path(try #require(try place.target().keyring()).name)
        let older = try Data(contentsOf: first)
        try await store.renewWrapping()
        let made = try place.backUp(at: moment("2026-11-26T01:15:00Z"))
        try await store.close()
        #expect(made.keyring == 2)
        #expect(!FileManager.default.fileExists(atPath: first.path))

        let other = try Keys.make(in: place.folder.appending(path: "other").path)
        #expect(throws: BackupRefusal.otherKey) { try place.reading(other) }
        #expect(throws: BackupRefusal.newerDatabase(made.name.text)) {
            try ReadingBackup(from: place.target(), keys: place.keys, knowing: 0)
        }
        try place.target().remove(try #require(try place.target().keyring()).name)
        #expect(throws: BackupRefusal.noKeyring) { try place.reading() }
        try older.write(to: first)
        #expect(throws: BackupRefusal.olderKeyring) { try place.reading() }
        try place.remove()
    }

    @Test func `too old quarters go, and what the kept build on stays`() async throws {
        let place = try Place()
        let store = try await place.open()
        try await fill(store, 0..<3)
        let start = try moment("2026-11-26T00:00:00Z")
        for minute in 0..<101 {
            _ = try place.backUp(at: start.addingTimeInterval(Double(minute) * 60))
        }
        try await store.close()
        let names = try place.target().backups()
        #expect(names.filter { $0.level == .month }.count == 1)
        #expect(names.filter { $0.level == .day }.count == 1)
        #expect(names.filter { $0.level == .quarter }.count == 96)
        #expect(try place.restored().integrity == "ok")
        try place.remove()
    }
}
