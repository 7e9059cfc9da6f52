import Blueprints
import Feel
import Testing

/// Two versions of one service, and the cases between them.
struct VersionDifferenceTests {
    /// The fixture with replacements in its files, and further files.
    static func side(
        _ replaced: [(file: String, old: String, new: String)] = [],
        adding files: [String: String] = [:]
    ) throws -> (side: VersionDifference.Side, blueprint: Blueprint) {
        var all = try Folders.fixture("umkm")
        all["overlay.yaml"] =
            "fill: { perbup_pelayanan: Perbup 12 Tahun 2024, uu_ap: UU 30 Tahun 2014 }\n"
        for (file, old, new) in replaced {
            try #require(all[file]?.contains(old) == true, "\(file): \(old)")
            all[file] = all[file]?.replacing(old, with: new)
        }
        all.merge(files) { $1 }
        let compiled = Folders.compiled(all, for: .running)
        let blueprint = try #require(compiled.blueprint, "\(compiled.diagnostics)")
        let side = VersionDifference.Side(tree: compiled.tree, service: blueprint.services[0])
        return (side, blueprint)
    }

    static let service = "services/surat-keterangan-usaha.yaml"

    private static func way(
        _ old: String,
        _ new: String,
        in file: String = service
    ) throws -> VersionDifference.Way {
        VersionDifference(from: try side().side, to: try side([(file, old, new)]).side).way
    }

    @Test(
        arguments: [
            ("Apa nama usaha Anda?", "Apa nama usaha Anda sekarang?"),
            ("title: Tentang usaha Anda", "title: Usaha Anda"),
            ("label: Berkas lengkap", "label: Berkasnya lengkap"),
            ("Foto tempat usaha, type: photo", "Foto tempat usaha, type: photo, optional: true"),
            ("guarantee: Selesai sesuai janji waktu.", "guarantee: Selesai tepat waktu."),
            ("supaya", "supaya"), ("kopi: Kebun atau olahan kopi", "kopi: Kebun kopi"),
        ].filter { $0.0 != $0.1 }
    )
    func `what is only read lets cases follow`(old: String, new: String) throws {
        #expect(try Self.way(old, new) == .free)
    }

    @Test(arguments: [
        ("time: 2 hari kerja", "time: 3 hari kerja"), ("fee: 0", "fee: 5000"),
        ("[KTP, Foto tempat usaha]", "[KTP, Foto tempat usaha, Surat RT]"),
        ("luas_kebun < 25", "luas_kebun < 20"), ("remind: 4 jam kerja", "remind: 3 jam kerja"),
        ("type: text, max: 80", "type: text, max: 60"),
        ("times: 1, waiting", "times: 2, waiting"),
        ("withdraw: until tanda_tangan\n", ""),
    ])
    func `what decides or promises holds them`(old: String, new: String) throws {
        #expect(try Self.way(old, new) == .undeclared)
    }

    @Test func `what another service or an example changes is not theirs`() throws {
        let way = try Self.way("1.2.0", "1.3.0", in: "blueprint.yaml")
        #expect(way == .free)
        let other = try Self.side([("blueprint.yaml", "1.2.0", "1.3.0")]).side
        #expect(VersionDifference(from: try Self.side().side, to: other).changes.isEmpty)
    }

    private static let renamed = [
        (service, "nama_usaha:  {", "nama_dagang:  {"),
        (service, "nama: nama_usaha", "nama: nama_dagang"),
        ("blueprint.yaml", "1.2.0", "1.3.0"),
    ]

    private static func declaring(_ lines: String) -> [String: String] {
        ["renames/1.2.0-to-1.3.0.yaml": "from: 1.2.0\nto: 1.3.0\n\(lines)\n"]
    }

    /// The new version of the fixture, with what its publisher declares.
    private static func next(
        _ changes: [(file: String, old: String, new: String)],
        _ lines: String
    ) throws -> (VersionDifference.Side, RenamesOfVersion?) {
        let (side, blueprint) = try side(changes, adding: declaring(lines))
        return (side, blueprint.moves.first)
    }

    @Test(arguments: [
        ("renames: []\ncases: move", VersionDifference.Way.mapped),
        ("renames: []\ncases: stay", .publisherKeeps), ("renames: []", .undeclared),
    ])
    func `changed rules move cases as the publisher says`(
        lines: String,
        way: VersionDifference.Way
    ) throws {
        let time = (Self.service, "time: 2 hari kerja", "time: 3 hari kerja")
        let (next, declared) = try Self.next([time, ("blueprint.yaml", "1.2.0", "1.3.0")], lines)
        let difference = VersionDifference(
            from: try Self.side().side,
            to: next,
            declared: declared
        )
        #expect(difference.way == way)
    }

    @Test func `the publisher can hold cases that would follow by themselves`() throws {
        let words = (Self.service, "title: Tentang usaha Anda", "title: Usaha Anda")
        let (next, declared) = try Self.next(
            [words, ("blueprint.yaml", "1.2.0", "1.3.0")],
            "renames: []\ncases: stay"
        )
        let difference = VersionDifference(
            from: try Self.side().side,
            to: next,
            declared: declared
        )
        #expect(difference.way == .publisherKeeps)
    }
}

/// How answers of one version are read under the next.
struct MovedAnswersTests {
    private static func mapping(
        _ changes: [(file: String, old: String, new: String)],
        _ declared: RenamesOfVersion? = nil
    ) throws -> AnswersMapping {
        AnswersMapping(
            from: try VersionDifferenceTests.side().side.service,
            to: try VersionDifferenceTests.side(changes).side.service,
            declared: declared
        )
    }

    private static let file = VersionDifferenceTests.service

