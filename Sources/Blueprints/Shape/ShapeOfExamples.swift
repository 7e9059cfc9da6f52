extension Shape {
    /// What an example tells.
    static let ofExamples = [
        PartShape(
            .example,
            Meaning(
                "Satu contoh: jawaban dan tindakan masuk, hasilnya keluar; orangnya rekaan.",
                "A worked example: answers and actions in, what comes out; the people are invented."
            ),
            [
                Field(
                    "example",
                    .word,
                    [.required, .id],
                    Meaning(
                        "Nama pendek contoh, sama dengan nama berkasnya.",
                        "The short name of the example, that of its file."
                    ),
                    "lancar"
                ),
                Field(
                    "title",
                    .text,
                    [.required],
                    Meaning(
                        "Satu kalimat: apa yang ditunjukkan contoh ini.",
                        "One sentence: what the example shows."
                    ),
                    "Permohonan lengkap selesai tepat waktu"
                ),
                Field(
                    "service",
                    .reference(.service),
                    [.required],
                    Meaning("Layanan yang dicontohkan.", "The service of the example."),
                    "surat-keterangan-usaha"
                ),
                Field(
                    "sent",
                    .scalar(.moment),
                    [.required],
                    Meaning("Kapan permohonan dikirim.", "When the application is sent."),
                    "2026-11-23 09.14"
                ),
                Field(
                    "answers",
                    .answers,
                    [.required],
                    Meaning(
                        "Jawaban seperti diketik orang.",
                        "Answers as a person would type them."
                    ),
                    "{ nama_usaha: Kopi Semendo }"
                ),
                Field(
                    "acts",
                    .list(.record(.act)),
                    [],
                    Meaning(
                        "Yang dilakukan sesudahnya, berurutan.",
                        "What is done afterwards, in order."
                    ),
                    "[{ do: lengkap, at: 2026-11-23 10.00 }]"
                ),
                Field(
                    "expect",
                    .record(.expectation),
                    [.required],
                    Meaning("Yang harus terjadi.", "What must come out."),
                    "{ ending: selesai }"
                ),
            ]
        ),
        PartShape(
            .act,
            Meaning("Satu tindakan dalam contoh.", "One thing that somebody does in an example."),
            [
                Field(
                    "do",
                    .reference(.act),
                    [.required],
                    Meaning(
                        "Nama tindakan, atau lengkapi, tarik, tanda_tangan, bayar, tunggu.",
                        "An action, or lengkapi, tarik, tanda_tangan, bayar, tunggu."
                    ),
                    "lengkap"
                ),
                Field(
                    "at",
                    .scalar(.moment),
                    [.required],
                    Meaning("Kapan.", "When."),
                    "2026-11-23 10.00"
                ),
                Field(
                    "note",
                    .text,
                    [],
                    Meaning("Catatan yang ditambahkan.", "The note that is added."),
                    "Foto kurang jelas."
                ),
                Field(
                    "answers",
                    .answers,
                    [],
                    Meaning("Jawaban yang dilengkapi.", "Answers that are completed."),
                    "{ nama_usaha: Kopi Semendo }"
                ),
            ]
        ),
        PartShape(
            .expectation,
            Meaning(
                "Yang harus keluar dari contoh; yang tidak disebut tidak dibandingkan.",
                "What an example must lead to; what is missing is not compared."
            ),
            [
                Field(
                    "refused",
                    .oneOrMore(.text),
                    [],
                    Meaning(
                        "Kalimat yang menahan formulir.",
                        "The sentences that keep the form from being sent."
                    ),
                    "Kebun 25 hektare atau lebih memakai izin lain."
                ),
                Field(
                    "ending",
                    .reference(.outcome),
                    [],
                    Meaning("Akhir perkara.", "How the case ends."),
                    "selesai"
                ),
                Field(
                    "step",
                    .reference(.step),
                    [],
                    Meaning("Langkah tempat perkara berada.", "The step at which the case rests."),
                    "tanda_tangan"
                ),
                Field(
                    "stage",
                    .choice([
                        Scalar.Choice("diterima", "permohonan sudah diterima", "received"),
                        Scalar.Choice("diperiksa", "berkas sedang diperiksa", "being checked"),
                        Scalar.Choice("diproses", "permohonan sedang diproses", "being processed"),
                        Scalar.Choice("diputuskan", "sudah diputuskan", "decided"),
                        Scalar.Choice("selesai", "sudah selesai", "finished"),
                    ]),
                    [],
                    Meaning("Tahap yang dilihat warga.", "The stage that the public sees."),
                    "diproses"
                ),
                Field(
                    "due",
                    .scalar(.date),
                    [],
                    Meaning("Tanggal janji.", "The due date."),
                    "2026-11-25"
                ),
                Field(
                    "fee",
                    .scalar(.money),
                    [],
                    Meaning("Biaya dalam rupiah.", "The fee in rupiah."),
                    "0"
                ),
                Field(
                    "values",
                    .assigned(to: .question, .text),
                    [],
                    Meaning(
                        "Nilai yang dihitung atau tulisan surat.",
                        "Computed values and texts of letters."
                    ),
                    "{ tarif: \"125000\" }"
                ),
            ]
        ),
    ]
}
