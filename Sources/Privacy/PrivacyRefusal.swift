import Stories

/// What looking after people's data refuses, with the sentence for each.
package enum PrivacyRefusal: Refusal, Hashable {
    case notYourDuty
    case byPIN
    case noSuchRequest
    case noSuchCase
    case movedOn
    case receivedAtAnotherTime
    case wordsMissing
    case nothingTicked
    case ownProposal
    case held
    case noHold
    case holdInPast
    case notAskedFor
    case downloadOver
    case notByConsent
    case keptByLaw
    case notRestrictable
    case askedOften
    case noSuchBreach
    case noSuchDestruction
    case destructionOpen
    case toldAtAnotherTime
    case toldAlready
    case notToldYet
    case nothingToJudge
    case nextJudgementInPast

    package var sentence: String {
        switch self {
        case .notYourDuty: "Halaman ini untuk pejabat pelindung data pribadi."
        case .byPIN: "Masuk dulu dengan sandi Anda sendiri: PIN meja bersama tidak cukup di sini."
        case .noSuchRequest: "Permintaan itu tidak ada."
        case .noSuchCase: "Tidak ada permohonan, catatan, atau berkas dengan nomor itu."
        case .movedOn: "Permintaan ini sudah berubah sejak Anda buka. Buka lagi, lalu ulangi."
        case .receivedAtAnotherTime:
            "Waktu diterima harus dalam 30 hari terakhir, dan tidak boleh di masa depan."
        case .wordsMissing: "Tulis alasan atau jawabannya dengan kata-kata."
        case .nothingTicked: "Centang dulu mana yang milik orang ini."
        case .ownProposal: "Anda yang memutuskan. Penghapusan harus disetujui petugas lain."
        case .held:
            "Ada data yang ditahan, jadi tidak boleh dihapus. Lihat daftar penahanan."
        case .noHold: "Data itu tidak sedang ditahan."
        case .holdInPast: "Hari terakhir penahanan tidak boleh sudah lewat."
        case .notAskedFor: "Orang ini tidak meminta salinan datanya."
        case .askedOften:
            "Permintaan Anda yang lain masih menunggu jawaban. Tunggu dulu jawabannya."
        case .notByConsent:
            "Layanan itu tidak berdasar persetujuan. Tolak dengan alasan itu, atau lepas centangnya."
        case .keptByLaw:
            "Semua yang dicentang masih wajib disimpan. Tolak dengan alasan dan tanggalnya."
        case .notRestrictable:
            "Catatan register dan berkas tidak bisa dibatasi. Lepas centangnya, atau pilih "
                + "pembetulan atau penghapusan."
        case .noSuchDestruction: "Usulan pemusnahan itu tidak ada."
        case .destructionOpen: "Selesaikan dulu usulan pemusnahan yang masih terbuka."
        case .noSuchBreach: "Catatan kebocoran itu tidak ada."
        case .toldAtAnotherTime:
            "Pilih siapa, dan waktu antara kebocoran dipastikan dan sekarang."
        case .toldAlready: "Itu sudah tercatat. Buka lagi catatannya."
        case .notToldYet: "Pemilik data dan lembaga harus diberi tahu dulu."
        case .nothingToJudge: "Permohonan itu tidak perlu dinilai sekarang."
        case .nextJudgementInPast: "Tanggal penilaian berikutnya harus sesudah hari ini."
        case .downloadOver: "Waktu unduhnya sudah lewat. Tekan tombol unduh lagi."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .notYourDuty: "This page is for the data-protection officer."
        case .byPIN: "Sign in with your own password first: a PIN is not enough here."
        case .noSuchRequest: "There is no such request."
        case .noSuchCase: "There is no case, record or file with this number."
        case .movedOn: "This request has changed since you opened it. Open it again and repeat."
        case .receivedAtAnotherTime:
            "It must have been received in the last 30 days, and not in the future."
        case .wordsMissing: "Write the reason or the answer in words."
        case .nothingTicked: "First tick what is this person's."
        case .ownProposal: "You decided it. Another official must approve an erasure."
        case .held: "Some of it is under a hold, so it must not be erased. See the list of holds."
        case .noHold: "This is not under a hold."
        case .holdInPast: "The last day of a hold must not have passed."
        case .notAskedFor: "This person did not ask for a copy of their data."
        case .askedOften: "Other requests of yours still wait for an answer. Please wait for it."
        case .notByConsent:
            "That service does not rest on consent. Refuse for that reason, or untick the case."
        case .keptByLaw:
            "The law still keeps all that is ticked. Refuse with the reason and the date."
        case .notRestrictable:
            "Records of registers and files cannot be restricted. Untick them, or choose "
                + "a correction or an erasure."
        case .noSuchDestruction: "There is no such proposal."
        case .destructionOpen: "Finish the proposal that is still open first."
        case .noSuchBreach: "There is no such record of a breach."
        case .toldAtAnotherTime:
            "Say who was told, at a time between the breach's confirmation and now."
        case .toldAlready: "This is on record already. Open the record again."
        case .notToldYet: "The people and the agency must be told first."
        case .nothingToJudge: "This case need not be judged now."
        case .nextJudgementInPast: "The date of the next judgement must be after today."
        case .downloadOver: "The time for this download is over. Press the button again."
        }
    }

    package var status: Int {
        switch self {
        case .notYourDuty, .byPIN: 403
        case .noSuchRequest, .noSuchCase, .noSuchBreach, .noSuchDestruction,
            .nothingToJudge:
            404
        case .movedOn, .ownProposal, .held, .noHold, .notAskedFor, .toldAlready, .notToldYet,
            .notByConsent, .destructionOpen, .keptByLaw, .notRestrictable:
            409
        case .askedOften: 429
        case .downloadOver: 410
        case .receivedAtAnotherTime, .wordsMissing, .nothingTicked, .holdInPast,
            .toldAtAnotherTime, .nextJudgementInPast:
            422
        }
    }
}
