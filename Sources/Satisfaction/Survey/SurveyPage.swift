package import Site

/// What somebody has chosen in the questionnaire so far, and what is missing.
package struct TypedSurvey: Sendable {
    package var grades: [SurveyElement: Grade] = [:]
    package var respondent = Respondent()
    package var remark = ""

    /// Whether it was sent: only then something is missing.
    package var isSent = false

    package init() {}

    /// The longest remark that is kept.
    static let longestRemark = 1000

    /// What a form sent; anything that was not offered counts as not chosen.
    init(_ posted: Posted) {
        for element in SurveyElement.allCases {
            grades[element] = posted[element.field].flatMap { Int($0) }
                .flatMap(Grade.init(rawValue:))
        }
        respondent = Respondent(
            sex: posted["kelamin"].flatMap(Respondent.Sex.init(rawValue:)),
            age: posted["umur"].flatMap(Respondent.AgeBand.init(rawValue:)),
            education: posted["sekolah"].flatMap(Respondent.Education.init(rawValue:)),
            work: posted["kerja"].flatMap(Respondent.Work.init(rawValue:))
        )
        let words = (posted["saran"] ?? "").split(omittingEmptySubsequences: false) {
            $0 == "\r\n" || $0 == "\n"
        }
        let text = words.joined(separator: "\n")
        let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
        remark = String(trimmed.reversed())
        isSent = true
    }

    /// Whether the remark is longer than what is kept.
    var isTooLong: Bool { remark.count > Self.longestRemark }
}

extension SurveyElement {
    /// Its name in the form: short, as it stands there twelve times.
    package var field: String { code.lowercased() }
}

/// The nine questions on one page, with what a person may say of themselves.
package struct SurveyPage: Page {
    package var service: Words
    package var address: Address
    package var typed: TypedSurvey

    package init(service: Words, address: Address, typed: TypedSurvey = TypedSurvey()) {
        self.service = service
        self.address = address
        self.typed = typed
    }

    package var frame: Frame {
        Frame(status: typed.isSent ? 422 : 200)
    }

    package func title(for visit: Visit) -> String { page.title(for: visit) }

    package func body(_ html: HTML) { page.body(html) }

    private var page: FormPage {
        var page = FormPage(
            .surveyTitle,
            Form(to: address, elements + profile, buttons: [Button(.sendSurvey)])
        )
        page.before = [Paragraphs(service, .surveyIsNameless, .aboutYou)]
        return page
    }

    private var elements: [Field] {
        SurveyElement.allCases.map { element in
            let chosen = typed.grades[element]
            let options = Grade.allCases.map { grade in
                Option(String(grade.rawValue), element.answer(grade))
            }
            var field = Field(
                element.field,
                .numbered(element),
                .choice(chosen.map { String($0.rawValue) }, options)
            )
            field.isCompact = true
            field.isLight = true
            return field.with(error: typed.isSent && chosen == nil ? .choose(element) : nil)
        }
    }

    private var profile: [Field] {
        [
            Self.field("kelamin", typed.respondent.sex),
            Self.field("umur", typed.respondent.age),
            Self.field("sekolah", typed.respondent.education),
            Self.field("kerja", typed.respondent.work),
            Field(
                "saran",
                .remark,
                hint: .remarkHint,
                isOptional: true,
                .longText(typed.remark, most: TypedSurvey.longestRemark)
            )
            .with(error: tooLong),
        ]
    }

    private var tooLong: Words? {
        guard typed.isTooLong else { return nil }
        let most = TypedSurvey.longestRemark
        return .tooLong(most: most, over: typed.remark.count - most)
    }

    private static func field<D: SelfDescription>(_ name: String, _ chosen: D?) -> Field {
        let options = D.allCases.map { Option($0.rawValue, $0.words) }
        var field = Field(
            name,
            D.question,
            isOptional: true,
            .choice(chosen?.rawValue, options)
        )
        field.isLight = true
        return field
    }
}

/// After sending, and whenever the link is opened again.
package struct ThanksPage: Page {
    package init() {}

    package func title(for visit: Visit) -> String { Words.thanksTitle.text(in: visit.language) }

    package func body(_ html: HTML) {
        html(.h1, .thanksTitle)
        html(Notice(.done, .thanks))
        html(.p, .whatBecomesOfIt)
        html(.p) { html(.a, .seePerformance, .href("/kinerja")) }
        html(.p) { html(.a, .toRequest, .href("/permohonan")) }
    }
}
