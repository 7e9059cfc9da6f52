import Site

/// What officials read in the inbox and what belongs to it.
extension Words {
    static let foundCases = Words("Hasil pencarian", "What was found")
    static let clearSearch = Words("Hapus pencarian", "Clear the search")
    static let searchUnfiltered = Words("Cari tanpa saringan", "Search without filters")
    static let siftedNewestOnly = Words(
        "Yang cocok lebih dari \(InboxQuery.most). Saringan dipakai pada yang terbaru saja. Tulis "
            + "lebih lengkap bila yang dicari tidak ada.",
        "More than \(InboxQuery.most) match. The filters look at the latest only. Write more of "
            + "it if yours is not here."
    )
    static let undoLink = Words("Batalkan tautan", "Undo the link")
    static let undoPayment = Words("Batalkan catatan pembayaran", "Take back the payment")
    static let whyUndone = Words("Mengapa dibatalkan?", "Why is it taken back?")
    static let staysInHistory = Words(
        "Catatan lama tetap ada di riwayat, bersama alasan ini.",
        "What was recorded stays in the history, with this reason."
    )
    static let feeFirst = Words(
        "Tindakan ini menunggu biaya dibayar. Catat pembayarannya dulu.",
        "This action waits for the fee. Record the payment first."
    )
    static let snoozedView = Words("Ditunda", "Set aside")
    static let keptViews = Words("Tampilan tersimpan", "Kept views")
    static let keepView = Words("Simpan tampilan ini", "Keep this view")
    static let arrangeViews = Words("Atur tampilan", "Arrange views")
    static let thisList = Words("Daftar ini", "This list")
    static let removeView = Words("Hapus tampilan", "Remove view")
    static let noKeptViews = Words(
        "Belum ada tampilan tersimpan. Saring kotak kerja, lalu tekan \"Simpan tampilan ini\".",
        "There are no kept views yet. Filter the inbox, then press \"Keep this view\"."
    )
    static let keptViewGone = Words(
        "Tampilan itu sudah dihapus, atau milik unit lain. Ini kotak kerja unit Anda.",
        "That view was removed, or belongs to another unit. This is your unit's inbox."
    )
    static let keptUnitGone = Words(
        "Unit tampilan ini sudah tidak ada. Yang tampak hanya permohonan unit Anda sekarang.",
        "The unit of this view is no more. Only cases of your present units are shown."
    )
    static let keptUnitNotYours = Words(
        "Anda tidak lagi bertugas di unit tampilan ini. Yang tampak hanya permohonan unit Anda.",
        "You no longer work in this view's unit. Only cases of your units are shown."
    )
    static let keptFilterGone = Words(
        "Saringan tampilan ini menyebut layanan, langkah atau wilayah yang sudah tidak ada.",
        "This view's filters name a service, step or place that is no more."
    )
    static let whoSeesView = Words("Tampilan ini untuk siapa?", "Who is this view for?")
    static let whoSeesViewMissing = Words("Pilih untuk siapa tampilan ini", "Choose whom it is for")
    static let onlyMe = Words("Saya sendiri", "Only me")
    static let tooManyViews = Words(
        "Tampilan Anda sudah banyak. Hapus yang tidak dipakai dulu.",
        "You keep many views. Remove those that you do not use first."
    )
    static let ofOneOfficer = Words("Satu petugas", "One officer")
    static let receivedFrom = Words("Diterima dari tanggal", "Received from")
    static let receivedUntil = Words("Diterima sampai tanggal", "Received until")
    static let downloadCSV = Words("Unduh CSV", "Download CSV")
    static let whatToDownload = Words("Apa yang perlu ada di berkas?", "What should the file hold?")
    static let withoutPeople = Words("Tanpa nama pemohon", "Without the applicants' names")
    static let withPeople = Words("Dengan nama pemohon", "With the applicants' names")
    static let withPeopleHint = Words(
        "Tulis alasannya. Alasan dan nama Anda dicatat dan tidak bisa dihapus.",
        "Say why. The reason and your name are recorded and cannot be removed."
    )
    static let downloadReason = Words("Untuk apa nama itu diperlukan?", "What are the names for?")
    static func downloadLimits(_ rows: Int) -> Words {
        Words(
            "Berkas berisi paling banyak \(rows) permohonan pertama dari daftar yang Anda saring.",
            "The file holds the first \(rows) cases of the filtered list at most."
        )
    }
    static let forwardCases = Words("Teruskan", "Hand on")
    static let snooze = Words("Tunda", "Set aside")
    static let selectedRows = Words("Yang dipilih:", "Selected:")
    static let nothingSelected = Words("Belum ada yang dipilih", "Nothing is selected")
    static let selectFirst = Words(
        "Kembali ke kotak kerja, centang permohonannya, lalu tekan tombolnya lagi.",
        "Go back to the inbox, tick the cases, then press the button again."
    )
    static let closedToYou = Words(
        "Permohonan ini tidak ada di unit Anda",
        "This case is not at your unit"
    )
    static let changedSince = Words(
        "Sudah berubah sejak daftar tadi dibuka. Lihat dulu, lalu putuskan lagi",
        "It changed since the list was opened. Look at it, then decide again"
    )
    static let someNotDone = Words(
        "Sebagian tidak dikerjakan. Tiap permohonan diperiksa sendiri; sebabnya ada di bawah.",
        "Some were not done. Each case is looked at by itself; the reasons stand below."
    )
    static let notDone = Words("Tidak dikerjakan", "Not done")
    static let openCase = Words("Buka", "Open")
    static let snoozeUntil = Words("Ditunda sampai tanggal berapa?", "Until which day?")
    static let snoozeHint = Words(
        "Hari itu permohonan muncul lagi di kotak kerja. Paling lama 30 hari.",
        "On that day the case comes back to the inbox. 30 days at most."
    )
    static let snoozeReason = Words("Mengapa ditunda?", "Why is it set aside?")
    static let dayMissing = Words("Tulis tanggal, bulan dan tahunnya", "Write day, month and year")
    static let clockKeepsRunning = Words(
        "Tenggat tetap berjalan. Warga tidak melihat penundaan ini.",
        "The due date keeps running. The citizen does not see this."
    )
    static let proofOfPayment = Words("Nomor bukti bayar", "Number of the proof")
    static let recordPayment = Words("Catat pembayaran", "Record the payment")
    static let paidOn = Words("Tanggal pada bukti bayar", "Day on the proof of payment")
    static let fee = Words("Biaya", "Fee")
    static let notPaidYet = Words("belum tercatat dibayar", "not recorded as paid")
    static let linkCase = Words("Tautkan dengan permohonan lain", "Link with another case")
    static let otherNumber = Words("Nomor permohonan lain", "Number of the other case")
    static let otherNumberMissing = Words(
        "Tulis nomor permohonan lain, 12 angka, dari unit Anda",
        "Write the number of another case of your unit, 12 digits"
    )
    static let otherCases = Words("Permohonan lain", "Other cases")
    static let linkedCases = Words("Tertaut", "Linked")
    static let sameApplicant = Words(
        "NIK atau nomor HP-nya sama, dari 30 hari terakhir atau masih berjalan.",
        "Same NIK or phone, of the last 30 days or still running."
    )
    static let readySentences = Words("Kalimat siap pakai", "Ready sentences")
    static let keys = Words("Pintasan papan tik", "Keyboard shortcuts")
    static let keysAreOn = Words(
        "Pintasan menyala di peramban ini, hanya di kotak kerja dan halaman permohonan.",
        "Shortcuts are on in this browser, in the inbox and on cases only."
    )
    static let keysAreOff = Words(
        "Pintasan mati. Nyalakan bila Anda sering bekerja dengan papan tik.",
        "Shortcuts are off. Switch them on if you often work by keyboard."
    )
    static let switchKeysOn = Words("Nyalakan pintasan", "Switch shortcuts on")
    static let switchKeysOff = Words("Matikan pintasan", "Switch shortcuts off")

    /// "2 menit lalu".
    static func ago(seconds: Int64) -> Words {
        switch seconds {
        case ..<60: Words("baru saja", "just now")
        case ..<3600: Words("\(seconds / 60) menit lalu", "\(seconds / 60) minutes ago")
        case ..<86_400: Words("\(seconds / 3600) jam lalu", "\(seconds / 3600) hours ago")
        default: Words("\(seconds / 86_400) hari lalu", "\(seconds / 86_400) days ago")
        }
    }
}
