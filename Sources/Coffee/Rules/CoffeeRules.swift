import Foundation
import Site
import Stories
import Yams

/// What a regency declares about coffee: names, ratios of weights, yields that are believed.
///
/// Read from `kopi.yaml`. Every number has its source in the file and none stands in the program.
package struct CoffeeRules: Sendable {
    /// The file beside `regency.yaml`, and among the shipped tables.
    package static let fileName = "kopi.yaml"

    package let vocabulary: CoffeeVocabulary
    private let green: Code
    private let ratios: [Step: Int64]
    private let yields: [Code: YieldBounds]

    /// From one kind to another, of a species; nil for every species.
    private struct Step: Hashable {
        let from: Code
        let to: Code
        let species: Code?
    }

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
        green = try Self.known(file.biji, in: vocabulary.kinds)
        var ratios: [Step: Int64] = [:]
        for line in file.rasio {
            let step = Step(
                from: try Self.known(line.dari, in: vocabulary.kinds),
                to: try Self.known(line.ke, in: vocabulary.kinds),
                species: try line.kopi.map { (name) throws(Unreadable) in
                    try Self.known(name, in: vocabulary.species)
                }
            )
            guard let ratio = Self.thousandths(line.paling_banyak), (1...1000).contains(ratio)
            else {
                throw Self.wrong("rasio \(line.dari) ke \(line.ke): paling_banyak 0,001 sampai 1")
            }
            guard ratios[step] == nil else {
                throw Self.wrong("rasio \(line.dari) ke \(line.ke) tertulis dua kali")
            }
            ratios[step] = ratio
        }
        self.ratios = ratios
        var yields: [Code: YieldBounds] = [:]
        for line in file.hasil {
            guard 0 < line.catat, line.catat <= line.tolak else {
                throw Self.wrong("hasil \(line.kopi): catat harus di bawah tolak")
            }
            let species = try Self.known(line.kopi, in: vocabulary.species)
            yields[species] = YieldBounds(warn: line.catat, block: line.tolak)
        }
        self.yields = yields
    }

    /// The measures that follow.
    package var measures: CoffeeMeasures {
        let (ratios, yields) = (ratios, yields)
        return DeclaredMeasures(
            green: green,
            ratio: { from, to in
                ratios[Step(from: from.kind, to: to, species: from.species)]
                    ?? ratios[Step(from: from.kind, to: to, species: nil)]
            },
            bounds: { species, _ in yields[species] }
        ).measures
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

    private static func known(_ name: String, in names: [Code: Words]) throws(Unreadable) -> Code {
        guard let code = Code(name), names[code] != nil else {
            throw wrong("\"\(name)\" tidak ada di daftar jenis atau spesies")
        }
        return code
    }

    /// `0.24` as 240; nil where it has more than three decimals.
    private static func thousandths(_ text: String) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        guard parts.count <= 2, decimals.count <= 3, let whole = Int64(parts[0]),
            let rest = Int64((decimals + "000").prefix(3))
        else { return nil }
        return whole * 1000 + rest
    }

    private static func wrong(_ what: String) -> Unreadable {
        Unreadable(sentence: "\(fileName): \(what).")
    }
}

/// The file as it is written; its keys are the file's.
private struct File: Decodable {
    let dilihat, biji: String
    let spesies, jenis, langkah: [Nama]
    let rasio: [Rasio]
    let hasil: [Hasil]

    struct Nama: Decodable { let id, nama, en: String }

    struct Rasio: Decodable {
        let dari, ke: String
        let kopi: String?
        let paling_banyak, sumber: String
        let periksa: String?
    }

    struct Hasil: Decodable {
        let kopi: String
        let catat, tolak: Int64
        let sumber: String
        let periksa: String?
    }
}
