package import Stories

/// A lot of coffee as its facts leave it: what came in, what went out, what stands against it.
///
/// Weights are grams. A lot has one kind from beginning to end: whatever changes the kind (drying,
/// hulling) makes another lot of it. A silo is a lot that is poured into again and again.
package struct Lot: Hashable, Sendable {
    package var beginning: LotBeginning?

    /// What each intake brought, corrections counted in, by the id of the intake.
    package var taken: [OpaqueID: Int64] = [:]

    /// What each way out took, by the id of the draw, sale or loss.
    package var given: [OpaqueID: Int64] = [:]

    /// What each certificate speaks for that is still here.
    package var certified: [OpaqueID: Int64] = [:]

    /// What was found against it and nobody has overruled, by the id of the finding.
    package var findings: [OpaqueID: StandingFinding] = [:]

    /// In tenths of a percent, as it was measured last.
    package var moisture: Int?

    /// Why it was called back; nil where it was not.
    package var recall: Public?

    package init() {}

    /// What lies here.
    package var balance: Int64 { total(taken) - total(given) }

    /// What lies here and no certificate speaks for.
    package var uncertified: Int64 { balance - total(certified) }

    private func total(_ parts: [OpaqueID: Int64]) -> Int64 { parts.values.reduce(0, +) }
}

/// What a lot is, said once when it begins.
package struct LotBeginning: Hashable, Sendable {
    /// The unit that has it: a cooperative, a collector, a processing place.
    package let holder: Code

    /// `gelondong`, `gabah`, `asalan`, `biji`: what the conversion table calls it.
    package let kind: Code

    /// `robusta` or `arabika`.
    package let species: Code

    /// The year of the harvest.
    package let season: Int

    /// What stands on its labels.
    package let code: LotCode

    /// What the holder calls it; everybody may read it.
    package let title: Public

    package init(
        _ title: Public,
        _ code: LotCode,
        holder: Code,
        kind: Code,
        species: Code,
        season: Int
    ) {
        (self.title, self.code, self.holder) = (title, code, holder)
        (self.kind, self.species, self.season) = (kind, species, season)
    }
}

/// Something that does not add up: what was given, and what could have been at most.
///
/// It forbids nothing that happened already, and keeps certificates away until a named person
/// overrules it with a reason.
package struct LotFinding: Hashable, Sendable {
    package let rule: LotRule

    /// The grams that were said, and the grams up to which it would have been believed.
    package let said: Int64
    package let most: Int64

    /// The plot that it is about; nil for a step.
    package let plot: OpaqueID?

    /// Only noted, because it comes near the bound.
    package let isWarning: Bool

    package init(
        _ rule: LotRule,
        said: Int64,
        most: Int64,
        plot: OpaqueID? = nil,
        isWarning: Bool = false
    ) {
        (self.rule, self.said, self.most) = (rule, said, most)
        (self.plot, self.isWarning) = (plot, isWarning)
    }
}

/// A finding that nobody has overruled, and the delivery or filling that it is about.
package struct StandingFinding: Hashable, Sendable {
    package let finding: LotFinding
    package let entry: OpaqueID

    package init(_ finding: LotFinding, of entry: OpaqueID) {
        (self.finding, self.entry) = (finding, entry)
    }
}

/// The rules by which a lot is measured.
package enum LotRule: String, FactWord {
    /// A step gave out more than its inputs can give.
    case moreThanItsInputs = "more_than_inputs"

    /// A plot delivered more in its season than its area bears.
    case moreThanThePlotBears = "more_than_plot"

    /// A weight looks as if the scale had shown pounds.
    case scaleInPounds = "scale_in_pounds"

    /// No ratio is declared for the step, so nobody can say whether it adds up.
    case noRatioDeclared = "no_ratio"
}
