import Notices
import Site

extension Site.Words {
    static let noticesToCitizens = Words("Kabar ke warga", "News to citizens")
    static let openWhatsApp = Words(
        "Buka WhatsApp dengan pesan ini",
        "Open WhatsApp with this message"
    )
    static let haveSent = Words("Sudah saya kirim", "I have sent it")
    static let cannotSend = Words("Tidak bisa dikirim", "Cannot be sent")
    static let whyNot = Words("Sebabnya", "Why")
    static let chooseWhyNot = Words("Pilih sebabnya", "Choose why")
    static let noticesEmpty = Words(
        "Tidak ada kabar yang menunggu. Kabar baru muncul di sini setelah suatu perkara berubah.",
        "No news is waiting. New ones appear here after a case changes."
    )
    static let openedIsNotSent = Words(
        "Membuka WhatsApp belum berarti terkirim. Tandai setelah pesan benar-benar Anda kirim.",
        "Opening WhatsApp does not mean that it was sent. Tick it once you really have sent it."
    )
    static let noticeMarked = Words("Dicatat. Terima kasih.", "Noted. Thank you.")
    static let noticesNotSent = Words("Tidak bisa dikirim", "Could not be sent")
    static let mayReachHelper = Words(
        "Permohonan ini diisi dengan bantuan. Nomor HP-nya bisa jadi milik penolong.",
        "This request was filled in with help. The number may be the helper's."
    )
    static let noticeWaits = Words("Menunggu dikirim", "Waiting to be sent")
}

extension WhyNotSent {
    var words: Site.Words {
        switch self {
        case .noSuchNumber: Words("Nomornya salah", "The number is wrong")
        case .notOnWhatsApp: Words("Nomor itu tanpa WhatsApp", "The number has no WhatsApp")
        case .noAnswer: Words("Tidak dijawab", "No answer")
        case .other: Words("Sebab lain", "Another reason")
        }
    }
}

extension NoticeChannel {
    var words: Site.Words {
        switch self {
        case .desk: Words("WhatsApp")
        case .mail: Words("surel", "e-mail")
        case .gateway: Words("gerbang pesan", "the message gateway")
        case .none: Words("tidak ada saluran", "no way")
        }
    }
}

extension NoticeStep {
    /// What is known, and no more than that.
    var words: Site.Words {
        switch (state, channel) {
        case (.opened, _): Words("Pesan dibuka di WhatsApp", "Message opened in WhatsApp")
        case (.told, _):
            Words("Pesan dikirim lewat WhatsApp", "Message sent by WhatsApp")
        case (.sent, _):
            Words("Surel diterima server surel", "E-mail taken by the mail server")
        case (.handed, _):
            Words("Pesan diserahkan ke gerbang pesan", "Message handed to the gateway")
        case (.delivered, _):
            Words("Pesan sampai, menurut gerbang", "Message delivered, the gateway reports")
        case (.failed, let channel):
            Words(
                "Kabar lewat \(channel.words.indonesian) tidak bisa dikirim",
                "News by \(channel.words.text(in: .english)) could not be sent"
            )
        case (.waiting, _): .noticeWaits
        case (.dropped, _): Words("Kabar dibatalkan", "News cancelled")
        }
    }
}
