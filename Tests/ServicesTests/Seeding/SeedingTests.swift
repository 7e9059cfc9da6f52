import Blueprints
import Cases
import Ledger
import Office
import Services
import Stories
import Synchronization
import Testing

/// A sample regency without cases, as `serasan seed` finds it.
private func sample() async throws -> WorkingRegency {
    let regency = try await WorkingRegency()
    try await regency.publish(
        try WorkingRegency.regency("demo: true\n"),
        as: "regency",
        version: "1.0.1"
    )
    try await regency.publish(try WorkingRegency.blueprint("penelitian"), as: "16.03/penelitian")
    return regency
}

extension WorkingRegency {
    fileprivate var seeding: Seeding {
        Seeding(
            desk: desk,
            officials: OfficialsDesk(store: store, keys: keys, sealer: .sha256),
            scans: SeededScans(files: files, keys: keys)
        )
    }

    fileprivate func seed(
        _ cases: Int,
        seed: UInt64 = 7,
        hasScans: Bool = false,
        lives: SeedPlan.Lives = .full
    ) async throws -> Seeding.Outcome {
        let last = Self.morning
        return try await seeding.run(
            SeedPlan(
                cases: cases,
                from: Zone.wib.day(last).adding(days: -300),
                until: last,
                seed: seed,
                hasScans: hasScans,
                lives: lives
            )
        )
    }

    /// Everything about the cases of a service that is no key, nonce or official.
    fileprivate func exported(_ service: Code = "surat-keterangan-usaha") async throws -> String {
        let bytes = Mutex<[UInt8]>([])
        let desk = ExportDesk(store: store, keeper: keeper, sealer: .sha256)
        _ = try await desk.take(
            ExportCommand(
                ExportFact.Taking(service: service, isPersonal: true),
                reason: "Dibandingkan oleh sebuah uji."
            ),
            by: .system,
            at: Self.morning
        ) { part in bytes.withLock { $0 += part } }
        return bytes.withLock { String(decoding: $0, as: UTF8.self) }
    }

    fileprivate func tables() async throws -> [String: [String]] {
        try await store.read { reader in
            var all: [String: [String]] = [:]
            for table in ["cases", "case_units", "letters", "records", "case_search"] {
                all[table] = try reader.rows(SQL(stringLiteral: "SELECT * FROM \(table)"))
                    .map { "\($0.values)" }.sorted()
            }
            return all
        }
    }

    fileprivate func number(_ sql: SQL) async throws -> Int64 {
        try await store.read { try $0.row(sql)?.int("n") ?? 0 }
    }
}

struct SeedingTests {
    @Test func `the same seed gives the same lives, and another one others`() async throws {
        let (one, two, three) = (try await sample(), try await sample(), try await sample())
        _ = try await one.seed(150)
        _ = try await two.seed(150)
        _ = try await three.seed(150, seed: 8)
        let exported = try await one.exported()
        #expect(exported.split(separator: "\r\n").count > 60)
        #expect(try await two.exported() == exported)
        #expect(try await three.exported() != exported)
    }

    @Test func `what was seeded is what a rebuild makes of the log, and verifies`() async throws {
        let regency = try await sample()
        let outcome = try await regency.seed(200)
        #expect(outcome.cases == 200)
        let live = try await regency.tables()
        #expect(live["cases"]?.count == 200)
        #expect(try await regency.store.lags().allSatisfy { $0.behind == 0 })
        try await regency.store.rebuild()
        #expect(try await regency.tables() == live)
        let verification = try await regency.store.verify { _ in [] }
        #expect(verification.isConsistent)
    }

