package import Ledger
package import Stories

/// What is in force, as tables: the editions, and the services switched off.
package enum PublicationsView {
    package static let view = ViewOfRecord(
        "publications",
        .now,
        of: [PublicationStory.kind],
        tables: ["editions", "services_off", "publish_requests", "in_force"],
        schema: [
            """
            CREATE TABLE editions (seq BIGINT PRIMARY KEY, name TEXT NOT NULL, \
            version TEXT NOT NULL, content BLOB NOT NULL, at BIGINT NOT NULL)
            """,
            "CREATE INDEX editions_by_name ON editions (name, seq)",
            "CREATE TABLE services_off (service TEXT PRIMARY KEY, reason BLOB)",
            """
            CREATE TABLE publish_requests (name TEXT PRIMARY KEY, version TEXT NOT NULL, \
            content BLOB NOT NULL, asker BLOB NOT NULL, at BIGINT NOT NULL)
            """,
            // The newest event that changed what is in force.
            "CREATE TABLE in_force (stream BLOB PRIMARY KEY, name TEXT, seq BIGINT NOT NULL)",
        ],
        project: { projection in try mark(projection) + rows(projection) }
    )

    /// Switching off and on says which service, not of which publication: the row of the stream does.
    private static func mark(_ projection: Projection) throws -> [SQL] {
        let stream = projection.event.stream.id
        var name: Code?
        switch try projection.event.fact(PublicationFact.self) {
        case .published(let edition), .asked(let edition, _): name = edition.name
        case .declined, .switchedOff, .switchedOn: break
        }
        return [
            """
            INSERT INTO in_force (stream, name, seq) VALUES (\(stream), \(name), \(projection.seq)) \
            ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, \
            name = coalesce(excluded.name, in_force.name)
            """
        ]
    }

    private static func rows(_ projection: Projection) throws -> [SQL] {
        let stream = projection.event.stream.id
        let ended: SQL = """
            DELETE FROM publish_requests WHERE name IN \
            (SELECT name FROM in_force WHERE stream = \(stream))
            """
        switch try projection.event.fact(PublicationFact.self) {
        case .published(let edition):
            let at = projection.event.at.milliseconds
            return [
                ended,
                SQL(
                    text: """
                        INSERT INTO editions (seq, name, version, content, at) \
                        VALUES ($1, $2, $3, $4, $5)
                        """,
                    [
                        projection.seq, edition.name.sqlValue, edition.version.sqlValue,
                        .blob(edition.content.digest), .int(at),
                    ]
                ),
            ]
        case .asked(let edition, let asker):
            return [
                """
                INSERT INTO publish_requests (name, version, content, asker, at) VALUES \
                (\(edition.name), \(edition.version), \(edition.content.digest), \
                \(asker), \(projection.event.at)) ON CONFLICT (name) DO UPDATE SET \
                version = excluded.version, content = excluded.content, \
                asker = excluded.asker, at = excluded.at
                """
            ]
        case .declined: return [ended]
        case .switchedOff(let service, let reason):
            return [
                """
                INSERT INTO services_off (service, reason) \
                VALUES (\(service), \(reason?.digest)) \
                ON CONFLICT (service) DO UPDATE SET reason = excluded.reason
                """
            ]
        case .switchedOn(let service):
            return ["DELETE FROM services_off WHERE service = \(service)"]
        }
    }
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

extension Reader {
    /// Why each service that is switched off is so, in the words that citizens read.
    package func reasonsOff() throws(StoreError) -> [Code: String] {
        var reasons: [Code: String] = [:]
        for row in try rows("SELECT service, reason FROM services_off") {
            let digest: [UInt8]? = try row.find("reason")
            guard let digest else { continue }
            let bytes = try content(Public(digest: digest))
            reasons[try row.get("service")] = bytes.map { String(decoding: $0, as: UTF8.self) }
        }
        return reasons
    }

    /// What waits for a second person, by the name of its publication.
    package func publishRequests() throws(StoreError) -> [Code: PublishRequest] {
        var requests: [Code: PublishRequest] = [:]
        let rows = try rows("SELECT name, version, content, asker, at FROM publish_requests")
        for row in rows {
            requests[try row.get("name")] = PublishRequest(
                version: try row.get("version"),
                content: Public(digest: try row.blob("content")),
                asker: try row.id("asker"),
                at: try row.get("at")
            )
        }
        return requests
    }
}

/// An edition that waits for a second person.
package struct PublishRequest: Hashable, Sendable {
    package let version: Code
    package let content: Public
    package let asker: OpaqueID
    package let at: Instant
}

/// An edition and where it stands in the record.
package struct PublishedEdition: Hashable, Sendable {
    package let seq: Int64
    package let name: Code
    package let version: Code
    package let content: Public
    package let at: Instant
}
