import Cooperation
import Foundation
import Stories
import Testing

/// The shipped rules, and files of rules that are none.
struct RulesTests {
    /// The file that comes with the program.
    static func shipped() throws -> CooperationRules {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../share/kerja-sama.yaml")
        return try CooperationRules(Array(Data(contentsOf: file)))
    }

    @Test func `every kind of agreement has a way that ends in force`() throws {
        let rules = try Self.shipped()
        for kind in AgreementKind.allCases {
            let way = rules.stages(of: kind)
            #expect(way.contains { $0.effect == .inForce }, "\(kind)")
            #expect(way.last?.id == "pelaporan")
        }
        #expect(rules.stages(of: .voluntary).count == 11)
        #expect(rules.stages(of: .synergy).map(\.id.text).contains("rencana-kerja"))
        #expect(!rules.stages(of: .synergy).map(\.id.text).contains("perjanjian"))
        #expect(!rules.stages(of: .voluntary).map(\.id.text).contains("rencana-kerja"))
    }

    @Test(
        arguments: [
            (181, nil), (180, 180), (91, 180), (90, 90), (31, 90), (30, 30), (0, 30), (-3, 30),
        ] as [(Int, Int?)]
    )
    func `the nearest reminder of the end`(left: Int, reminder: Int?) throws {
        #expect(try Self.shipped().reminder(daysLeft: left) == reminder)
    }

    @Test(arguments: [
        ("sumber: PP", "sumber: [PP"), ("bulan: 6", "bulan: 5"), ("akibat: berlaku", "akibat: x"),
        ("akibat: berlaku", "akibat: disetujui"), ("id: pemetaan", "id: persiapan"),
        ("naskah: surat-penawaran", "naskah: lain"), ("2026-11-23", "2026-11-31"),
        ("hanya: [sinergi]", "hanya: [sinerji]"), ("id: pemetaan", "id: \"dua kata\""),
        ("bentuk: surat", "bentuk: apa"), ("berakhir: [180, 90, 30]", "berakhir: banyak"),
        ("    nama: Pemetaan urusan\n", ""),
    ])
    func `a file that says less or something else is refused in words`(
        this: String,
        that: String
    ) throws {
        let text = String(decoding: try Self.shipped().bytes, as: UTF8.self)
        let broken = text.replacing(this, with: that)
        #expect(broken != text)
        #expect(throws: CooperationRules.Unreadable.self) {
            try CooperationRules(Array(broken.utf8))
        }
    }
}
