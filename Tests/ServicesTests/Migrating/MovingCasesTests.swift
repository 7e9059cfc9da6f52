import Blueprints
import Cases
import Foundation
import Ledger
import Office
import Services
import Stories
import Testing

/// Running cases and a new version of their service, over a real record and its pages.
struct MovingCasesTests {
    private static let list = "/kelola/layanan/berjalan?layanan=laporan-jalan"
    private static let reworded = "Ada berapa lubang sedalam mata kaki?"

    /// A regency with two managers of services and an official of the unit that checks reports.
    private func site() async throws -> WorkingSite {
        let site = try await WorkingSite()
        let posts = """
              kelola: { title: Pengelola, unit: diskop, does: [pengelola] }
              kelola-dua: { title: Pengelola kedua, unit: diskop, does: [pengelola] }
            """
        try await site.regency.publish(
            try WorkingRegency.regency(posts: posts),
            as: "regency",
            version: "1.0.1"
        )
        try await site.add("Tono Saputra", as: "tono", post: "kelola")
        try await site.add("Rina Kartika", as: "rina", post: "kelola-dua")
        try await site.add("Dewi Lestari", as: "dewi", post: "petugas-dua")
        return site
    }

    private func publish(_ reports: RoadReports, on site: WorkingSite) async throws {
        try await site.regency.publish(
            try reports.archive(),
            as: "16.03/jalan",
            version: "2.0.0+ab",
            at: site.now
        )
    }

    private func send(_ doors: Doors, _ count: Int) async throws -> [(number: String, Visitor)] {
        var sent: [(number: String, Visitor)] = []
        for _ in 0..<count {
            let citizen = doors.citizen()
            try await citizen.fillIn()
            sent.append((try await citizen.sendIn(), citizen))
        }
        return sent
    }

    private func digests(_ site: WorkingSite) async throws -> [String: Int] {
        try await site.regency.store.read { reader in
            var counts: [String: Int] = [:]
            for row in try reader.rows("SELECT digest FROM cases") {
                counts[try row.text("digest"), default: 0] += 1
            }
            return counts
        }
    }

    private func carry(_ site: WorkingSite, by piece: Int = 250) async throws {
        while try await site.feature.moving.piece(of: piece) {}
    }

    @Test func `reworded questions let cases follow, and undone they are back`() async throws {
        let site = try await site()
        let old = try RoadReports().compiled().services[0].digest
        let new = RoadReports(holes: Self.reworded, version: "2.0.0")
        let digest = try new.compiled().services[0].digest
        try await site.open { doors in
            let sent = try await self.send(doors, 3)
            try await self.publish(new, on: site)
            let tono = try await doors.official("tono")
            try await tono.get(Self.list)
            #expect(tono.page.contains("Bisa pindah"), "\(tono.page)")
            try await tono.get(
                "\(Self.list.replacing("berjalan", with: "berjalan/rencana"))&dari=\(old)"
            )
            #expect(tono.page.contains("Akan pindah") && tono.page.contains(Self.reworded))
            let before = try await site.regency.store.head().size
            try await tono.get(tono.path)
            #expect(try await site.regency.store.head().size == before, "looking changes nothing")
            try await tono.send(to: "/kelola/layanan/berjalan/mulai")
            #expect(tono.page.contains("Sedang berjalan"), "\(tono.page)")
            // Piece by piece, as a program that is ended in between would go on.
            #expect(try await site.feature.moving.piece(of: 2))
            #expect(try await self.digests(site) == [old: 1, digest: 2])
            try await self.carry(site, by: 2)
            #expect(try await self.digests(site) == [digest: 3])
            try await tono.get(tono.path)
            #expect(tono.page.contains("3 dari 3 perkara dipindahkan"), "\(tono.page)")

            let citizen = sent[0].1
            try await citizen.get("/lacak/\(sent[0].number)")
            #expect(citizen.page.contains("Aturan versi 2.0.0 (berlaku sejak"))
            let dewi = try await doors.official("dewi")
            try await dewi.get("/kerja/perkara/\(sent[0].number)")
            #expect(dewi.page.contains("Pindah dari versi 1.0.0 ke 2.0.0"), "\(dewi.page)")
            #expect(dewi.page.contains(Self.reworded))
            // One was worked on since, one only got a note.
            try await dewi.send(to: "/kerja/perkara/\(sent[0].number)/ambil")
            try await dewi.get("/kerja/perkara/\(sent[1].number)")
            try await dewi.send(
                ["catatan": "Telepon dulu.", "pembaca": "petugas"],
                to: "/kerja/perkara/\(sent[1].number)/catatan"
            )
            try await tono.get(tono.path)
            try await tono.send(to: "/kelola/layanan/berjalan/kembalikan")
            try await self.carry(site)
            #expect(try await self.digests(site) == [old: 2, digest: 1])
            try await tono.get(tono.path)
            #expect(tono.page.contains("2 dari 3 perkara dikembalikan"), "\(tono.page)")
            #expect(tono.page.contains("Sudah dikerjakan sejak pindah"))
            try await self.rebuildsTheSame(site)
        }
    }

