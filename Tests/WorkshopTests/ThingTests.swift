import Blueprints
import Testing
import Workshop

/// A thing as fields of text, and what was typed as edits.
struct ThingTests {
    private let choice = Slot("service/surat-keterangan-usaha/question/jenis_usaha")

    private func typed(
        _ texts: [ID: String],
        at slot: Slot
    ) throws -> (before: Tree, after: Tree) {
        let tree = try Sample.blueprint().tree
        let thing = try #require(EditedThing(in: tree, at: slot))
        let (after, clashes) = apply(thing.edits(texts, why: Sample.why), to: tree)
        #expect(clashes.isEmpty)
        return (tree, after)
    }

    @Test func `what is sent back as it was shown changes nothing, whatever the thing`() throws {
        for name in ["umkm", "kopi", "penelitian", "pengaduan", "informasi-publik"] {
            let tree = try Sample.blueprint(name).tree
            for slot in Self.things(in: tree) {
                let thing = try #require(EditedThing(in: tree, at: slot), "\(slot)")
                let texts = Dictionary(uniqueKeysWithValues: thing.typed.map { ($0.key, $0.text) })
                #expect(thing.edits(texts, why: Sample.why).isEmpty, "\(slot)")
                // The way back of every field, too.
                for item in thing.typed where !item.text.isEmpty {
                    let other = [item.key: item.text + " "]
                    #expect(thing.edits(other, why: Sample.why).isEmpty, "\(slot)/\(item.key)")
                }
            }
        }
    }

    /// Every slot that is a thing with fields.
    private static func things(in tree: Tree, at slot: Slot = .root) -> [Slot] {
        let inside = tree.children.filter { $0.tree.isKeyed }.flatMap {
            things(in: $0.tree, at: slot.child($0.id))
        }
        if case .part(let part)? = Shape.meaning(of: slot), part != .translations {
            return [slot] + inside
        }
        return inside
    }

    @Test func `an option that is reworded keeps its word, a new one gets its own`() throws {
        // A browser ends its lines with two signs.
        let labels = "Kebun kopi atau olahannya\r\nWarung atau toko\r\nJasa\r\nUsaha lain"
        let reworded = try typed(["options": labels], at: choice).after
        #expect(reworded[at: choice.child("label").child("kopi")] == "Kebun kopi atau olahannya")

        let more = "Kebun atau olahan kopi\nWarung atau toko\nJasa\nBengkel motor\nUsaha lain"
        let (before, after) = try typed(["options": more], at: choice)
        #expect(after[at: choice.child("label").child("bengkel_motor")] == "Bengkel motor")
        for id: ID in ["kopi", "warung", "jasa", "lain"] {
            let slot = choice.child("label").child(id)
            #expect(after[at: slot] == before[at: slot])
        }
    }

    @Test func `a list has a line for each point, and keeps the holes in it`() throws {
        let slot = Sample.service.child("standard")
        let tree = try Sample.blueprint().tree
        let thing = try #require(EditedThing(in: tree, at: slot))
        let basis = try #require(thing.typed.first { $0.key == "legal_basis" })
        #expect(basis.text.contains("{lubang: perbup_pelayanan}"))
        let (_, after) = try typed(["legal_basis": basis.text + "\nPerda 3/2020"], at: slot)
        guard case .atom(let parts)? = after[at: slot.child("legal_basis")] else {
            Issue.record("no list")
            return
        }
        #expect(parts.last == "Perda 3/2020")
        #expect(parts.contains { $0.holeName == "perbup_pelayanan" })
    }

    @Test func `a question moves past its neighbour on the page, and no further than the page`()
        throws
    {
        let tree = try Sample.blueprint().tree
        let page = try #require(
            EditedThing(in: tree, at: Sample.service.child("page").child("usaha"))
        )
        let questions = try #require(page.collections.first)
        let first = try #require(questions.items.first?.id)
        #expect(questions.moving(first, by: -1, in: tree, why: Sample.why) == nil)
        let edit = try #require(questions.moving(first, by: 1, in: tree, why: Sample.why))
        let moved = apply([edit], to: tree).0
        let after = try #require(EditedThing(in: moved, at: page.slot)?.collections.first)
        #expect(after.items.map(\.id).prefix(2) == [questions.items[1].id, first])
        #expect(Set(after.items.map(\.id)) == Set(questions.items.map(\.id)))
    }

    @Test func `a step that is taken out takes its actions along`() throws {
        let tree = try Sample.blueprint().tree
        let service = try #require(EditedThing(in: tree, at: Sample.service))
        let steps = try #require(service.collections.first { $0.key == "steps" })
        let edits = steps.removing("periksa", in: tree, why: Sample.why)
        let (after, clashes) = apply(edits, to: tree)
        #expect(clashes.isEmpty)
        let actions = after[at: Sample.service.child("action")]?.children ?? []
        #expect(!actions.isEmpty)
        #expect(!actions.contains { $0.tree[.place] == "periksa" })
    }

    @Test func `conditions are sentences about earlier choices, and know their formula again`()
        throws
    {
        let tree = try Sample.blueprint().tree
        let service = try #require(tree[at: Sample.service])
        let conditions = Conditions(of: service, before: "luas_kebun")
        let said = try #require(conditions.sentence(of: "jenis_usaha  =\"kopi\""))
        #expect(said.indonesian.contains("Apa jenis usahanya?"))
        #expect(said.indonesian.contains("Kebun atau olahan kopi"))
        #expect(conditions.sentence(of: "luas_kebun > 4") == nil)
        #expect(Conditions(of: service, before: "nama_usaha").sentences.isEmpty)
    }

    @Test(arguments: [
        ("Apa nama usaha Anda?", "apa_nama_usaha_anda"), ("17 Agustus", "bagian_17_agustus"),
        ("!!", "bagian"), ("Éclair – kopi", "clair_kopi"),
        ("Berapa luas kebun kopi Anda seluruhnya?", "berapa_luas_kebun_kopi"),
    ])
    func `a new id is made from the words that people read`(name: String, id: ID) {
        #expect(ID.made(from: name, besides: []) == id)
        #expect(ID.made(from: name, besides: [id]) == ID("\(id)_2"))
        #expect(ID.made(from: name, besides: [], isLocal: true) == ID("lokal_\(id)"))
    }
}
