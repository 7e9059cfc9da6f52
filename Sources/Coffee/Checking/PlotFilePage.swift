import Plots
import Site

/// The check of a file of plots: before it, what is checked; after it, what was found and what can
/// be repaired.
struct PlotFilePage: Page {
    /// So many of one kind are told; the others are counted.
    static let mostTold = 20

    /// So many plots are drawn with their fault.
    private static let mostDrawings = 12

    var checked: CheckedPlotFile?
    var error: Words?

    var frame: Frame {
        var frame = Frame(
            back: Link(.coffeeOfTheRegion, "/kopi"),
            isIndexed: checked == nil && error == nil,
            status: error == nil ? 200 : 422
        )
        frame.description = .checkPlotFileAbout
        return frame
    }

    func title(for visit: Visit) -> String { Words.checkPlotFile.text(in: visit.language) }

    func body(_ html: HTML) {
        html(.h1, .checkPlotFile)
        if let checked {
            found(checked, html)
        } else {
            html(.p, .checkPlotFileAbout)
            html(.p, .nothingIsKept)
        }
        html(form)
        if checked == nil { html(.p, .atTheConsole, .class("redup")) }
    }

    private var form: Form {
        let field = Field("berkas", .plotFile, hint: .plotFileHint, .file(FileInput(.any)))
        return Form(
            to: "/kopi/periksa-kebun",
            [field.with(error: error)],
            buttons: [
                Button(checked == nil ? .checkThisFile : .checkAnotherFile),
                Button(.repairAndDownload, .secondary, .send(name: "untuk", value: "perbaikan")),
            ]
        )
    }

    private func found(_ checked: CheckedPlotFile, _ html: HTML) {
        let check = checked.check
        let kind: Notice.Kind =
            check.errors > 0 ? .danger : check.warnings > 0 ? .attention : .done
        html(
            Notice(
                kind,
                heading: .foundInFile(errors: check.errors, warnings: check.warnings),
                check.errors > 0 ? .willBeRefused : .willBeTaken
            )
        )
        html(.p, .fileAndPlots(checked.name, plots: check.plots.count))
        repair(checked, html)
        findings(check, html)
    }

    private func repair(_ checked: CheckedPlotFile, _ html: HTML) {
        guard !checked.check.repairs.isEmpty else { return }
        html(.h2, .whatCanBeRepaired)
        html(.ul) {
            for repair in PlotRepair.allCases where checked.check.repairs.contains(repair) {
                html(.li, repair.words)
            }
        }
        html(.p, .noLandIsInvented)
        guard let carried = checked.carried else {
            html(.p, .chooseItAgain)
            return
        }
        var form = Form(
            to: "/kopi/periksa-kebun",
            [],
            hidden: [("untuk", "perbaikan"), ("isi", carried)],
            buttons: [Button(.downloadRepaired)]
        )
        form.sendsFiles = true
        html(form)
    }

    /// By kind, each with its sentence once and the plots under it.
    private func findings(_ check: PlotFileCheck, _ html: HTML) {
        let kinds = Dictionary(grouping: check.findings, by: \.code)
        let order = check.findings.map(\.code).reduce(into: [String]()) { seen, code in
            if !seen.contains(code) { seen.append(code) }
        }
        var drawings = 0
        for severity in [PlotFinding.Severity.error, .warning] {
            let codes = order.filter { kinds[$0]?.first?.severity == severity }
            guard !codes.isEmpty else { continue }
            html(.h2, severity == .error ? .errorsOfFile : .warningsOfFile)
            for code in codes {
                let told = kinds[code] ?? []
                html(.section) { kind(told, check, &drawings, html) }
                let rest = check.counts[code, default: 0] - told.count
                if rest > 0 { html(.p, .andSoManyMore(rest), .class("redup")) }
            }
        }
    }

    private func kind(
        _ told: [PlotFinding],
        _ check: PlotFileCheck,
        _ drawings: inout Int,
        _ html: HTML
    ) {
        // Two findings of one kind may differ in their numbers: each sentence is a heading once.
        for (sentence, same) in Self.bySentence(told) {
            html(.h3, sentence)
            html(.ul) { for finding in same { html(.li) { place(finding, html) } } }
            if drawings < Self.mostDrawings, let finding = same.first,
                let drawing = Self.drawing(of: finding, in: check)
            {
                drawings += 1
                html(PlotDrawing(drawing, .drawingOf(finding.name ?? "\(finding.feature ?? 0)")))
            }
        }
    }

    private static func bySentence(_ told: [PlotFinding]) -> [(Words, [PlotFinding])] {
        var groups: [(Words, [PlotFinding])] = []
        for finding in told {
            let words = Words(finding.sentence, finding.sentenceInEnglish)
            if let index = groups.firstIndex(where: { $0.0 == words }) {
                groups[index].1.append(finding)
            } else {
                groups.append((words, [finding]))
            }
        }
        return groups
    }

    private func place(_ finding: PlotFinding, _ html: HTML) {
        var parts: [String] = []
        let language = html.visit.language
        if let feature = finding.feature { parts.append(Words.plot(feature).text(in: language)) }
        if let name = finding.name, !name.isEmpty { parts.append(name) }
        if let line = finding.line { parts.append(Words.lineOfFile(line).text(in: language)) }
        if let place = finding.place { parts.append(place.description) }
        html.text(
            parts.isEmpty ? Words.wholeFile.text(in: language) : parts.joined(separator: ", ")
        )
    }

    private static func drawing(of finding: PlotFinding, in check: PlotFileCheck) -> Drawing? {
        guard finding.place != nil, let feature = finding.feature,
            let plot = check.plots.first(where: { $0.number == feature }),
            let boundary = plot.boundary
        else { return nil }
        return Drawing(of: boundary, marking: finding.place)
    }
}

/// A plot's outline, with the place of a fault where there is one.
struct PlotDrawing: Component {
    private let drawing: Drawing
    private let name: Words

    init(_ drawing: Drawing, _ name: Words) { (self.drawing, self.name) = (drawing, name) }

    func write(to html: HTML) {
        html(
            .svg,
            .class("denah"),
            .viewBox("0 0 \(drawing.width) \(drawing.height)"),
            .role("img"),
            .label(html.word(name))
        ) {
            html(.path, .d(drawing.path))
            if let mark = drawing.mark {
                html(.circle, .cx(Double(mark.x)), .cy(Double(mark.y)), .r(7))
            }
        }
    }
}
