import Blueprints
import Cases
import Site

/// The fixed sentences of this feature's pages.
extension Words {
    static let whatToArrange = Words("Apa yang ingin Anda urus?", "What do you want to arrange?")
    static let allNews = Words("Semua berita", "All news")
    static let often = Words("Sering diurus", "Often needed")
    static let alreadyApplied = Words("Sudah mengajukan?", "Already applied?")
    static let requestNumber = Words("Nomor permohonan", "Request number")
    static let exampleNumber = Words("Contoh: 4829-1037-5527", "Example: 4829-1037-5527")
    static let trackButton = Words("Lacak", "Track")
    static let continueByCode = Words(
        "Lanjutkan draf dengan kode",
        "Continue a draft with its code"
    )
    static let resumeCode = Words("Kode lanjut", "Draft code")
    static let howLong = Words("Lama", "Time")
    static let howMuch = Words("Biaya", "Fee")
    static let whatYouGet = Words("Hasil", "Result")
    static let free = Words("Gratis", "Free")
    static let feeByAnswers = Words("Dihitung dari jawaban Anda", "Worked out from your answers")
    static let canContinueLater = Words(
        "Bisa dilanjutkan nanti, juga dari ponsel lain.",
        "You can continue later, also on another phone."
    )
    static let toPrepare = Words("Yang perlu disiapkan", "What to prepare")
    static let theSteps = Words("Langkah-langkahnya", "The steps")
    static let howLongItTakes = Words("Berapa lama", "How long")
    static let ifAsked = Words(
        "Bila diminta uang, laporkan.",
        "If anybody asks for money, report it."
    )
    static let whatYouReceive = Words("Yang Anda terima", "What you receive")
    static let ifProblems = Words("Kalau ada masalah", "If something goes wrong")
    static let wholeStandard = Words("Standar pelayanan lengkap", "The whole service standard")
    static let legalBasis = Words("Dasar hukum", "Legal basis")
    static let facilities = Words("Fasilitas di loket", "Facilities at the counter")
    static let whoServes = Words("Siapa yang melayani", "Who serves you")
    static let whoSupervises = Words("Siapa yang mengawasi", "Who supervises")
    static let howManyStaff = Words("Jumlah petugas", "Number of staff")
    static let ourPromise = Words("Janji kami", "Our promise")
    static let dataSafety = Words("Keamanan data dan dokumen", "Safety of data and documents")
    static let evaluation = Words("Hasil evaluasi", "Evaluation")
    static let printStandard = Words("Cetak standar ini", "Print this standard")
    static let toTheOtherSystem = Words("Buka layanan itu", "Go to that service")
    static let runsElsewhere = Words(
        "Layanan ini berjalan di sistem nasional. Kami hanya menunjukkan jalannya.",
        "This service runs in a national system. We only show the way there."
    )
    static func allServices(_ count: Int) -> Words {
        Words("Semua layanan (\(count))", "All services (\(count))")
    }

    static let anyProblem = Words("Ada masalah?", "Is something wrong?")

    /// Why there is no form here, and where there is one.
    static func waits(for connection: Connection) -> Words {
        Words(
            "Sampaikan lewat \(connection.name), supaya tercatat dan dipantau secara nasional. "
                + "Formulir di sini belum dibuka karena kabupaten ini belum tersambung ke sana.",
            "Use \(connection.name), so that it is recorded and followed nationally. There is no "
                + "form here yet because this regency is not connected to it."
        )
    }

    static func open(_ connection: Connection) -> Words {
        Words("Buka \(connection.name)", "Go to \(connection.name)")
    }

