import Cases
package import Ledger
import Office
import Site
package import Stories

/// The questions that an inbox asks of the record, bounded by the official's own units.
///
/// Each unit's part of a list is read from the index of that list, in its order, and no further
/// than the page that is shown; what is merged is a few dozen keys. A count stops at its bound.
package struct InboxQuery {
    let official: WorkingOfficial
    let now: Instant
    var filter: InboxFilter

    package init(
        official: WorkingOfficial,
        now: Instant,
        filter: InboxFilter = InboxFilter()
    ) {
        self.official = official
        self.now = now
        self.filter = filter
    }

    static let pageLength = 25

    /// So many are counted and leafed through; beyond, the list has to be narrowed.
    static let most = 1000

    /// So many are looked at in a search, the newest.
    ///
    /// Each has to be asked for its rights. With filters more are, because the filters sift only
    /// what was looked at.
    var mostFound: Int { filter.isEmpty ? 200 : Self.most }

    /// So many are counted beside the name of a view.
    static let mostInNames = 100

    private static let fields: SQL = """
        SELECT c.id AS id, c.number AS number, c.service AS service, c.digest AS digest, \
        c.village AS village, c.name AS name, c.phase AS phase, c.step AS step, c.duty AS duty, \
        c.unit AS unit, c.step_due AS step_due, c.taken AS taken, c.ended AS ended, \
        c.due AS due, c.objected AS objected, c.received AS received, c.snoozed AS snoozed, \
        c.waits_until AS waits_until, c.owner AS owner, c.version AS version, c.openness AS openness, \
        c.restricted AS restricted
        """

    /// What a line of a list needs, from the table of cases.
    static let columns: SQL = "\(fields) FROM cases c"

    var units: [Code] { official.standing.units.sorted() }

    /// How many there are, but never more than the bound and one.
    func count(_ view: InboxView, upTo most: Int, _ reader: Reader) throws -> Int {
        guard let sql = counting(view, upTo: most) else { return 0 }
        let row = try reader.row(sql)
        return min(Int(try row?.int("n") ?? 0), most + 1)
    }

    /// The whole is cut, not only its parts: counting stops at the bound, wherever that is.
    package func counting(_ view: InboxView, upTo most: Int) -> SQL? {
        // Without filters any order will do; with one, only the order says which index to read.
        let list = filter.isEmpty ? joined(parts(view, limit: nil)) : union(view, limit: most + 1)
        return list.map { list in
            """
            SELECT count(*) AS n FROM (\
            SELECT 1 FROM (\(list)) AS part LIMIT \(most + 1)) AS list
            """
        }
    }

    /// One page of a list.
    func rows(_ view: InboxView, page: Int, _ reader: Reader) throws -> [RecordRow] {
        try rows(view, from: (page - 1) * Self.pageLength, count: Self.pageLength, reader)
    }

    func rows(_ view: InboxView, from: Int, count: Int, _ reader: Reader) throws -> [RecordRow] {
        guard let sql = listing(view, from: from, count: count) else { return [] }
        return try reader.rows(sql)
    }

    /// The statement of a page of a list; nil for whoever has no unit.
    package func listing(_ view: InboxView, from: Int, count: Int) -> SQL? {
        guard let list = union(view, limit: from + count) else { return nil }
        let (inner, outer): (SQL, SQL) =
            view.isBackwards
            ? ("turn DESC, id DESC", "f.turn DESC, f.id DESC") : ("turn, id", "f.turn, f.id")
        return """
            \(Self.fields) FROM (SELECT id, turn FROM (\(list)) AS list \
            ORDER BY \(inner) LIMIT \(count) OFFSET \(from)) AS f \
            JOIN cases c ON c.id = f.id ORDER BY \(outer)
            """
    }

    /// The parts of a list, one or two for each unit, each cut where it cannot matter any more.
    private func union(_ view: InboxView, limit: Int) -> SQL? {
        joined(parts(view, limit: limit).map { "SELECT id, turn FROM (\($0)) AS part" })
    }

    private func joined(_ parts: [SQL]) -> SQL? {
        guard let first = parts.first else { return nil }
        return parts.dropFirst().reduce(first) { "\($0) UNION ALL \($1)" }
    }

    // The constant words stand in the text, because an index over a part of the table is used
    // only where the statement says in so many words that it stays within that part.
    private func parts(_ view: InboxView, limit: Int?) -> [SQL] {
        let today = official.force.zone.instant(official.force.zone.day(now), minute: 0)
        let awake: SQL = "(snoozed IS NULL OR snoozed <= \(now))"
        let running: SQL = "ended IS NULL AND phase <> 'menunggu_warga'"
        switch view {
        case .mine:
            guard !units.isEmpty else { return [] }
            return [
                """
                SELECT id, step_due AS turn FROM cases WHERE taken = \(official.id) \
                AND unit IN (\(each: units)) AND \(awake)\(narrowed)\(cut("step_due, id", limit))
                """
            ]
        case .unit:
            return units.map { unit in
                """
                SELECT id, step_due AS turn FROM cases WHERE unit = \(unit) AND \(running) \
                AND \(awake)\(narrowed)\(cut("step_due, id", limit))
                """
            }
        case .late:
            return units.map { unit in
                """
                SELECT id, step_due AS turn FROM cases WHERE unit = \(unit) AND \(running) \
                AND step_due < \(today) AND \(awake)\(narrowed)\(cut("step_due, id", limit))
                """
            }
        case .waiting:
            return units.map { unit in
                """
                SELECT id, waits_until AS turn FROM cases WHERE unit = \(unit) \
                AND phase = 'menunggu_warga'\(narrowed)\(cut("waits_until, id", limit))
                """
            }
        case .opinions: return units.map { asked(of: $0, limit: limit) }
        case .snoozed:
            return units.map { unit in
                """
                SELECT id, snoozed AS turn FROM cases WHERE unit = \(unit) \
                AND snoozed > \(now)\(narrowed)\(cut("snoozed, id", limit))
                """
            }
        case .objections:
            return units.map { unit in
                """
                SELECT id, objected AS turn FROM cases WHERE unit = \(unit) \
                AND objected IS NOT NULL\(narrowed)\(cut("objected, id", limit))
                """
            }
        case .done: return units.flatMap { done(of: $0, limit: limit) }
        }
    }

    /// The first of a part in its order; what is only counted needs none.
    private func cut(_ order: SQL, _ limit: Int?) -> SQL {
        limit.map { " ORDER BY \(order) LIMIT \($0)" } ?? ""
    }

    /// The questions that wait for the unit's opinion, the oldest first: only the unit's own rows
    /// are gone through, and each case is looked up by its key.
    private func asked(of unit: Code, limit: Int?) -> SQL {
        """
        SELECT u.case_id AS id, u.asked AS turn FROM case_units u CROSS JOIN cases \
        WHERE u.unit = \(unit) AND cases.id = u.case_id \
        AND cases.unit <> \(unit)\(narrowed)\(cut("u.asked, u.case_id", limit))
        """
    }

    /// Ended cases belong to the unit where they rest, and to the one that answers for them.
    private func done(of unit: Code, limit: Int?) -> [SQL] {
        let end: SQL = "ended IS NOT NULL\(narrowed)\(cut("ended DESC, id DESC", limit))"
        return [
            "SELECT id, ended AS turn FROM cases WHERE unit = \(unit) AND \(end)",
            """
            SELECT id, ended AS turn FROM cases WHERE owner = \(unit) AND unit <> owner \
            AND unit NOT IN (\(each: units)) AND \(end)
            """,
        ]
    }

    /// What the filters add.
    private var narrowed: SQL {
        var text: SQL = ""
        if let service = filter.service { text = "\(text) AND service = \(service)" }
        if let step = filter.step { text = "\(text) AND step = \(step)" }
        if let region = filter.region {
            // All villages of a district begin with its code and a dot; a slash comes next.
            let (low, high) = ("\(region).", "\(region)/")
            text =
                "\(text) AND (village = \(region) OR (village >= \(low) AND village < \(high)))"
        }
        let zone = official.force.zone
        if let day = filter.from {
            text = "\(text) AND received >= \(zone.instant(day, minute: 0))"
        }
        if let day = filter.until {
            text = "\(text) AND received < \(zone.instant(day.adding(days: 1), minute: 0))"
        }
        switch filter.officer {
        case .nobody: text = "\(text) AND taken IS NULL"
        case .one(let id): text = "\(text) AND taken = \(id)"
        case nil: break
        }
        return text
    }
}

