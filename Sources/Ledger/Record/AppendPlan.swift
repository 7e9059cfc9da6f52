import Stories

/// An append with everything ready that can be ready before the transaction: bytes, leaves,
/// sealed payloads, the statements of views.
struct AppendPlan: JudgedWork {
    /// A row of the keyring that must be there, made here if it is new.
    struct KeyRow: Sendable {
        let dossier: DossierID
        let keyID: OpaqueID

        /// Nil where the keyring already has it.
        let wrapped: [UInt8]?
        let at: Instant

        /// Whether another node may have changed the key-encryption key since it was wrapped.
        let isShared: Bool
    }

    struct PayloadRow: Sendable {
        let id: PayloadID
        let dossier: DossierID
        let commitment: [UInt8]
        let sealed: [UInt8]
        let checksum: [UInt8]
    }

    struct CommandRow: Sendable {
        let key: [UInt8]
        let content: [UInt8]
        let at: Instant
        let expires: Instant?
        let holder: [UInt8]?
    }

    struct ClaimRow: Sendable {
        let claim: Claim
        let key: [UInt8]
    }

    let append: Append
    let keys: [KeyRow]
    let payloads: [PayloadRow]
    let claims: [ClaimRow]
    let command: CommandRow?

    /// The statements of the `.now` views, event by event.
    let views: [[SQL]]

    func run(
        on connection: any Connection,
        knowing answers: [[RecordRow]],
        head: inout LogHead
    ) throws(StoreError) -> WorkResult {
        if let refusal = try refusal(by: answers) { return .appended(refusal) }
        return try write(on: connection, head: &head)
    }

    func write(
        on connection: any Connection,
        head: inout LogHead
    ) throws(StoreError) -> WorkResult {
        if let refusal = try claim(on: connection, head: head) { return .appended(refusal) }
        try fillVault(on: connection)
        let recorded = Recorded(
            first: append.events.isEmpty ? 0 : head.size + 1,
            count: append.events.count,
            stream: append.events.first?.stream
        )
        try recordEvents(on: connection, head: &head)
        try recordRest(recorded, on: connection)
        return .appended(.recorded(recorded))
    }

    private func claim(
        on connection: any Connection,
        head: LogHead
    ) throws(StoreError) -> Appended? {
        // What is freed may be taken by the same append.
        for row in claims where row.claim.isFree {
            try connection.send(
                SQL(text: "DELETE FROM claims WHERE key = $1", [.blob(row.key)])
            )
        }
        for row in claims where !row.claim.isFree {
            guard let statement = Self.taking(row, from: head.size + 1) else { continue }
            guard try connection.changesOne(statement) else { return .taken(row.claim) }
        }
        return nil
    }

    private static func taking(_ row: ClaimRow, from seq: Int64) -> SQL? {
        switch row.claim {
        case .unique(let space, _):
            SQL(
                text: """
                    INSERT INTO claims (key, space, seq) VALUES ($1, $2, $3) \
                    ON CONFLICT DO NOTHING
                    """,
                [.blob(row.key), space.sqlValue, .int(seq)]
            )
        case .free: nil
        case .count(let name, 0):
            SQL(
                text: "INSERT INTO counters (name, value) VALUES ($1, 1) ON CONFLICT DO NOTHING",
                [name.sqlValue]
            )
        case .count(let name, let was):
            SQL(
                text: "UPDATE counters SET value = $1 WHERE name = $2 AND value = $3",
                [.int(was + 1), name.sqlValue, .int(was)]
            )
        }
    }

    private func fillVault(on connection: any Connection) throws(StoreError) {
        for key in keys {
            // What was there before is among the answers.
            guard let wrapped = key.wrapped else { continue }
            if try connection.changesOne(Self.keyring(key, wrapped)) { continue }
            let row = try connection.rows(Vault.standing(of: key.dossier)).first
            try Vault.confirm(key.keyID, of: key.dossier, by: row)
        }
        for payload in payloads {
            try connection.send(
                SQL(
                    text: """
                        INSERT INTO payloads (id, dossier, commitment, sealed, checksum) \
                        VALUES ($1, $2, $3, $4, $5)
                        """,
                    [
                        payload.id.sqlValue, payload.dossier.sqlValue, .blob(payload.commitment),
                        .blob(payload.sealed), .blob(payload.checksum),
                    ]
                )
            )
        }
        for file in append.files {
            try connection.send(
                SQL(
                    text: "INSERT INTO files (id, dossier, size) VALUES ($1, $2, $3)",
                    [file.id.sqlValue, file.dossier.sqlValue, .int(file.size)]
                )
            )
        }
        for bytes in append.content {
            try connection.send(
                SQL(
                    text:
                        "INSERT INTO content (digest, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                    [.blob(Public(of: bytes).digest), .blob(bytes)]
                )
            )
        }
    }

