import Coffee
import Foundation
import Ledger
import Stories
import Testing
import Visiting

/// The sheets of a laboratory on a lot's page, and the certificate as a letter.
struct JudgingPagesTests {
    private static func lot(_ coffee: CoffeeOfARegency) async throws -> String {
        let lot = try await coffee.begin("biji", "Karung merah")
        try await coffee.bring(300, from: [1, 2], to: lot)
        return try await coffee.store.read { try $0.lot(lot)?.code ?? "" }
    }

    private static func grade(_ coffee: CoffeeOfARegency, _ code: String) async throws -> String? {
        try await coffee.store.read { reader in
            try LotCode(code).flatMap { try reader.lot($0)?.grade }
        }
    }

    @Test func `a grade is shown line by line before it is written down`() async throws {
        let coffee = try await CoffeeOfARegency()
        let code = try await Self.lot(coffee)
        try await coffee.open { client in
            let lab = Visitor(client, as: "lestari")
            try await lab.get("/lot/\(code)/mutu")
            let found = [
                ("berat_contoh", "300"), ("kadar_air", "12,1"), ("serangga_hidup", "tidak"),
                ("bau", "tidak"), ("biji_hitam", "5"), ("biji_pecah", "25"),
            ]
            try await lab.send(found + [("untuk", "hitung")], to: "/mutu")
            #expect(lab.page.contains("Mutu 1 (nilai cacat paling banyak 11)"), "\(lab.page)")
            #expect(lab.page.contains("25 × 0,2 = 5"))
            #expect(lab.page.contains("5 × 1 = 5"))
            #expect(try await Self.grade(coffee, code) == nil)
            try await lab.send(found + [("untuk", "catat")], to: "/mutu")
            #expect(lab.page.contains("Mutu</dt><dd>1<"), "\(lab.page)")
            #expect(lab.page.contains("12,1 %"))
        }
    }

    @Test func `what a laboratory cannot have measured is asked again, and nothing is lost`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let code = try await Self.lot(coffee)
        try await coffee.open { client in
            let lab = Visitor(client, as: "lestari")
            try await lab.get("/lot/\(code)/mutu")
            try await lab.send(
                [("berat_contoh", "300"), ("kadar_air", "dua belas"), ("biji_pecah", "-3")],
                to: "/mutu"
            )
            #expect(lab.status == 422)
            #expect(lab.page.contains("dua belas"))
            #expect(lab.page.contains("id=\"kadar_air-perbaiki\""), "\(lab.page)")
            #expect(lab.page.contains("id=\"biji_pecah-perbaiki\""))
            let file = Visitor.SentFile(
                "berkas",
                "lab.csv",
                "text/csv",
                Array("berat_contoh;kadar_air;biji_hitam\n300;12,1;12\n".utf8)
            )
            try await lab.get("/lot/\(code)/mutu")
            try await lab.send([("untuk", "hitung")], file: file, to: "/mutu")
            #expect(lab.page.contains("Mutu 2"), "\(lab.page)")
            // The file goes along with the page that showed its reckoning.
            try await lab.send([("untuk", "catat")], to: "/mutu")
            #expect(lab.page.contains("Mutu</dt><dd>2<"), "\(lab.page)")
            for name in ["wati", "tetangga", "rina"] {
                let other = Visitor(client, as: name)
                try await other.get("/lot/\(code)/mutu")
                #expect(other.status == 403, "\(name)")
            }
        }
    }

    @Test func `a cupping is reckoned anew and its total compared`() async throws {
        let coffee = try await CoffeeOfARegency()
        let code = try await Self.lot(coffee)
        try await coffee.open { client in
            let lab = Visitor(client, as: "lestari")
            try await lab.get("/lot/\(code)/cicip")
            #expect(lab.page.contains("formulir SCA 2004"))
            try await lab.get("/lot/\(code)/cicip?cara=sca-2004")
            let marks = [
                "aroma", "flavor", "aftertaste", "acidity", "body", "balance", "overall",
            ].map { ("nilai_\($0)", "7,5") }
            try await lab.send(marks + [("jumlah_formulir", "83")], to: "/cicip")
            #expect(lab.status == 422)
            #expect(lab.page.contains("hitungannya 82,5"), "\(lab.page)")
            try await lab.send(marks.dropLast() + [("nilai_overall", "5")], to: "/cicip")
            #expect(lab.page.contains("tidak ada pada formulir ini"), "\(lab.page)")
            try await lab.send(marks + [("jumlah_formulir", "82,5")], to: "/cicip")
            let cup = try await coffee.store.read { reader in
                try LotCode(code).flatMap { try reader.lot($0)?.cup }
            }
            #expect(cup?.hundredths == 8250)
            #expect(cup?.protocolName == "sca-2004")
        }
    }

    @Test func `a certificate is a letter that says how much of it is left`() async throws {
        let coffee = try await CoffeeOfARegency()
        let code = try await Self.lot(coffee)
        try await coffee.open { client in
            let post = Visitor(client, as: "pengesah")
            try await post.get("/lot/\(code)/sertifikat")
            try await post.send([("jenis", "asal"), ("berat", "200")], to: "/sertifikat")
            let letter = try #require(
                post.page.firstMatch(of: /href="(\/lot\/[^"]*\/surat\.pdf)"/)?.1,
                "\(post.page)"
            )
            try await post.get(String(letter))
            #expect(post.type == "application/pdf")
            let stranger = Visitor(client, as: "tetangga")
            try await stranger.get(String(letter))
            #expect(stranger.status == 403)
            try await post.get("/lot/\(code)/sertifikat/\(CoffeeOfARegency.id(3))/surat.pdf")
            #expect(post.status == 404)
        }
    }
}
