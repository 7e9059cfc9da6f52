package import Blueprints
package import Cases
package import Feel
package import Ledger
package import Stories

/// A record of a register as it stands.
package struct StandingRecord: Hashable, Sendable {
    package let id: OpaqueID

    /// Blueprint and register: `16.03/kopi/kebun`.
    package let register: Code

    /// What brought it here: a case, a batch.
    package let source: Stream

    /// Nil once it is erased.
    package let content: TypedAnswers?
    package let entered: Instant
    package let ended: Instant?

    package var stream: Stream { Stream(RegisterStory.kind, id) }
}

/// Where a list of records goes on.
package struct PlaceInRegister: Hashable, Sendable {
    package let entered: Instant
    package let id: OpaqueID

    package init(after record: StandingRecord) { (entered, id) = (record.entered, record.id) }
}

extension Reader {
    /// One record, ended and erased ones too.
    package func record(_ id: OpaqueID) throws -> StandingRecord? {
        try row("SELECT \(Self.columns) FROM records r WHERE r.id = \(id)").map(standing)
    }

    /// The records whose ids lie between two.
    package func records(within ids: ClosedRange<OpaqueID>, limit: Int) throws -> [StandingRecord] {
        try rows(
            """
            SELECT \(Self.columns) FROM records r WHERE r.id >= \(ids.lowerBound) \
            AND r.id <= \(ids.upperBound) ORDER BY r.id LIMIT \(limit)
            """
        ).map(standing)
    }

    /// The records of a register that have not ended, a page of them, by when they came in.
    package func records(
        in register: Code,
        after place: PlaceInRegister? = nil,
        limit: Int
    ) throws -> [StandingRecord] {
        let after: SQL =
            place.map { "AND (r.at, r.id) > (\($0.entered), \($0.id))" } ?? ""
        return try rows(
            """
            SELECT \(Self.columns) FROM records r WHERE r.register = \(register) \
            AND r.ended IS NULL \(after) ORDER BY r.at, r.id LIMIT \(limit)
            """
        ).map(standing)
    }

    /// How many records of a register have not ended.
    package func countOfRecords(in register: Code) throws -> Int {
        try row(
            "SELECT count(*) AS n FROM records WHERE register = \(register) AND ended IS NULL"
        )?.get("n") ?? 0
    }

    /// The records that have not ended and say this in a field of their keys: one by what is
    /// unique, several by what links, such as all plots of a person.
    package func records(
        in register: Code,
        where field: ID,
        is value: FeelValue,
        limit: Int = 500
    ) throws -> [StandingRecord] {
        guard let word = RecordKey.word(value) else { return [] }
        return try rows(
            """
            SELECT \(Self.columns) FROM record_keys k JOIN records r ON r.id = k.record \
            WHERE k.register = \(register) AND k.field = \(field.text) \
            AND k.token = \(token(ofKey: word)) AND r.ended IS NULL ORDER BY r.at, r.id \
            LIMIT \(limit)
            """
        ).map(standing)
    }

    /// The records of a register that any of its keys finds, for whoever searches by hand.
    package func records(
        in register: Code,
        findableBy text: String,
        limit: Int = 50
    ) throws -> [StandingRecord] {
        guard let word = RecordKey.word(.string(text)) else { return [] }
        return try rows(
            """
            SELECT DISTINCT \(Self.columns) FROM record_keys k JOIN records r ON r.id = k.record \
            WHERE k.register = \(register) AND k.token = \(token(ofKey: word)) \
            ORDER BY r.at, r.id LIMIT \(limit)
            """
        ).map(standing)
    }

    /// The records that say something in one of these fields, ended ones too, as `says` judges it.
    ///
    /// All of a register are opened, one page after the other: for whoever looks for a person who
    /// brings no number along.
    package func records(
        in register: Code,
        limit: Int,
        where says: (TypedAnswers) -> Bool
    ) throws -> [StandingRecord] {
        var (found, place): ([StandingRecord], PlaceInRegister?) = ([], nil)
        while found.count < limit {
            let after: SQL =
                place.map { "AND (r.at, r.id) > (\($0.entered), \($0.id))" } ?? ""
            let page = try rows(
                """
                SELECT \(Self.columns) FROM records r WHERE r.register = \(register) \
                AND r.content IS NOT NULL \(after) ORDER BY r.at, r.id LIMIT \(Self.mostOpened)
                """
            ).map(standing)
            found += page.filter { $0.content.map(says) ?? false }
            guard page.count == Self.mostOpened, let last = page.last else { break }
            place = PlaceInRegister(after: last)
        }
        return Array(found.prefix(limit))
    }

    /// The records of a register that ended before a moment and still say something, the one that
    /// ended first at the top.
    package func records(
        in register: Code,
        endedBefore moment: Instant,
        limit: Int
    ) throws -> [StandingRecord] {
        try rows(
            """
            SELECT \(Self.columns) FROM records r WHERE r.register = \(register) \
            AND r.ended < \(moment) AND r.content IS NOT NULL ORDER BY r.ended, r.id \
            LIMIT \(limit)
            """
        ).map(standing)
    }

    /// The record that holds what another would say, if one does.
    package func holder(of content: RecordContent, in register: Code) throws -> StandingRecord? {
        guard let first = content.unique.first, let value = content.fields[first],
            let held = content.held(in: register)
        else { return nil }
        return try records(in: register, where: first, is: value).first { other in
            guard let fields = other.content else { return false }
            return RecordContent(fields, unique: content.unique).held(in: register) == held
        }
    }

    /// Everything that something brought here: the records of a case, of a batch.
    package func records(from source: Stream) throws -> [StandingRecord] {
        try rows(
            """
            SELECT \(Self.columns) FROM records r WHERE r.source = \(source.id) \
            AND r.source_kind = \(source.kind.word) ORDER BY r.id
            """
        ).map(standing)
    }

    /// The records that a case wrote, by register; what is erased is left out.
    package func records(of id: CaseID) throws -> [(register: String, fields: TypedAnswers)] {
        try records(from: id.stream).compactMap { record in
            record.content.map { (record.register.text, $0) }
        }
    }

    /// So many records are opened at once.
    private static let mostOpened = 500

    private static let columns: SQL =
        "r.id, r.register, r.dossier, r.source_kind, r.source, r.content, r.at, r.ended"

    private func standing(_ row: RecordRow) throws -> StandingRecord {
        let id = try row.id("id")
        let sealed: [UInt8]? = try row.find("content")
        let place = RegisterView.place(of: id, in: DossierID(try row.id("dossier")))
        return StandingRecord(
            id: id,
            register: try row.get("register"),
            source: Stream(StreamKind(try row.get("source_kind")), try row.id("source")),
            content: try sealed.flatMap { try openRow($0, at: place) }
                .flatMap { TypedAnswers(canonicalBytes: $0) },
            entered: try row.get("at"),
            ended: try row.find("ended")
        )
    }
}
