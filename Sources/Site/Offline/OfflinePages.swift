/// What a phone shows without a signal, in place of the page that was asked for.
struct NoSignalPage: Page {
    var frame: Frame {
        var frame = Frame(back: Link(.home, "/"))
        frame.scripts = .offline
        return frame
    }

    func title(for visit: Visit) -> String { Words.noSignal.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .noSignal)
        html(.p, .noSignalKept)
        html(.div, .class("tombol-tumpuk"), .does("luring"))
        html(.p, .noSignalAgain, .class("petunjuk"))
    }
}

/// What waits on this phone to be sent, and what was sent from it.
///
/// Written by the script from what the phone holds: the page itself knows nobody.
struct OutboxPage: Page {
    var frame: Frame {
        var frame = Frame(back: Link(.home, "/"))
        frame.scripts = .offline
        return frame
    }

    func title(for visit: Visit) -> String { Words.outbox.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .outbox)
        html(.div, .does("kotak-keluar")) {
            html(.p, .outboxNeedsScripts)
            html(Lines([.link(Link(.sharedPhone, "/bersama"))]))
        }
        html(Lines([.link(Link(.track, "/lacak")), .link(Link(.services, "/layanan"))]))
    }
}

/// The four ways of the installed program, shown by the stylesheet there alone.
struct InstalledBar {
    func write(to html: HTML) {
        let links = [
            Link(.home, "/"), Link(.requestsShort, "/lacak"), Link(.help, "/bantuan"),
            Link(.me, "/saya/kotak-keluar"),
        ]
        html(.nav, .class("terpasang"), .label(html.word(.installedMenu))) {
            for link in links { html(.a, link.words, .href(link.address)) }
        }
    }
}

extension Words {
    package static let sharedPhone = Words("Ponsel ini dipakai bersama", "This phone is shared")
    static let phoneIsSharedHere = Words(
        "Ponsel bersama: sesudah terkirim, tidak ada yang tertinggal di sini.",
        "Shared phone: once it is sent, nothing stays here."
    )
    static let noSignal = Words("Tidak ada sinyal", "No signal")
    static let noSignalKept = Words(
        "Halaman itu belum bisa dibuka. Yang Anda simpan di ponsel ini tetap ada.",
        "That page cannot be opened now. What you kept on this phone is still here."
    )
    static let noSignalAgain = Words(
        "Cari tempat dengan sinyal, lalu buka lagi. Yang menunggu terkirim sendiri.",
        "Find a place with a signal and open it again. What waits is sent by itself."
    )
    static let outbox = Words("Kotak keluar", "Outbox")
    static let outboxNeedsScripts = Words(
        "Daftar ini ada di ponsel, dan perlu JavaScript untuk ditampilkan.",
        "This list is on the phone and needs JavaScript to be shown."
    )
    static let requestsShort = Words("Permohonan", "Requests")
    static let me = Words("Saya", "Mine")
    static let installedMenu = Words("Menu utama", "Main menu")
}
