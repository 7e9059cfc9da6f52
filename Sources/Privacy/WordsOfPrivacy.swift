import Site
import Stories

extension Asks {
    var words: Words {
        switch self {
        case .access: Words("Melihat dan menyalin data", "See and copy the data")
        case .correction: Words("Membetulkan data", "Correct the data")
        case .withdrawal: Words("Menarik persetujuan", "Withdraw consent")
        case .restriction: Words("Membatasi pemakaian data", "Restrict the use of the data")
        case .erasure: Words("Menghapus data", "Erase the data")
        case .objection: Words("Keberatan atas pemrosesan", "Object to the processing")
        }
    }

    var option: Option { Option(rawValue, words) }
}

extension IdentityCheck {
    var words: Words {
        switch self {
        case .idCard: Words("KTP asli diperlihatkan", "Original identity card was shown")
        case .proxy: Words("Surat kuasa dan KTP keduanya", "Proxy and both identity cards")
        case .knownNumber:
            Words("Ditelepon di nomor yang tercatat", "Called on the recorded number")
        case .receiptLink: Words("Tautan tanda terima", "Link of the receipt")
        case .otherPaper: Words("Dokumen lain", "Another paper")
        }
    }

    var option: Option { Option(rawValue, words) }
}

extension Ground {
    var words: Words {
        switch self {
        case .harmsOthers:
            Words("Membahayakan orang lain (Pasal 33)", "It endangers others (article 33)")
        case .othersData:
            Words(
                "Mengungkap data orang lain (Pasal 33)",
                "It discloses others' data (article 33)"
            )
        case .lawEnforcement:
            Words("Untuk penegakan hukum (Pasal 15)", "For law enforcement (article 15)")
        case .mustBeKept:
            Words(
                "Wajib disimpan menurut undang-undang (Pasal 15)",
                "It must be kept by law (article 15)"
            )
        case .notTheirs: Words("Bukan data orang ini", "It is not this person's data")
        case .noConsent:
            Words("Dasarnya bukan persetujuan (Pasal 9)", "It does not rest on consent (article 9)")
        case .identityUnproven: Words("Identitas tidak terbukti", "Identity was not proven")
        }
    }

    var option: Option { Option(rawValue, words) }
}

extension PersonRequest.Phase {
    var tag: StatusTag {
        switch self {
        case .unborn, .open: StatusTag(Words("Belum diputuskan", "Not decided"), .attention)
        case .refused: StatusTag(Words("Ditolak", "Refused"), .danger)
        case .awaitsSecond:
            StatusTag(Words("Menunggu petugas kedua", "Waits for a second official"), .attention)
        case .granted: StatusTag(Words("Dikabulkan", "Granted"), .info)
        case .erasing: StatusTag(Words("Sedang dihapus", "Being erased"), .attention)
        case .done: StatusTag(Words("Selesai", "Done"), .done)
        }
    }
}

/// What is left of the three days: "Sisa 14 jam", or how long it is late.
struct TimeLeft: Component {
    let due: Instant
    let now: Instant

    func write(to html: HTML) {
        let seconds = due.seconds(since: now)
        let hours = max(1, (abs(seconds) + 3599) / 3600)
        guard seconds >= 0 else {
            let words = Words("Terlambat \(hours) jam", "\(hours) hours late")
            return html(StatusTag(words, .danger))
        }
        let words = Words("Sisa \(hours) jam", "\(hours) hours left")
        html(StatusTag(words, seconds < 24 * 3600 ? .attention : .plain))
    }
}

/// "Rabu, 25 November 2026, 14.30 WIB".
struct WholeMoment: Component {
    let at: Instant

    func write(to html: HTML) {
        let (zone, language) = (html.visit.installation.zone, html.visit.language)
        html.text(DateWords.longDate(zone.day(at)).text(in: language))
        html.text(", " + DateWords.time(at, zone: zone, in: language))
    }
}

extension Words {
    init(_ refusal: PrivacyRefusal) { self.init(refusal.sentence, refusal.sentenceInEnglish) }

