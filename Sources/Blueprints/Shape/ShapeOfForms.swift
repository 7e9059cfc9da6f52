extension Shape {
    /// What a form asks.
    static let ofForms = [
        PartShape(
            .page,
            Meaning("Satu halaman formulir.", "One page of a form."),
            home: "page",
            [
                Field(
                    "page",
                    .word,
                    [.required, .id],
                    Meaning("Nama pendek halaman.", "The short name of the page."),
                    "usaha"
                ),
                Field(
                    "title",
                    .text,
                    [.required, .hole],
                    Meaning("Judul halaman.", "The title of the page."),
                    "Tentang usaha Anda"
                ),
                Field(
                    "questions",
                    .things(.question),
                    [.required],
                    Meaning(
                        "Pertanyaan halaman ini, berurutan.",
                        "The questions of the page, in order."
                    ),
                    "{ nama_usaha: { ask: Apa nama usaha Anda?, type: text } }"
                ),
            ]
        ),
        PartShape(
            .question,
            Meaning(
                "Satu pertanyaan formulir, atau satu nilai yang dihitung.",
                "One question of a form, or one value worked out."
            ),
            home: "question",
            [
                Field(
                    "ask",
                    .text,
                    [.required, .hole],
                    Meaning(
                        "Pertanyaannya sendiri, seperti dibaca warga.",
                        "The question itself, as citizens read it."
                    ),
                    "Apa nama usaha Anda?"
                ),
                Field(
                    "type",
                    .choice(answerTypes),
                    [.required, .inType],
                    Meaning("Jenis jawaban.", "The kind of answer."),
                    "text"
                ),
                Field(
                    "hint",
                    .text,
                    [.hole],
                    Meaning("Petunjuk di bawah pertanyaan.", "A hint below the question."),
                    "Seperti di papan nama."
                ),
                Field(
                    "why",
                    .text,
                    [.hole],
                    Meaning(
                        "Mengapa ditanyakan dan siapa yang melihatnya.",
                        "Why it is asked and who sees it."
                    ),
                    "Untuk mengukur kebun bersama penyuluh."
                ),
                Field(
                    "when",
                    .feel(.truth),
                    [],
                    Meaning("Hanya ditanyakan bila ini benar.", "Asked only when this holds."),
                    "jenis_usaha = \"kopi\""
                ),
                Field(
                    "optional",
                    .scalar(.flag("true")),
                    [],
                    Meaning("Boleh dikosongkan.", "May be left empty."),
                    "true"
                ),
                Field(
                    "max",
                    .whole,
                    [.inType],
                    Meaning(
                        "Paling banyak huruf, atau paling banyak pilihan.",
                        "The most letters, or the most options chosen."
                    ),
                    "80"
                ),
                Field(
                    "unit",
                    .text,
                    [.inType],
                    Meaning("Satuan bilangan desimal.", "The unit of a decimal number."),
                    "ha"
                ),
                Field(
                    "from",
                    .feel(.bound),
                    [.inType],
                    Meaning("Batas terkecil.", "The least that it may be."),
                    "0.01"
                ),
                Field(
                    "to",
                    .feel(.bound),
                    [.inType],
                    Meaning("Batas terbesar.", "The most that it may be."),
                    "hari_ini"
                ),
                Field(
                    "options",
                    .options,
                    [.inType],
                    Meaning(
                        "Pilihan: kata tetap dan tulisan yang dibaca warga.",
                        "The options: a stable word and what citizens read."
                    ),
                    "{ kopi: Kebun kopi, warung: Warung }"
                ),
                Field(
                    "within",
                    .scalar(.regionCode),
                    [.inType],
                    Meaning(
                        "Hanya desa di wilayah dengan kode ini.",
                        "Only villages of the region with this code."
                    ),
                    "16.03"
                ),
                Field(
                    "is",
                    .feel(.anything),
                    [.inType],
                    Meaning("Rumus nilai yang dihitung.", "The formula of a computed value."),
                    "luas_kebun * 5000"
                ),
                Field(
                    "least",
                    .whole,
                    [.inType],
                    Meaning("Paling sedikit berapa kali.", "How often at least."),
                    "1"
                ),
                Field(
                    "most",
                    .whole,
                    [.inType],
                    Meaning("Paling banyak berapa kali.", "How often at most."),
                    "20"
                ),
                Field(
                    "questions",
                    .things(.member),
                    [],
                    Meaning("Pertanyaan yang berulang.", "The questions that are repeated."),
                    "{ nama: { ask: Siapa namanya?, type: name } }"
                ),
            ]
        ),
        PartShape(
            .member,
            Meaning(
                "Satu pertanyaan yang berulang, atau satu kolom register.",
                "One question that is repeated, or one field of a register."
            ),
            [
                Field(
                    "ask",
                    .text,
                    [.required, .hole],
                    Meaning(
                        "Pertanyaannya sendiri, seperti dibaca warga.",
                        "The question itself, as citizens read it."
                    ),
                    "Apa nama usaha Anda?"
                ),
                Field(
                    "type",
                    .choice(answerTypes),
                    [.required, .inType],
                    Meaning("Jenis jawaban.", "The kind of answer."),
                    "text"
                ),
                Field(
                    "hint",
                    .text,
                    [.hole],
                    Meaning("Petunjuk di bawah pertanyaan.", "A hint below the question."),
                    "Seperti di papan nama."
                ),
                Field(
                    "why",
                    .text,
                    [.hole],
                    Meaning(
                        "Mengapa ditanyakan dan siapa yang melihatnya.",
                        "Why it is asked and who sees it."
                    ),
                    "Untuk mengukur kebun bersama penyuluh."
                ),
                Field(
                    "when",
                    .feel(.truth),
                    [],
                    Meaning("Hanya ditanyakan bila ini benar.", "Asked only when this holds."),
                    "jenis_usaha = \"kopi\""
                ),
                Field(
                    "optional",
                    .scalar(.flag("true")),
                    [],
                    Meaning("Boleh dikosongkan.", "May be left empty."),
                    "true"
                ),
                Field(
                    "max",
                    .whole,
                    [.inType],
                    Meaning(
                        "Paling banyak huruf, atau paling banyak pilihan.",
                        "The most letters, or the most options chosen."
                    ),
                    "80"
                ),
                Field(
                    "unit",
                    .text,
                    [.inType],
                    Meaning("Satuan bilangan desimal.", "The unit of a decimal number."),
                    "ha"
                ),
                Field(
                    "from",
                    .feel(.bound),
                    [.inType],
                    Meaning("Batas terkecil.", "The least that it may be."),
                    "0.01"
                ),
                Field(
                    "to",
                    .feel(.bound),
                    [.inType],
                    Meaning("Batas terbesar.", "The most that it may be."),
                    "hari_ini"
                ),
                Field(
                    "options",
                    .options,
                    [.inType],
                    Meaning(
                        "Pilihan: kata tetap dan tulisan yang dibaca warga.",
                        "The options: a stable word and what citizens read."
                    ),
                    "{ kopi: Kebun kopi, warung: Warung }"
                ),
                Field(
                    "within",
                    .scalar(.regionCode),
                    [.inType],
                    Meaning(
                        "Hanya desa di wilayah dengan kode ini.",
                        "Only villages of the region with this code."
                    ),
                    "16.03"
                ),
                Field(
                    "is",
                    .feel(.anything),
                    [.inType],
                    Meaning("Rumus nilai yang dihitung.", "The formula of a computed value."),
                    "luas_kebun * 5000"
                ),
            ]
        ),
        PartShape(
            .check,
            Meaning("Syarat atas jawaban.", "A rule over the answers."),
            home: "check",
            [
                Field(
                    "id",
                    .word,
                    [.id],
                    Meaning(
                        "Nama pendek syarat; bila tidak ada, dibuat dari rumusnya.",
                        "The short name of the rule; made from its expression where it is missing."
                    ),
                    "terlalu_luas"
                ),
                Field(
                    "that",
                    .feel(.truth),
                    [.required],
                    Meaning("Yang harus benar.", "What must hold."),
                    "luas_kebun < 25"
                ),
                Field(
                    "say",
                    .text,
                    [.required, .hole],
                    Meaning(
                        "Yang dibaca warga bila tidak benar.",
                        "What citizens read when it does not."
                    ),
                    "Kebun 25 hektare atau lebih memakai izin lain."
                ),
            ]
        ),
    ]
    /// The kinds of answers.
    package static let answerTypes = [
        Scalar.Choice("text", "satu baris teks", "one line of text"),
        Scalar.Choice("long text", "teks beberapa baris", "text of several lines"),
        Scalar.Choice("name", "nama orang", "a name of a person"),
        Scalar.Choice("choice", "satu dari beberapa pilihan", "one of several"),
        Scalar.Choice("choices", "beberapa dari pilihan", "some of several"),
        Scalar.Choice("yes/no", "ya atau tidak", "yes or no"),
        Scalar.Choice("whole", "bilangan bulat", "a whole number"),
        Scalar.Choice("decimal", "bilangan desimal dengan satuan", "a decimal number with a unit"),
        Scalar.Choice("money", "rupiah bulat", "whole rupiah"),
        Scalar.Choice("date", "tanggal", "a date"),
        Scalar.Choice("phone", "nomor telepon", "a phone number"),
        Scalar.Choice("email", "alamat surel", "an e-mail address"),
        Scalar.Choice("nik", "nomor induk kependudukan", "an identity number"),
        Scalar.Choice("nib", "nomor induk berusaha", "a business number"),
        Scalar.Choice("village", "desa atau kelurahan", "a village"),
        Scalar.Choice("point", "titik di peta", "a point on the map"),
        Scalar.Choice("area", "bidang di peta", "an area on the map"),
        Scalar.Choice("photo", "foto", "a photo"),
        Scalar.Choice("file", "foto atau PDF", "a photo or a PDF"),
        Scalar.Choice("person", "nama dan NIK", "a name and a NIK"),
        Scalar.Choice(
            "group",
            "beberapa pertanyaan yang berulang",
            "a few questions, several times"
        ),
        Scalar.Choice("computed", "dihitung, tidak ditanyakan", "worked out, never asked"),
    ]
}

extension Shape {
    /// What a type of answer says besides its own word.
    package static func attributes(ofType type: String) -> Set<ID> {
        switch type {
        case "text", "long text": ["max"]
        case "choice": ["options"]
        case "choices": ["options", "max"]
        case "whole", "money", "date": ["from", "to"]
        case "decimal": ["unit", "from", "to"]
        case "village": ["within"]
        case "group": ["least", "most", "questions"]
        case "computed": ["is", "unit"]
        default: []
        }
    }

    /// The keys that belong to some types of answers only.
    static let attributesOfTypes: Set<ID> = [
        "max", "unit", "from", "to", "options", "within", "is", "least", "most", "questions",
    ]
}
