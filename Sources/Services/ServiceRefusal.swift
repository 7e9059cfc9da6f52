import Stories

/// What the services refuse besides the rules of a case.
package enum ServiceRefusal: Refusal, Hashable {
    case noSuchCase
    case noSuchService
    case noSuchDraft
    case draftMovedOn
    case noUnitForVillage
    case notYourCase
    case nameIsSecret
    case onlyAdvises
    case linkExpired
    case tooManyTries(until: String)
    case otherContent
    case noSpaceForFiles
    case downloadNotRecorded
    case notAtCounter
    case notAHelper
    case helpedNotHere
    case helperSignedOut
    case formUnknown
    case formUsed
    case signInToSend
    case filledInByAnother
    case consentMissing

    package var sentence: String {
        switch self {
        case .noSuchCase:
            "Kami tidak menemukan nomor itu. Periksa lagi angkanya, atau tanya petugas"
        case .noSuchService: "Layanan ini tidak ada, atau sedang tidak dibuka."
        case .noSuchDraft:
            "Draf ini tidak ada lagi di sini. Buka dengan kode lanjut, atau mulai permohonan baru."
        case .draftMovedOn:
            "Draf ini juga sedang diisi di layar lain. Muat ulang halaman, lalu kirim lagi."
        case .noUnitForVillage:
            "Belum ada kantor yang melayani desa itu lewat sini. Datang ke loket kecamatan."
        case .notYourCase: "Permohonan ini ditangani kantor lain, jadi isinya tidak dibuka di sini."
        case .nameIsSecret:
            "Pemohon meminta namanya dirahasiakan. Hanya unit yang memutuskan boleh melihatnya."
        case .onlyAdvises:
            "Unit Anda hanya diminta pendapat. Yang memutuskan unit lain, jadi ini tidak dibuka."
        case .linkExpired:
            "Tautan ini sudah tidak berlaku. Datang ke loket dengan tanda terima Anda."
        case .tooManyTries(let until): "Sudah terlalu sering dicoba. Coba lagi setelah \(until)."
        case .otherContent:
            "Permohonan ini sudah terkirim dengan isi yang lain. Lihat yang sudah terkirim dulu."
        case .noSpaceForFiles:
            "Tempat berkas hampir penuh, jadi foto belum bisa diterima. Jawaban Anda tetap tersimpan."
        case .downloadNotRecorded:
            "Waktu mengunduh sudah habis. Kembali ke kotak kerja dan tulis alasannya lagi."
        case .notAtCounter:
            "Halaman ini untuk petugas loket. Minta pengelola menambah tugas itu pada jabatan Anda."
        case .notAHelper:
            "Halaman ini untuk penolong warga. Minta pengelola menambah tugas itu pada jabatan Anda."
        case .helpedNotHere:
            "Orang itu tidak ada pada daftar Anda sejak masuk. Minta persetujuannya lagi."
        case .helperSignedOut:
            "Formulir ini diisi bersama penolong. Masuk dulu sebagai penolong itu."
        case .formUnknown: "Nomor itu bukan borang kantor ini untuk layanan ini."
        case .formUsed: "Nomor borang itu sudah tercatat atau sudah ditarik."
        case .signInToSend: "Masuk dulu sebagai petugas yang mengisi formulir ini."
        case .filledInByAnother:
            "Formulir ini diisi oleh petugas lain. Masuk sebagai petugas itu untuk mengirimnya."
        case .consentMissing:
            "Nama, sapaan, atau persetujuan warga belum lengkap. Buka lagi, lalu lengkapi."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .noSuchCase: "We cannot find that number. Check the digits, or ask an officer"
        case .noSuchService: "There is no such service, or it is not open now."
        case .noSuchDraft:
            "This draft is no longer here. Open it with its code, or start a new request."
        case .draftMovedOn:
            "This draft is being filled in on another screen too. Reload the page and send again."
        case .noUnitForVillage:
            "No office serves that village here yet. Please come to the district's counter."
        case .notYourCase: "Another office handles this request, so it does not open here."
        case .nameIsSecret:
            "The applicant asked for secrecy. Only the unit that decides may see the name."
        case .onlyAdvises:
            "Your unit is only asked for its opinion. Another one decides, so this stays closed."
        case .linkExpired: "This link is no longer valid. Come to the counter with your receipt."
        case .tooManyTries(let until): "Too many tries. Try again after \(until)."
        case .otherContent:
            "This request was already sent with other content. See what was sent first."
        case .noSpaceForFiles:
            "There is little room left for files, so photos cannot be taken now. Your answers are kept."
        case .downloadNotRecorded:
            "The time for this download is over. Go back to the inbox and say why once more."
        case .notAtCounter:
            "This page is for the counter. Ask the administrator to add that duty to your post."
        case .notAHelper:
            "This page is for helpers. Ask the administrator to add that duty to your post."
        case .helpedNotHere:
            "That person is not on your list since you signed in. Ask for their consent again."
        case .helperSignedOut:
            "This form is filled in with a helper. Sign in as that helper first."
        case .formUnknown: "That number is no form of this office for this service."
        case .formUsed: "That form's number is recorded or was given back already."
        case .signInToSend: "Sign in first as the official who filled in this form."
        case .filledInByAnother:
            "Another official filled in this form. Sign in as that official to send it."
        case .consentMissing:
            "Name, title or consent of the citizen is incomplete. Open it again and complete it."
        }
    }

    package var status: Int {
        switch self {
        case .noSuchCase, .noSuchService, .noSuchDraft, .helpedNotHere, .formUnknown: 404
        case .signInToSend, .filledInByAnother: 401
        case .noUnitForVillage, .consentMissing: 422
        case .notYourCase, .nameIsSecret, .onlyAdvises, .downloadNotRecorded, .notAtCounter,
            .notAHelper, .helperSignedOut:
            403
        case .linkExpired: 410
        case .tooManyTries: 429
        case .otherContent, .formUsed, .draftMovedOn: 409
        case .noSpaceForFiles: 507
        }
    }
}
