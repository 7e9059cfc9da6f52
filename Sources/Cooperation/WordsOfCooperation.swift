import Site
import Stories

// The sentences of the cooperation office's own pages.

extension Words {
    static let cooperationWhat = Words(
        "Kerja sama dengan daerah lain dan pihak lain: tahapannya, naskahnya, kewajibannya, dan laporannya.",
        "Cooperation with other regions and others: stages, documents, obligations and reports."
    )
    static let newAgreement = Words("Mulai kerja sama baru", "Begin a new agreement")
    static let beginAgreement = Words("Simpan dan mulai", "Save and begin")
    static let agreements = Words("Daftar kerja sama", "Agreements")
    static let noAgreements = Words("Belum ada kerja sama.", "There is no agreement yet.")
    static let registerCSV = Words("Unduh register (CSV)", "Download the register (CSV)")
    static let toDo = Words("Yang perlu dikerjakan", "What is to be done")
    static let nothingToDo = Words(
        "Tidak ada yang menunggu sekarang.",
        "Nothing is waiting now."
    )
    static let what = Words("Apa", "What")
    static let aboutWhat = Words("Tentang", "About")
    static let dueDay = Words("Paling lambat", "By")
    static let timeLeft = Words("Sisa waktu", "Time left")
    static let state = Words("Keadaan", "State")
    static let nextStep = Words("Langkah berikutnya", "What comes next")
    static let day = Words("Tanggal", "Date")
    static let note = Words("Catatan", "Note")
    static let stage = Words("Tahap", "Stage")
    static let stages = Words("Tahapan", "Stages")
    static let recordStage = Words("Catat tahap ini", "Record this stage")
    static let dayOfStage = Words("Tanggal tahap", "Date of the stage")
    static let documentOut = Words("Naskah yang dihasilkan", "Document that comes out")
    static let numberOfDocument = Words("Nomor naskah atau surat", "Number of the document")
    static let skipped = Words("Tidak perlu", "Not needed")
    static let comesNext = Words("Berikutnya", "Next")
    static let notYet = Words("Belum", "Not yet")
    static let councilAgain = Words(
        "Perbaiki jawaban tentang DPRD",
        "Correct the answers about the council"
    )
    static let consideration = Words("Pertimbangannya", "Why so")
    static let considerationHint = Words(
        "Tulis alasan kedua jawaban itu. Tampil bila tahap DPRD dilewati.",
        "Write why. It is shown where the council's stage is skipped."
    )
    static let reasonOfCorrection = Words("Alasan", "Reason")
    static let reasonHint = Words(
        "Catatan lama tetap tersimpan di riwayat. Tulis mengapa diperbaiki.",
        "The former entry stays in the history. Write why it is corrected."
    )
    static let clausesReasonHint = Words(
        "Isi wajib naskah belum lengkap dicentang. Tulis mengapa tahap ini tetap dicatat.",
        "Not every required clause is ticked. Write why you record this stage all the same."
    )
    static let evidenceFile = Words("Berkas", "File")
    static let evidenceFileHint = Words(
        "PDF, JPG, atau PNG, paling besar 8 MB.",
        "PDF, JPG or PNG, at most 8 MB."
    )
    static let responsibleUnit = Words("Unit penanggung jawab", "Responsible office")
    static let history = Words("Riwayat", "History")
    static let downloads = Words("Unduhan", "Downloads")

    static func whoAndBasis(_ stage: CooperationRules.Stage) -> Words {
        let check = stage.basis.isToBeChecked ? " (periksa lagi)" : ""
        return Words(
            "Oleh: \(stage.by). Naskah: \(stage.yields). Dasar: \(stage.basis.text)\(check).",
            "By: \(stage.by). Document: \(stage.yields). Basis: \(stage.basis.text)"
                + "\(stage.basis.isToBeChecked ? " (to be checked)" : "")."
        )
    }

    static func basis(_ text: String) -> Words { Words("Dasar: \(text).", "Basis: \(text).") }

