import Blueprints
import Exchange
import Office
import Testing

/// Edits in a publisher's files become entries, and the files come back.
@Suite struct DirectEditTests {
    static let why = Why(reason: "Petugas satu.", author: "Kabag", date: "2026-03-01")

    static func edited(_ here: AdaptedFolder, _ old: String, _ new: String) throws -> AdaptedFolder
    {
        let file = try #require(here.all.files.first { $0.path == MadeUp.service })
        let text = String(decoding: file.bytes, as: UTF8.self)
        try #require(text.contains(old))
        let changed = SourceFile(path: MadeUp.service, text: text.replacing(old, with: new))
        return AdaptedFolder(here.all.with([changed]), named: here.name)
    }

    @Test func `the result says the same, and is no longer complained about`() throws {
        let here = try MadeUp.files().installed(UpgradeTests.ourTitle)
        let edited = try Self.edited(here, "fee: 0", "fee: 7500")
        let (archive, entries) = try edited.adapting(to: here.upstream, why: Self.why)
        let result = AdaptedFolder(archive, named: here.name)
        #expect(entries.map(\.at) == ["service/surat-keterangan-usaha/standard/fee"])
        #expect(entries.map(\.why) == [Self.why])
        #expect(result.upstream == here.upstream)
        #expect(result.directEdit == nil)
        #expect(result.tree == edited.tree)
        #expect(result.overlay.edits.count == 2)
    }

    @Test func `an edit of the form alone leaves no entry`() throws {
        let here = try MadeUp.files().installed()
        let edited = try Self.edited(here, "fee: 0", "fee: 0 # gratis")
        #expect(edited.directEdit != nil)
        let (archive, entries) = try edited.adapting(to: here.upstream, why: Self.why)
        #expect(entries == [])
        #expect(AdaptedFolder(archive, named: here.name).directEdit == nil)
    }

    @Test func `what cannot be is refused`() throws {
        let here = try MadeUp.files().installed(UpgradeTests.ourTitle)
        #expect(throws: DirectEditRefusal.nothingEdited) {
            try here.adapting(to: here.upstream, why: Self.why)
        }
        let edited = try Self.edited(here, "fee: 0", "fee: 7500")
        #expect(throws: DirectEditRefusal.notTheLocked) {
            try edited.adapting(to: edited.upstream, why: Self.why)
        }
        let retitled = try Self.edited(here, "title: Surat keterangan usaha", "title: Surat toko")
        #expect(
            throws: DirectEditRefusal.clashes([
                "service/surat-keterangan-usaha/title", "service/surat-keterangan-usaha/title",
            ])
        ) {
            try retitled.adapting(to: here.upstream, why: Self.why)
        }
        let faulty = try Self.edited(here, "fee: 0", "fee: 0\nx: y")
        #expect(throws: DirectEditRefusal.faulty(1)) {
            try faulty.adapting(to: here.upstream, why: Self.why)
        }
    }
}
