import Blueprints
import Testing

@Suite struct WordingTests {
    private static let service = "service/surat-keterangan-usaha"

    private static func edit(_ path: String, _ was: Tree?, _ now: Tree?, after: ID? = nil) -> Edit {
        Edit(at: Slot("\(service)/\(path)"), was: was, now: now, after: after)
    }

    private static func type(_ word: String, _ others: [ID: Tree] = [:]) -> Tree {
        .atom([.record(others.merging(["type": .text(word)]) { first, _ in first })])
    }

    /// The edit, its sentence in Indonesian and in English.
    private static let table: [(Edit, String, String)] = [
        (
            edit("question/nama_usaha/ask", .text("Apa nama usaha Anda?"), .text("Nama usaha?")),
            "Pertanyaan \"Apa nama usaha Anda?\" sekarang berbunyi \"Nama usaha?\".",
            "Question \"Apa nama usaha Anda?\" now reads \"Nama usaha?\"."
        ),
        (
            edit("step/periksa/within", .text("1 hari kerja"), .text("2 hari kerja")),
            "Janji waktu langkah \"Periksa\": 1 hari kerja menjadi 2 hari kerja.",
            "Promise of step \"Periksa\": 1 hari kerja becomes 2 hari kerja."
        ),
        (
            edit("question/luas_kebun", .record(["ask": .text("Berapa luas kebun Anda?")]), nil),
            "Pertanyaan \"Berapa luas kebun Anda?\" dihapus.",
            "Question \"Berapa luas kebun Anda?\" was removed."
        ),
        (
            edit(
                "question/merek",
                nil,
                .record(["ask": .text("Apa mereknya?")]),
                after: "nama_usaha"
            ),
            "Pertanyaan \"Apa mereknya?\" ditambahkan sesudah pertanyaan \"Apa nama usaha Anda?\".",
            "Question \"Apa mereknya?\" was added after question \"Apa nama usaha Anda?\"."
        ),
        (
            edit("question/merek", nil, .record(["ask": .text("Apa mereknya?")]), after: .first),
            "Pertanyaan \"Apa mereknya?\" ditambahkan paling depan.",
            "Question \"Apa mereknya?\" was added at the front."
        ),
        (
            edit(
                "question/@order",
                .atom([.text("a"), .text("b")]),
                .atom([.text("b"), .text("a")])
            ),
            "Urutan pertanyaan layanan \"Surat keterangan usaha\" berubah.",
            "The order of the questions of service \"Surat keterangan usaha\" changed."
        ),
        (
            edit("question/luas_kebun/type", type("decimal", ["unit": .text("ha")]), type("whole")),
            "Jenis jawaban pertanyaan \"Berapa luas kebun Anda?\": "
                + "bilangan desimal dengan satuan, satuan ha menjadi bilangan bulat.",
            "Kind of answer of question \"Berapa luas kebun Anda?\": "
                + "a decimal number with a unit, unit ha becomes a whole number."
        ),
        (
            edit("question/luas_kebun/hint", nil, .text("Dalam hektare.")),
            "Petunjuk pertanyaan \"Berapa luas kebun Anda?\" ditambahkan: \"Dalam hektare.\".",
            "Hint of question \"Berapa luas kebun Anda?\" was added: \"Dalam hektare.\"."
        ),
        (
            edit(
                "standard/requirements",
                .atom([.text("KTP")]),
                .atom([.text("KTP"), .text("Foto")])
            ),
            "Persyaratan layanan \"Surat keterangan usaha\": ditambah \"Foto\".",
            "Requirements of service \"Surat keterangan usaha\": added \"Foto\"."
        ),
        (
            edit("action/tolak/@in", .text("periksa"), .text("tanda_tangan")),
            "Tindakan \"Tolak\" pindah ke langkah \"Tanda tangan\".",
            "Action \"Tolak\" moved to step \"Tanda tangan\"."
        ),
        (
            edit("question/jenis_usaha/label/kopi", .text("Kopi"), .text("Kebun kopi")),
            "Pilihan \"kopi\" pada pertanyaan \"Apa jenis usahanya?\" sekarang berbunyi \"Kebun kopi\".",
            "Option \"kopi\" of question \"Apa jenis usahanya?\" now reads \"Kebun kopi\"."
        ),
        (
            edit("step/periksa/legal/basis", .hole("uu_ap"), .text("UU 30/2014")),
            "Lubang \"uu_ap\" diisi: \"UU 30/2014\".", "Hole \"uu_ap\" was filled: \"UU 30/2014\"."
        ),
        (
            edit("step/periksa/legal/limit", .text("5 hari kerja"), .text("6 hari kerja")),
            "Batas hukum langkah \"Periksa\": 5 hari kerja menjadi 6 hari kerja.",
            "Legal limit of step \"Periksa\": 5 hari kerja becomes 6 hari kerja."
        ),
        (
            edit("standard/fee", .text("0"), .text("25000")),
            "Biaya layanan \"Surat keterangan usaha\": 0 menjadi 25000.",
            "Fee of service \"Surat keterangan usaha\": 0 becomes 25000."
        ),
        (
            edit("reopen", .text("30 hari"), nil),
            "Waktu buka kembali layanan \"Surat keterangan usaha\" dihapus; sebelumnya 30 hari.",
            "Time to reopen of service \"Surat keterangan usaha\" was removed; it was 30 hari."
        ),
    ]

