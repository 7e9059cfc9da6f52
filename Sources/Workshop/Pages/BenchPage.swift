import Blueprints
import Exchange
import Office
import Site
import Stories

/// A blueprint on the bench: what is in it, what the draft changes, whether it may be published.
struct BenchPage: Page {
    let bench: Workbench
    let tried: [TriedExample]

    /// Names of those who changed something, by their ids.
    let names: [OpaqueID: String]
    var message: Notice?
    var review: ReviewLink?

    /// The regencies that it went through; nil for what was made here.
    var line: Provenance?
    /// What is to be said of letters on paper.
    var ofLetters: [Diagnostic] = []

    private var addresses: BenchAddress { BenchAddress(bench.name) }

    var frame: Frame {
        Frame(width: .workbench, back: Link(.blueprints, "/kelola/cetak-biru"))
    }

    private var called: String { bench.tree["blueprint"]?["title"]?.text ?? bench.name.text }

    func title(for visit: Visit) -> String { called }

    func body(_ html: HTML) {
        html(.h1, called)
        if let message { html(message) }
        html(
            KeyFacts([
                (.nameOfBlueprint, .text(bench.name.text)),
                (.versionWord, .text(bench.tree["blueprint"]?["version"]?.text ?? "-")),
                (.origin, .words(bench.files.isReplica ? .fromPublisher : .ourOwn)),
            ])
        )
        let bench = bench
        html(state)
        if bench.files.isReplica, !bench.holes.isEmpty {
            let open = bench.holes.filter(\.filling.isEmpty).count
            html(.p) {
                html(.a, .localMatters, .href(addresses.page("isian")))
                html.text(": ")
                html.text(.stillOpen(open, of: bench.holes.count))
            }
        }
        if bench.files.isReplica {
            html(.p) { html(.a, .proposeToOrigin, .href(addresses.page("usulan"))) }
        }
        if let line { html(LineOfOrigin(line: line)) }
        html(ThanksList(credits: Credit.all(in: bench.tree)))
        html(
            FindingList(
                findings: bench.checked.diagnostics + ofLetters,
                addresses: addresses,
                slots: { bench.slot(of: $0.place) }
            )
        )
        for (kind, words) in Self.kinds {
            guard let all = EditedThing.Collection(kind, of: bench.tree) else { continue }
            html(.h2, words)
            var list = ThingList(addresses: addresses, thing: .root, collection: all)
            if kind == "example" { list.adding = trials }
            html(list)
        }
        html(MarkList(tree: bench.tree, addresses: addresses))
        html(.h2, .textsInEnglish)
        html(.p) { html(.a, english, .href(addresses.page("terjemahan"))) }
        html(Lines([.link(Link(.paperForm, addresses.page("lembar")))]))
        if bench.draft != nil { changes(html) }
        if !tried.isEmpty {
            html(TriedExamples(tried: tried, tree: bench.tree, addresses: addresses))
        }
    }

    private static let kinds: [(Blueprints.ID, Words)] = [
        ("service", .servicesOfBlueprint), ("letter", .lettersOfBlueprint),
        ("register", .registersOfBlueprint), ("rule", .rulesOfBlueprint),
        ("example", .examplesOfBlueprint),
    ]

    /// An example is made by trying a case of one of the services.
    private var trials: [Link] {
        let services = bench.checked.running?.services.filter { $0.elsewhere == nil } ?? []
        return services.map { service in
            Link(
                .tryCaseOf(service.title.indonesian),
                addresses.page("coba").with("layanan", service.id.text)
            )
        }
    }

    private var english: Words {
        let open = bench.untranslated
        return .englishState(missing: open.missing.count, stale: open.stale.count)
    }

    private var state: Notice {
        if let asked = bench.asked,
            asked.content
                == bench.archive.map({
                    PublicationsDesk.digest(of: $0.bytes)
                })
        {
            var notice = Notice(.info, .waitsForColleague)
            notice.links = [Link(.seeRequest, publishing)]
            return notice
        }
        guard bench.draft != nil else { return Notice(.done, .asInForce) }
        return Notice(.attention, .draftDiffers(bench.edits.count))
    }

    private var publishing: Address {
        Address("/kelola/layanan/terbit").with("nama", bench.name.text)
    }

