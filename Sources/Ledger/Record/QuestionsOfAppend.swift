import Stories

// What an append asks before it writes, and what follows from the answers.

extension AppendPlan {
    var touches: Set<Touched> {
        var touches: Set<Touched> = []
        for stream in append.expecting.keys { touches.insert(.stream(stream)) }
        for event in append.events { touches.insert(.stream(event.stream)) }
        for key in keys { touches.insert(.dossier(key.dossier)) }
        if let command { touches.insert(.command(command.key)) }
        for row in claims {
            switch row.claim {
            case .unique, .free: touches.insert(.claim(row.key))
            case .count(let name, _): touches.insert(.counter(name))
            }
        }
        return touches
    }

    var questions: [Question] {
        (command.map { [Question(Self.earlier($0), .noRow)] } ?? [])
            + append.expecting.map {
                Question(Self.version(of: $0.key), Self.standing(at: $0.value))
            }
            + asked.map(\.question)
            + confirmed.map {
                Question(
                    Vault.standing(of: $0.dossier),
                    .row(where: "key_id = $1 AND erased IS NULL", [$0.keyID.sqlValue])
                )
            }
    }

    /// What keeps it from being recorded: it was before, somebody wrote meanwhile, or somebody
    /// holds what it claims.
    /// - Throws: `.erased` or `.raced` for a dossier whose key is not the one that sealed.
    func refusal(by answers: [[RecordRow]]) throws(StoreError) -> Appended? {
        var answers = answers.makeIterator()
        if let command, let row = answers.next()?.first {
            guard try row.blob("content") == command.content else { return .otherContent }
            return .repeated(
                Recorded(
                    first: try row.int("first"),
                    count: try row.get("count"),
                    stream: try row.find("stream")
                )
            )
        }
        for (stream, seen) in append.expecting {
            let now: Version = try answers.next()?.first?.find("version") ?? 0
            if now != seen { return .conflict(stream, now: now) }
        }
        for asked in asked {
            guard try asked.isFree(by: answers.next()?.first) else { return .taken(asked.claim) }
        }
        for key in confirmed {
            try Vault.confirm(key.keyID, of: key.dossier, by: answers.next()?.first)
        }
        return nil
    }

    /// The keys that the keyring is to have already.
    private var confirmed: [KeyRow] { keys.filter { $0.wrapped == nil } }

    /// The claims that somebody may hold: each counter and key as it stands before this append.
    private var asked: [AskedClaim] {
        let freed = claims.filter(\.claim.isFree).map(\.key)
        var counters: Set<Code> = []
        return claims.compactMap { row in
            switch row.claim {
            case .free: nil
            case .unique: freed.contains(row.key) ? nil : AskedClaim(row)
            case .count(let name, _): counters.insert(name).inserted ? AskedClaim(row) : nil
            }
        }
    }

    private static func earlier(_ command: CommandRow) -> SQL {
        SQL(
            text: """
                SELECT content, first, count, stream FROM commands \
                WHERE key = $1 AND (expires IS NULL OR expires > $2)
                """,
            [.blob(command.key), command.at.sqlValue]
        )
    }

    /// Asks in which version a stream is; NULL where nothing of it is there.
    static func version(of stream: Stream) -> SQL {
        SQL(
            text: """
                SELECT max(version) AS version FROM events \
                WHERE stream_id = $1 AND stream_kind = $2
                """,
            [stream.id.sqlValue, stream.kind.word.sqlValue]
        )
    }

    private static func standing(at version: Version) -> Hope {
        version == 0
            ? .row(where: "version IS NULL", [])
            : .row(where: "version = $1", [version.sqlValue])
    }
}

/// A claim and how it is asked whether somebody holds it.
private struct AskedClaim {
    let claim: Claim
    let question: Question

    init(_ row: AppendPlan.ClaimRow) {
        claim = row.claim
        question =
            switch row.claim {
            case .unique, .free:
                Question(
                    SQL(text: "SELECT seq AS value FROM claims WHERE key = $1", [.blob(row.key)]),
                    .noRow
                )
            case .count(let name, let was):
                Question(
                    SQL(text: "SELECT value FROM counters WHERE name = $1", [name.sqlValue]),
                    was == 0 ? .noRow : .row(where: "value = $1", [.int(was)])
                )
            }
    }

    func isFree(by row: RecordRow?) throws(StoreError) -> Bool {
        switch claim {
        case .unique, .free: row == nil
        case .count(_, let was): try row?.int("value") ?? 0 == was
        }
    }
}

extension Claim {
    /// Whether it gives something back, which nobody can be in the way of.
    var isFree: Bool {
        switch self {
        case .free: true
        case .unique, .count: false
        }
    }
}