// Searching: the same rights in what is found and in how many there are.
extension InboxQuery {
    /// A case is seen by the unit where it rests, the one that answers for it, and those
    /// whose opinion is waited for: the same who may open its page.
    private var rights: SQL {
        """
        (c.unit IN (\(each: units)) OR c.owner IN (\(each: units)) OR EXISTS (\
        SELECT 1 FROM case_units u WHERE u.case_id = c.id AND u.unit IN (\(each: units))))
        """
    }

    /// The cases found by number, name, NIK or phone that fit the filters too; nil where the words
    /// ask for nothing.
    ///
    /// Found by words first, and each looked up by its key: the filters only sift.
    private func matches(_ query: String, upTo most: Int, _ reader: Reader) -> SQL? {
        if case .success(let number) = Self.number(query) {
            return "FROM cases c WHERE c.number = \(number.digits) AND \(rights)\(narrowed)"
        }
        let parts = units.compactMap { unit -> SQL? in
            reader.selection("case_search", for: query, in: unit, limit: most + 1)
                .map { "SELECT subject FROM (\($0)) AS part" }
        }
        guard let first = parts.first else { return nil }
        let ids = parts.dropFirst().reduce(first) { "\($0) UNION \($1)" }
        return """
            FROM (\(ids)) AS hit CROSS JOIN cases c \
            WHERE c.id = hit.subject AND \(rights)\(narrowed)
            """
    }

