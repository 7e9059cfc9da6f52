import Ledger
import Privacy
import Stories
import Testing

private let sealed = Sealed(
    id: PayloadID(OpaqueID(high: 5, low: 6)),
    commitment: [UInt8](repeating: 0xAB, count: 32)
)
private let seal =
    #"{"c":"\#(String(repeating: "ab", count: 32))","id":"00000000000000050000000000000006"}"#

/// The bytes of every fact of a person's request that was ever written.
///
/// A line here never changes.
private let corpus: [(kind: Code, bytes: String)] = [
    (
        "opened",
        #"{"asks":"akses","check":"ktp","due":1795659240000,"identity":\#(seal),"received":1795400040000}"#
    ),
    ("gathered", #"{"cases":["00000000000000010000000000000002"]}"#),
    ("decided", #"{"decider":"00000000000000090000000000000001","words":\#(seal)}"#),
    (
        "decided",
        #"{"decider":"00000000000000090000000000000001","ground":"wajib-disimpan","words":\#(seal)}"#
    ),
    ("returned", #"{"words":\#(seal)}"#),
    ("approved", #"{"approver":"00000000000000090000000000000002"}"#),
    ("handed", #"{"form":"json","to":"00000000000000090000000000000001","until":1795400640000}"#),
    ("done", #"{"words":\#(seal)}"#),
]

private let corpusOfHolds: [(kind: Code, bytes: String)] = [
    ("placed", #"{"reason":\#(seal),"until":"2026-12-31"}"#),
    ("lifted", #"{"reason":\#(seal)}"#),
]

private func again<F: FactShape>(_ bytes: String, _ kind: Code, as shape: F.Type) throws -> String {
    guard case .object(let fields) = try CanonicalJSON.read(Array(bytes.utf8)) else {
        throw FactUnreadable("an event is an object")
    }
    let fact = try F(kind: kind, from: FactReader(fields))
    var writer = FactWriter()
    fact.write(to: &writer)
    #expect(fact.kind == kind)
    return String(decoding: try CanonicalJSON.write(.object(writer.fields)), as: UTF8.self)
}

struct PersonRequestTests {
    @Test(arguments: corpus)
    func `a fact of a request is written as it always was`(kind: Code, bytes: String) throws {
        #expect(try again(bytes, kind, as: PersonRequestFact.self) == bytes)
    }

    @Test(arguments: corpusOfHolds)
    func `a fact of a hold is written as it always was`(kind: Code, bytes: String) throws {
        #expect(try again(bytes, kind, as: HoldFact.self) == bytes)
    }

    /// Days of the year, minutes of the day, by the wall of the office.
    @Test(arguments: [
        (Zone.wib, (2026, 12, 24, 16 * 60), (2026, 12, 27, 16 * 60)),
        (Zone.wit, (2026, 12, 31, 23 * 60 + 59), (2027, 1, 3, 23 * 60 + 59)),
        (Zone.wita, (2028, 2, 27, 0), (2028, 3, 1, 0)),
    ])
    func `three days are hours of the calendar, whatever day it is`(
        zone: Zone,
        from: (Int, Int, Int, Int),
        to: (Int, Int, Int, Int)
    ) throws {
        func moment(_ at: (Int, Int, Int, Int)) throws -> Instant {
            zone.instant(
                try #require(Day(year: at.0, month: at.1, day: at.2)),
                minute: at.3
            )
        }
        #expect(PersonClock.due(received: try moment(from)) == (try moment(to)))
    }

    private static let now = Instant(milliseconds: 1_795_400_040_000)
    private static let one = Actor(OpaqueID(high: 9, low: 1))
    private static let other = Actor(OpaqueID(high: 9, low: 2))
    private static let item = OpaqueID(high: 1, low: 2)

    private func known(_ by: Actor = one, held: Set<OpaqueID> = []) -> KnownOfPeoplesData {
        KnownOfPeoplesData(
            by: by,
            now: Self.now,
            today: Zone.wib.day(Self.now),
            held: held,
            words: WordsSealing(in: DossierID(OpaqueID(high: 3, low: 3)))
        )
    }

    private func asked(_ asks: Asks, received: Instant = now) -> AskedByPerson {
        AskedByPerson(
            asks: asks,
            received: received,
            check: .idCard,
            identity: Identity(name: "Kanari\nBurungwati", paper: "KTP")
        )
    }

    private func state(_ commands: [PersonRequestCommand]) throws -> PersonRequest {
        var state = PersonRequestStory.beginning
        for command in commands {
            let decision = try PersonRequestStory.decide(state, command, known())
            for fact in decision.facts { PersonRequestStory.evolve(&state, fact) }
        }
        return state
    }

    private func refusal(
        _ state: PersonRequest,
        _ command: PersonRequestCommand,
        _ known: KnownOfPeoplesData
    ) -> PrivacyRefusal? {
        do throws(PrivacyRefusal) {
            _ = try PersonRequestStory.decide(state, command, known)
            return nil
        } catch {
            return error
        }
    }

    @Test func `an erasure is decided by one, approved by another, and never under a hold`() throws
    {
        let gathered = try state([.open(asked(.erasure)), .gather([Self.item])])
        let grant = PersonRequestCommand.decide(refusing: nil, words: "Baik.")
        #expect(refusal(gathered, grant, known(held: [Self.item])) == .held)
        #expect(refusal(try state([.open(asked(.erasure))]), grant, known()) == .nothingTicked)
        let decided = try state([.open(asked(.erasure)), .gather([Self.item]), grant])
        #expect(decided.phase == .awaitsSecond)
        #expect(refusal(decided, .approve, known()) == .ownProposal)
        #expect(refusal(decided, .approve, known(Self.other, held: [Self.item])) == .held)
        #expect(refusal(decided, .approve, known(Self.other)) == nil)
        #expect(refusal(decided, .finish(words: "x"), known()) == .movedOn)
        #expect(refusal(decided, .hand(.json), known()) == .movedOn)
    }

    @Test func `what the law keeps is not granted alone, and a record is not restricted`() throws {
        let grant = PersonRequestCommand.decide(refusing: nil, words: "Baik.")
        let free = OpaqueID(high: 9, low: 99)
        var known = known()
        known.keptByLaw = [Self.item]
        known.withoutRestriction = [Self.item]
        func asked(_ what: Asks, _ items: [OpaqueID]) throws -> PersonRequest {
            try state([.open(self.asked(what)), .gather(items)])
        }
        #expect(try refusal(asked(.erasure, [Self.item]), grant, known) == .keptByLaw)
        // Together with something else it is granted, and the outcome says what stays.
        #expect(try refusal(asked(.erasure, [Self.item, free]), grant, known) == nil)
        #expect(try refusal(asked(.access, [Self.item]), grant, known) == nil)
        for what in [Asks.restriction, .objection, .withdrawal] {
            #expect(try refusal(asked(what, [Self.item, free]), grant, known) == .notRestrictable)
        }
        #expect(try refusal(asked(.restriction, [free]), grant, known) == nil)
    }

    @Test func `what is refused or granted otherwise needs words and its place in the story`()
        throws
    {
        let open = try state([.open(asked(.correction)), .gather([Self.item])])
        #expect(refusal(open, .decide(refusing: .mustBeKept, words: " "), known()) == .wordsMissing)
        #expect(refusal(PersonRequestStory.beginning, .approve, known()) == .noSuchRequest)
        let early = asked(.access, received: Self.now.adding(seconds: 1))
        let late = asked(.access, received: Self.now.adding(seconds: -31 * 86_400))
        for wrong in [early, late] {
            #expect(
                refusal(PersonRequestStory.beginning, .open(wrong), known())
                    == .receivedAtAnotherTime
            )
        }
        let granted = try state([
            .open(asked(.correction)), .gather([Self.item]), .decide(refusing: nil, words: "Baik."),
        ])
        #expect(granted.phase == .granted)
        #expect(refusal(granted, .hand(.json), known()) == .notAskedFor)
        #expect(refusal(granted, .approve, known(Self.other)) == .movedOn)
    }
}