    static func fileOf(_ thing: Words, _ type: PaperType) -> Words {
        thing.map { "\($0) (\(type.rawValue.uppercased()))" }
    }

    static func clausesMissing(_ count: Int) -> Words {
        Words(
            "\(count) isi wajib naskah belum dicentang.",
            count == 1
                ? "1 required clause of the document is not ticked."
                : "\(count) required clauses of the document are not ticked."
        )
    }
}

// What it is about, who signs, how long.

extension Words {
    static let kindOfAgreement = Words("Jenis kerja sama", "Kind of cooperation")
    static let partners = Words("Mitra", "Partners")
    static let partnersHint = Words(
        "Satu baris satu mitra. Daerah diawali kodenya: 12.03 Kabupaten Tapanuli Selatan.",
        "One partner a line. A region begins with its code: 12.03 Kabupaten Tapanuli Selatan."
    )
    static let titleOfAgreement = Words("Judul", "Title")
    static let titleHint = Words(
        "Tampil untuk umum di halaman mitra setelah berlaku. Jangan tulis nama orang.",
        "Shown to everybody once it is in force. Do not write anybody's name."
    )
    static let object = Words("Objek", "Object")
    static let scope = Words("Ruang lingkup", "Scope")
    static let benefit = Words("Manfaat bagi daerah", "Benefit for the region")
    static let form = Words("Bentuk kerja sama", "Form of cooperation")
    static let startingYear = Words("Tahun anggaran dimulai", "Starting budget year")
    static let funding = Words("Pembiayaan", "Funding")
    static let term = Words("Jangka waktu", "Term")
    static let signatories = Words("Penandatangan", "Signatories")
    static let ourSignatory = Words("Yang menandatangani dari kami", "Who signs for us")
    static let partnersSignatory = Words(
        "Yang menandatangani dari mitra",
        "Who signs for the partner"
    )
    static let postOfSignatory = Words("Jabatannya", "Post")
    static let byProxy = Words("Ditandatangani dengan surat kuasa?", "Signed by proxy?")
    static let byProxyHint = Words(
        "Bupati boleh memberi kuasa kepada kepala perangkat daerah untuk perjanjian kerja sama.",
        "The regent may empower a head of office to sign the agreement."
    )
    static let powerOfAttorney = Words("Nomor dan tanggal surat kuasa", "Power of attorney")
    static let powerHint = Words(
        "Wajib bila ditandatangani dengan surat kuasa.",
        "Needed where it is signed by proxy."
    )
    static let holdsFrom = Words("Mulai berlaku", "In force from")
    static let holdsUntil = Words("Berlaku sampai", "Until")
    static let groundOfRenewal = Words(
        "Dasar perpanjangan (nomor adendum)",
        "Ground of the renewal (number of the addendum)"
    )
    static let endDay = Words("Tanggal berakhir", "Date of the end")
    static let causeOfEnd = Words("Sebab berakhir", "Cause")
    static let whyItEnds = Words("Penjelasan", "Explanation")
}

// Documents, obligations, plan and result, reports.

