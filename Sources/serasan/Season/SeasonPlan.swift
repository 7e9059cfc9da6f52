import Plots
import Stories

/// What a season is made of.
struct SeasonPlan: Sendable {
    let growers: Int
    let species: Species
    let villages: [Village]

    /// The south-west corner of the invented land.
    let corner: Position
    let seed: UInt64

    init(
        growers: Int,
        of species: Species,
        villages: [Village],
        corner: Position,
        seed: UInt64
    ) {
        (self.growers, self.species, self.villages) = (growers, species, villages)
        (self.corner, self.seed) = (corner, seed)
    }

    /// Where growers live and plots lie.
    struct Village: Sendable {
        let code: String
        let name: String
    }

    /// How coffee is processed goes with what is grown: dried and hulled, or hulled wet.
    enum Species: String {
        case robusta, arabika

        /// From cherries to green coffee: the step, what it gives, how much of the weight that went
        /// in comes out, and the moisture of it in tenths of a percent.
        var steps: [Step] {
            switch self {
            case .robusta:
                [
                    Step("jemur", to: "gelondong_kering", gives: 0.46, moisture: 135),
                    Step("kupas", to: "asalan", gives: 0.48, moisture: 135),
                    Step("sortasi", to: "biji", gives: 0.97, moisture: 125),
                ]
            case .arabika:
                [
                    Step("pulper", to: "gabah_basah", gives: 0.50, moisture: 450),
                    Step("giling_basah", to: "labu", gives: 0.70, moisture: 350),
                    Step("jemur", to: "biji", gives: 0.72, moisture: 122),
                ]
            }
        }

        var title: String {
            switch self {
            case .robusta: "Robusta petik merah"
            case .arabika: "Arabika giling basah"
            }
        }

        /// Rupiah a kilogram of cherries, and of green coffee in bags.
        var prices: (cherry: ClosedRange<Int>, green: ClosedRange<Int>) {
            switch self {
            case .robusta: (10_000...13_500, 62_000...71_000)
            case .arabika: (13_000...17_000, 98_000...118_000)
            }
        }

        /// Kilograms of green coffee that a hectare gives in an ordinary year, and how much of a
        /// cherry that is.
        var yields: (green: ClosedRange<Int>, ofCherry: Double) {
            switch self {
            case .robusta: (650...1100, 0.22)
            case .arabika: (500...900, 0.17)
            }
        }
    }

    /// One step of the way.
    struct Step: Sendable {
        let name: Code
        let kind: Code
        let share: Double
        let moisture: Int

        init(_ name: Code, to kind: Code, gives share: Double, moisture: Int) {
            (self.name, self.kind, self.share) = (name, kind, share)
            self.moisture = moisture
        }
    }

    /// What came of it.
    struct Came: Sendable {
        var growers = 0
        var plots = 0
        var deliveries = 0
        var lots = 0
        var bags = 0
        var certificates = 0
        var sales = 0
        var findings = 0
    }
}
