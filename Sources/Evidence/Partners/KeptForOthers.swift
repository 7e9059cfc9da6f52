package import Ledger
import Notices
package import Stories

/// The newest head of somebody else's log that we keep, and have cosigned.
package struct HeadOfOthers: Hashable, Sendable {
    package let origin: OpaqueID

    /// Whose log it is, as `kabar.yaml` calls it.
    package let owner: String
    package let size: Int64
    package let root: TreeHash

    /// The head with our cosignature below it, to be handed back to whoever asks.
    package let note: String
    package let at: Instant

    /// When a head came that goes not on from this one, as far as its proof says; anybody can
    /// send a false proof for a true head, so it passes with the next one that does go on.
    package var doubted: Instant?

    /// When another head of this very size came, signed by the same key: two pasts, proven.
    package var contradicted: Instant?

    /// The head that came then.
    package var other: String?
}

extension HeadOfOthers {
    /// The tables of the class *operations* of this part.
    ///
    /// Our own restore takes them back to the backup: then a partner tells from which size on.
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS kept_heads (origin BLOB NOT NULL PRIMARY KEY, \
        owner TEXT NOT NULL, size BIGINT NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL, \
        at BIGINT NOT NULL, doubted BIGINT, contradicted BIGINT, other TEXT) /* keyed */
        """
    ]

    fileprivate init(_ row: RecordRow) throws(StoreError) {
        guard let root = TreeHash(bytes: try row.blob("root")) else {
            throw StoreError(.damaged, "a kept head has no root")
        }
        self.init(
            origin: try row.id("origin"),
            owner: try row.text("owner"),
            size: try row.int("size"),
            root: root,
            note: try row.text("note"),
            at: try row.get("at"),
            doubted: try row.find("doubted"),
            contradicted: try row.find("contradicted"),
            other: try row.find("other")
        )
    }

    /// Keeps it in the place of the one that it was compared with; no row where that has moved.
    fileprivate func statement(over before: HeadOfOthers?) -> SQL {
        guard let before else {
            return """
                INSERT INTO kept_heads (origin, owner, size, root, note, at) VALUES \
                (\(origin), \(owner), \(size), \(root.bytes), \(note), \(at)) \
                ON CONFLICT (origin) DO NOTHING RETURNING size
                """
        }
        return """
            UPDATE kept_heads SET owner = \(owner), size = \(size), root = \(root.bytes), \
            note = \(note), at = \(at), doubted = NULL, \
            other = CASE WHEN contradicted IS NULL THEN NULL ELSE other END \
            WHERE origin = \(origin) AND size = \(before.size) \
            AND root = \(before.root.bytes) RETURNING size
            """
    }
}

extension Reader {
    private static var columns: SQL {
        """
        SELECT origin, owner, size, root, note, at, doubted, contradicted, other FROM kept_heads
        """
    }

    /// What we keep of the log with that origin.
    func headOfOthers(_ origin: OpaqueID) throws(StoreError) -> HeadOfOthers? {
        try row("\(Self.columns) WHERE origin = \(origin)").map(HeadOfOthers.init(_:))
    }

    /// All that we keep for others, the newest of each owner first.
    package func headsOfOthers() throws -> [HeadOfOthers] {
        try rows("\(Self.columns) ORDER BY owner, at DESC, origin LIMIT 500")
            .map(HeadOfOthers.init(_:))
    }
}

/// Keeps heads of logs that are entrusted to us, and cosigns what goes on from what it kept.
struct KeepingDesk: Sendable {
    let store: RecordStore
    let keys: Keys
    let entrusted: [EntrustedLog]

    /// What a log is answered, in the words of C2SP tlog-witness.
    enum Answer: Hashable, Sendable {
        /// 200, with the line of our cosignature.
        case cosigned(String)
        /// 400
        case unreadable
        /// 403: none of the keys that we know for it has signed this.
        case unknownKey
        /// 404: no log of this name is entrusted to us.
        case unknownLog
        /// 409: this is the size that we hold.
        case otherSize(Int64)
        /// 422: the proof does not lead from what we hold to this.
        case wrongProof
    }

    func take(_ body: String, at now: Instant) async throws -> Answer {
        guard let growth = GrowthOfLog(body), let note = SignedNote(growth.note),
            let claimed = Checkpoint(text: note.text)
        else { return .unreadable }
        guard growth.old <= claimed.size else { return .unreadable }
        let known = try await store.glance { try $0.headOfOthers(claimed.origin) }
        guard let owner = owner(of: note, claimed) else {
            let isNamed = known != nil || entrusted.contains { $0.key.name == claimed.name }
            return isNamed ? .unknownKey : .unknownLog
        }
        switch Self.judge(growth, claimed, after: known) {
        case .goesOn: break
        case .stops(let answer, let why):
            if let why { try await keep(why, claimed.origin, growth.note, at: now) }
            return answer
        }
        let signed = SignedNote(
            text: note.text,
            signatures: note.signatures.filter { $0.name == claimed.name }
        )
        let line = try note.cosignature(by: keys, at: now)
        let head = HeadOfOthers(
            origin: claimed.origin,
            owner: owner,
            size: claimed.size,
            root: claimed.root,
            note: signed.adding(line).written,
            at: now
        )
        // Kept before it is handed out: what we signed once we never deny.
        let kept = try await store.operate([head.statement(over: known)])
        guard kept.joined().isEmpty else { return .cosigned(line.written) }
        let newer = try await store.glance { try $0.headOfOthers(claimed.origin) }
        return .otherSize(newer?.size ?? 0)
    }

    /// Who owns the log that signed a note; a new origin after a restore is signed by the same
    /// key, and so is the log of the same owner.
    private func owner(of note: SignedNote, _ head: Checkpoint) -> String? {
        entrusted.first { log in
            note.isSigned(by: NoteKey(name: head.name, key: log.key.key))
        }?.name
    }

    enum Judgement: Hashable, Sendable {
        case goesOn
        case stops(Answer, Objection?)
    }

    /// What a signed head has against it that came.
    enum Objection: Hashable, Sendable {
        case doubt, contradiction
    }

    /// Whether a signed head goes on from what we hold; pure.
    static func judge(
        _ growth: GrowthOfLog,
        _ head: Checkpoint,
        after known: HeadOfOthers?
    ) -> Judgement {
        let held = known?.size ?? 0
        if head.size == held, let known, head.root != known.root {
            return .stops(.otherSize(held), .contradiction)
        }
        guard growth.old == held else { return .stops(.otherSize(held), nil) }
        guard let known, held > 0 else {
            return growth.proof.isEmpty ? .goesOn : .stops(.wrongProof, nil)
        }
        let grows = TreeProof.grows(
            from: held,
            known.root,
            to: head.size,
            head.root,
            by: growth.proof
        )
        return grows ? .goesOn : .stops(.wrongProof, .doubt)
    }

    private func keep(
        _ why: Objection,
        _ origin: OpaqueID,
        _ other: String,
        at now: Instant
    ) async throws {
        let statement: SQL =
            switch why {
            case .doubt:
                """
                UPDATE kept_heads SET doubted = \(now), other = \(other) \
                WHERE origin = \(origin) AND doubted IS NULL AND contradicted IS NULL
                """
            case .contradiction:
                """
                UPDATE kept_heads SET contradicted = \(now), other = \(other) \
                WHERE origin = \(origin) AND contradicted IS NULL
                """
            }
        try await store.operate([statement])
    }
}
