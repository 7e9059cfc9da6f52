extension Shape {
    /// On which basis records are kept, and for how long after they ended.
    private static let keepingOfRecords = [
        Field(
            "basis",
            .choice(
                PersonalData.Basis.allCases.map {
                    Scalar.Choice($0.rawValue, $0.meaning.indonesian, $0.meaning.english)
                }
            ),
            [],
            Meaning(
                "Dasar pemrosesan data pribadi di register, satu dari enam (UU 27/2022, Pasal 20).",
                "The basis of processing the register's personal data, one of six (article 20)."
            ),
            "public task"
        ),
        Field(
            "keep",
            .scalar(.keeping),
            [],
            Meaning(
                "Berapa lama catatan disimpan sejak diakhiri.",
                "How long a record is kept after it ended."
            ),
            "5 tahun"
        ),
        Field(
            "fate",
            .choice(
                PersonalData.Fate.allCases.map {
                    Scalar.Choice($0.rawValue, $0.meaning.indonesian, $0.meaning.english)
                }
            ),
            [],
            Meaning(
                "Nasib akhir catatan setelah itu. Tanpa `keep` dan `fate`, catatan tidak pernah lewat masa simpan.",
                "What becomes of a record then. Without `keep` and `fate` a record is never past its time."
            ),
            "destroyed"
        ),
        Field(
            "keep_basis",
            .oneOrMore(.text),
            [.hole],
            Meaning(
                "Peraturan tentang lama simpan catatan, misalnya jadwal retensi arsip.",
                "The rules about how long a record is kept, such as the retention schedule."
            ),
            "[{ hole: jadwal_retensi }]"
        ),
    ]

    /// What registers, rules and translations say.
    static let ofRegisters = [
        PartShape(
            .register,
            Meaning(
                "Satu register: daftar yang diisi layanan.",
                "One register: what services write into."
            ),
            [
                Field(
                    "register",
                    .word,
                    [.required, .fixed, .id],
                    Meaning(
                        "Nama pendek register, sama dengan nama berkasnya.",
                        "The short name of the register, that of its file."
                    ),
                    "usaha"
                ),
                Field(
                    "title",
                    .text,
                    [.required, .hole],
                    Meaning(
                        "Nama register yang dibaca petugas.",
                        "The name of the register as officials read it."
                    ),
                    "Register usaha"
                ),
                Field(
                    "kept_by",
                    .reference(.duty),
                    [],
                    Meaning(
                        "Tugas yang mencatat, membetulkan, dan mengakhiri catatan dengan tangan.",
                        "The duty that enters, corrects and ends records by hand."
                    ),
                    "petugas-pelayanan"
                ),
                Field(
                    "brought_by",
                    .reference(.duty),
                    [],
                    Meaning(
                        "Tugas yang membawa masuk catatan dari berkas.",
                        "The duty that brings records from files."
                    ),
                    "petugas-pelayanan"
                ),
                Field(
                    "fields",
                    .things(.member),
                    [.required],
                    Meaning(
                        "Kolom register, ditulis seperti pertanyaan.",
                        "The fields, written like questions."
                    ),
                    "{ nama: { ask: Nama usaha, type: text } }"
                ),
                Field(
                    "unique",
                    .list(.reference(.field)),
                    [],
                    Meaning(
                        "Kolom yang bersama-sama hanya boleh ada sekali.",
                        "The fields that together may stand only once."
                    ),
                    "[nik, nama]"
                ),
            ] + keepingOfRecords
        ),
        PartShape(
            .rule,
            Meaning(
                "Satu aturan: tabel keputusan atau rumus.",
                "One rule: a decision table or a formula."
            ),
            [
                Field(
                    "rule",
                    .word,
                    [.required, .fixed, .id],
                    Meaning(
                        "Nama pendek aturan, sama dengan nama berkasnya.",
                        "The short name of the rule, that of its file."
                    ),
                    "tarif"
                ),
                Field(
                    "title",
                    .text,
                    [.hole],
                    Meaning(
                        "Nama aturan yang dibaca petugas.",
                        "The name of the rule as officials read it."
                    ),
                    "Tarif ukur kebun"
                ),
                Field(
                    "kind",
                    .choice([
                        Scalar.Choice("table", "tabel keputusan", "a decision table"),
                        Scalar.Choice("formula", "rumus", "a formula"),
                    ]),
                    [.required],
                    Meaning("Tabel atau rumus.", "Table or formula."),
                    "table"
                ),
                Field(
                    "inputs",
                    .values(.feel(.anything)),
                    [],
                    Meaning(
                        "Yang dibaca tabel, kolom demi kolom.",
                        "What the table reads, column by column."
                    ),
                    "{ luas: luas_kebun }"
                ),
                Field(
                    "hit",
                    .choice([
                        Scalar.Choice("U", "tepat satu baris cocok", "exactly one row matches"),
                        Scalar.Choice(
                            "A",
                            "beberapa boleh cocok, hasilnya sama",
                            "several may match with one result"
                        ),
                        Scalar.Choice(
                            "P",
                            "yang nilainya paling utama",
                            "the one with the first output value"
                        ),
                        Scalar.Choice(
                            "F",
                            "baris pertama yang cocok",
                            "the first row that matches"
                        ),
                        Scalar.Choice(
                            "R",
                            "semua yang cocok, urut baris",
                            "all that match, in the order of rows"
                        ),
                        Scalar.Choice(
                            "O",
                            "semua yang cocok, urut nilai",
                            "all that match, in the order of outputs"
                        ), Scalar.Choice("C", "semua yang cocok", "all that match"),
                        Scalar.Choice("C+", "jumlahnya", "their sum"),
                        Scalar.Choice("C<", "yang terkecil", "the least"),
                        Scalar.Choice("C>", "yang terbesar", "the greatest"),
                        Scalar.Choice("C#", "banyaknya", "how many"),
                    ]),
                    [],
                    Meaning(
                        "Apa yang berlaku bila beberapa baris cocok; U bila tidak disebut.",
                        "What holds when several rows match; U unless said."
                    ),
                    "U"
                ),
                Field(
                    "outputs",
                    .values(.text),
                    [],
                    Meaning(
                        "Hasil tabel: nama dan jenisnya.",
                        "What the table gives: name and type."
                    ),
                    "{ tarif: number }"
                ),
                Field(
                    "rows",
                    .list(.list(.text)),
                    [],
                    Meaning(
                        "Baris tabel: syarat tiap kolom, lalu hasil.",
                        "The rows: a test for each input, then the outputs."
                    ),
                    "[[\"< 4\", \"0\"], [\"-\", \"50000\"]]"
                ),
                Field(
                    "is",
                    .feel(.anything),
                    [],
                    Meaning("Rumusnya.", "The formula."),
                    "luas_kebun * 5000"
                ),
            ]
        ),
        PartShape(
            .translations,
            Meaning(
                "Terjemahan ke satu bahasa, menurut alamat kalimatnya.",
                "Translations into one language, by slot."
            ),
            rest: .translations,
            []
        ),
    ]
}
