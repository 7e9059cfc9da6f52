package import Ledger
package import Stories

/// What the registers of the blueprint say that the journey of coffee needs: who grows, where, who
/// buys.
///
/// The registers belong to the blueprint; the composition root reads them for this feature.
package struct CoffeeRegisters: Sendable {
    package let grower: @Sendable (OpaqueID, Reader) throws -> Grower?

    /// Growers by a part of their name, or by their NIK; nothing asked for is all of them.
    package let growers: @Sendable (_ query: String, _ most: Int, Reader) throws -> [Grower]
    package let plots: @Sendable (_ grower: OpaqueID, Reader) throws -> [NamedPlot]

    /// The same plots by their own ids, those that are still in the register.
    package let plotsByID: @Sendable ([OpaqueID], Reader) throws -> [NamedPlot]
    /// The same with their boundaries and papers, in the order of the ids.
    package let registered: @Sendable ([OpaqueID], Reader) throws -> [RegisteredPlot]

    /// Every plot of the register.
    package let everyPlot: @Sendable (Reader) throws -> [RegisteredPlot]
    package let buyers: @Sendable (Reader) throws -> [NamedParty]
    package let laboratories: @Sendable (Reader) throws -> [NamedParty]

    /// Whether a grower is a woman; nil where the register does not say.
    package var isWoman: @Sendable (OpaqueID, Reader) throws -> Bool? = { _, _ in nil }

    /// The number by which banks know a grower: asked for only where the grower hands it over.
    package var nik: @Sendable (OpaqueID, Reader) throws -> String? = { _, _ in nil }

    package init(
        grower: @escaping @Sendable (OpaqueID, Reader) throws -> Grower?,
        growers: @escaping @Sendable (String, Int, Reader) throws -> [Grower],
        plots: @escaping @Sendable (OpaqueID, Reader) throws -> [NamedPlot],
        plotsByID: @escaping @Sendable ([OpaqueID], Reader) throws -> [NamedPlot],
        registered: @escaping @Sendable ([OpaqueID], Reader) throws -> [RegisteredPlot],
        everyPlot: @escaping @Sendable (Reader) throws -> [RegisteredPlot],
        buyers: @escaping @Sendable (Reader) throws -> [NamedParty],
        laboratories: @escaping @Sendable (Reader) throws -> [NamedParty]
    ) {
        (self.grower, self.growers, self.plots) = (grower, growers, plots)
        (self.plotsByID, self.registered, self.everyPlot) = (plotsByID, registered, everyPlot)
        (self.buyers, self.laboratories) = (buyers, laboratories)
    }
}

/// A grower as the register names them: personal data, shown only to those who work with them.
package struct Grower: Hashable, Sendable {
    package let id: OpaqueID
    package let name: String

    /// Where they live, by name.
    package let village: String

    /// Agreed to be named on the page behind a label.
    package let showsName: Bool

    /// Where a message reaches them.
    package let phone: String?

    /// No longer in the register: named in what was brought before, and brings nothing new.
    package let hasEnded: Bool

    package init(
        _ id: OpaqueID,
        name: String,
        village: String,
        showsName: Bool = false,
        hasEnded: Bool = false,
        phone: String? = nil
    ) {
        (self.id, self.name, self.village) = (id, name, village)
        (self.showsName, self.hasEnded, self.phone) = (showsName, hasEnded, phone)
    }
}

/// A plot with what people call it.
package struct NamedPlot: Hashable, Sendable {
    package let plot: PlotAtScale

    /// The name of the place: a talang, an ataran.
    package let name: String

    /// The name of the village where it lies.
    package let village: String

    /// Its boundary was measured, not only a point or a guess of its size.
    package let isMeasured: Bool

    package init(_ plot: PlotAtScale, name: String, village: String, isMeasured: Bool) {
        (self.plot, self.name) = (plot, name)
        (self.village, self.isMeasured) = (village, isMeasured)
    }
}

/// A buyer or a laboratory of the register.
package struct NamedParty: Hashable, Sendable {
    package let id: OpaqueID
    package let name: String

    package init(_ id: OpaqueID, _ name: String) { (self.id, self.name) = (id, name) }
}
