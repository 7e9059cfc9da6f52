extension Shape {
    /// How files from elsewhere fill a register.
    static let ofImports = [
        PartShape(
            .bringing,
            Meaning(
                "Satu cara membawa masuk berkas ke register: kolom mana mengisi apa.",
                "One way to bring a file into a register: which column fills what."
            ),
            [
                Field(
                    "import",
                    .word,
                    [.required, .fixed, .id],
                    Meaning(
                        "Nama pendeknya, sama dengan nama berkasnya.",
                        "Its short name, that of its file."
                    ),
                    "kobo-kebun"
                ),
                Field(
                    "title",
                    .text,
                    [.required, .hole],
                    Meaning(
                        "Nama yang dibaca petugas saat memilih.",
                        "The name that officials read when they choose."
                    ),
                    "Kebun dari KoboToolbox"
                ),
                Field(
                    "into",
                    .reference(.register),
                    [.required],
                    Meaning("Register yang diisi.", "The register that is filled."),
                    "kebun"
                ),
                Field(
                    "axes",
                    .scalar(.flag("swapped")),
                    [],
                    Meaning(
                        "Lintang dan bujur dalam berkas tertukar, dan ditukar kembali.",
                        "Latitude and longitude of the file changed places, and change back."
                    ),
                    "swapped"
                ),
                Field(
                    "decimals",
                    .scalar(.flag("dot")),
                    [],
                    Meaning(
                        "Titik dalam angka selalu tanda desimal.",
                        "A dot in a number is always its decimal sign."
                    ),
                    "dot"
                ),
                Field(
                    "fields",
                    .things(.source),
                    [.required],
                    Meaning(
                        "Kolom register dan sumber isinya.",
                        "The fields of the register and what fills them."
                    ),
                    "{ nama: Nama petani, jenis_kopi: { value: robusta } }"
                ),
            ]
        ),
        PartShape(
            .source,
            Meaning(
                "Apa yang mengisi satu kolom register: kolom berkas, isi tetap, atau letak di peta.",
                "What fills a field: a column of the file, a fixed value, or the place."
            ),
            shorthand: "column",
            [
                Field(
                    "column",
                    .oneOrMore(.text),
                    [],
                    Meaning(
                        "Judul kolom dalam berkas; yang pertama ditemukan yang dipakai.",
                        "The heading of the column; the first that is found is taken."
                    ),
                    "Nama petani"
                ),
                Field(
                    "value",
                    .text,
                    [],
                    Meaning("Isi yang sama untuk setiap baris.", "The same value in every row."),
                    "robusta"
                ),
                Field(
                    "map",
                    .scalar(.yesNo),
                    [],
                    Meaning(
                        "Titik, batas, atau luas menurut letaknya di peta.",
                        "The point, boundary or size of the place."
                    ),
                    "true"
                ),
                Field(
                    "unit",
                    .choice(Unit.choices),
                    [],
                    Meaning(
                        "Satuan angka dalam berkas, bila lain daripada satuan register.",
                        "The unit of the numbers in the file, where the register has another."
                    ),
                    "m2"
                ),
                Field(
                    "words",
                    .values(.oneOrMore(.text)),
                    [],
                    Meaning(
                        "Pilihan register, dan tulisannya dalam berkas.",
                        "The options of the register, and how the file writes them."
                    ),
                    "{ robusta: [Robusta, R] }"
                ),
            ]
        ),
    ]

    private enum Unit {
        static let choices = [
            Scalar.Choice("m2", "meter persegi", "square metres"),
            Scalar.Choice("are", "are, seratus meter persegi", "ares"),
            Scalar.Choice("ha", "hektare", "hectares"),
            Scalar.Choice("pecahan", "bagian dari satu", "parts of one"),
            Scalar.Choice("persen", "bagian dari seratus", "parts of a hundred"),
            Scalar.Choice("kg", "kilogram", "kilograms"),
            Scalar.Choice("kuintal", "seratus kilogram", "quintals"),
            Scalar.Choice("ton", "seribu kilogram", "tonnes"),
        ]
    }
}
