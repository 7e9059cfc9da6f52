package import Stories

/// What a node says about itself to those who keep the machines.
package struct NodeNote: Hashable, Sendable {
    /// What it goes by, beside its id.
    package struct About: Hashable, Sendable {
        /// The name of its machine.
        package let host: String

        /// The version of its program.
        package let program: String

        /// A digest for each of its files of settings, by the file's name.
        package let settings: [String: String]

        package init(host: String, program: String, settings: [String: String] = [:]) {
            (self.host, self.program, self.settings) = (host, program, settings)
        }
    }

    package let id: OpaqueID
    package let about: About

    /// When it last said so.
    package let seen: Instant

    /// After how long without a word it counts as silent.
    static let silentSeconds: Int64 = 900

    package func isSilent(at now: Instant) -> Bool {
        now.seconds(since: seen) > Self.silentSeconds
    }
}

extension [NodeNote] {
    /// The files of settings that are not alike on the nodes that are there: for each the machines
    /// that have another one than most.
    package func differing(at now: Instant) -> [(file: String, hosts: [String])] {
        let present = filter { !$0.isSilent(at: now) }
        let files = Set(present.flatMap(\.about.settings.keys)).sorted()
        return files.compactMap { file in
            let kinds = Dictionary(grouping: present) { $0.about.settings[file] ?? "" }
                .values.sorted { a, b in
                    a.count != b.count ? a.count > b.count : a[0].about.host < b[0].about.host
                }
            guard kinds.count > 1 else { return nil }
            return (file, kinds.dropFirst().joined().map(\.about.host).sorted())
        }
    }
}

/// The tables in which nodes say who they are; only where there may be several.
enum NodeNotes {
    static let tables = [table, NodeTroubles.table, ProgramOnRecord.table]

    /// Their names: another database has nodes of its own.
    static let names: Set<String> = ["node_notes", "node_troubles", "programs"]

    private static let table = """
        CREATE TABLE IF NOT EXISTS node_notes (node BLOB NOT NULL PRIMARY KEY, \
        host TEXT NOT NULL, program TEXT NOT NULL, settings TEXT NOT NULL, seen BIGINT NOT NULL)
        """
}

extension RecordStore {
    /// Which node this is; the same for all where there is only one.
    package var nodeID: OpaqueID { vault.node?.id ?? OpaqueID(high: 0, low: 0) }

    /// Says that this node is at work, and what it is.
    package func note(_ about: NodeNote.About, at now: Instant) async throws(StoreError) {
        guard hasNodes else { return }
        let settings = about.settings.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value)" }.joined(separator: "\n")
        try await operate([
            """
            INSERT INTO node_notes (node, host, program, settings, seen) VALUES (\(nodeID), \
            \(about.host), \(about.program), \(settings), \(now)) ON CONFLICT (node) DO UPDATE SET \
            host = excluded.host, program = excluded.program, settings = excluded.settings, \
            seen = excluded.seen
            """
        ])
    }

    /// What every node has said about itself, by the names of their machines; empty where there is
    /// only this one.
    package func nodeNotes() async throws(StoreError) -> [NodeNote] {
        guard hasNodes else { return [] }
        return try await reading { reader throws(StoreError) in try reader.nodeNotes() }
    }
}

extension Reader {
    /// What every node has said about itself, by the names of their machines.
    package func nodeNotes() throws(StoreError) -> [NodeNote] {
        let rows = try rows(
            "SELECT node, host, program, settings, seen FROM node_notes ORDER BY host, node"
        )
        var notes: [NodeNote] = []
        for row in rows {
            var settings: [String: String] = [:]
            for line in try row.text("settings").split(separator: "\n") {
                let words = line.split(separator: " ")
                if words.count == 2 { settings[String(words[0])] = String(words[1]) }
            }
            let about = NodeNote.About(
                host: try row.text("host"),
                program: try row.text("program"),
                settings: settings
            )
            notes.append(NodeNote(id: try row.id("node"), about: about, seen: try row.get("seen")))
        }
        return notes
    }
}
