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
        case .notPublished: "Belum ada yang diterbitkan. Jalankan `serasan publish` lebih dulu."
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
        case .notPublished: "Nothing is published yet. Run `serasan publish` first."
        case .pinHasSixDigits: "A PIN has 6 digits."
        case .pinTooEasy: "That PIN is easily guessed. Choose 6 other digits."
        case .wrongPIN: "The PIN does not match. After 5 tries, sign in with your password."
        case .pinNotHere: "A PIN cannot be used here now. Sign in with your password."
        }
    }

    package var status: Int {
        switch self {
        case .alreadyKnown, .logInTaken: 409
        case .unknownOfficial, .unknownPost: 404
        case .endsBeforeItBegins, .passwordTooShort, .pinHasSixDigits, .pinTooEasy: 422
        case .wrongPassword, .wrongPIN: 401
        case .pinNotHere: 403
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
