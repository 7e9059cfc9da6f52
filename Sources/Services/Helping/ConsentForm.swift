import Site

/// Whom somebody is going to help, and that they agree: asked before anything else.
struct ConsentForm {
    var title = ""
    var name = ""
    var hasNoPhone = false
    var problems: [String: Words] = [:]

    /// The fields of a whole form have names of their own beside the questions'.
    enum Names {
        static let offline = "bantu."
    }

    static let titles = [
        Option("Ibu", .mrs), Option("Bapak", .mr), Option("tanpa", .noTitle),
    ]

    mutating func take(_ posted: Posted, named prefix: String = "") {
        func sent(_ name: String) -> String { posted[prefix + name] ?? "" }
        hasNoPhone = sent("tanpa-hp") == "ya"
        let chosen = sent("sapaan")
        name = String(sent("nama").prefix(120))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !Self.titles.contains(where: { $0.value == chosen }) {
            problems["sapaan"] = .chooseTitle
        }
        title = chosen == "tanpa" ? "" : chosen
        if name.filter(\.isLetter).count < 2 { problems["nama"] = .writeName }
        if sent("setuju") != "ya" { problems["setuju"] = .tickIfAgrees }
    }

    func page(_ official: WorkingOfficial) -> FormPage {
        let fields = fields(agreeing: .agreesToHelp(official.name))
            .map { $0.with(error: problems[$0.name]) }
        var page = FormPage(
            .consentFirst,
            Form(to: "/bantu/baru", fields, buttons: [Button(.next)]),
            back: Link(.helpPeople, "/bantu")
        )
        page.before = [ReadAloud(sentences: ConsentScript.sentences)]
        if !problems.isEmpty { page.frame.status = 422 }
        return page
    }

    /// Who is helped, how they are called, whether they have a phone, and that they agree.
    func fields(named prefix: String = "", agreeing words: Words) -> [Field] {
        [
            Field(prefix + "nama", .citizensName, .text(TextInput(name, .name))),
            Field(prefix + "sapaan", .howToCall, .choice(title.isEmpty ? nil : title, Self.titles)),
            Field(prefix + "tanpa-hp", .aboutPhone, .consent(hasNoPhone, .noPhone)),
            Field(prefix + "setuju", .citizenAgrees, .consent(false, words)),
        ]
    }
}