extension Words {
    static let documents = Words("Naskah", "Documents")
    static let requiredClauses = Words("Isi wajib", "Required clauses")
    static let saveChecklist = Words("Simpan centang", "Save the ticks")
    static let openDocument = Words("Buka naskah dan isi wajibnya", "Open the document")
    static let textToCopy = Words("Teks untuk disalin", "Text to copy")
    static let bothOriginals = Words("Unduh dua naskah asli (PDF)", "Both originals (PDF)")
    static let rememberedOnly = Words(
        "Daftar isi wajib ini belum dicocokkan dengan peraturannya. Periksa dulu sebelum dipakai.",
        "This list has not been compared with the regulation yet. Check before you use it."
    )
    static let duties = Words("Kewajiban", "Obligations")
    static let whatIsOwed = Words("Apa kewajibannya", "What is owed")
    static let whoOwes = Words("Siapa yang wajib", "Who owes it")
    static let addDuty = Words("Tambah kewajiban", "Add an obligation")
    static let noDuties = Words("Belum ada kewajiban.", "There is no obligation yet.")
    static let evidence = Words("Bukti", "Evidence")
    static let doneDay = Words("Tanggal selesai", "Done on")
    static let recordDone = Words("Catat selesai", "Record as done")
    static let planAndRealisation = Words("Rencana dan realisasi", "Plan and result")
    static let noPlan = Words("Belum ada rencana kerja.", "There is no work plan yet.")
    static let addActivity = Words("Tambah kegiatan", "Add an activity")
    static let yearOfPlan = Words("Tahun", "Year")
    static let activity = Words("Kegiatan", "Activity")
    static let output = Words("Keluaran", "Output")
    static let place = Words("Lokasi", "Place")
    static let schedule = Words("Jadwal", "Schedule")
    static let budget = Words("Anggaran", "Budget")
    static let sourceOfBudget = Words("Sumber anggaran", "Source of the budget")
    static let personInCharge = Words("Penanggung jawab", "Person in charge")
    static let indicator = Words("Indikator", "Indicator")
    static let spent = Words("Realisasi", "Spent")
    static let result = Words("Hasil", "Result")
    static let recordResult = Words("Catat realisasi", "Record the result")
    static let reports = Words("Laporan berkala", "Reports")
    static let period = Words("Waktu laporan", "Period")
    static let sentDay = Words("Tanggal dikirim", "Sent on")
    static let numberOfLetter = Words("Nomor surat", "Number of the letter")

    static func documentWithClauses(_ name: Words, _ ticked: Int, _ all: Int) -> Words {
        Words(
            "\(name.indonesian): \(ticked) dari \(all) isi wajib",
            "\(name.text(in: .english)): \(ticked) of \(all) required clauses"
        )
    }

    static func csvOf(_ period: ReportPeriod) -> Words {
        period.words.map { "CSV, \($0)" }
    }
}

// Transfers, roots, visits, and what everybody may read.

