extension Shape {
    /// What stands beside a blueprint that came from elsewhere.
    static let ofExchange = [
        PartShape(
            .renames,
            Meaning(
                "Ganti nama antara dua versi, dinyatakan penerbit.",
                "Renames between two versions, declared by the publisher."
            ),
            [
                Field(
                    "from",
                    .scalar(.version),
                    [.required, .fixed],
                    Meaning("Versi lama.", "The old version."),
                    "1.2.0"
                ),
                Field(
                    "to",
                    .scalar(.version),
                    [.required, .fixed],
                    Meaning("Versi baru.", "The new version."),
                    "1.3.0"
                ),
                Field(
                    "renames",
                    .list(.record(.rename)),
                    [.required, .fixed],
                    Meaning("Yang berganti nama.", "What has a new name."),
                    "[{ was: service/usaha/question/luas, now: luas_kebun }]"
                ),
                Field(
                    "answers",
                    .list(.record(.mapping)),
                    [.fixed],
                    Meaning(
                        "Jawaban perkara berjalan: dipindahkan, atau tidak dipakai lagi.",
                        "Answers of running cases: mapped, or retired."
                    ),
                    "[{ was: service/usaha/question/skala, now: skala, options: { kecil: mikro } }]"
                ),
                Field(
                    "cases",
                    .choice([
                        Scalar.Choice(
                            "move",
                            "boleh pindah setelah disetujui",
                            "they may move once that is approved"
                        ),
                        Scalar.Choice(
                            "stay",
                            "tetap di versi lama",
                            "they stay on the old version"
                        ),
                    ]),
                    [.fixed],
                    Meaning(
                        "Perkara berjalan: tanpa ini hanya perubahan tulisan yang diikuti.",
                        "Running cases: unless said they follow only changes of wording."
                    ),
                    "move"
                ),
            ]
        ),
        PartShape(
            .mapping,
            Meaning(
                "Nasib satu jawaban perkara berjalan; yang tidak disebut tetap.",
                "What becomes of one answer of running cases; what is not named stays."
            ),
            [
                Field(
                    "was",
                    .scalar(.slot),
                    [.required, .fixed],
                    Meaning("Alamat pertanyaan lama.", "The address of the old question."),
                    "service/usaha/question/skala"
                ),
                Field(
                    "now",
                    .word,
                    [.fixed],
                    Meaning(
                        "Pertanyaan yang sekarang; tanpa ini jawabannya hanya dapat dibaca.",
                        "The question now; without it the answer can only be read."
                    ),
                    "skala"
                ),
                Field(
                    "options",
                    .assigned(to: .field, .word),
                    [.fixed],
                    Meaning(
                        "Pilihan lama dan pilihan yang sekarang.",
                        "Old options and what they are now."
                    ),
                    "{ kecil: mikro }"
                ),
            ]
        ),
        PartShape(
            .rename,
            Meaning(
                "Satu ganti nama; bendanya tetap sama.",
                "One rename; the thing stays the same."
            ),
            [
                Field(
                    "was",
                    .scalar(.slot),
                    [.required, .fixed],
                    Meaning("Alamat lama.", "The old address."),
                    "service/usaha/question/luas"
                ),
                Field(
                    "now",
                    .word,
                    [.required, .fixed],
                    Meaning("Nama baru.", "The new name."),
                    "luas_kebun"
                ),
            ]
        ),
        PartShape(
            .overlay,
            Meaning(
                "Perubahan kabupaten sendiri atas cetak biru orang lain.",
                "A regency's own edits to a blueprint from elsewhere."
            ),
            [
                Field(
                    "fill",
                    .assigned(to: .field, .text),
                    [],
                    Meaning("Isi lubang, menurut namanya.", "What fills the holes, by name."),
                    "{ perbup_pelayanan: Perbup 12/2024 }"
                ),
                Field(
                    "edits",
                    .list(.record(.entry)),
                    [],
                    Meaning("Perubahan, satu per satu.", "The edits, one by one."),
                    "[{ at: service/usaha/title, was: A, now: B }]"
                ),
            ]
        ),
        PartShape(
            .entry,
            Meaning("Satu perubahan beserta alasannya.", "One edit with its reason."),
            [
                Field(
                    "at",
                    .scalar(.slot),
                    [.required],
                    Meaning("Alamat yang berubah.", "The slot that changes."),
                    "service/usaha/step/periksa/within"
                ),
                Field(
                    "was",
                    .anything,
                    [],
                    Meaning(
                        "Isi sebelumnya; tidak ada berarti ditambahkan.",
                        "What stood there; nothing means that it is added."
                    ),
                    "1 hari kerja"
                ),
                Field(
                    "now",
                    .anything,
                    [],
                    Meaning(
                        "Isi sekarang; tidak ada berarti dihapus.",
                        "What stands there now; nothing means that it is removed."
                    ),
                    "2 hari kerja"
                ),
                Field(
                    "after",
                    .text,
                    [],
                    Meaning(
                        "Sesudah apa yang ditambahkan berdiri; @first untuk yang pertama.",
                        "What an added thing stands after; @first for the front."
                    ),
                    "nama_usaha"
                ),
                Field(
                    "reason",
                    .text,
                    [.required],
                    Meaning("Mengapa.", "Why."),
                    "Petugas kami hanya satu orang."
                ),
                Field(
                    "by",
                    .text,
                    [.required],
                    Meaning("Siapa yang memutuskan.", "Who decided."),
                    "Kabag Organisasi"
                ),
                Field(
                    "date",
                    .scalar(.date),
                    [.required],
                    Meaning("Kapan diputuskan.", "When it was decided."),
                    "2026-03-01"
                ),
                Field(
                    "until",
                    .scalar(.date),
                    [],
                    Meaning(
                        "Kapan dipikirkan lagi; hanya mengingatkan.",
                        "When to think again; it only reminds."
                    ),
                    "2027-03-01"
                ),
            ]
        ),
        PartShape(
            .lock,
            Meaning(
                "Paket yang terpasang, dengan sidik isinya.",
                "The package that is installed, with its digest."
            ),
            [
                Field(
                    "version",
                    .scalar(.version),
                    [.required, .fixed],
                    Meaning("Versi paket.", "The version of the package."),
                    "1.2.0"
                ),
                Field(
                    "digest",
                    .scalar(.digest),
                    [.required, .fixed],
                    Meaning("Sidik SHA-256 paket.", "The SHA-256 of the package."),
                    "0000000000000000000000000000000000000000000000000000000000000000"
                ),
                Field(
                    "requires",
                    .list(.record(.lockedPackage)),
                    [.fixed],
                    Meaning("Paket lain yang ikut terpasang.", "The packages that came with it."),
                    "[]"
                ),
            ]
        ),
        PartShape(
            .lockedPackage,
            Meaning("Satu paket yang ikut terpasang.", "One package that came with it."),
            [
                Field(
                    "name",
                    .text,
                    [.required, .fixed],
                    Meaning("Nama lengkap paket.", "The full name of the package."),
                    "16.03/kopi"
                ),
                Field(
                    "version",
                    .scalar(.version),
                    [.required, .fixed],
                    Meaning("Versinya.", "Its version."),
                    "1.2.0"
                ),
                Field(
                    "digest",
                    .scalar(.digest),
                    [.required, .fixed],
                    Meaning("Sidik SHA-256 paket itu.", "Its SHA-256."),
                    "0000000000000000000000000000000000000000000000000000000000000000"
                ),
            ]
        ),
        PartShape(
            .credit,
            Meaning(
                "Terima kasih kepada satu kabupaten atas usulannya.",
                "Thanks to one regency for what it proposed."
            ),
            [
                Field(
                    "regency",
                    .scalar(.regionCode),
                    [.required, .fixed],
                    Meaning("Kode kabupaten pengusul.", "The code of the regency that proposed."),
                    "12.03"
                ),
                Field(
                    "name",
                    .text,
                    [.required, .fixed],
                    Meaning("Nama kabupaten pengusul.", "Its name."),
                    "Kabupaten Tapanuli Selatan"
                ),
                Field(
                    "version",
                    .scalar(.version),
                    [.required, .fixed],
                    Meaning(
                        "Versi tempat usulannya masuk.",
                        "The version that its proposal came into."
                    ),
                    "1.1.0"
                ),
                Field(
                    "date",
                    .scalar(.date),
                    [.required, .fixed],
                    Meaning("Kapan diambil.", "When it was taken."),
                    "2026-11-26"
                ),
                Field(
                    "proposal",
                    .scalar(.digest),
                    [.required, .fixed],
                    Meaning("Sidik SHA-256 usulannya.", "The SHA-256 of the proposal."),
                    "0000000000000000000000000000000000000000000000000000000000000000"
                ),
                Field(
                    "entries",
                    .list(.scalar(.slot)),
                    [.required, .fixed],
                    Meaning("Alamat yang diambil dari usulan itu.", "The slots that were taken."),
                    "[service/usaha/step/periksa/within]"
                ),
            ]
        ),
    ]
}