    static let peoplesDataWhat = Words(
        "Permintaan warga atas datanya sendiri. Setiap permintaan dijawab paling lambat 3 × 24 jam, hari libur ikut dihitung.",
        "What people ask about their own data. Each is answered within 3 × 24 hours, holidays counted."
    )
    static let noRequests = Words("Belum ada permintaan.", "There are no requests yet.")
    static let newRequest = Words("Catat permintaan baru", "Record a new request")
    static let newRequestWhat = Words(
        "Periksa dulu siapa yang meminta. Nama, NIK, dan nomor disimpan tersegel, dan dipakai mencari datanya.",
        "First make sure who asks. Name, NIK and numbers are kept sealed and used to find the data."
    )
    static let whatIsAsked = Words("Apa yang diminta?", "What is asked?")
    static let receivedOn = Words("Tanggal diterima", "Date received")
    static let receivedHint = Words(
        "Kosongkan bila baru saja diterima.",
        "Leave empty if it came just now."
    )
    static let receivedTime = Words("Jam diterima, misalnya 14.30", "Time received, as 14.30")
    static let receivedUnreadable = Words(
        "Tulis tanggal dan jamnya, misalnya 24 12 2026 dan 16.00.",
        "Write date and time, as 24 12 2026 and 16.00."
    )
    static let whoAsks = Words("Siapa yang meminta", "Who asks")
    static let fullName = Words("Nama lengkap", "Full name")
    static let nik = Words("NIK", "NIK")
    static let phone = Words("Nomor ponsel", "Phone number")
    static let caseNumber = Words(
        "Nomor permohonan, catatan, atau berkas",
        "Number of a case, record or file"
    )
    static let itemNumber = Words("Nomor", "Number")
    static let itemNumberHint = Words(
        "Nomor permohonan, catatan register, atau berkas. Contoh: 4829-1037-5527 atau A1B2-C3D4.",
        "The number of a request, a record or a file, as 4829-1037-5527 or A1B2-C3D4."
    )
    static let identityCheck = Words("Pemeriksaan identitas", "Identity check")
    static let howChecked = Words("Bagaimana diperiksa?", "How was it checked?")
    static let paperSeen = Words("Dokumen yang dilihat", "Paper that was seen")
    static let paperHint = Words(
        "Misalnya: KTP asli, foto cocok. Jangan simpan salinannya.",
        "For example: original card, photo fits. Keep no copy."
    )
    static let openRequest = Words("Simpan permintaan", "Save the request")
    static let chooseOne = Words("Pilih salah satu.", "Choose one.")
    static let nameMissing = Words("Tulis nama yang meminta.", "Write the name of who asks.")
    static let paperMissing = Words("Tulis apa yang dilihat.", "Write what was seen.")
    static let received = Words("Diterima", "Received")
    static let answerBy = Words("Jawab paling lambat", "Answer by")
    static let left = Words("Sisa waktu", "Time left")
    static let state = Words("Keadaan", "State")
    static let theirCases = Words("Yang disimpan tentang orang ini", "What is kept of this person")
    static let noCasesTicked = Words("Belum ada yang dicentang.", "None is ticked yet.")
    static let chooseCases = Words("Pilih datanya", "Choose the data")
    static let chooseCasesWhat = Words(
        "Permohonan, catatan register, dan berkas yang ditemukan dari nama, NIK, dan nomor, di semua unit. Centang hanya milik orang ini; isinya tidak ditampilkan.",
        "Cases, records of registers and files, found by name, NIK and numbers in all units. Tick only this person's; what they say is not shown."
    )
    static let nothingFound = Words(
        "Tidak ada yang cocok. Catat permintaan baru dengan NIK atau nomornya bila ada.",
        "Nothing fits. Record a new request with the NIK or a number if there is one."
    )
    static let saveTicks = Words("Simpan pilihan", "Save the choice")
    static let service = Words("Layanan", "Service")
    static let whatItIs = Words("Apa", "What")
    static let whyKept = Words("Mengapa dan sampai kapan disimpan", "Why and until when it is kept")
    static let mustBeKept = Words("Wajib disimpan", "Must be kept")
    static let unit = Words("Unit", "Unit")
    static let erased = Words("Sudah dihapus", "Erased")
    static let isHeld = Words("Ditahan", "Held")
    static let decision = Words("Putusan", "Decision")
    static let grant = Words("Dikabulkan", "Granted")
    static let decideQuestion = Words("Apa putusannya?", "What is decided?")
    static let answerToPerson = Words("Jawaban untuk orang ini", "Answer to this person")
    static let saveDecision = Words("Simpan putusan", "Save the decision")
    static let decidedBy = Words("Diputuskan oleh", "Decided by")
    static let approvedBy = Words("Disetujui oleh", "Approved by")
    static let sentBack = Words("Dikembalikan petugas kedua", "Sent back by the second official")
    static let waitsForOther = Words(
        "Menunggu persetujuan petugas lain. Anda yang memutuskan, jadi Anda tidak bisa menyetujuinya.",
        "Waits for another official. You decided it, so you cannot approve it."
    )
    static let approveErasure = Words("Setujui dan hapus data", "Approve and erase the data")
    static let erasureIsFinal = Words(
        "Data di atas dihapus untuk selamanya: isian, berkas, dan catatan. Permohonan yang masih berjalan ditutup, catatan register diakhiri. Yang wajib disimpan tetap ada, dan orangnya diberi tahu sampai kapan.",
        "The data above are erased for ever: answers, files, notes. Cases that run are closed, records end. What must be kept stays, and the person is told until when."
    )
    static let finishErasure = Words("Lanjutkan penghapusan", "Go on erasing")
    static let sendBack = Words("Kembalikan", "Send back")
    static let whySentBack = Words("Mengapa dikembalikan?", "Why is it sent back?")
    static let downloadJSON = Words("Unduh untuk mesin (JSON)", "Download for machines (JSON)")
    static let downloadPage = Words("Buka untuk dicetak", "Open for printing")
    static let downloadWhat = Words(
        "Setiap unduhan dicatat, dan terbuka 10 menit untuk Anda saja.",
        "Each download is recorded, and open for 10 minutes to you alone."
    )
    static let finish = Words("Tandai selesai", "Mark as done")
    static let whatWasDone = Words("Apa yang dilakukan?", "What was done?")
    static let outcome = Words("Hasil", "Outcome")
    static let holds = Words("Penahanan", "Holds")
    static let holdsWhat = Words(
        "Yang ditahan tidak bisa dihapus: permohonan, catatan register, atau berkas, misalnya karena sengketa atau pemeriksaan.",
        "What is under a hold cannot be erased: a case, a record or a file, because of a dispute or an audit, for example."
    )
    static let holdUntil = Words("Ditahan sampai", "Held until")
    static let reason = Words("Alasan", "Reason")
    static let placeHold = Words("Tahan data ini", "Hold these data")
    static let liftHold = Words("Lepas penahanan", "Lift the hold")
    static let noHolds = Words("Tidak ada yang ditahan.", "Nothing is held.")
    static let history = Words("Riwayat pemrosesan", "Record of processing")
    static let answers = Words("Isian", "Answers")
    static let recipients = Words("Diteruskan kepada", "Passed on to")
    static let copyOfData = Words("Salinan data pribadi", "Copy of personal data")
    static let saved = Words("Tersimpan", "Saved")
}

extension IdentityCheck {
    /// What an official can have checked.
    static let atTheCounter = allCases.filter { $0 != .receiptLink }
}
