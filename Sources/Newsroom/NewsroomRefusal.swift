import Stories

/// What the newsroom refuses, with the sentence for each.
package enum NewsroomRefusal: Refusal, Hashable {
    case noSuchNews
    case notYourDuty
    case ownWork
    case nothingWaits
    case notPublished
    case withdrawnAlready
    case correctionMissing
    case reasonMissing
    case pictureGone
    case movedOn

    package var sentence: String {
        switch self {
        case .noSuchNews: "Berita itu tidak ada."
        case .notYourDuty: "Halaman ini untuk petugas redaksi."
        case .ownWork:
            "Tulisan ini Anda simpan sendiri, jadi petugas redaksi lain yang menyetujuinya."
        case .nothingWaits: "Tidak ada tulisan yang menunggu."
        case .notPublished: "Berita ini belum terbit, jadi tidak bisa ditarik."
        case .withdrawnAlready: "Berita ini sudah ditarik dan tidak diubah lagi."
        case .correctionMissing:
            "Tulis apa yang diperbaiki. Pembaca akan melihatnya di bawah berita."
        case .reasonMissing: "Tulis mengapa berita ini ditarik. Pembaca akan melihatnya."
        case .pictureGone: "Fotonya tidak tersimpan lagi. Buka lagi tulisannya, lalu pilih fotonya."
        case .movedOn: "Ada yang mengubah berita ini lebih dulu. Lihat lagi, lalu kirim ulang."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .noSuchNews: "There is no such news."
        case .notYourDuty: "This page is for officials of the newsroom."
        case .ownWork:
            "You saved this text yourself, so another official of the newsroom approves it."
        case .nothingWaits: "No text is waiting."
        case .notPublished: "This news is not published yet, so it cannot be withdrawn."
        case .withdrawnAlready: "This news was withdrawn and does not change any more."
        case .correctionMissing: "Write what is corrected. Readers will see it below the news."
        case .reasonMissing: "Write why this news is withdrawn. Readers will see it."
        case .pictureGone: "The photo is not kept any more. Open the text again and choose it."
        case .movedOn: "Somebody changed this news first. Look again, then send it again."
        }
    }

    package var status: Int {
        switch self {
        case .noSuchNews: 404
        case .notYourDuty, .ownWork: 403
        case .nothingWaits, .notPublished, .withdrawnAlready, .pictureGone, .movedOn: 409
        case .correctionMissing, .reasonMissing: 422
        }
    }
}
