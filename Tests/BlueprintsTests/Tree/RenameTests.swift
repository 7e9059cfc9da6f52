import Blueprints
import Testing

/// A declared rename is made in the base, in our edits and in what points at the thing.
@Suite struct RenameTests {
    static let rename = Rename(from: "question/nama", to: "question/nama_usaha")

    @Test func `our edit follows the renamed thing`() {
        let next = Renaming([Self.rename], in: OutcomeTests.base)(OutcomeTests.base)
        let result = rebase(
            [OutcomeTests.asksNama],
            from: OutcomeTests.base,
            onto: next,
            [Self.rename]
        )
        #expect(result.map(\.0.at) == ["question/nama_usaha/ask"])
        #expect(result.map(\.1) == [.keepOurs])
        #expect(result.map(\.0.why) == [OutcomeTests.why])
    }

    @Test func `without the declaration a new id is a removal and an addition`() {
        let next = Renaming([Self.rename], in: OutcomeTests.base)(OutcomeTests.base)
        let found = OutcomeTests.outcomes([OutcomeTests.asksNama], next)
        #expect(found["question/nama/ask"] == .conflict(at: "question/nama", theirs: nil))
        #expect(found["question/nama_usaha"] == .newDefault)
    }

    @Test func `our addition follows its renamed anchor, our order its renamed ids`() {
        let renaming = Renaming([Self.rename], in: OutcomeTests.base)
        #expect(renaming(OutcomeTests.addsFoto).after == "nama_usaha")
        let order = Edit(
            at: "question/@order",
            was: .atom(["nama", "jenis"]),
            now: .atom(["jenis", "nama"])
        )
        #expect(renaming(order).now == .atom(["jenis", "nama_usaha"]))
    }

    @Test func `questions follow their renamed page, whichever way they name it`() {
        let page = Rename(from: "page/usaha", to: "page/tentang")
        let renaming = Renaming([page], in: OutcomeTests.base)
        #expect(renaming(OutcomeTests.base)[at: "question/nama/@in"] == "tentang")
        #expect(renaming(Tree.text("page/usaha"), at: "question/nama/@in") == "page/tentang")
        #expect(renaming(Tree.text("usaha"), at: "action/kirim/@in") == "usaha")
        #expect(renaming(Tree.text("usaha"), at: "question/nama/ask") == "usaha")
    }

    @Test func `two things can swap their ids`() {
        let swap = [
            Rename(from: "question/nama", to: "question/luas"),
            Rename(from: "question/luas", to: "question/nama"),
        ]
        let renamed = Renaming(swap, in: OutcomeTests.base)(OutcomeTests.base)
        #expect(renamed["question"]?.ids == ["luas", "jenis", "nama"])
        #expect(renamed[at: "question/luas/ask"] == "Nama?")
    }

    @Test(arguments: [
        [Rename(from: "question/hantu", to: "question/lain")],
        [Rename(from: "question/nama", to: "question/luas")],
        [Rename(from: "question/nama", to: "question/nama/ask")],
        [Rename(from: .root, to: .root)],
        [
            Rename(from: "question/nama", to: "question/x"),
            Rename(from: "question/luas", to: "question/x"),
        ],
        [
            Rename(from: "question/nama", to: "question/x"),
            Rename(from: "question/nama", to: "question/y"),
        ],
    ])
    func `a rename that does not fit the base is left out and named`(renames: [Rename]) {
        let renaming = Renaming(renames, in: OutcomeTests.base)
        #expect(renaming.idle == renames)
        #expect(renaming(OutcomeTests.base) == OutcomeTests.base)
    }

    @Test func `ids of our own carry a prefix`() {
        #expect(ID("lokal_foto").isLocal)
        #expect(!ID("foto_lokal_").isLocal)
    }
}
