import Coffee
import Stories
import Testing

/// What `kopi.yaml` says for growers and leaders.
struct RulesForPeopleTests {
    private static func read(_ text: String) throws -> RulesForPeople {
        try RulesForPeople(Array(text.utf8))
    }

    @Test func `without a word there are thirty days and no reference price`() throws {
        #expect(try Self.read("dilihat: 2026-11-26") == RulesForPeople())
    }

    @Test func `no reference price comes with the program`() throws {
        let rules = try Self.read(CoffeeRulesTests.shipped())
        #expect(rules == RulesForPeople(linkDays: 30, references: []))
    }

    @Test func `a reference price stands with its source and its day`() throws {
        let rules = try Self.read(
            """
            tautan_petani_hari: 7
            harga_acuan:
              - { kopi: robusta, jenis: biji, tanggal: 2026-06-30, rupiah: 1000, sumber: Contoh }
            """
        )
        #expect(rules.linkDays == 7)
        #expect(
            try rules.references == [
                ReferencePrice(
                    KindOfCoffee("biji", of: "robusta"),
                    rupiah: 1000,
                    on: #require(Day("2026-06-30")),
                    source: "Contoh"
                )
            ]
        )
    }

    @Test(arguments: [
        ("tautan_petani_hari: 0", "tautan_petani_hari dari 1 sampai 366"),
        ("harga_acuan: [{ kopi: robusta, jenis: biji, tanggal: 2026-06-30, rupiah: 1 }]", "kurang"),
        (
            "harga_acuan: [{ kopi: r, jenis: b, tanggal: 2026-06-30, rupiah: 1, sumber: ' ' }]",
            "sumbernya wajib"
        ),
        (
            "harga_acuan: [{ kopi: r, jenis: b, tanggal: Juni, rupiah: 1, sumber: x }]",
            "bukan seperti"
        ),
        (
            "harga_acuan: [{ kopi: r, jenis: b, tanggal: 2026-06-30, rupiah: 0, sumber: x }]",
            "lebih dari nol"
        ),
        (
            "harga_acuan: [{ kopi: 'a b', jenis: b, tanggal: 2026-06-30, rupiah: 1, sumber: x }]",
            "satu kata"
        ),
    ])
    func `what is wrong is said in one sentence`(_ text: String, _ says: String) {
        let error = #expect(throws: CoffeeRules.Unreadable.self) { try Self.read(text) }
        #expect(error?.sentence.contains(says) == true, "\(error?.sentence ?? "")")
    }
}
