/// What is told when the way ends elsewhere than hoped.
extension Words {
    package static func codeWrong(triesLeft: Int) -> Words {
        Words(
            "Kode tidak cocok. Masih \(triesLeft) kesempatan",
            "The code does not match. \(triesLeft) tries left"
        )
    }

    package static let codeExpired = Words(
        "Kode sudah lewat 10 menit",
        "The code is older than 10 minutes"
    )
    package static let numberUnknown = Words(
        "Kami tidak menemukan nomor itu. Periksa lagi angkanya, atau tanya petugas",
        "We do not find that number. Check the digits, or ask an officer"
    )
    package static let checkDigitWrong = Words(
        "Ada angka yang tertukar atau keliru tulis pada nomor itu",
        "Some digits of that number are swapped or mistyped"
    )
    package static let tooManyTries = Words(
        "Sudah terlalu sering dicoba. Tunggu satu jam, lalu coba lagi",
        "There were too many tries. Wait an hour, then try again"
    )
    package static let signedOutSafely = Words(
        "Anda keluar karena lama tidak aktif. Jawaban aman",
        "You were signed out after a quiet while. Your answers are safe"
    )
    package static let savedOffline = Words(
        "Tidak ada sinyal. Permohonan tersimpan di ponsel ini dan terkirim sendiri nanti",
        "There is no signal. The request is saved on this phone and will be sent later"
    )
    package static let notFoundTitle = Words("Halaman ini tidak ada", "This page does not exist")
    package static let notFound = Words(
        "Mungkin alamatnya berubah, atau ada huruf yang keliru.",
        "The address may have changed, or a letter is mistyped."
    )
    package static let overtakenTitle = Words(
        "Hak Anda baru saja berubah",
        "Your rights have just changed"
    )
    package static let overtaken = Words(
        "Tidak ada yang dicatat. Muat ulang halaman, lalu lihat tugas Anda sekarang.",
        "Nothing was recorded. Load the page again and see what your tasks are now."
    )
    package static let disturbanceTitle = Words(
        "Ada gangguan di sistem kami",
        "Our system has a problem"
    )
    package static let disturbance = Words(
        "Gangguan ini di sistem kami, bukan di ponsel Anda. Coba lagi beberapa menit lagi.",
        "The problem is in our system, not on your phone. Try again in a few minutes."
    )
    package static let damagedTitle = Words("Ini tidak bisa ditampilkan", "This cannot be shown")
    package static let damaged = Words(
        "Simpanan di sistem kami rusak di bagian ini, jadi tidak kami tampilkan. Sebutkan kode ini kepada petugas, supaya dipulihkan dari cadangan.",
        "What our system keeps is damaged here, so we do not show it. Tell an officer this code, so that it is restored from a backup."
    )
    package static let unsureTitle = Words(
        "Belum pasti apakah sudah tersimpan",
        "It is not certain whether this was saved"
    )
    package static let unsure = Words(
        "Kirim sekali lagi. Kami tidak akan mencatatnya dua kali.",
        "Send it once more. We will not record it twice."
    )
    package static let noRoomTitle = Words(
        "Belum bisa menyimpan",
        "Nothing can be saved just now"
    )
    package static let noRoom = Words(
        "Tempat penyimpanan kami penuh, jadi kiriman ini belum tersimpan. Yang sudah tersimpan aman.",
        "Our storage is full, so what you sent is not saved. What was saved before is safe."
    )
    package static let tryLater = Words(
        "Coba lagi beberapa menit lagi, atau datang ke loket.",
        "Try again in a few minutes, or come to the counter."
    )
    package static let refusedTitle = Words("Ini belum bisa", "This is not possible yet")
    package static let formStaleTitle = Words(
        "Kirim formulir ini sekali lagi",
        "Send this form once more"
    )
    package static let formStale = Words(
        "Kami tidak mengenali ponsel yang mengirimnya. Kembali, muat ulang halaman, lalu kirim lagi.",
        "We do not know the device that sent it. Go back, load the page again, then send it."
    )
    package static let tooLargeTitle = Words("Kiriman terlalu besar", "This is too large")
    package static let tooLarge = Words(
        "Kirim satu berkas saja, paling besar 8 MB.",
        "Send one file only, at most 8 MB."
    )
    package static let someoneWasFaster = Words(
        "Orang lain mengubah berkas ini. Bandingkan dulu sebelum menyimpan",
        "Somebody else changed this. Compare before you save"
    )

    package static func someoneChanged(_ who: String, at clock: String) -> Words {
        Words(
            "\(who) mengubah berkas ini pukul \(clock). Bandingkan dulu sebelum menyimpan",
            "\(who) changed this at \(clock). Compare before you save"
        )
    }

    package static func errorCode(_ code: String) -> Words {
        Words("Kode: \(code)", "Code: \(code)")
    }
}

/// The five stages and what else a request can be.
extension Words {
    package static let draft = Words("Draf", "Draft")
    package static let waitingForSignal = Words("Menunggu sinyal", "Waiting for signal")
    package static let received = Words("Diterima", "Received")
    package static let filesChecked = Words("Berkas diperiksa", "Files being checked")
    package static let needsYou = Words("Perlu Anda lengkapi", "Needs something from you")
    package static let inProgress = Words("Diproses", "In progress")
    package static let decided = Words("Diputuskan", "Decided")
    package static let finished = Words("Selesai", "Finished")
    package static let refused = Words("Ditolak", "Refused")
    package static let cancelled = Words("Dibatalkan", "Cancelled")
    package static let waitingForCitizen = Words("Menunggu warga", "Waiting for the citizen")
    package static let dueToday = Words("Hari ini", "Today")
    package static let onTime = Words("Tepat waktu", "On time")
    package static let finishedOnTime = Words("Selesai tepat waktu", "Finished on time")
    package static let notYetDone = Words("Belum selesai", "Not finished")
    package static let cannotStartYet = Words("Belum bisa dimulai", "Cannot start yet")
    package static let needsFixingTag = Words("Ada yang perlu diperbaiki", "Needs fixing")

    package static func daysLeft(_ days: Int) -> Words {
        Words("Sisa \(days) hari", days == 1 ? "1 day left" : "\(days) days left")
    }

    package static func daysLate(_ days: Int) -> Words {
        Words("Lewat \(days) hari", days == 1 ? "1 day late" : "\(days) days late")
    }

    package static func finishedLate(_ days: Int) -> Words {
        Words(
            "Selesai terlambat \(days) hari",
            days == 1 ? "Finished 1 day late" : "Finished \(days) days late"
        )
    }

    package static func stage(_ number: Int, of count: Int) -> Words {
        Words("Tahap \(number) dari \(count)", "Stage \(number) of \(count)")
    }
}

/// What differs between two versions.
extension Words {
    package static let part = Words("Bagian", "Part")
    package static let added = Words("Ditambah", "Added")
    package static let removed = Words("Dihapus", "Removed")
    package static let changed = Words("Diubah", "Changed")
    package static let yours = Words("Tulisan Anda", "What you wrote")
    package static let standsNow = Words("Yang tersimpan sekarang", "What is saved now")
}

/// What the web kit says for itself.
extension Words {
    package static let unreadable = Words(
        "Kiriman itu tidak utuh. Kembali, lalu kirim sekali lagi.",
        "What was sent is not whole. Go back and send it once more."
    )
    package static let methodUnknown = Words(
        "Halaman ini hanya bisa dibuka, bukan dikirimi.",
        "This page can only be opened, nothing can be sent to it."
    )
}
