/// What the kinds of things are called in a sentence.
package enum PartName {
    package static func of(_ part: Part) -> Meaning {
        switch part {
        case .blueprint: Meaning("cetak biru", "blueprint")
        case .service: Meaning("layanan", "service")
        case .standard: Meaning("standar pelayanan", "service standard")
        case .privacy: Meaning("data pribadi", "personal data")
        case .page: Meaning("halaman", "page")
        case .question: Meaning("pertanyaan", "question")
        case .member: Meaning("kolom", "field")
        case .check: Meaning("syarat", "check")
        case .step: Meaning("langkah", "step")
        case .legal: Meaning("batas hukum", "legal limit")
        case .action: Meaning("tindakan", "action")
        case .record: Meaning("catatan register", "record")
        case .outcome: Meaning("akhir", "outcome")
        case .notice: Meaning("kabar", "notice")
        case .reply: Meaning("kalimat siap pakai", "ready sentence")
        case .register: Meaning("register", "register")
        case .rule: Meaning("aturan", "rule")
        case .bringing: Meaning("cara membawa masuk", "way to bring files in")
        case .source: Meaning("sumber isian", "source of a field")
        case .letter: Meaning("surat", "letter")
        case .block: Meaning("bagian surat", "part of the letter")
        case .translations: Meaning("terjemahan", "translation")
        case .example: Meaning("contoh", "example")
        case .act, .expectation: Meaning("isi contoh", "content of the example")
        case .renames, .rename, .mapping: Meaning("ganti nama", "rename")
        case .overlay, .entry: Meaning("perubahan", "edit")
        case .lock, .lockedPackage: Meaning("paket", "package")
        case .credit: Meaning("ucapan terima kasih", "credit")
        case .regency, .theme, .target, .protection: Meaning("kabupaten", "regency")
        case .mark: Meaning("tanda penerbit", "mark of the publisher")
        case .unit: Meaning("unit", "unit")
        case .post: Meaning("jabatan", "post")
        case .calendar, .holiday: Meaning("hari libur", "holiday")
        case .officeHours, .specialHours: Meaning("jam kerja", "office hours")
        }
    }
}

