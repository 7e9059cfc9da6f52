import Site
import Stories

/// What the dossiers hold, to be printed and handed to the person.
struct CopyPage: Page {
    var loaded: LoadedRequest
    var dossiers: [DossierContent]
    var made: Instant

    var frame: Frame { Frame(back: Link(loaded.opening.asks.words, loaded.address)) }

    func title(for visit: Visit) -> String { Words.copyOfData.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .copyOfData)
        if let identity = loaded.identity { html(.p, identity.name) }
        html(.p) { html(WholeMoment(at: made)) }
        for content in dossiers { write(content, html) }
    }

    private func write(_ content: DossierContent, _ html: HTML) {
        let dossier = content.dossier
        html(.h2, dossier.title)
        html(.p) {
            html.text(dossier.unit + ", ")
            html(WholeMoment(at: dossier.received))
        }
        if !dossier.grounds.isEmpty {
            let grounds = dossier.grounds.map { Inline.words($0) }
            html(SummaryList([SummaryList.Item(.whyKept, grounds)]))
        }
        html(
            SummaryList(
                heading: .answers,
                content.answers.map { SummaryList.Item(Words($0.question), [.text($0.answer)]) }
            )
        )
        if !content.recipients.isEmpty {
            let names = content.recipients.map { Inline.text($0) }
            html(SummaryList([SummaryList.Item(.recipients, names)]))
        }
        let zone = html.visit.installation.zone
        html(
            Timeline(
                heading: .history,
                content.history.map { moment in
                    Timeline.Moment(
                        DateWords.moment(
                            moment.at,
                            zone: zone,
                            in: html.visit.language,
                            withYear: true
                        ),
                        .text("\(moment.who): \(moment.what)"),
                        detail: moment.words.map { .text($0) }
                    )
                }
            )
        )
    }
}
