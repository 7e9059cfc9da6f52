package import Ledger
package import Stories

/// The officials and their posts as tables.
///
/// Names are sealed; a log-in name is found by its mark, never stored as it is.
package enum OfficialsView {
    package static func view(_ keys: Keys) -> ViewOfRecord {
        ViewOfRecord(
            "officials",
            .now,
            of: [OfficialStory.kind],
            tables: ["officials", "holdings"],
            schema: [
                """
                CREATE TABLE officials (id BLOB PRIMARY KEY, dossier BLOB NOT NULL, \
                mark BLOB NOT NULL UNIQUE, name BLOB, login BLOB, nip BLOB, \
                active BIGINT NOT NULL)
                """,
                """
                CREATE TABLE holdings (official BLOB NOT NULL, post TEXT NOT NULL, \
                capacity TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT, \
                PRIMARY KEY (official, post, capacity))
                """,
                "CREATE INDEX holdings_by_post ON holdings (post)",
            ],
            project: { try rows(for: $0, keys) },
            forget: { dossier in ["DELETE FROM officials WHERE dossier = \(dossier)"] }
        )
    }

    /// What a log-in name is found by.
    package static func mark(_ logIn: LogInName, _ keys: Keys) -> [UInt8] {
        Array(keys.mark("login", Array(logIn.word.utf8)).prefix(16))
    }

    /// Where an official's sealed name stands.
    package static func place(
        of column: Code,
        _ official: OpaqueID,
        in dossier: DossierID
    ) -> SealedPlace {
        SealedPlace(dossier, column, row: official)
    }

    private static func rows(for projection: Projection, _ keys: Keys) throws -> [SQL] {
        let id = projection.event.stream.id
        switch try projection.event.fact(OfficialFact.self) {
        case .added(let added): return try rows(of: added, id, projection, keys)
        case .placed(let holding):
            return [
                """
                INSERT INTO holdings (official, post, capacity, first_day, last_day) VALUES \
                (\(id), \(holding.post), \(holding.capacity.rawValue), \
                \(holding.first.description), \(holding.last?.description)) \
                ON CONFLICT (official, post, capacity) DO UPDATE SET \
                first_day = excluded.first_day, last_day = excluded.last_day
                """
            ]
        case .relieved(let post, let last):
            return [
                """
                UPDATE holdings SET last_day = \(last.description) \
                WHERE official = \(id) AND post = \(post) \
                AND (last_day IS NULL OR last_day > \(last.description))
                """
            ]
        case .left:
            return ["UPDATE officials SET active = \(0) WHERE id = \(id)"]
        case .downloaded, .handedOver: return []
        case .returned:
            return ["UPDATE officials SET active = \(1) WHERE id = \(id)"]
        case .corrected(let corrected):
            return try rows(of: corrected, id, projection)
        case .unplaced(let post, let capacity):
            return [
                """
                DELETE FROM holdings WHERE official = \(id) AND post = \(post) \
                AND capacity = \(capacity.rawValue)
                """
            ]
        case .invited, .activated, .secondFactorSet, .secondFactorCleared:
            return []
        }
    }

    private static func rows(
        of added: OfficialFact.Added,
        _ id: OpaqueID,
        _ projection: Projection,
        _ keys: Keys
    ) throws -> [SQL] {
        guard let name = try projection.open(added.name.id),
            let logIn = try projection.open(added.logIn.id),
            let word = LogInName(String(decoding: logIn, as: UTF8.self))
        else { return [] }
        let sealedName = try projection.seal(
            name,
            at: place(of: "officials.name", id, in: added.dossier)
        )
        let sealedLogIn = try projection.seal(
            logIn,
            at: place(of: "officials.login", id, in: added.dossier)
        )
        let nip = try added.nip.flatMap { try projection.open($0.id) }
        let sealedNIP = try nip.flatMap {
            try projection.seal($0, at: place(of: "officials.nip", id, in: added.dossier))
        }
        return [
            """
            INSERT INTO officials (id, dossier, mark, name, login, nip, active) VALUES \
            (\(id), \(added.dossier), \(mark(word, keys)), \(sealedName), \(sealedLogIn), \
            \(sealedNIP), \(1))
            """
        ]
    }

    private static func rows(
        of corrected: OfficialFact.Corrected,
        _ id: OpaqueID,
        _ projection: Projection
    ) throws -> [SQL] {
        func sealed(_ content: Sealed?, _ column: Code) throws -> [UInt8]? {
            guard let content, let bytes = try projection.open(content.id) else { return nil }
            return try projection.seal(bytes, at: place(of: column, id, in: corrected.dossier))
        }
        var rows: [SQL] = []
        if let name = try sealed(corrected.name, "officials.name") {
            rows.append("UPDATE officials SET name = \(name) WHERE id = \(id)")
        }
        if let nip = try sealed(corrected.nip, "officials.nip") {
            rows.append("UPDATE officials SET nip = \(nip) WHERE id = \(id)")
        }
        return rows
    }
}