    static let checkAnswers = Words(
        "Periksa jawaban, lalu kirim",
        "Check your answers, then send"
    )
    static let formChanged = Words("Formulir ini sudah berubah", "This form has changed")
    static let formChangedWhy = Words(
        "Aturan layanan ini diperbarui setelah Anda mulai mengisi. Jawaban Anda tetap tersimpan. "
            + "Lihat lagi pertanyaan yang ditandai.",
        "The rules of this service were renewed after you began. Your answers are kept. Look "
            + "again at the questions that are marked."
    )
    static let questionChanged = Words(
        "Pertanyaan ini berubah sejak Anda mengisinya. Periksa lagi.",
        "This question has changed since you filled it in. Look again."
    )
    static let notYetSent = Words("Permohonan belum terkirim.", "The request is not sent yet.")
    static let dataIsTrue = Words(
        "Data ini benar. Saya tahu keterangan palsu bisa dibatalkan.",
        "This is true. I know that a false statement can be undone."
    )
    static let confirmation = Words("Pernyataan", "Statement")
    static let sendRequest = Words("Kirim permohonan", "Send the request")
    static let sent = Words("Permohonan terkirim", "Request sent")
    static let yourNumber = Words("Nomor Anda", "Your number")
    static let keepTheLink = Words(
        "Anda tidak menulis nama dan nomor HP. Hanya tautan tanda terima ini yang membuka "
            + "permohonan Anda, jadi simpan baik-baik.",
        "You gave no name and no phone. Only this receipt's link opens your request, so keep it."
    )
    static let onlyTheLink = Words(
        "Permohonan ini tanpa nama. Buka tautan tanda terima Anda untuk melihat yang kurang.",
        "This request is anonymous. Open your receipt's link to see what is missing."
    )
    static let whatNext = Words("Apa yang terjadi berikutnya", "What happens next")
    static let keepThis = Words("Simpan gambar layar atau cetak.", "Take a screenshot or print it.")
    static let receiptLink = Words("Kode QR menuju tanda terima Anda", "QR code to your receipt")
    static let continueLater = Words(
        "Simpan dan lanjutkan nanti",
        "Save and continue later"
    )
    static let yourCode = Words("Kode lanjut Anda", "Your draft code")
    static let codeHint = Words(
        "Catat kode ini. Dengan kode ini draf bisa dibuka di ponsel mana pun selama 30 hari.",
        "Write this code down. It opens the draft on any phone for 30 days."
    )
    static let goOn = Words("Lanjut mengisi", "Go on")
    static let history = Words("Riwayat", "History")
    static let latestBy = Words("Paling lambat selesai", "Finished by")
    static let handledBy = Words("Ditangani", "Handled by")
    static let toComplete = Words("Perlu Anda lengkapi", "Needs something from you")
    static let lastFour = Words("4 angka terakhir nomor HP Anda", "Last 4 digits of your phone")
    static let openWhatIsMissing = Words("Lihat yang kurang", "See what is missing")
    static let complete = Words("Lengkapi permohonan", "Complete the request")
    static let openReceipt = Words("Buka permohonan saya", "Open my request")
    static let yourRequest = Words("Permohonan Anda", "Your request")
    static let yourAnswers = Words("Jawaban Anda", "Your answers")
    static let withdrawRequest = Words("Tarik permohonan", "Withdraw the request")
    static let whyWithdraw = Words("Kenapa Anda menariknya?", "Why do you withdraw it?")
    static let notSatisfied = Words("Belum puas dengan keputusan ini?", "Not content with this?")
    static let objectHere = Words("Ajukan keberatan", "Object")
    static let whyObject = Words("Kenapa Anda keberatan?", "Why do you object?")
    static let whyObjectHint = Words(
        "Tulis apa yang menurut Anda keliru. Hanya petugas unit ini yang membacanya.",
        "Write what you think is wrong. Only the officials of this unit read it."
    )
    static let objectUntil = Words("Paling lambat", "By")
    static let checkObjection = Words("Periksa keberatan Anda", "Check your objection")
    static let notYetObjected = Words("Keberatan belum terkirim.", "The objection is not sent yet.")
    static let sendObjection = Words("Kirim keberatan", "Send the objection")
    static let objectionSent = Words("Keberatan Anda kami terima", "We received your objection")
    static let whyObjectMissing = Words(
        "Tulis kenapa Anda keberatan",
        "Write why you object"
    )
    static let makeCode = Words("Buat kode lanjut", "Make a code to go on with")
    static let answersAreKept = Words(
        "Jawaban Anda sudah tersimpan. Dengan kode, Anda bisa melanjutkan di ponsel lain.",
        "Your answers are kept. With a code you can go on with them on another phone."
    )
    static let codeReplacesEarlier = Words(
        "Kode baru menggantikan kode yang dibuat sebelumnya.",
        "A new code replaces the one made before."
    )
    static let requestMovedOn = Words(
        "Permohonan ini berubah sejak halaman ini dibuka. Lihat dulu, lalu kirim lagi bila perlu.",
        "This request changed since the page was opened. Look at it first, then send again if needed."
    )
    static let changeLink = Words("Ganti tautan tanda terima", "Change the receipt's link")
    static let askToReopen = Words("Minta dibuka kembali", "Ask to reopen it")
    static let whyReopen = Words("Kenapa perlu dibuka kembali?", "Why should it be reopened?")
    static let letterIsReady = Words("Surat Anda sudah jadi", "Your letter is ready")
    static let fullName = Words("Nama lengkap", "Full name")
    static let nik = Words("NIK", "NIK")
    static let person = Words("Orang", "Person")
    static let entry = Words("Isian", "Entry")
    static let noResults = Words(
        "Coba kata lain, atau tanya petugas.",
        "Try other words, or ask an officer."
    )
    static let provenance = Words(
        "Layanan ini memakai cetak biru",
        "This service uses the blueprint"
    )

