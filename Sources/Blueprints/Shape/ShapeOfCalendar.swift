extension Shape {
    /// When the offices work.
    static let ofCalendar = [
        PartShape(
            .calendar,
            Meaning("Hari libur: berkas CSV atau daftar.", "The holidays: a CSV file or a list."),
            [
                Field(
                    "file",
                    .scalar(.path),
                    [],
                    Meaning(
                        "Berkas CSV dengan kolom tanggal, hari, jenis, nama.",
                        "A CSV file with the columns tanggal, hari, jenis, nama."
                    ),
                    "hari_libur.csv"
                ),
                Field(
                    "holidays",
                    .list(.record(.holiday)),
                    [],
                    Meaning("Hari libur, satu per satu.", "The holidays, one by one."),
                    "[{ date: 2026-12-25, kind: libur_nasional, name: Natal }]"
                ),
            ]
        ),
        PartShape(
            .holiday,
            Meaning("Satu hari libur.", "One holiday."),
            [
                Field(
                    "date",
                    .scalar(.date),
                    [.required],
                    Meaning("Tanggalnya.", "The date."),
                    "2026-12-25"
                ),
                Field(
                    "kind",
                    .choice([
                        Scalar.Choice("libur_nasional", "libur nasional", "a national holiday"),
                        Scalar.Choice("cuti_bersama", "cuti bersama", "collective leave"),
                        Scalar.Choice("libur_daerah", "libur daerah", "a regional holiday"),
                    ]),
                    [.required],
                    Meaning("Jenisnya.", "The kind."),
                    "libur_nasional"
                ),
                Field(
                    "name",
                    .text,
                    [.required],
                    Meaning("Namanya.", "The name."),
                    "Hari Raya Natal"
                ),
            ]
        ),
        PartShape(
            .officeHours,
            Meaning(
                "Jam kerja kantor; hari yang tidak disebut libur.",
                "The office hours; a day that is missing is free."
            ),
            [
                Field(
                    "senin",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Senin.", "Office hours on Monday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "selasa",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Selasa.", "Office hours on Tuesday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "rabu",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Rabu.", "Office hours on Wednesday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "kamis",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Kamis.", "Office hours on Thursday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "jumat",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Jumat.", "Office hours on Friday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "sabtu",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Sabtu.", "Office hours on Saturday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "minggu",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Minggu.", "Office hours on Sunday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "special",
                    .list(.record(.specialHours)),
                    [],
                    Meaning(
                        "Jam kerja khusus, misalnya bulan Ramadan.",
                        "Special hours, such as those of Ramadan."
                    ),
                    "[{ from: 2027-02-08, to: 2027-03-09, senin: \"08.00-15.00\" }]"
                ),
            ]
        ),
        PartShape(
            .specialHours,
            Meaning("Jam kerja khusus antara dua tanggal.", "Special hours between two dates."),
            [
                Field(
                    "from",
                    .scalar(.date),
                    [.required],
                    Meaning("Mulai tanggal.", "From this date."),
                    "2027-02-08"
                ),
                Field(
                    "to",
                    .scalar(.date),
                    [.required],
                    Meaning("Sampai tanggal.", "To this date."),
                    "2027-03-09"
                ),
                Field("why", .text, [], Meaning("Sebabnya.", "Why."), "Ramadan 1448 H"),
                Field(
                    "senin",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Senin.", "Office hours on Monday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "selasa",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Selasa.", "Office hours on Tuesday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "rabu",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Rabu.", "Office hours on Wednesday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "kamis",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Kamis.", "Office hours on Thursday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "jumat",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Jumat.", "Office hours on Friday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "sabtu",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Sabtu.", "Office hours on Saturday."),
                    "07.30-12.00, 13.00-16.00"
                ),
                Field(
                    "minggu",
                    .scalar(.hours),
                    [],
                    Meaning("Jam kerja hari Minggu.", "Office hours on Sunday."),
                    "07.30-12.00, 13.00-16.00"
                ),
            ]
        ),
    ]
}
