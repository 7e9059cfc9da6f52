import Foundation
import Ledger
import Newsroom
import Site
import Stories
import Testing
import Visiting

/// News from the first draft to the withdrawal, and everybody who tries what is not theirs.
struct NewsroomRouteTests {
    private static let text = [
        ("jenis", "pengumuman"), ("judul", "Jalan <Lingkar> dibuka"), ("penulis", "Dedi"),
        (
            "tulisan",
            "Jalan dibuka Senin.\n\n## Rute\n- [Peta](https://peta.contoh.go.id)\n- <b>Dua</b>"
        ),
        ("judul_en", "Ring road opens"), ("tulisan_en", "The road opens on Monday."),
        ("sumber", "Dinas Pekerjaan Umum"), ("video", "https://video.contoh.go.id/1"),
    ]

    @Test func `news is written by one, approved by another, corrected and withdrawn openly`()
        async throws
    {
        let newsroom = try await NewsroomOfARegency()
        try await newsroom.open { client in
            let (dedi, nurul) = (Visitor(client, as: "dedi"), Visitor(client, as: "nurul"))
            let anybody = Visitor(client)
            try await dedi.get("/kerja/berita/tulis")
            try await dedi.send(Self.text, to: "/tulis")
            let work = dedi.path
            #expect(work.hasPrefix("/kerja/berita/"))
            #expect(dedi.page.contains("Menunggu petugas redaksi lain"))
            #expect(!dedi.page.contains("terbitkan\""), "no button for one's own text")
            try await anybody.get("/berita")
            #expect(!anybody.page.contains("Lingkar"), "a draft is nobody's business")

            try await nurul.get("/kerja/berita")
            #expect(nurul.page.contains("Menunggu persetujuan Anda"))
            try await nurul.get(work)
            try await nurul.send(to: "/terbitkan")
            try await anybody.get("/berita")
            let link = try #require(anybody.page.firstMatch(of: /\/berita\/jalan-[a-z0-9-]+/))
            let address = String(link.output)
            try await anybody.get(address)
            #expect(
                anybody.page.contains("<h1>Jalan &lt;Lingkar&gt; dibuka</h1>"),
                "\(anybody.page)"
            )
            #expect(anybody.page.contains("<h2>Rute</h2>"))
            #expect(anybody.page.contains("href=\"https://peta.contoh.go.id\""))
            #expect(!anybody.page.contains("<b>Dua"))
            try await anybody.get("/en" + address)
            #expect(anybody.page.contains("The road opens on Monday."))

            newsroom.pass(days: 1)
            try await nurul.get(work + "/ubah")
            try await nurul.send(Self.text, to: "/ubah")
            #expect(nurul.status == 422, "what is corrected has to be said")
            try await nurul.send(Self.text + [("perbaikan", "Harinya keliru.")], to: "/ubah")
            try await anybody.get(address)
            #expect(!anybody.page.contains("Harinya keliru."), "not before it is approved")
            try await dedi.get(work)
            try await dedi.send(to: "/terbitkan")
            try await anybody.get(address)
            #expect(anybody.page.contains("24 November 2026: "))
            #expect(anybody.page.contains("Harinya keliru."))

            try await dedi.get(work)
            try await dedi.send([("alasan", " ")], to: "/tarik")
            #expect(dedi.status == 422)
            try await dedi.send([("alasan", "Kabarnya tidak benar.")], to: "/tarik")
            try await anybody.get(address)
            #expect(anybody.status == 410)
            #expect(anybody.page.contains("Kabarnya tidak benar."))
            #expect(!anybody.page.contains("Lingkar"))
            try await anybody.get("/berita/atom.xml")
            #expect(!anybody.page.contains("<entry>"))
        }
        try await Self.holdsWhenRebuilt(newsroom)
    }

    private static func holdsWhenRebuilt(_ newsroom: NewsroomOfARegency) async throws {
        func tables() async throws -> [[[SQLValue]]] {
            try await newsroom.store.read { reader in
                try [
                    reader.rows("SELECT * FROM news ORDER BY id").map(\.values),
                    reader.rows("SELECT * FROM news_corrections ORDER BY seq").map(\.values),
                    reader.rows("SELECT * FROM news_words ORDER BY word").map(\.values),
                ]
            }
        }
        try await newsroom.store.catchUp()
        let live = try await tables()
        #expect(live.map(\.count) == [1, 1, 0], "what was withdrawn is found by no word")
        try await newsroom.store.rebuild()
        #expect(try await tables() == live)
        try await newsroom.store.close()
    }

    @Test func `who has no duty here is refused everywhere`() async throws {
        let newsroom = try await NewsroomOfARegency()
        try await newsroom.open { client in
            let dedi = Visitor(client, as: "dedi")
            try await dedi.get("/kerja/berita/tulis")
            try await dedi.send(Self.text, to: "/tulis")
            let work = dedi.path
            let rina = Visitor(client, as: "rina")
            for path in ["/kerja/berita", "/kerja/berita/tulis", work, work + "/ubah"] {
                try await rina.get(path)
                #expect(rina.status == 403, "\(path)")
                #expect(!rina.page.contains("Lingkar"))
                let anybody = Visitor(client)
                try await anybody.get(path)
                #expect(anybody.status == 303, "\(path)")
            }
        }
        try await newsroom.store.close()
    }

    @Test func `one's own text, an old state and garbage are refused`() async throws {
        let newsroom = try await NewsroomOfARegency()
        try await newsroom.open { client in
            let (dedi, nurul) = (Visitor(client, as: "dedi"), Visitor(client, as: "nurul"))
            try await dedi.get("/kerja/berita/tulis")
            try await dedi.send(Self.text, to: "/tulis")
            let work = dedi.path
            try await dedi.get(work + "/ubah")
            for version in ["1", "0", "", "x", "-1", "99999999999999999999"] {
                try await dedi.post(work + "/terbitkan", [("versi", version)])
                #expect(dedi.status == 403, "one's own: \(version)")
                try await dedi.get(work + "/ubah")
            }
            // Nurul has the page open while Dedi changes the text.
            try await nurul.get(work)
            try await dedi.send(Self.text + [("judul_en", "Other")], to: "/ubah")
            try await nurul.send(to: "/terbitkan")
            #expect(nurul.status == 409, "she approves only what she has seen")
            for path in ["/kerja/berita/x", "/kerja/berita/" + String(repeating: "0", count: 32)] {
                try await nurul.get(path)
                #expect(nurul.status == 404)
            }
            for path in ["/berita/x", "/berita/%00", "/berita/%3Cscript%3E", "/berita/.."] {
                try await nurul.get(path)
                #expect(nurul.status == 404, "\(path)")
            }
            for page in ["0", "-1", "x", "99999999999999999999", "100000"] {
                try await nurul.get("/berita?halaman=\(page)")
                #expect(nurul.status == 200, "\(page)")
            }
        }
        try await newsroom.store.close()
    }

    @Test func `what is typed is looked at before it is kept`() async throws {
        let newsroom = try await NewsroomOfARegency()
        try await newsroom.open { client in
            let dedi = Visitor(client, as: "dedi")
            let spoilt: [(String, String)] = [
                ("jenis", "iklan"), ("judul", " "), ("tulisan", "\n\n"), ("penulis", ""),
                ("video", "javascript:alert(1)"), ("video", "http://contoh.go.id"),
                ("judul_en", ""),
            ]
            for (name, value) in spoilt {
                try await dedi.get("/kerja/berita/tulis")
                let typed = Self.text.map { $0.0 == name ? (name, value) : $0 }
                try await dedi.send(typed, to: "/tulis")
                #expect(dedi.status == 422, "\(name)=\(value)")
            }
            try await dedi.get("/kerja/berita")
            #expect(dedi.page.contains("Belum ada berita."))
        }
        try await newsroom.store.close()
    }

    @Test func `the feed is well-formed whatever was written`() async throws {
        let newsroom = try await NewsroomOfARegency()
        try await newsroom.open { client in
            let (dedi, nurul) = (Visitor(client, as: "dedi"), Visitor(client, as: "nurul"))
            try await dedi.get("/kerja/berita/tulis")
            let typed = Self.text.map { field in
                field.0 == "tulisan" ? ("tulisan", "]]> & <x> \u{8}\u{FFFE} \"kutip\"") : field
            }
            try await dedi.send(typed, to: "/tulis")
            try await nurul.get(dedi.path)
            try await nurul.send(to: "/terbitkan")
            let anybody = Visitor(client)
            try await anybody.get("/berita/atom.xml")
            #expect(anybody.type == "application/atom+xml; charset=utf-8")
            #expect(anybody.page.contains("<title>Jalan &lt;Lingkar&gt; dibuka</title>"))
            #expect(anybody.page.contains("<summary>]]&gt; &amp; &lt;x&gt; "))
            #expect(anybody.page.contains("<published>2026-11-23T09:14:00+07:00</published>"))
            let broken = anybody.page.unicodeScalars.filter {
                $0.value < 0x20 && $0 != "\n" || $0.value == 0xFFFE
            }
            #expect(broken.isEmpty)
        }
        try await newsroom.store.close()
    }
}
