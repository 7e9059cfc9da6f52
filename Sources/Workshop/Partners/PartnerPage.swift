import Blueprints
import Exchange
import Site
import Stories

/// A publisher as it is known here: its catalogue, what of it is new, and what waits.
struct PartnerPage: Page {
    let standing: PartnerStanding
    let now: Instant

    /// Who asked for a very old catalogue; nil where nobody did.
    var asker: String?

    /// Whether the one who looks asked themselves.
    var isOwnRequest = false

    /// What a form of this page came to.
    var problem: Words?

    private var address: Address { "/kelola/cetak-biru/mitra/\(standing.publisher)" }

    var frame: Frame {
        Frame(
            width: .workbench,
            back: Link(.blueprints, "/kelola/cetak-biru"),
            status: problem == nil ? 200 : 409
        )
    }

    private var called: Words { .catalogueOf(standing.publisher) }

    func title(for visit: Visit) -> String { called.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, called)
        if let problem { html(Notice(.danger, problem)) }
        if standing.trust.equivocation != nil {
            let refusal = TrustRefusal.equivocation
            html(Notice(.danger, Words(refusal.sentence, refusal.sentenceInEnglish)))
        }
        asked(html)
        html(KeyFacts(facts(html.visit)))
        if let trouble = standing.known?.trouble {
            html(Notice(.attention, heading: .lastLookFailed, trouble))
        }
        packages(html)
        withdrawn(html)
        html(.h2, .askPartnerNow)
        var form = FetchForm(typed: TypedAddress(address: standing.known?.address ?? ""))
        form.asksWords = standing.trust.root == nil
        html(form.form(pressed: .secondary))
    }

    private func facts(_ visit: Visit) -> [(name: Words, value: Inline)] {
        func day(_ moment: Instant) -> Inline {
            .text(DateWords.date(visit.installation.zone.day(moment), in: visit.language))
        }
        var facts: [(name: Words, value: Inline)] = [
            (.publisherWord, .text(standing.publisher)),
            (.rootKnown, .words(standing.trust.root == nil ? .rootUnknownYet : .rootIsPinned)),
        ]
        if let catalogue = standing.catalogue {
            facts.append((.catalogueNumber, .number("\(catalogue.number)")))
            facts.append((.catalogueIssued, day(catalogue.issued)))
            facts.append((.catalogueExpires, day(catalogue.expires)))
        }
        facts.append((.partnerAddress, .text(standing.known?.address ?? "–")))
        if let at = standing.known?.reachedAt { facts.append((.lastReached, day(at))) }
        return facts
    }

    /// A very old catalogue and its second person.
    private func asked(_ html: HTML) {
        guard let asked = standing.trust.asked else {
            guard standing.needsSecondPerson(at: now) else { return }
            html(Notice(.attention, .catalogueVeryOld))
            html(
                Form(
                    to: address,
                    [],
                    buttons: [
                        Button(.askSecondPerson, .secondary, .send(name: "minta", value: "ya"))
                    ]
                )
            )
            return
        }
        let day = html.visit.installation.zone.day(asked.issued)
        var notice = Notice(
            .attention,
            heading: .secondPersonHeading,
            .secondPersonAsked(asker ?? "–", asked.number, on: day)
        )
        if isOwnRequest { notice.sentences.append(.secondPersonIsAnother) }
        html(notice)
        guard !isOwnRequest else { return }
        html(
            Form(
                to: address,
                [],
                hidden: [("katalog", hexadecimal(asked.document.digest))],
                buttons: [
                    Button(.agreeToCatalogue, .primary, .send(name: "setuju", value: "ya")),
                    Button(.declineCatalogue, .secondary, .send(name: "tolak", value: "ya")),
                ]
            )
        )
    }

    private func packages(_ html: HTML) {
        html(.h2, .offeredByPartner)
        guard let catalogue = standing.catalogue else {
            html(.p, .noCatalogueYet)
            return
        }
        let newestFirst = catalogue.packages.sorted {
            $0.name == $1.name
                ? PackageVersion($1.version) < PackageVersion($0.version) : $0.name < $1.name
        }
        html(
            DataTable(
                .offeredByPartner,
                [
                    DataTable.Heading(.nameOfBlueprint), DataTable.Heading(.versionWord),
                    DataTable.Heading(.stateWord), DataTable.Heading(.getIt),
                ],
                newestFirst.map { listed in
                    DataTable.Line([
                        .text(listed.name.description), .text(listed.version),
                        .tag(tag(of: listed)), fetching(listed),
                    ])
                }
            )
            .hidingCaption
        )
    }

    private func tag(of listed: Catalogue.Listed) -> StatusTag {
        guard let here = standing.here[listed.name.description] else {
            return StatusTag(.notHere)
        }
        if here == listed.version { return StatusTag(.hereAlready, .done) }
        let isNewer = PackageVersion(here) < PackageVersion(listed.version)
        return isNewer
            ? StatusTag(.updateAvailable, .attention) : StatusTag(.otherVersionHere(here))
    }

    private func fetching(_ listed: Catalogue.Listed) -> Inline {
        guard standing.here[listed.name.description] != listed.version else { return "–" }
        let site = standing.known?.address
        return .part(
            FetchButton(
                from: site.map { "\($0)/cetak-biru/\(listed.name)/\(listed.version)" },
                what: "\(listed.name) \(listed.version)"
            )
        )
    }

    private func withdrawn(_ html: HTML) {
        let gone = standing.catalogue?.withdrawn ?? []
        guard !gone.isEmpty else { return }
        html(.h2, .withdrawnVersions)
        html(.ul) {
            for one in gone {
                html(.li) {
                    html.text("\(one.name) \(one.version): \(one.reason) ")
                    if standing.here[one.name.description] == one.version {
                        html(StatusTag(.withdrawnButHere, .danger))
                    }
                }
            }
        }
    }
}

extension DataTable {
    fileprivate var hidingCaption: DataTable {
        var table = self
        table.hidesCaption = true
        return table
    }
}

/// The button that fetches one package of a partner; a sentence where its site is not known.
private struct FetchButton: Component {
    let from: String?
    let what: String

    func write(to html: HTML) {
        guard let from else {
            html.text(.getItByFile)
            return
        }
        html(
            Form(
                to: "/kelola/cetak-biru/ambil",
                [],
                hidden: [("dari", from)],
                buttons: [Button(.fetchPackage(what), .secondary)]
            )
        )
    }
}
