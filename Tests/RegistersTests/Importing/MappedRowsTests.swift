import Blueprints
import Feel
import Registers
import Testing

struct MappedRowsTests {
    @Test(arguments: [
        ("Nama kebun", " Talang   Jauh ", "nama_kebun", "Talang Jauh"),
        ("NIK", "1603 0845 0590 0001", "pendaftar", Sample.rukiah),
        ("NIK", "'1603084505900001", "pendaftar", Sample.rukiah),
        ("NIK", "1.603084505900001E+15", "pendaftar", Sample.rukiah),
        ("NIK", "1603084505900001.0", "pendaftar", Sample.rukiah),
        ("Desa", "16.03.08.2001", "desa", "16.03.08.2001"),
        ("Desa", "Penindaian", "desa", "16.03.08.2001"),
        ("Jenis", "robusta", "jenis", "[robusta]"),
        ("Jenis", "ROBUSTA; Arabika", "jenis", "[robusta, arabika]"),
        ("Jenis", "robusta arabika", "jenis", "[robusta, arabika]"),
        ("Jenis", "Jenis lain", "jenis", "[lain]"),
        ("Luas", "1,25", "luas", "1.25"), ("Luas", "12.500,5", "luas", "12500.5"),
        ("Luas", "0.75", "luas", "0.75"),
        ("Tahun", "2012", "tahun", "2012"),
        ("Sejak", "27/11/2025", "sejak", "27 November 2025"),
        ("Sejak", "2025-11-27T08:15:00.000+07:00", "sejak", "27 November 2025"),
        ("HP", "81200000001", "hp", "081200000001"),
        ("HP", "8.1200000001E+10", "hp", "081200000001"),
        ("Setuju", "Setuju", "setuju", "true"), ("Setuju", "0", "setuju", "false"),
        ("Setuju", "TIDAK", "setuju", "false"),
    ])
    func `a cell is read however people and programs write it`(
        column: String,
        cell: String,
        field: String,
        says: String
    ) throws {
        let reading = try Sample.read(Sample.table([column: cell]))
        guard case .says(let fields) = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(fields[Blueprints.ID(field)].map(Self.text) == says)
    }

    /// A value as the table above has it.
    private static func text(_ value: FeelValue) -> String {
        switch value {
        case .list(let items): "[\(items.compactMap(\.text).joined(separator: ", "))]"
        case .number(let number): number.description
        case _: value.text ?? (value == .yes ? "true" : value == .no ? "false" : "\(value.text())")
        }
    }

    @Test(arguments: [
        ("Nama kebun", "", "Nama tempat kebun"), ("Nama kebun", "n/a", "Nama tempat kebun"),
        ("NIK", "160308450590", "NIK harus 16 angka"),
        ("NIK", "1,60308E+15", "angkanya hilang"),
        ("Desa", "Entah", "tidak ditemukan"), ("Desa", "Tanjung Raya", "ada 2 desa"),
        ("Jenis", "Liberika", "bukan salah satu dari: Robusta, Arabika, Jenis lain"),
        ("Luas", "1.250", "Maksud Anda 1,25 atau"), ("Luas", "dua", "Luas: Tulis luas"),
        ("Tahun", "2012,5", "angka bulat"), ("Sejak", "kemarin", "Sejak: Tulis sejak"),
        ("Setuju", "mungkin", "Setuju: Pilih ya atau tidak"),
    ])
    func `a cell that cannot be read is told with its field`(
        column: String,
        cell: String,
        told: String
    ) throws {
        let reading = try Sample.read(Sample.table([column: cell]))
        guard case .wrong(let problems) = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(problems.count == 1)
        #expect(problems.first?.indonesian.contains(told) == true, "\(problems)")
        #expect(problems.first?.english.isEmpty == false)
    }

    @Test func `a program's dot is a decimal sign, and its days are counted`() throws {
        let habits = IncomingTable.Habits(hasDots: true, countsDays: true)
        let cells = ["Luas": "1.250", "Sejak": "46353"]
        guard case .says(let fields) = try Sample.read(Sample.table(cells, habits: habits)) else {
            Issue.record("it is faulty")
            return
        }
        #expect(fields["luas"] == .number(try #require(Decimal34("1.25"))))
        #expect(fields["sejak"].map { $0.text() } == "27 November 2026")
        var mapping = Sample.mapping
        mapping.hasDots = true
        guard case .says(let same) = try Sample.read(Sample.table(["Luas": "1.250"]), by: mapping)
        else {
            Issue.record("it is faulty")
            return
        }
        #expect(same["luas"] == fields["luas"])
    }

    @Test(arguments: [
        ("m2", "12500", "1.25"), ("are", "125", "1.25"), ("ha", "1,25", "1.25"),
        ("m2", "1", "0.0001"),
    ])
    func `a size comes in the unit of the register`(
        unit: String,
        cell: String,
        hectares: String
    ) throws {
        var mapping = Sample.mapping
        mapping.sources["luas"] = FieldSource(.columns(["Luas"]), unit: unit)
        guard case .says(let fields) = try Sample.read(Sample.table(["Luas": cell]), by: mapping)
        else {
            Issue.record("it is faulty")
            return
        }
        let wanted = try #require(Decimal34(hectares))
        #expect(fields["luas"]?.number == wanted)
    }

