extension Shape {
    /// What a letter says.
    static let ofLetters = [
        PartShape(
            .letter,
            Meaning("Satu surat yang diterbitkan.", "One letter that is issued."),
            [
                Field(
                    "letter",
                    .word,
                    [.required, .fixed, .id],
                    Meaning(
                        "Nama pendek surat, sama dengan nama berkasnya.",
                        "The short name of the letter, that of its file."
                    ),
                    "keterangan"
                ),
                Field(
                    "layout",
                    .choice([
                        Scalar.Choice(
                            "korespondensi",
                            "surat dengan nomor, hal, dan tujuan di kiri atas",
                            "number, subject and addressee at the top"
                        ),
                        Scalar.Choice(
                            "judul tengah",
                            "judul dan nomor di tengah",
                            "title and number in the middle"
                        ),
                    ]),
                    [.required],
                    Meaning("Tata letak menurut tata naskah dinas.", "The layout."),
                    "judul tengah"
                ),
                Field(
                    "paper",
                    .choice([
                        Scalar.Choice("A4", "210 x 297 mm", "210 x 297 mm"),
                        Scalar.Choice("F4", "215 x 330 mm", "215 x 330 mm"),
                    ]),
                    [],
                    Meaning(
                        "Ukuran kertas; A4 bila tidak disebut.",
                        "The size of the paper; A4 unless said."
                    ),
                    "A4"
                ),
                Field(
                    "title",
                    .text,
                    [.required, .hole],
                    Meaning("Judul surat.", "The title of the letter."),
                    "Surat Keterangan Usaha"
                ),
                Field(
                    "classification",
                    .text,
                    [.required, .hole],
                    Meaning("Kode klasifikasi arsip.", "The archival classification code."),
                    "500.3"
                ),
                Field(
                    "number",
                    .scalar(.numberTemplate),
                    [.required],
                    Meaning(
                        "Bentuk nomor: {klasifikasi}, {urut} atau {urut:3}, {unit}, {bulan}, {tahun}.",
                        "The form of the number: {klasifikasi}, {urut} or {urut:3}, {unit}, {bulan}, {tahun}."
                    ),
                    "{klasifikasi}/{urut:3}/{unit}/{tahun}"
                ),
                Field(
                    "subject",
                    .sentence,
                    [.hole],
                    Meaning("Hal surat korespondensi.", "The subject of a korespondensi letter."),
                    "Keterangan usaha"
                ),
                Field(
                    "to",
                    .sentence,
                    [.hole],
                    Meaning(
                        "Tujuan surat korespondensi.",
                        "The addressee of a korespondensi letter."
                    ),
                    "Pimpinan bank"
                ),
                Field(
                    "signer",
                    .reference(.duty),
                    [.required],
                    Meaning("Tugas yang menandatangani.", "The duty that signs."),
                    "kepala-wilayah"
                ),
                Field(
                    "body",
                    .things(.block),
                    [.required],
                    Meaning(
                        "Isi surat, bagian demi bagian.",
                        "The body of the letter, part by part."
                    ),
                    "{ pembuka: Yang bertanda tangan di bawah ini menerangkan bahwa }"
                ),
                Field(
                    "shows",
                    .labelled(.feel(.anything)),
                    [],
                    Meaning(
                        "Yang tampil di halaman pemeriksaan keaslian.",
                        "What the page behind the QR shows for comparison."
                    ),
                    "{ Nama usaha: nama_usaha }"
                ),
            ]
        ),
        PartShape(
            .block,
            Meaning(
                "Satu bagian isi surat: alinea, baris berlabel, butir bernomor, atau tabel.",
                "One part of the body: a paragraph, labelled rows, numbered points or a table."
            ),
            home: "block",
            shorthand: "text",
            [
                Field(
                    "text",
                    .sentence,
                    [.hole],
                    Meaning("Satu alinea.", "A paragraph."),
                    "Benar bahwa {nama} mempunyai usaha."
                ),
                Field(
                    "rows",
                    .labelled(.sentence),
                    [],
                    Meaning(
                        "Label dan nilai, satu per baris.",
                        "Label and value, one under the other."
                    ),
                    "{ Nama: \"{nama}\" }"
                ),
                Field(
                    "list",
                    .list(.sentence),
                    [],
                    Meaning("Butir bernomor.", "Numbered points."),
                    "[Surat ini berlaku enam bulan.]"
                ),
                Field(
                    "each",
                    .feel(.list),
                    [],
                    Meaning(
                        "Satu baris tabel untuk setiap isi daftar ini.",
                        "One row of the table for each entry of this list."
                    ),
                    "anggota"
                ),
                Field(
                    "columns",
                    .labelled(.sentence),
                    [],
                    Meaning(
                        "Kolom tabel: judul dan isinya.",
                        "The columns of the table: title and value."
                    ),
                    "{ Nama: \"{item.nama}\" }"
                ),
                Field(
                    "when",
                    .feel(.truth),
                    [],
                    Meaning("Hanya tampil bila ini benar.", "Shown only when this holds."),
                    "luas_kebun > 0"
                ),
            ]
        ),
    ]
}
