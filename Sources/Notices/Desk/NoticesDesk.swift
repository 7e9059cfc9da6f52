package import Ledger
package import Stories

/// The queue of what is to be told: sorted by channel once, claimed before each try, marked once.
package struct NoticesDesk: Sendable {
    package let store: RecordStore

    package init(store: RecordStore) { self.store = store }

    /// The tables of the class *operations* of this part.
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS notices (key BLOB PRIMARY KEY, about BLOB NOT NULL, \
        notice TEXT NOT NULL, seq BIGINT NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL, \
        asked BIGINT NOT NULL, tries BIGINT NOT NULL, next BIGINT NOT NULL, \
        leased_until BIGINT, ended BIGINT, why TEXT)
        """,
        "CREATE INDEX IF NOT EXISTS notices_waiting ON notices (channel, state, next)",
        "CREATE INDEX IF NOT EXISTS notices_about ON notices (about)",
        """
        CREATE TABLE IF NOT EXISTS notice_steps (key BLOB NOT NULL, at BIGINT NOT NULL, \
        state TEXT NOT NULL, channel TEXT NOT NULL, official BLOB, \
        PRIMARY KEY (key, at, state))
        """,
        """
        CREATE TABLE IF NOT EXISTS notice_troubles (channel TEXT PRIMARY KEY, \
        since BIGINT NOT NULL, next BIGINT NOT NULL, why TEXT NOT NULL)
        """, NodeTroubles.table,
    ]

    /// Empties the queue of an erased dossier, in the transaction of its erasure.
    package static let forgetting = ViewOfRecord(
        "notices_forgotten",
        .now,
        of: [],
        tables: [],
        schema: [],
        project: { _ in [] },
        forget: { dossier in
            [
                """
                UPDATE notices SET state = \(NoticeState.dropped.rawValue), leased_until = NULL \
                WHERE about = \(dossier) AND state IN (\(each: openStates))
                """
            ]
        }
    )

    private static let openStates = [
        NoticeState.waiting.rawValue, NoticeState.opened.rawValue,
    ]

    private static let columns: SQL =
        "key, about, notice, seq, channel, state, asked, tries, why"

    /// Puts an effect into the queue of its channel, and marks it as sorted: one commit.
    func put(
        _ effect: Outbox.Leased,
        about: OpaqueID,
        notice: Code,
        _ channel: NoticeChannel,
        at now: Instant
    ) async throws {
        let state: NoticeState = channel == .none ? .dropped : .waiting
        try await store.operate([
            """
            INSERT INTO notices (key, about, notice, seq, channel, state, asked, tries, next) \
            VALUES (\(effect.effect.key), \(about), \(notice), \(effect.seq), \
            \(channel.rawValue), \(state.rawValue), \(now), \(0), \(now)) \
            ON CONFLICT (key) DO NOTHING
            """,
            "UPDATE outbox SET done = \(now) WHERE key = \(effect.effect.key) AND done IS NULL",
        ])
    }

    /// Claims the next message of a channel that is due; nobody else gets it until `until`.
    ///
    /// The number of tries is the claim's term: it only grows.
    func lease(
        _ channel: NoticeChannel,
        at now: Instant,
        until: Instant
    ) async throws -> KeptNotice? {
        let answers = try await store.operate([
            """
            UPDATE notices SET leased_until = \(until), tries = tries + 1 WHERE key IN (\
            SELECT key FROM notices WHERE channel = \(channel.rawValue) \
            AND state = \(NoticeState.waiting.rawValue) AND next <= \(now) \
            AND (leased_until IS NULL OR leased_until <= \(now)) ORDER BY next, seq LIMIT 1) \
            RETURNING \(Self.columns)
            """
        ])
        return try answers.joined().first.map(KeptNotice.init)
    }

    /// Marks what became of a notice, once: a second mark of the same is no step.
    /// - Returns: false where it was marked before, or is no longer open.
    @discardableResult
    package func mark(
        _ key: OpaqueID,
        _ state: NoticeState,
        why: Code? = nil,
        by official: OpaqueID? = nil,
        at now: Instant
    ) async throws -> Bool {
        try await write(Mark(state: state, why: why, by: official, at: now), where: "key = \(key)")
    }

    /// The same after a try: nothing where somebody else has claimed it since.
    @discardableResult
    func mark(
        _ claimed: KeptNotice,
        _ state: NoticeState,
        why: Code? = nil,
        at now: Instant
    ) async throws -> Bool {
        try await write(Mark(state: state, why: why, by: nil, at: now), where: held(claimed))
    }

    private struct Mark {
        let state: NoticeState
        let why: Code?
        let by: OpaqueID?
        let at: Instant

        /// The states that it may follow on.
        var from: [NoticeState] {
            switch state {
            case .opened: [.waiting, .opened]
            case .delivered: [.handed]
            case .failed: [.waiting, .opened, .handed]
            case .waiting, .told, .sent, .handed, .dropped: [.waiting, .opened]
            }
        }
    }

    private func write(_ mark: Mark, where which: SQL) async throws -> Bool {
        let (allowed, state) = (mark.from.map(\.rawValue), mark.state.rawValue)
        let ended = mark.state == .opened ? nil : mark.at
        let answers = try await store.operate([
            """
            INSERT INTO notice_steps (key, at, state, channel, official) \
            SELECT key, \(mark.at), \(state), channel, \(mark.by) FROM notices \
            WHERE \(which) AND state IN (\(each: allowed)) ON CONFLICT DO NOTHING
            """,
            """
            UPDATE notices SET state = \(state), why = \(mark.why), ended = \(ended), \
            leased_until = NULL WHERE \(which) AND state IN (\(each: allowed)) RETURNING key
            """,
        ])
        return !answers.joined().isEmpty
    }

    /// The row of a notice, as long as nobody has claimed it again: the number of tries is the
    /// claim's term.
    private func held(_ notice: KeptNotice) -> SQL {
        "key = \(notice.key) AND tries = \(notice.tries)"
    }

    /// Puts it off until later.
    func postpone(_ claimed: KeptNotice, until: Instant) async throws {
        try await store.operate([
            """
            UPDATE notices SET next = \(until), leased_until = NULL \
            WHERE \(held(claimed)) AND state = \(NoticeState.waiting.rawValue)
            """
        ])
    }

    /// A server did not take it: the desk may, where there is a phone.
    func giveToDesk(_ notice: KeptNotice, why: Code?, at now: Instant) async throws {
        let open = [NoticeState.waiting.rawValue, NoticeState.handed.rawValue]
        try await store.operate([
            """
            INSERT INTO notice_steps (key, at, state, channel) \
            SELECT key, \(now), \(NoticeState.failed.rawValue), channel FROM notices \
            WHERE \(held(notice)) AND state IN (\(each: open)) ON CONFLICT DO NOTHING
            """,
            """
            UPDATE notices SET channel = \(NoticeChannel.desk.rawValue), why = \(why), \
            leased_until = NULL WHERE \(held(notice)) AND state IN (\(each: open))
            """,
            """
            UPDATE notices SET state = \(NoticeState.waiting.rawValue), ended = NULL \
            WHERE \(held(notice)) AND state = \(NoticeState.handed.rawValue)
            """,
        ])
    }

    // MARK: - Troubles of a channel

    /// Since when a channel takes nothing, and when it is tried again.
    package struct Trouble: Hashable, Sendable {
        package let channel: NoticeChannel
        package let since: Instant
        package let next: Instant
        package let why: Notices.Trouble?
    }

    package func noteTrouble(
        _ channel: NoticeChannel,
        _ why: Notices.Trouble,
        next: Instant,
        at now: Instant
    ) async throws {
        try await store.operate([
            """
            INSERT INTO notice_troubles (channel, since, next, why) VALUES \
            (\(channel.rawValue), \(now), \(next), \(why.rawValue)) \
            ON CONFLICT (channel) DO UPDATE SET next = excluded.next, why = excluded.why
            """
        ])
    }

    package func noteWell(_ channel: NoticeChannel) async throws {
        try await store.operate([
            "DELETE FROM notice_troubles WHERE channel = \(channel.rawValue)"
        ])
    }
}

extension Reader {
    /// The channels that take nothing at the moment.
    package func noticeTroubles() throws -> [NoticesDesk.Trouble] {
        try rows("SELECT channel, since, next, why FROM notice_troubles ORDER BY channel")
            .compactMap { row in
                guard let channel = NoticeChannel(rawValue: try row.text("channel")) else {
                    return nil
                }
                return NoticesDesk.Trouble(
                    channel: channel,
                    since: try row.get("since"),
                    next: try row.get("next"),
                    why: Notices.Trouble(rawValue: try row.text("why"))
                )
            }
    }

    /// One notice.
    package func notice(_ key: OpaqueID) throws -> KeptNotice? {
        try row(
            """
            SELECT key, about, notice, seq, channel, state, asked, tries, why FROM notices \
            WHERE key = \(key)
            """
        ).map(KeptNotice.init)
    }

    /// What became of the notices of a case, oldest first.
    package func noticeSteps(about id: OpaqueID) throws -> [NoticeStep] {
        try rows(
            """
            SELECT s.at AS at, s.state AS state, s.channel AS channel, s.official AS official, \
            n.notice AS notice FROM notice_steps s JOIN notices n ON n.key = s.key \
            WHERE n.about = \(id) ORDER BY s.at, s.key, s.state
            """
        ).compactMap { row in
            guard let channel = NoticeChannel(rawValue: try row.text("channel")),
                let state = NoticeState(rawValue: try row.text("state"))
            else { return nil }
            return NoticeStep(
                at: try row.get("at"),
                notice: try row.get("notice"),
                channel: channel,
                state: state,
                by: try row.find("official")
            )
        }
    }
}

extension KeptNotice {
    /// From a row that has all its columns.
    package init(_ row: RecordRow) throws {
        key = try row.id("key")
        about = try row.id("about")
        notice = try row.get("notice")
        seq = try row.int("seq")
        channel = NoticeChannel(rawValue: try row.text("channel")) ?? .none
        state = NoticeState(rawValue: try row.text("state")) ?? .dropped
        asked = try row.get("asked")
        tries = try row.int("tries")
        why = try row.find("why")
    }
}