/// What the keys are called in a sentence.
package enum KeyName {
    package static func of(_ key: ID) -> Meaning { names[key] ?? Meaning(key.text, key.text) }

    /// In a regency's own file some keys are called otherwise than in a blueprint.
    package static func of(_ key: ID, in part: Part) -> Meaning {
        switch part {
        case .regency, .theme, .target, .protection, .unit, .post, .calendar, .holiday,
            .officeHours, .specialHours:
            ofRegency[key] ?? of(key)
        case .privacy, .register:
            key == "basis" ? Meaning("dasar pemrosesan", "basis of processing") : of(key)
        case .blueprint, .mark, .service, .standard, .page, .question, .member, .check, .step,
            .legal, .action, .record, .outcome, .notice, .reply, .bringing, .source,
            .rule, .letter, .block,
            .translations, .example, .act, .expectation, .renames, .rename, .mapping, .overlay,
            .entry, .lock, .lockedPackage, .credit:
            of(key)
        }
    }

    private static let ofRegency: [ID: Meaning] = [
        "name": Meaning("nama", "name"), "code": Meaning("kode", "code"),
        "zone": Meaning("zona waktu", "time zone"), "languages": Meaning("bahasa", "languages"),
        "demo": Meaning("tanda contoh", "mark of a demonstration"),
        "connections": Meaning("sambungan", "connections"),
        "map": Meaning("peta kecamatan", "map of the districts"),
        "survey_weight": Meaning("bobot unsur survei", "weight of the survey's elements"),
        "second_factor_from": Meaning("awal wajib kode ponsel", "day from which codes are needed"),
        "on_time": Meaning("sasaran tepat waktu", "target on time"),
        "officer": Meaning("pelindung data", "data-protection officer"),
        "office": Meaning("tempat pelindung data", "place of the data-protection officer"),
        "email": Meaning("surel", "e-mail address"),
        "agency": Meaning("lembaga pelindungan data", "data-protection agency"),
        "decided": Meaning("dasar sasaran", "decision about the target"),
        "from": Meaning("mulai berlaku", "day in force"),
        "nama": Meaning("nama situs", "name of the site"), "lambang": Meaning("lambang", "crest"),
        "utama": Meaning("warna utama", "main colour"),
        "kepala": Meaning("warna kepala halaman", "colour of the head"),
        "emas": Meaning("warna hiasan", "colour of the ornament"),
        "as": Meaning("sebutan", "names in blueprints"),
        "village": Meaning("desa", "village"), "parent": Meaning("unit di atas", "unit above"),
        "head": Meaning("kepala surat", "letterhead"), "phone": Meaning("telepon", "phone"),
        "unit": Meaning("unit", "unit"), "does": Meaning("tugas", "duties"),
        "file": Meaning("berkas hari libur", "file of holidays"),
        "holidays": Meaning("hari libur tambahan", "further holidays"),
        "special": Meaning("jam kerja khusus", "special hours"),
        "senin": Meaning("jam kerja hari Senin", "hours of Monday"),
        "selasa": Meaning("jam kerja hari Selasa", "hours of Tuesday"),
        "rabu": Meaning("jam kerja hari Rabu", "hours of Wednesday"),
        "kamis": Meaning("jam kerja hari Kamis", "hours of Thursday"),
        "jumat": Meaning("jam kerja hari Jumat", "hours of Friday"),
        "sabtu": Meaning("jam kerja hari Sabtu", "hours of Saturday"),
        "minggu": Meaning("jam kerja hari Minggu", "hours of Sunday"),
    ]

    static let names: [ID: Meaning] = [
        "within": Meaning("janji waktu", "promise"), "remind": Meaning("pengingat", "reminder"),
        "late": Meaning("yang diberi tahu bila terlambat di", "who is told when late"),
        "legal": Meaning("batas hukum", "legal limit"),
        "limit": Meaning("batas hukum", "legal limit"),
        "then": Meaning("akibat lewat waktu", "what happens when time passes"),
        "basis": Meaning("dasar batas hukum", "basis of the legal limit"),
        "by": Meaning("pelaksana", "duty"), "stage": Meaning("tahap", "stage"),
        "unit": Meaning("satuan", "unit"), "at": Meaning("penentu desa", "village question"),
        "hint": Meaning("petunjuk", "hint"), "why": Meaning("alasan", "reason"),
        "when": Meaning("syarat tampil", "condition"),
        "optional": Meaning("boleh dikosongkan untuk", "optional"),
        "max": Meaning("paling banyak", "at most"), "from": Meaning("mulai", "from"),
        "to": Meaning("tujuan", "target"), "options": Meaning("pilihan", "options"),
        "least": Meaning("paling sedikit", "at least"), "most": Meaning("paling banyak", "at most"),
        "is": Meaning("rumus", "formula"), "label": Meaning("tulisan", "label"),
        "needs": Meaning("yang harus ditambahkan pada", "what is needed"),
        "times": Meaning("batas pengulangan", "limit of times"),
        "waiting": Meaning("waktu tunggu", "waiting time"),
        "letter": Meaning("surat", "letter"), "notify": Meaning("kabar", "notice"),
        "consult": Meaning("unit yang dimintai pendapat pada", "consulted units"),
        "shows": Meaning("yang ditampilkan", "what is shown"),
        "survey": Meaning("survei", "survey"),
        "appeal": Meaning("waktu keberatan", "time to object"), "title": Meaning("judul", "title"),
        "purpose": Meaning("kegunaan", "purpose"),
        "search": Meaning("kata pencarian", "search words"),
        "topic": Meaning("kelompok", "topic"), "owner": Meaning("penanggung jawab", "owner"),
        "withdraw": Meaning("batas penarikan", "limit of withdrawal"),
        "reopen": Meaning("waktu buka kembali", "time to reopen"),
        "anonymous": Meaning("izin tanpa nama", "anonymity"),
        "secret": Meaning("izin rahasia", "secrecy"),
        "that": Meaning("rumus", "formula"), "text": Meaning("isi", "text"),
        "subject": Meaning("hal", "subject"),
        "requirements": Meaning("persyaratan", "requirements"),
        "procedure": Meaning("prosedur", "procedure"),
        "time": Meaning("jangka waktu", "time to completion"), "fee": Meaning("biaya", "fee"),
        "product": Meaning("produk", "product"),
        "complaints": Meaning("penanganan pengaduan", "complaints"),
        "legal_basis": Meaning("dasar hukum", "legal basis"),
        "facilities": Meaning("sarana", "facilities"),
        "competence": Meaning("kompetensi pelaksana", "competence"),
        "supervision": Meaning("pengawasan", "supervision"),
        "staff": Meaning("jumlah pelaksana", "staff"),
        "guarantee": Meaning("jaminan", "guarantee"),
        "safety": Meaning("jaminan keamanan", "safety"),
        "evaluation": Meaning("evaluasi kinerja", "evaluation"),
        "purposes": Meaning("tujuan pemrosesan", "purposes of processing"),
        "data": Meaning("jenis data", "kinds of data"),
        "specific": Meaning("data spesifik", "specific data"),
        "recipients": Meaning("penerima data", "recipients of data"),
        "keep": Meaning("lama simpan", "time of keeping"),
        "fate": Meaning("nasib akhir", "final fate"),
        "keep_basis": Meaning("dasar lama simpan", "basis of the time of keeping"),
        "layout": Meaning("tata letak", "layout"),
        "paper": Meaning("kertas", "paper"),
        "classification": Meaning("kode klasifikasi", "classification"),
        "number": Meaning("bentuk nomor", "number"), "signer": Meaning("penanda tangan", "signer"),
        "rows": Meaning("baris", "rows"), "columns": Meaning("kolom", "columns"),
        "list": Meaning("butir", "points"),
        "each": Meaning("daftar tabel", "list of the table"), "unique": Meaning("kunci", "key"),
        "into": Meaning("register tujuan", "register that is filled"),
        "axes": Meaning("urutan lintang dan bujur", "order of latitude and longitude"),
        "decimals": Meaning("tanda desimal", "decimal sign"),
        "column": Meaning("kolom berkas", "column of the file"),
        "value": Meaning("isi tetap", "fixed value"), "map": Meaning("letak di peta", "place"),
        "words": Meaning("padanan pilihan", "words for options"),
        "kept_by": Meaning("yang mengisi dengan tangan pada", "who enters by hand into"),
        "brought_by": Meaning("yang membawa masuk berkas ke", "who brings files into"),
        "inputs": Meaning("masukan", "inputs"), "outputs": Meaning("hasil", "outputs"),
        "hit": Meaning("cara memilih baris", "hit policy"), "version": Meaning("versi", "version"),
        "licence": Meaning("izin pakai", "licence"), "summary": Meaning("ringkasan", "summary"),
        "requires": Meaning("syarat", "requirements"),
        "readiness": Meaning("kesiapan", "readiness"),
        "derived_from": Meaning("paket asal", "origin"),
        "keeps": Meaning("yang harus tetap", "what must stay"),
        "knobs": Meaning("yang boleh disesuaikan", "what is there to be adapted"),
        "credits": Meaning("ucapan terima kasih", "credits"),
        "connection": Meaning("sambungan", "connection"),
        "address": Meaning("alamat", "address"), "runs": Meaning("tempat jalan", "where it runs"),
        "ask": Meaning("pertanyaan", "question"), "say": Meaning("bunyi", "wording"),
        "in": Meaning("register", "register"),
        "answers": Meaning("jawaban", "answers"), "acts": Meaning("tindakan", "acts"),
        "sent": Meaning("waktu kirim", "time of sending"),
        "expect": Meaning("yang diharapkan", "what is expected"),
        "ending": Meaning("hasil akhir", "ending"), "step": Meaning("langkah", "step"),
        "due": Meaning("tenggat", "due day"),
        "refused": Meaning("kalimat penahan", "what keeps the form back"),
        "values": Meaning("nilai", "values"), "service": Meaning("layanan", "service"),
        "for": Meaning("kegunaan", "use"),
    ]
}
