import Site

/// Says whether a phone is shared, lets it be changed, and ends what the last person did on it.
///
/// It works without scripts; where they run, the phone itself remembers it too.
struct SharedPhonePage: Page {
    let isShared: Bool

    var frame: Frame {
        var frame = Frame(back: Link(.home, "/"))
        frame.scripts = .offline
        return frame
    }

    func title(for visit: Visit) -> String { Words.sharedPhone.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .sharedPhone)
        html(
            .p,
            isShared ? .phoneIsShared : .phoneIsOwn,
            .does("bersama"),
            .data(pressed(isShared))
        )
        let sentences: [Words] = [.sharedLeavesNothing, .sharedShowsOnce, .cleaningKeeps]
        html(Lines(sentences.map(Inline.words)))
        if isShared { html(ForgettingForm()) }
        let button = Button(
            isShared ? .noLongerShared : .shareThisPhone,
            isShared ? .quiet : .primary
        )
        let hidden = [(name: "pakai", value: pressed(!isShared))]
        html(Form(to: "/bersama", [], hidden: hidden, buttons: [button]))
        if !isShared { html(ForgettingForm(kind: .secondary)) }
    }

    private func pressed(_ isShared: Bool) -> String { isShared ? "ya" : "tidak" }
}

/// The button with which somebody is done, and the phone forgets them.
struct ForgettingForm: Component {
    var kind = Button.Kind.primary

    func write(to html: HTML) {
        html(Form(to: "/lupakan", [], buttons: [Button(.doneForgetMe, kind)]))
    }
}

extension Words {
    static let whosePhone = Words("Ponsel siapa?", "Whose phone?")
    static let phoneIsShared = Words("Sekarang: dipakai bersama.", "Now: shared.")
    static let phoneIsOwn = Words("Sekarang: milik sendiri.", "Now: your own.")
    static let sharedLeavesNothing = Words(
        "Sesudah terkirim, nama, jawaban dan foto tidak tertinggal di ponsel ini.",
        "Once it is sent, no names, answers or photos stay on this phone."
    )
    static let sharedShowsOnce = Words(
        "Nomor permohonan hanya tampil sekali. Catat nomor itu.",
        "The number of a request is shown once. Write it down."
    )
    static let cleaningKeeps = Words(
        "Membersihkan juga menghapus draf yang belum dikirim. Isi kotak keluar tetap terkirim.",
        "Cleaning also deletes drafts that were not sent. What is in the outbox is still sent."
    )
    static let shareThisPhone = Words("Ya, dipakai bersama", "Yes, it is shared")
    static let noLongerShared = Words("Tidak, ini ponsel saya sendiri", "No, it is my own phone")
    static let doneForgetMe = Words("Selesai, bersihkan ponsel ini", "Done, clean this phone")
    static let isPhoneShared = Words(
        "Ponsel ini dipakai bersama orang lain?",
        "Do others use this phone too?"
    )
    static let noteTheNumber = Words(
        "Catat nomor ini di kertas. Sesudah dibersihkan, nomor tidak ada lagi di ponsel ini.",
        "Write this number on paper. After cleaning it is no longer on this phone."
    )
}