    @Test func `about a fifth is open, and lives are full`() async throws {
        let regency = try await sample()
        let outcome = try await regency.seed(400)
        #expect((50...110).contains(outcome.open))
        for kind in ["asked", "completed", "letter_signed", "became_late", "reminded", "taken"] {
            let word = Array("\"case.\(kind)\"".utf8)
            let found = try await regency.store.read { reader in
                try reader.rows("SELECT bytes FROM events WHERE stream_kind = 'case'")
                    .contains { try $0.blob("bytes").contains(word) }
            }
            #expect(found, "\(kind)")
        }
        let refused = try await regency.number(
            "SELECT count(*) AS n FROM cases WHERE shows = 'ditolak'"
        )
        #expect(refused > 0)
        // Nobody is told today what happened long ago.
        #expect(
            try await regency.number("SELECT count(*) AS n FROM outbox WHERE done IS NULL") == 0
        )
    }

    @Test func `slim lives are sent and ended where they arrived, with nothing between`()
        async throws
    {
        let regency = try await sample()
        let outcome = try await regency.seed(400, lives: .slim)
        #expect((50...110).contains(outcome.open))
        let longer = try await regency.number(
            "SELECT count(*) AS n FROM cases WHERE ended IS NOT NULL AND version > 2"
        )
        #expect(longer * 20 < outcome.cases)
        // Sent with what full lives say at the same place, and less.
        let full = try await sample()
        _ = try await full.seed(400)
        for (sum, share) in [
            ("SELECT sum(length(sealed)) AS n FROM payloads", 0.9),
            // By a number, a NIK, a phone, and one name: the full ones have two names and more.
            ("SELECT count(*) AS n FROM case_search", 0.67),
        ] as [(SQL, Double)] {
            let (slim, whole) = (try await regency.number(sum), try await full.number(sum))
            #expect(Double(slim) < Double(whole) * share)
        }
        #expect(try await regency.number("SELECT count(*) AS n FROM letters") == 0)
        let live = try await regency.tables()
        try await regency.store.rebuild()
        #expect(try await regency.tables() == live)
    }

    @Test func `what cases told longer ago than effects are kept stands in no queue`() async throws
    {
        let regency = try await sample()
        _ = try await regency.seed(200)
        let kept = WorkingRegency.morning.adding(seconds: -Leftovers.daysOfEffects * 86_400)
        let (all, old) = (
            try await regency.number("SELECT count(*) AS n FROM outbox"),
            try await regency.number("SELECT count(*) AS n FROM outbox WHERE done <= \(kept)")
        )
        #expect(all > 0 && old == 0)
    }

    @Test func `what is open came lately, mostly within its time, and some of it late`()
        async throws
    {
        let regency = try await sample()
        let outcome = try await regency.seed(600)
        #expect((90...160).contains(outcome.open))
        let now = WorkingRegency.morning
        let open = try await regency.store.read { reader in
            try reader.rows(
                """
                SELECT received, step_due FROM cases \
                WHERE ended IS NULL AND phase <> 'menunggu_warga'
                """
            ).map { row -> (received: Instant, due: Instant) in
                (try row.get("received"), try row.get("step_due"))
            }
        }
        let late = open.count { $0.due < now }
        #expect(late * 20 > open.count && late * 10 < open.count * 3, "\(late) of \(open.count)")
        let days = open.map { now.seconds(since: $0.received) / 86_400 }.sorted()
        #expect(days[days.count / 2] <= 7)
        #expect(days[days.count * 9 / 10] <= 30)
    }

    @Test func `letters signed by hand have their scan, and it can be opened`() async throws {
        let regency = try await sample()
        let outcome = try await regency.seed(40, hasScans: true)
        let signed = try await regency.store.read { reader in
            try reader.rows("SELECT case_id FROM letters WHERE state = 'ditandatangani'").map {
                CaseID(try $0.id("case_id"))
            }
        }
        #expect(signed.count > 10 && outcome.scans == signed.count)
        for id in signed {
            let state = try await regency.store.read { reader in
                try reader.state(of: id.stream, as: CaseStory.self).0
            }
            let file = try #require(state.letters.last?.file)
            let bytes = try #require(try await regency.files.read(file, in: id.dossier))
            #expect(bytes.starts(with: Array("%PDF".utf8)))
        }
        let kept = try await regency.number("SELECT count(*) AS n FROM files")
        #expect(kept == Int64(signed.count))
    }

    @Test func `letters are numbered without a gap, in the order of their dates`() async throws {
        let regency = try await sample()
        _ = try await regency.seed(300)
        let letters = try await regency.store.read { reader in
            try reader.rows("SELECT register, number, day FROM letters").map {
                (try $0.text("register"), try $0.text("number"), try $0.text("day"))
            }
        }
        let running = { (number: String) in
            number.split(separator: "/").dropFirst().first.flatMap { Int($0) } ?? 0
        }
        #expect(letters.count > 100)
        for (register, of) in Dictionary(grouping: letters, by: \.0) {
            let sorted = of.sorted { running($0.1) < running($1.1) }
            #expect(sorted.map { running($0.1) } == Array(1...sorted.count), "\(register)")
            #expect(sorted.map(\.2) == sorted.map(\.2).sorted(), "\(register)")
            let counter = try #require(Code(register))
            let last = try await regency.store.read { try $0.counter(counter) }
            #expect(last == Int64(sorted.count), "\(register)")
        }
    }

    @Test func `the desk goes on where an invented case was left`() async throws {
        let regency = try await sample()
        _ = try await regency.seed(200)
        let open = try await regency.store.read { reader in
            try reader.rows(
                """
                SELECT id, unit, duty, step FROM cases \
                WHERE phase = 'berjalan' AND step = 'periksa' AND unit = 'kel-contoh'
                """
            ).map { CaseID(try $0.id("id")) }
        }
        let id = try #require(open.first)
        let force = try await regency.force
        let before = try await regency.store.read { try $0.load(id, force) }
        let loaded = try #require(before)
        let holder = loaded.state.takenBy ?? Actor(OpaqueID(high: 7, low: 1))
        let duties = Duties(holder, holds: [Duties.Holding("petugas-pelayanan", in: "kel-contoh")])
        let asked = CaseDesk.Asked(
            .act(ActRequest("lengkap", in: "periksa")),
            on: id,
            seen: loaded.version,
            who: .official(duties),
            now: WorkingRegency.morning.adding(seconds: 600)
        )
        guard case .done(let state, _) = try await regency.desk.handle(asked) else {
            Issue.record("the case moved on")
            return
        }
        #expect(state.place?.step == "tanda_tangan")
    }

    @Test func `only an empty sample is filled`() async throws {
        let real = try await WorkingRegency()
        await #expect(throws: SeedRefusal.notASample) { try await real.seed(3) }
        let regency = try await sample()
        _ = try await regency.seed(3)
        await #expect(throws: SeedRefusal.hasCases) { try await regency.seed(3) }
    }

    @Test func `names are as common as in life`() {
        var counts: [String: Int] = [:]
        for index in 0..<20_000 {
            var numbers = SeededNumbers(3, of: index)
            let person = InventedPerson(&numbers, districts: ["160302"])
            #expect(person.nik.utf8.count == 16 && person.phone.hasPrefix("08120000"))
            for word in person.name.split(separator: " ") { counts[String(word), default: 0] += 1 }
        }
        let commonest = counts.values.max() ?? 0
        #expect(commonest >= 600 && commonest < 2000)
        #expect(counts.count > 150)
    }
}
