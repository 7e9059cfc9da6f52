import Ledger
import Office
import People
import Site
import Stories
import Testing

struct OfficialPagesTests {
    private static let lastDay = [
        ("terakhir-tanggal", "23"), ("terakhir-bulan", "11"), ("terakhir-tahun", "2026"),
    ]

    @Test func `an official is added, placed, activated with the slip, relieved and leaves`()
        async throws
    {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/pengguna/baru")
            try await tono.send([("nama", ""), ("masuk", "Budi S"), ("nip", "123")])
            #expect(tono.status == 422)
            #expect(tono.page.contains("NIP harus 18 angka"))
            try await tono.send([("nama", "Budi Santoso"), ("masuk", "budi"), ("nip", "")])
            #expect(tono.page.contains("Cetak slip aktivasi"), "\(tono.page)")
            let id = try await regency.id("budi")
            try await tono.get("/kelola/slip.pdf?untuk=\(id)")
            #expect(tono.type == "application/pdf" && tono.bytes.starts(with: Array("%PDF".utf8)))

            try await tono.get("/kelola/pengguna/\(id)/jabatan?cari=sekretaris+ulu")
            #expect(tono.page.contains("seklur-ulu") && !tono.page.contains("value=\"sekdin\""))
            try await tono.send(
                [
                    ("jabatan", "seklur-ulu"), ("sebagai", "plt"), ("mulai-tanggal", "23"),
                    ("mulai-bulan", "11"), ("mulai-tahun", "2026"),
                ],
                to: "/kelola/pengguna/\(id)/jabatan"
            )
            #expect(tono.page.contains("Plt. Sekretaris, Kelurahan Ulu"), "\(tono.page)")
            let held = try await regency.line("budi").official.holdings
            #expect(held.map(\.capacity) == [.acting])

            try await tono.get("/kelola/pengguna/\(id)/lepas?jabatan=seklur-ulu")
            try await tono.send(Self.lastDay)
            #expect(try await regency.line("budi").official.holdings.first?.last != nil)
            try await tono.get("/kelola/pengguna/\(id)/keluar")
            try await tono.send()
            #expect(tono.page.contains("Sudah keluar") && tono.page.contains("oleh Tono Prasetyo"))
            #expect(try await regency.line("budi").isServing == false)
        }
    }

    @Test func `what lay with whoever left stays on record, with its dates`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            let id = try await regency.id("rina")
            try await tono.get("/kelola/pengguna/\(id)/serah-terima")
            #expect(tono.page.contains("Dipegang sampai hari ini"))
            try await tono.get("/kelola/pengguna/\(id)/keluar")
            try await tono.send()
            #expect(tono.page.contains("Menyerahkan 1 permohonan ke antrean jabatan"))
            try await tono.get("/kelola/pengguna/\(id)/serah-terima")
            #expect(tono.page.contains("4829-1037-5527"), "\(tono.page)")
            #expect(tono.page.contains("Dipegang sampai keluar, 23 November 2026"))
            try await tono.get("/kelola/pengguna/\(id)/serah-terima.pdf")
            #expect(tono.bytes.starts(with: Array("%PDF".utf8)))

            try await tono.get("/kelola/pengguna/\(id)/kembali")
            try await tono.send()
            try await tono.get("/kelola/pengguna/\(id)/serah-terima")
            #expect(!tono.page.contains("4829-1037-5527"), "the list of before is closed")
            let facts = try await regency.store.history(of: Stream(OfficialStory.kind, id))
            let left = OfficialStory.state(after: try facts.map { try $0.fact(OfficialFact.self) })
            #expect(!left.hasLeft)
        }
    }

    @Test func `a slip works once, for fourteen days, and what is chosen is looked at`()
        async throws
    {
        let regency = try await PeopleOfARegency()
        let activation = ActivationDesk(
            store: regency.store,
            keys: regency.keys,
            officials: regency.officials
        )
        let (rina, tono) = (try await regency.id("rina"), try await regency.id("tono"))
        let circumstances = OfficialsDesk.Circumstances(
            now: regency.now,
            by: Actor(tono),
            map: PeopleOfARegency.office
        )
        try await activation.issue(to: rina, circumstances)
        let now = regency.now
        let slips = try await regency.store.read { reader in
            try activation.printable([rina], for: tono, at: now, reader)
        }
        let others = try await regency.store.read { reader in
            try activation.printable([rina], for: rina, at: now, reader)
        }
        #expect(others.isEmpty, "only who made it prints it")
        let code = try #require(slips.first?.code.text)
        try await regency.open { client in
            let visitor = Visitor(client)
            func use(_ code: String, _ one: String, _ two: String) async throws {
                try await visitor.get("/petugas/aktif")
                try await visitor.send([("kode", code), ("sandi", one), ("ulang", two)])
            }
            try await use(code, "pendek", "pendek")
            #expect(visitor.page.contains("Sandi paling sedikit 10 huruf"))
            try await use(code, "sandi12345678", "sandi12345678")
            #expect(visitor.page.contains("terlalu mudah ditebak"))
            try await use(code, "kopi pagi di teras", "kopi pagi di rumah")
            #expect(visitor.page.contains("Kedua sandi tidak sama"))
            #expect(!visitor.page.contains("kopi pagi"), "a password is never sent back")
            try await use(code.uppercased(), "kopi pagi di teras", "kopi pagi di teras")
            #expect(visitor.path == "/petugas/masuk?pesan=aktif")
            try await use(code, "kopi pagi di teras", "kopi pagi di teras")
            #expect(visitor.page.contains("Kode aktivasi ini tidak berlaku"))
        }
        let door = LogInDesk(store: regency.store, keys: regency.keys)
        _ = try await door.logIn("rina", "kopi pagi di teras", at: now)
        try await activation.issue(to: rina, circumstances)
        await #expect(throws: OfficeRefusal.wrongPassword) {
            _ = try await door.logIn("rina", "kopi pagi di teras", at: now)
        }
    }

    @Test func `a slip ends after fourteen days, and tries are counted`() async throws {
        let regency = try await PeopleOfARegency()
        let activation = ActivationDesk(
            store: regency.store,
            keys: regency.keys,
            officials: regency.officials
        )
        let rina = try await regency.id("rina")
        func circumstances(_ now: Instant) -> OfficialsDesk.Circumstances {
            OfficialsDesk.Circumstances(now: now, by: .system, map: PeopleOfARegency.office)
        }
        try await activation.issue(to: rina, circumstances(regency.now))
        let start = regency.now
        let slips = try await regency.store.read { reader in
            try activation.printable([rina], for: Actor.system.id, at: start, reader)
        }
        let code = try #require(slips.first?.code.text)
        let late = start.adding(seconds: 14 * 86_400 + 1)
        await #expect(throws: OfficeRefusal.activationUnknown) {
            try await activation.redeem(
                code,
                password: "kopi pagi di teras",
                sender: "a",
                circumstances(late)
            )
        }
        for _ in 0..<4 {
            await #expect(throws: OfficeRefusal.activationUnknown) {
                try await activation.redeem(
                    "2222-2222-2222",
                    password: "kopi pagi di teras",
                    sender: "b",
                    circumstances(start)
                )
            }
        }
        do {
            for _ in 0..<2 {
                try await activation.redeem(
                    "2222-2222-2222",
                    password: "x",
                    sender: "b",
                    circumstances(start)
                )
            }
        } catch OfficeRefusal.activationUnknown {
            await #expect(throws: OfficeRefusal.waitAfterFailures(seconds: 3600)) {
                try await activation.redeem(
                    code,
                    password: "kopi pagi di teras",
                    sender: "b",
                    circumstances(start)
                )
            }
        }
    }

    @Test func `the office never loses its last manager, nor by its own hand`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            let id = try await regency.id("tono")
            try await tono.get("/kelola/pengguna/\(id)/lepas?jabatan=pengelola")
            try await tono.send(Self.lastDay)
            #expect(tono.status == 409 && tono.page.contains("pengelola terakhir"))
            try await tono.get("/kelola/pengguna/\(id)/keluar")
            try await tono.send()
            #expect(tono.status == 409)
            #expect(try await regency.line("tono").isServing)
        }
    }

    @Test func `what somebody else changed meanwhile is not overwritten`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let (one, other) = (Visitor(client, as: "tono"), Visitor(client, as: "tono"))
            let id = try await regency.id("rina")
            try await one.get("/kelola/pengguna/\(id)/ubah")
            try await other.get("/kelola/pengguna/\(id)/ubah")
            try await one.send([("nama", "Rina Kartika, S.Sos."), ("nip", "")])
            try await other.send([("nama", "Rini"), ("nip", "")])
            #expect(other.status == 409)
            #expect(try await regency.line("rina").official.name == "Rina Kartika, S.Sos.")
        }
    }

    @Test func `rights end with the post, on the next request`() async throws {
        let regency = try await PeopleOfARegency()
        try await regency.open { client in
            let (tono, rina) = (Visitor(client, as: "tono"), Visitor(client, as: "rina"))
            try await rina.get("/kelola")
            #expect(rina.status == 403)
            let id = try await regency.id("rina")
            try await tono.get("/kelola/pengguna/\(id)/jabatan?cari=pengelola")
            try await tono.send(
                [
                    ("jabatan", "pengelola"), ("sebagai", "plh"), ("mulai-tanggal", "23"),
                    ("mulai-bulan", "11"), ("mulai-tahun", "2026"), ("sampai-tanggal", "24"),
                    ("sampai-bulan", "11"), ("sampai-tahun", "2026"),
                ],
                to: "/kelola/pengguna/\(id)/jabatan"
            )
            try await rina.get("/kelola")
            #expect(rina.status == 200)
        }
        regency.pass(days: 2)
        try await regency.open { client in
            let rina = Visitor(client, as: "rina")
            try await rina.get("/kelola")
            #expect(rina.status == 403)
        }
    }

    @Test func `the tables made anew are those that were kept`() async throws {
        let regency = try await PeopleOfARegency()
        let (officials, rina) = (regency.officials, try await regency.id("rina"))
        let circumstances = OfficialsDesk.Circumstances(
            now: regency.now,
            by: .system,
            map: PeopleOfARegency.office
        )
        try await officials.handle(
            [
                .correct(name: "Rina K.", nip: NIP("199105052019032001")),
                .unplace(post: "petugas-ulu", .definitive), .leave, .comeBack,
            ],
            on: rina,
            seen: nil,
            circumstances
        )
        let live = try await regency.line("rina")
        try await regency.store.rebuild()
        let again = try await regency.line("rina")
        #expect(live.official == again.official && again.isServing)
        #expect(again.official.name == "Rina K." && again.official.holdings.isEmpty)
    }
}
