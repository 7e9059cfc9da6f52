extension Shape {
    /// The systems that a service may wait for.
    static let connections = Connection.allCases.map { connection in
        Scalar.Choice(
            connection.rawValue,
            "tersambung ke \(connection.name)",
            "connected to \(connection.name)"
        )
    }

    /// What a regency says of itself.
    static let ofRegency = [
        PartShape(
            .regency,
            Meaning(
                "Satu kabupaten: nama, alamat, unit, jabatan, kalender.",
                "One regency: its name, address, units, posts and calendar."
            ),
            [
                Field(
                    "name",
                    .text,
                    [.required],
                    Meaning("Nama kabupaten.", "The name of the regency."),
                    "Kabupaten Contoh"
                ),
                Field(
                    "code",
                    .scalar(.regionCode),
                    [.required],
                    Meaning("Kode Kemendagri kabupaten.", "The Kemendagri code of the regency."),
                    "16.03"
                ),
                Field(
                    "address",
                    .scalar(.address),
                    [.required],
                    Meaning("Alamat situs layanan.", "The public address of the site."),
                    "https://layanan.contoh.go.id"
                ),
                Field(
                    "zone",
                    .choice([
                        Scalar.Choice("WIB", "Waktu Indonesia Barat", "UTC+7"),
                        Scalar.Choice("WITA", "Waktu Indonesia Tengah", "UTC+8"),
                        Scalar.Choice("WIT", "Waktu Indonesia Timur", "UTC+9"),
                    ]),
                    [.required],
                    Meaning("Zona waktu.", "The time zone."),
                    "WIB"
                ),
                Field(
                    "languages",
                    .list(.scalar(.language)),
                    [],
                    Meaning(
                        "Bahasa situs; id selalu ada.",
                        "The languages of the site; id is always there."
                    ),
                    "[id, en]"
                ),
                Field(
                    "demo",
                    .scalar(.flag("true")),
                    [],
                    Meaning(
                        "Ini contoh, bukan kabupaten sungguhan.",
                        "This is a demonstration, not a real regency."
                    ),
                    "true"
                ),
                Field(
                    "connections",
                    .list(.choice(connections)),
                    [],
                    Meaning(
                        "Sistem nasional yang sudah tersambung; layanan yang menunggunya dibuka.",
                        "The national systems it is connected to; services that wait for them open."
                    ),
                    "[sp4n]"
                ),
                Field(
                    "theme",
                    .record(.theme),
                    [],
                    Meaning(
                        "Nama situs, lambang, dan warna.",
                        "The name of the site, its crest and colours."
                    ),
                    "{ nama: Layanan Contoh }"
                ),
                Field(
                    "units",
                    .things(.unit),
                    [.required],
                    Meaning("Unit kerja.", "The units."),
                    "{ kel_contoh: { name: Kelurahan Contoh } }"
                ),
                Field(
                    "posts",
                    .things(.post),
                    [.required],
                    Meaning("Jabatan.", "The posts."),
                    "{ lurah: { title: Lurah Contoh, unit: kel_contoh } }"
                ),
                Field(
                    "calendar",
                    .record(.calendar),
                    [],
                    Meaning("Hari libur.", "The holidays."),
                    "{ file: hari_libur.csv }"
                ),
                Field(
                    "map",
                    .scalar(.path),
                    [],
                    Meaning(
                        "Berkas GeoJSON batas kecamatan untuk peta pimpinan.",
                        "The GeoJSON file of the districts, for the leaders' map."
                    ),
                    "kecamatan.geojson"
                ),
                Field(
                    "hours",
                    .record(.officeHours),
                    [],
                    Meaning("Jam kerja kantor.", "The office hours."),
                    "{ senin: \"07.30-12.00, 13.00-16.00\" }"
                ),
                Field(
                    "survey_weight",
                    .choice([
                        Scalar.Choice("tepat", "Sepersembilan tanpa pembulatan", "Exactly 1/9"),
                        Scalar.Choice("0.111", "Dibulatkan tiga angka", "Rounded to 3 places"),
                        Scalar.Choice("0.11", "Dibulatkan dua angka", "Rounded to 2 places"),
                    ]),
                    [],
                    Meaning(
                        "Bobot tiap unsur survei kepuasan (SKM); biasanya tepat.",
                        "How much each element of the satisfaction survey weighs."
                    ),
                    "tepat"
                ),
                Field(
                    "target",
                    .record(.target),
                    [],
                    Meaning(
                        "Sasaran yang ditetapkan kabupaten; tanpa ini tidak ada sasaran.",
                        "The target that the regency has set; without it there is none."
                    ),
                    "{ on_time: 90, decided: Keputusan Bupati Nomor 12, from: 2026-01-02 }"
                ),
                Field(
                    "privacy",
                    .record(.protection),
                    [],
                    Meaning(
                        "Pejabat pelindung data pribadi.",
                        "The data-protection officer."
                    ),
                    "{ officer: Pejabat Pelindung Data Pribadi, phone: 0812-0000-0001 }"
                ),
                Field(
                    "second_factor_from",
                    .scalar(.date),
                    [],
                    Meaning(
                        "Sejak kapan pengelola dan penanda tangan wajib memakai kode ponsel.",
                        "From when managers and signers must use a code from their phone."
                    ),
                    "2027-01-04"
                ),
            ]
        ),
        PartShape(
            .theme,
            Meaning("Wajah situs.", "The look of the site."),
            [
                Field(
                    "nama",
                    .text,
                    [],
                    Meaning("Nama situs.", "The name of the site."),
                    "Layanan Kabupaten Contoh"
                ),
                Field(
                    "lambang",
                    .scalar(.path),
                    [],
                    Meaning("Berkas gambar lambang.", "The file of the crest."),
                    "lambang.svg"
                ),
                Field(
                    "utama",
                    .scalar(.colour),
                    [],
                    Meaning("Warna utama.", "The main colour."),
                    "\"#0b5d3b\""
                ),
                Field(
                    "kepala",
                    .scalar(.colour),
                    [],
                    Meaning("Warna kepala halaman.", "The colour of the head of the page."),
                    "\"#083d27\""
                ),
                Field(
                    "emas",
                    .scalar(.colour),
                    [],
                    Meaning("Warna hiasan.", "The colour of the ornament."),
                    "\"#c9a227\""
                ),
            ]
        ),
        PartShape(
            .target,
            Meaning("Sasaran pelayanan.", "What the services are to reach."),
            [
                Field(
                    "on_time",
                    .scalar(.whole),
                    [.required],
                    Meaning(
                        "Berapa persen permohonan harus selesai tepat waktu, 1 sampai 100.",
                        "What per cent of the cases is to end on time, 1 to 100."
                    ),
                    "90"
                ),
                Field(
                    "decided",
                    .text,
                    [.required],
                    Meaning(
                        "Keputusan atau peraturan yang menetapkannya.",
                        "The decision or rule that sets it."
                    ),
                    "Keputusan Bupati Nomor 12 Tahun 2026"
                ),
                Field(
                    "from",
                    .scalar(.date),
                    [.required],
                    Meaning("Sejak kapan berlaku.", "From when it is in force."),
                    "2026-01-02"
                ),
            ]
        ),
        PartShape(
            .unit,
            Meaning("Satu unit kerja.", "One unit."),
            [
                Field(
                    "name",
                    .text,
                    [.required],
                    Meaning("Nama resmi unit.", "The official name of the unit."),
                    "Kelurahan Contoh"
                ),
                Field(
                    "as",
                    .oneOrMore(.word),
                    [],
                    Meaning(
                        "Nama yang dipakai cetak biru untuk unit ini.",
                        "The names by which blueprints call it."
                    ),
                    "[kelurahan]"
                ),
                Field(
                    "village",
                    .scalar(.regionCode),
                    [],
                    Meaning(
                        "Kode desa atau kelurahan yang dilayani.",
                        "The code of the village that it serves."
                    ),
                    "16.03.07.1001"
                ),
                Field(
                    "code",
                    .text,
                    [.required],
                    Meaning("Kode unit dalam nomor surat.", "The code in the numbers of letters."),
                    "KEL-CTH"
                ),
                Field(
                    "parent",
                    .reference(.unit),
                    [],
                    Meaning("Unit di atasnya.", "The unit above it."),
                    "kec_contoh"
                ),
                Field(
                    "head",
                    .oneOrMore(.text),
                    [],
                    Meaning(
                        "Baris kop surat, dari atas.",
                        "The lines of the letterhead, from the top."
                    ),
                    "[PEMERINTAH KABUPATEN CONTOH, KELURAHAN CONTOH]"
                ),
                Field(
                    "address",
                    .text,
                    [],
                    Meaning("Alamat kantor.", "The address of the office."),
                    "Jalan Contoh 1"
                ),
                Field(
                    "phone",
                    .scalar(.phone),
                    [],
                    Meaning("Nomor telepon.", "The phone number."),
                    "0812-0000-0001"
                ),
                Field(
                    "whatsapp",
                    .scalar(.phone),
                    [],
                    Meaning("Nomor WhatsApp.", "The WhatsApp number."),
                    "0812-0000-0002"
                ),
                Field(
                    "email",
                    .text,
                    [],
                    Meaning("Alamat surel.", "The e-mail address."),
                    "kelurahan@contoh.go.id"
                ),
            ]
        ),
        PartShape(
            .post,
            Meaning("Satu jabatan.", "One post."),
            [
                Field(
                    "title",
                    .text,
                    [.required],
                    Meaning("Nama jabatan.", "The title of the post."),
                    "Lurah Contoh"
                ),
                Field(
                    "unit",
                    .reference(.unit),
                    [.required],
                    Meaning("Unitnya.", "Its unit."),
                    "kel_contoh"
                ),
                Field(
                    "does",
                    .oneOrMore(.word),
                    [.required],
                    Meaning(
                        "Tugas, seperti disebut cetak biru.",
                        "The duties by which blueprints call it."
                    ),
                    "[kepala-wilayah]"
                ),
            ]
        ),
    ]
}
