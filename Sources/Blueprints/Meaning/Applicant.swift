import Feel

/// Who applies: asked before a service's own pages, for every service alike.
///
/// A file that declares a page `pemohon` itself asks in its own way. Where `anonymous: allowed`
/// or `secret: allowed` stands, it is asked first how openly a person applies; who stays
/// anonymous is asked nothing more, so every one of these answers may be absent.
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

    /// Where e-mail goes for those who want their news by it, unless the service itself asks.
    ///
    /// Nobody has to give one: news then comes by the phone. No rule or letter can use it.
    package static let mail = Question(
        id: "surel_kabar",
        page: page,
        ask: Words(
            "Apa alamat surel Anda?",
            translated: [.english: "What is your e-mail address?"]
        ),
        hint: Words(
            "Boleh dikosongkan. Kami lalu memberi kabar lewat nomor HP Anda.",
            translated: [.english: "May be left empty. We then use your mobile number."]
        ),
        why: Words(
            "Hanya untuk kabar tentang permohonan ini. Alamat ini tersimpan tersandi.",
            translated: [.english: "Only for news about this request. It is kept encrypted."]
        ),
        type: .email,
        isOptional: true,
        when: wantsMail
    )

    private static let wantsMail: Formula = {
        let source = "kabar = \"surel\""
        guard
            case .success(let formula) = Formula.read(
                source,
                in: FeelScope(["kabar": .optional(.string)])
            )
        else { preconditionFailure("not a formula: \(source)") }
        return formula
    }()

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

extension PublicService.Parts {
    /// All pages and everything that they ask: the applicant's page first, unless the file has
    /// its own.
    var wholeForm: (pages: [FormPage], questions: [Question]) {
        if pages.contains(where: { $0.id == Applicant.page }) { return (pages, questions) }
        let page = FormPage(
            id: Applicant.page,
            title: Applicant.formPage.title,
            questions: questionsAboutApplicant.map(\.id)
        )
        return ([page] + pages, questionsAboutApplicant + questions)
    }

    private var questionsAboutApplicant: [Question] {
        let allowed = Openness.allowed(secret: allowsSecret, anonymous: allowsAnonymous)
        // A service that asks for an e-mail address does so once.
        let mail = questions.contains { $0.type == .email } ? [] : [Applicant.mail]
        guard allowed.count > 1 else { return Applicant.questions + mail }
        let who =
            allowsAnonymous
            ? Applicant.questions.map { $0.asked(when: Openness.isNamed) } : Applicant.questions
        return [Openness.asked(among: allowed)] + who + mail
    }
}

extension PublicService {
    /// Whether the page about the applicant stands before this service's own pages.
    package var asksApplicant: Bool { allPages.count > pages.count }

    /// How openly these answers apply; openly where the service gives no choice.
    package func openness(of answers: TypedAnswers) -> Openness {
        guard asksApplicant,
            let openness = answers[Openness.question]?.text.flatMap(Openness.init(rawValue:)),
            Openness.allowed(by: self).contains(openness)
        else { return .open }
        return openness
    }
}
