import Coffee
import Ledger
import Plots
import Site
import Stories
import Testing
import Visiting

/// What growers and those who serve them read of plots, and what they never read of others.
struct GrowersPlotsTests {
    private static let (sahala, mustofa) = (CoffeeOfARegency.id(500), CoffeeOfARegency.id(502))

    private static func plot(_ number: UInt64, of grower: Grower?) -> RegisteredPlot {
        RegisteredPlot(
            CoffeeOfARegency.id(number),
            code: "K-\(number)",
            name: "Talang \(number)",
            village: "Contoh Ulu",
            of: grower,
            CoffeeOfARegency.square(103.501, -4.199),
            papers: RegisteredPlot.Papers()
        )
    }

    /// With a plot of Mustofa's that lies on Sahala's first.
    private static func registers(adding more: [RegisteredPlot] = []) -> CoffeeRegisters {
        let told = CoffeeOfARegency.registers
        let added = [plot(3, of: CoffeeOfARegency.elsewhere.first)] + more
        @Sendable func named(_ plot: RegisteredPlot) -> NamedPlot {
            NamedPlot(
                PlotAtScale(plot.id, area: 12_500),
                name: plot.name,
                village: plot.village,
                isMeasured: true
            )
        }
        return CoffeeRegisters(
            grower: told.grower,
            growers: told.growers,
            plots: { grower, reader in
                let own = added.filter { $0.grower?.id == grower }.map(named)
                return try (grower == sahala ? told.plots(grower, reader) : []) + own
            },
            plotsByID: told.plotsByID,
            registered: { wanted, reader in
                let all = try told.everyPlot(reader) + added
                return wanted.compactMap { id in all.first { $0.id == id } }
            },
            everyPlot: { try told.everyPlot($0) + added },
            buyers: told.buyers,
            laboratories: told.laboratories
        )
    }

    /// Overlaps were looked for, and Sahala's first plot is kept out.
    private static func assess(_ post: Visitor) async throws {
        try await post.get("/kebun")
        try await post.send(to: "/kebun/tumpang-tindih")
        let plot = "/kebun/\(CoffeeOfARegency.id(1))"
        try await post.get(plot)
        try await post.post(plot, [("hal", "keluarkan"), ("alasan", "Batasnya disengketakan")])
        #expect(post.page.contains("Alasan petugas: Batasnya disengketakan"), "\(post.page)")
    }

