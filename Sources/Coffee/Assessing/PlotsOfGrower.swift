import Ledger
import Site
import Stories

/// A grower's plots with what was found about each, as one person may read it.
struct PlotsOfGrower: Sendable {
    /// Those that are told of, what needs a look first.
    let plots: [Line]

    /// How many there are in all.
    let count: Int

    /// A plot, with what was found and why it stays out of buyers' files.
    struct Line: Hashable, Sendable {
        let plot: PlotForBuyer

        /// As the register has it, measured or told; nil where it says nothing.
        let squareMetres: Int64?

        /// Why no buyer's file can name it, whatever its grower consents to.
        let leftOut: PlotLeftOut.Reason?

        /// Why a person decided so, in their words; nil where nobody did, or it was erased.
        let reason: String?

        /// What the other plot of an overlap is called; nil where the reader may not know it.
        let other: String?

        /// Something stands against it, or it is left out of buyers' files.
        var needsALook: Bool {
            leftOut != nil || plot.assessments.contains { $0.assessment.outcome == .risk }
        }
    }
}

extension CoffeeFeature {
    /// A grower's plots as somebody may read them, who has to be asked for the right before.
    func plots(
        of grower: OpaqueID,
        for served: GrowersServed,
        most: Int,
        _ reader: Reader
    ) throws -> PlotsOfGrower {
        let named = try parts.registers.plots(grower, reader)
        let ids = named.map(\.plot.id)
        let areas = Dictionary(
            named.map { ($0.plot.id, $0.plot.area) },
            uniquingKeysWith: { first, _ in first }
        )
        let found = try reader.assessments(of: ids)
        let out = try reader.plotsKeptOut(among: ids)
        // What has trouble is never among those that are only counted.
        func order(_ id: OpaqueID) -> Int {
            if out.contains(id) { return 0 }
            return found[id]?.contains { $0.assessment.outcome == .risk } == true ? 1 : 2
        }
        let told = Array(
            ids.enumerated().sorted {
                (order($0.element), $0.offset) < (order($1.element), $1.offset)
            }
            .map(\.element).prefix(most)
        )
        let plots = try parts.registers.registered(told, reader).map { plot in
            PlotForBuyer(plot, green: 0, found[plot.id] ?? [], isKeptOut: out.contains(plot.id))
        }
        let reasons = try reader.reasonsKeptOut(among: told.filter(out.contains))
        let sorted = PlotsToDeclare(plots, consenting: Set(plots.compactMap(\.plot.grower?.id)))
        let leftOut = Dictionary(
            sorted.leftOut.map { ($0.plot.plot.id, $0.reason) },
            uniquingKeysWith: { first, _ in first }
        )
        let others = try othersToName(plots, served, reader)
        return PlotsOfGrower(
            plots: plots.map { plot in
                PlotsOfGrower.Line(
                    plot: plot,
                    squareMetres: areas[plot.plot.id].flatMap { $0 > 0 ? $0 : nil },
                    leftOut: leftOut[plot.plot.id],
                    reason: reasons[plot.plot.id],
                    other: plot.assessment(.overlap)?.assessment.other.flatMap { others[$0] }
                )
            },
            count: ids.count
        )
    }

    /// What other plots of overlaps are called, of those whose growers somebody serves too.
    private func othersToName(
        _ plots: [PlotForBuyer],
        _ served: GrowersServed,
        _ reader: Reader
    ) throws -> [OpaqueID: String] {
        let ids = Set(plots.compactMap { $0.assessment(.overlap)?.assessment.other })
        let others = try parts.registers.registered(ids.sorted(), reader)
        let seen = try reader.growers(served, among: Set(others.compactMap(\.grower?.id)))
        return Dictionary(
            others.filter { $0.grower.map { seen.contains($0.id) } ?? (served == .all) }
                .map { ($0.id, $0.label) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

/// What can be done about a plot, in the order in which it helps.
enum WhatToDo: CaseIterable {
    case measure, correct, askForPermit, showPapers, showOldPhotographs, askForSTDB

    /// The service by which it is asked for; nil where one asks the extension worker.
    var service: Code? {
        switch self {
        case .measure, .correct: "koreksi-kebun-kopi"
        case .askForSTDB: "stdb-kopi"
        case .askForPermit, .showPapers, .showOldPhotographs: nil
        }
    }
}

extension PlotForBuyer {
    /// What can be done about it.
    var whatToDo: [WhatToDo] { WhatToDo.allCases.filter(helps) }

    private func helps(_ deed: WhatToDo) -> Bool {
        func found(_ subject: AssessedSubject) -> AssessedOutcome? {
            assessment(subject)?.assessment.outcome
        }
        return switch deed {
        case .measure: plot.boundary == nil
        case .correct:
            plot.boundary != nil
                && (found(.overlap) == .risk || [.risk, .unclear].contains(found(.forest)))
        case .askForPermit: found(.forest) == .risk
        case .showPapers: [.risk, .unclear].contains(found(.legality))
        case .showOldPhotographs: [.risk, .unclear].contains(found(.treeCover))
        // Inside the forest without a permit it is not issued.
        case .askForSTDB: plot.papers.stdb == nil && found(.forest) != .risk
        }
    }
}
