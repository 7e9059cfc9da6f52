import Crypto
import Foundation
import Ledger
import Stories
import Testing
import UnderTest

@Suite struct VaultTests {
    let one = OpaqueID(high: 1, low: 1)
    var stream: Stories.Stream { Stream(Stall.kind, one) }

    func name(in store: RecordStore) async throws -> Sealed {
        try #require(await store.state(of: stream, as: Stall.self).state.name)
    }

    @Test(arguments: Backend.all)
    func `no personal word stands in a file of the database`(backend: Backend) async throws {
        let canaries = ["Sariwati Kusumaningrum", "1603014107900001", "081234567890"]
        try await Bench.run(backend, views: [.stalls, .stallSearch]) { bench, store in
            let text = canaries.joined(separator: " ")
            try await store.stall(one, .open(name: text))
            try await store.catchUp()
            let drafts = Drafts(store)
            try await drafts.keep(OpaqueID(high: 5, low: 5), Array(text.utf8), at: .minute(0))
            let files = try FileVault(store, folder: "\(bench.folder)/files")
            _ = try await files.write(Array(text.utf8), in: DossierID(one), at: .minute(0))
            let names = try FileManager.default.subpathsOfDirectory(atPath: bench.folder)
            var bytesSeen = 0
            for name in names {
                guard let bytes = FileManager.default.contents(atPath: "\(bench.folder)/\(name)")
                else { continue }
                bytesSeen += bytes.count
                for canary in canaries + ["sariwati", "kusumaningrum", "Sariwati"] {
                    #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(canary) in \(name)")
                }
            }
            let rows = try await EngineUnderTest.everyCell(of: store)
            bytesSeen += rows.count
            for canary in canaries + ["sariwati", "kusumaningrum", "Sariwati"] {
                #expect(Data(rows).range(of: Data(canary.utf8)) == nil, "\(canary) in a table")
            }
            #expect(bytesSeen > 1_000)
            let found = try await store.read {
                try $0.search("stall_search", for: "sari 0812-3456-7890", limit: 9)
            }
            #expect(found == [one])
        }
    }

    @Test(arguments: Backend.all)
    func `a payload opens to what its fact committed to`(backend: Backend) async throws {
        try await Bench.run(backend) { bench, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            let name = try await name(in: store)
            let payload = try #require(await store.read { try $0.payload(name.id) })
            #expect(String(decoding: payload.bytes, as: UTF8.self) == "Warung Sari")
            var content = Array("serasan.payload.v1".utf8)
            content += name.id.id.bytes + payload.blinding + payload.bytes
            #expect(Array(SHA256.hash(data: content)) == name.commitment)
            try await store.close()
            let again = try await bench.open()
            #expect(try await again.read { try $0.open(name.id) } == payload.bytes)
            try await again.close()
        }
    }

