import Stories

extension NodeOfKeys {
    /// Takes what letters bring, reads what lies in the folder, and lets the key wrap that the
    /// database names.
    /// - Returns: what the database says, and the keys whose files lie here.
    @discardableResult
    func learn(
        _ keys: Keys,
        on connection: any Connection
    ) throws(StoreError) -> (standing: KeyStanding, held: Set<OpaqueID>) {
        let standing = try KeyStanding(on: connection, keys)
        var held = try keys.readAgain()
        for wrapping in standing.living where !held.contains(wrapping.id) {
            let letter = standing.letters.first { $0.wrapping == wrapping.id && $0.node == id }
            // To an earlier run of this program: the next one will be to this.
            guard let letter, letter.asks == asks else { continue }
            do throws(StoreError) {
                try keys.keep(wrapping.id, open(letter, keys), number: wrapping.number)
                held.insert(wrapping.id)
            } catch {
                guard error.kind == .damaged else { throw error }
                // Changed on its way: another one is asked for.
                renewPair()
            }
        }
        if let current = standing.current { use(current, of: keys) }
        return (standing, held)
    }

    /// What this node has to tell the others, as statements.
    ///
    /// `serves`: it will be there to take letters; a command only says which files it has.
    func news(
        _ standing: KeyStanding,
        held: Set<OpaqueID>,
        _ keys: Keys,
        serves: Bool,
        at now: Instant
    ) -> [SQL] {
        var statements = presence(standing, held: held, keys, serves: serves, at: now)
        for wrapping in standing.living {
            let copy = standing.copy(of: wrapping.id, at: id)
            if held.contains(wrapping.id) {
                guard copy == nil || copy?.gone != nil else { continue }
                statements += [
                    """
                    INSERT INTO key_copies (wrapping, node, has) VALUES (\(wrapping.id), \(id), \
                    \(now)) ON CONFLICT (wrapping, node) DO UPDATE SET has = excluded.has, gone = NULL
                    """,
                    "DELETE FROM key_letters WHERE wrapping = \(wrapping.id) AND node = \(id)",
                ]
            } else if copy != nil {
                // Its file was lost: others may hand it over again.
                statements.append(
                    "DELETE FROM key_copies WHERE wrapping = \(wrapping.id) AND node = \(id)"
                )
            }
        }
        return statements
    }

    private func presence(
        _ standing: KeyStanding,
        held: Set<OpaqueID>,
        _ keys: Keys,
        serves: Bool,
        at now: Instant
    ) -> [SQL] {
        let known = standing.nodes.first { $0.id == id }
        let lacks = standing.living.contains { !held.contains($0.id) }
        let seen = serves ? now : (known?.seen ?? Instant(milliseconds: 0))
        let asked = known.map { $0.asks == asks } ?? false
        let asksAnew = known == nil || (!asked && (lacks || (serves && !hasAsked)))
        guard asksAnew || seen.seconds(since: known?.seen ?? seen) >= Self.seenSeconds else {
            return []
        }
        let told = asksAnew ? asks : known?.asks ?? asks
        let mark = Self.mark(of: told, from: id, keys)
        return [
            """
            INSERT INTO key_nodes (id, seen, asks, mark) VALUES (\(id), \(seen), \(told), \(mark))
            ON CONFLICT (id) DO UPDATE SET seen = excluded.seen, asks = excluded.asks, \
            mark = excluded.mark
            """
        ]
    }

    /// How often a node that has nothing to tell says that it is there.
    private static let seenSeconds: Int64 = 60

    /// Letters to the nodes that lack a key which lies here.
    func letters(
        _ standing: KeyStanding,
        held: Set<OpaqueID>,
        _ keys: Keys
    ) throws(StoreError) -> [SQL] {
        var statements: [SQL] = []
        for wrapping in standing.living where held.contains(wrapping.id) {
            for node in standing.nodes where node.id != id && !standing.holds(node.id, wrapping.id)
            {
                let isWritten = standing.letters.contains {
                    $0.wrapping == wrapping.id && $0.node == node.id && $0.asks == node.asks
                }
                if isWritten { continue }
                guard let sealed = try Self.letter(with: wrapping.id, to: node, keys) else {
                    continue
                }
                statements.append(
                    """
                    INSERT INTO key_letters (wrapping, node, asks, sealed)
                    VALUES (\(wrapping.id), \(node.id), \(node.asks), \(sealed))
                    ON CONFLICT (wrapping, node) DO UPDATE SET asks = excluded.asks, \
                    sealed = excluded.sealed
                    """
                )
            }
        }
        return statements
    }
}

extension RecordStore {
    /// Hears what the others say and tells what has changed here; destroys what is to be destroyed.
    @discardableResult
    func meet(
        _ node: NodeOfKeys,
        serves: Bool,
        at now: Instant
    ) async throws(StoreError) -> (standing: KeyStanding, held: Set<OpaqueID>) {
        let (standing, held) = try await learn(node)
        var news = node.news(standing, held: held, vault.keys, serves: serves, at: now)
        let asks = node.asks
        // Another process of this folder may have destroyed the file, not what is in our memory.
        let all = held.union(standing.wrappings.map(\.id).filter(vault.keys.holds))
        let ending = standing.toDestroy(at: node.id, holding: all, at: now)
        try vault.keys.destroy(Set(ending.map(\.id)))
        // With them goes what they opened, of dossiers too that another node erased.
        if !ending.isEmpty { vault.dropAll() }
        for wrapping in ending {
            news.append(
                """
                INSERT INTO key_copies (wrapping, node, has, gone)
                VALUES (\(wrapping.id), \(node.id), \(now), \(now))
                ON CONFLICT (wrapping, node) DO UPDATE SET gone = excluded.gone
                """
            )
        }
        if serves { news += try node.letters(standing, held: held, vault.keys) }
        guard !news.isEmpty else { return (standing, held) }
        try await operate(news)
        if serves { node.hasAsked = true }
        // A letter that was opened: the next one is for another pair.
        if standing.letters.contains(where: { $0.node == node.id && $0.asks == asks }) {
            node.renewPair()
        }
        return try await learn(node)
    }

    /// What the database says now, with everything taken that it has for this node.
    @discardableResult
    func learn(
        _ node: NodeOfKeys
    ) async throws(StoreError) -> (standing: KeyStanding, held: Set<OpaqueID>) {
        let keys = vault.keys
        return try await reading { reader throws(StoreError) in
            try node.learn(keys, on: reader.connection)
        }
    }
}
