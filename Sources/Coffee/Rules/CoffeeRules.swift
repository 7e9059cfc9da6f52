import Beans
import Feel
import Foundation
import Site
package import Stories
import Yams

/// What a regency declares about coffee: names, ratios of weights, yields that are believed.
///
/// Read from `kopi.yaml`. Every number has its source in the file and none stands in the program.
package struct CoffeeRules: Sendable {
    /// The file beside `regency.yaml`, and among the shipped tables.
    package static let fileName = "kopi.yaml"

    package let vocabulary: CoffeeVocabulary
    private let ratios: ConversionTable
    private let yields: YieldTable
    private let sameAs: [Code: CoffeeKind]

    /// Why a file of rules is none, in one sentence for whoever wrote it.
    package struct Unreadable: Error, Hashable, Sendable {
        package let sentence: String
    }

    /// Reads the text of a file.
    package init(_ bytes: [UInt8]) throws(Unreadable) {
        guard bytes.count <= 200_000 else { throw Self.wrong("terlalu besar") }
        let file: File
        do {
            file = try YAMLDecoder().decode(File.self, from: Data(bytes))
        } catch {
            throw Self.wrong("bukan YAML yang benar, atau ada isian yang kurang")
        }
        vocabulary = CoffeeVocabulary(
            kinds: try Self.names(file.jenis),
            steps: try Self.names(file.langkah),
            species: try Self.names(file.spesies)
        )
        var sameAs: [Code: CoffeeKind] = [:]
        for line in file.jenis {
            guard let name = line.sama_dengan, let id = Code(line.id) else { continue }
            sameAs[id] = try Self.kind(name)
        }
        self.sameAs = sameAs
        var rows: [Conversion] = []
        for line in file.rasio { rows.append(try Self.conversion(line)) }
        ratios = ConversionTable(rows)
        var rules: [YieldRule] = []
        for line in file.hasil { rules.append(try Self.yield(line)) }
        yields = YieldTable(rules)
    }

    /// The measures that follow, on a day on which they have to hold.
    package func measures(on day: Day) -> CoffeeMeasures {
        DeclaredMeasures(ratios, yields, on: day, sameAs: sameAs).measures
    }

    private static func names(_ lines: [File.Nama]) throws(Unreadable) -> [Code: Words] {
        var names: [Code: Words] = [:]
        for line in lines {
            guard let id = Code(line.id) else { throw wrong("\"\(line.id)\" bukan satu kata") }
            guard names[id] == nil else { throw wrong("\(line.id) tertulis dua kali") }
            names[id] = Words(line.nama, line.en)
        }
        return names
    }

    private static func conversion(_ line: File.Rasio) throws(Unreadable) -> Conversion {
        let most = try number(line.paling_banyak, "paling_banyak")
        let least = try line.paling_sedikit.map { (text) throws(Unreadable) in
            try number(text, "paling_sedikit")
        }
        let row = Conversion(
            (from: try kind(line.dari), to: try kind(line.ke)),
            Conversion.Scope(species: try species(line.kopi)),
            from: least ?? most,
            to: most,
            isAtTwelve: line.pada_12_persen == "ya",
            sourced: Sourced(line.sumber)
        )
        guard let row, most <= 1 else {
            throw wrong("rasio \(line.dari) ke \(line.ke): paling_banyak di atas nol sampai 1")
        }
        return row
    }

    private static func yield(_ line: File.Hasil) throws(Unreadable) -> YieldRule {
        guard let species = try species(line.kopi),
            let rule = YieldRule(
                species,
                asksAbove: Ratio(line.catat),
                holdsAbove: Ratio(line.tolak),
                sourced: Sourced(line.sumber)
            )
        else { throw wrong("hasil \(line.kopi): catat harus di bawah tolak") }
        return rule
    }

    private static func kind(_ name: String) throws(Unreadable) -> CoffeeKind {
        guard let kind = CoffeeKind(rawValue: name) else {
            let known = CoffeeKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw wrong("\"\(name)\" bukan jenis yang bisa dihitung (\(known))")
        }
        return kind
    }

    private static func species(_ name: String?) throws(Unreadable) -> Species? {
        guard let name else { return nil }
        guard let species = Species(named: name) else {
            throw wrong("\"\(name)\" bukan robusta atau arabika")
        }
        return species
    }

    private static func number(_ text: String, _ name: String) throws(Unreadable) -> Ratio {
        guard let ratio = Decimal34(text).flatMap({ Ratio($0) }) else {
            throw wrong("\(name) \"\(text)\" bukan angka seperti 0.24")
        }
        return ratio
    }

    private static func wrong(_ what: String) -> Unreadable {
        Unreadable(sentence: "\(fileName): \(what).")
    }
}

/// The file as it is written; its keys are the file's.
private struct File: Decodable {
    let dilihat: String
    let spesies, jenis, langkah: [Nama]
    let rasio: [Rasio]
    let hasil: [Hasil]

    struct Nama: Decodable {
        let id, nama, en: String
        let sama_dengan: String?
    }

    struct Rasio: Decodable {
        let dari, ke: String
        let kopi, paling_sedikit: String?
        let paling_banyak, sumber: String
        let pada_12_persen, periksa: String?
    }

    struct Hasil: Decodable {
        let kopi: String
        let catat, tolak: Int
        let sumber: String
        let periksa: String?
    }
}