    /// Every view made again from the log is what it was.
    private func rebuildsTheSame(_ site: WorkingSite) async throws {
        func rows() async throws -> [[RecordRow]] {
            try await site.regency.store.read { reader in
                try [
                    "SELECT * FROM cases ORDER BY id", "SELECT * FROM case_moves ORDER BY case_id",
                    "SELECT * FROM move_plans ORDER BY plan",
                ].map { try reader.rows(SQL(text: $0)) }
            }
        }
        let live = try await rows().map { $0.map(\.values) }
        try await site.regency.store.rebuild()
        #expect(try await rows().map { $0.map(\.values) } == live)
    }

    private static let moves = """
        from: 1.0.0
        to: 2.0.0
        renames:
          - { was: service/laporan-jalan/question/patokan, now: penanda }
        answers:
          - { was: service/laporan-jalan/question/lubang }
        cases: move
        """

    @Test func `changed rules need a second manager, and answers are mapped or retired`()
        async throws
    {
        let site = try await site()
        var new = RoadReports(version: "2.0.0")
        new.landmark = "penanda"
        new.within = "3 hari kerja"
        new.moves = Self.moves
        let (archive, digest) = (new, try new.compiled().services[0].digest)
        let old = try RoadReports().compiled().services[0].digest
        try await site.open { doors in
            let sent = try await self.send(doors, 1)
            let due = try await self.due(site)
            try await self.publish(archive, on: site)
            let tono = try await doors.official("tono")
            let rina = try await doors.official("rina")
            try await tono.get("/kelola/layanan/berjalan/rencana?layanan=laporan-jalan&dari=\(old)")
            #expect(tono.page.contains("Pengelola kedua"), "\(tono.page)")
            try await tono.send(to: "/kelola/layanan/berjalan/mulai")
            let page = tono.path
            #expect(tono.page.contains("pengelola lain yang menyetujui"), "\(tono.page)")
            try await self.carry(site)
            #expect(try await self.digests(site) == [old: 1], "nothing goes before approval")
            let plan = try #require(page.split(separator: "=").last.map(String.init))
            try await tono.post("/kelola/layanan/berjalan/setujui", ["rencana": plan])
            #expect(tono.status == 403)
            try await rina.get(page)
            try await rina.send(to: "/kelola/layanan/berjalan/setujui")
            try await self.carry(site)
            #expect(try await self.digests(site) == [digest: 1])
            #expect(try await self.due(site) == due, "what was promised stays")
            let dewi = try await doors.official("dewi")
            try await dewi.get("/kerja/perkara/\(sent[0].number)")
            #expect(dewi.page.contains("Musala"), "the answer is read under its new name")
            #expect(dewi.page.contains("Jawaban yang tidak dipakai versi sekarang"))
            #expect(dewi.page.contains("Ada berapa lubang?"))
            try await self.rebuildsTheSame(site)
        }
    }

