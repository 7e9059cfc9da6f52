import Foundation
package import Stories
import Yams

/// What a regency declares for growers, leaders and banks, in the same `kopi.yaml`.
///
/// A reference price is a figure of others: without its source and its day it is none.
package struct RulesForPeople: Hashable, Sendable {
    /// So many days a grower's link from the scale works.
    package let linkDays: Int
    package let references: [ReferencePrice]

    /// What holds where the file says nothing.
    package init(linkDays: Int = 30, references: [ReferencePrice] = []) {
        (self.linkDays, self.references) = (linkDays, references)
    }

    /// Reads the same text as the rules of coffee.
    package init(_ bytes: [UInt8]) throws(CoffeeRules.Unreadable) {
        let file: File
        do {
            file = try YAMLDecoder().decode(File.self, from: Data(bytes))
        } catch {
            throw Self.wrong("bukan YAML yang benar, atau ada isian yang kurang")
        }
        linkDays = file.tautanPetaniHari ?? 30
        guard (1...366).contains(linkDays) else {
            throw Self.wrong("tautan_petani_hari dari 1 sampai 366")
        }
        var references: [ReferencePrice] = []
        for line in file.hargaAcuan ?? [] { references.append(try Self.reference(line)) }
        self.references = references
    }

    private static func reference(
        _ line: File.Harga
    ) throws(CoffeeRules.Unreadable) -> ReferencePrice {
        guard let kind = Code(line.jenis), let species = Code(line.kopi) else {
            throw wrong("harga_acuan: jenis dan kopi masing-masing satu kata")
        }
        guard let day = Day(line.tanggal) else {
            throw wrong("harga_acuan: tanggal \"\(line.tanggal)\" bukan seperti 2026-11-26")
        }
        guard line.rupiah > 0, line.rupiah <= 100_000_000 else {
            throw wrong("harga_acuan \(line.tanggal): rupiah per kilogram, lebih dari nol")
        }
        guard !line.sumber.trimmingCharacters(in: .whitespaces).isEmpty else {
            throw wrong("harga_acuan \(line.tanggal): sumbernya wajib ditulis")
        }
        return ReferencePrice(
            KindOfCoffee(kind, of: species),
            rupiah: line.rupiah,
            on: day,
            source: line.sumber
        )
    }

    private static func wrong(_ what: String) -> CoffeeRules.Unreadable {
        CoffeeRules.Unreadable(sentence: "\(CoffeeRules.fileName): \(what).")
    }

    /// As much of the file as is read here.
    private struct File: Decodable {
        let tautanPetaniHari: Int?
        let hargaAcuan: [Harga]?

        enum CodingKeys: String, CodingKey {
            case tautanPetaniHari = "tautan_petani_hari"
            case hargaAcuan = "harga_acuan"
        }

        struct Harga: Decodable {
            let kopi, jenis, tanggal, sumber: String
            let rupiah: Int64
        }
    }
}

/// What a kilogram cost somewhere on a day, as somebody else published it.
package struct ReferencePrice: Hashable, Sendable {
    package let what: KindOfCoffee

    /// Rupiah a kilogram.
    package let rupiah: Int64
    package let day: Day
    package let source: String

    package init(_ what: KindOfCoffee, rupiah: Int64, on day: Day, source: String) {
        (self.what, self.rupiah, self.day, self.source) = (what, rupiah, day, source)
    }
}
