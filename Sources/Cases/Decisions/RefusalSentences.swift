/// The status and the one sentence in each language of every refusal.
struct ToldRefusal {
    let status: Int
    let indonesian: String
    let english: String

    init(_ status: Int, _ indonesian: String, _ english: String) {
        self.status = status
        self.indonesian = indonesian
        self.english = english
    }
}

extension ToldRefusal {
    static let alreadySubmitted = Self(
        409,
        "Permohonan ini sudah kami terima. Nomornya ada di tanda terima.",
        "We already have this application. Its number is on the receipt."
    )
    static let notSubmitted = Self(
        404,
        "Permohonan ini belum ada.",
        "There is no such application."
    )
    static let answersMissing = Self(
        422,
        "Jawabannya kosong. Isi formulir, lalu kirim lagi.",
        "The answers are empty. Fill in the form and send it again."
    )
    static let receivedInFuture = Self(
        422,
        "Waktu terima ada di masa depan. Periksa tanggal dan jamnya.",
        "The time of receipt lies in the future. Check date and time."
    )
    static func receivedTooLongAgo(_ days: Int) -> Self {
        Self(
            422,
            "Waktu terima lebih dari \(days) hari lalu. Minta atasan mencatatnya.",
            "It was received more than \(days) days ago. Ask your superior."
        )
    }

    static let delayReasonMissing = Self(
        422,
        "Tulis mengapa permohonan ini baru dicatat sekarang.",
        "Say why this application is recorded only now."
    )
    static let feeUnknown = Self(
        422,
        "Biaya tidak dapat dihitung dari jawaban ini. Periksa jawabannya.",
        "The fee cannot be worked out from these answers. Check them."
    )
    static let versionMissing = Self(
        409,
        "Aturan layanan untuk perkara ini tidak terbuka. Hubungi pengelola.",
        "The rules of this case are not at hand. Ask the administrator."
    )
    static func unitNotBound(_ name: String) -> Self {
        Self(
            409,
            "Unit \(name) belum ditetapkan. Minta pengelola menetapkannya.",
            "The unit \(name) is not bound. Ask the administrator to bind it."
        )
    }

    static let notYours = Self(
        403,
        "Langkah ini bukan tugas Anda. Teruskan ke petugas yang bertugas.",
        "This step is not your duty. Pass it to an official who holds it."
    )
    static let colleagueNotEntitled = Self(
        422,
        "Petugas itu tidak bertugas untuk langkah ini. Pilih petugas lain.",
        "That official does not hold this step's duty. Choose another."
    )
    static let takenBy = Self(
        409,
        "Perkara ini sudah diambil petugas lain. Pilih perkara berikutnya.",
        "Another official has already taken this case. Choose the next one."
    )
    static let notTaken = Self(
        409,
        "Perkara ini belum diambil siapa pun.",
        "Nobody has taken this case."
    )
    static let stepMovedOn = Self(
        409,
        "Perkara ini sudah pindah langkah. Muat ulang untuk melihatnya.",
        "The case has moved to another step. Reload to see it."
    )
    static let actionUnknown = Self(
        404,
        "Tindakan itu tidak ada pada langkah ini. Muat ulang halaman.",
        "There is no such action in this step. Reload the page."
    )
    static let actionNotOffered = Self(
        409,
        "Tindakan ini tidak berlaku untuk jawaban warga.",
        "This action does not apply to the citizen's answers."
    )
    static func timesUsedUp(_ times: Int) -> Self {
        Self(
            409,
            "Tindakan ini sudah dipakai \(times) kali, batasnya. Pilih tindakan lain.",
            "This was done \(times) times, the limit. Choose another action."
        )
    }

