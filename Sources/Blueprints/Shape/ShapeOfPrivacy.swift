extension Shape {
    /// What a service says about personal data, and a regency about who looks after it.
    static let ofPrivacy = [
        PartShape(
            .privacy,
            Meaning(
                "Pemrosesan data pribadi menurut UU 27/2022: untuk apa, atas dasar apa, disimpan berapa lama.",
                "Processing of personal data under UU 27/2022: what for, on which basis, kept how long."
            ),
            purposeFields + keepingFields
        ),
        PartShape(
            .protection,
            Meaning(
                "Pejabat pelindung data pribadi, dan kepada siapa kebocoran dilaporkan.",
                "The data-protection officer, and whom a breach is reported to."
            ),
            [
                Field(
                    "officer",
                    .text,
                    [.required],
                    Meaning("Jabatan pelindung data.", "The post that protects data."),
                    "Pejabat Pelindung Data Pribadi"
                ),
                Field(
                    "office",
                    .text,
                    [],
                    Meaning("Di mana ditemui.", "Where the officer is found."),
                    "Dinas Kominfo, lantai dua"
                ),
                Field(
                    "phone",
                    .scalar(.phone),
                    [],
                    Meaning("Nomor telepon.", "The phone number."),
                    "0812-0000-0001"
                ),
                Field(
                    "email",
                    .text,
                    [],
                    Meaning("Alamat surel.", "The e-mail address."),
                    "pelindung.data@contoh.example"
                ),
                Field(
                    "agency",
                    .text,
                    [],
                    Meaning(
                        "Lembaga yang diberi tahu bila data bocor.",
                        "The agency that is told of a breach."
                    ),
                    "Lembaga Pelindungan Data Pribadi"
                ),
            ]
        ),
    ]

    private static let purposeFields = [
        Field(
            "purposes",
            .oneOrMore(.text),
            [.required, .hole],
            Meaning("Untuk apa data dipakai.", "What the data are used for."),
            "Menerbitkan surat keterangan."
        ),
        Field(
            "basis",
            .choice(
                PersonalData.Basis.allCases.map {
                    Scalar.Choice($0.rawValue, $0.meaning.indonesian, $0.meaning.english)
                }
            ),
            [.required],
            Meaning(
                "Dasar pemrosesan, satu dari enam (Pasal 20).",
                "The basis of processing, one of six (article 20)."
            ),
            "public task"
        ),
        Field(
            "data",
            .oneOrMore(.text),
            [.required, .hole],
            Meaning("Jenis data yang diminta.", "The kinds of data."),
            "[Nama dan NIK, Foto KTP]"
        ),
        Field(
            "specific",
            .oneOrMore(
                .choice(
                    PersonalData.Specific.allCases.map {
                        Scalar.Choice($0.rawValue, $0.meaning.indonesian, $0.meaning.english)
                    }
                )
            ),
            [],
            Meaning(
                "Data yang bersifat spesifik, bila ada (Pasal 4).",
                "Specific personal data, if there are any (article 4)."
            ),
            "[child]"
        ),
        Field(
            "recipients",
            .oneOrMore(.text),
            [.hole],
            Meaning(
                "Diteruskan kepada siapa, selain unit yang menangani.",
                "To whom it is passed on, besides the units at work."
            ),
            "Kantor yang meminta surat"
        ),
    ]

    private static let keepingFields = [
        Field(
            "keep",
            .scalar(.keeping),
            [.required],
            Meaning(
                "Berapa lama disimpan sejak perkara ditutup.",
                "How long it is kept after the case was closed."
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
            [.required],
            Meaning("Nasib akhirnya setelah itu.", "What becomes of it then."),
            "destroyed"
        ),
        Field(
            "keep_basis",
            .oneOrMore(.text),
            [.required, .hole],
            Meaning(
                "Peraturan tentang lama simpan, misalnya jadwal retensi arsip.",
                "The rules about how long it is kept, such as the retention schedule."
            ),
            "[{ hole: jadwal_retensi }]"
        ),
    ]
}
