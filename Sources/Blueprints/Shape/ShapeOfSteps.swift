extension Shape {
    /// How a case goes through the office.
    static let ofSteps = [
        PartShape(
            .step,
            Meaning(
                "Satu langkah: perkara menunggu di sini sampai petugas bertindak.",
                "One step: a case rests here until an official acts."
            ),
            home: "step",
            [
                Field(
                    "title",
                    .text,
                    [.hole],
                    Meaning(
                        "Nama langkah yang dibaca petugas; bila tidak ada, dibuat dari namanya.",
                        "What officials read; made from its id where it is missing."
                    ),
                    "Periksa berkas"
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
                    [.required],
                    Meaning("Tahap yang dilihat warga.", "The stage that the public sees."),
                    "diperiksa"
                ),
                Field(
                    "by",
                    .reference(.duty),
                    [.required],
                    Meaning(
                        "Tugas yang boleh bertindak; kabupaten menentukan jabatannya.",
                        "The duty whose holders may act; the regency binds posts to it."
                    ),
                    "petugas-pelayanan"
                ),
                Field(
                    "at",
                    .reference(.question),
                    [],
                    Meaning(
                        "Pertanyaan desa yang menentukan unit langkah ini.",
                        "The village question that says the unit of this step."
                    ),
                    "desa_usaha"
                ),
                Field(
                    "unit",
                    .reference(.unit),
                    [],
                    Meaning(
                        "Unit langkah ini, bila bukan pemilik layanan.",
                        "The unit, where it is not the owner of the service."
                    ),
                    "dinas-koperasi"
                ),
                Field(
                    "within",
                    .span,
                    [.required],
                    Meaning("Janji waktu langkah ini.", "The promise of this step."),
                    "1 hari kerja"
                ),
                Field(
                    "remind",
                    .span,
                    [],
                    Meaning(
                        "Berapa lama sebelum tenggat petugas diingatkan.",
                        "How long before the due date officials are reminded."
                    ),
                    "4 jam kerja"
                ),
                Field(
                    "late",
                    .reference(.duty),
                    [],
                    Meaning(
                        "Tugas yang diberi tahu bila terlambat.",
                        "The duty that is told when the promise is broken."
                    ),
                    "sekretaris"
                ),
                Field(
                    "legal",
                    .record(.legal),
                    [.fixed],
                    Meaning("Batas waktu menurut hukum.", "The limit that law sets."),
                    "{ limit: 5 hari kerja, then: warn }"
                ),
                Field(
                    "consult",
                    .oneOrMore(.reference(.unit)),
                    [],
                    Meaning(
                        "Unit yang boleh dimintai pendapat.",
                        "Units whose opinion may be asked."
                    ),
                    "dinas-koperasi"
                ),
                Field(
                    "actions",
                    .things(.action),
                    [.required],
                    Meaning("Yang dapat dilakukan petugas.", "What officials may do."),
                    "{ lengkap: { label: Berkas lengkap, to: tanda_tangan } }"
                ),
            ]
        ),
        PartShape(
            .legal,
            Meaning(
                "Batas waktu menurut hukum, di samping janji.",
                "The limit that law sets beside the promise."
            ),
            [
                Field(
                    "limit",
                    .span,
                    [.required, .fixed],
                    Meaning("Batas waktunya.", "The limit."),
                    "5 hari kerja"
                ),
                Field(
                    "then",
                    .choice([Scalar.Choice("warn", "petugas diperingatkan", "officials are warned")]
                    ),
                    [.required, .fixed],
                    Meaning(
                        "Yang terjadi bila lewat; tidak ada yang terbit dengan sendirinya.",
                        "What happens when it passes; nothing is issued by itself."
                    ),
                    "warn"
                ),
                Field(
                    "basis",
                    .text,
                    [.hole],
                    Meaning("Peraturan yang menetapkannya.", "The regulation that sets it."),
                    "UU 30/2014 pasal 53"
                ),
            ]
        ),
        PartShape(
            .action,
            Meaning("Satu tindakan petugas.", "One thing that an official may do."),
            home: "action",
            [
                Field(
                    "label",
                    .text,
                    [.required, .hole],
                    Meaning("Tulisan di tombol.", "What the button says."),
                    "Berkas lengkap"
                ),
                Field(
                    "to",
                    .reference(.stepOrOutcome),
                    [],
                    Meaning(
                        "Ke mana perkara pergi; kosong berarti tetap di sini.",
                        "Where the case goes; nothing means that it stays."
                    ),
                    "tanda_tangan"
                ),
                Field(
                    "ask",
                    .choice([
                        Scalar.Choice(
                            "citizen",
                            "warga diminta melengkapi",
                            "the citizen is asked for more"
                        )
                    ]),
                    [],
                    Meaning(
                        "Warga diminta melengkapi dan janji waktu berhenti.",
                        "The citizen is asked for more and the promise pauses."
                    ),
                    "citizen"
                ),
                Field(
                    "needs",
                    .oneOrMore(
                        .choice([
                            Scalar.Choice(
                                "public note",
                                "catatan yang dibaca warga",
                                "a note that the citizen reads"
                            ),
                            Scalar.Choice(
                                "internal note",
                                "catatan untuk kantor",
                                "a note for the office"
                            ), Scalar.Choice("reason", "alasan", "a reason"),
                            Scalar.Choice("file", "berkas", "a file"),
                            Scalar.Choice(
                                "fee paid",
                                "biaya sudah tercatat dibayar",
                                "the fee is recorded as paid"
                            ),
                        ])
                    ),
                    [],
                    Meaning(
                        "Yang harus ditambahkan petugas, atau biaya yang harus sudah dibayar.",
                        "What the official has to add, or the fee that has to be paid before."
                    ),
                    "public note"
                ),
                Field(
                    "times",
                    .whole,
                    [],
                    Meaning(
                        "Paling banyak berapa kali dalam satu perkara.",
                        "How often at most in one case."
                    ),
                    "1"
                ),
                Field(
                    "waiting",
                    .span,
                    [],
                    Meaning("Berapa lama warga ditunggu.", "How long the citizen is waited for."),
                    "10 hari kerja"
                ),
                Field(
                    "then",
                    .reference(.outcome),
                    [],
                    Meaning(
                        "Akhir perkara bila warga tidak melengkapi.",
                        "How the case ends when the citizen does not answer."
                    ),
                    "kedaluwarsa"
                ),
                Field(
                    "letter",
                    .reference(.letter),
                    [],
                    Meaning("Surat yang diterbitkan.", "The letter that comes out."),
                    "keterangan"
                ),
                Field(
                    "record",
                    .record(.record),
                    [],
                    Meaning("Yang dicatat dalam register.", "What is written into a register."),
                    "{ in: usaha, nama: nama_usaha }"
                ),
                Field(
                    "notify",
                    .reference(.noticeOrNone),
                    [],
                    Meaning("Kabar untuk warga, atau none.", "What the citizen is told, or none."),
                    "lengkapi"
                ),
                Field(
                    "when",
                    .feel(.truth),
                    [],
                    Meaning("Hanya ditawarkan bila ini benar.", "Offered only when this holds."),
                    "luas_kebun > 4"
                ),
            ]
        ),
        PartShape(
            .record,
            Meaning(
                "Yang dicatat: nama register dan isi kolomnya.",
                "What is recorded: the register and what its fields get."
            ),
            rest: .feel(.anything),
            [
                Field(
                    "in",
                    .reference(.register),
                    [.required],
                    Meaning("Register yang diisi.", "The register that is written to."),
                    "usaha"
                ),
                Field(
                    "corrects",
                    .reference(.field),
                    [],
                    Meaning("Kolom unik yang dibetulkan.", "The unique field to correct by."),
                    "nomor"
                ),
            ]
        ),
        PartShape(
            .outcome,
            Meaning("Satu akhir perkara.", "One way in which a case ends."),
            home: "outcome",
            [
                Field(
                    "shows",
                    .choice([
                        Scalar.Choice("selesai", "selesai", "finished"),
                        Scalar.Choice("ditolak", "ditolak", "refused"),
                        Scalar.Choice("dibatalkan", "dibatalkan", "cancelled"),
                    ]),
                    [.required],
                    Meaning("Yang dilihat warga.", "What the citizen sees."),
                    "selesai"
                ),
                Field(
                    "survey",
                    .word,
                    [],
                    Meaning("Survei kepuasan yang ditawarkan.", "The survey that is offered."),
                    "skm"
                ),
                Field(
                    "notify",
                    .reference(.noticeOrNone),
                    [],
                    Meaning("Kabar untuk warga, atau none.", "What the citizen is told, or none."),
                    "selesai"
                ),
                Field(
                    "appeal",
                    .span,
                    [.fixed],
                    Meaning(
                        "Berapa lama warga boleh mengajukan keberatan.",
                        "How long the citizen may object."
                    ),
                    "21 hari kerja"
                ),
            ]
        ),
        PartShape(
            .notice,
            Meaning("Satu kabar untuk warga.", "One thing that is told to the citizen."),
            home: "notice",
            shorthand: "text",
            [
                Field(
                    "text",
                    .sentence,
                    [.required, .hole],
                    Meaning(
                        "Isi kabar; {nomor}, {layanan}, {tautan}, {tenggat}, {kurang}, dan jawaban boleh dipakai.",
                        "The text; {nomor}, {layanan}, {tautan}, {tenggat}, {kurang} and answers may stand in it."
                    ),
                    "Permohonan {nomor} sudah jadi: {tautan}"
                ),
                Field(
                    "subject",
                    .sentence,
                    [.hole],
                    Meaning("Judul surel.", "The subject of an e-mail."),
                    "Permohonan {nomor}"
                ),
            ]
        ),
        ofReplies,
    ]

    /// What officials write often, in words that were thought over once.
    private static let ofReplies = PartShape(
        .reply,
        Meaning("Satu kalimat siap pakai.", "One ready sentence."),
        home: "reply",
        [
            Field(
                "for",
                .choice([
                    Scalar.Choice("lengkapi", "meminta dilengkapi", "asking for more"),
                    Scalar.Choice("tolak", "menolak", "refusing"),
                    Scalar.Choice("catatan", "menulis catatan", "writing a note"),
                ]),
                [.required],
                Meaning("Kapan kalimat ini ditawarkan.", "When it is offered."),
                "lengkapi"
            ),
            Field(
                "text",
                .text,
                [.required, .hole],
                Meaning(
                    "Bunyinya, seperti dibaca warga; petugas boleh mengubahnya.",
                    "The words as the citizen reads them; the official may change them."
                ),
                "Foto KTP buram. Kirim foto yang jelas dan tidak terpotong."
            ),
        ]
    )
}
