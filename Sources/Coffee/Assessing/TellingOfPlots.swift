import Office
import Site
import Stories

/// A grower's plots in words that a grower understands: what was found, by which source, of which
/// day, and what can be done about it.
struct TellingOfPlots: Component {
    let told: PlotsOfGrower

    /// The titles of the services that are in force, of those by which something is asked for.
    let services: [Code: Words]

    /// The office to ask, with its page; nil where nobody holds the post.
    let office: Link?

    func write(to html: HTML) {
        if told.plots.isEmpty { return html(EmptyState(.noPlotsOfGrower)) }
        html(.p, .whatIsToldOfPlots)
        for line in told.plots {
            html(.section) { write(line, html) }
        }
        if told.count > told.plots.count {
            html(.p, .plotsNotTold(told.count - told.plots.count))
        }
        html(.p) {
            html.text(.askExtensionWorker)
            if let office {
                html.text(" ")
                html.text(.orTheOffice)
                html.text(" ")
                html(.a, office.words, .href(office.address))
                html.text(".")
            }
        }
    }

    private func write(_ line: PlotsOfGrower.Line, _ html: HTML) {
        let plot = line.plot.plot
        html(.h3, plot.name.isEmpty ? plot.label : plot.name)
        html(.p) {
            let area = line.squareMetres.map { Words.hectares(Double($0) / 10_000) }
            let number = plot.code.isEmpty ? nil : Words.numberOfPlot(plot.code)
            let parts = [Words(plot.village), area ?? .areaUnknown, number].compactMap(\.self)
            html.text(
                parts.map { $0.text(in: html.visit.language) }.filter { !$0.isEmpty }
                    .joined(separator: " · ")
            )
        }
        if let reason = line.leftOut { html(notice(line, reason)) }
        html(SummaryList(items(line, html.visit.language)))
        let deeds = line.plot.whatToDo
        guard !deeds.isEmpty else { return }
        html(.p) { html(.strong, .whatCanBeDone) }
        html(.ul) {
            for deed in deeds { html(.li) { write(deed, html) } }
        }
    }

    private func write(_ deed: WhatToDo, _ html: HTML) {
        html.text(deed.words)
        guard let service = deed.service, let title = services[service] else { return }
        html.text(" ")
        html(.a, title, .href("/layanan/\(service)"))
    }

    private func notice(_ line: PlotsOfGrower.Line, _ reason: PlotLeftOut.Reason) -> Notice {
        var notice = Notice(.attention, .plotIsLeftOut)
        guard case .keptOut = reason else {
            notice.sentences.append(reason.words)
            return notice
        }
        notice.sentences.append(line.reason.map { .becauseOf($0) } ?? .reasonIsGone)
        notice.sentences.append(.coffeeStaysRecorded)
        return notice
    }

    private func items(_ line: PlotsOfGrower.Line, _ language: Language) -> [SummaryList.Item] {
        var items: [SummaryList.Item] = []
        var unlooked: [Words] = []
        for subject in AssessedSubject.allCases {
            guard let found = line.plot.assessment(subject) else {
                unlooked.append(subject.wordsForGrowers)
                continue
            }
            let day = DateWords.date(found.assessment.asOf, in: language)
            items.append(
                SummaryList.Item(
                    subject.wordsForGrowers,
                    [
                        .words(found.assessment.sentence(other: line.other)),
                        .words(.saidBy(found.source, day)),
                    ]
                )
            )
        }
        if !unlooked.isEmpty {
            items.append(SummaryList.Item(.notLookedAt, unlooked.map(Inline.words)))
        }
        let stdb = line.plot.plot.papers.stdb
        items.append(SummaryList.Item(.stdb, [stdb.map(Inline.text) ?? .words(.noStdb)]))
        return items
    }
}

extension CoffeeFeature {
    /// The plots as they are told, with the ways to what can be done that are open now.
    func telling(of told: PlotsOfGrower, _ regency: RegencyNow) -> TellingOfPlots {
        let services = WhatToDo.allCases.compactMap(\.service)
        let post = regency.office.posts.first { $0.duties.contains("pengesah-kopi") }
        let unit = post.flatMap { regency.office.unit($0.unit) }
        return TellingOfPlots(
            told: told,
            services: Dictionary(
                services.compactMap { id in regency.service(id).map { (id, $0) } },
                uniquingKeysWith: { first, _ in first }
            ),
            office: unit.map { Link(Words($0.name, $0.name), Address("/unit/\($0.id)")) }
        )
    }
}
