package import Ledger
import Stories

/// The requests as a list: no word of who asks.
package enum PersonRequestsView {
    package static let view = ViewOfRecord(
        "person_requests",
        .now,
        of: [PersonRequestStory.kind],
        tables: ["person_requests", "person_request_cases"],
        schema: [
            """
            CREATE TABLE person_requests (id BLOB PRIMARY KEY, asks TEXT NOT NULL, \
            received BIGINT NOT NULL, due BIGINT NOT NULL, phase TEXT NOT NULL, ended BIGINT)
            """,
            "CREATE INDEX person_requests_open ON person_requests (due, id) WHERE ended IS NULL",
            "CREATE INDEX person_requests_ended ON person_requests (ended, id)",
            """
            CREATE TABLE person_request_cases (request BLOB NOT NULL, case_id BLOB NOT NULL, \
            PRIMARY KEY (case_id, request)) /* keyed */
            """,
            "CREATE INDEX person_request_cases_of ON person_request_cases (request)",
        ],
        project: { projection in
            let (id, at) = (projection.event.stream.id, projection.event.at)
            func phase(_ phase: PersonRequest.Phase) -> [SQL] {
                let ended = phase.isOpen ? nil : at
                return [
                    """
                    UPDATE person_requests SET phase = \(phase.rawValue), ended = \(ended) \
                    WHERE id = \(id)
                    """
                ]
            }
            switch try projection.event.fact(PersonRequestFact.self) {
            case .opened(let opening):
                return [
                    """
                    INSERT INTO person_requests (id, asks, received, due, phase) VALUES \
                    (\(id), \(opening.asks.rawValue), \(opening.received), \(opening.due), \
                    \(PersonRequest.Phase.open.rawValue))
                    """
                ]
            case .gathered(let cases):
                return ["DELETE FROM person_request_cases WHERE request = \(id)"]
                    + cases.map {
                        """
                        INSERT INTO person_request_cases (request, case_id) VALUES (\(id), \($0)) \
                        ON CONFLICT (case_id, request) DO NOTHING
                        """
                    }
            case .handed: return []
            case .decided(let verdict):
                guard verdict.ground == nil else { return phase(.refused) }
                let erasure = Asks.erasure.rawValue
                return [
                    """
                    UPDATE person_requests SET phase = CASE asks WHEN \(erasure) \
                    THEN \(PersonRequest.Phase.awaitsSecond.rawValue) \
                    ELSE \(PersonRequest.Phase.granted.rawValue) END WHERE id = \(id)
                    """
                ]
            case .returned: return phase(.open)
            case .approved: return phase(.erasing)
            case .done: return phase(.done)
            }
        }
    )
}

/// One request as the list shows it.
struct ListedRequest: Hashable, Sendable {
    let id: OpaqueID
    let asks: Asks
    let received: Instant
    let due: Instant
    let phase: PersonRequest.Phase

    fileprivate init(_ row: RecordRow) throws {
        guard let asks = Asks(rawValue: try row.text("asks")),
            let phase = PersonRequest.Phase(rawValue: try row.text("phase"))
        else { throw StoreError(.damaged, "a person's request cannot be read") }
        self.asks = asks
        self.phase = phase
        id = try row.id("id")
        received = try row.get("received")
        due = try row.get("due")
    }
}

extension Reader {
    /// What was asked about one case, the newest first.
    func personRequests(of item: OpaqueID) throws -> [ListedRequest] {
        try rows(
            """
            SELECT r.id AS id, r.asks AS asks, r.received AS received, r.due AS due, \
            r.phase AS phase FROM person_request_cases c JOIN person_requests r \
            ON r.id = c.request WHERE c.case_id = \(item) ORDER BY r.received DESC, r.id LIMIT 50
            """
        )
        .map { try ListedRequest($0) }
    }

    /// Those that are owed, what is due first at the top, then what was ended last.
    func personRequests() throws -> [ListedRequest] {
        let columns: SQL = "SELECT id, asks, received, due, phase FROM person_requests"
        let open = try rows("\(columns) WHERE ended IS NULL ORDER BY due, id LIMIT 200")
        let over = try rows(
            "\(columns) WHERE ended IS NOT NULL ORDER BY ended DESC, id LIMIT 100"
        )
        return try (open + over).map { try ListedRequest($0) }
    }
}