    private func due(_ site: WorkingSite) async throws -> [SQLValue] {
        try await site.regency.store.read { reader in
            try reader.rows("SELECT due, step_due FROM cases ORDER BY id").flatMap(\.values)
        }
    }

    @Test func `without a declaration changed rules hold the cases`() async throws {
        let site = try await site()
        var new = RoadReports(version: "2.0.0")
        new.within = "3 hari kerja"
        let archive = new
        let old = try RoadReports().compiled().services[0].digest
        try await site.open { doors in
            _ = try await self.send(doors, 1)
            try await self.publish(archive, on: site)
            let tono = try await doors.official("tono")
            try await tono.get("/kelola/layanan/berjalan/rencana?layanan=laporan-jalan&dari=\(old)")
            #expect(tono.page.contains("Perkara tetap di versinya"))
            #expect(!tono.page.contains("/kelola/layanan/berjalan/mulai"))
            let to = try #require(try await site.regency.force.service("laporan-jalan")?.digest)
            try await tono.get(Self.list)
            try await tono.get("/kelola/pengguna/baru")
            try await tono.get("/layanan/laporan-jalan")
            try await tono.post(
                "/kelola/layanan/berjalan/mulai",
                [
                    "layanan": "laporan-jalan", "dari": old, "ke": to,
                    "rencana": String(repeating: "0", count: 31) + "1",
                ]
            )
            #expect(tono.status == 409, "\(tono.page)")
            try await self.carry(site)
            #expect(try await self.digests(site) == [old: 1])
        }
    }

    @Test func `a case that changed while it was judged is judged again`() async throws {
        let site = try await site()
        let old = try RoadReports().compiled().services[0].digest
        let new = RoadReports(holes: Self.reworded, version: "2.0.0")
        try await site.open { doors in
            let sent = try await self.send(doors, 2)
            try await self.publish(new, on: site)
            let desk = site.feature.moving
            let planned = try await desk.planned("laporan-jalan", from: try #require(Code(old)))
            #expect(planned.moving == 2)
            try await desk.ask(OpaqueID(high: 5, low: 5), planned.order, by: .system)
            // One ends before its turn: it stays on the version under which it was decided.
            let dewi = try await doors.official("dewi")
            try await dewi.get("/kerja/perkara/\(sent[0].number)/tolak")
            try await dewi.send(["alasan": "Bukan jalan kabupaten."])
            try await self.carry(site)
            #expect(try await self.digests(site)[old] == 1)
            // The same form sent again asks for nothing new.
            try await desk.ask(OpaqueID(high: 5, low: 5), planned.order, by: .system)
            #expect(try await desk.piece() == false)
        }
    }

    @Test(arguments: [
        "/kelola/layanan/berjalan", "/kelola/layanan/berjalan?layanan=tidak-ada",
        "/kelola/layanan/berjalan?layanan=%00", "/kelola/layanan/berjalan/rencana",
        "/kelola/layanan/berjalan/rencana?layanan=laporan-jalan&dari=zz",
        "/kelola/layanan/berjalan/rencana?layanan=laporan-jalan&dari=../../x",
        "/kelola/layanan/berjalan/pindah", "/kelola/layanan/berjalan/pindah?rencana=1",
        "/kelola/layanan/berjalan/pindah?rencana=00000000000000000000000000000009",
    ])
    func `garbage is not found, and others than managers see nothing`(path: String) async throws {
        let site = try await site()
        try await site.open { doors in
            let tono = try await doors.official("tono")
            try await tono.get(path)
            #expect(tono.status == 404, "\(path): \(tono.status)")
            let dewi = try await doors.official("dewi")
            try await dewi.get(path)
            #expect(dewi.status == 403, "\(path)")
            let nobody = doors.citizen()
            try await nobody.get(path)
            #expect(nobody.path.hasPrefix("/petugas/masuk"))
        }
    }

    @Test(arguments: ["mulai", "setujui", "tolak", "kembalikan"])
    func `nothing is done for garbage, nor for who has not the duty`(deed: String) async throws {
        let site = try await site()
        try await site.open { doors in
            let before = try await site.regency.store.head().size
            for (name, status) in [("tono", 404), ("dewi", 403)] {
                let visitor = try await doors.official(name)
                for plan in ["", "x", String(repeating: "0", count: 32)] {
                    try await visitor.get("/layanan/laporan-jalan")
                    try await visitor.post(
                        "/kelola/layanan/berjalan/\(deed)",
                        ["rencana": plan, "layanan": "x y", "dari": "?", "ke": ""]
                    )
                    #expect(visitor.status == status, "\(deed) \(plan)")
                }
            }
            #expect(try await site.regency.store.head().size >= before)
            let plans = try await site.regency.store.read {
                try $0.rows("SELECT * FROM move_plans")
            }
            #expect(plans.isEmpty)
        }
    }
}

/// Who may do what with a plan, and what its facts look like for ever.
struct MoveStoryTests {
    private static let one = Actor(OpaqueID(high: 1, low: 1))
    private static let other = Actor(OpaqueID(high: 2, low: 2))

