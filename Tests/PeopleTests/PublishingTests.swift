import Foundation
import Keeping
import Ledger
import Office
import Site
import Stories
import Testing

struct PublishingTests {
    private static func part(_ text: String, isFaulty: Bool = false) -> DraftedPart {
        DraftedPart(
            name: "16.03/contoh",
            version: "1.0.0+abc",
            bytes: Array(text.utf8),
            services: ["sku"],
            findings: isFaulty
                ? [
                    DraftedPart.Finding(
                        place: "blueprints/16.03/contoh/layanan.yaml:3",
                        sentence: "Komponen biaya kosong.",
                        fix: nil,
                        isError: true
                    )
                ] : []
        )
    }

    private static func workshop(_ part: DraftedPart) -> Workshop {
        Workshop(
            drafts: { [part] },
            differences: { _, _, _ in [Words("Biaya berubah.", "The fee changed.")] }
        )
    }

    private func makeSecondKeeper(_ regency: PeopleOfARegency) async throws {
        try await regency.officials.handle(
            [
                .place(
                    Holding(
                        post: "pengelola",
                        capacity: .acting,
                        first: Day(number: 20_000),
                        last: nil
                    )
                )
            ],
            on: try await regency.id("rina"),
            seen: nil,
            OfficialsDesk.Circumstances(
                now: regency.now,
                by: .system,
                map: PeopleOfARegency.office
            )
        )
    }

    @Test func `one asks, another approves, and exactly what was asked for is published`()
        async throws
    {
        let regency = try await PeopleOfARegency(workshop: Self.workshop(Self.part("isi")))
        try await makeSecondKeeper(regency)
        try await regency.open { client in
            let (tono, rina) = (Visitor(client, as: "tono"), Visitor(client, as: "rina"))
            let page = "/kelola/layanan/terbit?nama=16.03/contoh"
            try await tono.get(page)
            #expect(tono.page.contains("Biaya berubah."), "\(tono.page)")
            try await tono.send(to: "/kelola/layanan/minta")
            #expect(tono.page.contains("pengelola lain yang menyetujui"), "\(tono.page)")
            let digest = hexadecimal(PublicationsDesk.digest(of: Array("isi".utf8)).digest)
            let token = tono.page.firstMatch(of: /name="kunci" value="([^"]*)"/)?.1 ?? ""
            try await tono.post(
                "/kelola/layanan/setujui",
                [("kunci", String(token)), ("nama", "16.03/contoh"), ("isi", digest)]
            )
            #expect(tono.status == 403 && tono.page.contains("harus pengelola lain"))
            #expect(try await regency.store.read { try $0.editions() }.isEmpty)
            try await rina.get(page)
            try await rina.send(to: "/kelola/layanan/setujui")
            #expect(rina.page.contains("sama dengan yang berlaku"), "\(rina.page)")
            let editions = try await regency.store.read { try $0.editions() }
            #expect(editions.map(\.version) == ["1.0.0+abc"])
            #expect(try await regency.store.read { try $0.publishRequests() }.isEmpty)

            try await rina.get("/kelola/layanan")
            try await rina.get("/kelola/layanan/matikan?layanan=sku")
            try await rina.send([("alasan", " ")])
            #expect(rina.status == 422)
            try await rina.send([("alasan", "Loket pindah.")])
            #expect(rina.page.contains("Dimatikan"), "\(rina.page)")
            #expect(
                try await regency.store.read { try $0.reasonsOff() } == ["sku": "Loket pindah."]
            )
            try await rina.send(to: "/kelola/layanan/nyalakan")
            #expect(try await regency.store.read { try $0.servicesOff() }.isEmpty)
        }
        let live = try await regency.store.read { try $0.editions() }
        try await regency.store.rebuild()
        #expect(try await regency.store.read { try $0.editions() } == live)
    }

    @Test func `a faulty draft is not asked for, nor one that nobody has seen`() async throws {
        let regency = try await PeopleOfARegency(
            workshop: Self.workshop(Self.part("isi", isFaulty: true))
        )
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/layanan/terbit?nama=16.03/contoh")
            #expect(tono.page.contains("Komponen biaya kosong."))
            #expect(!tono.page.contains("/kelola/layanan/minta"))
            try await tono.get("/kelola/pengguna/baru")
            let token = tono.page.firstMatch(of: /name="kunci" value="([^"]*)"/)?.1 ?? ""
            for (text, status) in [("isi", 422), ("lain", 409)] {
                let digest = hexadecimal(PublicationsDesk.digest(of: Array(text.utf8)).digest)
                try await tono.post(
                    "/kelola/layanan/minta",
                    [("kunci", String(token)), ("nama", "16.03/contoh"), ("isi", digest)]
                )
                #expect(tono.status == status, "\(text)")
            }
        }
    }

    @Test func `a request ends when it is declined or another edition comes`() throws {
        let edition = Edition(
            name: "16.03/contoh",
            version: "1.0.0",
            content: Public(digest: [UInt8](repeating: 1, count: 32)),
            services: []
        )
        let (one, other) = (Actor(OpaqueID(high: 1, low: 1)), Actor(OpaqueID(high: 1, low: 2)))
        let asked = PublicationStory.state(after: [PublicationFact.asked(edition, by: one)])
        #expect(throws: PublicationRefusal.needsAnother) {
            try PublicationStory.decide(asked, .approve(edition.content, by: one), ())
        }
        #expect(throws: PublicationRefusal.nothingAsked) {
            let content = Public(digest: [UInt8](repeating: 2, count: 32))
            _ = try PublicationStory.decide(asked, .approve(content, by: other), ())
        }
        let done = try PublicationStory.decide(asked, .approve(edition.content, by: other), ())
        #expect(done.facts == [.published(edition)])
        let declined = PublicationStory.state(after: [
            PublicationFact.asked(edition, by: one), .declined,
        ])
        #expect(throws: PublicationRefusal.nothingAsked) {
            try PublicationStory.decide(declined, .approve(edition.content, by: other), ())
        }
        #expect(
            PublicationStory.state(after: [
                PublicationFact.asked(edition, by: one), .published(edition),
            ]).pending
                == nil
        )
    }
}

