import Stories

/// What looking after people refuses, with the sentence for each.
package enum PeopleRefusal: Refusal, Hashable {
    case noSuchOfficial
    case lastKeeper
    case noSlips
    case noSuchImport
    case fileMissing
    case fileTooLarge
    case tooManyRows
    case fileEmpty
    case nothingToImport
    case importFollowedUp
    case importUndone
    case noSuchRotation
    case rotationOver
    case rotationEmpty
    case rotationInPast
    case holesUnanswered
    case movedOn

    package var sentence: String {
        switch self {
        case .noSuchOfficial: "Petugas itu tidak ada."
        case .lastKeeper:
            "Ini pengelola terakhir. Tempatkan dulu pengelola lain, supaya kantor tidak terkunci."
        case .noSlips:
            "Slip hanya bisa dicetak selama satu jam oleh yang membuatnya. Buat slip baru."
        case .noSuchImport: "Impor itu tidak ada, atau sudah lewat 30 hari."
        case .fileMissing: "Pilih berkas CSV dulu."
        case .fileTooLarge: "Berkas ini lebih besar dari 4 MB. Bagi menjadi beberapa berkas."
        case .tooManyRows:
            "Berkas ini lebih dari 3.000 baris. Bagi menjadi beberapa berkas, paling banyak 3.000 "
                + "baris setiap berkas."
        case .fileEmpty: "Berkas ini tidak berisi baris data. Baris pertama harus nama kolom."
        case .nothingToImport: "Tidak ada baris yang bisa dimasukkan."
        case .importFollowedUp:
            "Impor ini tidak bisa dibatalkan lagi: data petugasnya sudah dipakai atau diubah."
        case .importUndone: "Impor ini sudah dibatalkan."
        case .noSuchRotation: "Mutasi itu tidak ada."
        case .rotationOver: "Mutasi ini sudah berlaku atau dibatalkan, jadi tidak bisa diubah."
        case .rotationEmpty: "Mutasi ini belum berisi satu langkah pun."
        case .rotationInPast: "Tanggal mulai mutasi paling cepat besok."
        case .holesUnanswered:
            "Masih ada tugas yang akan kosong. Pilih pengganti, atau centang: kosong, saya tahu."
        case .movedOn: "Halaman ini sudah berubah sejak Anda buka. Buka lagi, lalu ulangi."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .noSuchOfficial: "There is no such official."
        case .lastKeeper:
            "This is the last manager. Place another one first, or the office locks itself out."
        case .noSlips:
            "Slips can be printed for one hour by whoever made them. Make a new slip."
        case .noSuchImport: "There is no such import, or it is older than 30 days."
        case .fileMissing: "Choose a CSV file first."
        case .fileTooLarge: "This file is larger than 4 MB. Split it into several."
        case .tooManyRows:
            "This file has more than 3,000 rows. Split it into files of at most 3,000 rows."
        case .fileEmpty: "This file has no rows of data. The first row must name the columns."
        case .nothingToImport: "There is no row that can be taken in."
        case .importFollowedUp:
            "This import cannot be undone any more: its officials have been used or changed."
        case .importUndone: "This import has been undone."
        case .noSuchRotation: "There is no such rotation."
        case .rotationOver: "This rotation is in effect or cancelled, so it cannot be changed."
        case .rotationEmpty: "This rotation has no moves yet."
        case .rotationInPast: "A rotation begins tomorrow at the earliest."
        case .holesUnanswered:
            "Some duties will have nobody. Choose a deputy, or tick: vacant, I know."
        case .movedOn: "This page has changed since you opened it. Open it again and repeat."
        }
    }

    package var status: Int {
        switch self {
        case .noSuchOfficial, .noSuchImport, .noSuchRotation, .noSlips: 404
        case .lastKeeper, .importFollowedUp, .importUndone, .rotationOver, .movedOn: 409
        case .fileTooLarge, .tooManyRows: 413
        case .fileMissing, .fileEmpty, .nothingToImport, .rotationEmpty, .rotationInPast,
            .holesUnanswered:
            422
        }
    }
}