    private static func order(mapped: Bool) -> MoveOrder {
        MoveOrder(service: "laporan-jalan", from: "aa", to: "bb", isMapped: mapped)
    }

    private static func story(_ facts: MoveFact...) -> MoveAsked {
        MoveStory.state(after: facts)
    }

    @Test func `where only words change it runs at once; else a second person agrees`() throws {
        #expect(Self.story(.asked(Self.order(mapped: false), by: Self.one)).phase == .running)
        let waiting = Self.story(.asked(Self.order(mapped: true), by: Self.one))
        #expect(waiting.phase == .waiting)
        #expect(throws: MoveRefusal.sameHand) {
            try MoveStory.decide(waiting, .approve(by: Self.one), ())
        }
        #expect(
            try MoveStory.decide(waiting, .approve(by: Self.other), ()).facts == [.approved]
        )
    }

    @Test func `what was settled is not settled again`() {
        let asked = MoveFact.asked(Self.order(mapped: true), by: Self.one)
        for fact in [MoveFact.approved, .declined] {
            for command in [MoveCommand.approve(by: Self.other), .decline] {
                #expect(throws: MoveRefusal.settledBefore) {
                    try MoveStory.decide(Self.story(asked, fact), command, ())
                }
            }
        }
        #expect(throws: MoveRefusal.notMoved) {
            try MoveStory.decide(Self.story(asked, .declined), .undo, ())
        }
        #expect(throws: MoveRefusal.notMoved) {
            try MoveStory.decide(Self.story(asked), .undo, ())
        }
    }

    @Test func `nothing goes from a version to itself`() {
        let order = MoveOrder(service: "a", from: "aa", to: "aa", isMapped: false)
        #expect(throws: MoveRefusal.nothingToMove) {
            try MoveStory.decide(MoveStory.beginning, .ask(order, by: Self.one), ())
        }
    }

    /// The bytes of the facts as they were first written; they never change.
    @Test(
        arguments: [
            (
                MoveFact.asked(order(mapped: true), by: one), "asked",
                #"{"asker":"00000000000000010000000000000001","from":"aa","mapped":true,"#
                    + #""service":"laporan-jalan","to":"bb"}"#
            ),
            (.approved, "approved", "{}"), (.declined, "declined", "{}"),
            (.undoing, "undoing", "{}"),
        ] as [(MoveFact, Code, String)]
    )
    func `a fact is written and read as it always was`(
        fact: MoveFact,
        kind: Code,
        bytes: String
    ) throws {
        var writer = FactWriter()
        fact.write(to: &writer)
        #expect(fact.kind == kind)
        let written = try CanonicalJSON.write(.object(writer.fields))
        #expect(String(decoding: written, as: UTF8.self) == bytes)
        guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
            throw FactUnreadable("an event is an object")
        }
        #expect(try MoveFact(kind: kind, from: FactReader(fields)) == fact)
    }
}
