import Ledger
import Stories
import Testing
import UnderTest

/// Nodes of two programs on one database: the older one writes nothing once the newer one has
/// changed a table.
@Suite struct ProgramsTests {
    let one = OpaqueID(high: 1, low: 1)
    let two = OpaqueID(high: 1, low: 2)

    /// What the newer program brings.
    enum Change: String, CaseIterable, Sendable {
        case migration, otherShape, viewBesideEachEvent

        var steps: [Migrations.Step] {
            guard self == .migration else { return Migrations.all }
            let number = Migrations.all.count + 1
            return Migrations.all + [
                Migrations.Step(
                    number: number,
                    statements: ["ALTER TABLE outbox ADD COLUMN urgent BIGINT"]
                )
            ]
        }

        var views: [ViewOfRecord] {
            switch self {
            case .migration: [counted(more: false)]
            case .otherShape: [counted(more: true)]
            case .viewBesideEachEvent: [counted(more: false), .stalls]
            }
        }
    }

    private static func counted(more: Bool) -> ViewOfRecord {
        ViewOfRecord(
            "counted",
            .now,
            of: ["stall"],
            tables: ["counted"],
            schema: [
                """
                CREATE TABLE counted (seq BIGINT NOT NULL PRIMARY KEY\
                \(more ? ", more BIGINT" : ""))
                """
            ],
            project: { ["INSERT INTO counted (seq) VALUES (\($0.seq))"] }
        )
    }

    private func open(
        _ bench: Bench,
        _ version: String,
        steps: [Migrations.Step] = Migrations.all,
        views: [ViewOfRecord] = [counted(more: false)]
    ) async throws -> RecordStore {
        try await RecordStore.open(
            EngineOfNodes(bench.backend.open(bench.folder)),
            keys: bench.keys,
            views: views,
            steps: steps,
            program: version,
            patience: .zero
        )
    }

    private func expectRefused(_ deed: () async throws -> Void) async {
        let error = await #expect(throws: StoreError.self) { try await deed() }
        #expect(error?.kind == .outdated)
        #expect(error?.underlying is OutdatedProgram)
    }

    @Test(arguments: Backend.all, Change.allCases)
    func `an older program writes nothing once a newer one has changed a table`(
        backend: Backend,
        change: Change
    ) async throws {
        let bench = try Bench(backend)
        let old = try await open(bench, "1.9")
        try await old.stall(one, .open(name: "Warung Sari"))
        #expect(try await !old.lookForNewerProgram())

        let new = try await open(bench, "1.10", steps: change.steps, views: change.views)
        let before = try await new.head()
        await expectRefused { try await old.stall(two, .open(name: "Warung Melati")) }
        await expectRefused { try await old.operate(["DELETE FROM outbox"]) }
        await expectRefused { try await old.rebuild() }
        #expect(old.isOutdated)
        #expect(try await old.lookForNewerProgram())
        #expect(try await new.head() == before)
        #expect(!new.isOutdated)

        // Nor does it come back, and turn the tables into its own.
        await expectRefused { try await open(bench, "1.9").close() }
        try await new.stall(two, .open(name: "Warung Melati"))
        #expect(try await new.dump(["counted"]).count == 2)
        for store in [old, new] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `a node that only looks sees it too`(backend: Backend) async throws {
        let bench = try Bench(backend)
        let old = try await open(bench, "1.9")
        let new = try await open(bench, "1.10", views: Change.otherShape.views)
        #expect(!old.isOutdated)
        #expect(try await old.lookForNewerProgram())
        #expect(old.isOutdated)
        for store in [old, new] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `nodes of two programs work side by side where no table has changed`(
        backend: Backend
    ) async throws {
        let bench = try Bench(backend)
        let old = try await open(bench, "1.9")
        let new = try await open(bench, "1.10")
        try await old.stall(one, .open(name: "Warung Sari"))
        try await new.stall(two, .open(name: "Warung Melati"))
        #expect(try await !old.lookForNewerProgram())
        // The older one may start again.
        let again = try await open(bench, "1.9")
        try await again.stall(one, .sell(1))
        // Views that are made again in the same shape stop nobody.
        try await new.rebuild()
        try await old.stall(one, .sell(1))
        for store in [old, new, again] { try await store.close() }
    }

    @Test(arguments: Backend.all)
    func `two nodes of a newer program that start together both work`(
        backend: Backend
    ) async throws {
        let bench = try Bench(backend)
        try await open(bench, "1.9").close()
        async let first = open(bench, "1.10", views: Change.otherShape.views)
        async let second = open(bench, "1.10", views: Change.otherShape.views)
        let (a, b) = try await (first, second)
        try await a.stall(one, .open(name: "Warung Sari"))
        try await b.stall(two, .open(name: "Warung Melati"))
        for store in [a, b] { try await store.close() }
    }
}
