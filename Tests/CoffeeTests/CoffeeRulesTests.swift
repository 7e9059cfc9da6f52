import Coffee
import Foundation
import Stories
import Testing

/// The shipped `kopi.yaml`, and files that are none.
struct CoffeeRulesTests {
    static func shipped() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(
            contentsOf: root.appending(path: "share/\(CoffeeRules.fileName)"),
            encoding: .utf8
        )
    }

    private static func most(_ from: Code, _ to: Code, _ species: Code) throws -> Int64? {
        let measures = try CoffeeRules(Array(shipped().utf8)).measures(on: Day(number: 20_780))
        let input = WeighedCoffee(
            KindOfCoffee(from, of: species),
            grams: 1_000_000,
            moisture: nil
        )
        let output = WeighedCoffee(
            KindOfCoffee(to, of: species),
            grams: 100_000_000,
            moisture: nil
        )
        return measures.step(MeasuredStep("kupas", of: [input], to: output)).first?.most
    }

    /// Kilograms of a ton, with the three percent that are believed.
    @Test(
        arguments: [
            ("gelondong", "biji", "robusta", 247_200), ("gelondong", "biji", "arabika", 206_000),
            ("gelondong_kering", "biji", "robusta", 515_000), ("gabah", "biji", "arabika", 854_900),
            ("gabah_basah", "labu", "arabika", 813_700), ("asalan", "biji", "robusta", 1_030_000),
        ] as [(Code, Code, Code, Int64)]
    )
    func `the shipped ratios are those of the sources`(
        _ from: Code,
        _ to: Code,
        _ species: Code,
        _ grams: Int64
    ) throws {
        #expect(try Self.most(from, to, species) == grams)
    }

    @Test func `a ratio of one species says nothing of the other`() throws {
        #expect(try Self.most("gelondong", "gabah", "arabika") == 257_500)
        #expect(try Self.most("gelondong", "gabah", "robusta") == 0)
    }

    @Test(arguments: [
        ("dari: labu, ke: biji", "dari: labu, ke: bijih", "bijih"),
        (#"paling_banyak: "0.24""#, #"paling_banyak: "24""#, "paling_banyak"),
        ("catat: 1500", "catat: 3000", "catat"), ("id: gelondong,", "id: biji,", "dua kali"),
        ("dilihat:", "dilihat :\n  -", "YAML"), ("kopi: robusta", "kopi: liberika", "liberika"),
    ])
    func `a file that is none says why`(
        _ right: String,
        _ wrong: String,
        _ word: String
    ) throws {
        let shipped = try Self.shipped()
        try #require(shipped.contains(right))
        let file = shipped.replacing(right, with: wrong)
        let unreadable = #expect(throws: CoffeeRules.Unreadable.self) {
            _ = try CoffeeRules(Array(file.utf8))
        }
        #expect(unreadable?.sentence.contains(word) == true, "\(unreadable?.sentence ?? "")")
    }
}
