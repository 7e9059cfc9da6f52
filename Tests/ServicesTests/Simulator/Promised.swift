import Cases
import Ledger
import LedgerSQLite
import Services
import Stories
import Synchronization

/// What people were told in a simulated life, and whether the record still stands by it.
final class Promised: Sendable {
    private struct State {
        var became: [OpaqueID: CaseID] = [:]
        var versions: [CaseID: Version] = [:]
        var dues: [OpaqueID: Int64] = [:]
        var sent: [OpaqueID: Int] = [:]
        var marked: Set<OpaqueID> = []
        var drafts: Set<OpaqueID> = []
        var trace: [String] = []
        var broken: [String] = []
    }

    private let state = Mutex(State())
    private let record: SQLiteConnection
    private let calendars: UnitCalendars

    init(path: String, calendars: UnitCalendars) throws(StoreError) {
        record = try SQLiteConnection(path: path, readOnly: true)
        self.calendars = calendars
    }

    /// What did not hold; empty in a good life.
    var broken: [String] { state.withLock { $0.broken } }

    /// What happened, in order.
    var trace: [String] { state.withLock { $0.trace } }

    /// How many cases were acknowledged.
    var count: Int { state.withLock { $0.became.count } }

    var cases: [CaseID] {
        state.withLock { $0.became.values.sorted { $0.id < $1.id } }
    }

    func `case`(of draft: OpaqueID) -> CaseID? { state.withLock { $0.became[draft] } }

    // MARK: what is told

    func told(_ draft: OpaqueID, became id: CaseID) {
        note("\(draft) is told \(id.id)")
        let before = state.withLock { state in
            defer { state.became[draft] = state.became[draft] ?? id }
            return state.became[draft]
        }
        if let before, before != id { breaks("one form became two cases") }
    }

    func told(_ id: CaseID, stands version: Version, _ reached: CaseState) {
        note("\(id.id) is told \(version), \(reached.phase)")
        state.withLock { $0.versions[id] = max($0.versions[id] ?? 0, version) }
    }

    func begins(_ draft: OpaqueID) { state.withLock { _ = $0.drafts.insert(draft) } }

    func sent(_ effect: OpaqueID) { state.withLock { $0.sent[effect, default: 0] += 1 } }

    func marked(_ effect: OpaqueID) {
        if !state.withLock({ $0.marked.insert(effect).inserted }) {
            breaks("an effect was marked twice")
        }
    }

    func note(_ line: String) { state.withLock { $0.trace.append(line) } }

    func breaks(_ line: String) {
        state.withLock {
            $0.trace.append("BROKEN: \(line)")
            $0.broken.append(line)
        }
    }

    /// Takes note of a failure; only refusals and what was injected may come.
    func met(_ error: any Error) {
        note("\(String(reflecting: error))")
        if error is CaseRefusal { return }
        guard let error = error as? StoreError,
            [.closed, .unknown, .diskFull, .engine].contains(error.kind)
        else { return breaks("a failure that nobody caused: \(String(reflecting: error))") }
    }

    var kindsOfEffects: [Code] {
        do {
            return try record.rows("SELECT DISTINCT kind FROM outbox ORDER BY kind")
                .map { try $0.get("kind") }
        } catch {
            breaks("the outbox cannot be read: \(String(reflecting: error))")
            return []
        }
    }

    // MARK: what must hold

    /// After every step: nothing that was told is gone.
    func hold() {
        do {
            try holdLog()
            try holdCases()
            try holdLetters()
            try holdEffects()
        } catch { breaks("the record cannot be read: \(String(reflecting: error))") }
    }

    private func holdLog() throws {
        let size = try record.rows("SELECT size FROM log_head")[0].int("size")
        let row = try record.rows("SELECT count(*) AS n, max(seq) AS last FROM events")[0]
        if try row.int("n") != size || row.int("last") != size { breaks("the log has a gap") }
    }

    private func holdCases() throws {
        let rows = try record.rows("SELECT id, version, due FROM cases")
        let (became, versions, dues, drafts) = state.withLock {
            ($0.became, $0.versions, $0.dues, $0.drafts)
        }
        if rows.count > drafts.count { breaks("there are more cases than forms") }
        var found: [CaseID: Version] = [:]
        for row in rows {
            let id = try row.id("id")
            found[CaseID(id)] = try row.get("version")
            guard let due: Int64 = try row.find("due") else { continue }
            if let before = dues[id], due < before { breaks("a promise became shorter") }
            state.withLock { $0.dues[id] = due }
        }
        for id in became.values where found[id] == nil { breaks("an acknowledged case is lost") }
        for (id, version) in versions where found[id].map({ $0 < version }) ?? true {
            breaks("an acknowledged act is lost")
        }
    }

    /// The numbers of a register are 1, 2, 3, without gap or repeat.
    private func holdLetters() throws {
        var numbers: [String: [Int]] = [:]
        for row in try record.rows("SELECT number, register FROM letters") {
            let parts = try row.text("number").split(separator: "/")
            guard parts.count > 1, let number = Int(parts[1]) else {
                return breaks("a letter has no number")
            }
            numbers[try row.text("register"), default: []].append(number)
        }
        for counted in numbers.values where counted.sorted() != Array(1...counted.count) {
            breaks("the numbers of letters are \(counted.sorted())")
        }
    }

    private func holdEffects() throws {
        let done = try record.rows("SELECT key FROM outbox WHERE done IS NOT NULL")
        let (sent, marked) = state.withLock { ($0.sent, $0.marked) }
        let keys = Set(try done.map { try $0.id("key") })
        for key in keys where sent[key] == nil { breaks("an effect is done and never happened") }
        if !marked.isSubset(of: keys) { breaks("an effect that was marked is open again") }
    }

    /// At the end, with nothing going wrong: whole, followed by every view, and all told.
    func settle(_ store: RecordStore) async throws {
        let open = try record.rows("SELECT key FROM outbox WHERE done IS NULL").count
        if open > 0 { breaks("\(open) effects never happened") }
        let found = try await store.verify { _ in [] }
        if !found.isConsistent { breaks("the log does not verify: \(found)") }
        for lag in try await store.lags() where lag.failedAt != nil || lag.behind > 0 {
            breaks("\(lag.view) stopped at \(lag.failedAt ?? 0), \(lag.behind) behind")
        }
        let live = try views()
        try await store.rebuild()
        let replayed = try views()
        for (table, rows) in live where replayed[table] != rows {
            breaks("\(table) is not what a replay gives")
        }
    }

    private func views() throws -> [String: [String]] {
        var rows: [String: [String]] = [:]
        for table in Set(ServicesFeature.views.flatMap(\.tables)) {
            let statement = SQL(stringLiteral: "SELECT * FROM \(table)")
            rows[table] = try record.rows(statement).map { "\($0.values)" }.sorted()
        }
        return rows
    }
}
