import Crypto
import Stories

/// Brings a database to the newest migration and makes the tables of class *operations*.
///
/// A record of another root key is left as it is: what one wrote, the other could never open.
struct Migrating: GroupWork {
    let rootCheck: [UInt8]
    let steps: [Migrations.Step]
    let guards: [Migrations.Step]
    let tables: [String]
    let program: ProgramOnRecord?
    let spelled: @Sendable (String) -> String

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        try connection.run(
            "CREATE TABLE IF NOT EXISTS migrations (number BIGINT NOT NULL PRIMARY KEY)"
        )
        let rows = try connection.rows("SELECT max(number) AS last FROM migrations")
        let last: Int = try rows.first?.find("last") ?? 0
        guard last <= steps.count else {
            throw StoreError(
                .outdated,
                "the database is newer (\(last)) than this program",
                underlying: OutdatedProgram()
            )
        }
        if last >= Migrations.installationNumber { try confirmRoot(on: connection) }
        for step in steps where step.number > last {
            for statement in step.statements {
                try connection.run(SQL(text: spelled(statement.text), statement.values))
            }
            for guarding in guards where guarding.number == step.number {
                for statement in guarding.statements { try connection.run(statement) }
            }
            try connection.run("INSERT INTO migrations (number) VALUES (\(step.number))")
        }
        if steps.count >= Migrations.installationNumber { try confirmRoot(on: connection) }
        for table in tables { try connection.run(SQL(text: spelled(table))) }
        if last < steps.count {
            try program?.takeOver(on: connection)
        } else {
            try program?.confirm(on: connection)
        }
        return .rows([])
    }

    /// Notes whose record this is, where nobody has, and compares.
    private func confirmRoot(on connection: any Connection) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO installation (one, root_check) VALUES (1, \(rootCheck))
            ON CONFLICT DO NOTHING
            """
        )
        let row = try connection.rows("SELECT root_check FROM installation").first
        guard try row?.blob("root_check") == rootCheck else { throw KeyRefusal.otherRecord.failure }
    }
}

extension RecordStore {
    /// Applies migrations, makes tables of the class *operations*, verifies the tail of the log.
    func migrate(tables: [String], steps: [Migrations.Step]) async throws(StoreError) {
        _ = try await engine.commit(
            Migrating(
                rootCheck: RootKeyCheck.value(of: vault.keys.rootBytes),
                steps: steps,
                guards: engine.guards,
                tables: tables,
                program: program,
                spelled: engine.spelled
            )
        )
        try await reading { reader throws(StoreError) in
            try reader.head().verifyTail(on: reader.connection)
        }
        if steps.contains(where: { $0.number == Migrations.marksNumber }) {
            try await fillMarks()
        }
        // A record that is older than the table, or was left in the middle of this.
        guard steps.contains(where: { $0.number == Migrations.proofsNumber }) else { return }
        while true {
            let filled = try await engine.commit(FillingSubtrees())
            guard case .rows(let more) = filled, !more.isEmpty else { return }
        }
    }

    /// Makes every view whose tables are new or have another shape; `told` hears how far that is.
    func makeChangedViews(
        telling told: @Sendable @escaping (RebuildStep) -> Void
    ) async throws(StoreError) {
        let views = views
        let changed = try await reading { reader throws(StoreError) in
            try reader.connection.changed(among: views)
        }
        if !changed.isEmpty { try await rebuild(changed, ifChanged: true, telling: told) }
    }
}

extension Connection {
    /// The views whose tables are not here yet, or have another shape.
    func changed(among views: [ViewOfRecord]) throws(StoreError) -> [ViewOfRecord] {
        var shapes: [Code: [UInt8]] = [:]
        for row in try rows("SELECT name, shape FROM view_cursors") {
            shapes[try row.get("name")] = try row.blob("shape")
        }
        return views.filter { shapes[$0.name] != $0.shape }
    }
}

extension ViewOfRecord {
    /// A digest of everything that the tables look like.
    var shape: [UInt8] {
        let words = [name.text, timing == .now ? "now" : "soon"] + everyTable + everySchema
        return Array(SHA256.hash(data: Array(words.joined(separator: "\n").utf8)))
    }
}