    private static let answers = TypedAnswers([
        "nama": .string("Kenari"), "nama_usaha": .string("Warung Kenari"),
        "jenis_usaha": .string("warung"), "desa_usaha": .string("16.03.02.1007"),
    ])

    private static func slot(_ id: ID) -> Slot {
        Slot(["service", "surat-keterangan-usaha", "question", id])
    }

    @Test func `answers of unchanged questions are kept, the applicant's too`() throws {
        let (kept, retired) = try Self.mapping([])(Self.answers)
        #expect(kept == Self.answers && retired == TypedAnswers())
    }

    @Test func `an answer whose question is gone is retired under its old label`() throws {
        let gone = [
            (file: Self.file, old: "jenis_usaha: { ask", new: "macam: { ask"),
            (file: Self.file, old: "when: jenis_usaha =", new: "when: macam ="),
        ]
        let mapping = try Self.mapping(gone)
        let (kept, retired) = mapping(Self.answers)
        #expect(kept["jenis_usaha"] == nil && kept["nama_usaha"] == .string("Warung Kenari"))
        #expect(retired.values == ["jenis_usaha": .string("warung")])
        #expect(mapping.question("jenis_usaha")?.ask.indonesian == "Apa jenis usahanya?")
    }

    @Test func `a declared question and its options are mapped`() throws {
        let changed = [
            (file: Self.file, old: "jenis_usaha: { ask", new: "macam: { ask"),
            (file: Self.file, old: "when: jenis_usaha =", new: "when: macam ="),
            (file: Self.file, old: "warung: Warung", new: "toko: Toko atau warung"),
        ]
        let declared = RenamesOfVersion(
            from: "1.2.0",
            to: "1.3.0",
            renames: [],
            answers: [
                .init(was: Self.slot("jenis_usaha"), now: "macam", options: ["warung": "toko"])
            ]
        )
        let (kept, retired) = try Self.mapping(changed, declared)(Self.answers)
        #expect(kept["macam"] == .string("toko") && retired == TypedAnswers())
        // Without the option it would say something that nobody said.
        let bare = RenamesOfVersion(
            from: "1.2.0",
            to: "1.3.0",
            renames: [],
            answers: [.init(was: Self.slot("jenis_usaha"), now: "macam")]
        )
        let (_, left) = try Self.mapping(changed, bare)(Self.answers)
        #expect(left["jenis_usaha"] == .string("warung"))
    }

    @Test func `what is declared retired is retired, although its question stays`() throws {
        let declared = RenamesOfVersion(
            from: "1.2.0",
            to: "1.3.0",
            renames: [],
            answers: [.init(was: Self.slot("nama_usaha"), now: nil)]
        )
        let (kept, retired) = try Self.mapping([], declared)(Self.answers)
        #expect(kept["nama_usaha"] == nil && retired["nama_usaha"] != nil)
    }

    @Test func `an answer of another kind is not read as what it is not`() throws {
        let options =
            "type: choice, options: { kopi: Kebun atau olahan kopi, warung: Warung, "
            + "lain: Usaha lain }"
        let changed = [(file: Self.file, old: options, new: "type: text, max: 80")]
        let (kept, retired) = try Self.mapping(changed)(Self.answers)
        #expect(kept["jenis_usaha"] == nil && retired["jenis_usaha"] != nil)
    }

    @Test func `steps follow their declared names, and one that is gone is nil`() throws {
        let changed = [
            (file: Self.file, old: "  periksa:\n", new: "  cek:\n")
        ]
        let slot: Slot = "service/surat-keterangan-usaha/step/periksa"
        let declared = RenamesOfVersion(
            from: "1.2.0",
            to: "1.3.0",
            renames: [Rename(from: slot, to: slot.parent.child("cek"))]
        )
        #expect(try Self.mapping(changed, declared).step("periksa") == "cek")
        #expect(try Self.mapping(changed).step("periksa") == nil)
        #expect(try Self.mapping([]).step("periksa") == "periksa")
    }

    @Test func `no new duty falls on a citizen whose case was sent before`() throws {
        let changed = [
            (
                file: Self.file,
                old: "      desa_usaha:",
                new: "      npwp: { ask: Berapa NPWP Anda?, type: text }\n"
                    + "      catatan: { ask: Ada catatan?, type: text, optional: true }\n"
                    + "      desa_usaha:"
            ),
            (
                file: Self.file,
                old: "  - that: luas_kebun < 25",
                new: "  - that: npwp != \"0\"\n    say: Tulis NPWP Anda.\n"
                    + "  - that: luas_kebun < 25"
            ),
        ]
        let old = try VersionDifferenceTests.side().side.service
        let new = try VersionDifferenceTests.side(changed).side.service
        #expect(new.checks.count == 2)
        let spared = new.sparing(caseSentUnder: old, declared: nil)
        let asked = spared.allQuestions.map(\.id)
        #expect(!asked.contains("npwp") && asked.contains("catatan"))
        #expect(!spared.allPages.flatMap(\.questions).contains("npwp"))
        #expect(spared.checks.map(\.that.source) == old.checks.map(\.that.source))
        #expect(spared.digest == new.digest && spared.steps == new.steps)
        #expect(old.sparing(caseSentUnder: old, declared: nil) == old)
    }

    @Test func `what might be left empty when it was sent may be left empty still`() throws {
        let photo = [
            (file: Self.file, old: "type: photo, why", new: "type: photo, optional: true, why")
        ]
        let old = try VersionDifferenceTests.side(photo).side.service
        let new = try VersionDifferenceTests.side().side.service
        let spared = new.sparing(caseSentUnder: old, declared: nil)
        #expect(spared.question("foto_usaha")?.isOptional == true)
        #expect(new.question("foto_usaha")?.isOptional == false)
    }
}