    private func changes(_ html: HTML) {
        let isEnglish = html.visit.language == .english
        let said = sentences(
            of: bench.edits,
            in: bench.published,
            language: isEnglish ? .english : .indonesian
        )
        html(.h2, .whatDraftChanges)
        html(.ul, .class("ubahan")) { for sentence in said.prefix(200) { html(.li, sentence) } }
        if let last = bench.draft?.changes.last {
            let name = names[last.editor] ?? "–"
            html(.p) {
                html.text(Words("Terakhir diubah oleh \(name), ", "Last changed by \(name), "))
                let day = html.visit.installation.zone.day(last.at)
                html.text(DateWords.longDate(day))
                html.text(".")
            }
        }
        if let review {
            let link = review.page.absolute(
                in: html.visit.language,
                of: html.visit.installation
            )
            html(
                Disclosure(
                    .linkToReview,
                    Paragraphs(.linkToReviewWhat),
                    Lines([.link(Link(Words(link.text(in: html.visit.language)), review.page))])
                )
            )
        }
        html(
            Form(
                to: addresses.page("draf"),
                [],
                hidden: [("versi", "\(bench.draft?.version ?? 0)")],
                buttons: buttons
            )
        )
    }

    private var buttons: [Button] {
        var buttons: [Button] = []
        let isPrintable = !ofLetters.contains { $0.severity == .error }
        if bench.checked.mistakes.isEmpty, isPrintable, tried.allSatisfy(\.complaints.isEmpty) {
            buttons.append(Button(.askToPublish, .primary, .send(name: "ajukan", value: "ya")))
        }
        buttons.append(Button(.undoLast, .secondary, .send(name: "batal", value: "ya")))
        if bench.draft?.canRedo == true {
            buttons.append(Button(.redoLast, .secondary, .send(name: "ulang", value: "ya")))
        }
        buttons.append(Button(.throwAway, .danger, .send(name: "buang", value: "ya")))
        return buttons
    }
}

/// The worked examples, and what does not come out as written.
private struct TriedExamples: Component {
    let tried: [TriedExample]
    let tree: Tree
    let addresses: BenchAddress

    func write(to html: HTML) {
        let wrong = tried.filter { !$0.complaints.isEmpty }
        html(.h2, .triedExamples)
        html(.p, .examplesFit(tried.count - wrong.count, of: tried.count))
        for example in wrong {
            html(.div, .class("kabar kabar-bahaya")) {
                html(.h3, tree["example"]?[.init(example.id)]?["title"]?.text ?? example.id)
                html(.ul) {
                    for complaint in example.complaints {
                        html(.li, complaint, .lang(.indonesian))
                    }
                }
                let cause = addresses.page("sebab").with("contoh", example.id)
                html(ButtonRow(links: [Link(.whyExampleFails, cause)]))
            }
        }
    }
}

/// All blueprints: what is in force, and what has a draft.
struct BenchesPage: Page {
    struct Line: Sendable {
        let name: Code
        let title: String
        let version: String
        let hasDraft: Bool
        let isReplica: Bool
    }

    let lines: [Line]
    var partners: [PartnerStanding] = []

    var frame: Frame { Frame(width: .workbench, back: Link(.manage, "/kelola")) }

    func title(for visit: Visit) -> String { Words.blueprints.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .blueprints)
        html(
            ButtonRow(links: [
                Link(.newBlueprint, "/kelola/cetak-biru/baru"),
                Link(.installPackage, "/kelola/cetak-biru/pasang"),
                Link(.offeredByUs, "/cetak-biru"),
                Link(.proposals, "/kelola/cetak-biru/usulan"),
            ])
        )
        html(PartnerNews(partners: partners))
        html(
            DataTable(
                .blueprints,
                [
                    DataTable.Heading(.blueprints), DataTable.Heading(.nameOfBlueprint),
                    DataTable.Heading(.versionWord), DataTable.Heading(.origin),
                    DataTable.Heading(.stateWord),
                ],
                lines.map { line in
                    DataTable.Line([
                        .link(Link(Words(line.title, line.title), BenchAddress(line.name).bench)),
                        .text(line.name.text), .text(line.version),
                        .words(line.isReplica ? .fromPublisher : .ourOwn),
                        .tag(
                            line.hasDraft
                                ? StatusTag(.hasDraftTag, .attention)
                                : StatusTag(.inForceTag, .done)
                        ),
                    ])
                }
            )
        )
        if !partners.isEmpty { html(PartnerTable(partners: partners)) }
    }
}
