package import Stories

/// What reading the whole record through has shown.
///
/// Without a head that somebody else holds it says at best "consistent in itself, not compared
/// with a witness".
package struct Verification: Hashable, Sendable {
    /// The head computed from the events themselves.
    package fileprivate(set) var computed = LogHead()

    /// The head as the database has it.
    package fileprivate(set) var kept = LogHead()

    /// Events that cannot be read, or stand in another place than they say.
    package fileprivate(set) var damaged: [Int64] = []

    /// Payloads that do not open to what a fact committed to.
    package fileprivate(set) var broken: [PayloadID] = []

    /// Payloads that are gone although no fact says that they were erased.
    package fileprivate(set) var lost: [PayloadID] = []

    /// Payloads that are gone as a fact says.
    package fileprivate(set) var erased = 0

    package var isConsistent: Bool {
        computed == kept && damaged.isEmpty && broken.isEmpty && lost.isEmpty
    }
}

extension RecordStore {
    /// Reads the whole record through: events, tree, payloads.
    ///
    /// `excuses` gives the payloads that an event declares erased.
    package func verify(
        excuses: @Sendable @escaping (RecordedEvent) throws(StoreError) -> [PayloadID]
    ) async throws(StoreError) -> Verification {
        try await reading { reader throws(StoreError) in try reader.verify(excuses) }
    }
}

extension Reader {
    /// The payloads sealed in a dossier, for the fact that declares them erased.
    package func payloads(of dossier: DossierID) throws(StoreError) -> [PayloadID] {
        var payloads: [PayloadID] = []
        for row in try rows("SELECT id FROM payloads WHERE dossier = \(dossier) ORDER BY id") {
            payloads.append(try row.get("id"))
        }
        return payloads
    }

    fileprivate func verify(
        _ excuses: (RecordedEvent) throws(StoreError) -> [PayloadID]
    ) throws(StoreError) -> Verification {
        var found = Verification()
        found.kept = try head()
        var missing: Set<PayloadID> = []
        var versions: [Stream: Version] = [:]
        var rest = true
        while rest {
            let rows = try rows(
                """
                SELECT seq, stream_id, stream_kind, version, bytes FROM events
                WHERE seq > \(found.computed.size) ORDER BY seq LIMIT 500
                """
            )
            for row in rows {
                let seq = try row.int("seq")
                found.computed.add(.leaf(try row.blob("bytes")))
                guard let event = try readable(row), seq == found.computed.size,
                    event.version == versions[event.stream, default: 0] + 1
                else {
                    found.damaged.append(seq)
                    continue
                }
                versions[event.stream] = event.version
                try check(event, &found, &missing)
                for excused in try excuses(event) where missing.remove(excused) != nil {
                    found.erased += 1
                }
            }
            rest = !rows.isEmpty
        }
        found.lost = missing.sorted { $0.id < $1.id }
        return found
    }

    /// The event of a row, where its bytes say what the row's columns say.
    private func readable(_ row: RecordRow) throws(StoreError) -> RecordedEvent? {
        do throws(StoreError) {
            let event = try RecordedEvent(seq: row.int("seq"), bytes: row.blob("bytes"))
            let stream = Stream(StreamKind(try row.get("stream_kind")), try row.id("stream_id"))
            let version: Version = try row.get("version")
            return event.stream == stream && event.version == version ? event : nil
        } catch  where error.kind == .damaged {
            return nil
        }
    }

    private func check(
        _ event: RecordedEvent,
        _ found: inout Verification,
        _ missing: inout Set<PayloadID>
    ) throws(StoreError) {
        for sealed in event.sealed {
            do throws(StoreError) {
                guard let payload = try payload(sealed.id) else {
                    missing.insert(sealed.id)
                    continue
                }
                if payload.sealed != sealed { found.broken.append(sealed.id) }
            } catch  where error.kind == .damaged {
                found.broken.append(sealed.id)
            }
        }
    }
}