    private static func number(_ text: String) -> Result<TrackingNumber, TrackingNumber.Mistake> {
        Result { () throws(TrackingNumber.Mistake) in try TrackingNumber(reading: text) }
    }

    func countFound(_ query: String, upTo most: Int, _ reader: Reader) throws -> Int {
        guard let matches = matches(query, upTo: most, reader) else { return 0 }
        let row = try reader.row("SELECT count(*) AS n \(matches)")
        return min(Int(try row?.int("n") ?? 0), most + 1)
    }

    /// Whether so many have these words that the filters sift only the newest of them.
    func siftsNewestOnly(_ query: String, _ reader: Reader) throws -> Bool {
        guard !filter.isEmpty else { return false }
        let all = InboxQuery(official: official, now: now)
        return try all.countFound(query, upTo: mostFound, reader) > mostFound
    }

    /// Cases found among those the official may see, the newest first, and how many there are, but
    /// never more than the bound and one; none where the page has no row.
    func found(
        _ query: String,
        page: Int,
        _ reader: Reader
    ) throws -> (rows: [RecordRow], total: Int) {
        guard let sql = searching(query, page: page, reader) else { return ([], 0) }
        let rows = try reader.rows(sql)
        let total = Int(try rows.first?.int("n") ?? 0)
        return (rows, min(total, mostFound + 1))
    }

    package func searching(_ query: String, page: Int, _ reader: Reader) -> SQL? {
        matches(query, upTo: mostFound, reader).map { matches in
            """
            \(Self.fields), hits.n AS n FROM (SELECT c.id AS id, count(*) OVER () AS n \
            \(matches) ORDER BY c.received DESC, c.id \
            LIMIT \(Self.pageLength) OFFSET \((page - 1) * Self.pageLength)) AS hits \
            JOIN cases c ON c.id = hits.id ORDER BY c.received DESC, c.id
            """
        }
    }
}

// Cases beside a case, under the same rights.
extension InboxQuery {
    private static let mostBeside = 20

    /// Cases of the same NIK or phone that run, or ended in the last 30 days.
    func ofSamePerson(
        _ marks: [String],
        but id: OpaqueID,
        _ reader: Reader
    ) throws -> [RecordRow] {
        let parts = marks.flatMap { mark in
            units.compactMap { unit in
                reader.selection("case_search", for: mark, in: unit, limit: Self.mostBeside)
                    .map { "SELECT subject FROM (\($0)) AS part" as SQL }
            }
        }
        guard let first = parts.first else { return [] }
        let ids = parts.dropFirst().reduce(first) { "\($0) UNION \($1)" }
        return try reader.rows(
            """
            \(Self.columns) WHERE c.id IN (\(ids)) AND c.id <> \(id) \
            AND (c.ended IS NULL OR c.ended > \(now.adding(seconds: -30 * 86_400))) \
            AND \(rights) ORDER BY c.received DESC, c.id LIMIT \(Self.mostBeside)
            """
        )
    }

    func linked(with id: OpaqueID, _ reader: Reader) throws -> [RecordRow] {
        try reader.rows(
            """
            \(Self.fields) FROM (SELECT DISTINCT other FROM case_links WHERE case_id = \(id)) AS l \
            CROSS JOIN cases c WHERE c.id = l.other AND \(rights) ORDER BY c.received DESC, c.id \
            LIMIT \(Self.mostBeside)
            """
        )
    }
}
