import Blueprints
import Testing

@Suite struct FixtureTests {
    @Test(arguments: ["pertama", "umkm"])
    func `a good blueprint reads without a word`(name: String) throws {
        let files = try Fixture.files(name)
        let read = readBlueprint(files, at: "")
        #expect(read.diagnostics.map(\.printed) == [])
        #expect(read.files.count == files.count)
    }

    @Test(arguments: ["pertama", "umkm"])
    func `every slot of the tree is in the table, and has its place`(name: String) throws {
        let read = readBlueprint(try Fixture.files(name), at: "")
        var slots: [Slot] = []
        for (id, child) in read.tree.children where id != "text" {
            if id == "blueprint" { collect(child, at: Slot([id]), into: &slots) }
            for (thing, node) in child.children where id != "blueprint" {
                collect(node, at: Slot([id, thing]), into: &slots)
            }
        }
        #expect(slots.count > 100)
        for slot in slots {
            let isGroup = ["page", "question", "label"].contains(slot.last) || slot.path.count == 3
            #expect(Shape.meaning(of: slot) != nil || isGroup, "\(slot)")
            #expect(read.places[slot] != nil || isGroup, "\(slot)")
        }
    }

    private func collect(_ tree: Tree, at slot: Slot, into slots: inout [Slot]) {
        slots.append(slot)
        guard tree.holeName == nil else { return }
        for (id, child) in tree.children where !Self.answers.contains(slot.last) {
            collect(child, at: slot.child(id), into: &slots)
        }
    }

    private static let answers: Set<ID?> = ["answers", "expect"]

    @Test func `a regency reads without a word`() throws {
        let file = SourceFile(path: "regency.yaml", bytes: try Fixture.bytes("regency.yaml"))
        let (regency, diagnostics) = readRegency(file)
        #expect(diagnostics.map(\.printed) == [])
        #expect(regency?.code == "16.03")
        #expect(regency?.isDemo == true)
        #expect(regency?.units.map(\.calledBy) == [["kelurahan"], ["inspektorat"]])
        #expect(regency?.posts.last?.duties == ["petugas-pelayanan", "sekretaris"])
        #expect(regency?.calendar.holidays.count == 1)
        #expect(regency?.hours.week[4].map(\.from) == [450, 810])
        #expect(regency?.hours.special.first?.week[0].map(\.to) == [900])
        #expect(regency?.theme.gold?.text == "#c9a227")
    }
}
