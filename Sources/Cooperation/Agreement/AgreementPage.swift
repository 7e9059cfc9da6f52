import Site
import Stories

/// One agreement: where it stands, what comes next, and all that is on record about it.
struct AgreementPage: Page {
    var loaded: LoadedAgreement

    /// Leaders read and record nothing.
    var records: Bool

    var frame: Frame { Frame(width: .page, back: Link(.cooperation, "/kerja/kerja-sama")) }

    func title(for visit: Visit) -> String { loaded.subject["judul"].orErased }

    private var isOpen: Bool { records && loaded.state.end == nil }

    func body(_ html: HTML) {
        html(.h1, loaded.subject["judul"].orErased)
        html(.p) {
            html(loaded.standing.tag)
            html.text(" ")
            html.text(loaded.begun.kind.words)
        }
        nextStep(html)
        html(SummaryList(subject(html.visit.language)))
        StagesOfAgreement(loaded: loaded, isOpen: isOpen).write(to: html)
        DutiesOfAgreement(loaded: loaded, records: records, isOpen: isOpen).write(to: html)
        TransfersOfAgreement(loaded: loaded, isOpen: isOpen).write(to: html)
        visits(html)
        reports(html)
        if isOpen {
            html(ButtonRow(links: [link(.ending)]))
        }
        html(HistoryOfAgreement(loaded: loaded))
    }

    private func link(_ deed: AgreementDeed) -> Link {
        Link(deed.heading, deed.address(of: loaded.id))
    }

    /// One button for what comes next.
    private func nextStep(_ html: HTML) {
        guard isOpen, let next = loaded.next else { return }
        let asks = next.isForCouncil && loaded.state.council == nil
        html(.p) {
            html(.strong, .nextStep)
            html.text(": ")
            html.text(next.name)
        }
        let button =
            asks
            ? Button(
                AgreementDeed.council.heading,
                .primary,
                .go(AgreementDeed.council.address(of: loaded.id))
            )
            : Button(
                .recordStage,
                .primary,
                .go(AgreementDeed.stage.address(of: loaded.id, next.id))
            )
        html(ButtonRow(button))
        guard !asks, let document = next.document else { return }
        let open = AgreementDeed.openClauses(loaded, next.id.text)
        guard !open.isEmpty else { return }
        var notice = Notice(.attention, .clausesMissing(open.count))
        notice.links = [Link(.openDocument, "/kerja/kerja-sama/\(loaded.id)/naskah/\(document)")]
        html(notice)
    }

    private func subject(_ language: Language) -> [SummaryList.Item] {
        let (texts, state) = (loaded.subject, loaded.state)
        func item(_ name: Words, _ text: String) -> SummaryList.Item {
            SummaryList.Item(name, Lines.of(text))
        }
        var items = [
            SummaryList.Item(
                .partners,
                loaded.partners.map {
                    .text([$0.code?.text, $0.name].compactMap(\.self).joined(separator: " "))
                }
            ),
            item(.object, texts["objek"]), item(.scope, texts["ruang"]),
            item(.benefit, texts["manfaat"]),
        ]
        if isOpen { items[1].change = AgreementDeed.subject.address(of: loaded.id) }
        var term = SummaryList.Item(.term, [])
        if let agreed = state.term {
            let (from, until) = (
                DateWords.date(agreed.from, in: language),
                DateWords.date(agreed.until, in: language)
            )
            term.values = [.text("\(from) – \(until)")]
        }
        if isOpen { term.change = AgreementDeed.term.address(of: loaded.id) }
        items.append(term)
        let signing = loaded.signing
        items.append(
            SummaryList.Item(
                .signatories,
                [
                    [signing["penandatangan"], signing["jabatan"]],
                    [signing["penandatangan_mitra"], signing["jabatan_mitra"]],
                    [signing["kuasa"]],
                ]
                .map { $0.filter { !$0.isEmpty }.joined(separator: ", ") }
                .filter { !$0.isEmpty }.map(Inline.text)
            )
        )
        if let end = state.end {
            let day = DateWords.date(end.on, in: language)
            items.append(
                SummaryList.Item(
                    AgreementStanding.ended.words,
                    [
                        .text(day), .words(end.cause.option.label),
                        .text(loaded.texts(end.words)["alasan"]),
                    ]
                )
            )
        }
        return items
    }

    private func visits(_ html: HTML) {
        html(VisitTable(visits: loaded.visits, opens: true))
    }

    private func reports(_ html: HTML) {
        guard loaded.state.signed != nil else { return }
        html(
            DataTable(
                .reports,
                [.init(.period), .init(.sentDay), .init(.numberOfLetter), .init(.downloads)],
                loaded.reportPeriods.map { period in
                    let sent = loaded.state.reports.first { $0.period == period }
                    let page = Address("/kerja/kerja-sama/\(loaded.id)/laporan.pdf")
                    return DataTable.Line([
                        .link(Link(period.words, page.with("semester", period.text))),
                        sent.map { .text(DateWords.date($0.on, in: html.visit.language)) }
                            ?? .tag(
                                StatusTag(.notYet, period.last < loaded.today ? .attention : .plain)
                            ),
                        .text(sent.map { loaded.texts($0.words)["nomor"] } ?? "–"),
                        .link(
                            Link(
                                .csvOf(period),
                                Address("/kerja/kerja-sama/\(loaded.id)/laporan.csv")
                                    .with("semester", period.text)
                            )
                        ),
                    ])
                }
            )
        )
        if records { html(ButtonRow(links: [link(.report)])) }
    }
}

extension Lines {
    /// The lines of a text, each by itself.
    static func of(_ text: String) -> [Inline] {
        text.split(whereSeparator: \.isNewline).map { .text(String($0)) }
    }
}
