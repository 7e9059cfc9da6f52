import Blueprints
import Exchange
import Testing

/// Nothing that the language can say is left out of a package.
@Suite struct WholeShapeTests {
    /// What belongs to one installation and never travels.
    private static let staying: Set<Part> = [
        .overlay, .entry, .lock, .regency, .theme, .target, .protection, .unit, .post, .calendar,
        .holiday, .officeHours, .specialHours,
    ]

    /// The planted blueprint as files; types of questions are set to fit their keys.
    private static func folder(_ planting: inout Planting) -> (files: [SourceFile], tree: Tree) {
        let tree = typed(planting.tree())
        return (writeBlueprint(tree) + [planting.renames()], tree)
    }

    /// Gives each question the type that its other keys belong to.
    private static func typed(_ tree: Tree) -> Tree {
        switch tree {
        case .text: return tree
        case .atom(let parts):
            guard parts.count == 1, let type = parts.first, type["type"] != nil,
                case .keyed(var children, let order) = type
            else { return .atom(parts.map(typed)) }
            let keys = Set(type.children.map(\.id))
            let word =
                keys.contains("options")
                ? "choice"
                : keys.contains("within")
                    ? "village"
                    : keys.contains("is")
                        ? "computed"
                        : keys.contains("least")
                            ? "group" : keys.contains("unit") ? "decimal" : "text"
            children["type"] = .text(word)
            return .atom([.keyed(children, order: order)])
        case .keyed(let children, let order):
            return .keyed(children.mapValues(typed), order: order)
        }
    }

    private static func packed(_ files: [SourceFile]) throws -> Package {
        try Package.pack(
            readBlueprint(files, at: ""),
            with: [Checkout.small("kopi", version: "9.0.0")],
            as: "16.03"
        )
    }

    @Test func `every part and every field of the table is planted, or stays at home`() {
        var planting = Planting(hasHoles: false)
        _ = Self.folder(&planting)
        for part in Part.allCases where !Self.staying.contains(part) {
            let fields = Set(Shape[part].fields.map(\.key))
            #expect(planting.planted[part] == fields, "\(part)")
        }
        #expect(planting.marks.count > 100)
    }

    @Test func `everything planted is found again after export and import`() throws {
        var planting = Planting(hasHoles: false)
        let (files, tree) = Self.folder(&planting)
        let read = readBlueprint(files, at: "")
        #expect(read.diagnostics.map { "\($0.place) \($0.sentence)" } == [])
        #expect(diff(tree, read.tree) == [])
        let package = try Package(reading: try Self.packed(files).bytes)
        let own = try #require(package.own)
        #expect(own.content == tree)
        let text = own.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        for mark in planting.marks { #expect(text.contains(mark), "\(mark)") }
        #expect(readBlueprint(own.files, at: "").renames == read.renames)
        #expect(read.renames.first?.renames.count == 2)
    }

    @Test func `every hole that may be left is in the list to bind`() throws {
        var planting = Planting(hasHoles: true)
        let (files, tree) = Self.folder(&planting)
        let package = try Package(reading: try Self.packed(files).bytes)
        #expect(package.own?.content == tree)
        let named = package.manifest.bind.filter { $0.kind.isHole && $0.member == package.name }
        #expect(named.map(\.name).sorted() == planting.holes.sorted())
        #expect(planting.holes.count > 40)
        for asked in named {
            let there = tree[at: asked.slot]?.ownHoles.map(\.text) ?? []
            #expect(there.contains(asked.name), "\(asked.slot)")
        }
    }
}
