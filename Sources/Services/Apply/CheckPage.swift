import Blueprints
import Feel
package import Site

/// Everything that was answered, before it is sent; each answer can be changed.
package struct CheckPage: Page {
    package var draft: Address
    package var send: Address
    package var sections: [SummaryList]

    /// Sentences that keep the form from being sent, each with the place to mend it.
    package var problems: [(sentence: Site.Words, address: Address)]
    package var fee: Site.Words
    package var consentError: Site.Words?

    /// The version of the service whose questions were answered; it is sent with the form.
    package var version = ""

    /// What the form is called in the outbox of a phone, and who filled it in.
    var outbox: [(name: String, value: String)] = []

    /// Whether it was sent under another version than the one that is shown.
    package var isStale = false

    /// That the same was sent before.
    package var sameAgain: Site.Notice?

    /// The form that sends everything.
    static let sendingID = "kirim"

    /// Why answers are marked, where the version has changed.
    package var moved: Site.Notice?

    /// For whom it is filled in; they hear it all and agree once more.
    var helped: HelpedDraft?
    var presenceError: Site.Words?

    package init(
        draft: Address,
        send: Address,
        sections: [SummaryList],
        problems: [(sentence: Site.Words, address: Address)],
        fee: Site.Words
    ) {
        self.draft = draft
        self.send = send
        self.sections = sections
        self.problems = problems
        self.fee = fee
    }

    package var frame: Frame {
        let isInOrder = problems.isEmpty && consentError == nil && presenceError == nil
        var frame = Frame(
            back: Link(.back, draft),
            status: !isInOrder ? 422 : isStale ? 409 : 200
        )
        frame.actingFor = helped?.acting
        return frame
    }

    private var consent: Field {
        Field("benar", .confirmation, .consent(false, .dataIsTrue)).with(error: consentError)
    }

    private var consents: [Field] {
        guard let helped else { return [consent] }
        let presence = Field(
            "hadir",
            .citizenAgrees,
            .consent(false, .heardAndAgrees(helped.helper))
        )
        return [consent, presence.with(error: presenceError)]
    }

    package func title(for visit: Visit) -> String {
        let title = Words.checkAnswers.text(in: visit.language)
        guard consentError != nil || presenceError != nil || !problems.isEmpty else { return title }
        return Words.fixFirst.text(in: visit.language) + " " + title
    }

    package func body(_ html: HTML) {
        html(ErrorSummary(of: consents))
        if !problems.isEmpty { html(ProblemList(problems: problems)) }
        html(.h1, .checkAnswers)
        html(.p, .notYetSent)
        if let moved { html(moved) }
        if let sameAgain { html(sameAgain) }
        if helped != nil { html(ReadAloud(sentences: [.checkAloud, .askBeforeSending])) }
        for section in sections { html(section) }
        html(KeyFacts([(.howMuch, .words(fee))]))
        guard problems.isEmpty else { return }
        let hidden = [(name: "versi", value: version)] + outbox
        var form = Form(to: send, consents, hidden: hidden, buttons: [Button(.sendRequest)])
        form.id = sameAgain == nil ? nil : Self.sendingID
        html(form)
        html(.p, .sentWithSignal, .class("petunjuk"), .hidden(), .does("bila-luring"))
    }
}

/// What is to be mended on other pages, in the look of an error summary.
struct ProblemList: Component {
    var problems: [(sentence: Words, address: Address)]

    func write(to html: HTML) {
        html(
            .div,
            .class("galat"),
            .id("galat"),
            .role("alert"),
            .tabindex(-1),
            .labelledBy("galat-judul")
        ) {
            html(.h2, .needsFixing, .id("galat-judul"))
            html(.ul) {
                for problem in problems {
                    html(.li) { html(.a, problem.sentence, .href(problem.address)) }
                }
            }
        }
    }
}
