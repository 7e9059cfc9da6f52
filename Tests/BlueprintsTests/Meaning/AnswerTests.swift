import Blueprints
import Feel
import Testing

private let today = FeelDate(daysSince1970: 20_780)

private func question(
    _ id: ID,
    _ type: AnswerType,
    isOptional: Bool = false,
    when: Formula? = nil
) -> Question {
    Question(id: id, page: "usaha", ask: "…", type: type, isOptional: isOptional, when: when)
}

private func formula(_ source: String, _ names: [String: FeelType]) throws -> Formula {
    try Formula.read(source, in: FeelScope(names)).get()
}

private let hectares = AnswerType.decimal(
    unit: "ha",
    AnswerType.Bounds(from: Decimal34("0.01"), to: 100)
)
private let options = [
    AnswerType.Option(id: "kopi", label: Words("Kebun kopi", translated: ["en": "Coffee plot"])),
    AnswerType.Option(id: "warung", label: "Warung"),
]

@Test(
    arguments: [
        ("nama", .name, "", "Tulis nama lengkap seperti di KTP"),
        ("nik", .nik, "160308450590001", "NIK harus 16 angka. Anda menulis 15 angka"),
        ("nik", .nik, "16030845O5900001", "NIK hanya berisi angka"),
        ("hp", .phone, "0812", "Nomor HP kurang lengkap. Tulis mulai dari 08"),
        ("status_tempat_usaha", .choice(options), "", "Pilih status tempat usaha"),
        ("jenis", .choice(options), "pabrik", "Pilih jenis dari daftar"),
        (
            "tanggal_lahir", .date(from: nil, to: nil), "31 11 1990",
            "Tanggal 31 November tidak ada. Periksa lagi"
        ),
        (
            "keterangan", .longText(max: 5), "123456789",
            "Keterangan paling banyak 5 huruf. Kurangi 4 huruf"
        ),
        ("luas_kebun", hectares, "luas", "Tulis luas kebun dengan angka, misalnya 1,5"),
        ("luas_kebun", hectares, "200", "Luas kebun harus antara 0,01 dan 100 hektare"),
        (
            "luas_kebun", hectares, "1.500",
            "Maksud Anda 1,5 atau 1500? Tulis koma untuk desimal, tanpa titik"
        ),
        ("foto_tempat_usaha", .photo, "", "Pilih atau ambil foto tempat usaha"),
        ("tempat_usaha", .photo, " ", "Pilih atau ambil foto tempat usaha"),
        (
            "jumlah_pekerja", .whole(AnswerType.Bounds(from: 1)), "1,5",
            "Tulis jumlah pekerja dengan angka bulat, misalnya 3"
        ),
        (
            "modal", .money(AnswerType.Bounds(to: 50_000_000)), "60.000.000",
            "Modal paling banyak Rp50.000.000"
        ),
        (
            "batas_kebun", .area, "0,0;0,1;1,0;1,1",
            "Garis batas saling memotong dekat titik 4. Hapus titik itu dan catat ulang"
        ),
        ("desa", .village, "Pulau Panggung", "Pilih desa atau kelurahan dari daftar"),
        ("nib", .nib, "12345", "NIB harus 13 angka. Anda menulis 5 angka"),
        ("setuju", .yesNo, "mungkin", "Pilih ya atau tidak"),
        ("surel", .email, "nama@", "Tulis alamat surel lengkap, misalnya nama@contoh.id"),
    ] as [(ID, AnswerType, String, String)]
)
func `a mistake is told in the question's own words`(
    id: ID,
    type: AnswerType,
    written: String,
    sentence: String
) {
    let reading = question(id, type).read(.text(written), on: AnswerGround(today: today))
    #expect(reading.problems.map(\.sentence.indonesian) == [sentence])
    #expect(reading.value == nil)
    #expect(reading.problems[0].sentence.translated["en"]?.isEmpty == false)
}

@Test func `a date with a missing part names the part`() {
    let birthday = question("tanggal_lahir", .date(from: nil, to: nil))
    let raw = RawAnswer.date(day: "5", month: "", year: "1990")
    let reading = birthday.read(raw, on: AnswerGround(today: today))
    #expect(reading.problems.map(\.sentence.indonesian) == ["Tulis juga bulan lahir"])
}

@Test func `a date after its bound is told with the word for today`() throws {
    let until = try formula("hari_ini", ["hari_ini": .date])
    let birthday = question("tanggal_lahir", .date(from: nil, to: until))
    let tomorrow = FeelDate(daysSince1970: today.daysSince1970 + 1)
    let raw = RawAnswer.text("\(tomorrow.year)-\(tomorrow.month)-\(tomorrow.day)")
    let reading = birthday.read(raw, on: AnswerGround(today: today))
    #expect(
        reading.problems.map(\.sentence.indonesian)
            == ["Tanggal lahir tidak boleh setelah hari ini"]
    )
}

@Test func `an odd NIK is kept, with a doubt`() {
    let reading = question("nik", .nik)
        .read(.text("1603093102990003"), on: AnswerGround(today: today))
    #expect(reading.value == .string("1603093102990003"))
    #expect(reading.doubts == [.nik(.date)])
}

