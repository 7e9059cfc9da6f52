import Stories

/// How a view stands beside the same view made anew from the log.
package enum ViewComparison: Hashable, Sendable {
    case same(rows: Int)

    /// In this table a row is another one, too many, or missing.
    case differs(table: String)

    /// The rows of this table cannot be read.
    case unreadable(table: String)

    /// What it follows from is damaged.
    case cannotBeMade(why: String)

    /// Rows went away again and again while it was compared.
    case disturbed

    /// The tables are those of another version of the program.
    case otherShape
}

/// Makes views anew beside the record and compares them with those that are served.
///
/// The log never changes and is read in pieces. Rows are compared a thousand at a time, each time
/// at the very event that the view stands at, so nothing is held for longer than a piece takes:
/// nobody who writes waits, the write-ahead log can be copied back, and memory stays small however
/// long the log is. Another thread and another connection than the program's own.
package struct ComparingViews {
    private static let events: Int64 = 500
    private static let rows = 1000
    private static let attempts = 3

    let live: any Connection
    let scratch: any Connection
    let keys: Keys
    let spelled: (String) -> String

    /// Called while nothing is held; throws to make an end.
    let pause: () throws -> Void

    /// - Parameters:
    ///   - live: reads the record.
    ///   - scratch: an empty database of the same engine.
    ///   - spelled: how that engine says a statement of a schema.
    package init(
        _ live: any Connection,
        beside scratch: any Connection,
        keys: Keys,
        spelled: @escaping (String) -> String,
        pause: @escaping () throws -> Void = {}
    ) {
        self.live = live
        self.scratch = scratch
        self.keys = keys
        self.spelled = spelled
        self.pause = pause
    }

    /// Compares one view; its tables in the scratch database are gone afterwards.
    package func compare(_ view: ViewOfRecord) throws -> ViewComparison {
        for _ in 0..<Self.attempts {
            if let compared = try attempt(view) { return compared }
        }
        return .disturbed
    }

    /// Nil where rows were erased meanwhile: what was read before must not be compared after.
    private func attempt(_ view: ViewOfRecord) throws -> ViewComparison? {
        try dropTables(of: view)
        for statement in view.everySchema { try scratch.run(SQL(text: spelled(statement))) }
        var twin = Twin(view: view)
        var place = Place()
        while true {
            let step = try held { reader in try self.step(&twin, &place, reader) }
            switch step {
            case .goOn: try pause()
            case .erased: return nil
            case .ended(let compared):
                try dropTables(of: view)
                return compared
            }
        }
    }

    private func dropTables(of view: ViewOfRecord) throws(StoreError) {
        for table in view.tables {
            try scratch.run(SQL(stringLiteral: "DROP TABLE IF EXISTS \(table)"))
        }
    }

    /// Runs a body on one state of the record.
    private func held<T>(_ body: (Reader) throws -> T) throws -> T {
        try live.run("BEGIN")
        let result = Result { try body(Reader(live, keys: keys)) }
        try live.run("ROLLBACK")
        return try result.get()
    }

    private enum Step {
        case goOn, erased
        case ended(ViewComparison)
    }

    /// A view that is made anew, and how far it has come.
    private struct Twin {
        let view: ViewOfRecord
        var at: Int64 = 0
        var erasures: Int64?
    }

    /// Where the comparison stands.
    private struct Place {
        var table = 0
        var last: [SQLValue]?
        var rows = 0
    }

    private func step(
        _ twin: inout Twin,
        _ place: inout Place,
        _ reader: Reader
    ) throws(StoreError) -> Step {
        let view = twin.view
        guard try reader.shape(of: view.name) == view.shape else { return .ended(.otherShape) }
        let cursor = try reader.cursor(of: view.name)
        guard twin.erasures == nil || twin.erasures == cursor.erasures else { return .erased }
        twin.erasures = cursor.erasures
        let target =
            switch view.timing {
            case .now: try reader.head().size
            case .soon: cursor.seq
            }
        if let why = try damage({ () throws(StoreError) in
            try advance(&twin, to: target, reader)
        }) {
            return .ended(.cannotBeMade(why: why))
        }
        guard twin.at == target else { return .goOn }
        guard place.table < view.tables.count else { return .ended(.same(rows: place.rows)) }
        return try compareRows(of: view.tables[place.table], &place)
    }

    /// What is damaged, where that is why it failed.
    private func damage(_ body: () throws(StoreError) -> Void) throws(StoreError) -> String? {
        do throws(StoreError) {
            try body()
            return nil
        } catch {
            guard error.kind == .damaged else { throw error }
            return error.detail
        }
    }

    /// Takes in one piece of the log.
    private func advance(
        _ twin: inout Twin,
        to target: Int64,
        _ reader: Reader
    ) throws(StoreError) {
        let end = min(twin.at + Self.events, target)
        guard twin.at < end else { return }
        let rows = try reader.rows(
            """
            SELECT seq, bytes, mark FROM events WHERE seq > \(twin.at) AND seq <= \(end)
            AND stream_kind IN (\(each: twin.view.kinds.map(\.word))) ORDER BY seq
            """
        )
        try scratch.run("BEGIN")
        for row in rows {
            let event = try live.event(in: row)
            for statement in try reader.project(event, for: twin.view) {
                try scratch.run(statement)
            }
        }
        for sum in twin.view.gathering?.sums ?? [] { try scratch.run(sum) }
        try scratch.run("COMMIT")
        twin.at = end
    }

    private func compareRows(
        of table: String,
        _ place: inout Place
    ) throws(StoreError) -> Step {
        let key = try keyColumns(of: table)
        let statement = Self.rows(of: table, by: key, after: place.last)
        var served: [RecordRow] = []
        let isDamaged =
            try damage { () throws(StoreError) in
                served = try live.rows(statement)
            } != nil
        if isDamaged { return .ended(.unreadable(table: table)) }
        let made = try scratch.rows(statement)
        guard served.elementsEqual(made, by: { $0.values == $1.values }) else {
            return .ended(.differs(table: table))
        }
        place.rows += served.count
        if served.count == Self.rows, let last = served.last {
            var values: [SQLValue] = []
            for column in key { values.append(try last.get(column)) }
            place.last = values
        } else {
            place.table += 1
            place.last = nil
        }
        return .goOn
    }

    private static func rows(
        of table: String,
        by key: [String],
        after last: [SQLValue]?
    ) -> SQL {
        let columns = key.joined(separator: ", ")
        let marks = (1...max(1, key.count)).map { "$\($0)" }.joined(separator: ", ")
        let place = last == nil ? "" : " WHERE (\(columns)) > (\(marks))"
        return SQL(
            text: "SELECT * FROM \(table)\(place) ORDER BY \(columns) LIMIT \(rows)",
            last ?? []
        )
    }

    private func keyColumns(of table: String) throws(StoreError) -> [String] {
        var names: [String] = []
        for row in try scratch.rows(
            "SELECT name FROM pragma_table_info(\(table)) WHERE pk > 0 ORDER BY pk"
        ) { names.append(try row.text("name")) }
        guard !names.isEmpty else { throw StoreError(.engine, "\(table) has no key") }
        return names
    }
}

extension Reader {
    /// What the tables of a view looked like when they were made.
    fileprivate func shape(of view: Code) throws(StoreError) -> [UInt8]? {
        try row("SELECT shape FROM view_cursors WHERE name = \(view)")?.blob("shape")
    }
}