extension Words {
    static let transfers = Words("Pengalihan cetak biru", "Transfer of blueprints")
    static let blueprintsOnOffer = Words(
        "Cetak biru yang kami bagikan",
        "Blueprints that we offer"
    )
    static let openPackagesNeedNone = Words(
        "Paket yang diterbitkan terbuka tidak memerlukan perjanjian. Yang dicatat di sini adalah izin untuk yang tidak terbuka.",
        "Packages that are published openly need no agreement. This is about those that are not."
    )
    static let transfersOnlyToRegions = Words(
        "Mitra kerja sama ini bukan daerah, jadi tidak ada cetak biru yang dialihkan.",
        "The partners are no regions, so no blueprints are transferred."
    )
    static let direction = Words("Arah", "Direction")
    static let blueprintName = Words("Cetak biru", "Blueprint")
    static let blueprintHint = Words(
        "Misalnya 16.03/umkm, atau * untuk semuanya.",
        "For example 16.03/umkm, or * for all."
    )
    static let permission = Words("Izin", "Permission")
    static let madeTransfers = Words("Yang sudah dialihkan", "What was transferred")
    static let noTransfers = Words("Belum ada yang dialihkan.", "Nothing was transferred yet.")
    static let digest = Words("Sidik jari", "Digest")
    static let official = Words("Petugas", "Official")
    static let partner = Words("Mitra", "Partner")
    static let twelveWords = Words("12 kata akar mitra", "12 words of the partner's root")
    static let twelveWordsHint = Words(
        "Salin dari perjanjian yang ditandatangani, dipisah spasi.",
        "Copy them from the signed agreement, with spaces."
    )
    static let twoPersonsType = Words(
        "Dua orang menulis 12 kata itu sendiri-sendiri dari perjanjian. Akar ditetapkan bila keduanya sama.",
        "Two persons type the 12 words from the agreement, each alone. The root is pinned if they agree."
    )
    static let waitsForSecondTypist = Words(
        "Menunggu orang kedua menulis 12 kata",
        "Waits for a second person to type the 12 words"
    )
    static let wordsDiffered = Words(
        "Kata kedua orang berbeda, tulis lagi",
        "The two persons' words differed, type them again"
    )
    static let notPinned = Words("Belum ditetapkan", "Not pinned yet")
    static let visits = Words("Kunjungan kerja", "Working visits")
    static let visitsWhat = Words(
        "Siapa yang datang, apa yang dilihat dan dipelajari, dan apa jadinya.",
        "Who came, what was seen and learned, and what became of it."
    )
    static let oneVisit = Words("Kunjungan kerja", "Working visit")
    static let newVisit = Words("Catat kunjungan", "Record a visit")
    static let noVisits = Words("Belum ada kunjungan.", "There was no visit yet.")
    static let directionOfVisit = Words("Siapa yang datang", "Who came to whom")
    static let theyCame = Words("Mitra datang ke kami", "They came to us")
    static let weWent = Words("Kami pergi ke mitra", "We went to them")
    static let firstDay = Words("Hari pertama", "First day")
    static let lastDay = Words("Hari terakhir", "Last day")
    static let partnerOfVisit = Words("Kode daerah mitra", "Code of the partner's region")
    static let partnerOfVisitHint = Words(
        "Misalnya 12.03. Kosongkan bila bukan daerah.",
        "For example 12.03. Leave it empty where it is no region."
    )
    static let whoCame = Words("Siapa saja", "Who")
    static let whoCameHint = Words(
        "Nama dan jabatan, satu orang satu baris. Hanya dibaca petugas.",
        "Names and posts, one person a line. Only officials read it."
    )
    static let purposeOfVisit = Words("Tujuan", "Purpose")
    static let whatWasSeen = Words("Yang dilihat", "What was seen")
    static let whatWasLearned = Words("Yang dipelajari", "What was learned")
    static let whatBecame = Words("Apa jadinya", "What became of it")
    static let whatBecameHint = Words(
        "Kerja sama, layanan yang direplikasi, atau tidak jadi apa-apa: tulis apa adanya.",
        "An agreement, a replicated service, or nothing: write it as it is."
    )
    static let belongsToAgreement = Words("Terkait kerja sama", "Belongs to the agreement")
    static let belongsToService = Words("Terkait layanan", "Belongs to the service")
    static let serviceHint = Words(
        "Alamat layanannya, misalnya surat-keterangan-usaha.",
        "The service's address, for example surat-keterangan-usaha."
    )
    static let followUps = Words("Tindak lanjut", "Follow-ups")
    static let addFollowUp = Words("Tambah tindak lanjut", "Add a follow-up")
    static let noFollowUps = Words("Belum ada tindak lanjut.", "There is no follow-up yet.")
    static let whatIsToFollow = Words("Apa tindak lanjutnya", "What is to follow")
    static let printReport = Words("Laporan kunjungan (PDF)", "Report of the visit (PDF)")
    static let partnersOfRegency = Words("Mitra daerah", "Partners")
    static let partnersWhat = Words(
        "Daerah dan pihak lain yang bekerja sama dengan kami sekarang.",
        "The regions and others that work together with us now."
    )
    static let agreementsInForce = Words("Kerja sama yang berlaku", "Agreements in force")
    static let since = Words("Sejak", "Since")
    static let noPartners = Words(
        "Belum ada kerja sama yang berlaku.",
        "No agreement is in force yet."
    )

    static func codeOf(_ code: Code) -> Words {
        Words("Kode Kemendagri \(code)", "Code of the Ministry of Home Affairs \(code)")
    }

    static func rootOf(_ code: Code) -> Words {
        Words("Akar kunci \(code)", "Root of the keys of \(code)")
    }

    static func pinned(_ root: Code) -> Words {
        Words("Ditetapkan: \(root.text.prefix(16))", "Pinned: \(root.text.prefix(16))")
    }
}
