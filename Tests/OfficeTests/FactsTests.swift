import Foundation
import Office
import Stories
import Testing

/// Facts as they were once written; each file stays as it is for ever.
struct OfficeFactsTests {
    private static let dossier = DossierID(OpaqueID(high: 7, low: 1))

    private static func sealed(_ low: UInt64) -> Sealed {
        Sealed(
            id: PayloadID(OpaqueID(high: 7, low: low)),
            commitment: [UInt8](repeating: UInt8(low), count: 32)
        )
    }

    private static let officials: [String: OfficialFact] = [
        "official.added-1": .added(
            OfficialFact.Added(dossier: dossier, name: sealed(2), logIn: sealed(3))
        ),
        "official.added-2": .added(
            OfficialFact.Added(
                dossier: dossier,
                name: sealed(2),
                logIn: sealed(3),
                nip: sealed(4)
            )
        ),
        "official.placed-1": .placed(Holding("lurah-ulu", .definitive, 20_000)),
        "official.placed-2": .placed(Holding("lurah-ulu", .standIn, 20_000, 20_001)),
        "official.placed-3": .placed(Holding("lurah-ulu", .acting, 20_000)),
        "official.relieved-1": .relieved("lurah-ulu", last: Day(number: 20_000)),
        "official.left-1": .left,
        "official.handed-over-1": .handedOver([
            HandedOver(caseID: OpaqueID(high: 7, low: 8), due: .second(0)),
            HandedOver(caseID: OpaqueID(high: 7, low: 9), due: nil),
        ]),
        "official.downloaded-1": .downloaded(rows: 12, reason: sealed(5)),
        "official.returned-1": .returned,
        "official.corrected-1": .corrected(
            OfficialFact.Corrected(dossier: dossier, name: sealed(2), nip: sealed(4))
        ),
        "official.corrected-2": .corrected(
            OfficialFact.Corrected(dossier: dossier, name: sealed(2), nip: nil)
        ),
        "official.unplaced-1": .unplaced("lurah-ulu", .acting),
        "official.invited-1": .invited(until: .second(0)),
        "official.activated-1": .activated,
        "official.second-factor-set-1": .secondFactorSet,
        "official.second-factor-cleared-1": .secondFactorCleared,
    ]

    private static let publications: [String: PublicationFact] = [
        "publication.published-1": .published(
            Edition(
                name: "16.03/umkm",
                version: "1.0.0",
                content: Public(digest: [UInt8](repeating: 5, count: 32)),
                services: ["surat-keterangan-usaha"]
            )
        ),
        "publication.switched-off-1": .switchedOff("surat-keterangan-usaha"),
        "publication.switched-off-2": .switchedOff(
            "surat-keterangan-usaha",
            reason: Public(digest: [UInt8](repeating: 5, count: 32))
        ),
        "publication.asked-1": .asked(
            Edition(
                name: "16.03/umkm",
                version: "1.0.0",
                content: Public(digest: [UInt8](repeating: 5, count: 32)),
                services: ["surat-keterangan-usaha"]
            ),
            by: Actor(OpaqueID(high: 7, low: 1))
        ),
        "publication.declined-1": .declined,
        "publication.switched-on-1": .switchedOn("surat-keterangan-usaha"),
    ]

    @Test func `facts of officials are read for ever and give their bytes again`() throws {
        try compare(Self.officials)
    }

    private static let reason = Public(digest: [UInt8](repeating: 5, count: 32))

    private static let calendar: [String: CalendarFact] = [
        "calendar.decreed-1": .decreed(year: 2028, reason),
        "calendar.closed-1": .closed(
            Closure(
                unit: "kel-ulu",
                first: Day(number: 20_000),
                last: Day(number: 20_001),
                reason: reason
            )
        ),
        "calendar.closed-2": .closed(
            Closure(
                unit: nil,
                first: Day(number: 20_000),
                last: Day(number: 20_001),
                reason: reason
            )
        ),
        "calendar.failed-1": .failed(
            DeclaredOutage(from: .second(0), to: .second(60), reason: reason)
        ),
    ]

    @Test func `facts of the calendar are read for ever and give their bytes again`() throws {
        try compare(Self.calendar)
    }

    private static let clock: [String: ClockFact] = [
        "clock.corrected-1": .corrected(
            ClockCorrection(was: .second(3600), now: .second(0), reason: reason)
        )
    ]

    @Test func `facts of the clock are read for ever and give their bytes again`() throws {
        try compare(Self.clock)
    }

    @Test(arguments: [(119, false), (120, true), (-60, false)])
    func `only a record that is ahead is corrected`(seconds: Int64, isAhead: Bool) throws {
        let fact = ClockFact.corrected(
            ClockCorrection(
                was: .second(0).adding(seconds: seconds),
                now: .second(0),
                reason: Self.reason
            )
        )
        if isAhead {
            #expect(try ClockStory.decide(ClockStory.beginning, fact, ()).facts == [fact])
        } else {
            #expect(throws: ClockRefusal.notAhead) {
                try ClockStory.decide(ClockStory.beginning, fact, ())
            }
        }
    }

    @Test func `facts of publications are read for ever and give their bytes again`() throws {
        try compare(Self.publications)
    }

    private static let drafts: [String: DraftFact] = {
        let actor = Actor(OpaqueID(high: 7, low: 1))
        let content = Public(digest: [UInt8](repeating: 5, count: 32))
        return [
            "draft.started-1": .started("16.03/umkm", base: content, by: actor),
            "draft.changed-1": .changed(DraftChange(patch: content, edits: content), by: actor),
            "draft.undone-1": .undone(by: actor), "draft.redone-1": .redone(by: actor),
            "draft.closed-1": .closed(by: actor),
        ]
    }()

    @Test func `facts of drafts are read for ever and give their bytes again`() throws {
        try compare(Self.drafts)
    }

    private func compare<F: FactShape & Equatable>(_ facts: [String: F]) throws {
        let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
        for (name, fact) in facts {
            var fields = FactWriter()
            fact.write(to: &fields)
            let written = try CanonicalJSON.write(FactValue.object(fields.fields))
            let kept = [UInt8](try Data(contentsOf: corpus.appending(path: "\(name).json")))
            #expect(written == kept, "\(name): \(String(decoding: written, as: UTF8.self))")
            guard case .object(let read) = try CanonicalJSON.read(kept) else {
                Issue.record("\(name) is no object")
                continue
            }
            #expect(try F(kind: fact.kind, from: FactReader(read)) == fact, "\(name)")
        }
        let prefix = String(facts.keys.first?.prefix { $0 != "." } ?? "") + "."
        let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path)
            .filter { $0.hasPrefix(prefix) }
        #expect(names.sorted() == facts.keys.map { "\($0).json" }.sorted())
    }

    @Test(arguments: ["added", "placed", "relieved", "published", "switched-off", "unheard-of"])
    func `a fact with its fields missing is unreadable`(kind: String) throws {
        let kind = try #require(Code(kind))
        #expect(throws: FactUnreadable.self) {
            _ = try OfficialFact(kind: kind, from: FactReader([:]))
        }
        #expect(throws: FactUnreadable.self) {
            _ = try PublicationFact(kind: kind, from: FactReader([:]))
        }
    }

    @Test func `a holding whose last day cannot be read is no holding without an end`() {
        let fields: FactFields = [
            "post": .text("lurah-ulu"), "capacity": .text("plh"), "first": .text("2026-11-23"),
            "last": .text("2026-11-31"),
        ]
        #expect(Holding(json: .object(fields)) == nil)
    }
}
