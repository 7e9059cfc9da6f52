import Blueprints
import Crypto
import Exchange
import Foundation
import Ledger
import Stories
import Testing
import UnderTest

/// A partner that states how its services went.
struct Stating {
    var partner = Partner()
    var workingKey = Curve25519.Signing.PrivateKey()
    var received = 120

    var counted: [Code: CountedFigures] {
        var one = CountedFigures(received: received, decided: 100, inTime: 80, medianDays: 4)
        one.satisfaction = .init(answers: 44, hundredths: 8312)
        return ["usaha": one, "kopi": CountedFigures(received: 3, decided: 40, inTime: 38)]
    }

    static func service(_ code: Code) -> EvidenceService {
        EvidenceService(
            code,
            title: "Surat keterangan usaha",
            blueprint: BlueprintName(publisher: "16.03", name: "umkm"),
            version: "1.0.0",
            digest: String(repeating: "a", count: 64),
            adapted: [
                Adaptation(at: "service/usaha", sentence: "Pertanyaan diubah.", reason: "Desa")
            ]
        )
    }

    func statement(
        _ quarter: String = "2026-t3",
        day: Int64 = 5
    ) throws -> EvidenceStatement {
        let head = EvidenceHead(
            publisher: partner.code,
            regency: "Kabupaten Contoh",
            quarter: try #require(Quarter(quarter)),
            issued: Partner.day(day),
            by: "Pengelola layanan",
            range: .init(
                first: 1,
                last: 900,
                head: Public(digest: [UInt8](repeating: 7, count: 32))
            )
        )
        let services = counted.keys.map(Self.service)
        return try #require(EvidenceStatement(head, services, EvidenceGrid(counted)))
    }

    func envelope(
        _ quarter: String = "2026-t3",
        day: Int64 = 5,
        by key: Curve25519.Signing.PrivateKey? = nil
    ) throws -> Envelope {
        try Envelope(.evidence, try statement(quarter, day: day).bytes).signed(
            by: key ?? workingKey
        )
    }

    /// A catalogue of the partner that names the working key.
    func catalogue(until: Int64 = 700, revoking: [StatementKey] = []) throws -> Envelope {
        let named = try partner.catalogue().naming(
            [TimedKey(key: StatementKey(workingKey.publicKey), until: Partner.day(until))],
            revoking: revoking
        )
        return try Envelope(.catalogue, named.bytes).signed(by: partner.catalogueKey)
    }

    /// A record in which the partner's root is pinned and its catalogue taken.
    func store(_ catalogue: Envelope? = nil, pinned: Bool = true) async throws -> RecordStore {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try await RecordStore.open(
            EngineUnderTest.open(folder.appending(path: "record.sqlite").path),
            keys: Keys.make(in: folder.appending(path: "keys").path),
            views: [EvidenceView.view]
        )
        guard pinned else { return store }
        let trust = TrustDesk(store: store)
        let root = try partner.rootEnvelope()
        let (by, now) = (Seen.asker, Partner.day(2))
        try await trust.handle(.pin(try partner.pin(root), root), of: partner.code, by: by, at: now)
        if let catalogue {
            try await trust.handle(
                .takeCatalogue(catalogue, .stick, approver: nil),
                of: partner.code,
                by: by,
                at: now
            )
        }
        return store
    }
}

@Suite struct EvidenceTests {
    @Test func `what is stated is read as it was written`() throws {
        let stating = Stating()
        let statement = try stating.statement()
        let read = try EvidenceStatement(
            try stating.envelope(),
            signedBy: [
                TimedKey(key: StatementKey(stating.workingKey.publicKey), until: Partner.day(9))
            ]
        )
        #expect(read == statement && read.bytes == statement.bytes)
        let line = try #require(read.line(of: "usaha"))
        #expect(line.figures.received == .hidden, "120 goes with the 3")
        #expect(line.figures.decided == .count(100) && line.figures.inTime == .count(80))
        #expect(line.figures.satisfaction == .init(answers: 45, hundredths: 8312))
        #expect(read.line(of: "kopi")?.figures.inTime == .most)
        let text = String(decoding: statement.bytes, as: UTF8.self)
        #expect(!text.contains("120") && !text.contains(":38"), "no exact figure travels")
    }

    private static let whole: String = {
        do { return String(decoding: try Stating().statement().bytes, as: UTF8.self) } catch {
            return ""
        }
    }()

