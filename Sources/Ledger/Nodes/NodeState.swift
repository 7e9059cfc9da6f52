package import Stories

/// A node as the one who keeps the machines sees it.
package struct NodeState: Hashable, Sendable {
    package let id: OpaqueID

    /// When it last said that it serves; nil for a folder that only commands have opened, and for
    /// one that was never heard of again.
    package let seen: Instant?

    /// Whether it has the key-encryption key in force.
    package let isUpToDate: Bool

    /// Since when it should have destroyed a key that it may still have; nil where there is none.
    package let owesSince: Instant?
}

/// How far erasures are carried out on all nodes.
package struct KeysOfNodes: Hashable, Sendable {
    package let nodes: [NodeState]

    /// The first erasure that an earlier copy of the database may still undo, since a key that may
    /// have wrapped it is not destroyed on every node.
    package let openErasure: Instant?
}

extension RecordStore {
    /// Whether several nodes may be at work on this record.
    package var hasNodes: Bool { vault.node != nil }

    /// What time it is by the clock of the database's server, which all nodes share; nil where
    /// there is only this machine's.
    package func serverTime() async throws(StoreError) -> Instant? {
        guard let question = engine.time else { return nil }
        return try await reading { reader throws(StoreError) in
            try reader.row(question)?.get("now")
        }
    }

    /// Which nodes there are and what each owes; nil where there is only this one.
    package func keysOfNodes() async throws(StoreError) -> KeysOfNodes? {
        guard vault.node != nil else { return nil }
        let keys = vault.keys
        return try await reading { reader throws(StoreError) in
            try KeyStanding(on: reader.connection, keys).told
        }
    }

    /// Strikes a node off whose disk was destroyed: nobody waits for it any more.
    /// - Returns: false where there is none of this id.
    package func strikeOff(_ node: OpaqueID) async throws(StoreError) -> Bool {
        let struck = try await operate([
            "DELETE FROM node_notes WHERE node = \(node)",
            "DELETE FROM node_troubles WHERE node = \(node)",
            "DELETE FROM key_letters WHERE node = \(node)",
            "DELETE FROM key_nodes WHERE id = \(node) RETURNING id",
            "DELETE FROM key_copies WHERE node = \(node) RETURNING node AS id",
        ])
        return !struck.joined().isEmpty
    }
}

extension Reader {
    /// The last erasure that made a key of several nodes be due; nil where there is none.
    package func erasureOwedByNodes() throws(StoreError) -> Instant? {
        try row("SELECT max(owed) AS owed FROM wrappings WHERE phase <> 'retired'")?.find("owed")
    }
}

extension KeyStanding {
    fileprivate var told: KeysOfNodes {
        let retired = wrappings.filter { $0.phase == .retired }
        let ids = Set(nodes.map(\.id)).union(copies.map(\.node))
        let states = ids.sorted().map { id in
            let seen = nodes.first { $0.id == id }?.seen
            return NodeState(
                id: id,
                seen: seen.flatMap { $0.milliseconds > 0 ? $0 : nil },
                isUpToDate: current.map { holds(id, $0.id) } ?? false,
                owesSince: retired.filter { holds(id, $0.id) }.compactMap(\.retired).min()
            )
        }
        let open = wrappings.filter { wrapping in
            wrapping.phase != .retired || ids.contains { holds($0, wrapping.id) }
        }
        return KeysOfNodes(nodes: states, openErasure: open.compactMap(\.owed).min())
    }
}
