import Notices
package import Site

extension Site.Words {
    package static let reminders = Words("Pengingat", "Reminders")
    static let remindersExplained = Words(
        "Tenggat yang dekat atau lewat pada tugas Anda. Yang sudah dikerjakan hilang sendiri.",
        "Dates that are near or past among your duties. What is done disappears by itself."
    )
    static let remindersEmpty = Words(
        "Tidak ada yang mendesak. Pengingat muncul di sini sebelum tenggat, dan bila lewat.",
        "Nothing is urgent. Reminders appear here before a date, and once it has passed."
    )
    static let haveSeen = Words("Sudah saya baca", "I have read it")
    static let reminderSeen = Words("Dicatat. Tenggatnya tetap jalan.", "Noted. The date stands.")
}

extension Reminder.Kind {
    var words: Site.Words {
        switch self {
        case .due: Words("Tenggat dekat", "Soon due")
        case .late: Words("Lewat waktu", "Late")
        case .legalLimit: Words("Batas hukum dekat", "Legal limit near")
        }
    }

    var tone: StatusTag.Kind {
        switch self {
        case .due, .legalLimit: .attention
        case .late: .danger
        }
    }

    /// What has to be known, with the day on which it came to be.
    func sentence(_ asked: Site.Words, due: Site.Words?) -> Site.Words {
        let until = due ?? asked
        switch self {
        case .due:
            return Words(
                "Langkah ini harus selesai paling lambat \(until.indonesian).",
                "This step has to be done by \(until.text(in: .english))."
            )
        case .late:
            return Words(
                "Janji waktu lewat sejak \(asked.indonesian). Lihat sebabnya, lalu kerjakan "
                    + "atau alihkan.",
                "The promised time passed on \(asked.text(in: .english)). See why, then do it "
                    + "or hand it on."
            )
        case .legalLimit:
            return Words(
                "Batas waktu menurut hukum sudah dekat. Putuskan sebelum lewat; sistem tidak "
                    + "memutuskan sendiri.",
                "The legal limit is near. Decide before it passes; the system never decides."
            )
        }
    }
}
