package import Stories

/// What somebody has filled in so far: sealed under a key of its own, no part of the log.
///
/// The table knows a draft only by a keyed mark of its id, so whoever has the database alone can
/// neither open a draft nor send one.
package struct Drafts: Sendable {
    private static let lastingDays: Int64 = 30

    private let store: RecordStore

    package init(_ store: RecordStore) { self.store = store }

    /// The content of a draft, and how often it was kept before.
    package struct Opened: Hashable, Sendable {
        package let content: [UInt8]
        package let turn: Int64
    }

    /// How the keeping of what somebody changed ended.
    package enum Kept: Hashable, Sendable {
        /// The turn to have seen next time.
        case kept(turn: Int64)

        /// Somebody kept it since it was opened: nothing was written. Open it again.
        case movedOn
    }

    /// Keeps the content of a draft, whatever was there; it lasts 30 days from now.
    ///
    /// A draft that was sent or swept is refused as erased.
    package func keep(
        _ id: OpaqueID,
        _ content: [UInt8],
        at now: Instant
    ) async throws(StoreError) {
        _ = try await keep(id, content, where: "drafts.turn >= 0", at: now)
    }

    /// Keeps what became of a draft since it was opened, if nobody else kept it meanwhile.
    ///
    /// `seen` is its turn, nil where there was no draft. It lasts 30 days from now; one that was
    /// sent or swept is refused as erased.
    package func keep(
        _ id: OpaqueID,
        _ content: [UInt8],
        seen: Int64?,
        at now: Instant
    ) async throws(StoreError) -> Kept {
        // One whose days are over is none, even before it is swept.
        let isAsSeen: SQL = seen.map { "drafts.turn = \($0)" } ?? "drafts.expires <= \(now)"
        return try await keep(id, content, where: isAsSeen, at: now)
    }

    private func keep(
        _ id: OpaqueID,
        _ content: [UInt8],
        where isAsSeen: SQL,
        at now: Instant
    ) async throws(StoreError) -> Kept {
        let place = place(of: id)
        let key = try await store.keptKey(of: place.dossier, at: now)
        let sealed = try Sealing.seal(content, under: key.key, bound: place.bytes)
        let expires = now.adding(seconds: Self.lastingDays * 86_400)
        let kept = try await store.operate([
            """
            INSERT INTO drafts (id, dossier, sealed, expires)
            SELECT \(place.row), dossier, \(sealed), \(expires) FROM keyring
            WHERE dossier = \(place.dossier) AND erased IS NULL
            ON CONFLICT (id) DO UPDATE
            SET sealed = excluded.sealed, expires = excluded.expires, turn = drafts.turn + 1
            WHERE \(isAsSeen)
            RETURNING turn
            """,
            "SELECT 1 AS living WHERE \(place.isLiving)",
        ])
        if let row = kept[0].first { return .kept(turn: try row.int("turn")) }
        if !kept[1].isEmpty { return .movedOn }
        store.vault.drop(place.dossier)
        throw StoreError(.erased, "the draft is no longer kept")
    }

    /// The content of a draft and its turn; nil where there is none, or no longer.
    package func opened(
        _ id: OpaqueID,
        at now: Instant,
        _ reader: Reader
    ) throws(StoreError) -> Opened? {
        let place = place(of: id)
        let row = try reader.row(
            SQL(
                text: "SELECT sealed, turn FROM drafts WHERE id = $1 AND expires > $2",
                [place.row.sqlValue, now.sqlValue]
            )
        )
        guard let row, let content = try reader.openRow(row.blob("sealed"), at: place)
        else { return nil }
        return Opened(content: content, turn: try row.int("turn"))
    }

    /// The content of a draft and its turn, read by itself.
    package func opened(_ id: OpaqueID, at now: Instant) async throws(StoreError) -> Opened? {
        try await store.reading { reader throws(StoreError) in
            try opened(id, at: now, reader)
        }
    }

    /// The content of a draft; nil where there is none, or no longer.
    package func open(
        _ id: OpaqueID,
        at now: Instant,
        _ reader: Reader
    ) throws(StoreError) -> [UInt8]? {
        try opened(id, at: now, reader)?.content
    }

    /// The content of a draft, read by itself.
    package func open(_ id: OpaqueID, at now: Instant) async throws(StoreError) -> [UInt8]? {
        try await opened(id, at: now)?.content
    }

    /// Gives a draft a code with which it opens on another device; an earlier one is void.
    ///
    /// Thirteen characters of 32: 65 bits. Only a keyed mark of it is kept, and the draft's id
    /// sealed under it.
    package func giveCode(
        to id: OpaqueID,
        draw: Draw = .random
    ) async throws(StoreError) -> String? {
        let code = ResumeCode(draw: draw)
        let marks = try store.vault.marks(of: code, for: id)
        let rows = try await store.operate([
            """
            UPDATE drafts SET resume = \(marks.mark), resume_sealed = \(marks.sealed)
            WHERE id = \(place(of: id).row) RETURNING id
            """
        ])
        return rows.joined().isEmpty ? nil : code.text
    }

    /// The id of the draft that a code opens.
    ///
    /// Throttle whoever asks.
    package func resume(_ typed: String, at now: Instant) async throws(StoreError) -> OpaqueID? {
        guard let code = ResumeCode(typed: typed) else { return nil }
        let vault = store.vault
        return try await store.reading { reader throws(StoreError) in
            let row = try reader.row(
                """
                SELECT resume_sealed FROM drafts
                WHERE resume = \(vault.mark(of: code)) AND expires > \(now)
                """
            )
            guard let row else { return nil }
            return try vault.draft(from: row.blob("resume_sealed"), by: code)
        }
    }

    /// The statements that end a draft, for `Append.operations` of its submission.
    package func ending(_ id: OpaqueID, at now: Instant) -> [SQL] {
        let place = place(of: id)
        return [
            SQL(text: "DELETE FROM drafts WHERE id = $1", [place.row.sqlValue]),
            SQL(
                text: """
                    UPDATE keyring SET wrapped = NULL, erased = $1 \
                    WHERE dossier = $2 AND erased IS NULL
                    """,
                [now.sqlValue, place.dossier.sqlValue]
            ),
        ]
    }

    /// The dossier in which a draft and its files are sealed until it is sent.
    package func dossier(of id: OpaqueID) -> DossierID { place(of: id).dossier }

    /// Removes drafts whose time is over, with their keys.
    package func sweep(at now: Instant) async throws(StoreError) {
        try await store.operate([
            """
            UPDATE keyring SET wrapped = NULL, erased = \(now) WHERE erased IS NULL
            AND dossier IN (SELECT dossier FROM drafts WHERE expires <= \(now))
            """,
            "DELETE FROM drafts WHERE expires <= \(now)",
        ])
        store.vault.dropAll()
    }

    /// The contents of all drafts.
    package func contents() async throws(StoreError) -> [[UInt8]] {
        try await store.reading { reader throws(StoreError) in
            var contents: [[UInt8]] = []
            for row in try reader.rows("SELECT id, dossier, sealed FROM drafts") {
                let place = SealedPlace(
                    try row.get("dossier"),
                    Vault.columnOfDrafts,
                    row: try row.id("id")
                )
                if let opened = try reader.openRow(row.blob("sealed"), at: place) {
                    contents.append(opened)
                }
            }
            return contents
        }
    }

    private func place(of id: OpaqueID) -> SealedPlace {
        store.vault.place(ofDraft: id)
    }
}
