/// Who applies: asked before a service's own pages, for every service alike.
///
/// A file that declares a page `pemohon` itself asks in its own way; where `anonymous: allowed`
/// stands, a person may leave the page out, so every one of these answers may be absent.
package enum Applicant {
    package static let page: ID = "pemohon"

    /// The page before the others.
    package static let formPage = FormPage(
        id: page,
        title: Words("Tentang Anda", translated: [.english: "About you"]),
        questions: questions.map(\.id)
    )

    package static let questions = [
        Question(
            id: "nama",
            page: page,
            ask: Words(
                "Siapa nama lengkap Anda?",
                translated: [.english: "What is your full name?"]
            ),
            hint: Words("Seperti di KTP.", translated: [.english: "As on your identity card."]),
            type: .name
        ),
        Question(
            id: "nik",
            page: page,
            ask: Words("Berapa NIK Anda?", translated: [.english: "What is your NIK?"]),
            hint: Words(
                "16 angka di KTP.",
                translated: [.english: "The 16 digits on your identity card."]
            ),
            why: Words(
                "Untuk memastikan surat ini milik Anda. Hanya petugas layanan ini yang melihatnya.",
                translated: [
                    .english:
                        "To be sure that the letter is yours. Only this service's staff see it."
                ]
            ),
            type: .nik
        ),
        Question(
            id: "hp",
            page: page,
            ask: Words(
                "Berapa nomor HP Anda?",
                translated: [.english: "What is your mobile number?"]
            ),
            hint: Words("Mulai dari 08.", translated: [.english: "Beginning with 08."]),
            type: .phone
        ),
        Question(
            id: "kabar",
            page: page,
            ask: Words(
                "Lewat apa kami memberi kabar?",
                translated: [.english: "How may we tell you the news?"]
            ),
            type: .choice(ways)
        ),
    ]

    private static let ways = [
        AnswerType.Option(id: "wa", label: "WhatsApp"),
        AnswerType.Option(id: "sms", label: "SMS"),
        AnswerType.Option(id: "surel", label: Words("Surel", translated: [.english: "E-mail"])),
        AnswerType.Option(
            id: "tidak",
            label: Words("Tidak perlu dikabari", translated: [.english: "No news, please"])
        ),
    ]
}

extension Applicant {
    /// Everything that a form asks: the applicant's page first, unless the file has its own.
    static func before(_ pages: [FormPage], _ questions: [Question]) -> ([FormPage], [Question]) {
        pages.contains { $0.id == page }
            ? (pages, questions) : ([formPage] + pages, Self.questions + questions)
    }
}

extension PublicService {
    /// Whether the page about the applicant stands before this service's own pages.
    package var asksApplicant: Bool { allPages.count > pages.count }
}
