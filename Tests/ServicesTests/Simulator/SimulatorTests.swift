import Foundation
import Stories
import Testing
import UnderTest

/// The core under a seeded scheduler with injected failures.
///
/// `SERASAN_SEEDS=20000` lives more lives; `SERASAN_SEED=17` lives one again and tells its story.
/// Within one process a life is the same each time; `SWIFT_DETERMINISTIC_HASHING=1` makes it so in
/// another process too.
@Suite(.enabled(if: EngineUnderTest.server == nil, "it lives on SQLite"))
struct SimulatorTests {
    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    @Test func `whatever goes wrong, nothing that anybody was told is lost`() async throws {
        let office = try await SimulatedOffice()
        let seeds =
            if let one = Self.number("SERASAN_SEED") { one...one } else {
                1...(Self.number("SERASAN_SEEDS") ?? 60)
            }
        var acknowledged = 0
        var steps: [String: Int] = [:]
        for seed in seeds {
            let life = try SimulatedLife(office, seed: seed)
            await life.live()
            acknowledged += life.promised.count
            for line in life.promised.trace {
                let kind = line.split(separator: " ").prefix(2).joined(separator: " ")
                if line.hasPrefix("fault") {
                    steps[kind.split(separator: "(")[0].description, default: 0] += 1
                }
            }
            let broken = life.promised.broken
            if !broken.isEmpty || seeds.count == 1 {
                print((["seed \(seed)"] + life.promised.trace).joined(separator: "\n"))
            }
            #expect(broken.isEmpty, "seed \(seed): replay it with SERASAN_SEED=\(seed)")
        }
        print(
            "simulator: \(seeds.count) lives, \(acknowledged) acknowledged forms,",
            steps.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                .joined(separator: ", ")
        )
        #expect(acknowledged > seeds.count, "the lives are lived")
    }

    @Test func `the same seed lives the same life again`() async throws {
        let office = try await SimulatedOffice()
        var lives: [[String]] = []
        var paths: [String] = []
        for _ in 0..<2 {
            let life = try SimulatedLife(office, seed: 7)
            await life.live()
            lives.append(life.promised.trace)
            paths.append(life.path)
        }
        // A life's thread may hold it for a moment longer.
        for _ in 0..<500 where paths.contains(where: FileManager.default.fileExists(atPath:)) {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(!paths.contains(where: FileManager.default.fileExists(atPath:)), "no litter")
        #expect(lives[0] == lives[1])
        #expect(lives[0].count > 10)
    }

    @Test func `a disk that says done and did nothing is found out`() async throws {
        let office = try await SimulatedOffice()
        var broken: [String] = []
        for seed in UInt64(1)...12 {
            let life = try SimulatedLife(office, seed: seed, isDiskHonest: false)
            await life.live()
            broken += life.promised.broken
        }
        #expect(broken.contains { $0.hasPrefix("an acknowledged") })
    }
}
