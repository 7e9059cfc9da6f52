package import Plots
package import Stories

/// What a buyer gets of a lot: its plots as the EU's system reads them, and those that are left out
/// with the reason for each, because whoever buys must see what is missing.
package struct BuyerFile: Hashable, Sendable {
    package let lot: ShownLot
    package let buyer: NamedParty
    package let grams: Int64
    package let declared: [PlotForBuyer]
    package let leftOut: [PlotLeftOut]

    /// GeoJSON with exactly six decimals, one feature for each declared plot.
    package let geometry: [UInt8]

    /// Every plot of the lot is in it; without that the buyer's statement is not complete.
    package var isComplete: Bool { leftOut.isEmpty }

    /// Whoever consented and whose plot can be declared is in it.
    ///
    /// What the checker would call an error is left out with the checker's own sentence.
    package init(
        of lot: ShownLot,
        for buyer: NamedParty,
        grams: Int64,
        _ plots: [PlotForBuyer],
        consenting: Set<OpaqueID>
    ) {
        (self.lot, self.buyer, self.grams) = (lot, buyer, grams)
        let sorted = PlotsToDeclare(plots, consenting: consenting)
        (declared, leftOut) = (sorted.able.map(\.plot), sorted.leftOut)
        geometry = GeoJSONWriter.file(of: sorted.able.map(\.declared))
    }
}

/// Plots as a buyer's file takes them: those that it can declare, and those left out with why.
struct PlotsToDeclare {
    let able: [(plot: PlotForBuyer, declared: DeclaredPlot)]
    let leftOut: [PlotLeftOut]

    init(_ plots: [PlotForBuyer], consenting: Set<OpaqueID>) {
        var (able, out): ([(plot: PlotForBuyer, declared: DeclaredPlot)], [PlotLeftOut]) = ([], [])
        for plot in plots {
            switch plot.readiness(consenting) {
            case .ready(let declared): able.append((plot, declared))
            case .not(let reason): out.append(PlotLeftOut(plot, reason))
            }
        }
        let check = PlotFileCheck(
            GeoJSONWriter.file(of: able.map(\.declared)),
            telling: Swift.max(able.count * 4, PlotFileCheck.mostTold)
        )
        var wrong: [Int: PlotFinding] = [:]
        for finding in check.findings where finding.severity == .error {
            if let feature = finding.feature { wrong[feature] = wrong[feature] ?? finding }
        }
        self.able = able.enumerated().filter { wrong[$0.offset + 1] == nil }.map(\.element)
        leftOut =
            out
            + able.enumerated().compactMap { index, plot in
                wrong[index + 1].map { PlotLeftOut(plot.plot, .wouldBeRefused($0)) }
            }
    }
}

/// A plot behind a lot, with what was found about it and how much it brought.
package struct PlotForBuyer: Hashable, Sendable {
    package let plot: RegisteredPlot

    /// As green coffee, in grams.
    package let green: Int64
    package let assessments: [ShownAssessment]

    /// A named person has decided that it stays out.
    package let isKeptOut: Bool

    package init(
        _ plot: RegisteredPlot,
        green: Int64,
        _ assessments: [ShownAssessment] = [],
        isKeptOut: Bool = false
    ) {
        (self.plot, self.green) = (plot, green)
        (self.assessments, self.isKeptOut) = (assessments, isKeptOut)
    }

    /// The newest finding about that.
    package func assessment(_ subject: AssessedSubject) -> ShownAssessment? {
        assessments.first { $0.assessment.about == subject }
    }

    fileprivate enum Readiness {
        case ready(DeclaredPlot)
        case not(PlotLeftOut.Reason)
    }

    fileprivate func readiness(_ consenting: Set<OpaqueID>) -> Readiness {
        guard let grower = plot.grower else { return .not(.noGrower) }
        guard consenting.contains(grower.id) else { return .not(.noConsent) }
        if isKeptOut { return .not(.keptOut) }
        guard let boundary = plot.boundary else { return .not(.noBoundary) }
        return .ready(
            DeclaredPlot(producer: grower.name, place: plot.label, boundary: boundary)
        )
    }
}

/// A plot that is not in the file, and why.
package struct PlotLeftOut: Hashable, Sendable {
    package let plot: PlotForBuyer
    package let reason: Reason

    init(_ plot: PlotForBuyer, _ reason: Reason) { (self.plot, self.reason) = (plot, reason) }

    package enum Reason: Hashable, Sendable {
        case noConsent
        case noGrower
        case noBoundary
        case keptOut

        /// The EU's system would refuse it, as the checker says.
        case wouldBeRefused(PlotFinding)
    }
}
