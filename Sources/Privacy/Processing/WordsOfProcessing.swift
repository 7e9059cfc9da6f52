import Site

extension DraftDocument.Kind {
    var words: Words {
        switch self {
        case .processing: Words("Catatan pemrosesan data pribadi", "Record of processing")
        case .impact: Words("Penilaian dampak pelindungan data", "Data-protection impact")
        }
    }

    var basis: Words {
        switch self {
        case .processing:
            Words(
                "Dasar: UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 31.",
                "Basis: UU 27/2022 on personal data, article 31."
            )
        case .impact:
            Words(
                "Dasar: UU 27/2022 tentang Pelindungan Data Pribadi, Pasal 34.",
                "Basis: UU 27/2022 on personal data, article 34."
            )
        }
    }
}

extension Words {
    static let documentsOfLaw = Words("Dokumen wajib, sebagai draf", "Drafts of what the law wants")
    static let isDraft = Words("DRAF", "DRAFT")
    static let completeIt = Words(
        "Disusun dari berkas layanan yang berlaku hari ini. Pejabat pelindung data melengkapi dan menetapkannya.",
        "Made from the service files in force today. The data-protection officer completes and settles it."
    )
    static let perService = Words("Setiap layanan", "Each service")
    static let downloadTable = Words("Unduh tabel (CSV)", "Download the table (CSV)")
    static let noServices = Words(
        "Belum ada layanan yang menerima permohonan.",
        "No service takes requests yet."
    )
    static let assessFirst = Words("Nilai ini lebih dulu", "Assess these first")
    static let toBeFilled = Words("Belum diisi", "Not filled in yet")
    static let purpose = Words("Dipakai untuk", "Used for")
    static let controller = Words("Pengendali data", "Controller")
    static let processor = Words("Prosesor data", "Processor")
    static let noProcessor = Words(
        "Tidak ada, selama mesinnya milik kabupaten",
        "None, as long as the machine is the regency's own"
    )
    static let officerOfData = Words("Pejabat pelindung data", "Data-protection officer")
    static let subjects = Words("Pemilik data", "Whose data")
    static let subjectsAre = Words(
        "Pemohon, yang diwakilinya, dan orang yang disebut dalam isian",
        "Applicants, those they act for, and those named in the answers"
    )
    static let sourceOfData = Words("Sumber data", "Source")
    static let sourceIs = Words("Pemohon, atau yang membantunya", "The applicant, or their helper")
    static let transferAbroad = Words("Pengiriman ke luar negeri", "Transfer abroad")
    static let noTransfer = Words(
        "Tidak ada dari aplikasi ini",
        "None from this program"
    )
    static let measures = Words("Langkah pengamanan", "Security measures")
    static let measuresAre = [
        Words(
            "Isian disegel AES-256-GCM dengan kunci sendiri untuk setiap permohonan",
            "Answers are sealed by AES-256-GCM under a key of each request"
        ),
        Words(
            "Hanya unit yang menangani yang bisa membuka; melihat data sensitif dicatat",
            "Only the units at work can open; looking at sensitive data is recorded"
        ),
        Words(
            "Penghapusan oleh dua petugas memusnahkan kuncinya",
            "Erasure by two officials destroys the key"
        ),
        Words("Cadangan disandikan", "Backups are encrypted"),
    ]
    static let systems = Words("Sistem", "Systems")
    static let oneSystem = Words(
        "Serasan, di mesin kabupaten",
        "Serasan, on the regency's machine"
    )
    static let automated = Words("Keputusan otomatis", "Automated decisions")
    static let neverAutomated = Words(
        "Tidak ada: setiap putusan diambil petugas",
        "None: officials take every decision"
    )
    static let specificData = Words("Data spesifik", "Specific personal data")
    static let noSpecific = Words("Tidak ada menurut berkas layanan", "None by the service file")
    static let largeScale = Words("Skala", "Scale")
    static let matching = Words("Pencocokan data", "Matching of data")
    static let placeAndPerson = Words(
        "Letak tanah disimpan bersama nama dan NIK",
        "The place of land is kept with name and NIK"
    )
    static let nothingMatched = Words("Tidak ada", "None")
    static let newTechnology = Words("Teknologi baru", "New technology")
    static let noNewTechnology = Words(
        "Tidak ada: formulir dan daftar biasa",
        "None: ordinary forms and lists"
    )
    static let limitedRights = Words("Pembatasan hak", "Rights that are limited")
    static let rightsStand = Words(
        "Tidak ada, kecuali selama data ditahan karena sengketa",
        "None, except while a hold stands"
    )
    static let judgement = Words("Penilaian dan persetujuan", "Judgement and approval")
    static let judgementIsYours = Words(
        "Diisi pejabat pelindung data: risiko yang tersisa, langkah tambahan, tanggal",
        "For the officer: the risk that is left, further measures, the date"
    )
}
