package import Ledger
package import Stories

/// What is in force, as tables: the editions, and the services switched off.
package enum PublicationsView {
    package static let view = ViewOfRecord(
        "publications",
        .now,
        of: [PublicationStory.kind],
        tables: ["editions", "services_off"],
        schema: [
            """
            CREATE TABLE editions (seq BIGINT PRIMARY KEY, name TEXT NOT NULL, \
            version TEXT NOT NULL, content BLOB NOT NULL, at BIGINT NOT NULL)
            """,
            "CREATE INDEX editions_by_name ON editions (name, seq)",
            "CREATE TABLE services_off (service TEXT PRIMARY KEY)",
        ],
        project: { projection in
            switch try projection.event.fact(PublicationFact.self) {
            case .published(let edition):
                let at = projection.event.at.milliseconds
                return [
                    SQL(
                        text: """
                            INSERT INTO editions (seq, name, version, content, at) \
                            VALUES ($1, $2, $3, $4, $5)
                            """,
                        [
                            projection.seq, edition.name.sqlValue, edition.version.sqlValue,
                            .blob(edition.content.digest), .int(at),
                        ]
                    )
                ]
            case .switchedOff(let service):
                return [
                    """
                    INSERT INTO services_off (service) VALUES (\(service)) \
                    ON CONFLICT (service) DO NOTHING
                    """
                ]
            case .switchedOn(let service):
                return ["DELETE FROM services_off WHERE service = \(service)"]
            }
        }
    )
}

extension Reader {
    /// Every edition that was ever published, oldest first.
    package func editions() throws(StoreError) -> [PublishedEdition] {
        var editions: [PublishedEdition] = []
        let rows = try rows("SELECT seq, name, version, content, at FROM editions ORDER BY seq")
        for row in rows {
            editions.append(
                PublishedEdition(
                    seq: try row.int("seq"),
                    name: try row.get("name"),
                    version: try row.get("version"),
                    content: Public(digest: try row.blob("content")),
                    at: Instant(milliseconds: try row.int("at"))
                )
            )
        }
        return editions
    }

    /// The services that are switched off.
    package func servicesOff() throws(StoreError) -> Set<Code> {
        var off: Set<Code> = []
        for row in try rows("SELECT service FROM services_off") {
            off.insert(try row.get("service"))
        }
        return off
    }
}

/// An edition and where it stands in the record.
package struct PublishedEdition: Hashable, Sendable {
    package let seq: Int64
    package let name: Code
    package let version: Code
    package let content: Public
    package let at: Instant
}
