import Beans
import Feel
import Testing

struct WeightTests {
    @Test(arguments: [
        ("25", 25_000), ("25,5 kg", 25_500), ("25.5kg", 25_500), (" 1.234,5 Kilo ", 1_234_500),
        ("0", 0),
    ])
    func `a weight in the unit that was asked for is taken`(typed: String, grams: Int) {
        #expect(TypedWeight(typed, in: .kilogram) == .weight(grams: Ratio(grams)))
    }

    @Test(arguments: [
        ("55 lb", WeightUnit.pound, "≈ 24,95 kg"), ("55 lbs.", .pound, "≈ 24,95 kg"),
        ("2 kuintal", .quintal, "200 kg"), ("2 kw", .quintal, "200 kg"),
        ("1,5 ton", .tonne, "1500 kg"), ("3 ons", .ounceOfMarkets, "0,3 kg"),
        ("500 g", .gram, "0,5 kg"), ("16 oz", .ounce, "≈ 0,45 kg"),
    ])
    func `another unit is asked back with what it would be`(
        typed: String,
        unit: WeightUnit,
        shown: String
    ) {
        let weight = TypedWeight(typed, in: .kilogram)
        guard case .askedBack(let found, _, _) = weight else {
            Issue.record("\(weight)")
            return
        }
        let said = weight.question(in: .kilogram)?.indonesian ?? ""
        #expect(found == unit && said.contains("Itu \(shown)."), "\(said)")
    }

    @Test(arguments: [
        ("25 pon", TypedWeight.unclearPound(number: 25)), ("-3 kg", .negative),
        ("kg", .notAWeight), ("", .notAWeight), ("25 karung", .notAWeight),
        ("1e9", .notAWeight),
        ("99999999999999999999", .notAWeight),
    ])
    func `what is no clear weight is asked back`(typed: String, read: TypedWeight) {
        #expect(TypedWeight(typed, in: .kilogram) == read)
        #expect(read.question(in: .kilogram) != nil)
    }

    @Test func `a dot before three digits is asked back with both readings`() throws {
        let small = try #require(Decimal34("1.5"))
        let read = TypedWeight("1.500 kg", in: .kilogram)
        #expect(read == .unclearNumber(small, 1500))
        #expect(read.question(in: .kilogram)?.indonesian.contains("1,5 atau 1500") == true)
    }

    @Test(
        arguments: [
            (22_046, 10_000, .first), (10_000, 22_046, .second),
            (22_300, 10_000, .first), (21_700, 10_000, .first), (22_500, 10_000, nil),
            (21_500, 10_000, nil), (10_000, 10_000, nil), (0, 10_000, nil), (-22_046, 10_000, nil),
        ] as [(Int64, Int64, ScaleSuspicion.Place?)]
    )
    func `two weighings that differ as pounds do are noticed`(
        first: Int64,
        second: Int64,
        place: ScaleSuspicion.Place?
    ) {
        #expect(ScaleSuspicion(first, second)?.inPounds == place)
    }

    @Test func `a suspicion says what the weight probably is`() throws {
        let suspicion = try #require(ScaleSuspicion(110_230, 50_000))
        #expect(suspicion.likelyGrams == 49_999)
        #expect(suspicion.sentence.indonesian.contains("110,23 pon adalah 49,999 kg"))
    }
}
