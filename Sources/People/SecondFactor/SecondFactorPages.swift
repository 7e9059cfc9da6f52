import Office
import Site

/// The pages of the code from the phone.
enum SecondFactorPages {
    static func ask(then: String, error: OfficeRefusal?) -> FormPage {
        var page = FormPage(
            .phoneCodeHeading,
            Form(
                to: "/petugas/kode",
                [
                    Field(
                        "kode",
                        .phoneCode,
                        hint: .phoneCodeHint,
                        .text(TextInput("", .plain))
                    )
                    .with(error: error.map { Words($0.sentence, $0.sentenceInEnglish) })
                ],
                hidden: [("lalu", then)],
                buttons: [Button(.signIn)]
            ),
            back: Link(.signIn, "/petugas/masuk")
        )
        if let error { page.frame.status = error.status }
        return page
    }

    static func setUp(
        _ secret: OneTimeSecret,
        drawing: RawHTML,
        error: OfficeRefusal?
    ) -> FormPage {
        var page = FormPage(
            .setUpPhone,
            Form(
                to: "/petugas/kode/pasang",
                [
                    Field(
                        "kode",
                        .firstPhoneCode,
                        .text(TextInput("", .oneTimeCode))
                    )
                    .with(error: error.map { Words($0.sentence, $0.sentenceInEnglish) })
                ],
                buttons: [Button(.switchOnPhone)]
            )
        )
        page.before = [Sentence(.setUpPhoneWhat), PhoneKey(typed: secret.typed, drawing: drawing)]
        if let error { page.frame.status = error.status }
        return page
    }
}

/// The secret as a picture and as letters.
private struct PhoneKey: Component {
    let typed: String
    let drawing: RawHTML

    func write(to html: HTML) {
        html(.figure, .class("qr")) {
            html(.div) { html.raw(drawing) }
            html(.figcaption) {
                html.text(.orType)
                html.text(" ")
                html(.code, typed)
            }
        }
    }
}

/// Ten codes for the day on which the phone is lost.
struct RecoveryPage: Page {
    var codes: [String]

    var frame: Frame { Frame(back: Link(.inbox, "/kerja/kotak")) }

    func title(for visit: Visit) -> String { Words.recoveryCodes.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .recoveryCodes)
        guard !codes.isEmpty else {
            html(.p, .recoveryGone)
            return
        }
        html(Notice(.attention, .recoveryWhat))
        html(.ol) { for code in codes { html(.li) { html(.code, code) } } }
        html(
            ButtonRow(
                Button(.print, .secondary, .print("/petugas/kode/cadangan")),
                Button(.toWork, .primary, .go("/kerja/kotak"))
            )
        )
    }
}

extension Words {
    static let phoneCodeHeading = Words("Kode dari ponsel", "The code from your phone")
    static let phoneCode = Words("Kode 6 angka", "The 6 digits")
    static let phoneCodeHint = Words(
        "Buka aplikasi kode di ponsel. Ponsel hilang? Tulis satu kode cadangan",
        "Open the codes app. Lost your phone? Write one of your recovery codes"
    )
    static let setUpPhone = Words("Pasang kode dari ponsel", "Set up codes from your phone")
    static let setUpPhoneWhat = Words(
        "Pekerjaan Anda bisa mengubah layanan atau menandatangani surat, jadi sandi saja tidak "
            + "cukup. Pindai gambar ini dengan aplikasi kode di ponsel.",
        "Your work can change services or sign letters, so a password is not enough. Scan this "
            + "picture with a codes app on your phone."
    )
    static let orType = Words("Tidak bisa memindai? Ketik kunci ini:", "Cannot scan? Type this:")
    static let firstPhoneCode = Words(
        "Kode 6 angka yang tampil sekarang",
        "The 6 digits shown now"
    )
    static let switchOnPhone = Words("Nyalakan", "Switch on")
    static let recoveryCodes = Words("Kode cadangan", "Recovery codes")
    static let recoveryWhat = Words(
        "Cetak atau salin sekarang: kode ini hanya tampil 15 menit. Satu kode berlaku satu kali, "
            + "dipakai kalau ponsel hilang. Simpan jauh dari ponsel.",
        "Print or copy them now: they are shown for 15 minutes. Each works once, for the day "
            + "your phone is lost. Keep them away from the phone."
    )
    static let recoveryGone = Words(
        "Kode cadangan tidak ditampilkan lagi. Kalau hilang, minta pengelola lain melepas kode "
            + "ponsel Anda, lalu pasang lagi.",
        "The codes are not shown any more. If you lost them, ask another manager to take away "
            + "your phone's codes, and set them up again."
    )
    static let toWork = Words("Ke kotak kerja", "To the inbox")
    static let clearPhoneWhat = Words(
        "Hanya kalau Anda yakin siapa yang meminta: temui orangnya. Ia keluar dari semua "
            + "perangkat dan memasang kode baru saat masuk lagi.",
        "Only if you are sure who asks: meet them. They are signed out everywhere and set up "
            + "new codes at the next log-in."
    )
}