    @Test(arguments: table.indices)
    func `an official can read what an edit changes`(index: Int) throws {
        let (edit, indonesian, english) = Self.table[index]
        let tree = readBlueprint(try Fixture.files(), at: "").tree
        #expect(sentences(of: [edit], in: tree) == [indonesian])
        #expect(sentences(of: [edit], in: tree, language: .english) == [english])
    }

    @Test func `a change of a translation names its language`() throws {
        let tree = readBlueprint(try Fixture.files(), at: "").tree
        let at = Slot("text/en/\(Self.service)/question/nama_usaha/ask/text")
        let said = sentences(of: [Edit(at: at, was: nil, now: .text("Name?"))], in: tree)
        #expect(
            said == [
                "Terjemahan Inggris untuk pertanyaan \"Apa nama usaha Anda?\" sekarang berbunyi \"Name?\"."
            ]
        )
    }

    @Test func `what must stay is what law or the file's meaning sets`() {
        #expect(Shape.mustStay(Slot("\(Self.service)/step/periksa/legal/limit")))
        #expect(Shape.mustStay(Slot("\(Self.service)/outcome/ditolak/appeal")))
        #expect(!Shape.mustStay(Slot("\(Self.service)/step/periksa/within")))
    }

    @Test(arguments: [
        (
            "regency/map", nil, Tree.text("peta.geojson"),
            "Peta kecamatan kabupaten ditambahkan: peta.geojson."
        ),
        (
            "regency/target/on_time", Tree.text("90"), Tree.text("95"),
            "Sasaran tepat waktu kabupaten: 90 menjadi 95."
        ),
        (
            "regency/hours/jumat", Tree.text("08.00-11.30"), Tree.text("08.00-11.00"),
            "Jam kerja hari Jumat kabupaten: 08.00-11.30 menjadi 08.00-11.00."
        ),
        (
            "regency/units/kel/phone", Tree.text("1"), Tree.text("2"),
            "Telepon unit \"Kelurahan Contoh\": 1 menjadi 2."
        ),
        (
            "regency/posts/lurah/unit", Tree.text("kel"), Tree.text("kec"),
            "Unit jabatan \"Lurah Contoh\": kel menjadi kec."
        ),
    ])
    func `what changes in a regency's own file is told in words`(
        path: String,
        was: Tree?,
        now: Tree?,
        sentence: String
    ) {
        let tree = Tree.record([
            "regency": .record([
                "name": .text("Kabupaten Contoh"),
                "units": .record(["kel": .record(["name": .text("Kelurahan Contoh")])]),
                "posts": .record(["lurah": .record(["title": .text("Lurah Contoh")])]),
            ])
        ])
        let edit = Edit(at: Slot(path), was: was, now: now)
        #expect(sentences(of: [edit], in: tree) == [sentence])
    }

    private static func rows(_ cells: String...) -> Tree {
        .atom(cells.map { .atom([.text($0), .text("0")]) })
    }

    static let tables: [(String, Tree, String, String)] = [
        (
            "F", rows("b", "a"),
            "Baris aturan \"Tarif\": urutannya berubah, dan urutan ini ikut menentukan hasil.",
            "Rows of rule \"Tarif\": their order changed, and this order decides the result."
        ),
        (
            "U", rows("b", "a"),
            "Baris aturan \"Tarif\": urutannya berubah, hasilnya tetap.",
            "Rows of rule \"Tarif\": their order changed, not the result."
        ),
        (
            "R", rows("a", "c"),
            "Baris aturan \"Tarif\": 1 baris ditambah; 1 baris dihapus.",
            "Rows of rule \"Tarif\": 1 row added; 1 row removed."
        ),
    ]

    @Test(arguments: tables)
    func `an order of rows that decides is said as one`(
        hit: String,
        now: Tree,
        indonesian: String,
        english: String
    ) {
        let was = Self.rows("a", "b")
        let rule = Tree.record(["hit": .text(hit), "rows": was])
        let tree = Tree.record(["rule": .record(["tarif": rule])])
        let edit = Edit(at: "rule/tarif/rows", was: was, now: now)
        #expect(sentences(of: [edit], in: tree) == [indonesian])
        #expect(sentences(of: [edit], in: tree, language: .english) == [english])
    }
}
