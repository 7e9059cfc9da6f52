import Blueprints
import Cases
import Feel
import Ledger
import Office
import Services
import Site
import Stories
import Testing

/// A changed calendar and the cases that run meanwhile.
struct RecountingTests {
    private static let unit: Code = "kel-contoh"

    /// Three cases of one unit: two stay open, the last is withdrawn by who asked for it.
    private func cases(_ site: WorkingSite) async throws -> (open: [CaseID], ended: CaseID) {
        var sent: [CaseID] = []
        for _ in 0..<3 { sent.append(try await self.sent(site.regency)) }
        let ended = sent.removeLast()
        let version = try await site.regency.store.state(of: ended.stream, as: CaseStory.self)
            .version
        _ = try await site.feature.cases.handle(
            CaseDesk.Asked(
                .withdraw(reason: "Tidak jadi"),
                on: ended,
                seen: version,
                who: .applicant,
                now: WorkingRegency.morning
            )
        )
        return (sent, ended)
    }

    private func sent(_ regency: WorkingRegency) async throws -> CaseID {
        let force = try await regency.force
        let service = try #require(force.service("surat-keterangan-usaha"))
        let today = FeelDate(daysSince1970: force.zone.day(WorkingRegency.morning).number)
        let given: [ID: RawAnswer] = [
            "nama": .text("Kenari Bukit"), "nik": .text("1603084505900077"),
            "hp": .text("0812-0000-5678"), "kabar": .text("wa"), "nama_usaha": .text("Warung"),
            "jenis_usaha": .text("warung"), "sejak": .text("2019"),
            "desa_usaha": .text("16.03.02.1007"), "alamat_usaha": .text("Dusun II"),
            "status_tempat": .text("sendiri"), "foto_ktp": .text("a.jpg"),
            "foto_usaha": .text("b.jpg"), "keperluan": .text("pinjaman"),
        ]
        let reading = service.read(given, on: AnswerGround(today: today))
        try #require(reading.isComplete, "\(reading.problems)")
        var new = NewCase(
            caseID: CaseID(Draw.random.id()),
            draft: Draw.random.id(),
            owner: Self.unit,
            channel: .online,
            received: WorkingRegency.morning,
            answers: reading.answers.canonicalBytes
        )
        new.village = "16.03.02.1007"
        let submitted = try await regency.desk.submit(
            new,
            to: service,
            answers: reading.answers,
            CaseDesk.Sending(now: WorkingRegency.morning, under: force)
        )
        guard case .sent(let id) = submitted else {
            throw StoreError(.engine, "the application was not taken")
        }
        return id
    }

    private static let reason = Array("Banjir".utf8)

    /// Closed from the day of receipt for a week.
    private static func closure(of unit: Code?) -> Closure {
        Closure(
            unit: unit,
            first: Day(number: 20_780),
            last: Day(number: 20_786),
            reason: PublicationsDesk.digest(of: reason)
        )
    }

    private func change(_ site: WorkingSite, unit: Code?) async throws -> CalendarChange {
        let closure = Self.closure(of: unit)
        var calendar = try await site.regency.store.read { try $0.recordedCalendar() }
        calendar.closures.append((unit, closure.first, closure.last, "Banjir"))
        return CalendarChange(
            calendar,
            unit: unit,
            from: Zone.wib.instant(closure.first, minute: 0)
        )
    }

    private func close(_ site: WorkingSite, unit: Code?) async throws {
        let stream = CalendarStory.stream
        let (state, version) = try await site.regency.store.state(
            of: stream,
            as: CalendarStory.self
        )
        var append = try Append(
            try CalendarStory.decide(state, .closed(Self.closure(of: unit)), ()),
            to: stream,
            at: WorkingRegency.morning,
            by: .system,
            expecting: [stream: version]
        )
        append.content = [Self.reason]
        guard case .recorded = try await site.regency.store.append(append) else {
            throw StoreError(.engine, "the closure was not recorded")
        }
    }

    private func due(_ site: WorkingSite, _ id: CaseID) async throws -> Instant? {
        try await site.regency.store.read { reader in
            try reader.row("SELECT due FROM cases WHERE id = \(id.id)")?.find("due")
        }
    }

