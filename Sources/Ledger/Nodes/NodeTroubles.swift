package import Stories

/// Something that a node finds wrong.
package struct NodeTrouble: Hashable, Sendable {
    /// What it is about; the same at every node that finds it.
    package let what: Code

    /// A sentence for whoever keeps the machines, which names no person and no path.
    package let sentence: String

    /// Whether it is about what all nodes share, so that another node would say the same.
    package let isShared: Bool

    package init(_ what: Code, _ sentence: String, isShared: Bool) {
        (self.what, self.sentence, self.isShared) = (what, sentence, isShared)
    }
}

/// What nodes find wrong, kept for all of them: whoever tells people tells of every node.
///
/// Each node speaks for itself alone, so a node that is well cannot silence one that is not. The
/// end of what people were told of is kept until they are told of that too.
package struct NodeTroubles: Sendable {
    package static let table = """
        CREATE TABLE IF NOT EXISTS node_troubles (node BLOB NOT NULL, what TEXT NOT NULL, \
        host TEXT NOT NULL, shared BIGINT NOT NULL, words TEXT NOT NULL, since BIGINT NOT NULL, \
        told BIGINT, ended BIGINT, letter BLOB, PRIMARY KEY (node, what))
        """

    /// How long an end is kept for letters that are still under way.
    private static let endedDays: Int64 = 7

    private let store: RecordStore

    package init(_ store: RecordStore) { self.store = store }

    /// A trouble as it is told: once, however many nodes find it.
    package struct Told: Hashable, Sendable {
        package let node: OpaqueID
        package let what: Code
        package let isShared: Bool

        /// The machine that it is about; empty where it is about what all share, or there is only
        /// one.
        package let host: String
        package let words: String
        package let since: Instant

        /// What tells it from others.
        package var key: String { isShared ? "\(what)" : "\(what) \(node)" }

        package var sentence: String { host.isEmpty ? words : "\(host): \(words)" }
    }

    // MARK: - Saying

    /// Says what this node finds now, in place of what it said before.
    ///
    /// - Parameter host: the name of its machine; empty where there is only one.
    package func say(
        _ troubles: [NodeTrouble],
        on host: String,
        at now: Instant
    ) async throws(StoreError) {
        let node = store.nodeID
        let long = now.adding(seconds: -Self.endedDays * 86_400)
        let silent = try await store.nodeNotes().filter { $0.isSilent(at: now) }.map(\.id)
        var statements: [SQL] = ["DELETE FROM node_troubles WHERE ended < \(long)"]
        let found = troubles.map(\.what)
        let gone: SQL = found.isEmpty ? "" : "AND what NOT IN (\(each: found))"
        statements += Self.end("node = \(node) \(gone)", at: now)
        if !silent.isEmpty {
            // What all share is for those to say who are there.
            statements += Self.end("shared = 1 AND node IN (\(each: silent))", at: now)
        }
        for trouble in troubles { statements.append(say(trouble, on: host, at: now)) }
        guard try await differs(troubles, on: host, silent, long) else { return }
        try await store.operate(statements)
    }

    private func say(_ trouble: NodeTrouble, on host: String, at now: Instant) -> SQL {
        let place = trouble.isShared ? "" : host
        // Back before anybody was told that it had ended: it went on.
        return """
            INSERT INTO node_troubles (node, what, host, shared, words, since) VALUES (\
            \(store.nodeID), \(trouble.what), \(place), \(trouble.isShared), \
            \(trouble.sentence), \(now)) ON CONFLICT (node, what) DO UPDATE SET \
            host = excluded.host, shared = excluded.shared, words = excluded.words, \
            since = CASE WHEN node_troubles.letter IS NULL THEN node_troubles.since \
            ELSE excluded.since END, \
            told = CASE WHEN node_troubles.letter IS NULL THEN node_troubles.told END, \
            ended = NULL, letter = NULL
            """
    }

    /// What nobody was told of goes without a word.
    private static func end(_ which: SQL, at now: Instant) -> [SQL] {
        [
            "DELETE FROM node_troubles WHERE ended IS NULL AND told IS NULL AND \(which)",
            "UPDATE node_troubles SET ended = \(now) WHERE ended IS NULL AND \(which)",
        ]
    }

    /// Whether there is anything to write: most of the time nothing has changed.
    private func differs(
        _ troubles: [NodeTrouble],
        on host: String,
        _ silent: [OpaqueID],
        _ long: Instant
    ) async throws(StoreError) -> Bool {
        let node = store.nodeID
        let rows = try await store.reading { reader throws(StoreError) in
            try reader.rows("SELECT node, what, host, shared, words, ended FROM node_troubles")
        }
        var said: Set<NodeTrouble> = []
        for row in rows {
            let (by, ended): (OpaqueID, Instant?) = (try row.id("node"), try row.find("ended"))
            if let ended {
                if ended < long { return true }
                continue
            }
            let isShared: Bool = try row.get("shared")
            if isShared, silent.contains(by) { return true }
            guard by == node else { continue }
            if !isShared, try row.text("host") != host { return true }
            said.insert(
                NodeTrouble(try row.get("what"), try row.text("words"), isShared: isShared)
            )
        }
        return said != Set(troubles)
    }

    // MARK: - Telling

    /// What is wrong now, on every node.
    package func open() async throws(StoreError) -> [Told] {
        try await told("ended IS NULL")
    }

    /// Notes that people were told of these.
    package func noteTold(_ troubles: [Told], at now: Instant) async throws(StoreError) {
        let keys = Set(troubles.map(\.key))
        let open = try await all("ended IS NULL AND told IS NULL")
        let statements: [SQL] = open.filter { keys.contains($0.key) }.map { row in
            """
            UPDATE node_troubles SET told = \(now) WHERE node = \(row.node) \
            AND what = \(row.what) AND told IS NULL AND ended IS NULL
            """
        }
        if !statements.isEmpty { try await store.operate(statements) }
    }

    /// The letters that tell of ends: one for all that have ended since the last.
    ///
    /// What all nodes share has ended once none of them finds it any more.
    package func lettersOfEnds(_ letter: OpaqueID) async throws(StoreError) -> [OpaqueID] {
        let isOver: SQL = """
            ended IS NOT NULL AND letter IS NULL AND (shared = 0 OR what NOT IN (SELECT o.what \
            FROM node_troubles o WHERE o.shared = 1 AND o.ended IS NULL))
            """
        if try await !all(isOver).isEmpty {
            try await store.operate(["UPDATE node_troubles SET letter = \(letter) WHERE \(isOver)"])
        }
        let rows = try await store.reading { reader throws(StoreError) in
            try reader.rows("SELECT DISTINCT letter FROM node_troubles WHERE letter IS NOT NULL")
        }
        var letters: [OpaqueID] = []
        for row in rows { letters.append(try row.id("letter")) }
        return letters
    }

    /// What such a letter tells of.
    package func ended(in letter: OpaqueID) async throws(StoreError) -> [Told] {
        try await told("letter = \(letter)")
    }

    private func told(_ which: SQL) async throws(StoreError) -> [Told] {
        var seen: Set<String> = []
        return try await all(which).filter { seen.insert($0.key).inserted }
    }

    private func all(_ which: SQL) async throws(StoreError) -> [Told] {
        let rows = try await store.reading { reader throws(StoreError) in
            try reader.rows(
                """
                SELECT node, what, shared, host, words, since FROM node_troubles WHERE \(which) \
                ORDER BY shared DESC, host, what, since, node
                """
            )
        }
        var told: [Told] = []
        for row in rows {
            told.append(
                Told(
                    node: try row.id("node"),
                    what: try row.get("what"),
                    isShared: try row.get("shared"),
                    host: try row.text("host"),
                    words: try row.text("words"),
                    since: try row.get("since")
                )
            )
        }
        return told
    }
}