    @Test(arguments: [
        // Finer than the grid tells, smaller, negative, broken, of another kind.
        (#""decided":100"#, #""decided":101"#), (#""decided":100"#, #""decided":5"#),
        (#""decided":100"#, #""decided":-10"#), (#""decided":100"#, #""decided":100.5"#),
        (#""decided":100"#, #""decided":1e300"#), (#""decided":100"#, #""decided":"most""#),
        (#""decided":100"#, #""decided":"lots""#), (#""decided":100"#, #""decided":null"#),
        (#""decided":100"#, #""decided":"few""#),
        // A part larger than the whole, a median of too few, an index out of bounds.
        (#""in_time":80"#, #""in_time":105"#), (#""answers":45"#, #""answers":10"#),
        (#""answers":45"#, #""answers":46"#), (#""index":8312"#, #""index":12000"#),
        (#""median_days":4"#, #""median_days":-4"#), (#""median_days":4"#, #""median_days":"4""#),
        // What nobody asked for, what is missing, other forms of the same.
        (#""by":"#, #""also":"x","by":"#), (#""quarter":"2026-t3""#, #""quarter":"2026-3""#),
        (#""quarter":"2026-t3""#, #""quarter":"2026-t5""#), (#""first":1"#, #""first":901"#),
        (#""head":"07"#, #""head":"0G"#), (#""publisher":"16.03""#, #""publisher":"../x""#),
        (#""service":"usaha""#, #""service":"a b""#), (#""service":"usaha""#, #""service":"kopi""#),
        (#""total":{"#, #""total":{"x":1,"#), (#"{"by""#, #"{ "by""#),
        (#""version":"1.0.0""#, #""version":"1 0""#),
    ])
    func `a statement that is not of its form is refused`(there: String, instead: String) throws {
        #expect(Self.whole.contains(there), "the table is of what is really written: \(there)")
        let changed = Self.whole.replacing(there, with: instead, maxReplacements: 1)
        #expect(changed != Self.whole)
        #expect(throws: EvidenceRefusal.faulty) {
            try EvidenceStatement(kept: Array(changed.utf8))
        }
    }

    @Test func `a statement that is cut or turned anywhere is refused`() throws {
        let bytes = try Stating().statement().bytes
        var numbers = SeededNumbers(5)
        for _ in 0..<300 {
            var changed = bytes
            if numbers.whole(0...1) == 0 {
                changed = Array(bytes.prefix(numbers.whole(0...bytes.count - 1)))
            } else {
                changed[numbers.whole(0...bytes.count - 1)] ^= UInt8(1 << numbers.whole(0...7))
            }
            do {
                let read = try EvidenceStatement(kept: changed)
                #expect(read.bytes == changed, "what is read is what was written")
            } catch {
                #expect(error == .faulty)
            }
        }
        #expect(throws: EvidenceRefusal.faulty) { try EvidenceStatement(kept: []) }
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(throws: EvidenceRefusal.faulty) { try EvidenceStatement(kept: deep) }
    }

    @Test func `a partner's evidence is taken once, and a second value never`() async throws {
        var stating = Stating()
        let store = try await stating.store(try stating.catalogue())
        let desk = EvidenceDesk(store: store, own: "12.03")
        let (by, now) = (Seen.asker, Partner.day(6))
        let first = try stating.envelope()
        try await desk.take(first.bytes, by: by, at: now)
        try await desk.take(first.bytes, by: by, at: now)
        try await desk.take(try stating.envelope("2026-t2").bytes, by: by, at: now)
        // The same figures, stated again on another day: nothing new is said.
        try await desk.take(try stating.envelope(day: 6).bytes, by: by, at: now)
        var recorded = try await store.read { try $0.recordedStatements() }
        #expect(recorded.map(\.statement.quarter.text) == ["2026-t2", "2026-t3", "2026-t3"])
        #expect(recorded.allSatisfy { !$0.isOurs && !$0.isContradicted })

        stating.received = 15
        await #expect(throws: EvidenceRefusal.twoFigures) {
            try await desk.take(try stating.envelope().bytes, by: by, at: now)
        }
        recorded = try await store.read { try $0.recordedStatements() }
        #expect(recorded.count == 3, "the second value is not used")
        #expect(recorded.filter(\.isContradicted).count == 1)
        let before = recorded.map(\.statement)
        try await store.rebuild { _ in }
        let after = try await store.read { try $0.recordedStatements() }
        #expect(
            after.map(\.statement) == before
                && after.map(\.isContradicted) == recorded.map(\.isContradicted)
        )
        try await store.close()
    }

    /// What a stranger or a slip may hand in.
    enum Handed: CaseIterable {
        case stranger, turned, rootEnvelope, nothing, tooEarly, ours, expired, revoked
    }

    @Test(arguments: Handed.allCases)
    func `evidence of nobody known is refused and leaves nothing`(handed: Handed) async throws {
        let stating = Stating()
        let key = StatementKey(stating.workingKey.publicKey)
        let catalogue =
            switch handed {
            case .expired: try stating.catalogue(until: 4)
            case .revoked: try stating.catalogue(revoking: [key])
            case .stranger, .turned, .rootEnvelope, .nothing, .tooEarly, .ours:
                try stating.catalogue()
            }
        let store = try await stating.store(catalogue)
        let desk = EvidenceDesk(store: store, own: handed == .ours ? "16.03" : "12.03")
        let good = try stating.envelope()
        let (bytes, refusal): ([UInt8], EvidenceRefusal) =
            switch handed {
            case .stranger: (try stating.envelope(by: .init()).bytes, .unsigned)
            case .turned:
                (
                    Envelope(
                        .evidence,
                        try stating.statement("2026-t2").bytes,
                        signatures: good.signatures
                    ).bytes, .altered
                )
            case .rootEnvelope: (try stating.partner.rootEnvelope().bytes, .notEvidence)
            case .nothing: (Array("halo".utf8), .notEvidence)
            case .tooEarly: (try stating.envelope(day: 40).bytes, .fromTheFuture)
            case .ours: (good.bytes, .ours)
            case .expired: (good.bytes, .keyExpired)
            case .revoked: (good.bytes, .unsigned)
            }
        let head = try await store.head().size
        await #expect(throws: refusal) {
            try await desk.take(bytes, by: Seen.asker, at: Partner.day(6))
        }
        #expect(try await store.head().size == head)
        try await store.close()
    }

    @Test func `without a root, and without a catalogue, nothing is believed`() async throws {
        let stating = Stating()
        for (pinned, refusal) in [(false, EvidenceRefusal.unknownPublisher), (true, .noCatalogue)] {
            let store = try await stating.store(pinned: pinned)
            let desk = EvidenceDesk(store: store, own: "12.03")
            await #expect(throws: refusal) {
                try await desk.take(
                    try stating.envelope().bytes,
                    by: Seen.asker,
                    at: Partner.day(6)
                )
            }
            try await store.close()
        }
    }

    @Test func `our own quarter is stated once and told as it was`() async throws {
        var stating = Stating()
        let store = try await stating.store(pinned: false)
        let desk = EvidenceDesk(store: store, own: "16.03")
        let (by, now) = (Actor.system, Partner.day(6))
        let first = try await desk.publish(try stating.statement(), by: by, at: now)
        stating.received = 15
        let again = try await desk.publish(try stating.statement(), by: by, at: now)
        #expect(first == again)
        let recorded = try await store.read { try $0.recordedStatements() }
        #expect(recorded.count == 1 && recorded.allSatisfy(\.isOurs))
        // The story itself refuses another value, whoever asks.
        let kept = Stated(try Stating().statement(), keptAs: first)
        let other = Stated(try stating.statement(), keptAs: [1])
        var state = EvidenceStory.beginning
        for fact in try EvidenceStory.decide(state, .publish(kept), ()).facts {
            EvidenceStory.evolve(&state, fact)
        }
        let known = state
        #expect(throws: EvidenceRefusal.otherFigures) {
            try EvidenceStory.decide(known, .publish(other), ())
        }
        #expect(try EvidenceStory.decide(known, .publish(kept), ()).facts.isEmpty)
        try await store.close()
    }

    @Test(arguments: [("2026-3", "2026-t3"), ("2026-t1", "2026-t1")])
    func `a quarter is read as it is typed`(typed: String, text: String) throws {
        let quarter = try #require(Quarter(typed))
        #expect(quarter.text == text)
        #expect(quarter.after.before == quarter)
    }

    @Test(arguments: ["2026", "2026-0", "2026-5", "26-1", "2026-t", "2026-t3x", "2026--3", ""])
    func `what is no quarter is none`(typed: String) { #expect(Quarter(typed) == nil) }

    @Test func `each refusal has its sentences`() {
        for refusal in EvidenceRefusal.allCases {
            #expect(refusal.sentence.hasSuffix(".") && refusal.sentenceInEnglish.hasSuffix("."))
            #expect([409, 422].contains(refusal.status))
        }
        #expect(
            Set(EvidenceRefusal.allCases.map(\.sentence)).count == EvidenceRefusal.allCases.count
        )
    }
}
