package import Ledger
import Office
package import Stories

/// The restores that were tried, as lists show them.
package enum DrillsView {
    package static let view = ViewOfRecord(
        "restore_drills",
        .now,
        of: [DrillStory.kind],
        tables: ["restore_drills"],
        schema: [
            """
            CREATE TABLE restore_drills (seq BIGINT PRIMARY KEY, day TEXT NOT NULL, \
            actor BLOB NOT NULL, who BLOB, way TEXT NOT NULL, place BLOB, backup BIGINT, \
            size BIGINT, paper BIGINT, seconds BIGINT, trouble TEXT)
            """,
            "CREATE INDEX restore_drills_by_day ON restore_drills (day)",
        ],
        project: { projection in
            let (event, seq) = (projection.event, projection.seq)
            switch try event.fact(DrillFact.self) {
            case .tried(let tried):
                return [
                    """
                    INSERT INTO restore_drills (seq, day, actor, who, way, place, backup, size, \
                    paper, seconds, trouble) VALUES (\(seq), \(tried.day.description), \
                    \(event.by.id), \(tried.who), \(tried.way.rawValue), \
                    \(tried.place?.digest), \(tried.backup), \(tried.size), \
                    \(tried.fromPaper), \(tried.seconds), \
                    \(tried.trouble?.rawValue))
                    """
                ]
            }
        }
    )
}

/// One line of the list of drills.
struct DrillLine: Sendable {
    var day: Day
    /// Nil: nobody was named.
    var who: String?
    var way: TriedRestore.Way
    /// Nil where another place was written down.
    var place: String?
    var backup: Instant?
    var size: Int64?
    var isFromPaper: Bool
    var seconds: Int64?
    var trouble: TriedRestore.Trouble?
}

extension Reader {
    /// The last drills, the newest day first.
    func drills(most: Int = 12) throws -> [DrillLine] {
        try rows(
            """
            SELECT day, who, way, place, backup, size, paper, seconds, trouble \
            FROM restore_drills ORDER BY day DESC, seq DESC LIMIT \(most)
            """
        )
        .compactMap { row in
            guard let day = Day(try row.text("day")) else { return nil }
            let who: OpaqueID? = try row.find("who")
            let place: [UInt8]? = try row.find("place")
            let paper: Bool? = try row.find("paper")
            let trouble: String? = try row.find("trouble")
            return DrillLine(
                day: day,
                who: try who.flatMap { try name(of: $0) },
                way: TriedRestore.Way(rawValue: try row.text("way")) ?? .hand,
                place: try place.flatMap { try content(Public(digest: $0)) }
                    .map { String(decoding: $0, as: UTF8.self) },
                backup: try row.find("backup"),
                size: try row.find("size"),
                isFromPaper: paper ?? false,
                seconds: try row.find("seconds"),
                trouble: trouble.map { TriedRestore.Trouble(rawValue: $0) ?? .other }
            )
        }
    }

    /// How long ago a restore last worked, and since when there is something to restore.
    package func drillAge(on today: Day, in zone: Zone, every days: Int) throws -> DrillAge {
        let row = try row("SELECT max(day) AS day FROM restore_drills WHERE trouble IS NULL")
        let last: String? = try row?.find("day")
        let began = try events(after: 0, limit: 1).first.map { zone.day($0.at) } ?? today
        return DrillAge(
            last: last.flatMap { Day($0) },
            began: began,
            today: today,
            every: days
        )
    }
}
