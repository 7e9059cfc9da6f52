import Feel

/// The names that the tests of this folder read: a coffee grower's form.
enum Form {
    static let scope = FeelScope([
        "jenis_usaha": .word(["kopi", "warung", "lain"]),
        "luas_kebun": .optional(.number),
        "nama_usaha": .string,
        "tanggal_lahir": .date,
        "hari_ini": .date,
        "menikah": .boolean,
        "panen": .list(.number),
        "pohon": .list(.context(["jenis": .word(["arabika", "robusta"]), "banyak": .number])),
        "pemilik": .context(["nama": .string, "umur": .number]),
        "tanggal lahir anak": .date,
    ])

    static let answers: [String: FeelValue] = [
        "jenis_usaha": .string("kopi"),
        "nama_usaha": .string("Kopi Bukit Tinggi"),
        "tanggal_lahir": .date(date(1990, 6, 15)),
        "hari_ini": .date(date(2026, 6, 14)),
        "menikah": .yes,
        "panen": .list([FeelValue(3), FeelValue(5), FeelValue(4)]),
        "pohon": .list([
            .context(["jenis": .string("arabika"), "banyak": FeelValue(120)]),
            .context(["jenis": .string("robusta"), "banyak": FeelValue(30)]),
        ]),
        "pemilik": .context(["nama": .string("Wayan"), "umur": FeelValue(41)]),
        "tanggal lahir anak": .date(date(2015, 2, 28)),
    ]

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> FeelDate {
        FeelDate(year: year, month: month, day: day) ?? FeelDate(daysSince1970: 0)
    }

    static func value(_ source: String) throws -> FeelValue {
        try Formula.read(source, in: scope).get().value(answers)
    }

    /// The problems of an expression, one a line: code, marked text, sentence, fix.
    static func problems(_ source: String, expecting: FeelType? = nil) -> [String] {
        guard case .failure(let found) = Formula.read(source, in: scope, expecting: expecting)
        else { return [] }
        let bytes = Array(source.utf8)
        return found.all.map { problem in
            let marked = String(decoding: bytes[problem.range], as: UTF8.self)
            let fix = problem.fix.map { " " + $0 } ?? ""
            return "\(problem.code) ‹\(marked)› \(problem.sentence)\(fix)"
        }
    }
}
