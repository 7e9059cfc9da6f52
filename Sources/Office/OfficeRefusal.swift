import Stories

/// What the office refuses, with the sentence for each.
package enum OfficeRefusal: Refusal, Hashable {
    case alreadyKnown
    case logInTaken
    case unknownOfficial
    case unknownPost
    case endsBeforeItBegins
    case wrongPassword
    case waitAfterFailures(seconds: Int64)
    case tooManyAtOnce
    case passwordTooShort
    case notPublished
    case reasonMissing
    case noSecondFactor
    case codeNotRight
    case activationUnknown
    case passwordTooCommon
    case passwordTooLong
    case movedOn
    case notYourOwn
    case pinHasSixDigits
    case pinTooEasy
    case wrongPIN
    case pinNotHere

    package var sentence: String {
        switch self {
        case .alreadyKnown: "Petugas ini sudah tercatat."
        case .logInTaken: "Nama masuk itu sudah dipakai. Pilih nama lain."
        case .unknownOfficial: "Petugas itu tidak ada, atau sudah tidak bertugas."
        case .unknownPost: "Jabatan itu tidak ada. Lihat daftar jabatan di regency.yaml."
        case .endsBeforeItBegins: "Tanggal akhir lebih awal daripada tanggal mulai."
        case .wrongPassword: "Nama atau sandi tidak cocok. Periksa lagi, lalu coba sekali lagi."
        case .waitAfterFailures(let seconds):
            "Terlalu sering dicoba. Tunggu \(Self.wait(seconds)), lalu coba lagi."
        case .tooManyAtOnce: "Sistem sedang ramai. Coba lagi sebentar lagi."
        case .passwordTooShort: "Sandi paling sedikit 10 huruf."
        case .activationUnknown:
            "Kode aktivasi ini tidak berlaku: salah ketik, sudah dipakai, atau lewat 14 hari."
        case .passwordTooCommon:
            "Sandi ini terlalu mudah ditebak. Pilih beberapa kata yang hanya Anda yang tahu."
        case .passwordTooLong: "Sandi paling banyak 200 huruf."
        case .movedOn: "Data petugas ini baru saja diubah orang lain. Buka lagi, lalu ulangi."
        case .notYourOwn: "Kode ponsel Anda sendiri hanya bisa dilepas oleh pengelola lain."
        case .noSecondFactor: "Petugas ini belum memasang kode dari ponsel."
        case .codeNotRight: "Kode tidak cocok. Pakai kode yang tampil sekarang di ponsel."
        case .notPublished: "Belum ada yang diterbitkan. Jalankan `serasan publish` lebih dulu."
        case .reasonMissing: "Tulis alasannya."
        case .pinHasSixDigits: "PIN harus 6 angka."
        case .pinTooEasy: "PIN itu mudah ditebak. Pilih 6 angka yang lain."
        case .wrongPIN: "PIN tidak cocok. Setelah 5 kali, masuk dengan sandi."
        case .pinNotHere: "PIN tidak bisa dipakai di sini sekarang. Masuk dengan sandi."
        }
    }

    package var sentenceInEnglish: String {
        switch self {
        case .alreadyKnown: "This official is already on record."
        case .logInTaken: "That log-in name is in use. Choose another."
        case .unknownOfficial: "There is no such official, or they no longer serve."
        case .unknownPost: "There is no such post. See the posts in regency.yaml."
        case .endsBeforeItBegins: "The last day is before the first."
        case .wrongPassword: "Name or password does not match. Check them and try once more."
        case .waitAfterFailures(let seconds):
            "Too many tries. Wait \(Self.waitInEnglish(seconds)), then try again."
        case .tooManyAtOnce: "The system is busy. Try again in a moment."
        case .passwordTooShort: "A password has at least 10 characters."
        case .activationUnknown:
            "This activation code is not valid: mistyped, used already, or older than 14 days."
        case .passwordTooCommon:
            "This password is too easy to guess. Choose a few words that only you know."
        case .passwordTooLong: "A password has at most 200 characters."
        case .movedOn: "Somebody has just changed this official. Open the page again."
        case .notYourOwn: "Only another manager can take away your own phone's codes."
        case .noSecondFactor: "This official has not set up codes from a phone."
        case .codeNotRight: "The code does not match. Use the one that the phone shows now."
        case .notPublished: "Nothing is published yet. Run `serasan publish` first."
        case .reasonMissing: "Write the reason."
        case .pinHasSixDigits: "A PIN has 6 digits."
        case .pinTooEasy: "That PIN is easily guessed. Choose 6 other digits."
        case .wrongPIN: "The PIN does not match. After 5 tries, sign in with your password."
        case .pinNotHere: "A PIN cannot be used here now. Sign in with your password."
        }
    }

    package var status: Int {
        switch self {
        case .alreadyKnown, .logInTaken, .movedOn: 409
        case .unknownOfficial, .unknownPost, .noSecondFactor, .activationUnknown: 404
        case .endsBeforeItBegins, .passwordTooShort, .passwordTooCommon, .passwordTooLong,
            .reasonMissing, .pinHasSixDigits, .pinTooEasy:
            422
        case .wrongPassword, .codeNotRight, .wrongPIN: 401
        case .notYourOwn, .pinNotHere: 403
        case .waitAfterFailures: 429
        case .tooManyAtOnce, .notPublished: 503
        }
    }

    private static func waitInEnglish(_ seconds: Int64) -> String {
        seconds < 120 ? "\(seconds) seconds" : "\((seconds + 59) / 60) minutes"
    }

    private static func wait(_ seconds: Int64) -> String {
        seconds < 120 ? "\(seconds) detik" : "\((seconds + 59) / 60) menit"
    }
}
