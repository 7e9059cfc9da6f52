import Blueprints
import Testing

@Suite struct SourceTextTests {
    private static let service: Slot = "service/surat-keterangan-usaha"

    private static func source() throws -> (SourceText, ReadFolder) {
        let read = readBlueprint(try Fixture.files(), at: "")
        let file = try #require(read.files.first { $0.kind == .service })
        return (file.source, read)
    }

    @Test(arguments: [
        ("title", "Surat usaha"), ("question/nama_usaha/ask", "Siapa, dan apa: nama usahanya?"),
        ("question/luas_kebun/when", "jenis_usaha = \"warung\""),
        ("step/periksa/within", "2 hari kerja"),
        ("notice/selesai/text", "Jadi: {tautan}\nTerima kasih."), ("check/c_b2cd6c/say", "Tidak."),
        ("step/periksa/legal/limit", "6 hari kerja"), ("action/terbit/record/nama", "nama"),
    ])
    func `one value changes and nothing else`(path: String, value: String) throws {
        let (source, read) = try Self.source()
        var slot = Slot(Self.service.path + Slot(path).path)
        if path.hasPrefix("check/") {
            let check = try #require(read.tree.ids(at: Slot(Self.service.path + ["check"])).first)
            slot = Slot(Self.service.path + ["check", check, "say"])
        }
        let before = try #require(read.tree.text(at: slot))
        let changed = try #require(source.replacing(value: slot, with: value))
        let file = SourceFile(path: "services/surat-keterangan-usaha.yaml", bytes: changed)
        let again = readBlueprint([file], at: "")
        let other = read.tree["service"] ?? .record([:])
        let edits = diff(other, again.tree["service"] ?? .record([:]))
        #expect(
            edits == [
                Edit(at: Slot(Array(slot.path.dropFirst())), was: .text(before), now: .text(value))
            ]
        )
        #expect(Self.comments(changed) == Self.comments(source.bytes))
    }

    private static func comments(_ bytes: [UInt8]) -> Int {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").count { $0.contains("# ") }
    }

    @Test(arguments: [
        "title: Usaha # c\n", "title: 'Usa''ha'\n", "title: \"Usa\\\"ha\" # c\n",
        "title: |\n  Usaha\n  kecil\n",
        "title: >-\n  Usaha\n\n  kecil\n", "title: Usaha\n  kecil dan\n  besar\n",
        "title: é Usaha ü\n",
    ])
    func `every style of a value can be replaced`(title: String) throws {
        let text = "register: usaha # satu\n\(title)# dua\nfields: {}\n"
        let read = Fixture.read("registers/usaha.yaml", text)
        let source = try #require(read.files.first?.source)
        let changed = try #require(
            source.replacing(value: "register/usaha/title", with: "Baru: ya")
        )
        let written = String(decoding: changed, as: UTF8.self)
        let again = Fixture.read("registers/usaha.yaml", written)
        #expect(again.tree.text(at: "register/usaha/title") == "Baru: ya")
        #expect(written.hasSuffix("# dua\nfields: {}\n"))
        #expect(written.hasPrefix("register: usaha # satu\ntitle: \"Baru: ya\""))
    }

    @Test func `what is no single value cannot be replaced`() throws {
        let (source, _) = try Self.source()
        #expect(source.replacing(value: Self.service, with: "a") == nil)
        #expect(
            source.replacing(
                value: Slot(Self.service.path + ["question", "nama_usaha", "type"]),
                with: "a"
            ) == nil
        )
    }

    @Test func `comments stay with what they speak about`() throws {
        let (source, _) = try Self.source()
        let top =
            source.comments[Self.service] ?? source.comments[Slot(Self.service.path + ["service"])]
        #expect(top?.map(\.text) == ["Layanan pertama: contoh yang dibaca dengan suara keras."])
        let owner = try #require(source.comments[Slot(Self.service.path + ["owner"])])
        #expect(owner.map(\.text) == ["a unit that the receiving regency binds"])
        #expect(owner.map(\.isBehind) == [true])
        let outcome = try #require(
            source.comments[Slot(Self.service.path + ["outcome", "ditolak"])]
        )
        #expect(outcome.map(\.text) == ["told by the action"])
    }

    @Test func `the place of a value is where an editor shows it`() throws {
        let (_, read) = try Self.source()
        let place = read.places[Slot(Self.service.path + ["question", "jenis_usaha", "ask"])]
        #expect(place?.description == "services/surat-keterangan-usaha.yaml:31:27")
    }
}
