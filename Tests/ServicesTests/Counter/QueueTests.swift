import Foundation
import Ledger
import Services
import Stories
import Testing

/// The queue of a front desk: numbers given, called, and shown to everybody.
struct QueueTests {
    private func atDesk(
        _ body: @escaping @Sendable (WorkingSite, Doors, Visitor) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.add("Lela Sari", as: "lela", post: "loket-dua")
        try await site.add("Nina Marlina", as: "nina", post: "loket-dua")
        try await site.add("Tuti Handayani", as: "tuti", post: "loket")
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            try await body(site, doors, try await doors.official("lela"))
        }
    }

    private static let give = "/kerja/loket/antrean"
    private static let call = "/kerja/loket/antrean/panggil"

    private static func give(_ times: Int, _ desk: Visitor) async throws {
        for _ in 0..<times {
            try await desk.get("/kerja/loket")
            try await desk.send(to: give)
        }
    }

    private static func callNext(_ desk: Visitor, window: String = "1") async throws {
        try await desk.get("/kerja/loket")
        try await desk.send(["jendela-kel-dua": window, "apa": "berikutnya"], to: call)
    }

    @Test func `numbers follow each other, each with a slip`() async throws {
        try await atDesk { _, _, lela in
            try await lela.get("/kerja/loket")
            #expect(lela.page.contains("Belum ada nomor antrean hari ini"))
            #expect(!lela.page.contains("Panggil berikutnya"))
            for shown in ["001", "002"] {
                try await Self.give(1, lela)
                #expect(lela.page.contains(">\(shown)<"), "\(lela.page)")
                let slip = lela.path + "/karcis.pdf"
                for paper in ["58", "80", "a4"] {
                    try await lela.get("\(slip)?kertas=\(paper)")
                    #expect(lela.status == 200)
                    #expect(lela.page.hasPrefix("%PDF-"))
                }
            }
        }
    }

    @Test func `a press that is sent twice counts once`() async throws {
        try await atDesk { _, _, lela in
            try await lela.get("/kerja/loket")
            let key = try #require(lela.page.firstMatch(of: /name="baru" value="([0-9a-f]{32})"/)).1
            for _ in 1...3 {
                try await lela.get("/kerja/loket")
                try await lela.send(["baru": String(key)], to: Self.give)
                #expect(lela.page.contains(">001<"))
            }
            try await Self.give(1, lela)
            #expect(lela.page.contains(">002<"))
            try await lela.get("/kerja/loket")
            let call = try #require(
                lela.page.firstMatch(of: /name="panggilan" value="([0-9a-f]{32})"/)
            ).1
            for _ in 1...2 {
                try await lela.get("/kerja/loket")
                try await lela.send(
                    [
                        "panggilan": String(call), "jendela-kel-dua": "1", "apa": "berikutnya",
                    ],
                    to: Self.call
                )
                #expect(lela.page.contains("001 ke loket 1"))
            }
            try await lela.get("/unit/kel-dua/antrean")
            #expect(lela.page.contains("1 orang menunggu"))
        }
    }

    @Test func `two windows never call the same number`() async throws {
        try await atDesk { site, doors, lela in
            try await Self.give(3, lela)
            let nina = try await doors.official("nina")
            try await lela.get("/kerja/loket")
            try await nina.get("/kerja/loket")
            try await lela.send(["jendela-kel-dua": "1", "apa": "berikutnya"], to: Self.call)
            try await nina.send(["jendela-kel-dua": "2", "apa": "berikutnya"], to: Self.call)
            #expect(lela.page.contains("001 ke loket 1"))
            #expect(nina.page.contains("002 ke loket 2"))
            #expect(nina.page.contains("value=\"2\""), "the window is remembered")
            try await Self.callNext(lela)
            #expect(lela.page.contains("003 ke loket 1"))
            // Nobody is left, whatever an old page offers.
            try await nina.send(
                ["jendela-kel-dua": "2", "apa": "lagi", "nomor-kel-dua": "1"],
                to: Self.call
            )
            #expect(nina.page.contains("001 ke loket 2"), "who missed it is called again")
            let called = try await site.regency.store.read {
                try $0.rows("SELECT number FROM queue_numbers WHERE called IS NULL").count
            }
            #expect(called == 0)
        }
    }

    @Test func `a number not given, a window that is none, and an empty queue are told`()
        async throws
    {
        try await atDesk { _, _, lela in
            try await Self.give(1, lela)
            for (window, told) in [
                ("", "Tulis nomor loket"), ("0", "Tulis nomor loket"), ("99", "Tulis nomor loket"),
                ("satu", "Tulis nomor loket"), ("-1", "Tulis nomor loket"),
            ] {
                try await Self.callNext(lela, window: window)
                #expect(lela.page.contains(told), "\(window)")
            }
            try await Self.callNext(lela)
            for odd in ["7", "", "x", "99999999999999999999"] {
                try await lela.get("/kerja/loket")
                try await lela.send(
                    ["jendela-kel-dua": "1", "apa": "lagi", "nomor-kel-dua": odd],
                    to: Self.call
                )
                #expect(lela.page.contains("belum diberikan hari ini"), "\(odd)")
            }
            try await lela.get("/kerja/loket")
            try await lela.post(
                Self.call,
                [
                    "unit": "kel-dua", "jendela-kel-dua": "1", "apa": "berikutnya",
                    "panggilan": "00000000000000010000000000000001",
                ]
            )
            #expect(lela.page.contains("Tidak ada yang menunggu"))
        }
    }

    @Test func `each day and each desk begins with one`() async throws {
        try await atDesk { site, doors, lela in
            try await Self.give(2, lela)
            let tuti = try await doors.official("tuti")
            try await Self.give(1, tuti)
            #expect(tuti.page.contains(">001<"))
            let old = lela.path
            try await tuti.get(old)
            #expect(tuti.status == 404, "another desk's slip")
            site.pass(days: 1)
            let later = try await doors.official("lela")
            try await later.get("/unit/kel-dua/antrean")
            #expect(later.page.contains("Belum ada nomor antrean hari ini"))
            try await Self.give(1, later)
            #expect(later.page.contains(">001<"))
            site.pass(days: 8)
            let last = try await doors.official("lela")
            try await Self.give(1, last)
            let kept = try await site.regency.store.read {
                try $0.rows("SELECT number FROM queue_numbers WHERE unit = 'kel-dua'").count
            }
            #expect(kept == 1, "numbers of earlier days are let go of")
        }
    }

    @Test func `everybody sees numbers, and nobody's name`() async throws {
        try await atDesk { _, doors, lela in
            let citizen = doors.citizen()
            try await citizen.get("/unit/kel-dua")
            #expect(!citizen.page.contains("Antrean hari ini"), "no queue, no word of it")
            try await Self.give(3, lela)
            try await Self.callNext(lela, window: "4")
            try await citizen.get("/unit/kel-dua")
            #expect(citizen.page.contains("2 orang menunggu"))
            try await citizen.get("/unit/kel-dua/antrean")
            #expect(citizen.page.contains(">001<"))
            #expect(citizen.page.contains("Silakan ke loket 4"))
            #expect(!citizen.page.contains("http-equiv"), "a page that is read stands still")
            #expect(!citizen.page.contains("Lela"))
            try await citizen.get("/unit/kel-dua/antrean?layar=1")
            #expect(citizen.page.contains("<meta http-equiv=\"refresh\" content=\"10\">"))
            try await citizen.get("/en/unit/kel-dua/antrean")
            #expect(citizen.page.contains("Please come to window 4"))
            for none in ["/unit/tidak-ada/antrean", "/unit/%00/antrean"] {
                try await citizen.get(none)
                #expect(citizen.status == 404)
            }
        }
    }

    @Test func `who does not sit at that desk gives and calls nothing`() async throws {
        try await atDesk { site, doors, lela in
            try await Self.give(1, lela)
            let slip = lela.path
            let rina = try await doors.official("rina")
            let tuti = try await doors.official("tuti")
            let citizen = doors.citizen()
            for visitor in [rina, tuti, citizen] {
                for path in [slip, slip + "/karcis.pdf"] {
                    try await visitor.get(path)
                    #expect(visitor.status != 200 || visitor.path.hasPrefix("/petugas/masuk"))
                }
                try await visitor.get("/kerja/pintasan")
                for path in [Self.give, Self.call] {
                    try await visitor.post(
                        path,
                        [
                            "unit": "kel-dua", "baru": "00000000000000010000000000000002",
                            "panggilan": "00000000000000010000000000000003",
                            "jendela-kel-dua": "1", "apa": "berikutnya",
                        ]
                    )
                    #expect(visitor.status != 200 || visitor.path.hasPrefix("/petugas/masuk"))
                }
            }
            let rows = try await site.regency.store.read {
                try $0.rows("SELECT number FROM queue_numbers WHERE called IS NULL").count
            }
            #expect(rows == 1)
            for odd in ["00", "x", "00000000000000010000000000000009"] {
                try await lela.get("/kerja/loket/antrean/\(odd)")
                #expect(lela.status == 404)
            }
        }
    }
}
