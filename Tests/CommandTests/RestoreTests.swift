import Foundation
import Ledger
import LedgerSQLite
import Stories
import Testing

/// A regency with invented cases, and a disk for its backups.
private final class BackedUp {
    let scratch: Scratch
    let dir: String
    let disk: String
    let paper: String
    private static let moment = Instant(milliseconds: 1_795_395_600_000)

    init() async throws {
        scratch = try Scratch()
        (dir, paper) = try regencyOnPaper(scratch)
        disk = scratch.path("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        for arguments in [["publish", dir], ["seed", dir, "--cases", "20"]] {
            let made = try Program.run(arguments)
            try #require(made.status == 0, "\(made.complaint)")
        }
        try await record { try await $0.firstOrigin(at: Self.moment) }
    }

    /// Makes a backup; its name.
    @discardableResult
    func backUp(_ folder: String? = nil) throws -> String {
        let made = try Program.run("backup", folder ?? dir, disk)
        try #require(made.status == 0, "\(made.complaint)")
        return String(made.output.prefix { $0 != ":" })
    }

    func restore(to name: String, _ more: String..., from place: String? = nil) throws -> Program {
        try Program.run(["restore", place ?? disk, scratch.path(name)] + more, typing: paper)
    }

    /// Opens a record as the program does.
    func record(
        of folder: String? = nil,
        _ body: (RecordStore) async throws -> Void
    ) async throws {
        let data = "\(folder ?? dir)/data"
        let store = try await RecordStore.open(
            SQLiteEngine(path: "\(data)/catatan.sqlite"),
            keys: Keys.open(in: "\(data)/kunci")
        )
        try await body(store)
        try await store.close()
    }

    /// Something more happens: the clock of a regency is corrected, a case is seeded.
    func goOn(_ folder: String? = nil) async throws {
        try await record(of: folder) { store in
            let head = try await store.head()
            try await store.beginOrigin(
                .failedOver,
                citing: CitedHead(size: head.size, root: head.root, origin: nil),
                at: Self.moment
            )
        }
    }

    /// Names of backups carry seconds; two in one second would be of one name's beginning.
    func nextSecond() async throws { try await Task.sleep(for: .milliseconds(1100)) }

    func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
}

@Suite(.serialized) struct RestoreTests {
    @Test func `a restored log cites the newest head of the log that was lost`() async throws {
        let place = try await BackedUp()
        let first = try place.backUp()
        try await place.goOn()
        try await place.nextSecond()
        try place.backUp()
        var lost = LogHead()
        var origin: OpaqueID?
        try await place.record {
            lost = try await $0.head()
            origin = try await $0.read { try $0.origin()?.id }
        }

        let restored = try place.restore(to: "baru", "--at", String(first.prefix(16)))
        #expect(restored.status == 0, "\(restored.complaint)")
        try await place.record(of: place.scratch.path("baru")) { store in
            let origins = try await store.read { try $0.origins() }
            #expect(origins.all.map(\.why) == [.first, .restored])
            #expect(origins.current?.cited?.size == lost.size)
            #expect(origins.current?.cited?.root == lost.root)
            #expect(origins.current?.cited?.origin == origin)
            let head = try await store.head()
            let last = try await store.read { try $0.events(after: head.size - 1, limit: 1) }
            #expect(last.first?.stream.kind == .log)
        }
    }

    @Test func `two folders of one regency are told apart, and the first that came stays`()
        async throws
    {
        let place = try await BackedUp()
        try place.backUp()
        let copy = place.scratch.path("salinan")
        try FileManager.default.copyItem(atPath: place.dir, toPath: copy)
        try await place.goOn(copy)
        try await place.goOn()
        try place.backUp()
        let before = try place.names(in: place.disk)
        let refused = try Program.run("backup", copy, place.disk)
        #expect(refused.status == 2)
        #expect(refused.complaint.contains("folder lain dari kabupaten ini"))
        #expect(try place.names(in: place.disk) == before)

        let restored = place.scratch.path("baru")
        #expect(try place.restore(to: "baru").status == 0)
        // Only tried: it writes nothing where the record it came from keeps its backups.
        let asked = try Program.run("backup", restored, place.disk)
        #expect(asked.status == 2)
        #expect(asked.complaint.contains("take-over"))
        #expect(try place.names(in: place.disk) == before)
        #expect(try Program.run("doctor", restored).output.contains("take-over"))
        try place.backUp()
        for said in ["memakai tempat cadangan yang lama", "Tidak ada yang diubah"] {
            let told = try Program.run("backup", "take-over", restored)
            #expect(told.status == 0, "\(told.complaint)")
            #expect(told.output.contains(said), "\(told.output)")
        }
        try await place.nextSecond()
        try place.backUp(restored)
        let after = try place.names(in: place.disk)
        let old = try Program.run("backup", place.dir, place.disk)
        #expect(old.status == 2)
        #expect(old.complaint.contains("folder lain dari kabupaten ini"))
        #expect(try place.names(in: place.disk) == after)
    }

