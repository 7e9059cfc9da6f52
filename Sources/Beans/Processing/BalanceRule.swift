/// How far an output may go beyond what its inputs can give.
package struct BalanceRule: Hashable, Sendable {
    /// What is let pass above the declared ratio, and above the mass where the kind stays.
    package let tolerance: Ratio
    package let toleranceWithinKind: Ratio

    /// The share of what is allowed from which on it is told as near.
    package let nearFrom: Ratio

    /// The rule of this program, and no law: 3 % above the ratio, told from 90 % on.
    package static let house = BalanceRule(Ratio(3, over: 100), 0, Ratio(9, over: 10))

    /// Shares of one, to a ten-thousandth; nil for others.
    package init?(tolerance: Ratio, withinKind: Ratio = 0, nearFrom: Ratio) {
        let shares = [tolerance, withinKind, nearFrom]
        guard shares.allSatisfy({ $0.isPlain(upTo: 1, decimals: 4) }) else { return nil }
        self.init(tolerance, withinKind, nearFrom)
    }

    private init(_ tolerance: Ratio, _ withinKind: Ratio, _ nearFrom: Ratio) {
        (self.tolerance, toleranceWithinKind) = (tolerance, withinKind)
        self.nearFrom = nearFrom
    }
}

/// Coffee that goes into a step or comes out of it.
package struct Portion: Hashable, Sendable {
    package let kind: CoffeeKind
    package let grams: Int64
    package let moisture: Moisture?

    /// At most a million tonnes, and not below nothing.
    package init?(_ kind: CoffeeKind, grams: Int64, moisture: Moisture? = nil) {
        guard (0...1_000_000_000_000).contains(grams) else { return nil }
        (self.kind, self.grams, self.moisture) = (kind, grams, moisture)
    }

    /// Its mass as a ratio wants it; as it was weighed where the moisture is not known.
    func counted(atTwelve: Bool) -> Ratio {
        guard atTwelve, let moisture else { return Ratio(Int128(grams)) }
        return moisture.atTwelve(grams)
    }
}