    static func noServiceFor(_ query: String) -> Words {
        Words(
            "Tidak ada layanan dengan kata \"\(query)\".",
            "There is no service with the words \"\(query)\"."
        )
    }

    static func promise(_ span: TimeSpan) -> Words {
        let unit =
            switch span.unit {
            case .workingDays: span.amount == 1 ? "working day" : "working days"
            case .workingHours: span.amount == 1 ? "working hour" : "working hours"
            case .days: span.amount == 1 ? "day" : "days"
            }
        return Words(span.description, "\(span.amount) \(unit)")
    }

    static func fee(_ rupiah: Int64) -> Words {
        rupiah == 0 ? .free : NumberWords.money(Int(rupiah))
    }

    static func number(_ number: TrackingNumber) -> Words {
        Words("Nomor \(number)", "Number \(number)")
    }

    /// The public stages, the same for every service.
    static func stage(_ stage: PublicStage) -> Words {
        switch stage {
        case .received: .received
        case .checked: .filesChecked
        case .processed: .inProgress
        case .decided: .decided
        case .finished: .finished
        }
    }
}

/// What officials read.
extension Words {
    static let state = Words("Keadaan", "State")
    static let signInTitle = Words("Masuk untuk petugas", "Sign in for officials")
    static let logInName = Words("Nama masuk", "Log-in name")
    static let password = Words("Sandi", "Password")
    static let mineView = Words("Milik saya", "Mine")
    static let unitView = Words("Unit saya", "My unit")
    static let lateView = Words("Lewat waktu", "Late")
    static let waitingView = Words("Menunggu warga", "Waiting for the citizen")
    static let opinionsView = Words("Diminta pendapat", "Opinion asked for")
    static let objectionsView = Words("Keberatan", "Objections")
    static let doneView = Words("Selesai", "Finished")
    static let view = Words("Tampilan", "View")
    static let mostUrgentFirst = Words("paling mendesak dulu", "most urgent first")
    static let searchCases = Words("Cari nomor, nama, NIK, HP", "Find by number, name, NIK, phone")
    static let numberColumn = Words("Nomor", "Number")
    static let serviceColumn = Words("Layanan", "Service")
    static let applicantColumn = Words("Pemohon", "Applicant")
    static let placeColumn = Words("Wilayah", "Place")
    static let nextStepColumn = Words("Langkah berikutnya", "Next step")
    static let dueColumn = Words("Tenggat", "Due")
    static let officerColumn = Words("Petugas", "Officer")
    static let nextStep = Words("Langkah berikutnya", "Next step")
    static let applicant = Words("Pemohon", "Applicant")
    static let answers = Words("Jawaban", "Answers")
    static let files = Words("Berkas", "Files")
    static let notes = Words("Catatan", "Notes")
    static let nameless = Words("Tanpa nama", "Anonymous")
    static let nameIsSecret = Words("Nama dirahasiakan", "Name kept secret")
    static let secretForOthers = Words(
        "Dirahasiakan: hanya unit ini yang melihat nama pemohon.",
        "Secret: only this unit sees the applicant's name."
    )
    static let writeNote = Words("Tulis catatan", "Write a note")
    static let whoReadsNote = Words("Siapa yang membacanya?", "Who reads it?")
    static let onlyOfficials = Words("Hanya petugas", "Officials only")
    static let alsoCitizen = Words("Kirim ke warga", "Send to the citizen")
    static let whoReadsMissing = Words(
        "Pilih siapa yang membaca catatan ini",
        "Choose who reads this note"
    )
    static let noteMissing = Words("Tulis catatannya", "Write the note")
    static let reason = Words("Alasan", "Reason")
    static let reasonMissing = Words("Tulis alasannya", "Write the reason")
    static let publicNote = Words("Catatan untuk warga", "Note for the citizen")
    static let internalNote = Words("Catatan untuk petugas", "Note for officials")
    static let untaken = Words("Belum diambil", "Not taken")
    static let takenByYou = Words("Anda", "You")
    static let assign = Words("Tugaskan kepada rekan", "Assign to a colleague")
    static let assignTo = Words("Siapa yang mengerjakan?", "Who works on it?")
    static let assignMissing = Words("Pilih rekan yang mengerjakan", "Choose who works on it")
    static let noColleague = Words(
        "Tidak ada rekan lain yang bertugas untuk langkah ini hari ini.",
        "No other colleague holds the duty of this step today."
    )
    static let withdrawForApplicant = Words("Tarik atas permintaan warga", "Withdraw on request")
    static let markTold = Words("Catat kabar ke warga", "Note that the citizen was told")
    static let whatWasTold = Words("Kabar apa yang disampaikan?", "What was told?")
    static let howWasTold = Words("Lewat apa?", "By which way?")
    static let byPhone = Words("Telepon", "Telephone")
    static let inPerson = Words("Bertemu langsung", "In person")
    static let noticeMissing = Words("Pilih kabar yang disampaikan", "Choose what was told")
    static let channelMissing = Words("Pilih lewat apa", "Choose by which way")
    static let giveBack = Words("Kembalikan ke unit", "Give back to the unit")
    static let askOpinion = Words("Minta pendapat", "Ask for an opinion")
    static let opinionOf = Words("Pendapat siapa yang diminta?", "Whose opinion is asked for?")
    static let question = Words("Pertanyaan", "Question")
    static let answerOpinion = Words(
        "Jawab permintaan pendapat",
        "Answer the request for an opinion"
    )
    static let signedScan = Words(
        "Pindaian surat yang sudah ditandatangani dan dicap",
        "Scan of the signed and stamped letter"
    )
    static let waitingForSignature = Words("Menunggu tanda tangan", "Waiting for the signature")
    static let printForSigning = Words(
        "Cetak surat untuk ditandatangani",
        "Print the letter for signing"
    )
    static let uploadScan = Words("Kirim pindaian", "Send the scan")
    static let voidLetter = Words("Batalkan nomor surat", "Void the letter's number")
    static let seeDraft = Words("Lihat konsep surat", "See the draft letter")
    static let version = Words("Aturan yang berlaku", "Rules in force")
    static let openField = Words("Tampilkan", "Show")
    static let opened = Words(
        "Anda membuka data ini, dan itu tercatat.",
        "You opened this, and it is recorded."
    )
    static let openingIsRecorded = Words(
        "NIK akan ditampilkan utuh, dan pembukaan ini tercatat.",
        "The NIK will be shown in full, and this is recorded."
    )
    static let movedOnTitle = Words("Berkas ini sudah berubah", "This case has changed")
    static let movedOn = Words(
        "Orang lain mengubah berkas ini setelah Anda membukanya. Bandingkan dulu, lalu ulangi bila masih perlu.",
        "Somebody changed this case after you opened it. Compare first, then try again if needed."
    )
    static let wanted = Words("Yang ingin Anda lakukan", "What you wanted to do")
    static let happened = Words("Yang terjadi sementara itu", "What happened meanwhile")
    static let backToCase = Words("Buka permohonan", "Open the case")
    static let letters = Words("Surat", "Letters")
    static let reopenCase = Words("Buka kembali", "Reopen")
    static let citizenObjects = Words("Warga mengajukan keberatan", "The citizen objects")
    static let answerObjection = Words("Jawab keberatan", "Answer the objection")
    static let whyItStands = Words("Kenapa keputusan tetap?", "Why does the decision stand?")
    static let citizenReadsThis = Words("Warga membaca jawaban ini.", "The citizen reads this.")
    static let verifyTitle = Words("Cek keaslian surat", "Check a letter")
    static let verifySigned = Words(
        "Surat ini tercatat dan sudah ditandatangani. Bandingkan isinya dengan kertas Anda.",
        "This letter is on record and signed. Compare it with your paper."
    )
    static let verifyWaiting = Words(
        "Surat ini sudah bernomor, tetapi masih menunggu tanda tangan.",
        "This letter has its number but is still waiting for the signature."
    )
    static let verifyVoided = Words(
        "Surat ini dibatalkan. Jangan dipakai.",
        "This letter was voided. Do not use it."
    )
    static let verifyErased = Words(
        "Surat ini pernah terbit. Isinya sudah dihapus atas permintaan yang sah.",
        "This letter was issued. Its content was erased on a lawful request."
    )
    static let letterNumber = Words("Nomor surat", "Letter number")
    static let letterDate = Words("Tanggal surat", "Date")
    static let issuedBy = Words("Diterbitkan oleh", "Issued by")
}
