import Blueprints
import Exchange
import Testing

/// What differs, by meaning and in groups.
@Suite struct DifferenceTests {
    static let old = Tree.record([
        "service": .record([
            "usaha": .record([
                "title": "Surat usaha",
                "question": .collection([
                    ("nama", .record(["ask": "Nama?", "@in": "usaha"])),
                    ("luas", .record(["ask": "Luas?", "@in": "usaha"])),
                ]),
            ])
        ])
    ])

    static let changes: [(Edit, Difference.Group, String, String)] = [
        (
            Edit(at: "service/usaha/title", was: "Surat usaha", now: "Surat dagang"), .changed,
            "Layanan \"Surat usaha\" sekarang berbunyi \"Surat dagang\".", "now reads"
        ),
        (
            Edit(
                at: "service/usaha/question/foto",
                was: nil,
                now: .record(["ask": "Foto?", "@in": "usaha"]),
                after: "nama"
            ), .added, "Pertanyaan \"Foto?\" ditambahkan sesudah pertanyaan \"Nama?\".", "was added"
        ),
        (
            Edit(
                at: "service/usaha/question/luas",
                was: .record(["ask": "Luas?", "@in": "usaha"]),
                now: nil
            ), .removed, "Pertanyaan \"Luas?\" dihapus.", "was removed"
        ),
        (
            Edit(at: "service/usaha/question/luas/@in", was: "usaha", now: "akhir"), .moved,
            "Pertanyaan \"Luas?\" pindah ke halaman \"Akhir\".", "moved to"
        ),
    ]

    @Test(arguments: changes)
    func `each change stands in its group, with a sentence in both languages`(
        edit: Edit,
        group: Difference.Group,
        indonesian: String,
        english: String
    ) {
        let new = apply([edit], to: Self.old).0
        let difference = Difference(from: Self.old, to: new)
        #expect(difference.edits.map(\.0) == [group])
        #expect(difference.edits(in: group) == [edit])
        #expect(difference.sentences(of: [edit], language: .indonesian) == [indonesian])
        #expect(difference.sentences(of: [edit], language: .english)[0].contains(english))
    }

    @Test func `what is the same has no difference`() {
        #expect(Difference(from: Self.old, to: Self.old).isEmpty)
    }
}