    @Test func `what was erased after a backup stays erased in what is restored`() async throws {
        let place = try await BackedUp()
        let first = try place.backUp()
        var dossier: OpaqueID?
        try await place.record { store in
            let found = try await store.read { reader in
                try reader.row("SELECT dossier FROM payloads ORDER BY dossier LIMIT 1")?
                    .id("dossier")
            }
            dossier = found
            try await store.erase(DossierID(try #require(found)), at: Instant(milliseconds: 1))
        }
        try await place.nextSecond()
        try place.backUp()
        let id = DossierID(try #require(dossier))
        for (name, at) in [("lama", String(first.prefix(16))), ("baru", "29991231T000000Z")] {
            let restored = try place.restore(to: name, "--at", at)
            #expect(restored.status == 0, "\(restored.complaint)")
            #expect(restored.output.contains("dihapus lagi") == (name == "lama"))
            if name == "lama" {
                // Its fact of erasure is in the part that was lost; another takes its place.
                let read = try Program.run("ledger", "verify", place.scratch.path(name))
                #expect(read.status == 0, "\(read.output)")
            }
            try await place.record(of: place.scratch.path(name)) { store in
                let (rows, left) = try await store.read { reader in
                    (
                        try reader.rows("SELECT wrapped FROM keyring WHERE dossier = \(id)"),
                        try reader.payloads(of: id)
                    )
                }
                let wrapped: [[UInt8]?] = try rows.map { try $0.find("wrapped") }
                #expect(wrapped == [nil])
                #expect(left.isEmpty)
            }
        }
    }

    @Test func `each thing that is wrong with a backup has its sentence, and changes nothing`()
        async throws
    {
        let place = try await BackedUp()
        let made = try place.backUp()
        let neighbour = try await BackedUp()
        try neighbour.backUp()
        let ring = try #require(try place.names(in: place.disk).first { $0.hasSuffix(".kunci") })
        let backup = try Data(contentsOf: URL(filePath: "\(place.disk)/\(made)"))
        let sealed = try Data(contentsOf: URL(filePath: "\(place.disk)/\(ring)"))
        let foreign = try Data(contentsOf: URL(filePath: "\(neighbour.disk)/\(ring)"))
        var flipped = backup
        flipped[backup.count / 2] ^= 1
        var ringFlipped = sealed
        ringFlipped[sealed.count - 3] ^= 1
        let newer = Data("SERASAN-CADANGAN-2\n".utf8) + backup.dropFirst(19)
        let wrongs: [(file: String, bytes: Data?, said: String)] = [
            (made, flipped, "rusak atau diubah"), (made, backup.dropLast(40), "terpotong"),
            (made, newer, "program yang lebih baru"), (made, nil, "Tidak ada cadangan"),
            (made, Data("x".utf8), "rusak atau diubah"),
            (ring, ringFlipped, "rusak atau diubah"), (ring, sealed.dropLast(9), "terpotong"),
            (ring, nil, "Gantungan kunci"), (ring, foreign, "bukan kunci cadangan itu"),
        ]
        for (number, wrong) in wrongs.enumerated() {
            let disk = place.scratch.path("disk-\(number)")
            try FileManager.default.copyItem(atPath: place.disk, toPath: disk)
            try FileManager.default.removeItem(atPath: "\(disk)/\(wrong.file)")
            try wrong.bytes?.write(to: URL(filePath: "\(disk)/\(wrong.file)"))
            let before = try place.names(in: disk)
            let refused = try place.restore(to: "hasil-\(number)", from: disk)
            #expect(refused.status == 2, "\(wrong.said)")
            #expect(refused.complaint.contains(wrong.said), "\(refused.complaint)")
            #expect(try place.names(in: disk) == before)
            let left = try place.names(in: place.scratch.url.path)
            #expect(!left.contains { $0.hasPrefix("hasil-") }, "\(left)")
        }
    }

    @Test func `a restore that is killed leaves nothing that serves or passes for whole`()
        async throws
    {
        let place = try await BackedUp()
        try place.backUp()
        let begun = ContinuousClock.now
        #expect(try place.restore(to: "penuh").status == 0)
        let whole = begun.duration(to: .now)
        for part in 1...9 {
            let name = "potong-\(part)"
            let process = try Program.prepare([
                "restore", place.disk, place.scratch.path(name), "--key-from", place.dir,
            ])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            try await Task.sleep(for: whole * part / 10)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try expectNothingHalf(place, name)
            if !FileManager.default.fileExists(atPath: place.scratch.path(name)) {
                let again = try place.restore(to: name)
                #expect(again.status == 0, "\(again.complaint)")
            }
            #expect(try Program.run("ledger", "verify", place.scratch.path(name)).status == 0)
        }
    }

    /// Under its name a folder is whole or not there; beside it, it is refused or whole.
    private func expectNothingHalf(_ place: BackedUp, _ name: String) throws {
        for folder in [name, "\(name).pemulihan"] {
            let path = place.scratch.path(folder)
            let served = try Program.run("ledger", "verify", path)
            if served.status == 2 {
                #expect(folder != name || !FileManager.default.fileExists(atPath: path))
            } else {
                #expect(served.status == 0, "\(served.output)")
            }
        }
    }
}
