import Blueprints
import Foundation
import Testing

/// Comments are the author's: what is written anew keeps them at what they speak about.
@Suite struct CommentTests {
    /// Every blueprint that is shipped, and the fixtures.
    private static let folders: [String: [SourceFile]] = {
        let base = Fixture.checkout.appending(path: "blueprints/16.03")
        do {
            var folders: [String: [SourceFile]] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: base.path) {
                let root = base.appending(path: name)
                let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
                folders[name] = try paths.filter { $0.hasSuffix(".yaml") }.map { path in
                    let bytes = Array(try Data(contentsOf: root.appending(path: path)))
                    return SourceFile(path: path, bytes: bytes)
                }
            }
            for name in ["pertama", "umkm"] { folders["tes-\(name)"] = try Fixture.files(name) }
            return folders
        } catch {
            return [:]
        }
    }()

    private static let names = folders.keys.sorted()

    private static func comments(_ files: [SourceFile]) -> [String] {
        let read = readBlueprint(files, at: "")
        return read.files.flatMap { $0.source.comments.values.flatMap(\.self) }.map(\.text).sorted()
    }

    @Test func `the shipped blueprints are found`() {
        #expect(Self.names.count >= 9)
    }

    @Test(arguments: names)
    func `a shipped blueprint keeps its values and its comments, and the second round its bytes`(
        name: String
    ) throws {
        let files = try #require(Self.folders[name])
        let read = readBlueprint(files, at: "")
        let once = writeBlueprint(read)
        let again = readBlueprint(once, at: "")
        #expect(again.tree == read.tree)
        #expect(again.diagnostics.map(\.printed) == [])
        #expect(Self.comments(once) == Self.comments(files))
        #expect(writeBlueprint(again) == once)
    }

    /// Comments above and behind random lines of the house's own form.
    private static func commented(_ file: SourceFile, _ chance: inout Chance) -> SourceFile {
        var lines = String(decoding: file.bytes, as: UTF8.self).components(separatedBy: "\n")
        lines.removeLast()
        var isText = false
        var written: [String] = []
        for (number, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            if isText, !line.isEmpty {
                isText =
                    indent
                    > (lines[..<number].last { $0.hasSuffix("|") || $0.hasSuffix("|-") }?.prefix {
                        $0 == " "
                    }.count ?? 0)
            }
            if !isText, chance.one(in: 4) {
                let odd = ["", " dua spasi", "a: b # c", "- [x", "\"kutip", "áé ¿"]
                let text = odd.randomElement(using: &chance) ?? ""
                written.append(String(repeating: " ", count: indent) + "# \(number)\(text)")
            }
            let opens = line.hasSuffix("|") || line.hasSuffix("|-")
            if !isText, chance.one(in: 5), !line.isEmpty {
                written.append(line + "  # di belakang \(number)")
            } else {
                written.append(line)
            }
            if opens { isText = true }
        }
        if chance.one(in: 2) { written.append("# penutup") }
        return SourceFile(path: file.path, text: written.joined(separator: "\n") + "\n")
    }

    @Test(arguments: 0..<40)
    func `comments anywhere come back, once and for good`(seed: Int) throws {
        var chance = Chance(seed)
        let name = Self.names[seed % Self.names.count]
        let files = writeBlueprint(readBlueprint(try #require(Self.folders[name]), at: ""))
            .map { Self.commented($0, &chance) }
        let read = readBlueprint(files, at: "")
        #expect(read.diagnostics.map(\.printed) == [])
        let once = writeBlueprint(read)
        #expect(Self.comments(once) == Self.comments(files))
        let again = readBlueprint(once, at: "")
        #expect(again.tree == read.tree)
        #expect(writeBlueprint(again) == once)
    }

    @Test(arguments: 0..<40)
    func `what is taken away takes its comments along, and the rest keeps its own`(
        seed: Int
    ) throws {
        var chance = Chance(seed + 900)
        let name = Self.names[seed % Self.names.count]
        let files = writeBlueprint(readBlueprint(try #require(Self.folders[name]), at: ""))
            .map { Self.commented($0, &chance) }
        let read = readBlueprint(files, at: "")
        let gone = Gardener.slots(of: read.tree).filter { slot in
            slot.path.count == 4 && chance.one(in: 6) && slot.path[0] == "service"
                && ["question", "step", "outcome", "notice"].contains(slot.path[2])
        }
        let edits = gone.compactMap { slot in
            read.tree[at: slot].map { Edit(at: slot, was: $0, now: nil) }
        }
        let (tree, clashes) = apply(edits, to: read.tree)
        #expect(clashes.isEmpty)
        let once = writeBlueprint(read, as: tree)
        let again = readBlueprint(once, at: "")
        #expect(writeBlueprint(again) == once)
        let left = Self.comments(once)
        #expect(Set(left).isSubset(of: Set(Self.comments(files))))
        let lost = read.files.flatMap { file in
            file.source.comments.filter { slot, _ in gone.contains { $0.holds(slot) } }
                .values.flatMap(\.self)
        }
        #expect(left.count == Self.comments(files).count - lost.count)
    }

    @Test func `a comment stands where its value stands`() throws {
        let text = """
            # di atas semuanya

            title: Usaha   # nama
            register: usaha
            # tentang kolom
            fields:
                nama: {ask: A, type: text} # satu
                # dua
                b: {ask: B, type: text}
            # penutup
            """
        let read = Fixture.read("registers/usaha.yaml", text)
        let file = try #require(writeBlueprint(read).first)
        #expect(
            String(decoding: file.bytes, as: UTF8.self) == """
                # di atas semuanya
                register: usaha
                title: Usaha  # nama
                # tentang kolom
                fields:
                  nama: { ask: A, type: text }  # satu
                  # dua
                  b: { ask: B, type: text }
                # penutup

                """
        )
    }

    @Test func `renames are written too, with what was said about them`() throws {
        let text = """
            from: 1.0.0
            to: 1.1.0
            renames:
              # luas apa?
              - {was: service/usaha/question/luas, now: luas_kebun}
            """
        let files = [SourceFile(path: "renames/1.1.0.yaml", text: text)]
        let read = readBlueprint(files, at: "x/y")
        let once = writeBlueprint(read)
        #expect(once.map(\.path) == ["renames/1.1.0.yaml"])
        let again = readBlueprint(once, at: "")
        #expect(again.renames == read.renames && read.renames.count == 1)
        #expect(Self.comments(once) == ["luas apa?"])
        #expect(writeBlueprint(again) == once)
    }
}
