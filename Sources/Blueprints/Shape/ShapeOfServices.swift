extension Shape {
    /// What a service and its standard say.
    static let ofServices = [
        PartShape(
            .service,
            Meaning(
                "Satu layanan publik: siapa yang menjawabnya, standarnya, formulirnya, dan jalannya perkara.",
                "One public service: who answers for it, its standard, its form and the way of a case."
            ),
            [
                Field(
                    "service",
                    .word,
                    [.required, .fixed, .id],
                    Meaning(
                        "Nama pendek layanan, sama dengan nama berkasnya; dipakai di alamat halaman.",
                        "The short name of the service, that of its file; used in addresses of pages."
                    ),
                    "surat-keterangan-usaha"
                ),
                Field(
                    "title",
                    .text,
                    [.required, .hole],
                    Meaning(
                        "Nama layanan yang dibaca warga.",
                        "The name of the service as citizens read it."
                    ),
                    "Surat keterangan usaha"
                ),
                Field(
                    "purpose",
                    .text,
                    [.required, .hole],
                    Meaning(
                        "Satu atau dua kalimat: apa gunanya bagi warga.",
                        "One or two sentences: what it is good for."
                    ),
                    "Bukti bahwa Anda punya usaha."
                ),
                Field(
                    "search",
                    .list(.text),
                    [],
                    Meaning(
                        "Kata sehari-hari yang dipakai orang untuk mencarinya.",
                        "Everyday words under which people look for it."
                    ),
                    "[surat usaha, SKU, surat dagang]"
                ),
                Field(
                    "topic",
                    .reference(.topic),
                    [],
                    Meaning(
                        "Kelompok layanan di halaman depan.",
                        "The group of services on the front page."
                    ),
                    "usaha"
                ),
                Field(
                    "owner",
                    .reference(.unit),
                    [.required],
                    Meaning(
                        "Unit yang bertanggung jawab; kabupaten penerima menentukan unit mana itu.",
                        "The unit that answers for it; the receiving regency says which that is."
                    ),
                    "kelurahan"
                ),
                Field(
                    "at",
                    .reference(.question),
                    [],
                    Meaning(
                        "Pertanyaan desa yang menentukan unit mana dari banyak unit.",
                        "The village question whose answer says which of many units."
                    ),
                    "desa_usaha"
                ),
                Field(
                    "runs",
                    .choice([
                        Scalar.Choice(
                            "elsewhere",
                            "dijalankan di sistem lain",
                            "it runs in another system"
                        )
                    ]),
                    [],
                    Meaning(
                        "Layanan ini dijalankan di sistem lain: hanya standar dan alamatnya yang tampil.",
                        "The service runs in another system: only its standard and the way there are shown."
                    ),
                    "elsewhere"
                ),
                Field(
                    "connection",
                    .choice(Shape.connections),
                    [],
                    Meaning(
                        "Layanan tertutup dan menunjuk ke alamat ini, sampai kabupaten tersambung.",
                        "Closed, and pointing to the address, until the regency is connected."
                    ),
                    "sp4n"
                ),
                Field(
                    "address",
                    .scalar(.address),
                    [.hole],
                    Meaning("Alamat sistem lain itu.", "The address of that other system."),
                    "https://oss.go.id"
                ),
                Field(
                    "anonymous",
                    .scalar(.flag("allowed")),
                    [],
                    Meaning(
                        "Pemohon boleh tidak menyebut nama.",
                        "The applicant need not give a name."
                    ),
                    "allowed"
                ),
                Field(
                    "secret",
                    .scalar(.flag("allowed")),
                    [],
                    Meaning(
                        "Pemohon boleh minta namanya dirahasiakan.",
                        "The applicant may ask to keep the name secret."
                    ),
                    "allowed"
                ),
                Field(
                    "standard",
                    .record(.standard),
                    [.required],
                    Meaning(
                        "Standar pelayanan: empat belas komponen.",
                        "The service standard: fourteen components."
                    ),
                    "{ time: 2 hari kerja, fee: 0 }"
                ),
                Field(
                    "privacy",
                    .record(.privacy),
                    [],
                    Meaning(
                        "Data pribadi: untuk apa, atas dasar apa, disimpan berapa lama.",
                        "Personal data: what for, on which basis, kept how long."
                    ),
                    "{ purposes: Menilai permohonan., basis: public task, data: [Nama, NIK], keep: 5 tahun, fate: destroyed, keep_basis: Jadwal retensi arsip }"
                ),
                Field(
                    "ask",
                    .named(.page, by: "page"),
                    [],
                    Meaning(
                        "Halaman formulir, urut seperti ditanyakan.",
                        "The pages of the form, in the order in which they are asked."
                    ),
                    "[{ page: usaha, title: Tentang usaha Anda }]"
                ),
                Field(
                    "check",
                    .named(.check, by: "id", from: "that"),
                    [],
                    Meaning(
                        "Syarat atas jawaban; bila tidak terpenuhi, formulir tidak dapat dikirim.",
                        "Rules over the answers; where one fails the form cannot be sent."
                    ),
                    "[{ that: luas < 25, say: Terlalu luas. }]"
                ),
                Field(
                    "steps",
                    .things(.step),
                    [],
                    Meaning(
                        "Langkah perkara di kantor; perkara mulai di langkah pertama.",
                        "The steps of a case in the office; it begins at the first."
                    ),
                    "{ periksa: { stage: diperiksa } }"
                ),
                Field(
                    "outcomes",
                    .things(.outcome),
                    [],
                    Meaning("Akhir perkara.", "The ways in which a case ends."),
                    "{ selesai: { shows: selesai } }"
                ),
                Field(
                    "withdraw",
                    .scalar(.until),
                    [],
                    Meaning(
                        "Sampai langkah mana pemohon boleh menarik permohonan.",
                        "Until which step the applicant may withdraw."
                    ),
                    "until tanda_tangan"
                ),
                Field(
                    "reopen",
                    .span,
                    [],
                    Meaning(
                        "Berapa lama setelah berakhir perkara boleh dibuka lagi.",
                        "How long after its end a case may be reopened."
                    ),
                    "30 hari"
                ),
                Field(
                    "notices",
                    .things(.notice),
                    [],
                    Meaning("Kabar untuk warga.", "What is told to the citizen."),
                    "{ selesai: Permohonan {nomor} sudah jadi. }"
                ),
                Field(
                    "replies",
                    .things(.reply),
                    [],
                    Meaning(
                        "Kalimat siap pakai bagi petugas; petugas boleh mengubahnya.",
                        "Ready sentences for officials, who may change them."
                    ),
                    "{ foto_buram: { for: lengkapi, text: Foto KTP buram. Kirim foto yang jelas. } }"
                ),
            ]
        ),
        PartShape(
            .standard,
            Meaning(
                "Standar pelayanan: empat belas komponen menurut UU 25/2009 pasal 21 dan Permenpan RB 15/2014.",
                "The service standard: the fourteen components of UU 25/2009 article 21 and Permenpan RB 15/2014."
            ),
            [
                Field(
                    "requirements",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning(
                        "Persyaratan: apa yang harus dibawa atau dipenuhi.",
                        "Requirements: what has to be brought or met."
                    ),
                    "[KTP, Foto tempat usaha]"
                ),
                Field(
                    "procedure",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning(
                        "Sistem, mekanisme, dan prosedur: bagaimana jalannya.",
                        "System, mechanism and procedure: how it goes."
                    ),
                    "[Isi formulir, Petugas memeriksa, Surat terbit]"
                ),
                Field(
                    "time",
                    .span,
                    [.required],
                    Meaning(
                        "Jangka waktu penyelesaian: janji kepada warga.",
                        "Time to completion: the promise to the citizen."
                    ),
                    "2 hari kerja"
                ),
                Field(
                    "fee",
                    .scalar(.fee),
                    [.required],
                    Meaning(
                        "Biaya atau tarif: rupiah bulat, atau rumus atas jawaban.",
                        "Fee: whole rupiah, or an expression over the answers."
                    ),
                    "0"
                ),
                Field(
                    "product",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning(
                        "Produk pelayanan: apa yang diterima warga.",
                        "The product: what the citizen receives."
                    ),
                    "Surat keterangan usaha"
                ),
                Field(
                    "complaints",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning(
                        "Penanganan pengaduan, saran, dan masukan: ke mana mengadu.",
                        "Complaints, suggestions and input: where to complain."
                    ),
                    "Lapor lewat SP4N-LAPOR! atau loket kelurahan."
                ),
                Field(
                    "legal_basis",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning(
                        "Dasar hukum: peraturan yang mendasari.",
                        "Legal basis: the regulations behind it."
                    ),
                    "[{ hole: perbup_pelayanan }]"
                ),
                Field(
                    "facilities",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning("Sarana, prasarana, dan/atau fasilitas.", "Facilities."),
                    "[Loket, Kursi roda]"
                ),
                Field(
                    "competence",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning(
                        "Kompetensi pelaksana: apa yang harus dikuasai petugas.",
                        "Competence of the staff."
                    ),
                    "Memahami tata naskah dinas."
                ),
                Field(
                    "supervision",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning("Pengawasan internal: siapa yang mengawasi.", "Internal supervision."),
                    "Diawasi camat dan inspektorat."
                ),
                Field(
                    "staff",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning("Jumlah pelaksana.", "How many people carry it out."),
                    "2 orang"
                ),
                Field(
                    "guarantee",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning("Jaminan pelayanan: apa yang dijamin.", "Guarantee of the service."),
                    "Selesai sesuai janji waktu."
                ),
                Field(
                    "safety",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning(
                        "Jaminan keamanan dan keselamatan pelayanan.",
                        "Guarantee of safety and security."
                    ),
                    "Data pribadi disimpan tersandi."
                ),
                Field(
                    "evaluation",
                    .oneOrMore(.text),
                    [.required, .hole],
                    Meaning(
                        "Evaluasi kinerja pelaksana: bagaimana kinerja dinilai.",
                        "Evaluation of performance."
                    ),
                    "Survei kepuasan setiap triwulan."
                ),
            ]
        ),
    ]
}
