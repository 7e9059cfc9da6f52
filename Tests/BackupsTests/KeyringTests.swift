import Backups
import Foundation
import Ledger
import LedgerSQLite
import Stories
import Testing

@Test func `a keyring goes to its place without pages, and only the newest stays`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "k-\(UUID().uuidString)")
    let place = folder.appending(path: "target")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let keys = try Keys.make(in: folder.appending(path: "keys").path)
    let path = folder.appending(path: "record.sqlite").path
    let store = try await RecordStore.open(SQLiteEngine(path: path), keys: keys)
    let now = Instant(milliseconds: 1_795_395_600_000)
    try await Drafts(store).keep(OpaqueID(high: 5, low: 5), Array("isian".utf8), at: now)
    let head = try await store.head()
    let connection = try SQLiteConnection(path: path, readOnly: true)
    let target = try FolderTarget(place.path)

    func keep(_ erasure: String?) throws -> Int64 {
        let source = PageSource(
            keyringOf: head,
            schema: Migrations.all.count,
            erasure: erasure,
            rows: { try connection.rows($0) }
        )
        return try target.keepKeyring(of: source, keys: keys, now: .now)
    }
    #expect(throws: BackupRefusal.noKeyring) { try target.readKeyring(keys) }
    #expect(try keep(nil) == 1)
    #expect(try keep(nil) == 1)
    #expect(try keep("1795395600000") == 2)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    #expect(names == ["kunci-00000002.kunci"])
    let read = try target.readKeyring(keys)
    #expect(read.keyring.files.map(\.name) == ["wrapping-00000001.key"])
    #expect(read.keyring.rows.count == 1)
    #expect(read.head == CitedHead(size: head.size, root: head.root, origin: nil))

    connection.close()
    try await store.close()
    try FileManager.default.removeItem(at: folder)
}
