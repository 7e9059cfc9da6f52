import Plots
import Site
import Stories

/// Every plot of the register with what was found about it, for the one post that sees them all.
struct PlotsPage: Page {
    let plots: [PlotForBuyer]

    /// How many there are of this choice, on all pages.
    let count: Int
    let only: Only?
    let page: Int
    let hasMore: Bool

    /// How many findings were new after something was looked at; nil where nothing was.
    var done: Int?

    /// Which plots are listed.
    enum Only: String, CaseIterable {
        case risk = "risiko"
        case overlap = "tumpang"
        case unlooked = "belum"
        case noBoundary = "tanpa-batas"
        case keptOut = "keluar"

        func takes(_ plot: PlotForBuyer) -> Bool {
            switch self {
            case .risk: plot.assessments.contains { $0.assessment.outcome == .risk }
            case .overlap: plot.assessment(.overlap)?.assessment.outcome == .risk
            case .unlooked: plot.assessment(.treeCover) == nil || plot.assessment(.legality) == nil
            case .noBoundary: plot.plot.boundary == nil
            case .keptOut: plot.isKeptOut
            }
        }

        var words: Words {
            switch self {
            case .risk: Words("Ada yang menghalangi", "Something stands against them")
            case .overlap: Words("Tumpang tindih", "Overlapping")
            case .unlooked: Words("Belum diperiksa", "Not looked at")
            case .noBoundary: Words("Tanpa letak", "Without a place")
            case .keptOut: Words("Dikeluarkan", "Kept out")
            }
        }
    }

    var frame: Frame { Frame(width: .workbench, back: Link(.coffeeLots, "/lot")) }

    func title(for visit: Visit) -> String { Words.plotsUnderTheLaw.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .plotsUnderTheLaw)
        if let done { html(Notice(.done, .newFindings(done))) }
        html(.p, .neverDeforestationFree)
        html(Form(to: "/kebun/tumpang-tindih", [], buttons: [Button(.findOverlaps)]))
        html(
            ButtonRow(links: [
                Link(.forestMaps, "/kebun/peta"), Link(.plotsForWhisp, "/kebun/whisp.geojson"),
                Link(.resultsOfWhisp, "/kebun/whisp"),
            ])
        )
        html(.nav, .class("halaman"), .label(html.word(.plotsUnderTheLaw))) {
            choice(nil, .allPlots, html)
            for only in Only.allCases { choice(only, only.words, html) }
        }
        html(table)
        html(Pagination(page: page, of: hasMore ? page + 1 : page, list: address(only)))
    }

    private func address(_ only: Only?) -> Address {
        only.map { Address("/kebun").with("hanya", $0.rawValue) } ?? "/kebun"
    }

    private func choice(_ only: Only?, _ words: Words, _ html: HTML) {
        if only == self.only {
            html(.strong, words, .current("true"))
        } else {
            html(.a, words, .href(address(only)))
        }
    }

    private var table: DataTable {
        DataTable(
            .plotsCounted(count),
            [.init(.plotWord), .init(.fromWhere), .init(.areaOfPlot, isNumber: true)]
                + AssessedSubject.allCases.map { .init($0.words) },
            plots.map { line in
                let plot = line.plot
                let grower = [plot.grower?.name, plot.village].compactMap(\.self)
                    .filter { !$0.isEmpty }
                return DataTable.Line(
                    [
                        .link(Link(Words(plot.label), Address("/kebun/\(plot.id)"))),
                        .text(grower.joined(separator: ", ")), .words(.hectares(plot.boundary)),
                    ]
                        + AssessedSubject.allCases.map { line.tag(of: $0) }
                )
            }
        )
    }
}

extension PlotForBuyer {
    /// The newest finding about that as a word with its colour.
    func tag(of subject: AssessedSubject) -> Inline {
        guard let found = assessment(subject) else {
            return .tag(StatusTag(.notLookedAt, .plain))
        }
        let outcome = found.assessment.outcome
        return .tag(StatusTag(outcome.words(of: subject), outcome.tint))
    }
}

/// One plot: what its register says, what was found, and what is decided about it.
struct PlotPage: Page {
    let plot: PlotForBuyer

    /// The plots that findings name.
    let others: [RegisteredPlot]

    /// Why it is kept out; nil where it is not, or where the reason was erased.
    var reason: String?
    let today: Day
    let typed: FormAsTyped
    var status = 200