    /// Adds a key to the keyring; of several nodes, only if the key that wrapped it wraps still.
    private static func keyring(_ key: KeyRow, _ wrapped: [UInt8]) -> SQL {
        let values: [SQLValue] = [
            key.dossier.sqlValue, key.keyID.sqlValue, .blob(wrapped), key.at.sqlValue,
        ]
        guard key.isShared else {
            return SQL(
                text: """
                    INSERT INTO keyring (dossier, key_id, wrapped, made) \
                    VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
                    """,
                values
            )
        }
        return SQL(
            text: """
                INSERT INTO keyring (dossier, key_id, wrapped, made) SELECT $1, $2, $3, $4 \
                WHERE EXISTS (SELECT 1 FROM wrappings WHERE id = $5 AND phase = 'current') \
                ON CONFLICT DO NOTHING
                """,
            values + [.blob(Array(wrapped.prefix(16)))]
        )
    }

    private func recordEvents(
        on connection: any Connection,
        head: inout LogHead
    ) throws(StoreError) {
        for (index, event) in append.events.enumerated() {
            let seq = head.size + 1
            try connection.send(
                SQL(
                    text: """
                        INSERT INTO events (seq, stream_id, stream_kind, version, bytes, mark) \
                        VALUES ($1, $2, $3, $4, $5, $6)
                        """,
                    [
                        .int(seq), event.stream.id.sqlValue, event.stream.kind.word.sqlValue,
                        event.place.version.sqlValue, .blob(event.bytes), .int(event.leaf.mark),
                    ]
                )
            )
            if let page = head.add(event.leaf) {
                try Subtrees.keep(page, endingAt: head.size, on: connection)
            }
            for statement in views[index] { try connection.send(statement.placed(at: seq)) }
        }
    }

    private func recordRest(
        _ recorded: Recorded,
        on connection: any Connection
    ) throws(StoreError) {
        for effect in append.effects {
            try connection.send(
                SQL(
                    text: """
                        INSERT INTO outbox (key, kind, about, seq, tries, done) \
                        VALUES ($1, $2, $3, $4, 0, $5) ON CONFLICT DO NOTHING
                        """,
                    [
                        effect.key.sqlValue, effect.kind.sqlValue,
                        .text(effect.about.map(\.text).joined(separator: " ")),
                        .int(recorded.first), append.effectsDone?.sqlValue ?? .null,
                    ]
                )
            )
        }
        for statement in append.operations { try connection.send(statement) }
        guard let command else { return }
        try connection.send(
            SQL(
                text: """
                    INSERT INTO commands (key, content, first, count, stream, expires, holder) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO UPDATE SET \
                    content = excluded.content, first = excluded.first, \
                    count = excluded.count, stream = excluded.stream, \
                    expires = excluded.expires, holder = excluded.holder
                    """,
                [
                    .blob(command.key), .blob(command.content), .int(recorded.first),
                    .int(Int64(recorded.count)), recorded.stream?.sqlValue ?? .null,
                    command.expires?.sqlValue ?? .null, command.holder?.sqlValue ?? .null,
                ]
            )
        )
    }
}

extension SQL {
    /// The same statement with an event's `seq` where it stands for it.
    func placed(at seq: Int64) -> SQL {
        guard values.contains(.seq) else { return self }
        return replacing(values.map { $0 == .seq ? .int(seq) : $0 })
    }
}

/// Statements on tables of the class *operations*.
struct Operations: GroupWork {
    let statements: [SQL]

    init(_ statements: [SQL]) { self.statements = statements }

    func run(on connection: any Connection, head: inout LogHead) throws(StoreError) -> WorkResult {
        .rows(try connection.answers(to: statements))
    }
}
