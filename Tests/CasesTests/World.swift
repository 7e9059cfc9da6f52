import Blueprints
import Cases
import Feel
import Stories
import Synchronization

let clerk = Duties(person(1), holds: [.init("petugas-pelayanan", in: "kel-ulu")])
let colleague = Duties(person(2), holds: [.init("petugas-pelayanan", in: "kel-ulu")])
let head = Duties(person(3), holds: [.init("kepala-wilayah", in: "kel-ulu")])
let secretary = Duties(person(4), holds: [.init("sekretaris", in: "kel-ulu")])
let adviser = Duties(person(5), holds: [.init("petugas-pelayanan", in: "dinkop")])
let stranger = Duties(person(6), holds: [.init("petugas-pelayanan", in: "kel-ilir")])
let file = OpaqueID(high: 70, low: 7)
let theCase = CaseID(OpaqueID(high: 100, low: 1))

func person(_ number: UInt64) -> Actor { Actor(OpaqueID(high: 9, low: number)) }

func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("not a date: \(text)") }
    return day
}

/// A moment on the wall of an office in the zone WIB: `2026-12-21 08.15`.
func wib(_ text: String) -> Instant {
    let parts = text.split(separator: " ")
    let clock = parts.count > 1 ? parts[1].split(separator: ".").compactMap { Int($0) } : [9, 0]
    return Zone.wib.instant(day(String(parts[0])), minute: clock[0] * 60 + clock[1])
}

/// One case, the clock, and everything that its decisions may know.
struct World {
    var state = CaseStory.beginning
    var facts: [CaseFact] = []
    var now = wib("2026-11-23 09.14")
    var answers: [String: FeelValue] = [:]
    var units: [ID: Code] = ["dinas-koperasi": "dinkop"]
    var unitsOfSteps: [ID: Code] = [:]
    var register: LetterRegister? = LetterRegister(
        counter: "surat/kel-ulu/2026",
        last: 11,
        unitCode: "KEL-ULU"
    )
    var calendar: WorkCalendar
    var service: PublicService?
    var last = Decision<CaseFact>()
    private let draw: Draw

    init() throws {
        service = try businessLetter()
        var parts = WorkCalendar.Parts()
        parts.holidays = ["2026-12-24", "2026-12-25", "2027-01-01", "2027-01-05"].map {
            Holiday(day: day($0), kind: .national, name: "Libur")
        }
        parts.knownYears = [2026, 2027]
        calendar = try WorkCalendar(parts)
        let count = Counter()
        draw = Draw { OpaqueID(high: 1, low: count.next()) }
    }

    var calendars: UnitCalendars {
        let calendar = calendar
        return UnitCalendars { _ in calendar }
    }

    func known(_ who: Party) -> KnownOfCase {
        var known = KnownOfCase(
            who: who,
            now: now,
            draw: draw,
            sealer: Sealer { $0.id.id.bytes + $0.id.id.bytes },
            calendars: calendars,
            service: service
        )
        known.answers = answers
        known.units = units
        known.unitsOfSteps = unitsOfSteps
        known.register = register
        return known
    }

    /// Gives a command and takes in its facts.
    @discardableResult
    mutating func give(_ command: CaseCommand, by who: Party) throws -> [CaseEvent] {
        last = try CaseStory.decide(state, command, known(who))
        facts += last.facts
        for fact in last.facts { CaseStory.evolve(&state, fact) }
        for case .count(_, let was) in last.claims {
            register = LetterRegister(
                counter: "surat/kel-ulu/2026",
                last: was + 1,
                unitCode: "KEL-ULU"
            )
        }
        return last.facts.map(\.what)
    }

    @discardableResult
    mutating func give(_ command: CaseCommand, by duties: Duties) throws -> [CaseEvent] {
        try give(command, by: .official(duties))
    }

    /// Runs whatever is due, as the clock does.
    mutating func pass(to text: String) throws {
        now = wib(text)
        for command in dueTimers(state, calendars, now: now) { try give(command, by: .clock) }
    }
}

final class Counter: Sendable {
    private let count = Mutex<UInt64>(0)

    func next() -> UInt64 {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

// The ways into the situations that tests begin with.
extension World {
    static func submitted() throws -> World {
        var world = try World()
        try world.submit()
        return world
    }

    mutating func submit(_ change: (inout NewCase) -> Void = { _ in }) throws {
        var new = NewCase(
            caseID: theCase,
            draft: OpaqueID(high: 50, low: 5),
            owner: "kel-ulu",
            channel: .online,
            received: now,
            answers: Array("{}".utf8)
        )
        change(&new)
        let isBrought = new.channel == .paper || new.channel == .counter
        try give(.submit(new), by: isBrought ? .official(clerk) : .applicant)
    }

    /// What a receipt proves of a case that a restore has lost.
    func lost(_ new: NewCase, official: Actor? = nil, isPrinted: Bool = false) throws -> LostCase {
        var before = try World()
        before.now = now
        try before.submit { $0 = new }
        guard case .submitted(let was) = before.facts[0].what else {
            throw FactUnreadable("no submission")
        }
        let recovery = Recovery(
            origin: OpaqueID(high: 60, low: 1),
            seq: 12,
            event: "abababababababababababababababababababababababababababababababab",
            lostBefore: OpaqueID(high: 60, low: 2),
            files: new.files.count,
            official: official
        )
        return LostCase(was, by: recovery, isPrinted: isPrinted)
    }

    /// An application as an official takes it in.
    func brought(_ channel: Submission.Channel) -> NewCase {
        NewCase(
            caseID: theCase,
            draft: OpaqueID(high: 50, low: 5),
            owner: "kel-ulu",
            channel: channel,
            received: now,
            answers: Array("{}".utf8)
        )
    }

    static func waiting() throws -> World {
        var world = try submitted()
        try world.give(.act(returning()), by: clerk)
        return world
    }

    static func atSigning() throws -> World {
        var world = try submitted()
        try world.give(.act(ActRequest("lengkap", in: "periksa")), by: clerk)
        return world
    }

    static func numbered() throws -> World {
        var world = try atSigning()
        try world.give(.act(ActRequest("terbit", in: "tanda_tangan")), by: head)
        return world
    }

    static func finished() throws -> World {
        var world = try numbered()
        try world.give(.sign(letter: world.letter, way: .scan, file: file), by: head)
        return world
    }

    static func refused() throws -> World {
        var world = try submitted()
        var request = ActRequest("tolak", in: "periksa")
        request.reason = "Bukan usaha."
        try world.give(.act(request), by: clerk)
        return world
    }

    static func erased() throws -> World {
        var world = try submitted()
        try world.give(.erase(ErasedAnswers(basis: "permintaan")), by: head)
        return world
    }

    /// The newest letter; a name that no letter has before the first.
    var letter: OpaqueID { state.letters.last?.letter ?? file }

    static func returning() -> ActRequest {
        var request = ActRequest("kembali", in: "periksa")
        request.publicNote = "Foto KTP buram."
        return request
    }

    static func measuring() -> ActRequest {
        var request = ActRequest("ukur", in: "periksa")
        request.internalNote = "Di balik bukit."
        request.files = [file]
        return request
    }
}
