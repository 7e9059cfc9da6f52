import Foundation
import Site
package import Stories
import Yams

/// How long what coffee hands over is kept, by which rule and since which day that rule holds.
///
/// Read from `kopi.yaml`. No number of years stands in the program, and where a regency says
/// nothing of a thing, it is kept until somebody asks for its erasure.
package struct KeepingOfCoffee: Hashable, Sendable {
    package let rules: [Rule]

    /// What is kept.
    package enum Thing: String, Hashable, Sendable, CaseIterable {
        case buyerFile = "berkas_pembeli"
        case bankFile = "berkas_bank"

        /// Weights and prices of deliveries: the books of whoever bought.
        case books = "pembukuan"
    }

    /// One rule: for so many years, as long as no newer one holds.
    package struct Rule: Hashable, Sendable {
        package let thing: Thing
        package let years: Int

        /// The first day on which it holds.
        package let since: Day

        /// Whether the law forbids to erase it earlier, whoever asks.
        package let isDuty: Bool
        package let basis: String

        package init(thing: Thing, years: Int, since: Day, isDuty: Bool, basis: String) {
            (self.thing, self.years, self.since) = (thing, years, since)
            (self.isDuty, self.basis) = (isDuty, basis)
        }

        /// The last day of something that began, or ended, on a day.
        package func lastDay(from day: Day) -> Day {
            let (year, month, number) = day.parts
            return Day(year: year + years, month: month, day: number)
                ?? Day(year: year + years, month: month, day: 28) ?? day
        }

        /// How long, and by which rule.
        var words: Words {
            Words(
                "\(years) tahun sejak \(thing.since.indonesian), lalu dimusnahkan. Dasar: \(basis)",
                "\(years) years after \(thing.since.text(in: .english)), then destroyed. Basis: \(basis)"
            )
        }

        /// Why it may not be erased on a day, where the law keeps it until a later one.
        func mustStay(from day: Day, on today: Day) -> Words? {
            let last = lastDay(from: day)
            guard isDuty, today <= last else { return nil }
            let until = DateWords.longDate(last)
            return Words(
                "Wajib disimpan sampai \(until.indonesian). Dasar: \(basis)",
                "It must be kept until \(until.text(in: .english)). Basis: \(basis)"
            )
        }
    }

    package init(_ rules: [Rule] = []) { self.rules = rules }

    /// The rule that holds on a day.
    package func rule(for thing: Thing, on day: Day) -> Rule? {
        rules.filter { $0.thing == thing && $0.since <= day }.max { $0.since < $1.since }
    }

    /// Reads the text of a file; nil where it says nothing about keeping.
    package init?(_ bytes: [UInt8]) throws(CoffeeRules.Unreadable) {
        let file: File
        do {
            file = try YAMLDecoder().decode(File.self, from: Data(bytes))
        } catch {
            throw Self.wrong("bukan YAML yang benar, atau ada isian yang kurang")
        }
        guard let lines = file.simpan else { return nil }
        var rules: [Rule] = []
        for line in lines { rules.append(try Self.rule(line)) }
        self.rules = rules
    }

    private static func rule(_ line: File.Simpan) throws(CoffeeRules.Unreadable) -> Rule {
        guard let thing = Thing(rawValue: line.apa) else {
            let known = Thing.allCases.map(\.rawValue).joined(separator: ", ")
            throw wrong("simpan: \"\(line.apa)\" tidak dikenal, yang ada: \(known)")
        }
        guard (1...100).contains(line.tahun) else {
            throw wrong("simpan \(line.apa): tahun dari 1 sampai 100")
        }
        guard let since = Day(line.sejak) else {
            throw wrong("simpan \(line.apa): sejak \"\(line.sejak)\" bukan seperti 2026-11-27")
        }
        guard !line.dasar.trimmingCharacters(in: .whitespaces).isEmpty else {
            throw wrong("simpan \(line.apa): dasarnya wajib ditulis")
        }
        return Rule(
            thing: thing,
            years: line.tahun,
            since: since,
            isDuty: line.wajib == "ya",
            basis: line.dasar
        )
    }

    private static func wrong(_ what: String) -> CoffeeRules.Unreadable {
        CoffeeRules.Unreadable(sentence: "\(CoffeeRules.fileName): \(what).")
    }

    /// As much of the file as is read here.
    private struct File: Decodable {
        let simpan: [Simpan]?

        struct Simpan: Decodable {
            let apa, sejak, dasar: String
            let tahun: Int
            let wajib: String?
        }
    }
}

extension KeepingOfCoffee.Thing {
    /// From when its years are counted.
    fileprivate var since: Words {
        switch self {
        case .buyerFile: Words("diserahkan", "it was handed over")
        case .bankFile: Words("persetujuannya berakhir", "the consent ended")
        case .books: Words("akhir tahun bukunya", "the end of its year")
        }
    }
}
