import Site
import Stories

/// The maps that plots are held against, and the form that loads another.
struct ForestMapPage: Page {
    let maps: [ForestMap.Kind: ShownForestMap]
    let typed: FormAsTyped
    let today: Day
    var status = 200

    var frame: Frame {
        Frame(width: .text, back: Link(.plotsUnderTheLaw, "/kebun"), status: status)
    }

    func title(for visit: Visit) -> String { Words.forestMaps.text(in: visit.language) }

    func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, .forestMaps)
        html(
            SummaryList(
                ForestMap.Kind.allCases.map { kind in
                    SummaryList.Item(kind.words, values(maps[kind], html.visit.language))
                }
            )
        )
        html(.h2, .loadMap)
        html(form)
    }

    private func values(_ map: ShownForestMap?, _ language: Language) -> [Inline] {
        guard let map else { return [] }
        return [
            .text(map.source), .text(DateWords.date(map.map.asOf, in: language)),
            .words(.areasOfMap(map.map.areas)),
        ]
    }

    private var form: Form {
        Form(
            to: "/kebun/peta",
            [
                typed.choice(
                    "jenis",
                    .kindOfMap,
                    ForestMap.Kind.allCases.map { Option($0.rawValue, $0.words, hint: $0.hint) }
                ),
                typed.field("berkas", .mapFile, hint: .mapFileHint, .file(FileInput(.any))),
                typed.line("sumber", .sourceOfMap, hint: .sourceOfMapHint),
                typed.date("tanggal", .asOfDay),
            ],
            buttons: [Button(.loadMap)]
        )
    }
}

/// Results of Whisp, brought back.
struct WhispPage: Page {
    let today: Day
    var typed = FormAsTyped()
    var taken: Taken?
    var status = 200

    /// What came of a file.
    struct Taken: Sendable {
        let new: Int
        let known: Int

        /// Numbers that no plot has, and rows that could not be read.
        let unknown: [String]
        let unreadable: [Int]
    }

    private static let mostNamed = 30

    var frame: Frame {
        Frame(width: .text, back: Link(.plotsUnderTheLaw, "/kebun"), status: status)
    }

    func title(for visit: Visit) -> String { Words.resultsOfWhisp.text(in: visit.language) }

    func body(_ html: HTML) {
        html(ErrorSummary(of: form.fields))
        html(.h1, .resultsOfWhisp)
        if let taken { outcome(taken, html) } else { steps(html) }
        html(form)
    }

    private func steps(_ html: HTML) {
        html(.ol) {
            html(.li) { html(.a, .plotsForWhisp, .href("/kebun/whisp.geojson")) }
            html(.li, .runWhisp)
            html(.li, .bringItBack)
        }
        html(.p, .namesNobody)
    }

    private func outcome(_ taken: Taken, _ html: HTML) {
        html(Notice(.done, .takenFromWhisp(taken.known, new: taken.new)))
        if !taken.unknown.isEmpty {
            html(.p, .unknownPlots(taken.unknown.count))
            html(.ul) { for code in taken.unknown.prefix(Self.mostNamed) { html(.li, code) } }
        }
        if !taken.unreadable.isEmpty {
            let rows = taken.unreadable.prefix(Self.mostNamed).map { "\($0)" }
            html(.p, .unreadableRows(rows.joined(separator: ", ")))
        }
    }

    private var form: Form {
        Form(
            to: "/kebun/whisp",
            [
                typed.field("berkas", .whispFile, hint: .whispFileHint, .file(FileInput(.any))),
                typed.line("versi_alat", .versionOfWhisp, hint: .versionOfWhispHint),
                typed.date("tanggal", .asOfDay),
            ],
            buttons: [Button(.takeResults)]
        )
    }
}