    static let reasonMissing = Self(
        422,
        "Tulis alasannya.",
        "Write the reason."
    )
    static let publicNoteMissing = Self(
        422,
        "Tulis pesan untuk warga.",
        "Write the message to the citizen."
    )
    static let internalNoteMissing = Self(
        422,
        "Tulis catatan untuk petugas.",
        "Write the note for officials."
    )
    static let fileMissing = Self(
        422,
        "Lampirkan berkasnya.",
        "Attach the file."
    )
    static let noteEmpty = Self(
        422,
        "Catatannya kosong. Tulis dulu, lalu simpan.",
        "The note is empty. Write it, then save."
    )
    static let waitingForCitizen = Self(
        409,
        "Perkara ini menunggu warga melengkapi berkas.",
        "The case waits for the citizen to complete it."
    )
    static let notWaiting = Self(
        409,
        "Tidak ada yang perlu dilengkapi sekarang.",
        "Nothing has to be completed now."
    )
    static let letterAwaitsSignature = Self(
        409,
        "Surat menunggu tanda tangan. Unggah pindaiannya atau batalkan.",
        "A letter awaits its signature. Upload its scan or void it."
    )
    static let letterUnknown = Self(
        404,
        "Surat itu tidak ada pada perkara ini.",
        "There is no such letter in this case."
    )
    static let letterNotNumbered = Self(
        409,
        "Surat ini belum bernomor, jadi belum dapat ditandatangani.",
        "The letter has no number yet, so it cannot be signed."
    )
    static let letterAlreadySigned = Self(
        409,
        "Surat ini sudah ditandatangani.",
        "This letter is signed already."
    )
    static let letterVoided = Self(
        409,
        "Surat ini sudah dibatalkan.",
        "This letter was voided."
    )
    static let registerMissing = Self(
        409,
        "Register nomor surat unit ini belum ada. Hubungi pengelola.",
        "This unit has no register of letters. Ask the administrator."
    )
    static let registerLocked = Self(
        409,
        "Register surat terkunci. Masukkan dulu nomor terakhir di buku.",
        "The register is locked. Enter the last number on paper first."
    )
    static let numberCannotBeFormed = Self(
        409,
        "Nomor surat tidak dapat disusun. Periksa pola nomornya.",
        "The letter's number cannot be formed. Check its template."
    )
    static let opinionNotPlanned = Self(
        409,
        "Langkah ini tidak meminta pendapat unit itu.",
        "This step does not ask that unit for an opinion."
    )
    static let opinionAlreadyAsked = Self(
        409,
        "Pendapat unit itu sudah diminta dan belum dijawab.",
        "That unit was asked already and has not answered."
    )
    static let opinionNotAsked = Self(
        409,
        "Pendapat unit Anda tidak diminta, atau sudah dijawab.",
        "Your unit was not asked, or has answered already."
    )
    static let tooLateToWithdraw = Self(
        409,
        "Permohonan ini sudah terlalu jauh untuk ditarik.",
        "The application has gone too far to be withdrawn."
    )
    static let notReopenable = Self(
        409,
        "Permohonan ini tidak dapat dibuka kembali.",
        "This application cannot be reopened."
    )
    static let tooLateToReopen = Self(
        409,
        "Waktu untuk membuka kembali sudah lewat. Ajukan permohonan baru.",
        "The time for reopening is over. Send a new application."
    )
    static let notObjectable = Self(
        409,
        "Keputusan ini tidak memakai keberatan.",
        "There is no objection to this decision."
    )
    static let tooLateToObject = Self(
        409,
        "Waktu untuk mengajukan keberatan sudah lewat.",
        "The time for an objection is over."
    )
    static let noObjection = Self(
        409,
        "Tidak ada keberatan yang menunggu jawaban pada perkara ini.",
        "No objection waits for an answer in this case."
    )
    static let alreadyObjected = Self(
        409,
        "Keberatan Anda sudah kami terima.",
        "We already have your objection."
    )
    static let closed = Self(
        409,
        "Perkara ini sudah berakhir.",
        "This case has ended."
    )
    static let erased = Self(
        410,
        "Jawaban perkara ini sudah dihapus. Perkara hanya dapat ditutup.",
        "The answers were erased. The case can only be closed."
    )
    static let notErased = Self(
        409,
        "Perkara ditutup begitu saja hanya setelah jawabannya dihapus.",
        "A case is simply closed only after its answers were erased."
    )
    static let notEnded = Self(
        409,
        "Perkara ini belum berakhir.",
        "This case has not ended."
    )
    static let timerAlreadyRan = Self(
        409,
        "Pengingat ini sudah berjalan.",
        "This timer has run already."
    )
    static let timerNotDue = Self(
        409,
        "Waktunya belum tiba.",
        "It is not time yet."
    )
    static let nothingToRecount = Self(
        409,
        "Tenggat tidak berubah.",
        "No due date changes."
    )
    static let otherVersion = Self(
        409,
        "Perkara ini memakai versi layanan yang lain.",
        "The case stays on another version of the service."
    )
    static let followedSinceMove = Self(
        409,
        "Perkara ini sudah dikerjakan di versi baru, jadi tidak dapat dikembalikan.",
        "The case was worked on under the new version, so it cannot go back."
    )
}
