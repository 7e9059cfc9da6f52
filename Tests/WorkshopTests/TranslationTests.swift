import Blueprints
import Testing
import Workshop

/// English beside the texts that it translates, and what becomes of it when they change.
struct TranslationTests {
    private let question = Sample.service.child("question").child("nama_usaha")

    /// Sixty-four digits that differ where the bytes do; this target knows no cryptography.
    private static let digest: @Sendable ([UInt8]) -> String = { bytes in
        let sum = bytes.reduce(into: UInt64(14_695_981_039_346_656_037)) {
            $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        let word = String(sum, radix: 16)
        let whole = String(repeating: "0", count: 16 - word.count) + word
        return String(repeating: whole, count: 4)
    }

    private func changed(_ blueprint: BlueprintFiles, _ edits: [Edit]) -> BlueprintFiles {
        let all = edits + blueprint.tree.translations(following: edits, Self.digest)
        #expect(blueprint.changed(by: all).clashes.isEmpty)
        return Sample.after(blueprint, all)
    }

    private func text(_ slot: Slot, of blueprint: BlueprintFiles) throws -> TranslatedText {
        let all = blueprint.tree.translatedTexts(into: .english, at: slot)
        return try #require(all.first { $0.slot == slot })
    }

    private func codes(_ blueprint: BlueprintFiles) -> [String] {
        let ground = CompileGround(purpose: .drafting, digest: Self.digest)
        let compiled = compile(blueprint.folder, on: ground)
        return compiled.diagnostics.map(\.code).filter { ["S906", "S907"].contains($0) }
    }

    private func reworded(_ now: String, was: String = "Apa nama usaha Anda?") -> Edit {
        Edit(at: question.child("ask"), was: .text(was), now: .text(now), why: Sample.why)
    }

    @Test func `what citizens read is there in English in every shipped blueprint`() throws {
        for name in ["umkm", "kopi", "penelitian", "pengaduan", "informasi-publik"] {
            let texts = try Sample.blueprint(name).tree.translatedTexts(into: .english)
            #expect(texts.count > 50, "\(name)")
            let open = texts.filter { $0.state(Self.digest) != .fresh }.map(\.slot.description)
            #expect(open.isEmpty, "\(name): \(open)")
        }
    }

    @Test func `a reworded text has English of other words, until somebody looks at it`() throws {
        let next = changed(try Sample.blueprint(), [reworded("Apa nama tempat usaha Anda?")])
        let stale = try text(question.child("ask"), of: next)
        #expect(stale.state(Self.digest) == .stale)
        #expect(codes(next) == ["S906"])

        let seen = Self.digest(Array(stale.source.utf8))
        let edits = stale.edits(
            saying: "What is your shop called?",
            of: seen,
            in: next.tree,
            why: Sample.why
        )
        let after = Sample.after(next, edits)
        #expect(try text(question.child("ask"), of: after).state(Self.digest) == .fresh)
        #expect(codes(after).isEmpty)

        // Whoever looked at words that somebody changed meanwhile did not see these.
        let late = stale.edits(saying: "Old words", of: "0", in: next.tree, why: Sample.why)
        let other = Sample.after(next, late)
        #expect(try text(question.child("ask"), of: other).of == "0")
    }

    @Test func `the words of before again need no look`() throws {
        let blueprint = try Sample.blueprint()
        let there = changed(blueprint, [reworded("Lain?")])
        let back = changed(there, [reworded("Apa nama usaha Anda?", was: "Lain?")])
        #expect(back.tree == blueprint.tree)
    }

    @Test func `a line of a list keeps its English wherever it moves`() throws {
        let blueprint = try Sample.blueprint()
        let slot = Sample.service.child("standard").child("requirements")
        guard case .atom(let lines)? = blueprint.tree[at: slot] else {
            Issue.record("no list")
            return
        }
        let now = Tree.atom(["Kartu keluarga"] + lines.reversed())
        let edit = Edit(at: slot, was: .atom(lines), now: now, why: Sample.why)
        let next = changed(blueprint, [edit])
        let before = blueprint.tree.translatedTexts(into: .english, at: slot)
        let after = next.tree.translatedTexts(into: .english, at: slot)
        #expect(after.map(\.source) == ["Kartu keluarga"] + before.reversed().map(\.source))
        #expect(after.map(\.text) == [nil] + before.reversed().map(\.text))
        #expect(codes(next).isEmpty)
    }

    @Test func `what is taken out takes its English along`() throws {
        let blueprint = try Sample.blueprint()
        let node = blueprint.tree[at: question]
        let next = changed(
            blueprint,
            [Edit(at: question, was: node, now: nil, why: Sample.why)]
        )
        #expect(next.tree.translatedTexts(into: .english, at: question).isEmpty)
        #expect(!codes(next).contains("S907"))
        #expect(next.tree["text"]?["en"]?[at: question] == nil)
    }

    @Test func `English of our own question on another's blueprint is an entry that is read`()
        throws
    {
        let replica = try Sample.replica()
        let slot = Sample.service.child("question").child("lokal_kopi")
        let added = Edit(
            at: slot,
            was: nil,
            now: .record([
                "@in": "usaha", "ask": "Kopi apa?", "optional": "true",
                "type": .atom([.record(["type": "text"])]),
            ]),
            after: "nama_usaha",
            why: Sample.why
        )
        let first = changed(replica, [added])
        let missing = try text(slot.child("ask"), of: first)
        #expect(missing.state(Self.digest) == .missing)
        let seen = Self.digest(Array("Kopi apa?".utf8))
        let edits = missing.edits(
            saying: "Which coffee?",
            of: seen,
            in: first.tree,
            why: Sample.why
        )
        let second = Sample.after(first, edits)
        #expect(second.folder.diagnostics.isEmpty)
        #expect(second.folder.overlay?.edits.count == 2)
        #expect(try text(slot.child("ask"), of: second).text == "Which coffee?")
        let compiled = compile(second.folder, on: CompileGround(digest: Self.digest))
        let service = compiled.blueprint?.services.first { $0.id == "surat-keterangan-usaha" }
        let ask = service?.questions.first { $0.id == "lokal_kopi" }?.ask
        #expect(ask?.text(in: .english).text == "Which coffee?")

        // Reworded and taken back, the overlay says no more than before.
        let away = changed(replica, [reworded("Nama usaha?")])
        let back = changed(away, [reworded("Apa nama usaha Anda?", was: "Nama usaha?")])
        #expect(back.folder.overlay?.edits.isEmpty == true)
    }

    @Test func `what an example of another's answers is adapted as one entry that is read`() throws
    {
        let replica = try Sample.replica()
        let examples = try #require(replica.tree["example"]?.children.first)
        let slot = Slot(["example", examples.id, "answers", "nama_usaha"])
        let edit = Edit(
            at: slot,
            was: replica.tree[at: slot],
            now: "Warung Baru",
            why: Sample.why
        )
        let next = Sample.after(replica, [edit])
        #expect(next.folder.diagnostics.isEmpty)
        #expect(next.folder.overlay?.edits.map(\.at) == [slot.parent])
        #expect(next.tree == apply([edit], to: replica.tree).0)
    }
}
