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
        case .reasonMissing: "Tulis alasannya."
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
        case .reasonMissing: "Write the reason."
        }
    }

    package var status: Int {
        switch self {
        case .alreadyKnown, .logInTaken: 409
        case .unknownOfficial, .unknownPost: 404
        case .endsBeforeItBegins, .passwordTooShort, .reasonMissing: 422
        case .wrongPassword: 401
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
