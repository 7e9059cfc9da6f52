import Blueprints
import Cases
import Feel
import Site
import Stories

/// The whole form of a service on one page that works with the server out of reach.
///
/// The page is the same for everybody and holds no token: who fills in, and their token, come
/// from `/luring/kunci` and are kept by the phone itself. What is asked and what is wrong is
/// decided by the server when the form arrives.
struct OfflineFormPage: Page {
    let service: PublicService
    let villages: Villages
    let regency: String

    var frame: Frame {
        var frame = Frame(back: Link(.back, "/layanan/\(service.id)"), isIndexed: true)
        frame.scripts = .offlineForm
        return frame
    }

    func title(for visit: Visit) -> String { Words(service.title).text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, Words(service.title))
        html(.p, .offlineHow, .class("petunjuk"))
        html(.div, .does("luring-daftar")) { html(.p, .offlineNeedsScripts) }
        html(.form, .does("borang-luring"), .data(about(html)), .novalidate(), .hidden()) {
            whoIsHelped(html)
            for page in service.allPages { section(page, html) }
            statements(html)
            html(.p, "", .class("redup"), .role("status"), .does("tersimpan"))
            html(.div, .class("tombol-tumpuk")) {
                html(Button(.readyToSend))
                html(Button(.keepForLater, .secondary, .send(name: "simpan", value: "nanti")))
            }
        }
        html(.div, places, .hidden(), .does("desa"))
    }

    /// The villages of the regency, as `16.03.08.2001=Desa Penindaian, Kecamatan …` between bars.
    private var places: String {
        let asks = service.allQuestions.contains { question in
            if case .village = question.type { true } else { false }
        }
        guard asks else { return "" }
        return villages.codes(in: regency).compactMap { code in
            villages.fullName(of: code).map { "\(code)=\($0)" }
        }
        .joined(separator: "|")
    }

    private func about(_ html: HTML) -> String {
        Self.json([
            "layanan": .text(service.id.text), "versi": .text(service.digest),
            "judul": .text(html.word(Words(service.title))),
        ])
    }

    private func whoIsHelped(_ html: HTML) {
        html(.div, .does("bagian")) {
            html(.h2, .whomYouHelp)
            let fields = ConsentForm().fields(
                named: ConsentForm.Names.offline,
                agreeing: .agreesToMyHelp
            )
            for (index, field) in fields.enumerated() {
                let needs = OfflineNeed(
                    field.name,
                    isWanted: !field.name.hasSuffix("tanpa-hp"),
                    isForHelpers: true
                )
                html(.div, .does("tanya"), .data(needs.text)) {
                    if index == 0 { html(ReadAloud(sentences: ConsentScript.sentences)) }
                    field.write(to: html)
                }
            }
        }
    }

    private func section(_ page: QuestionPage, _ html: HTML) {
        let questions = page.questions.compactMap { id in
            service.allQuestions.first { $0.id == id && $0.type.isAsked }
        }
        guard !questions.isEmpty else { return }
        html(.div, .does("bagian")) {
            html(.h2, page.id == Applicant.page ? Words.applicant : Words(page.title))
            for question in questions { ask(question, html) }
        }
    }

    private func ask(_ question: Question, _ html: HTML) {
        let condition = service.conditionOnPhone(of: question)
        let isUnjudged = question.when != nil && condition == nil
        var needs = OfflineNeed(
            question.id.text,
            isWanted: !question.isOptional && !isUnjudged,
            isForHelpers: false
        )
        needs.condition = condition
        needs.isAboutPhone = OpenForm.aboutPhones.contains(question.id)
        needs.kind = question.type
        html(.div, .does("tanya"), .data(needs.text)) {
            if isUnjudged, let when = question.when {
                html(.p, .fillInIf(when.source), .class("petunjuk"))
            }
            if case .group = question.type {
                html(.input, .type("hidden"), .name("\(question.id)-banyak"), .value("1"))
            }
            field(of: question).write(to: html)
        }
    }

    private func field(of question: Question) -> Field {
        var draft = Draft(
            id: OpaqueID(high: 0, low: 0),
            caseID: CaseID(OpaqueID(high: 0, low: 0)),
            service: service,
            device: "",
            at: Instant(milliseconds: 0)
        )
        // A member to begin with: the phone makes the others from it.
        draft.fields["\(question.id)-banyak"] = ["1"]
        return QuestionField(question: question, draft: draft, villages: villages).field
    }

    private func statements(_ html: HTML) {
        html(.div, .does("bagian")) {
            html(.h2, .confirmation)
            let isTrue = OfflineNeed("benar", isWanted: true, isForHelpers: false)
            html(.div, .does("tanya"), .data(isTrue.text)) {
                Field("benar", .confirmation, .consent(false, .dataIsTrue)).write(to: html)
            }
            let agrees = OfflineNeed("hadir", isWanted: true, isForHelpers: true)
            html(.div, .does("tanya"), .data(agrees.text)) {
                Field("hadir", .citizenAgrees, .consent(false, .heardAndAgreesHere))
                    .write(to: html)
            }
        }
    }

    /// Data of ours for the script; it cannot fail on what we write ourselves.
    static func json(_ members: [String: JSONValue]) -> String {
        do {
            return String(decoding: try CanonicalJSON.write(.object(members)), as: UTF8.self)
        } catch {
            return "{}"
        }
    }
}

/// What the phone has to know of one question, beside how it is asked.
struct OfflineNeed {
    let name: String
    let isWanted: Bool
    let isForHelpers: Bool
    var condition: PlainCondition?
    var isAboutPhone = false
    var kind: AnswerType?

    init(_ name: String, isWanted: Bool, isForHelpers: Bool) {
        self.name = name
        self.isWanted = isWanted
        self.isForHelpers = isForHelpers
    }

    var text: String {
        var members: [String: JSONValue] = ["n": .text(name), "w": .flag(isWanted)]
        if isForHelpers { members["bantu"] = .flag(true) }
        if isAboutPhone { members["hp"] = .flag(true) }
        if let condition { members["bila"] = condition.json }
        if case .nik? = kind { members["nik"] = .flag(true) }
        if case .village? = kind { members["desa"] = .flag(true) }
        return OfflineFormPage.json(members)
    }
}

/// The services whose forms can be taken to where there is no signal.
struct OfflineFormsPage: Page {
    let services: [Link]

    var frame: Frame { Frame(back: Link(.helpPeople, "/bantu")) }

    func title(for visit: Visit) -> String { Words.offlineWhich.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .offlineWhich)
        html(.p, .offlineWhichHow)
        html(Lines(services.map(Inline.link)))
    }
}
