import Site

/// The fixed sentences of helping people to fill in.
extension Words {
    static let readToCitizen = Words("Bacakan kepada warga", "Read this to the citizen")
    static let helpedToday = Words("Yang saya bantu hari ini", "Whom I help today")
    static let nobodyHelpedYet = Words(
        "Belum ada warga yang Anda bantu sejak masuk. Mulai dengan membacakan persetujuan.",
        "You have helped nobody since you signed in. Begin by reading the consent aloud."
    )
    static let helpSomebody = Words("Bantu warga", "Help somebody")
    static let helpAnother = Words("Bantu orang lain", "Help somebody else")
    static let consentFirst = Words("Minta persetujuan dulu", "Ask for consent first")
    static let howToCall = Words("Sapaan", "How to call them")
    static let mrs = Words("Ibu", "Ibu (Mrs)")
    static let mr = Words("Bapak", "Bapak (Mr)")
    static let noTitle = Words("Tanpa sapaan", "Neither")
    static let chooseTitle = Words("Pilih sapaan", "Choose how to call them")
    static let citizensName = Words("Nama warga", "Name of the citizen")
    static let writeName = Words(
        "Tulis nama lengkap seperti di KTP",
        "Write the full name as on the KTP"
    )
    static let citizenAgrees = Words("Warga hadir dan setuju", "The citizen is here and agrees")
    static let tickIfAgrees = Words(
        "Centang kotak ini kalau warga hadir dan setuju",
        "Tick this if the citizen is here and agrees"
    )
    static let whichService = Words("Layanan apa yang diperlukan?", "Which service is needed?")
    static let startFilling = Words("Mulai mengisi", "Begin to fill in")
    static let goOnFilling = Words("Lanjut mengisi", "Go on filling in")
    static let checkAloud = Words(
        "Bacakan jawaban di bawah satu per satu. Tanyakan apakah sudah benar.",
        "Read the answers below one by one. Ask whether they are right."
    )
    static let askBeforeSending = Words(
        "Tanyakan: bolehkah saya kirim sekarang?",
        "Ask: may I send it now?"
    )
    static let giveToCitizen = Words(
        "Berikan nomor dan PIN ini kepada warga. PIN dipakai bila ada yang perlu dilengkapi.",
        "Give this number and PIN to the citizen. The PIN is used when something is missing."
    )
    static let nothingKept = Words(
        "Jawaban sudah tidak ada di ponsel ini.",
        "The answers are no longer on this phone."
    )
    static let anotherService = Words("Layanan lain untuk orang ini", "Another service for them")
    static let codeToStatus = Words(
        "Kode QR menuju status permohonan",
        "QR code to how the request stands"
    )
    static let sentForCitizen = Words("Permohonan terkirim", "Request sent")

    /// What is recorded: who was there and agreed, in whose words.
    static func heardAndAgrees(_ helper: String) -> Words {
        Words(
            "Warga hadir, sudah mendengar isinya, dan setuju. Penolong: \(helper).",
            "The citizen is here, has heard it and agrees. Helper: \(helper)."
        )
    }

    static func agreesToHelp(_ helper: String) -> Words {
        Words(
            "Warga hadir dan setuju dibantu oleh \(helper).",
            "The citizen is here and agrees to be helped by \(helper)."
        )
    }
}
