import Office
import People
import Site
import Stories
import Testing

struct HolesTests {
    private let rina = OpaqueID(high: 1, low: 1)
    private let rahayu = OpaqueID(high: 1, low: 2)
    private let day = Day(number: 20_800)

    private func holes(_ moves: [Move]) -> [Hole] {
        func held(_ post: Code) -> [Holding] {
            [
                Holding(
                    post: post,
                    capacity: .definitive,
                    first: Day(number: 20_000),
                    last: nil
                )
            ]
        }
        return Holes.after(
            moves,
            on: day,
            [rina: held("petugas-ulu"), rahayu: held("lurah-ulu")],
            needs: ["petugas-pelayanan", "kepala-wilayah", "sekretaris"].map {
                NeededSeat(unit: "kel-ulu", duty: $0, steps: ["Surat"], openCases: 2)
            },
            map: PeopleOfARegency.office
        )
    }

    @Test func `what becomes vacant stands before what was vacant already`() {
        #expect(holes([]).map(\.vacancy.duty) == ["sekretaris"])
        let left = holes([.relieve(rina, post: "petugas-ulu")])
        #expect(left.map(\.vacancy.duty) == ["petugas-pelayanan", "sekretaris"])
        #expect(left.map(\.isOld) == [false, true])
    }

    @Test func `a deputy or a swap leaves nothing open`() {
        let moves: [Move] = [
            .relieve(rina, post: "petugas-ulu"),
            .place(rahayu, post: "petugas-ulu", .acting, last: nil),
            .place(rina, post: "seklur-ulu", .definitive, last: nil),
        ]
        #expect(holes(moves).isEmpty)
    }

    @Test func `a deputy whose time ends before the day fills nothing`() {
        let moves: [Move] = [
            .relieve(rina, post: "petugas-ulu"),
            .place(rahayu, post: "petugas-ulu", .standIn, last: day.adding(days: -1)),
        ]
        #expect(holes(moves).first?.vacancy.duty == "petugas-pelayanan")
    }
}

struct RotationStoryTests {
    private let today = Day(number: 20_780)
    private let hole = Vacancy(unit: "kel-ulu", duty: "petugas-pelayanan")
    private var move: Move { .relieve(OpaqueID(high: 1, low: 1), post: "petugas-ulu") }

    @Test func `it is accepted only with every hole answered, and changed only before its day`()
        throws
    {
        let known = KnownOfRotation(today: today, holes: [hole])
        var state = RotationStory.beginning
        func take(_ command: RotationCommand, _ known: KnownOfRotation) throws {
            try RotationStory.decide(state, command, known).facts.forEach {
                RotationStory.evolve(&state, $0)
            }
        }
        #expect(throws: PeopleRefusal.rotationInPast) {
            try RotationStory.decide(state, .plan(day: today, moves: []), known)
        }
        try take(.plan(day: today.adding(days: 3), moves: []), known)
        #expect(throws: PeopleRefusal.rotationEmpty) {
            try RotationStory.decide(state, .accept(vacant: [hole]), known)
        }
        try take(.plan(day: today.adding(days: 3), moves: [move]), known)
        #expect(throws: PeopleRefusal.holesUnanswered) {
            try RotationStory.decide(state, .accept(vacant: []), known)
        }
        try take(.accept(vacant: [hole]), known)
        #expect(state.phase == .accepted && state.vacant == [hole])
        try take(.plan(day: today.adding(days: 4), moves: [move]), known)
        #expect(state.phase == .draft, "changed, so it is looked at again")
        try take(.accept(vacant: [hole]), known)
        #expect(throws: PeopleRefusal.movedOn) {
            try RotationStory.decide(state, .takeEffect(handed: [], skipped: 0), known)
        }
        try take(.takeEffect(handed: [], skipped: 0), KnownOfRotation(today: today.adding(days: 4)))
        #expect(throws: PeopleRefusal.rotationOver) {
            try RotationStory.decide(state, .cancel, known)
        }
    }
}

struct RotationPagesTests {
    @Test func `a rotation shows its hole, is accepted with a deputy and takes effect on its day`()
        async throws
    {
        let regency = try await PeopleOfARegency()
        let rina = try await regency.id("rina")
        let rahayu = try await regency.id("rahayu")
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/mutasi")
            try await tono.send([
                ("mulai-tanggal", "23"), ("mulai-bulan", "11"), ("mulai-tahun", "2026"),
            ])
            #expect(tono.status == 422 && tono.page.contains("paling cepat besok"))
            try await tono.send([
                ("mulai-tanggal", "25"), ("mulai-bulan", "11"), ("mulai-tahun", "2026"),
            ])
            let page = tono.path
            try await tono.get("\(page)/orang/\(rina)")
            try await tono.send([
                ("lepas", "petugas-ulu"), ("jabatan", ""), ("sebagai", "definitif"),
            ])
            #expect(tono.page.contains("1 tugas akan kosong"), "\(tono.page)")
            #expect(tono.page.contains("3 permohonan terbuka"))
            try await tono.send(to: "\(page)/setuju")
            #expect(tono.status == 422 && tono.page.contains("Masih ada tugas"))
            try await tono.send([("jawab-0", rahayu.description)], to: "\(page)/setuju")
            #expect(tono.page.contains("Mutasi disetujui"), "\(tono.page)")
            #expect(tono.page.contains("Plt. Petugas pelayanan"))
            #expect(try await regency.people.runRotations() == 0)
            #expect(try await regency.line("rina").official.holdings[0].last == nil)
        }
        regency.pass(days: 2)
        #expect(try await regency.people.runRotations() == 1)
        #expect(try await regency.people.runRotations() == 0)
        let left = try await regency.line("rina").official.holdings
        #expect(left.map(\.last) == [Day("2026-11-24")])
        #expect(
            try await regency.line("rahayu").official.holdings.map(\.capacity) == [
                .definitive, .acting,
            ]
        )
        try await regency.open { client in
            let tono = Visitor(client, as: "tono")
            try await tono.get("/kelola/mutasi")
            #expect(tono.page.contains("Sudah berlaku"))
            let link = try #require(tono.page.firstMatch(of: /\/kelola\/mutasi\/[0-9a-f]{32}/))
                .output
            try await tono.get("\(link)/serah-terima/\(rina)")
            #expect(tono.page.contains("4829-1037-5527"), "\(tono.page)")
            try await tono.get("\(link)/serah-terima/\(rina)/cetak.pdf")
            #expect(tono.bytes.starts(with: Array("%PDF".utf8)))
            try await tono.get(String(link))
            #expect(!tono.page.contains("/setuju") && !tono.page.contains("/batal"))
        }
    }
}
