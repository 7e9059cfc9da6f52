import Blueprints
import Testing
import Workshop

/// What is changed on a page comes out as the files that a person would have written.
struct EditingTests {
    private let question = Slot("service/surat-keterangan-usaha/question/nama_usaha")

    @Test func `a reworded question changes one line of one file, and no other byte`() throws {
        let blueprint = try Sample.blueprint()
        let edit = Edit(
            at: question.child("ask"),
            was: "Apa nama usaha Anda?",
            now: "Apa nama tempat usaha Anda?",
            why: Sample.why
        )
        let (files, clashes) = blueprint.changed(by: [edit])
        #expect(clashes.isEmpty)
        let file = try #require(files.first)
        #expect(files.map(\.path) == ["services/surat-keterangan-usaha.yaml"])
        let old = try #require(blueprint.files.first { $0.path == file.path })
        let before = String(decoding: old.bytes, as: UTF8.self)
        let after = String(decoding: file.bytes, as: UTF8.self)
        #expect(
            after
                == before.replacing("Apa nama usaha Anda?", with: "Apa nama tempat usaha Anda?")
        )
    }

    @Test func `a change of more than a value says in the file what it says in the tree`() throws {
        let blueprint = try Sample.blueprint()
        let added = Edit(
            at: "service/surat-keterangan-usaha/question/nib",
            was: nil,
            now: .record([
                "@in": "usaha", "ask": "Berapa NIB Anda?", "optional": "true",
                "type": .atom([.record(["type": "nib"])]),
            ]),
            after: "nama_usaha",
            why: Sample.why
        )
        let next = Sample.after(blueprint, [added])
        #expect(next.tree == apply([added], to: blueprint.tree).0)
        #expect(next.folder.diagnostics.isEmpty)
        #expect(next.files.map(\.path) == blueprint.files.map(\.path))
    }

    @Test func `a file whose thing is taken out is gone`() throws {
        let blueprint = try Sample.blueprint()
        let slot: Slot = "letter/keterangan"
        let edit = Edit(at: slot, was: blueprint.tree[at: slot], now: nil, why: Sample.why)
        let changed = blueprint.changed(by: [edit]).files
        #expect(changed.map(\.path) == ["letters/keterangan.yaml"])
        #expect(changed.map(\.bytes) == [[]])
    }

    @Test func `what somebody else has changed meanwhile is not overwritten`() throws {
        let blueprint = try Sample.blueprint()
        let edit = Edit(at: question.child("ask"), was: "Yang dulu?", now: "Lain?")
        let (files, clashes) = blueprint.changed(by: [edit])
        #expect(files.isEmpty)
        #expect(clashes.map(\.cause) == [.differs])
    }

    @Test func `a replica keeps its publisher's files, and the change is an entry`() throws {
        let blueprint = try Sample.replica()
        let edit = Edit(
            at: question.child("ask"),
            was: "Apa nama usaha Anda?",
            now: "Apa nama tempat usaha Anda?",
            why: Sample.why
        )
        let (files, _) = blueprint.changed(by: [edit])
        #expect(files.map(\.path) == ["overlay.yaml"])
        let next = Sample.after(blueprint, [edit])
        #expect(next.folder.overlay?.edits == [edit])
        #expect(next.tree == apply([edit], to: blueprint.tree).0)

        // Changed again by another, it is one entry against the publisher's words still.
        let other = Why(reason: "Lebih pendek.", author: "Sekretaris", date: "2026-11-27")
        let again = Edit(
            at: question.child("ask"),
            was: "Apa nama tempat usaha Anda?",
            now: "Nama usaha?",
            why: other
        )
        let third = Sample.after(next, [again])
        let entry = try #require(third.folder.overlay?.edits.first)
        #expect(third.folder.overlay?.edits.count == 1)
        #expect(entry.was == "Apa nama usaha Anda?" && entry.why == other)

        // Back to what the publisher says, nothing is left to say.
        let back = Edit(
            at: question.child("ask"),
            was: "Nama usaha?",
            now: "Apa nama usaha Anda?",
            why: other
        )
        #expect(Sample.after(third, [back]).folder.overlay?.edits.isEmpty == true)
    }

    @Test func `another publisher's blueprint is a replica, with or without a lock`() throws {
        let files = try Sample.files()
        #expect(!BlueprintFiles(files, publishedHereAs: "16.03").isReplica)
        #expect(BlueprintFiles(files, publishedHereAs: "12.03").isReplica)
        #expect(try Sample.replica().isReplica)
    }

    @Test func `holes that are filled stay filled whatever else is changed`() throws {
        let blueprint = try Sample.replica("fill:\n  perbup_pelayanan: Perbup 12/2024\n")
        let edit = Edit(
            at: question.child("hint"),
            was: blueprint.tree[at: question.child("hint")],
            now: "Singkat saja.",
            why: Sample.why
        )
        let next = Sample.after(blueprint, [edit])
        #expect(next.folder.overlay?.fill == ["perbup_pelayanan": "Perbup 12/2024"])
        let filled = BlueprintFiles(
            next.files.filter { $0.path != "overlay.yaml" }
                + [next.filled(["jadwal_retensi": "Perbup 3/2025", "perbup_pelayanan": ""])]
        )
        #expect(filled.folder.overlay?.fill == ["jadwal_retensi": "Perbup 3/2025"])
        #expect(filled.folder.overlay?.edits == [edit])
    }
}
