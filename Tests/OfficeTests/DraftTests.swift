import Foundation
import Ledger
import Office
import Stories
import Testing

struct DraftTests {
    private let actor = Actor(OpaqueID(high: 0, low: 9))

    private func archive(_ files: [String: String]) throws -> FolderArchive {
        let files = files.map { FolderArchive.File(path: $0.key, bytes: Array($0.value.utf8)) }
        return try #require(FolderArchive(files))
    }

    private func file(_ path: String, _ text: String) -> FolderArchive.File {
        FolderArchive.File(path: path, bytes: Array(text.utf8))
    }

    @Test func `a draft is its base and the files that were changed since`() async throws {
        let bench = try await OfficeBench()
        let drafts = DraftsDesk(store: bench.store)
        #expect(try await drafts.draft(of: "16.03/umkm") == nil)
        let base = try archive(["a.yaml": "satu", "b.yaml": "dua"])
        try await drafts.start("16.03/umkm", from: base, at: .second(0), by: actor)
        var draft = try #require(try await drafts.draft(of: "16.03/umkm"))
        #expect(draft.archive == base && draft.changes.isEmpty)

        try await drafts.change(
            draft,
            files: [file("a.yaml", "tiga"), file("c.yaml", "baru"), file("b.yaml", "")],
            edits: Array("edits: []\n".utf8),
            at: .second(5),
            by: actor
        )
        draft = try #require(try await drafts.draft(of: "16.03/umkm"))
        let changed = try archive(["a.yaml": "tiga", "c.yaml": "baru"])
        #expect(draft.archive == changed)
        #expect(draft.base == base)
        #expect(draft.changes.map(\.at) == [.second(5)])
        let open = try await bench.store.read { reader in try reader.openDrafts() }
        #expect(open == ["16.03/umkm"])
    }

    @Test func `what is undone may be done again, until something else is changed`() async throws {
        let bench = try await OfficeBench()
        let drafts = DraftsDesk(store: bench.store)
        let base = try archive(["a.yaml": "satu"])
        try await drafts.start("16.03/umkm", from: base, at: .second(0), by: actor)
        func now() async throws -> OpenDraft {
            guard let found = try await drafts.draft(of: "16.03/umkm") else {
                throw CancellationError()
            }
            return found
        }
        func change(_ text: String) async throws {
            try await drafts.change(
                try await now(),
                files: [file("a.yaml", text)],
                edits: Array(text.utf8),
                at: .second(1),
                by: actor
            )
        }
        try await change("dua")
        try await drafts.handle(.undo(by: actor), on: now(), at: .second(2), by: actor)
        #expect(try await now().archive == base)
        try await drafts.handle(.redo(by: actor), on: now(), at: .second(3), by: actor)
        let second = try archive(["a.yaml": "dua"])
        #expect(try await now().archive == second)
        try await drafts.handle(.undo(by: actor), on: now(), at: .second(4), by: actor)
        try await change("tiga")
        #expect(try await now().canRedo == false)
        await #expect(throws: DraftRefusal.nothingToUndo) {
            try await drafts.handle(.redo(by: actor), on: now(), at: .second(5), by: actor)
        }
    }

    @Test func `whoever changes a draft that has moved on changes nothing`() async throws {
        let bench = try await OfficeBench()
        let drafts = DraftsDesk(store: bench.store)
        let base = try archive(["a.yaml": "satu"])
        try await drafts.start("16.03/umkm", from: base, at: .second(0), by: actor)
        let seen = try #require(try await drafts.draft(of: "16.03/umkm"))
        func change(_ text: String) async throws {
            try await drafts.change(
                seen,
                files: [file("a.yaml", text)],
                edits: [],
                at: .second(1),
                by: actor
            )
        }
        try await change("dua")
        await #expect(throws: DraftRefusal.changedMeanwhile) { try await change("tiga") }
        let second = try archive(["a.yaml": "dua"])
        #expect(try await drafts.draft(of: "16.03/umkm")?.archive == second)
    }

    @Test func `a draft that was thrown away is gone, and another may begin`() async throws {
        let bench = try await OfficeBench()
        let drafts = DraftsDesk(store: bench.store)
        let base = try archive(["a.yaml": "satu"])
        try await drafts.start("16.03/umkm", from: base, at: .second(0), by: actor)
        await #expect(throws: DraftRefusal.open) {
            try await drafts.start("16.03/umkm", from: base, at: .second(1), by: actor)
        }
        let draft = try #require(try await drafts.draft(of: "16.03/umkm"))
        try await drafts.handle(.close(by: actor), on: draft, at: .second(2), by: actor)
        #expect(try await drafts.draft(of: "16.03/umkm") == nil)
        let open = try await bench.store.read { reader in try reader.openDrafts() }
        #expect(open.isEmpty)
        let other = try archive(["z.yaml": "lain"])
        try await drafts.start("16.03/umkm", from: other, at: .second(3), by: actor)
        #expect(try await drafts.draft(of: "16.03/umkm")?.archive == other)
    }

    @Test func `drafts that belong together begin in one append, or none does`() async throws {
        let bench = try await OfficeBench()
        let drafts = DraftsDesk(store: bench.store)
        let files = try archive(["a.yaml": "satu"])
        let others = try archive(["b.yaml": "dua"])
        try await drafts.start("16.03/kopi", from: files, at: .second(0), by: actor)
        let before = try await bench.store.head().size
        await #expect(throws: DraftRefusal.open) {
            try await drafts.start(
                [("16.03/umkm", files), ("16.03/kopi", others)],
                at: .second(1),
                by: actor
            )
        }
        #expect(try await drafts.draft(of: "16.03/umkm") == nil)
        #expect(try await bench.store.head().size == before)

        try await drafts.start(
            [("16.03/umkm", files), ("16.03/pengaduan", others)],
            at: .second(2),
            by: actor
        )
        let open = try await bench.store.read { reader in try reader.openDrafts() }
        #expect(open == ["16.03/kopi", "16.03/pengaduan", "16.03/umkm"])
        #expect(try await drafts.draft(of: "16.03/pengaduan")?.archive == others)
    }

    @Test func `a draft gives its place to a whole one without a moment in between`() async throws {
        let bench = try await OfficeBench()
        let drafts = DraftsDesk(store: bench.store)
        let (first, second) = (try archive(["a.yaml": "1"]), try archive(["a.yaml": "2"]))
        try await drafts.start("16.03/umkm", from: first, at: .second(0), by: actor)
        let seen = try #require(try await drafts.draft(of: "16.03/umkm"))
        let before = try await bench.store.head().size
        try await drafts.startAnew(
            "16.03/umkm",
            inPlaceOf: seen,
            from: second,
            at: .second(1),
            by: actor
        )
        let now = try #require(try await drafts.draft(of: "16.03/umkm"))
        #expect(now.base == second && now.changes.isEmpty)
        #expect(try await bench.store.head().size == before + 2)
        // Whoever saw the draft of before would throw away what came since.
        await #expect(throws: DraftRefusal.changedMeanwhile) {
            try await drafts.startAnew(
                "16.03/umkm",
                inPlaceOf: seen,
                from: first,
                at: .second(2),
                by: actor
            )
        }
        #expect(try await drafts.draft(of: "16.03/umkm")?.base == second)
    }
}