    @Test func `a grower reads what was found and why, and nothing of another's plot`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open(registers: Self.registers()) { client in
            let grower = Visitor(client, as: "sahala")
            try await grower.get("/kopi/saya")
            #expect(grower.page.contains("Kebun saya"))
            #expect(grower.page.contains("<dt>Belum diperiksa</dt>"), "\(grower.page)")
            try await Self.assess(Visitor(client, as: "pengesah"))
            try await grower.get("/kopi/saya")
            for words in [
                "Talang 1", "Contoh Ulu · 1,0 ha · Nomor kebun K-1",
                "Bertumpang dengan kebun lain, seluas 1", "Sumber: Batas dalam daftar kebun, per",
                "Kebun ini tidak ikut dalam berkas pembeli.",
                "Alasan petugas: Batasnya disengketakan",
                "Ada kebun Anda yang perlu dilihat.", "Batas atau letaknya salah?",
                "Letaknya belum diukur", "Minta penyuluh mengukur batas kebun ini.",
                "surat tanda daftar kebun (STDB)",
            ] {
                #expect(grower.page.contains(words), "\(words): \(grower.page)")
            }
            for words in ["K-3", "Talang 3", "Mustofa", "bebas deforestasi"] {
                #expect(!grower.page.contains(words), "\(words)")
            }
            try await grower.get("/en/kopi/saya")
            #expect(grower.page.contains("Overlaps with another plot, on 1"), "\(grower.page)")
        }
    }

    @Test func `a link from the scale does not show plots, and says how they are seen`()
        async throws
    {
        let coffee = try await CoffeeOfARegency()
        let entry = try await coffee.bring(50, from: [1], to: coffee.begin("gelondong"))
        try await coffee.open(registers: Self.registers()) { client in
            let scale = Visitor(client, as: "wati")
            try await scale.get("/timbang/\(entry)")
            try await scale.send(to: "/tautan")
            let found = scale.page.firstMatch(of: /contoh\.go\.id(\/kopi\/saya\/[0-9a-f]{64})/)
            let path = String(try #require(found).1)
            let grower = Visitor(client)
            try await grower.get(path)
            try await grower.send(to: path)
            try await grower.get("/kopi/saya")
            #expect(grower.page.contains("Kebun Anda tidak tampil lewat tautan ini"))
            #expect(!grower.page.contains("Talang"))
        }
    }

    @Test(
        arguments: [
            // Sahala brought to the first cooperative; Mustofa brought nothing anywhere.
            ("maman", 200, 404), ("wati", 200, 404), ("tetangga", 404, 404),
            // The post that approves origins, and who keeps the register of plots.
            ("pengesah", 200, 200), ("zainal", 200, 200),
            // The same duty in another office, other duties, heads, who leads, nobody.
            ("sari", 403, 403), ("lestari", 403, 403), ("rina", 403, 403), ("fatimah", 403, 403),
            ("dokter", 403, 403), ("bupati", 403, 403), (nil, 303, 303),
        ] as [(String?, Int, Int)]
    )
    func `a grower's plots are opened by who serves that grower`(
        who: String?,
        bringing: Int,
        other: Int
    ) async throws {
        let coffee = try await CoffeeOfARegency()
        try await coffee.bring(50, from: [1], to: coffee.begin("gelondong"))
        try await coffee.open(registers: Self.registers()) { client in
            let visitor = Visitor(client, as: who)
            for (grower, status) in [(Self.sahala, bringing), (Self.mustofa, other)] {
                try await visitor.get("/kebun/petani/\(grower)")
                #expect(visitor.status == status, "\(who ?? "nobody") \(grower)")
                #expect(visitor.page.contains("Talang") == (status == 200))
            }
            try await visitor.get("/kebun/petani")
            #expect(visitor.status == (who == "tetangga" ? 200 : bringing))
            try await visitor.sneak("/kebun/petani", [("cari", "contoh")])
            #expect(visitor.page.contains("Sahala Contoh") == (bringing == 200))
            #expect(visitor.page.contains("Mustofa Contoh") == (other == 200))
        }
    }

    @Test(arguments: [
        ("maman", "1 petani ditemukan"), ("zainal", "3 petani ditemukan"),
        ("tetangga", "Tidak ada yang cocok di antara petani yang Anda layani."),
    ])
    func `a search counts only growers whom one serves`(who: String, words: String) async throws {
        let coffee = try await CoffeeOfARegency()
        try await coffee.bring(50, from: [1], to: coffee.begin("gelondong"))
        try await coffee.open(registers: Self.registers()) { client in
            let visitor = Visitor(client, as: who)
            try await visitor.get("/kebun/petani")
            try await visitor.send([("cari", "contoh")], to: "/kebun/petani")
            #expect(visitor.page.contains(words), "\(visitor.page)")
        }
    }

    @Test func `who brought nothing after all is not served any more`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        let entry = try await coffee.bring(50, from: [1], to: lot)
        try await coffee.desk.change(
            lot,
            .correct(Rectification(of: entry, grams: 0, reason: Array("Salah orang".utf8))),
            CoffeeOfARegency.manager
        )
        try await coffee.open { client in
            let scale = Visitor(client, as: "wati")
            try await scale.get("/kebun/petani/\(Self.sahala)")
            #expect(scale.status == 404)
            try await scale.get("/timbang/\(entry)")
            #expect(scale.status == 200)
            #expect(!scale.page.contains("/kebun/petani/"))
        }
    }

    @Test func `another plot is named to whom its grower is no stranger`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        let entry = try await coffee.bring(50, from: [1], to: lot)
        try await coffee.open(registers: Self.registers()) { client in
            try await Self.assess(Visitor(client, as: "pengesah"))
            let helper = Visitor(client, as: "zainal")
            try await helper.get("/kebun/petani/\(Self.sahala)")
            #expect(helper.page.contains("Bertumpang dengan kebun K-3, seluas 1"))
            #expect(helper.page.contains("Alasan petugas: Batasnya disengketakan"))

            let scale = Visitor(client, as: "wati")
            try await scale.get("/timbang/\(entry)")
            #expect(scale.page.contains("Lihat kebun petani ini"))
            try await scale.get("/kebun/petani/\(Self.sahala)")
            #expect(scale.page.contains("Bertumpang dengan kebun lain, seluas 1"))
            #expect(!scale.page.contains("K-3"))
            try await coffee.bring(7, from: [3], to: lot, .init(grower: Self.mustofa))
            try await scale.get("/kebun/petani/\(Self.sahala)")
            #expect(scale.page.contains("Bertumpang dengan kebun K-3, seluas 1"))
        }
    }

    @Test(arguments: [
        ("Batasnya disengketakan dengan Mustofa Contoh.", true),
        ("Sengketa dengan MUSTOFA  CONTOH", true), ("Bertumpang dengan K-3", true),
        ("Menunggu kabar dari Sukarno", true), ("Kebun Sahala Contoh, nomor K-1", false),
        ("Batasnya disengketakan", false), ("Pohon sukarno dan k 33", false), ("", false),
    ])
    func `a reason names no other grower and no other plot`(reason: String, names: Bool) {
        let own = Self.plot(1, of: CoffeeOfARegency.grower)
        let one = Grower(CoffeeOfARegency.id(504), name: "Sukarno", village: "")
        let others = [
            Self.plot(3, of: CoffeeOfARegency.elsewhere.first), Self.plot(4, of: one),
            Self.plot(5, of: nil), own,
        ]
        #expect(NamesOfOthers(besides: own, others).are(in: reason) == names)
    }

    @Test func `a reason that names another is asked for again`() async throws {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open(registers: Self.registers()) { client in
            let post = Visitor(client, as: "pengesah")
            let plot = "/kebun/\(CoffeeOfARegency.id(1))"
            try await post.get(plot)
            #expect(post.page.contains("Jangan tulis nama atau nomor kebun orang lain."))
            try await post.post(
                plot,
                [("hal", "keluarkan"), ("alasan", "Sengketa dengan Mustofa Contoh")]
            )
            #expect(post.status == 422)
            #expect(post.page.contains("Alasan ini menyebut petani atau kebun lain."))
            let grower = Visitor(client, as: "sahala")
            try await grower.get("/kopi/saya")
            #expect(!grower.page.contains("Alasan petugas"))
            #expect(!grower.page.contains("Mustofa"))
        }
    }

    @Test func `of many plots those with trouble come first, the rest are counted`() async throws {
        let coffee = try await CoffeeOfARegency()
        let lot = try await coffee.begin("gelondong")
        for _ in 0..<25 { try await coffee.bring(50, from: [1], to: lot) }
        let many = (10..<40).map { Self.plot($0, of: CoffeeOfARegency.grower) }
        try await coffee.open(registers: Self.registers(adding: many)) { client in
            let post = Visitor(client, as: "pengesah")
            try await post.get("/kebun")
            try await post.send(to: "/kebun/tumpang-tindih")
            let last = "/kebun/\(CoffeeOfARegency.id(39))"
            try await post.get(last)
            try await post.post(last, [("hal", "keluarkan"), ("alasan", "Sengketa batas")])
            let grower = Visitor(client, as: "sahala")
            try await grower.get("/kopi/saya")
            #expect(grower.page.matches(of: /<h3>/).count == 25)
            let first = try #require(grower.page.firstMatch(of: /<h3>([^<]*)</))
            #expect(first.1 == "Talang 39")
            #expect(grower.page.contains("Ada 7 kebun lagi yang tidak tampil di sini."))
            #expect(grower.page.utf8.count <= 60_000)
        }
    }

    @Test func `a rebuild keeps which plots are kept out, and why`() async throws {
        let coffee = try await CoffeeOfARegency()
        try await coffee.open(registers: Self.registers()) { client in
            try await Self.assess(Visitor(client, as: "pengesah"))
        }
        let rows = try await coffee.rows()
        try await coffee.store.rebuild()
        #expect(try await coffee.rows() == rows)
        let plot = CoffeeOfARegency.id(1)
        let reasons = try await coffee.store.read { try $0.reasonsKeptOut(among: [plot]) }
        #expect(reasons == [plot: "Batasnya disengketakan"])
    }
}