    private var address: Address { Address("/kebun/\(plot.plot.id)") }

    var frame: Frame {
        Frame(width: .page, back: Link(.plotsUnderTheLaw, "/kebun"), status: status)
    }

    func title(for visit: Visit) -> String { plot.plot.label }

    func body(_ html: HTML) {
        html(ErrorSummary(of: [form.fields, decision.fields].joined().filter { $0.error != nil }))
        html(.h1, plot.plot.label)
        if plot.isKeptOut {
            var notice = Notice(.attention, .isKeptOut)
            notice.sentences.append(reason.map { .becauseOf($0) } ?? .reasonIsGone)
            html(notice)
        }
        if let boundary = plot.plot.boundary, let drawing = Drawing(of: boundary) {
            html(PlotDrawing(drawing, .drawingOf(plot.plot.label)))
        }
        html(KeyFacts(facts))
        html(FindingsOfPlot(plot, others: others))
        html(.h2, .writeFinding)
        html(form)
        html(.h2, plot.isKeptOut ? .letItIn : .keepItOut)
        html(.p, .keptOutAbout)
        html(decision)
    }

    private var facts: [(name: Words, value: Inline)] {
        let papers = plot.plot.papers
        var facts: [(name: Words, value: Inline)] = [
            (.placeOfPlot, .text([plot.plot.name, plot.plot.village].joined(separator: ", "))),
            (.grower, .text(plot.plot.grower?.name ?? "-")),
            (.areaOfPlot, .words(.hectares(plot.plot.boundary))),
        ]
        if let planted = papers.planted { facts.append((.planted, .text("\(planted)"))) }
        if let land = papers.land { facts.append((.landPaper, .words(land))) }
        if let forest = papers.forest { facts.append((.saidAboutForest, .words(forest))) }
        if let permit = papers.permit { facts.append((.permitNumber, .text(permit))) }
        facts.append((.stdb, papers.stdb.map(Inline.text) ?? .words(.noStdb)))
        return facts
    }

    private var form: Form {
        Form(
            to: address,
            [
                typed.choice(
                    "tentang",
                    .aboutWhat,
                    [AssessedSubject.legality, .treeCover].map { Option($0.rawValue, $0.words) }
                ),
                typed.choice(
                    "hasil",
                    .whatWasFound,
                    [AssessedOutcome.clear, .unclear, .risk].map { Option($0.rawValue, $0.words) }
                ),
                typed.line("sumber", .sourceOfFinding, hint: .sourceOfFindingHint),
                typed.date("tanggal", .asOfDay),
            ],
            buttons: [Button(.writeFinding)]
        )
    }

    private var decision: Form {
        Form(
            to: address,
            [typed.long("alasan", .reason, hint: plot.isKeptOut ? nil : .growersRead)],
            hidden: [("hal", plot.isKeptOut ? "masukkan" : "keluarkan")],
            buttons: [
                Button(
                    plot.isKeptOut ? .letItIn : .keepItOut,
                    plot.isKeptOut ? .secondary : .danger
                )
            ]
        )
    }
}

/// What was found about a plot, each with its source and day; what nobody looked at is said too.
struct FindingsOfPlot: Component {
    private let plot: PlotForBuyer
    private let others: [RegisteredPlot]

    init(_ plot: PlotForBuyer, others: [RegisteredPlot] = []) {
        (self.plot, self.others) = (plot, others)
    }

    func write(to html: HTML) {
        html(
            SummaryList(
                heading: .findings,
                AssessedSubject.allCases.map { subject in
                    SummaryList.Item(subject.words, values(of: subject, html.visit.language))
                }
            )
        )
    }

    private func values(of subject: AssessedSubject, _ language: Language) -> [Inline] {
        guard let found = plot.assessment(subject) else {
            return [.tag(StatusTag(.notLookedAt, .plain))]
        }
        var values: [Inline] = [plot.tag(of: subject)]
        if let metres = found.assessment.squareMetres { values.append(.words(.onMetres(metres))) }
        if let other = others.first(where: { $0.id == found.assessment.other }) {
            values.append(.words(.withPlot(other.label)))
        }
        let day = DateWords.date(found.assessment.asOf, in: language)
        values.append(.text([found.source, day].filter { !$0.isEmpty }.joined(separator: ", ")))
        return values
    }
}