    @Test(arguments: Backend.all)
    func `an erased dossier opens nowhere and takes nothing more`(backend: Backend) async throws {
        try await Bench.run(backend, views: [.stalls, .stallSearch]) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            let other = OpaqueID(high: 1, low: 2)
            try await store.stall(other, .open(name: "Warung Melati"))
            try await store.catchUp()
            try await store.erase(DossierID(one), at: .minute(1))
            let name = try await name(in: store)
            #expect(try await store.read { try $0.open(name.id) } == nil)
            #expect(
                try await store.read { try $0.search("stall_search", for: "warung", limit: 9) } == [
                    other
                ]
            )
            let error = await #expect(throws: StoreError.self) {
                try await store.stall(one, .sell(1)) {
                    $0.payloads = [Payload([1], dossier: DossierID(one), draw: .random)]
                }
            }
            #expect(error?.kind == .erased)
            let live = try await store.dump(["stalls", "stall_search"])
            try await store.rebuild()
            #expect(try await store.dump(["stalls", "stall_search"]) == live)
        }
    }

    @Test(arguments: Backend.all)
    func `sealed bytes open only in their own place`(backend: Backend) async throws {
        try await Bench.run(backend, views: [.stalls]) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            let sealed = try await store.read {
                try $0.row("SELECT name FROM stalls")?.blob("name") ?? []
            }
            let place = SealedPlace(DossierID(one), "stalls.name", row: one)
            let opened = try await store.read { try $0.openRow(sealed, at: place) }
            #expect(opened == Array("Warung Sari".utf8))
            let elsewhere = SealedPlace(DossierID(one), "stalls.owner", row: one)
            await #expect(throws: StoreError.self) {
                try await store.read { try $0.openRow(sealed, at: elsewhere) }
            }
        }
    }

    // Where no other node can be; several are in `NodesTests`.
    @Test(arguments: [Backend.sqlite])
    func `an erasure makes the key be renewed in two rounds`(backend: Backend) async throws {
        let bench = try Bench(backend)
        let keys = "\(bench.folder)/keys"
        func files() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: keys).sorted()
        }
        let store = try await bench.open(views: [.stalls])
        try await store.stall(one, .open(name: "Warung Sari"))
        let now = try Keys.open(in: keys).renewed()
        try await store.keepWrappingYoung(at: now)
        #expect(try files() == ["root.check", "root.key", "wrapping-00000001.key"])

        try await store.erase(DossierID(OpaqueID(high: 7, low: 7)), at: now)
        #expect(try files() == ["penghapusan", "root.check", "root.key", "wrapping-00000001.key"])
        try await store.keepWrappingYoung(at: now)
        #expect(
            try files() == [
                "root.check", "root.key", "wrapping-00000001.key", "wrapping-00000002.key",
            ]
        )
        try await store.keepWrappingYoung(at: now)
        #expect(try files() == ["root.check", "root.key", "wrapping-00000002.key"])
        try await store.keepWrappingYoung(at: now)
        #expect(try files() == ["root.check", "root.key", "wrapping-00000002.key"])

        let week = Instant(milliseconds: now.milliseconds + RecordStore.renewalAfter + 86_400_000)
        try await store.keepWrappingYoung(at: week)
        #expect(
            try files() == [
                "root.check", "root.key", "wrapping-00000002.key", "wrapping-00000003.key",
            ]
        )
        let place = SealedPlace(DossierID(one), "stalls.name", row: one)
        try await store.close()
        // A crash here, in the middle of a renewal, leaves everything readable.
        let again = try await RecordStore.open(
            backend.open(bench.folder),
            keys: Keys.open(in: keys),
            views: [.stalls]
        )
        let opened = try await again.read { reader in
            let sealed = try reader.row("SELECT name FROM stalls")?.blob("name") ?? []
            return try reader.openRow(sealed, at: place)
        }
        #expect(opened == Array("Warung Sari".utf8))
        try await again.close()
    }

    // Where no other node can be; several are in `NodesTests`.
    @Test(arguments: [Backend.sqlite])
    func `a renewed wrapping opens all, and the old key is gone`(backend: Backend) async throws {
        let bench = try Bench(backend)
        let store = try await bench.open(views: [.stalls])
        try await store.stall(one, .open(name: "Warung Sari"))
        let before = try FileManager.default.contentsOfDirectory(atPath: "\(bench.folder)/keys")
        try await store.renewWrapping()
        try await store.close()
        let after = try FileManager.default.contentsOfDirectory(atPath: "\(bench.folder)/keys")
        #expect(before.sorted() == ["root.check", "root.key", "wrapping-00000001.key"])
        #expect(after.sorted() == ["root.check", "root.key", "wrapping-00000002.key"])
        let again = try await RecordStore.open(
            backend.open(bench.folder),
            keys: Keys.open(in: "\(bench.folder)/keys"),
            views: [.stalls]
        )
        let place = SealedPlace(DossierID(one), "stalls.name", row: one)
        let opened = try await again.read { reader in
            let sealed = try reader.row("SELECT name FROM stalls")?.blob("name") ?? []
            return try reader.openRow(sealed, at: place)
        }
        #expect(opened == Array("Warung Sari".utf8))
        try await again.close()
    }

    @Test(arguments: Backend.all)
    func `files are sealed, read back, and swept when nobody mentions them`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { bench, store in
            let files = try FileVault(store, folder: "\(bench.folder)/files")
            let dossier = DossierID(one)
            let kept = try await files.write([1, 2, 3], in: dossier, at: .minute(0))
            let orphan = try await files.write([4, 5, 6], in: dossier, at: .minute(0))
            let held = try await files.write([7, 8, 9], in: dossier, at: .minute(0))
            try await store.stall(one, .open(name: "Warung Sari")) { $0.files = [kept] }
            let later = Instant(milliseconds: 99_999_999_999_999)
            #expect(try await files.sweep(before: later, keeping: [held.id]) == 1)
            #expect(try await files.read(kept.id, in: dossier) == [1, 2, 3])
            await #expect(throws: StoreError.self) { try await files.read(orphan.id, in: dossier) }
            #expect(try await store.erase(dossier, at: .minute(2)) == [kept.id])
            #expect(try await files.read(kept.id, in: dossier) == nil)
        }
    }

    @Test(arguments: Backend.all)
    func `a file that was touched or is gone is named when the record is read through`(
        backend: Backend
    ) async throws {
        try await Bench.run(backend) { bench, store in
            let folder = "\(bench.folder)/files"
            let files = try FileVault(store, folder: folder)
            let kept = try await files.write([1, 2, 3], in: DossierID(one), at: .minute(0))
            let gone = try await files.write([4, 5, 6], in: DossierID(one), at: .minute(0))
            try await store.stall(one, .open(name: "Warung Sari")) { $0.files = [kept, gone] }
            var order = ReadingThroughOrder { _ in [] }
            order.files = files.place
            let asked = order
            let whole = try await store.read { try $0.readThrough(asked) }
            #expect(whole.isConsistent)
            #expect(whole.files == 2)
            let place = files.place
            var bytes = try #require(
                await store.read { try $0.sealedFile(kept.id, in: place) }
            )
            bytes[20] ^= 1
            try await files.remove([kept.id, gone.id])
            try await files.keep(bytes, as: kept.id, at: .minute(0))
            let found = try await store.read { try $0.readThrough(asked) }
            #expect(
                Set(found.flaws.map(\.what)) == [.fileChanged(kept.id), .fileLost(gone.id)]
            )
            order.files = nil
            let unread = order
            #expect(try await store.read { try $0.readThrough(unread) }.isConsistent)
        }
    }

    @Test func `the root key survives paper, and a slip of the pen is noticed`() throws {
        let bench = try Bench(Backend.sqlite)
        let paper = bench.keys.paper
        #expect(paper.utf8.count == 68 + 16)
        try Keys.restoreRoot(fromPaper: paper.uppercased(), in: "\(bench.folder)/second")
        let slip = paper.hasPrefix("0") ? "1\(paper.dropFirst())" : "0\(paper.dropFirst())"
        #expect(throws: StoreError.self) {
            try Keys.restoreRoot(fromPaper: slip, in: "\(bench.folder)/third")
        }
        for name in ["wrapping-00000001.key"] {
            try FileManager.default.copyItem(
                atPath: "\(bench.folder)/keys/\(name)",
                toPath: "\(bench.folder)/second/\(name)"
            )
        }
        let again = try Keys.open(in: "\(bench.folder)/second")
        #expect(again.paper == paper)
        #expect(again.mark("search", [1]) == bench.keys.mark("search", [1]))
    }

    @Test func `a root key that others may read is refused, and none is made twice`() throws {
        let bench = try Bench(Backend.sqlite)
        let path = "\(bench.folder)/keys/root.key"
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(throws: StoreError.self) { try Keys.make(in: "\(bench.folder)/keys") }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: StoreError.self) { try Keys.open(in: "\(bench.folder)/keys") }
    }
}

extension RecordStore {
    /// All rows of these tables, in the order of all their columns.
    func dump(_ tables: [String]) async throws -> [String] {
        try await read { reader in
            try tables.flatMap { table in
                try reader.rows(SQL(stringLiteral: "SELECT * FROM \(table)"))
                    .map { "\(table) \(zip($0.columns, $0.values).map { "\($0)=\($1)" })" }
                    .sorted()
            }
        }
    }
}