@Test func `a group tells which entry is wrong`() {
    let members = question(
        "anggota",
        .group(
            [question("nama", .name), question("nik", .nik)],
            AnswerType.Count(least: 1, most: 3)
        )
    )
    let raw = RawAnswer.group([
        ["nama": .text("Sari Contoh"), "nik": .text("1603084505900001")],
        ["nama": .text("Adi Contoh"), "nik": .text("12")],
        ["nama": .text("")],
    ])
    let reading = members.read(raw, on: AnswerGround(today: today))
    #expect(reading.problems.map(\.entry) == [1])
    #expect(reading.problems.map(\.question) == ["nik"])
}

@Test func `what is absent guards nothing, passes checks and is not computed`() throws {
    let types: [String: FeelType] = ["luas_kebun": .optional(.number)]
    let guarded = question("batas", .area, when: try formula("luas_kebun > 4", types))
    let doubled = question("luas_ganda", .computed(try formula("luas_kebun * 2", types)))
    let check = AnswerCheck(that: try formula("luas_kebun < 25", types), say: "Terlalu luas.")
    let nothing = TypedAnswers()
    #expect(!isAsked(guarded, given: nothing, today: today))
    #expect(failedChecks([check], given: nothing, today: today) == [])
    #expect(nothing.settled(for: [doubled], today: today).values.isEmpty)
    let large = TypedAnswers(["luas_kebun": .number(30)])
    #expect(isAsked(guarded, given: large, today: today))
    #expect(failedChecks([check], given: large, today: today) == [check])
    #expect(large.settled(for: [doubled], today: today)["luas_ganda"] == .number(60))
}

@Test func `an answer whose question fell away decides nothing`() throws {
    let kind = question("jenis", .choice(options))
    let isCoffee = try formula("jenis = \"kopi\"", ["jenis": .word(["kopi", "warung"])])
    let size = question("luas_kebun", hectares, when: isCoffee)
    let form = readForm(
        [kind, size],
        checks: [],
        given: ["jenis": .text("warung"), "luas_kebun": .text("99")],
        on: AnswerGround(today: today)
    )
    #expect(form.answers.values == ["jenis": .string("warung")])
    #expect(form.isComplete)
}

@Test func `answers come back from their bytes, and equal answers are equal bytes`() throws {
    let land = try #require(Land.area("-4.0,103.0;-4.0,103.01;-4.01,103.01"))
    let answers = TypedAnswers([
        "nama": .string("Sari ☕"), "luas": .number(try #require(Decimal34("1.5"))),
        "lahir": .date(today), "setuju": .yes, "batas": land,
        "anggota": .list([.context(["nama": .string("A"), "umur": .number(3)])]),
    ])
    let bytes = answers.canonicalBytes
    #expect(TypedAnswers(canonicalBytes: bytes) == answers)
    var other = TypedAnswers()
    for id in answers.values.keys.sorted().reversed() { other[id] = answers[id] }
    #expect(other.canonicalBytes == bytes)
    #expect(TypedAnswers(canonicalBytes: Array(bytes.dropLast())) == nil)
    #expect(TypedAnswers(canonicalBytes: bytes + [0]) == nil)
    for (id, value) in answers.values {
        #expect(TypedAnswers.answer(id, inCanonical: bytes) == value)
    }
    #expect(TypedAnswers.answer("tidak_ada", inCanonical: bytes) == nil)
    #expect(TypedAnswers(canonicalBytes: []) == nil)
}

@Test(
    arguments: [
        "-4.1,103.6;-4.1,103.61;-4.11,103.61", "-4.1 103.6; -4.1 103.61; -4.11 103.61",
        "103.6,-4.1 103.61,-4.1 103.61,-4.11",
        "-4.1, 103.6; -4.1, 103.61; -4.11, 103.61; -4.1, 103.6",
    ]
)
func `corners are read however they are written`(written: String) throws {
    #expect(Land.area(written) == Land.area("-4.1,103.6;-4.1,103.61;-4.11,103.61"))
    #expect(Land.area(written) != nil)
}

@Test func `an area is measured in hectares`() throws {
    // A tenth of a minute on each side, near Semende: about 185 m by 184 m.
    let area = try #require(
        Land.area("-4.1,103.6;-4.1,103.601667;-4.101667,103.601667;-4.101667,103.6")
    )
    let size = try #require(area.fields?["luas"]?.number)
    #expect(size > 3 && size < Decimal34("3.5") ?? 0)
}

@Test func `an answer is shown in words`() throws {
    let money = question("modal", .money(AnswerType.Bounds()))
    #expect(money.text(of: .number(25_000)) == "Rp25.000")
    #expect(
        question("luas", hectares).text(of: .number(try #require(Decimal34("1.5")))) == "1,5 ha"
    )
    #expect(question("jenis", .choice(options)).text(of: .string("kopi")) == "Kebun kopi")
    #expect(
        question("jenis", .choice(options)).text(of: .string("kopi"), in: .english) == "Coffee plot"
    )
    #expect(
        question("lahir", .date(from: nil, to: nil)).text(of: .date(today)) == "23 November 2026"
    )
    let village = question("desa", .village)
    #expect(
        village.text(of: .string("16.03.08.2001")) { _ in "Pulau Panggung" } == "Pulau Panggung"
    )
    #expect(question("setuju", .yesNo).text(of: .no) == "Tidak")
}
