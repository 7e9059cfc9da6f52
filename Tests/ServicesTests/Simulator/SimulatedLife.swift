import Cases
import Foundation
import Ledger
import LedgerSQLite
import Office
import Services
import Stories
import Synchronization

/// Some days of an office in which everything goes wrong that a seed can think of.
///
/// Citizens send, send again and lose the answer; officials act on what they saw a while ago; the
/// program dies and starts again. What somebody was told stands in `Promised`, and after every
/// step the record is held against it.
final class SimulatedLife: Sendable {
    let office: SimulatedOffice
    let seed: UInt64
    let scheduler: SeededScheduler
    let path: String
    let promised: Promised
    private let numbers: Mutex<SeededNumbers>
    private let run = Mutex<SimulatedRun?>(nil)
    private let isCalm = Mutex(false)

    private let isDiskHonest: Bool

    /// - Parameter isDiskHonest: false for a disk that forgets what it says it has.
    init(_ office: SimulatedOffice, seed: UInt64, isDiskHonest: Bool = true) throws {
        (self.office, self.seed, self.isDiskHonest) = (office, seed, isDiskHonest)
        scheduler = SeededScheduler(seed: seed, from: WorkingRegency.morning)
        numbers = Mutex(SeededNumbers(seed, of: 1))
        let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
        path = "\(folder)/serasan-simulasi-\(UUID().uuidString).sqlite"
        try office.database.write(to: URL(filePath: path))
        promised = try Promised(path: path, calendars: office.force.calendars)
    }

    deinit {
        for end in ["", "-journal", "-wal", "-shm"] {
            // Only litter in a temporary folder would be left.
            do { try FileManager.default.removeItem(atPath: path + end) } catch {}
        }
    }

    func drawn<T>(_ body: (inout SeededNumbers) -> T) -> T { numbers.withLock { body(&$0) } }

    // MARK: the program

    /// The program as it runs; while it is down, whoever asks waits and asks again.
    func running() async throws -> SimulatedRun {
        while true {
            if let run = run.withLock({ $0 }), !run.engine.isDead { return run }
            await scheduler.sleep(seconds: 60)
        }
    }

    private func start() async throws {
        let engine = try SimulatedEngine(
            path: path,
            on: scheduler,
            fault: { [self] in
                isCalm.withLock { $0 } ? nil : drawn { GroupFault.draw(&$0) }
            },
            told: { [promised] in promised.note("fault \($0)") },
            isFar: drawn { $0.next() % 2 == 0 },
            isHonest: isDiskHonest
        )
        let store = try await RecordStore.open(
            engine,
            keys: office.keys,
            views: [OfficialsView.view(office.keys), PublicationsView.view]
                + ServicesFeature.views,
            tables: LogInDesk.tables + ServicesFeature.tables
        )
        let draw = Draw.seeded(drawn { SeededNumbers($0.next()) })
        run.withLock {
            $0 = SimulatedRun(
                engine: engine,
                store: store,
                desk: CaseDesk(store: store, keeper: office.keeper, sealer: .sha256, draw: draw),
                outbox: Outbox(store)
            )
        }
    }

    /// Starts the program again whenever it is dead; a start may die too.
    private func supervise() async {
        while true {
            let isDown = run.withLock { $0.map(\.engine.isDead) ?? true }
            if isDown {
                do {
                    try await start()
                    promised.note("started")
                } catch { promised.note("start failed") }
            }
            if isCalm.withLock({ $0 }), run.withLock({ $0.map { !$0.engine.isDead } ?? false }) {
                return
            }
            await scheduler.sleep(seconds: isDown ? 20 : 900)
        }
    }

    private func kill() {
        promised.note("killed")
        run.withLock { $0?.engine.die() }
    }

    // MARK: a life

    /// Lives it to its end, on a thread of its own, which other tests do not wait for.
    ///
    /// What did not hold stands in `promised.broken`.
    func live() async {
        await withCheckedContinuation { ended in
            Thread {
                self.liveHere()
                ended.resume()
            }.start()
        }
    }

    private func liveHere() {
        let ended: Bool? = scheduler.run { [self] in
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.supervise() }
                group.addTask { await self.days() }
            }
            await self.settle()
            return true
        }
        if ended == nil { promised.breaks("everybody waits for something that never comes") }
    }

    private func days() async {
        let citizens = drawn { $0.whole(2...5) }
        let until = WorkingRegency.morning.adding(
            seconds: drawn { Int64($0.whole(2...12)) } * 86_400
        )
        await withTaskGroup(of: Void.self) { group in
            for citizen in 0..<citizens { group.addTask { await self.citizen(citizen, until) } }
            for number in 1...2 {
                group.addTask { await self.officials("petugas-pelayanan", UInt64(number), until) }
            }
            group.addTask { await self.officials("kepala-wilayah", 3, until) }
            group.addTask { await self.repeating(4 * 3600, until) { try await self.runClock($0) } }
            group.addTask { await self.repeating(1800, until) { try await $0.store.catchUp() } }
            group.addTask { await self.repeating(3600, until) { try await self.send($0) } }
            group.addTask {
                await self.repeating(86_400, until) { _ in
                    if self.drawn({ $0.happens(0.5) }) { self.kill() }
                }
            }
        }
        isCalm.withLock { $0 = true }
    }

    /// Does something again and again, about so often; what fails is tried at the next time.
    private func repeating(
        _ seconds: Int64,
        _ until: Instant,
        _ body: (SimulatedRun) async throws -> Void
    ) async {
        while scheduler.now < until {
            await scheduler.sleep(seconds: drawn { Int64($0.whole(1...Int(seconds) * 2)) })
            do { try await body(try await running()) } catch { promised.met(error) }
            promised.hold()
        }
    }

    /// What has to be true once nothing goes wrong any more.
    private func settle() async {
        do {
            let run = try await running()
            while try await send(run) > 0 {}
            // As the program does at its start and every ten minutes.
            try await run.store.catchUp(retrying: true)
            try await promised.settle(run.store)
        } catch { promised.breaks("the calm record fails: \(String(reflecting: error))") }
        promised.hold()
        // The engine knows this life, for its faults: without an end neither would ever go.
        run.withLock { run in
            run?.engine.die()
            run = nil
        }
    }
}
