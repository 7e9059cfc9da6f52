package import Hummingbird
package import Ledger
package import Office
package import Site
package import Stories

/// The journey of coffee: from the scale to the bag, and back from the bag to the plots.
package struct CoffeeFeature: FeatureInSurroundings {
    package let store: RecordStore
    package let surroundings: Surroundings
    let parts: Parts
    let door: DoorOfGrowers
    let now: @Sendable () -> Instant

    /// What the regency has published about coffee, read in the state of the record at hand.
    package struct Parts: Sendable {
        package let registers: CoffeeRegisters
        package let measures: @Sendable (Reader) throws -> CoffeeMeasures
        package let vocabulary: @Sendable (Reader) throws -> CoffeeVocabulary
        package let zone: @Sendable (Reader) throws -> Zone

        /// What is declared for growers, leaders and banks.
        package var people: @Sendable (Reader) throws -> RulesForPeople = { _ in RulesForPeople() }

        /// How long what was handed over is kept, and by which rule.
        package var keeping: @Sendable (Reader) throws -> KeepingOfCoffee = { _ in
            KeepingOfCoffee()
        }

        /// Whether somebody keeps the register of plots with growers, in the office that it is of.
        package var keepsPlots: @Sendable (Standing, Reader) throws -> Bool = { _, _ in false }

        /// The names of the districts.
        package var districts: @Sendable (Reader) throws -> [Code: String] = { _ in [:] }

        /// Where papers and maps are kept, sealed.
        package let files: FileVault

        package init(
            registers: CoffeeRegisters,
            measures: @escaping @Sendable (Reader) throws -> CoffeeMeasures,
            vocabulary: @escaping @Sendable (Reader) throws -> CoffeeVocabulary,
            zone: @escaping @Sendable (Reader) throws -> Zone,
            files: FileVault
        ) {
            (self.registers, self.measures) = (registers, measures)
            (self.vocabulary, self.zone, self.files) = (vocabulary, zone, files)
        }
    }

    package init(
        store: RecordStore,
        surroundings: Surroundings,
        parts: Parts,
        door: DoorOfGrowers,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.store, self.surroundings, self.parts) = (store, surroundings, parts)
        (self.door, self.now) = (door, now)
    }

    package static let views: [ViewOfRecord] = [
        LotsView.view, GrowerLinksView.view, FinancingView.view, ShopsView.view,
        DeclaringViews.consents, DeclaringViews.declarations, AssessingViews.plots,
        AssessingViews.maps,
    ]

    /// Adds every page of the feature.
    package func add(to router: Router<some SiteContext>) {
        addLots(to: router)
        addDeeds(to: router)
        addScale(to: router)
        addScaleOffline(to: router)
        addPapers(to: router)
        addDay(to: router)
        addSlips(to: router)
        addPublicLots(to: router)
        addOwnCoffee(to: router)
        addGivingLinks(to: router)
        addLeading(to: router)
        addFinancing(to: router)
        addShops(to: router)
        addPlotFileCheck(to: router)
        addBuyerFiles(to: router)
        addPlots(to: router)
        addGrowersPlots(to: router)
        addJudging(to: router)
        addCertificates(to: router)
    }

    var desk: LotDesk { LotDesk(store: store, now: now) }
}
