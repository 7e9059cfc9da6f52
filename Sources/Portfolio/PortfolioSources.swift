package import Ledger
import Office
package import Site
package import Stories

/// What the pages of leaders are told by the composition root, besides what they count themselves.
package struct PortfolioSources: Sendable {
    package var surroundings: Surroundings

    /// The services in force that take cases here, in the order of their titles.
    package var services: @Sendable (Reader) throws -> [Named]

    /// The districts of the regency, in the order of their names.
    package var districts: @Sendable (Reader) throws -> [Named]
    package var calendar: @Sendable (Reader) throws -> WorkCalendar

    /// What people said in the quarter of a day; nil for units: all of them.
    package var satisfaction: @Sendable (Reader, [Code]?, Code?, Day) throws -> SatisfactionBrief?

    /// The boundaries of the districts, where the regency has given them.
    package var shapes: @Sendable (Reader) throws -> DistrictShapes? = { _ in nil }

    /// The share that is to be on time; nil where the regency has set none.
    package var target: @Sendable (Reader) throws -> OnTimeTarget? = { _ in nil }

    /// What waits for somebody in other features, for whoever leads the whole regency.
    package var waiting: @Sendable (Day, Reader) throws -> [WaitingWork] = { _, _ in [] }

    package init(
        surroundings: Surroundings,
        services: @escaping @Sendable (Reader) throws -> [Named],
        districts: @escaping @Sendable (Reader) throws -> [Named],
        calendar: @escaping @Sendable (Reader) throws -> WorkCalendar,
        satisfaction:
            @escaping @Sendable (Reader, [Code]?, Code?, Day) throws ->
            SatisfactionBrief?
    ) {
        self.surroundings = surroundings
        self.services = services
        self.districts = districts
        self.calendar = calendar
        self.satisfaction = satisfaction
    }

    /// A code and what people call it.
    package struct Named: Hashable, Sendable {
        package let code: Code
        package let name: Words

        package init(_ code: Code, _ name: Words) {
            self.code = code
            self.name = name
        }
    }
}

/// Work of another feature that waits: how much, and where it is seen.
package struct WaitingWork: Sendable {
    package let words: Words
    package let address: Address

    package init(_ words: Words, _ address: Address) {
        self.words = words
        self.address = address
    }
}

/// What share of the cases is to end on time, and who decided so.
///
/// Nobody's law sets it, so it is the regency's own: without a decision there is no target.
package struct OnTimeTarget: Hashable, Sendable {
    /// In per cent, 1 to 100.
    package let percent: Int

    /// The decision, as a letter would name it.
    package let basis: String
    package let from: Day

    /// Nil for a share that is none.
    package init?(percent: Int, basis: String, from: Day) {
        guard (1...100).contains(percent) else { return nil }
        self.percent = percent
        self.basis = basis
        self.from = from
    }

    /// The target where it is in force on a day.
    func on(_ day: Day) -> OnTimeTarget? { from <= day ? self : nil }

    /// Whose target it is.
    var words: Words {
        Words(
            "Sasaran \(percent)%: \(basis), berlaku sejak "
                + "\(DateWords.date(from, in: .indonesian)).",
            "Target \(percent)%: \(basis), in force from \(DateWords.date(from, in: .english))."
        )
    }
}

/// What people said of a part of the regency, as far as it may be told.
package struct SatisfactionBrief: Sendable {
    package var answers: Int
    package var needed: Int

    /// The index as a canonical decimal and its class; nil below the sample.
    package var index: (value: String, quality: String)?

    /// The elements, the lowest first, with their averages; empty below the sample.
    package var elements: [(name: Words, average: String)]

    package init(
        answers: Int,
        needed: Int,
        index: (value: String, quality: String)? = nil,
        elements: [(name: Words, average: String)] = []
    ) {
        self.answers = answers
        self.needed = needed
        self.index = index
        self.elements = elements
    }
}

/// What an official may see of the figures.
struct Sight: Sendable {
    /// Nil: the whole regency.
    let units: [Code]?

    init(_ standing: Standing) throws(PortfolioRefusal) {
        if standing.isLeader {
            units = nil
            return
        }
        let headed = standing.headedUnits
        guard !headed.isEmpty else { throw .onlyLeaders }
        units = headed.sorted()
    }

    /// The scope with a unit that was asked for; refused where it is another's.
    func scope(
        unit: Code? = nil,
        service: Code? = nil,
        district: Code? = nil
    ) throws(PortfolioRefusal) -> Scope {
        if let unit, let units, !units.contains(unit) { throw .notYourUnit }
        return Scope(units: unit.map { [$0] } ?? units, service: service, district: district)
    }
}
