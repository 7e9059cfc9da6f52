import Ledger
import Stories
import Synchronization
import Testing
import UnderTest

/// What a server says when writers are in each other's way is no fault of what was written.
struct CrowdedTests {
    @Test(
        .enabled(if: EngineUnderTest.server != nil),
        arguments: ["40001", "40P01", "55P03", "57014"]
    )
    func `what passes by itself is told apart from a fault`(state: String) async throws {
        let bench = try Bench(try #require(Backend.all.first))
        let engine = try await bench.backend.open(bench.folder)
        func kind(of state: String) async throws -> StoreError.Kind? {
            let raising = SQL(
                text: "DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''\(state)''; END'"
            )
            let told = await #expect(throws: StoreError.self) {
                _ = try await engine.read { try $0.rows(raising) }
            }
            return told?.kind
        }
        #expect(try await kind(of: state) == .crowded)
        #expect(try await kind(of: "42601") == .engine)
        try await engine.close()
    }

    @Test func `a command that was overtaken is tried once more`() async throws {
        let bench = try Bench(.sqlite)
        let engine = CrowdedEngine(try await bench.backend.open(bench.folder))
        let store = try await RecordStore.open(
            engine,
            keys: bench.keys,
            tables: ["CREATE TABLE IF NOT EXISTS visits (day TEXT NOT NULL PRIMARY KEY)"]
        )
        engine.refuse(1)
        try await store.operate(["INSERT INTO visits VALUES ('a')"])
        engine.refuse(1)
        try await store.stall(OpaqueID(high: 1, low: 1), .open(name: "Warung Sari"))
        engine.refuse(2)
        let told = await #expect(throws: StoreError.self) {
            try await store.operate(["INSERT INTO visits VALUES ('b')"])
        }
        #expect(told?.kind == .crowded)
        #expect(try await store.dump(["visits"]).count == 1)
        #expect(try await store.head().size == 1)
        try await store.close()
    }
}

/// An engine that says a few times that others were in the way.
private final class CrowdedEngine: EngineOver {
    let real: any Engine
    private let refusals = Mutex(0)

    init(_ real: any Engine) { self.real = real }

    func refuse(_ times: Int) { refusals.withLock { $0 = times } }

    func commit(_ work: any GroupWork) async throws(StoreError) -> WorkResult {
        let isRefused = refusals.withLock { left in
            defer { left = max(0, left - 1) }
            return left > 0
        }
        if isRefused { throw StoreError(.crowded, "as if two had waited for each other") }
        return try await real.commit(work)
    }
}