struct ActivityTests {
    @Test func `who did what stands there, for a person and for a day`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/pengguna/baru")
            try await tono.send([("nama", "Budi Santoso"), ("masuk", "budi"), ("nip", "")])
            try await regency.store.catchUp()
            try await tono.get("/kelola/jejak")
            #expect(tono.page.contains("Menambah petugas") && tono.page.contains("Tono Prasetyo"))
            #expect(tono.page.contains("Membuat slip aktivasi"))
            let id = try await regency.id("rina")
            try await tono.get("/kelola/jejak?petugas=\(id)")
            #expect(!tono.page.contains("Menambah petugas"), "Rina did nothing")
            try await tono.get("/kelola/jejak?hari-tanggal=22&hari-bulan=11&hari-tahun=2026")
            #expect(!tono.page.contains("Menambah petugas"))
            try await tono.get("/kelola")
            #expect(tono.page.contains("Belum ada tempat cadangan"))
        }
    }

    /// What an export of another feature writes down.
    private struct Taken: FactShape {
        var reason: Sealed?
        let kind: Code = "taken"

        init(reason: Sealed?) { self.reason = reason }

        func write(to fields: inout FactWriter) {
            fields.put("service", "sku" as Code)
            fields.put("personal", reason != nil)
            fields.put("reason", reason)
        }

        init(kind: Code, from fields: FactReader) throws(FactUnreadable) {
            reason = try fields.find("reason")
        }
    }

    @Test func `what was taken out stands there with its reason`() async throws {
        let regency = try await PeopleOfARegency()
        let rina = Actor(try await regency.id("rina"))
        for reason in ["Undangan pelatihan", nil] {
            let id = Draw.random.id()
            let stream = Stream("export", id)
            let sealed = reason.map {
                Sealer.sha256.seal(Array($0.utf8), in: DossierID(id), .random)
            }
            let decision = Decision(
                [Taken(reason: sealed?.1)],
                sealed: sealed.map { [$0.0] } ?? []
            )
            _ = try await regency.store.append(
                Append(
                    decision,
                    to: stream,
                    at: regency.now,
                    by: rina,
                    expecting: [stream: 0]
                )
            )
        }
        _ = try await regency.officials.download(
            rows: 17,
            reason: "Rapat koordinasi",
            by: rina.id,
            OfficialsDesk.Circumstances(
                now: regency.now,
                by: rina,
                map: PeopleOfARegency.office
            )
        )
        try await regency.store.catchUp()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/jejak")
            let said = "Surat keterangan usaha, dengan nama dan nomor warga. Alasan: Undangan"
            #expect(tono.page.contains(said), "\(tono.page)")
            #expect(tono.page.contains("Surat keterangan usaha, tanpa data pribadi"))
            #expect(tono.page.contains("17 baris. Alasan: Rapat koordinasi"))
        }
        let sql: SQL = "SELECT seq, kind, word, reason, lines FROM activity ORDER BY seq"
        let live = try await regency.store.read { try $0.rows(sql).map { "\($0)" } }
        try await regency.store.rebuild()
        #expect(try await regency.store.read { try $0.rows(sql).map { "\($0)" } } == live)
    }
}
