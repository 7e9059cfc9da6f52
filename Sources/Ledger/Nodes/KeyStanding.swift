import Stories

/// What the database says of key-encryption keys: which there are, which nodes hold them, and what
/// of them is under way.
///
/// It never holds a key. What is to be done next follows from it alone, so that every node comes
/// to the same answer, and the transaction that does it asks once more.
struct KeyStanding: Sendable {
    /// A key-encryption key goes through these, and never back.
    enum Phase: String, SQLBindable {
        /// Made, and on its way to every node.
        case offered
        /// The only one that wraps.
        case current
        /// What it wraps is being wrapped anew.
        case leaving
        /// Nothing is wrapped under it, and each node destroys it.
        case retired

        var sqlValue: SQLValue { .text(rawValue) }
        init?(sqlValue: SQLValue) {
            guard let word = String(sqlValue: sqlValue) else { return nil }
            self.init(rawValue: word)
        }
    }

    struct Wrapping: Sendable {
        let id: OpaqueID
        let number: Int
        let phase: Phase
        let made: Instant

        /// When something was first erased that this key may have wrapped.
        let owed: Instant?
        let retired: Instant?
    }

    struct Node: Sendable {
        let id: OpaqueID

        /// When it last served; long ago for a folder that only commands have opened.
        let seen: Instant

        /// For whom letters to it are sealed.
        let asks: [UInt8]
    }

    struct Copy: Sendable {
        let wrapping: OpaqueID
        let node: OpaqueID

        /// When it was destroyed there.
        let gone: Instant?
    }

    struct Letter: Sendable {
        let wrapping: OpaqueID
        let node: OpaqueID
        let asks: [UInt8]
        let sealed: [UInt8]
    }

    let wrappings: [Wrapping]
    let nodes: [Node]
    let copies: [Copy]
    let letters: [Letter]

    init(on connection: any Connection, _ keys: Keys) throws(StoreError) {
        let found = try connection.answers(to: Self.questions)
        wrappings = try found[0].map { row throws(StoreError) in
            Wrapping(
                id: try row.id("id"),
                number: try row.get("number"),
                phase: try row.get("phase"),
                made: try row.get("made"),
                owed: try row.find("owed"),
                retired: try row.find("retired")
            )
        }
        let said = try found[1].map { row throws(StoreError) in
            (
                node: Node(
                    id: try row.id("id"),
                    seen: try row.get("seen"),
                    asks: try row.blob("asks")
                ),
                mark: try row.blob("mark")
            )
        }
        // Whoever has another root key gets no letter, and nobody waits for it.
        nodes = said.filter { NodeOfKeys.mark(of: $0.node.asks, from: $0.node.id, keys) == $0.mark }
            .map(\.node)
        copies = try found[2].map { row throws(StoreError) in
            Copy(
                wrapping: try row.id("wrapping"),
                node: try row.id("node"),
                gone: try row.find("gone")
            )
        }
        letters = try found[3].map { row throws(StoreError) in
            Letter(
                wrapping: try row.id("wrapping"),
                node: try row.id("node"),
                asks: try row.blob("asks"),
                sealed: try row.blob("sealed")
            )
        }
    }

    private static let questions = [
        SQL(text: "SELECT id, number, phase, made, owed, retired FROM wrappings ORDER BY number"),
        SQL(text: "SELECT id, seen, asks, mark FROM key_nodes ORDER BY id"),
        SQL(text: "SELECT wrapping, node, gone FROM key_copies"),
        SQL(text: "SELECT wrapping, node, asks, sealed FROM key_letters"),
    ]

    var current: Wrapping? { wrappings.first { $0.phase == .current } }
    var offered: Wrapping? { wrappings.first { $0.phase == .offered } }

    /// Those that nodes need.
    var living: [Wrapping] { wrappings.filter { $0.phase != .retired } }

    func copy(of wrapping: OpaqueID, at node: OpaqueID) -> Copy? {
        copies.first { $0.wrapping == wrapping && $0.node == node }
    }

    /// Whether a node has said that it holds a key.
    func holds(_ node: OpaqueID, _ wrapping: OpaqueID) -> Bool {
        copy(of: wrapping, at: node).map { $0.gone == nil } ?? false
    }
}

/// What moves a renewal on by one transaction.
enum KeyStep: Hashable, Sendable {
    /// Makes a new key-encryption key, which every node is to get.
    case offer
    /// Gives up a new key that nobody has kept.
    case withdraw(OpaqueID)
    /// Lets a new key wrap, now that the nodes have it.
    case promote(OpaqueID)
    /// Wraps anew what stands under earlier keys.
    case rewrap
}

extension KeyStanding {
    /// Nobody waits longer than this for a node that is not heard of; it gets its letter later.
    static let awaySeconds: Int64 = 86_400

    /// How long a new key may be held by nobody: whoever made it is writing its file.
    static let offerSeconds: Int64 = 600

    /// How long a key is held after nothing is wrapped under it: readers may still see rows as
    /// they were, and a standby that takes over may lack the last seconds.
    static let graceSeconds: Int64 = 900

    /// What a node that holds these keys may do now.
    func step(holding held: Set<OpaqueID>, at now: Instant) -> KeyStep? {
        if let offered {
            let present = nodes.filter { now.seconds(since: $0.seen) <= Self.awaySeconds }
            let waiting = present.filter { !holds($0.id, offered.id) }
            if !present.isEmpty, waiting.isEmpty { return .promote(offered.id) }
            let isLost =
                waiting.count == present.count
                && now.seconds(since: offered.made) >= Self.offerSeconds
            return isLost ? .withdraw(offered.id) : nil
        }
        guard let current else { return nil }
        if wrappings.contains(where: { $0.phase == .leaving }) {
            return held.isSuperset(of: living.map(\.id)) ? .rewrap : nil
        }
        let age = now.milliseconds - current.made.milliseconds
        return current.owed != nil || age >= RecordStore.renewalAfter ? .offer : nil
    }

    /// The keys that a node has to destroy now.
    func toDestroy(at node: OpaqueID, holding held: Set<OpaqueID>, at now: Instant) -> [Wrapping] {
        wrappings.filter { wrapping in
            guard let retired = wrapping.retired, wrapping.phase == .retired else { return false }
            guard now.seconds(since: retired) >= Self.graceSeconds else { return false }
            return held.contains(wrapping.id) || holds(node, wrapping.id)
        }
    }
}
