import Ledger
import Site
import Stories

/// What a phone takes along to a scale without a signal: growers by name and village, lots, and
/// which weights are usual.
///
/// Growers of whom something was bought come first, then their neighbours in the same villages; a
/// unit that has bought nothing yet takes the register from its beginning. No NIK and no phone
/// number is among it.
struct ScaleOnPhone: Sendable {
    /// No phone takes along more growers.
    static let mostGrowers = 1000
    private static let mostLookedThrough = 5000

    let growers: [Grower]

    /// How many there would be without the bound.
    let all: Int
    let lots: [LotOnPhone]

    /// A lot that a purchase can go into.
    struct LotOnPhone: Sendable {
        let lot: ShownLot
        let unit: String

        /// The least and the most that was usual lately, in grams; nil where too little is known.
        let usual: ClosedRange<Int64>?
    }

    /// What somebody who weighs for these units takes along.
    init(for at: AtTheLots, _ registers: CoffeeRegisters, _ reader: Reader) throws {
        let holders = at.rights.weighs.union(at.rights.manages)
        let lots = try reader.lots(of: holders, isThere: false, most: 30)
        let usual = try reader.usualWeights(for: holders)
        self.lots = lots.map { lot in
            LotOnPhone(
                lot: lot,
                unit: at.name(lot.holder),
                usual: UsualWeights.range(of: usual[lot.what] ?? [])
            )
        }
        let known = try reader.growers(bringingTo: holders, most: Self.mostGrowers)
            .compactMap { try registers.grower($0, reader) }.filter { !$0.hasEnded }
        let ids = Set(known.map(\.id))
        let villages = Set(known.map(\.village))
        let others = try registers.growers("", Self.mostLookedThrough, reader).filter { grower in
            !ids.contains(grower.id) && (known.isEmpty || villages.contains(grower.village))
        }
        all = known.count + others.count
        growers = Array((known + others).prefix(Self.mostGrowers))
    }

    /// As the script of the phone reads it.
    func members(_ vocabulary: CoffeeVocabulary, in language: Language) -> [String: JSONValue] {
        [
            "petani": Self.json(growers), "seluruhnya": .number(Double(all)),
            "lot": .list(
                lots.map { line in
                    let usual: [Int64] = line.usual.map { [$0.lowerBound, $0.upperBound] } ?? []
                    return .object([
                        "kode": .text(line.lot.code),
                        "apa": .text(vocabulary.what(line.lot.what).text(in: language)),
                        "nama": .text(line.lot.title), "unit": .text(line.unit),
                        "biasa": .list(usual.map { .number(Double($0)) }),
                    ])
                }
            ),
        ]
    }

    static func json(_ growers: [Grower]) -> JSONValue {
        .list(
            growers.map { .list([.text("\($0.id)"), .text($0.name), .text($0.village)]) }
        )
    }
}

/// Which weights are usual, from those that came before.
enum UsualWeights {
    /// Fewer say nothing.
    private static let least = 5

    /// Between the twentieth part below and the twentieth part above.
    static func range(of grams: [Int64]) -> ClosedRange<Int64>? {
        guard grams.count >= least else { return nil }
        let sorted = grams.sorted()
        let off = sorted.count / 20
        return sorted[off]...sorted[sorted.count - 1 - off]
    }
}

extension Reader {
    /// Who brought coffee to the newest lots of these units, the last ones first.
    func growers(bringingTo holders: Set<Code>, most: Int) throws -> [OpaqueID] {
        try rows(
            """
            SELECT e.other AS grower FROM coffee_entries e \
            WHERE e.way = 'delivery' AND e.other IS NOT NULL AND \(Self.newest(of: holders)) \
            GROUP BY e.other ORDER BY MAX(e.at) DESC, e.other LIMIT \(most)
            """
        ).map { try $0.id("grower") }
    }

    /// The weights that these units bought last, by what was bought.
    func usualWeights(for holders: Set<Code>) throws -> [KindOfCoffee: [Int64]] {
        let found = try rows(
            """
            SELECT e.grams AS grams, l.kind AS kind, l.species AS species FROM coffee_entries e \
            JOIN coffee_lots l ON l.id = e.lot WHERE e.way = 'delivery' AND e.grams > 0 \
            AND \(Self.newest(of: holders)) ORDER BY e.at DESC, e.id LIMIT 500
            """
        )
        var weights: [KindOfCoffee: [Int64]] = [:]
        for row in found {
            let what = KindOfCoffee(try row.get("kind"), of: try row.get("species"))
            weights[what, default: []].append(try row.int("grams"))
        }
        return weights
    }

    /// Only the newest lots are looked through: those of ten seasons ago say nothing of today.
    private static func newest(of holders: Set<Code>) -> SQL {
        """
        e.lot IN (SELECT id FROM coffee_lots WHERE holder IN (\(each: holders.sorted())) \
        ORDER BY began DESC, id LIMIT 200)
        """
    }
}
