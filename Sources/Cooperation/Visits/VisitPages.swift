import Ledger
import Site
import Stories

/// One visit with everything that its pages show.
struct LoadedVisit: Sendable {
    let id: OpaqueID
    let state: PartnerVisit
    let held: HeldVisit
    let version: Version
    let regency: RegencyNow
    let today: Day
    let opened: [PayloadID: Texts]
    let papers: [Paper]
    let known: KnownOfForms

    /// The agreement that it belongs to, by its title.
    let agreement: Link?

    func texts(_ sealed: Sealed?) -> Texts { sealed.flatMap { opened[$0.id] } ?? Texts() }

    /// "12.03 Kabupaten Tapanuli Selatan", as far as it is known.
    var partner: String? {
        held.partner.map { code in
            [code.text, known.names[code]].compactMap(\.self).joined(separator: " ")
        }
    }

    /// "3–4 November 2026" in words of a language.
    func days(in language: Language) -> String {
        let from = DateWords.date(held.from, in: language)
        guard held.until != held.from else { return from }
        return from + " – " + DateWords.date(held.until, in: language)
    }
}

/// Every visit, the newest first.
struct VisitsPage: Page {
    var visits: [ListedVisit]
    var records: Bool

    var frame: Frame { Frame(width: .page, back: Link(.cooperation, "/kerja/kerja-sama")) }

    func title(for visit: Visit) -> String { Words.visits.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .visits)
        html(.p, .visitsWhat)
        if records {
            html(
                ButtonRow(
                    Button(.newVisit, .primary, .go("/kerja/kerja-sama/kunjungan/baru"))
                )
            )
        }
        html(VisitTable(visits: visits, opens: true))
    }
}

/// Visits as a table.
struct VisitTable: Component {
    var visits: [ListedVisit]

    /// Whether each leads to its page: for officials alone.
    var opens: Bool

    func write(to html: HTML) {
        let language = html.visit.language
        var headings = [DataTable.Heading(.day), DataTable.Heading(.directionOfVisit)]
        if opens { headings.append(DataTable.Heading(.purposeOfVisit)) }
        html(
            DataTable(
                .visits,
                headings,
                visits.map { visit in
                    let day = DateWords.date(visit.from, in: language)
                    let way = Inline.words(visit.isIncoming ? .theyCame : .weWent)
                    guard opens else { return DataTable.Line([.text(day), way]) }
                    let page: Address = "/kerja/kerja-sama/kunjungan/\(visit.id)"
                    return DataTable.Line([
                        .link(Link(Words(day), page)), way,
                        .text(visit.texts["tujuan"].orErased),
                    ])
                }
            )
            .headed(whenEmpty: .noVisits)
        )
    }
}

/// One visit: who came, what was seen and learned, what became of it, what is to follow.
struct VisitPage: Page {
    var loaded: LoadedVisit
    var records: Bool

    var frame: Frame { Frame(width: .page, back: Link(.visits, "/kerja/kerja-sama/kunjungan")) }

    func title(for visit: Visit) -> String {
        "\(Words.oneVisit.text(in: visit.language)), \(loaded.days(in: visit.language))"
    }

    func body(_ html: HTML) {
        html(.h1, title(for: html.visit))
        html(SummaryList(facts))
        var links = [
            Link(.printReport, Address("/kerja/kerja-sama/kunjungan/\(loaded.id)/laporan.pdf"))
        ]
        if records {
            links += [VisitDeed.outcome, .correction].map {
                Link($0.heading, $0.address(of: loaded.id))
            }
        }
        html(ButtonRow(links: links))
        followUps(html)
    }

    private var facts: [SummaryList.Item] {
        let (held, texts) = (loaded.held, loaded.texts(loaded.held.words))
        var items = [
            SummaryList.Item(.directionOfVisit, [.words(held.isIncoming ? .theyCame : .weWent)]),
            SummaryList.Item(.partner, loaded.partner.map { [.text($0)] } ?? []),
            SummaryList.Item(.whoCame, Lines.of(texts["siapa"])),
            SummaryList.Item(.purposeOfVisit, Lines.of(texts["tujuan"])),
            SummaryList.Item(.whatWasSeen, Lines.of(texts["dilihat"])),
            SummaryList.Item(.whatWasLearned, Lines.of(texts["dipelajari"])),
            SummaryList.Item(
                .whatBecame,
                loaded.state.outcomes.flatMap { Lines.of(loaded.texts($0)["jadi"]) }
            ),
            SummaryList.Item(.belongsToAgreement, loaded.agreement.map { [.link($0)] } ?? []),
        ]
        if let service = held.service {
            let title = loaded.regency.service(service) ?? Words(service.text)
            items.append(SummaryList.Item(.belongsToService, [.words(title)]))
        }
        return items
    }

    private func followUps(_ html: HTML) {
        let language = html.visit.language
        html(
            DataTable(
                .followUps,
                [.init(.whatIsToFollow), .init(.dueDay), .init(.state), .init(.result)],
                loaded.state.followUps.map { item in
                    let texts = loaded.texts(item.promise.words)
                    let address = VisitDeed.followUp.address(of: loaded.id, item.id)
                    return DataTable.Line([
                        records
                            ? .link(Link(Words(texts["apa"].orErased), address))
                            : .text(texts["apa"].orErased),
                        .text(DateWords.date(item.promise.due, in: language)),
                        .tag(.of(item.promise.due, done: item.result?.on, loaded.today)),
                        result(of: item),
                    ])
                }
            )
            .headed(whenEmpty: .noFollowUps)
        )
        guard records else { return }
        html(
            ButtonRow(links: [Link(.addFollowUp, VisitDeed.followUp.address(of: loaded.id))])
        )
    }

    private func result(of item: Agreement.Item<OwedDuty, Fulfilment>) -> Inline {
        guard let done = item.result else {
            let form = VisitDeed.fulfilment.address(of: loaded.id, item.id)
            return records ? .link(Link(.recordDone, form)) : "–"
        }
        let text = loaded.texts(done.words)["bukti"].orErased
        guard let paper = done.paper else { return .text(text) }
        return .link(
            Link(
                .fileOf(Words(text), paper.type),
                "/kerja/kerja-sama/kunjungan/\(loaded.id)/berkas/\(paper.file)"
            )
        )
    }
}
