import Blueprints
import Feel
import Testing

/// How a blueprint says which column fills which field, and how that is written again.
struct ImportMappingTests {
    private static let whole = """
        import: tabel
        title: Usaha dari tabel
        into: usaha
        axes: swapped
        decimals: dot
        fields:
          nama: Nama usaha
          desa: { column: [Desa, Kelurahan] }
          luas: { column: Luas, unit: m2 }

        """

    /// The fixture with one file more; its holes are filled, so that it compiles.
    private static func compiled(_ text: String) throws -> Compiled {
        var files = try Folders.fixture("umkm")
        files["overlay.yaml"] = """
            fill: { perbup_pelayanan: Perbup 12 Tahun 2024, uu_ap: UU 30 Tahun 2014 }

            """
        files["imports/tabel.yaml"] = text
        return Folders.compiled(files)
    }

    @Test func `a way to bring files in is part of its blueprint`() throws {
        let compiled = try Self.compiled(Self.whole)
        let mapping = try #require(compiled.blueprint?.imports.first)
        #expect(mapping.id == "tabel" && mapping.register == "usaha")
        #expect(mapping.isSwapped && mapping.hasDots)
        #expect(mapping.sources["nama"] == FieldSource(.columns(["Nama usaha"])))
        #expect(mapping.sources["desa"] == FieldSource(.columns(["Desa", "Kelurahan"])))
        #expect(mapping.sources["luas"] == FieldSource(.columns(["Luas"]), unit: "m2"))
        let plain = try Self.compiled(
            "import: tabel\ntitle: A\ninto: usaha\nfields: { nama: N, desa: { value: Pasar } }\n"
        )
        let other = try #require(plain.blueprint?.imports.first)
        #expect(!other.isSwapped && !other.hasDots)
        #expect(other.sources["desa"] == FieldSource(.fixed("Pasar")))
        #expect(plain.blueprint?.digest != compiled.blueprint?.digest)
    }

    @Test func `what is written of one is read as the same`() throws {
        let read = try #require(try Self.compiled(Self.whole).blueprint?.imports.first)
        var richer = read
        richer.sources["titik"] = FieldSource(.place)
        richer.sources["jenis"] = FieldSource(
            .columns(["Jenis"]),
            words: ["kopi": ["Kopi: bubuk", "#1"], "warung": ["W"]]
        )
        for mapping in [read, richer] {
            let file = mapping.file
            #expect(file.path == "imports/tabel.yaml")
            #expect(ImportMapping(file: file.bytes, named: "tabel") == mapping)
        }
        // A way that was made on a page goes into the folder as it came down.
        let text = String(decoding: read.file.bytes, as: UTF8.self)
        #expect(try Self.compiled(text).blueprint?.imports.first == read)
        #expect(ImportMapping(file: Array("fields: [".utf8), named: "tabel") == nil)
    }

    @Test(arguments: [
        ("m2", "ha", "12500", "1.25"), ("are", "ha", "125", "1.25"), ("ha", "m2", "1.25", "12500"),
        ("pecahan", "persen", "0.5", "50"), ("persen", "pecahan", "50", "0.5"),
        ("ton", "kg", "1.2", "1200"), ("kuintal", "kg", "3", "300"), ("kg", "kg", "7", "7"),
    ])
    func `a number keeps its size in another unit`(
        given: String,
        wanted: String,
        number: String,
        converted: String
    ) throws {
        let from = try #require(Decimal34(number))
        #expect(UnitOfFile.convert(from, from: given, to: wanted) == Decimal34(converted))
    }

    @Test(arguments: [("ha", "kg"), ("m2", "persen"), ("batang", "ha"), ("ha", "")])
    func `a size is no weight`(given: String, wanted: String) {
        #expect(UnitOfFile.places(from: given, to: wanted) == nil)
    }
}
