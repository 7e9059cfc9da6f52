import Cases
import Ledger
import Office
package import Site
import Stories

// A changed calendar is told to the open cases in pieces, beside the work of the day.

extension ServicesFeature {
    /// So many cases are looked at before others may write again.
    private static let piece = 500

    /// Tells the next open cases their new dates where these are later than what was told.
    ///
    /// What is left to do follows from the record: the newest change of the calendar against the
    /// one that was told last. So nothing is forgotten when the program ends in between, and a
    /// change that comes meanwhile begins anew.
    /// - Returns: whether more is left.
    package func recountPiece(of most: Int = piece) async throws -> Bool {
        guard let recount = try await begun() else { return false }
        let keeper = keeper
        let (last, looked, later) = try await store.read { reader in
            let force = try keeper.current(reader)
            let ids = try reader.rows(
                """
                SELECT id FROM cases WHERE ended IS NULL AND id > \(recount.after) \
                ORDER BY id LIMIT \(most)
                """
            ).map { CaseID(try $0.id("id")) }
            let later = try ids.filter { id in
                let state = try reader.load(id, force, openingAnswers: false)?.state
                return state?.becomesLater(force.calendars) ?? false
            }
            return (ids.last, ids.count, later)
        }
        var moved = 0
        for id in later where try await tell(id, because: recount.cause) { moved += 1 }
        let ended = looked < most ? now() : nil
        // Another node may have looked at the same ones, and be further by now.
        _ = try await store.operate([
            """
            UPDATE recounts SET after = \(last?.id ?? recount.after), looked = looked + \(looked), \
            moved = moved + \(moved), ended = \(ended) \
            WHERE mark = \(recount.mark) AND after = \(recount.after)
            """
        ])
        return ended == nil
    }

    /// How far it has come; nil where the calendar was never changed here.
    package func recountProgress() async throws -> RecountProgress? {
        try await store.read { reader in
            let mark = try reader.calendarMark()
            guard mark > 0 else { return nil }
            let row = try reader.row(
                "SELECT total, looked, moved, ended FROM recounts WHERE mark = \(mark)"
            )
            guard let row else {
                return RecountProgress(looked: 0, of: nil, moved: 0, isDone: false)
            }
            let ended: Int64? = try row.find("ended")
            return RecountProgress(
                looked: Int(try row.int("looked")),
                of: Int(try row.int("total")),
                moved: Int(try row.int("moved")),
                isDone: ended != nil
            )
        }
    }

    /// The change that is being told, begun if need be; nil where all are told.
    private func begun() async throws -> ToldChange? {
        let (mark, row) = try await store.glance { reader in
            let mark = try reader.calendarMark()
            let row = try reader.row(
                "SELECT cause, after, ended FROM recounts WHERE mark = \(mark)"
            )
            return (mark, row)
        }
        if let row {
            let ended: Int64? = try row.find("ended")
            guard ended == nil else { return nil }
            return ToldChange(mark: mark, cause: try row.get("cause"), after: try row.id("after"))
        }
        guard mark > 0 else { return nil }
        let (cause, total) = try await store.read { reader in
            let last = try reader.history(of: CalendarStory.stream).last
            let open = try reader.row("SELECT count(*) AS open FROM cases WHERE ended IS NULL")
            let cause = last.flatMap { Code("\($0.kind).\($0.version.count)") }
            return (cause, try open?.int("open") ?? 0)
        }
        guard let cause else { return nil }
        let first = OpaqueID(high: 0, low: 0)
        _ = try await store.operate([
            "DELETE FROM recounts WHERE mark < \(mark)",
            """
            INSERT INTO recounts (mark, cause, after, total, looked, moved) \
            VALUES (\(mark), \(cause), \(first), \(total), \(0), \(0)) ON CONFLICT (mark) DO NOTHING
            """,
        ])
        return ToldChange(mark: mark, cause: cause, after: first)
    }

    /// Tells one case; false where there was nothing to tell after all.
    private func tell(_ id: CaseID, because cause: Code) async throws -> Bool {
        do {
            _ = try await cases.handle(
                CaseDesk.Asked(.recount(cause: cause), on: id, seen: nil, who: .clock, now: now())
            )
            return true
        } catch is CaseRefusal {
            // The case ended, or was told, since it was looked at.
            return false
        }
    }

    /// A change that is being told, and the last case that was looked at.
    struct ToldChange: Sendable {
        let mark: Int64
        let cause: Code
        let after: OpaqueID
    }
}

/// The table of how far a change of the calendar has been told: operations, no history.
enum Recounts {
    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS recounts (mark BIGINT PRIMARY KEY, cause TEXT NOT NULL, \
        after BLOB NOT NULL, total BIGINT NOT NULL, looked BIGINT NOT NULL, \
        moved BIGINT NOT NULL, ended BIGINT)
        """
    ]
}