    @Test func `a fixed value and words of the file fill what no column says`() throws {
        var mapping = Sample.mapping
        mapping.sources["jenis"] = FieldSource(
            .columns(["Jenis"]),
            words: ["arabika": ["Kopi gunung", "ara"]]
        )
        mapping.sources["setuju"] = FieldSource(.fixed("ya"))
        let table = Sample.table(["Jenis": "kopi gunung"])
        guard case .says(let fields) = try Sample.read(table, by: mapping) else {
            Issue.record("it is faulty")
            return
        }
        #expect(fields["jenis"] == .list([.string("arabika")]))
        #expect(fields["setuju"] == .yes)
    }

    @Test func `a point fills no boundary and a boundary no point`() throws {
        let point = IncomingPlace(.point("-4.05,103.6"), hectares: nil)
        guard case .says(let one) = try Sample.read(Sample.table(place: point)) else {
            Issue.record("it is faulty")
            return
        }
        #expect(one["titik"] != nil && one["batas"] == nil)
        let corners = "-4.05,103.6;-4.05,103.601;-4.051,103.601"
        let area = IncomingPlace(.area(corners), hectares: "0.6123")
        var mapping = Sample.mapping
        mapping.sources["luas"] = FieldSource(.place)
        guard case .says(let other) = try Sample.read(Sample.table(place: area), by: mapping) else {
            Issue.record("it is faulty")
            return
        }
        #expect(other["titik"] == nil && other["batas"] != nil)
        #expect(other["luas"]?.number == Decimal34("0.6123"))
    }

    @Test func `a turned place is faulty until somebody says that it is to be turned`() throws {
        let place = IncomingPlace(.point("-4.05,103.6"), hectares: nil)
        let table = Sample.table(place: place, isTurned: true)
        guard case .wrong(let problems) = try Sample.read(table) else {
            Issue.record("it was taken as it is")
            return
        }
        #expect(problems.map(\.indonesian).contains { $0.contains("tertukar") })
        var mapping = Sample.mapping
        mapping.isSwapped = true
        guard case .says = try Sample.read(table, by: mapping) else {
            Issue.record("it is still faulty")
            return
        }
        // Whoever takes no place from the file need not care how it stands there.
        mapping = Sample.mapping
        mapping.sources["titik"] = nil
        mapping.sources["batas"] = nil
        guard case .says = try Sample.read(table, by: mapping) else {
            Issue.record("it is faulty for a place that nobody asked for")
            return
        }
    }
}

struct GuessedMappingTests {
    private static func guess(_ columns: [String], hasPlace: Bool = false) -> [String: String] {
        let place = hasPlace ? IncomingPlace(.point("-4,103"), hectares: nil) : nil
        let table = IncomingTable(
            columns: columns,
            rows: [IncomingRow(number: 2, cells: columns, place: place)]
        )
        return GuessedMapping.of(table, into: Sample.plots).sources.reduce(into: [:]) {
            switch $1.value.origin {
            case .columns(let names): $0[$1.key.text] = names.joined(separator: ",")
            case .fixed(let value): $0[$1.key.text] = "=\(value)"
            case .place: $0[$1.key.text] = "peta"
            }
        }
    }

    @Test(arguments: [
        ("nama_kebun", "nama_kebun"), ("kebun/nama_kebun", "nama_kebun"),
        ("Nama tempat kebun", "nama_kebun"), ("Plot name", "nama_kebun"),
        ("No. KTP", "pendaftar"), ("NIK petani", "pendaftar"), ("Kelurahan", "desa"),
        ("Village", "desa"), ("Luas (ha)", "luas"), ("Area", "luas"), ("No HP", "hp"),
        ("Tahun", "tahun"),
    ])
    func `a column is guessed by its heading`(heading: String, field: String) {
        #expect(Self.guess(["_id", heading]) == [field: heading])
    }

    @Test func `the closer heading chooses first and none is used twice`() {
        let guess = Self.guess(["Desa", "desa", "NIK", "Nama kebun", "jenis"])
        #expect(guess["desa"] == "Desa")
        #expect(guess["pendaftar"] == "NIK")
        #expect(guess["nama_kebun"] == "Nama kebun")
        #expect(guess["jenis"] == "jenis")
        #expect(guess["luas"] == nil)
    }

    @Test func `places fill points and boundaries, and a size that no column says`() {
        let guess = Self.guess(["Nama kebun"], hasPlace: true)
        #expect(guess["titik"] == "peta" && guess["batas"] == "peta" && guess["luas"] == "peta")
        #expect(Self.guess(["Luas lahan"], hasPlace: true)["luas"] == "Luas lahan")
    }

    @Test func `a unit in a heading is noticed`() {
        let table = IncomingTable(columns: ["Luas (m²)"], rows: [])
        let guess = GuessedMapping.of(table, into: Sample.plots)
        #expect(guess.sources["luas"]?.unit == "m2")
    }

    @Test func `a shipped way is taken where the file has all of its columns`() {
        var way = ImportMapping(id: "kobo", title: "Kobo", register: "kebun")
        way.sources["nama_kebun"] = FieldSource(.columns(["tempat"]))
        way.sources["tahun"] = FieldSource(.columns(["thn"]))
        let whole = IncomingTable(columns: ["tempat", "thn"], rows: [])
        #expect(GuessedMapping.of(whole, into: Sample.plots, shipped: [way]) == way)
        let part = IncomingTable(columns: ["tempat"], rows: [])
        #expect(GuessedMapping.of(part, into: Sample.plots, shipped: [way]) != way)
        #expect(GuessedMapping.of(whole, into: Sample.growers, shipped: [way]) != way)
    }
}
