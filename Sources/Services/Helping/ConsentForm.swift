import Site

/// Whom somebody is going to help, and that they agree: asked before anything else.
struct ConsentForm {
    var title = ""
    var name = ""
    var hasNoPhone = false
    var problems: [String: Words] = [:]

    private static let titles = [
        Option("Ibu", .mrs), Option("Bapak", .mr), Option("tanpa", .noTitle),
    ]

    mutating func take(_ posted: Posted) {
        hasNoPhone = posted["tanpa-hp"] == "ya"
        let chosen = posted["sapaan"] ?? ""
        name = String((posted["nama"] ?? "").prefix(120))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !Self.titles.contains(where: { $0.value == chosen }) {
            problems["sapaan"] = .chooseTitle
        }
        title = chosen == "tanpa" ? "" : chosen
        if name.filter(\.isLetter).count < 2 { problems["nama"] = .writeName }
        if posted["setuju"] != "ya" { problems["setuju"] = .tickIfAgrees }
    }

    func page(_ official: WorkingOfficial) -> FormPage {
        let fields = [
            Field("nama", .citizensName, .text(TextInput(name, .name))),
            Field("sapaan", .howToCall, .choice(title.isEmpty ? nil : title, Self.titles)),
            Field("tanpa-hp", .aboutPhone, .consent(hasNoPhone, .noPhone)),
            Field("setuju", .citizenAgrees, .consent(false, .agreesToHelp(official.name))),
        ]
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
}
