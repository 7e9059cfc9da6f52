import Site
import Stories

/// What a helper reads aloud before filling in a form for somebody.
///
/// The fact of a submission names the words by their code: whoever changes a sentence here gives
/// it a new code, so that it stays known what a person agreed to.
enum ConsentScript {
    static let code: Code = "persetujuan-1"

    static let sentences = [
        Words(
            "Saya mengisi permohonan ini untuk Anda, karena Anda yang meminta.",
            "I fill in this request for you, because you ask me to."
        ),
        Words(
            "Saya menanyakan nama, NIK, dan hal lain yang perlu untuk layanan ini.",
            "I ask for your name, your NIK and what else this service needs."
        ),
        Words(
            "Hanya petugas layanan ini yang membaca jawaban Anda.",
            "Only the officials of this service read your answers."
        ),
        Words(
            "Setelah terkirim, saya tidak bisa membaca jawaban Anda lagi.",
            "Once it is sent I cannot read your answers any more."
        ),
        Words(
            "Anda mendapat nomor dan PIN. Jangan berikan PIN kepada orang lain.",
            "You get a number and a PIN. Give the PIN to nobody."
        ),
        Words(
            "Anda boleh berkata tidak, atau berhenti kapan saja.",
            "You may say no, or stop at any time."
        ),
    ]
}

/// The words to be read aloud, in the look of a notice.
struct ReadAloud: Component {
    var heading: Words = .readToCitizen
    var sentences: [Words]

    func write(to html: HTML) {
        html(.section, .class("kabar kabar-info"), .labelledBy("bacakan")) {
            html(.h2, heading, .id("bacakan"))
            html(Lines(sentences.map(Inline.words), isOrdered: true))
        }
    }
}
