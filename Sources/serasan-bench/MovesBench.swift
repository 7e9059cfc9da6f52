import Blueprints
import Cases
import Feel
import Foundation
import Ledger
import LedgerSQLite
import Office
import Services
import Stories

/// Fills a regency with running cases, and asks that they go on under a new version.
///
/// The moving itself is done by the site that serves the folder: scripts/bench-moves reads how far
/// it is, and how long a page takes meanwhile.
enum MovesBench {
    private static let service = "surat-keterangan-usaha"
    private static let village = "16.03.08.2001"

    /// One line: running cases, and how many were made a second.
    static func fill(folder: String, cases: Int) async throws {
        let desk = try await desk(of: folder)
        let ground = try await Ground(desk)
        let watch = Watch()
        for start in stride(from: 0, to: cases, by: 1000) {
            let appends = try (start..<min(start + 1000, cases)).map { _ in try ground.sent() }
            try await desk.store.record([desk.store.prepare(appends)])
        }
        print("running \(cases) rate \(Int(watch.pace(of: cases).rate))")
        try await desk.store.close()
    }

    /// One line: how many would go, and how long the plan for them took.
    static func ask(folder: String) async throws {
        let desk = try await desk(of: folder)
        let moving = MovingDesk(beside: desk) { .here }
        let row = try await desk.store.read { try $0.row("SELECT digest FROM cases LIMIT 1") }
        guard let service = Code(service), let from: Code = try row?.get("digest") else {
            throw BenchFault("there are no cases")
        }
        let watch = Watch()
        let plan = try await moving.planned(service, from: from)
        let seconds = 1 / watch.pace(of: 1).rate
        try await moving.ask(Draw.random.id(), plan.order, by: .system)
        print("plan moving \(plan.moving) milliseconds \(Int(seconds * 1000))")
        try await desk.store.close()
    }

    private static func desk(of folder: String) async throws -> CaseDesk {
        let keys = try Keys.open(in: folder + "/data/kunci")
        let store = try await RecordStore.open(
            SQLiteEngine(path: folder + "/data/catatan.sqlite", cacheMegabytes: 500),
            keys: keys,
            views: [OfficialsView.view(keys), PublicationsView.view] + ServicesFeature.views,
            tables: LogInDesk.tables + ServicesFeature.tables
        )
        let keeper = InForceKeeper(base: "http://localhost")
        return CaseDesk(store: store, keeper: keeper, sealer: .sha256)
    }

    /// What every invented case has in common.
    private struct Ground {
        let known: KnownOfCase
        let owner: Code
        let answers: [UInt8]

        init(_ desk: CaseDesk) async throws {
            let keeper = desk.keeper
            let force = try await desk.store.read { try keeper.current($0) }
            guard let service = force.service(MovesBench.service),
                let owner = force.owner(of: service, in: MovesBench.village)
            else { throw BenchFault("the sample regency has no \(MovesBench.service)") }
            self.owner = owner.id
            let today = FeelDate(daysSince1970: force.zone.day(.here).number)
            let reading = service.read(MovesBench.given, on: AnswerGround(today: today))
            guard reading.isComplete else { throw BenchFault("\(reading.problems)") }
            answers = reading.answers.canonicalBytes
            var known = KnownOfCase(
                who: .applicant,
                now: .here,
                draw: .random,
                sealer: .sha256,
                calendars: force.calendars,
                service: service
            )
            known.answers = service.names(reading.answers, today: today)
            known.units = force.units(for: service, in: MovesBench.village)
            self.known = known
        }

        func sent() throws -> Append {
            var new = NewCase(
                caseID: CaseID(Draw.random.id()),
                draft: Draw.random.id(),
                owner: owner,
                channel: .online,
                received: known.now,
                answers: answers
            )
            new.village = Code(MovesBench.village)
            return try Append(
                try CaseStory.decide(CaseStory.beginning, .submit(new), known),
                to: new.caseID.stream,
                at: known.now,
                by: new.caseID.applicant,
                expecting: [new.caseID.stream: 0]
            )
        }
    }

    private static let given: [ID: RawAnswer] = [
        "nama": .text("Kenari Bukit"), "nik": .text("1603084505900077"),
        "hp": .text("0812-0000-5678"), "kabar": .text("wa"), "nama_usaha": .text("Warung"),
        "jenis_usaha": .text("warung"), "sejak": .text("2019"),
        "desa_usaha": .text(village), "alamat_usaha": .text("Dusun II"),
        "status_tempat": .text("sendiri"), "foto_ktp": .text("a.jpg"),
        "foto_usaha": .text("b.jpg"), "keperluan": .text("pinjaman"),
    ]
}

extension Instant {
    /// Now, by the machine's clock.
    fileprivate static var here: Instant {
        Instant(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000))
    }
}
