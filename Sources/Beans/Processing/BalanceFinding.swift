package import Stories

/// Whether a step, or a farmer's whole season, gave out more than its inputs can give.
///
/// It shows every number that it rests on and forbids nothing: what happened, happened, and who may
/// overrule it is not known here. Masses are exact fractions; nothing is rounded before it is
/// shown.
package struct BalanceFinding: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case fits
        /// In the last part of what is allowed.
        case near
        case tooMuch
        /// No ratio is declared for one of the inputs.
        case cannotSay
    }

    /// One input and what can become of it.
    package struct Line: Hashable, Sendable {
        package let input: Portion

        /// The mass that the ratio is applied to.
        package let counted: Ratio

        /// Nil where the kind stays, or where no ratio is declared.
        package let conversion: Conversion?

        /// Before the tolerance; nil where no ratio is declared.
        package let most: Ratio?
    }

    package let lines: [Line]
    package let output: Portion
    package let countedOutput: Ratio

    /// What was told as lost, in grams; it counts where the kind stays.
    package let losses: Int64

    /// With the tolerance; nil where a ratio is missing.
    package let allowed: Ratio?
    package let tolerance: Ratio
    package let verdict: Verdict

    /// A ratio is meant at 12 %, and somebody did not measure.
    package let isMoistureMissing: Bool

    /// What is asked: inputs and an output of one step, or the sums of a season.
    package struct Question: Sendable {
        package let inputs: [Portion]
        package let output: Portion
        package var losses: Int64 = 0
        package var scope = Conversion.Scope()
        package let day: Day

        package init(_ inputs: [Portion], gave output: Portion, on day: Day) {
            (self.inputs, self.output, self.day) = (inputs, output, day)
        }
    }

    package init(
        _ asked: Question,
        by table: ConversionTable,
        under rule: BalanceRule = .house
    ) {
        let kind = asked.output.kind
        let staysWithin = asked.inputs.allSatisfy { $0.kind == kind }
        let rows = asked.inputs.map { input in
            input.kind == kind
                ? nil : table.row((from: input.kind, to: kind), asked.scope, on: asked.day)
        }
        let all = asked.inputs + [asked.output]
        let isMeasured = all.allSatisfy { $0.moisture != nil }
        // Where the kind stays, two moistures can only be compared if everything was measured.
        let wantsTwelve = staysWithin ? isMeasured : rows.contains { $0?.isAtTwelve ?? false }
        lines = zip(asked.inputs, rows).map { input, row in
            let counted = input.counted(atTwelve: row?.isAtTwelve ?? wantsTwelve)
            let ratio = input.kind == kind ? 1 : row?.most
            return Line(
                input: input,
                counted: counted,
                conversion: row,
                most: ratio.map { counted * $0 }
            )
        }
        isMoistureMissing =
            staysWithin
            ? all.contains { $0.moisture != nil } && !isMeasured : wantsTwelve && !isMeasured
        output = asked.output
        countedOutput = asked.output.counted(atTwelve: wantsTwelve)
        losses = asked.losses
        tolerance = staysWithin ? rule.toleranceWithinKind : rule.tolerance
        let most = lines.compactMap(\.most)
        allowed = most.count == lines.count ? Ratio.sum(most) * (1 + tolerance) : nil
        let given = countedOutput + (staysWithin ? Ratio(Int128(asked.losses)) : 0)
        verdict = Self.verdict(given, allowed, nearFrom: staysWithin ? 1 : rule.nearFrom)
    }

    private static func verdict(_ given: Ratio, _ allowed: Ratio?, nearFrom: Ratio) -> Verdict {
        guard let allowed else { return .cannotSay }
        if given > allowed { return .tooMuch }
        return given > allowed * nearFrom ? .near : .fits
    }

    /// What went in and is neither output nor told as lost: water, husks, or missing.
    package var unaccounted: Int64 {
        lines.reduce(-output.grams - losses) { $0 + $1.input.grams }
    }

    /// The bound in whole grams, rounded down: what facts keep.
    package var mostGrams: Int64? { allowed.map { Int64($0.floor) } }
}
