import Keeping
import Ledger
import Office
import Site
import Stories
import Testing

/// What was published before, as managers read it.
struct VersionTests {
    private static func archive(_ text: String) throws -> [UInt8] {
        let files = [
            FolderArchive.File(path: "layanan.yaml", bytes: Array(text.utf8)),
            FolderArchive.File(path: "lambang.svg", bytes: Array("<svg onload='x'/>".utf8)),
        ]
        return try #require(FolderArchive(files)).bytes
    }

    private static func edition(_ version: Code, _ bytes: [UInt8]) -> Edition {
        Edition(
            name: "16.03/contoh",
            version: version,
            content: PublicationsDesk.digest(of: bytes),
            services: ["sku", "oss"]
        )
    }

    /// Two editions: one published by the command, one asked for by Tono and approved by Rina.
    private func published(_ regency: PeopleOfARegency) async throws {
        let desk = PublicationsDesk(store: regency.store)
        let (one, two) = (try Self.archive("biaya: 0"), try Self.archive("biaya: 5000"))
        let name: Code = "16.03/contoh"
        try await desk.handle(
            .publish(Self.edition("1.0.0", one)),
            on: name,
            content: [one],
            at: regency.now,
            by: .system
        )
        let (tono, rina) = (
            Actor(try await regency.id("tono")), Actor(try await regency.id("rina"))
        )
        let next = Self.edition("1.1.0", two)
        try await desk.handle(
            .ask(next, by: tono),
            on: name,
            content: [two],
            at: regency.now,
            by: tono
        )
        try await desk.handle(.approve(next.content, by: rina), on: name, at: regency.now, by: rina)
    }

    @Test func `each version says when, by whom, what it changed, and gives its files to read`()
        async throws
    {
        let changed = [Words("Biaya sekarang Rp5.000.", "The fee is Rp5,000 now.")]
        let regency = try await PeopleOfARegency(
            workshop: Workshop(
                drafts: { [] },
                differences: { _, old, new in old == new ? [] : changed }
            )
        )
        try await published(regency)
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/layanan/terbit?nama=16.03/contoh")
            #expect(tono.page.contains("Tono Prasetyo meminta, Rina Kartika menyetujui"))
            #expect(tono.page.contains("Perintah di server"), "\(tono.page)")
            #expect(tono.page.contains("Folder kabupaten tidak berisi berkasnya"))
            try await tono.get("/kelola/layanan/versi?nama=16.03/contoh&ke=2")
            #expect(tono.page.contains("Biaya sekarang Rp5.000."), "\(tono.page)")
            try await tono.get("/kelola/layanan/versi?nama=16.03/contoh&ke=1")
            #expect(tono.page.contains("Ini terbitan pertama"))
            for (ordinal, text) in [(1, "biaya: 0"), (2, "biaya: 5000")] {
                try await tono.get(
                    "/kelola/layanan/versi/berkas?nama=16.03/contoh&ke=\(ordinal)&berkas=layanan.yaml"
                )
                #expect(tono.page == text)
            }
            try await tono.get(
                "/kelola/layanan/versi/berkas?nama=16.03/contoh&ke=1&berkas=lambang.svg"
            )
            #expect(tono.type == "text/plain; charset=utf-8", "a drawing is read, never run")
        }
    }

    @Test(arguments: [
        "?nama=16.03/contoh&ke=3", "?nama=16.03/contoh&ke=0", "?nama=16.03/lain&ke=1",
        "?nama=16.03/contoh", "?ke=1", "?nama=%00&ke=x",
    ])
    func `a version that is not there is told`(query: String) async throws {
        let regency = try await PeopleOfARegency()
        try await published(regency)
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            for path in ["/kelola/layanan/versi", "/kelola/layanan/versi/berkas"] {
                try await tono.get(path + query + "&berkas=../kunci")
                #expect(tono.status == 404, "\(path)\(query)")
            }
        }
    }

    @Test func `a signpost has a tag of its own, and a service that is off another`()
        async throws
    {
        let regency = try await PeopleOfARegency()
        try await published(regency)
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/layanan")
            #expect(tono.page.contains("Di tempat lain") && tono.page.contains("Dibuka"))
            #expect(!tono.page.contains("Dimatikan"))
            try await tono.get("/kelola/layanan/matikan?layanan=oss")
            try await tono.send([("alasan", "Alamatnya berubah.")])
            #expect(!tono.page.contains("Di tempat lain") && tono.page.contains("Dimatikan"))
        }
    }
}
