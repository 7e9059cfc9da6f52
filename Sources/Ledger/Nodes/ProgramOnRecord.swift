import Stories
import Synchronization

/// Which program a record on a shared database may be written by.
///
/// A newer program changes tables, or brings views that are written with each event. An older one
/// that went on beside it would leave rows out, for ever. So whoever changes a shape says so in one
/// row, each group of each node looks at that row once it has the log to itself, and who finds
/// shapes that are not its own writes nothing more.
final class ProgramOnRecord: Sendable {
    static let table = """
        CREATE TABLE IF NOT EXISTS programs (one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1), \
        turn BIGINT NOT NULL, version TEXT NOT NULL)
        """

    private static let question = SQL(
        text: "SELECT turn, version FROM programs WHERE one = 1"
    )

    private struct State {
        /// Nil while the record is being opened.
        var turn: Int64?
        var views: [Code: [UInt8]] = [:]
        var isOutdated = false
    }

    private let version: ProgramNumber
    private let migration: Int
    private let state = Mutex(State())

    init(version: String, migration: Int) {
        self.version = ProgramNumber(version)
        self.migration = migration
    }

    var isOutdated: Bool { state.withLock { $0.isOutdated } }

    // MARK: - Opening

    /// Refuses a record whose shape a newer program has changed: this one would turn it back.
    func confirm(on connection: any Connection) throws(StoreError) {
        try connection.run(
            "INSERT INTO programs (one, turn, version) VALUES (1, 0, '') ON CONFLICT DO NOTHING"
        )
        let stored = try connection.rows(Self.question).first?.text("version") ?? ""
        guard ProgramNumber(stored) <= version else {
            throw Self.outdated("version \(stored) has changed its tables")
        }
    }

    /// Tells every node that the shape of the record is this program's now.
    func takeOver(on connection: any Connection) throws(StoreError) {
        try confirm(on: connection)
        try connection.run(
            "UPDATE programs SET turn = turn + 1, version = \(version.text) WHERE one = 1"
        )
    }

    /// Remembers the shape of the record as this program has made it.
    func begin(with views: [ViewOfRecord], on connection: any Connection) throws(StoreError) {
        let turn = try connection.rows(Self.question).first?.int("turn") ?? 0
        let stored = try connection.shapes()
        guard views.allSatisfy({ stored[$0.name] == $0.shape }) else {
            throw Self.outdated("another program changed it meanwhile")
        }
        state.withLock { $0 = State(turn: turn, views: stored, isOutdated: false) }
    }

    // MARK: - At work

    /// What each group is asked.
    var fence: GroupFence {
        GroupFence(question: Self.question, hope: { self.hope }) {
            rows,
            connection throws(StoreError) in
            try self.look(rows, on: connection)
        }
    }

    /// That nobody has changed a shape since this node looked.
    private var hope: Hope? {
        let known = state.withLock { $0 }
        guard let turn = known.turn, !known.isOutdated else { return nil }
        return .row(where: "turn = $1", [.int(turn)])
    }

    /// Looks without writing anything.
    func look(on connection: any Connection) throws(StoreError) {
        try look(connection.rows(Self.question), on: connection)
    }

    private func look(_ rows: [RecordRow], on connection: any Connection) throws(StoreError) {
        let turn = try rows.first?.int("turn") ?? 0
        let known = state.withLock { $0 }
        guard let last = known.turn else { return }
        if known.isOutdated { throw Self.outdated("as was found before") }
        if turn == last { return }
        // A view of the same shape may have been made again: that changes nothing here.
        let (views, isNewest) = (try connection.shapes(), try isNewest(on: connection))
        let isSame = isNewest && views == known.views
        state.withLock { state in
            if isSame { state.turn = turn } else { state.isOutdated = true }
        }
        guard isSame else { throw Self.outdated("a newer program has changed its tables") }
    }

    private func isNewest(on connection: any Connection) throws(StoreError) -> Bool {
        let row = try connection.rows("SELECT max(number) AS last FROM migrations").first
        return try row?.find("last") == migration
    }

    private static func outdated(_ why: String) -> StoreError {
        StoreError(.outdated, "the record: \(why)", underlying: OutdatedProgram())
    }
}

/// A program that is too old for a record, in words for whoever keeps it.
package struct OutdatedProgram: Refusal, Hashable {
    package var sentence: String {
        "Catatan ini sudah diubah program yang lebih baru. Pasang program itu di mesin ini juga, "
            + "lalu mulai lagi. Tidak ada yang dicatat."
    }

    package var sentenceInEnglish: String {
        "A newer program has changed this record. Install it on this machine too, and start "
            + "again. Nothing was recorded."
    }

    package var status: Int { 503 }
}

/// Versions of a program, in the order in which they came.
struct ProgramNumber: Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    private var parts: [Int] { text.split(separator: ".").map { Int($0) ?? 0 } }

    static func < (a: ProgramNumber, b: ProgramNumber) -> Bool {
        a.parts.lexicographicallyPrecedes(b.parts)
    }
}

extension Connection {
    /// The shapes of all views that were ever made.
    fileprivate func shapes() throws(StoreError) -> [Code: [UInt8]] {
        var shapes: [Code: [UInt8]] = [:]
        for row in try rows("SELECT name, shape FROM view_cursors") {
            shapes[try row.get("name")] = try row.blob("shape")
        }
        return shapes
    }
}

extension RecordStore {
    /// Whether a newer program has changed the tables, so that this one writes nothing more; what
    /// was found last.
    package var isOutdated: Bool { program?.isOutdated ?? false }

    /// Looks whether a newer program has changed the tables since.
    @discardableResult
    package func lookForNewerProgram() async throws(StoreError) -> Bool {
        guard let program else { return false }
        do throws(StoreError) {
            try await reading { reader throws(StoreError) in
                try program.look(on: reader.connection)
            }
        } catch  where error.kind == .outdated {
            return true
        }
        return false
    }
}
