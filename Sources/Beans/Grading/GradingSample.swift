/// What a laboratory wrote down of one sample.
///
/// What was not examined is nil, which is something else than zero.
package struct GradingSample: Hashable, Sendable {
    /// So many beans (or stones) that show the same defects.
    ///
    /// A bean with several counts once, with the largest. Most sheets name one defect a row; one
    /// that names all of them leaves the choice to the reckoning.
    package struct Found: Hashable, Sendable {
        package let defects: Set<Defect>
        package let count: Int

        package init(_ defects: Set<Defect>, count: Int) {
            (self.defects, self.count) = (defects, count)
        }

        package init(_ defect: Defect, _ count: Int) { self.init([defect], count: count) }
    }

    package let grams: Ratio
    package var found: [Found]

    /// In percent of the mass.
    package var moisture: Ratio?
    package var dirt: Ratio?

    package var hasLiveInsects: Bool?
    package var smellsRotten: Bool?

    /// Grams that lay on each sieve.
    package var sieved: [Sieve: Ratio]

    /// A weight above zero.
    package init?(grams: Ratio, found: [Found], moisture: Ratio? = nil, dirt: Ratio? = nil) {
        guard grams > 0, found.allSatisfy({ $0.count >= 0 }) else { return nil }
        (self.grams, self.found) = (grams, found)
        (self.moisture, self.dirt) = (moisture, dirt)
        (hasLiveInsects, smellsRotten, sieved) = (nil, nil, [:])
    }
}

/// What the standard leaves open or what could not be read in its original.
package struct GradingRules: Hashable, Sendable {
    /// Whose word it is that spots count on wet-processed arabica only; nil to count them always.
    package let spotsOnWetArabicaOnly: Sourced?

    package init(spotsOnWetArabicaOnly: Sourced? = nil) {
        self.spotsOnWetArabicaOnly = spotsOnWetArabicaOnly
    }

    func counts(_ defect: Defect, of species: Species, _ treatment: Treatment?) -> Bool {
        guard defect == .spotted, spotsOnWetArabicaOnly != nil else { return true }
        return species == .arabica && treatment == .wet
    }
}