    @Test
    func `a closure is reckoned before it is accepted, and moves open cases and no ended one`()
        async throws
    {
        let site = try await WorkingSite()
        let (open, ended) = try await cases(site)
        let before = try await due(site, ended)
        let effect = try await site.feature.effect(of: try await change(site, unit: Self.unit))
        #expect(effect.moved == 2 && effect.of == 2 && effect.count == 2)
        let example = try #require(effect.examples.first)
        #expect(example.from < example.to && example.unit == "Kelurahan Contoh")
        #expect(try await site.feature.recountProgress() == nil)

        try await close(site, unit: Self.unit)
        #expect(
            try await site.feature.recountProgress()
                == RecountProgress(looked: 0, of: nil, moved: 0, isDone: false)
        )
        while try await site.feature.recountPiece(of: 1) {}
        let progress = try await site.feature.recountProgress()
        #expect(progress == RecountProgress(looked: 2, of: 2, moved: 2, isDone: true))
        for id in open { #expect(try await due(site, id) == example.to) }
        #expect(try await due(site, ended) == before)

        let live = try await open.dues(site, due)
        try await site.regency.store.rebuild()
        #expect(try await open.dues(site, due) == live)
    }

    @Test func `a piece says how far it is, and what was told is not told twice`() async throws {
        let site = try await WorkingSite()
        let (open, _) = try await cases(site)
        try await close(site, unit: nil)
        #expect(try await site.feature.recountPiece(of: 1), "one more is open")
        let half = try #require(try await site.feature.recountProgress())
        #expect(half.looked == 1 && half.of == 2 && half.moved == 1 && !half.isDone)
        while try await site.feature.recountPiece(of: 1) {}
        let versions = try await open.versions(site)
        #expect(try await site.feature.recountPiece() == false)
        // As if the program had ended before it could write down how far it was.
        _ = try await site.regency.store.operate(["DELETE FROM recounts"])
        while try await site.feature.recountPiece() {}
        #expect(try await open.versions(site) == versions)
    }

    @Test func `two nodes that tell a change together count each case once`() async throws {
        let site = try await WorkingSite()
        _ = try await cases(site)
        try await close(site, unit: nil)
        let feature = site.feature
        async let one = feature.recountPiece()
        async let other = feature.recountPiece()
        _ = try await (one, other)
        while try await feature.recountPiece() {}
        let progress = try #require(try await feature.recountProgress())
        #expect(progress.looked == 2 && progress.of == 2 && progress.isDone)
    }

    @Test func `another unit's closure moves nothing, and a sample is reckoned up`() async throws {
        let site = try await WorkingSite()
        _ = try await cases(site)
        let other = try await site.feature.effect(of: try await change(site, unit: "kel-dua"))
        #expect(other.of == 0 && other.count == 0 && other.examples.isEmpty)
        let sample = try await site.feature.effect(
            of: try await change(site, unit: nil),
            lookingAt: 1
        )
        #expect(sample.looked == 1 && sample.of == 2 && !sample.isWhole && sample.count == 2)
    }

    @Test(arguments: [(10, 10, 3, 3), (2000, 205_300, 412, 42_000), (2000, 4_000, 7, 14)])
    func `what is reckoned is told in two figures`(looked: Int, of: Int, moved: Int, count: Int) {
        let effect = CalendarEffect(looked: looked, of: of, moved: moved, examples: [])
        #expect(effect.count == count)
    }
}

extension [CaseID] {
    fileprivate func dues(
        _ site: WorkingSite,
        _ due: (WorkingSite, CaseID) async throws -> Instant?
    ) async throws -> [Instant?] {
        var dues: [Instant?] = []
        for id in self { dues.append(try await due(site, id)) }
        return dues
    }

    fileprivate func versions(_ site: WorkingSite) async throws -> [Version] {
        var versions: [Version] = []
        for id in self {
            versions.append(
                try await site.regency.store.state(of: id.stream, as: CaseStory.self).version
            )
        }
        return versions
    }
}
