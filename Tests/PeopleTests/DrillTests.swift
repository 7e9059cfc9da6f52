import Keeping
import Ledger
import Stories
import Testing

/// Restores that were tried: the facts, the decision, the page on which they stand.
struct DrillTests {
    private static let day = Day(number: 20_780)
    private static let official = OpaqueID(high: 7, low: 1)

    private func hold(_ fact: DrillFact, _ bytes: String) throws {
        var writer = FactWriter()
        fact.write(to: &writer)
        let written = try CanonicalJSON.write(.object(writer.fields))
        #expect(String(decoding: written, as: UTF8.self) == bytes)
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        #expect(try DrillFact(kind: fact.kind, from: FactReader(fields)) == fact)
    }

    private static func byCommand() -> TriedRestore {
        var tried = TriedRestore(.command, on: day, by: official)
        tried.place = Public(digest: Array(repeating: 0xAB, count: 32))
        tried.backup = Instant(milliseconds: 1_795_395_600_000)
        tried.size = 412
        tried.root = TreeHash(bytes: Array(repeating: 0xCD, count: 32))
        tried.letters = 12
        tried.files = 3
        tried.fromPaper = true
        tried.seconds = 9
        return tried
    }

    @Test func `facts of drills are written and read as they always were`() throws {
        var tried = Self.byCommand()
        try hold(
            .tried(tried),
            #"{"backup":1795395600000,"day":"2026-11-23","files":3,"letters":12,"paper":true,"#
                + #""place":"\#(String(repeating: "ab", count: 32))","#
                + #""root":"\#(String(repeating: "cd", count: 32))","seconds":9,"size":412,"#
                + #""way":"perintah","who":"00000000000000070000000000000001"}"#
        )
        tried.trouble = .files
        #expect(!tried.isGood)
        var bare = TriedRestore(.hand, on: Self.day, by: nil)
        try hold(.tried(bare), #"{"day":"2026-11-23","way":"tangan"}"#)
        bare.trouble = .other
        try hold(.tried(bare), #"{"day":"2026-11-23","trouble":"lain","way":"tangan"}"#)
    }

    @Test func `only a drill that took place and compared something is recorded as good`() throws {
        let good = Self.byCommand()
        var bare = TriedRestore(.command, on: Self.day, by: nil)
        #expect(throws: DrillRefusal.nothingCompared) {
            _ = try DrillStory.decide(DrillStory.beginning, bare, Self.day)
        }
        bare.trouble = .backup
        var state = DrillStory.beginning
        for tried in [good, bare] {
            let decision = try DrillStory.decide(state, tried, Self.day)
            for fact in decision.facts { DrillStory.evolve(&state, fact) }
        }
        #expect(state.count == 2)
        #expect(state.lastGood == Self.day)
        #expect(throws: DrillRefusal.notYet) {
            _ = try DrillStory.decide(state, good, Day(number: Self.day.number - 1))
        }
        #expect(throws: DrillRefusal.longAgo) {
            _ = try DrillStory.decide(state, good, Day(number: Self.day.number + 367))
        }
    }

    @Test(
        arguments: [
            (0, 300, Wellness.well), (90, 300, .well), (91, 300, .look), (120, 300, .look),
            (121, 300, .broken), (nil, 0, .look), (nil, 120, .look), (nil, 121, .broken),
        ] as [(Int?, Int, Wellness)]
    )
    func `a quarter is well, a month more is worth a look`(
        days: Int?,
        record: Int,
        wellness: Wellness
    ) {
        let age = DrillAge(
            last: days.map { Day(number: Self.day.number - $0) },
            began: Day(number: Self.day.number - record),
            today: Self.day,
            every: DrillAge.usualDays
        )
        #expect(age.wellness == wellness)
    }

    private static let places = [
        place("/mnt/satu"), place("/mnt/dua"),
    ]

    private static func place(_ name: String) -> Machine.Place {
        var place = Machine.Place(
            name: name,
            made: PeopleOfARegency.morning,
            bytes: 12_000_000,
            seconds: 4,
            failure: nil,
            isLate: false,
            isLost: false
        )
        place.read = PeopleOfARegency.morning
        return place
    }

    @Test func `a drill by hand is recorded, listed, and told where health is`() async throws {
        let regency = try await PeopleOfARegency(places: Self.places)
        let tono = try await regency.id("tono")
        try await regency.open { client in
            let visitor = Visitor(client, as: "tono")
            try await visitor.get("/kelola")
            #expect(visitor.page.contains("Cadangan belum pernah dicoba dipulihkan."))
            try await visitor.get("/kelola/cadangan")
            #expect(visitor.page.contains("Belum ada latihan yang tercatat."))
            try await visitor.send(
                [("tempat", "/mnt/tiada"), ("siapa", "x"), ("hasil", "baik")],
                to: "/kelola/cadangan"
            )
            #expect(visitor.status == 422)
            for said in ["Pilih tempat cadangannya.", "Pilih siapa", "Pilih hasilnya."] {
                #expect(visitor.page.contains(said), "\(said)")
            }
            let typed = [
                ("latihan-tanggal", "20"), ("latihan-bulan", "11"), ("latihan-tahun", "2026"),
                ("tempat", "/mnt/dua"), ("siapa", tono.description), ("hasil", "cocok"),
            ]
            try await visitor.send(
                typed.map { ($0.0, $0.0 == "latihan-tanggal" ? "28" : $0.1) },
                to: "/kelola/cadangan"
            )
            #expect(visitor.status == 422 && visitor.page.contains("belum tiba"))
            try await visitor.send(typed, to: "/kelola/cadangan")
            #expect(visitor.status == 200, "\(visitor.page)")
            for said in ["Latihan tercatat.", "20 November 2026", "Tono Prasetyo", "Cocok"] {
                #expect(visitor.page.contains(said), "\(said)")
            }
            try await visitor.get("/kelola")
            #expect(visitor.page.contains("berhasil Jumat, 20 November 2026, 3 hari yang lalu."))
            #expect(visitor.page.contains("2 tempat, semua baru."))
        }
        let list: @Sendable () async throws -> [[UInt8]] = {
            try await regency.store.read { reader in
                try reader.rows("SELECT who FROM restore_drills ORDER BY seq")
                    .map { try $0.blob("who") }
            }
        }
        let live = try await list()
        try await regency.store.rebuild()
        #expect(try await list() == live)
        #expect(live == [tono.bytes])
    }

    @Test func `a restored record is asked whether it takes over, once`() async throws {
        let regency = try await PeopleOfARegency(places: Self.places)
        let head = try await regency.store.head()
        try await regency.store.firstOrigin(at: regency.now)
        #expect(try await regency.store.read { try $0.mayUsePlaces() })
        let cited = CitedHead(size: head.size, root: head.root, origin: nil)
        try await regency.store.beginOrigin(.restored, citing: cited, at: regency.now)
        #expect(try await !regency.store.read { try $0.mayUsePlaces() })
        try await regency.open { client in
            let rina = Visitor(client, as: "rina")
            try await rina.post("/kelola/cadangan/tempat", [])
            #expect(rina.status == 403)
            let tono = Visitor(client, as: "tono")
            try await tono.post("/kelola/cadangan/tempat", [])
            #expect(tono.status == 403)
            try await tono.get("/kelola")
            #expect(tono.page.contains("Cadangan belum berjalan"))
            try await tono.get("/kelola/cadangan")
            try await tono.send(to: "/kelola/cadangan/tempat")
            #expect(tono.page.contains("memakai tempat cadangan yang lama. Cadangan pertama"))
            #expect(!tono.page.contains("Cadangan belum berjalan"))
        }
        #expect(try await regency.store.read { try $0.mayUsePlaces() })
        // Restored once more from here: what was said holds for that origin alone.
        let now = try await regency.store.head()
        try await regency.store.beginOrigin(
            .restored,
            citing: CitedHead(size: now.size, root: now.root, origin: nil),
            at: regency.now
        )
        #expect(try await !regency.store.read { try $0.mayUsePlaces() })
    }

    @Test func `what cannot be read is broken, and says why`() async throws {
        var bad = Self.place("/mnt/dua")
        bad.unread = "Berkas cadangan x rusak atau diubah. Tidak dipakai."
        let regency = try await PeopleOfARegency(places: [Self.place("/mnt/satu"), bad])
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola")
            #expect(tono.page.contains("Tidak terbaca: /mnt/dua."))
            try await tono.get("/kelola/cadangan")
            #expect(tono.page.contains("/mnt/dua: cadangan di sana tidak terbaca. Berkas"))
        }
    }
}
