import Site

/// The fixed sentences of forms that are filled in without a signal.
extension Words {
    static let sentWithSignal = Words(
        "Luring: akan terkirim sendiri saat ada sinyal.",
        "Offline: it is sent by itself when there is a signal."
    )
    static let fillInOffline = Words(
        "Isi tanpa sinyal, di satu halaman",
        "Fill in without a signal, on one page"
    )
    static let helpOffline = Words(
        "Siapkan formulir untuk tempat tanpa sinyal",
        "Prepare forms for places without a signal"
    )
    static let offlineWhich = Words(
        "Formulir mana yang dibawa?",
        "Which form do you take along?"
    )
    static let offlineWhichHow = Words(
        "Buka sekali saat ada sinyal. Sesudah itu bisa diisi di tempat tanpa sinyal.",
        "Open it once with a signal. After that it can be filled in without one."
    )
    static let offlineHow = Words(
        "Halaman ini bisa dipakai tanpa sinyal. Jawaban tersimpan di ponsel ini.",
        "This page works without a signal. Answers are kept on this phone."
    )
    static let offlineNeedsScripts = Words(
        "Formulir tanpa sinyal perlu JavaScript. Tanpa itu, isi lewat halaman layanan.",
        "Forms without a signal need JavaScript. Without it, use the page of the service."
    )
    static let whomYouHelp = Words("Warga yang dibantu", "Whom you help")
    static let agreesToMyHelp = Words(
        "Warga hadir dan setuju saya bantu.",
        "The citizen is here and agrees that I help."
    )
    static let heardAndAgreesHere = Words(
        "Warga sudah mendengar isinya, dan setuju dikirim.",
        "The citizen has heard it and agrees that it is sent."
    )
    static let readyToSend = Words("Simpan, siap dikirim", "Keep it, ready to send")
    static let keepForLater = Words("Simpan dulu, lengkapi nanti", "Keep it, complete it later")

    /// When a question is asked that the phone cannot judge.
    static func fillInIf(_ condition: String) -> Words {
        Words("Isi kalau berlaku: \(condition)", "Fill in where it applies: \(condition)")
    }
}
