import Cases
import Ledger
import Office
import Stories

/// The cases whose letters are numbered in one register, lived in the order of time.
///
/// Registers are what one case has to know of the others; lanes know nothing of each other, so
/// that several run at once and come to the same every time.
struct SeededLane: Sendable {
    private var lives: [Int: SeededLife] = [:]
    private var queue = MomentQueue()
    private(set) var registers: [Code: LaneGround.Register] = [:]

    /// What another feature records when a case has ended.
    typealias AfterEnd = @Sendable (inout SeededLife, SeedGround) throws -> Void

    /// Takes in applications and lives on until a moment; gives back the cases that ended.
    mutating func advance(
        _ arrivals: [SeededLife],
        until moment: Instant,
        _ ground: SeedGround,
        afterEnd: AfterEnd
    ) throws -> [EndedLife] {
        var ended: [EndedLife] = []
        var arriving = arrivals.makeIterator()
        var arrival = arriving.next()
        while true {
            let next = queue.first
            if let life = arrival, next.map({ life.now <= $0.at }) ?? true {
                arrival = arriving.next()
                if let life = try begin(life, ground, afterEnd) { ended.append(life) }
                continue
            }
            guard let next, next.at <= moment, next.at <= ground.until else { break }
            queue.removeFirst()
            guard var life = lives.removeValue(forKey: next.index) else { continue }
            let lane = LaneGround(ground: ground, registers: registers)
            let then = try life.move(at: next.at, lane)
            settle(&life)
            if let then, then <= ground.until {
                queue.add(QueuedMoment(at: then, index: life.index))
                lives[life.index] = life
            } else {
                ended.append(try finished(life, lane, afterEnd))
            }
        }
        return ended
    }

    /// A case to which nobody does anything more by the last day: the clock catches up.
    private func finished(
        _ life: SeededLife,
        _ lane: LaneGround,
        _ afterEnd: AfterEnd
    ) throws -> EndedLife {
        var life = life
        try life.pass(until: lane.ground.until, lane)
        if life.state.phase == .ended, !lane.isSlim { try afterEnd(&life, lane.ground) }
        return EndedLife(life, until: lane.ground.until)
    }

    /// Sends the application; gives it back where nothing more happens to it.
    private mutating func begin(
        _ life: SeededLife,
        _ ground: SeedGround,
        _ afterEnd: AfterEnd
    ) throws -> EndedLife? {
        var life = life
        let lane = LaneGround(ground: ground, registers: registers)
        try life.submit(lane)
        guard let then = life.plan(after: life.now, lane), then <= ground.until else {
            return try finished(life, lane, afterEnd)
        }
        queue.add(QueuedMoment(at: then, index: life.index))
        lives[life.index] = life
        return nil
    }

    private mutating func settle(_ life: inout SeededLife) {
        guard let numbered = life.numbered else { return }
        let day = max(numbered.day, registers[numbered.counter]?.day ?? numbered.day)
        registers[numbered.counter] = LaneGround.Register(last: numbered.last, day: day)
        life.numbered = nil
    }
}

/// What a decision sees of its lane: the ground, and the registers as they stand.
struct LaneGround {
    let ground: SeedGround
    let registers: [Code: Register]

    var isSlim: Bool { ground.lives == .slim }

    struct Register: Hashable, Sendable {
        let last: Int64
        let day: Day
    }

    func register(of unit: Code, on day: Day) -> LetterRegister? {
        guard let office = ground.force.office.unit(unit),
            let counter = Code("surat/\(unit)/\(day.parts.year)")
        else { return nil }
        return LetterRegister(
            counter: counter,
            last: registers[counter]?.last ?? 0,
            lastDay: registers[counter]?.day,
            unitCode: office.code
        )
    }

    func official(_ duty: Code, in unit: Code, _ numbers: inout SeededNumbers) -> Duties? {
        ground.official(duty, in: unit, &numbers)
    }

    var officials: [Duties.Holding: [Duties]] { ground.officials }
}

/// A case and when it is seen to next.
struct QueuedMoment: Hashable, Comparable, Sendable {
    let at: Instant
    let index: Int

    static func < (a: QueuedMoment, b: QueuedMoment) -> Bool {
        (a.at, a.index) < (b.at, b.index)
    }
}

/// Moments, the earliest first: a heap.
struct MomentQueue: Sendable {
    private var heap: [QueuedMoment] = []

    var first: QueuedMoment? { heap.first }

    mutating func add(_ moment: QueuedMoment) {
        heap.append(moment)
        var place = heap.count - 1
        while place > 0, heap[place] < heap[(place - 1) / 2] {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < heap.count && heap[child] < heap[least] { least = child }
            if least == place { return }
            heap.swapAt(place, least)
            place = least
        }
    }
}
