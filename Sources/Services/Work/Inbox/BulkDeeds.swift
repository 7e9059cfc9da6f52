import Cases
import Ledger
import Office
import Site
import Stories

/// What is done with several cases at once: who works on them, and when.
///
/// Never a decision: what is approved or refused was looked at one by one.
enum BulkDeed: String, CaseIterable, Sendable {
    case take = "ambil"
    case forward = "teruskan"
    case snooze = "tunda"

    var words: Words {
        switch self {
        case .take: .take
        case .forward: .forwardCases
        case .snooze: .snooze
        }
    }

    /// What became of those for which it worked.
    var done: Words {
        switch self {
        case .take: Words("Sekarang milik Anda", "Now yours")
        case .forward: Words("Diteruskan", "Handed on")
        case .snooze: Words("Ditunda", "Set aside")
        }
    }
}

/// One row that was selected, with the version that the list showed.
struct SelectedCase: Hashable, Sendable {
    let number: TrackingNumber
    let version: Version

    /// So many stand on one page, and no more are done at once.
    static let most = InboxQuery.pageLength

    /// Reads `482910375527.4`.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let version = Int64(parts[1]), version > 0,
            case .success(let number) = Result(catching: { () throws(TrackingNumber.Mistake) in
                try TrackingNumber(reading: String(parts[0]))
            })
        else { return nil }
        self.number = number
        self.version = Version(version)
    }

    var text: String { "\(number.digits).\(version.count)" }

    /// Every case once, in the order of the list; what is no case is left out.
    static func read(_ texts: [String]) -> [SelectedCase] {
        var seen: Set<TrackingNumber> = []
        let all = texts.flatMap { $0.split(separator: ",") }.compactMap { SelectedCase($0) }
        return Array(all.filter { seen.insert($0.number).inserted }.prefix(most))
    }

    static func text(_ cases: [SelectedCase]) -> String {
        cases.map(\.text).joined(separator: ",")
    }
}

/// What became of one of several.
enum BulkOutcome: Hashable, Sendable {
    case done

    /// It cannot be opened: another unit's, or none.
    case closedToYou

    /// Somebody has it, since then.
    case taken(by: OpaqueID, since: Instant)

    /// It changed since the list was shown.
    case movedOn
    case refused(Words)

    /// As it is kept for the page of results: codes and our own sentences.
    var text: String {
        switch self {
        case .done: "done"
        case .closedToYou: "closed"
        case .taken(let by, let since): "taken|\(by)|\(since.milliseconds)"
        case .movedOn: "moved"
        case .refused(let words): "refused|\(words.indonesian)|\(words.text(in: .english))"
        }
    }

    init?(_ text: some StringProtocol) {
        let parts = String(text).split(separator: "|" as Character).map(String.init)
        switch parts.first {
        case "done": self = .done
        case "closed": self = .closedToYou
        case "moved": self = .movedOn
        case "taken":
            guard parts.count == 3, let id = OpaqueID(parts[1]), let at = Int64(parts[2]) else {
                return nil
            }
            self = .taken(by: id, since: Instant(milliseconds: at))
        case "refused":
            guard parts.count == 3 else { return nil }
            self = .refused(Words(parts[1], parts[2]))
        default: return nil
        }
    }
}

/// The table of what became of several: shown once to whoever did it, gone after a day.
enum BulkResults {
    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS bulk_results (id BLOB PRIMARY KEY, official BLOB NOT NULL, \
        at BIGINT NOT NULL, deed TEXT NOT NULL, lines TEXT NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS bulk_results_by_time ON bulk_results (at)",
    ]

    /// One case and what became of it.
    typealias Line = (number: TrackingNumber, outcome: BulkOutcome)

    static func keep(
        _ id: OpaqueID,
        _ deed: BulkDeed,
        _ lines: [Line],
        by official: OpaqueID,
        at now: Instant
    ) -> [SQL] {
        let text = lines.map { "\($0.number.digits) \($0.outcome.text)" }.joined(separator: "\n")
        return [
            "DELETE FROM bulk_results WHERE at < \(now.adding(seconds: -86_400))",
            """
            INSERT INTO bulk_results (id, official, at, deed, lines) VALUES \
            (\(id), \(official), \(now), \(deed.rawValue), \(text))
            """,
        ]
    }

    static func find(
        _ id: OpaqueID,
        of official: OpaqueID,
        _ reader: Reader
    ) throws -> (deed: BulkDeed, lines: [Line])? {
        let row = try reader.row(
            """
            SELECT deed, lines FROM bulk_results \
            WHERE id = \(id) AND official = \(official)
            """
        )
        guard let row, let deed = BulkDeed(rawValue: try row.text("deed")) else { return nil }
        let lines = try row.text("lines").split(separator: "\n").compactMap { line -> Line? in
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let outcome = BulkOutcome(parts[1]),
                case .success(let number) = Result(catching: {
                    () throws(TrackingNumber.Mistake) in
                    try TrackingNumber(reading: String(parts[0]))
                })
            else { return nil }
            return (number, outcome)
        }
        return (deed, lines)
    }
}
