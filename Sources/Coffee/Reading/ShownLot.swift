package import Ledger
package import Stories

/// A lot as the tables have it: what a list and a page show.
package struct ShownLot: Hashable, Sendable {
    package let id: OpaqueID
    package let code: String
    package let holder: Code
    package let what: KindOfCoffee
    package let season: Int
    package let title: String
    package let began: Instant
    package let taken: Int64
    package let given: Int64
    package let certified: Int64
    package let bags: Int?

    /// In tenths of a percent.
    package let moisture: Int?
    package let grade: String?
    package let graded: Instant?

    /// The last cupping, with the protocol that it was given under.
    package let cup: ShownCup?

    /// Why it was called back; nil where it was not.
    package let recall: String?

    package var balance: Int64 { taken - given }
    package var uncertified: Int64 { balance - certified }
}

/// A score, in hundredths, under its protocol.
package struct ShownCup: Hashable, Sendable {
    package let hundredths: Int
    package let protocolName: String
    package let at: Instant
}

/// One line of a lot's journey.
package struct ShownEntry: Hashable, Sendable {
    package let id: OpaqueID
    package let seq: Int64
    package let way: WayOfCoffee
    package let grams: Int64

    /// The grower, the lot on the other side, or the buyer.
    package let other: OpaqueID?
    package let price: Int64?
    package let advance: Int64?
    package let at: Instant

    /// The step, or the village of a delivery.
    package let place: String?

    /// What a delivery looked like to the buyer, and the phone's clock where that was wrong.
    package let grade: GradeAtScale?
    package let phoneClock: Instant?
}

/// A finding as the tables have it.
package struct ShownFinding: Hashable, Sendable {
    package let id: OpaqueID
    package let entry: OpaqueID
    package let finding: LotFinding
    package let overruledBy: OpaqueID?
}

extension Reader {
    /// A lot by what stands on its label.
    package func lot(_ code: LotCode) throws -> ShownLot? {
        try row("\(Self.lots) WHERE code = \(code.text)").map { try shownLot($0) }
    }

    package func lot(_ id: OpaqueID) throws -> ShownLot? {
        try row("\(Self.lots) WHERE id = \(id)").map { try shownLot($0) }
    }

    /// The lots of some holders, the newest first; with `isThere`, those that hold coffee.
    package func lots(
        of holders: Set<Code>?,
        isThere: Bool,
        most: Int,
        after skipped: Int = 0
    ) throws -> [ShownLot] {
        let there: SQL = isThere ? " AND taken > given" : ""
        let whose: SQL = holders.map { "holder IN (\(each: $0.sorted()))" } ?? "1 = 1"
        return try rows(
            """
            \(Self.lots) WHERE \(whose)\(there) ORDER BY began DESC, id LIMIT \(most) \
            OFFSET \(skipped)
            """
        ).map { try shownLot($0) }
    }

    /// What came in and went out of a lot, the newest first.
    package func entries(
        of lot: OpaqueID,
        before seq: Int64 = .max,
        most: Int
    ) throws -> [ShownEntry] {
        try rows(
            """
            SELECT id, seq, way, grams, other, price, advance, at, place, grade, phone_clock \
            FROM coffee_entries WHERE lot = \(lot) AND seq < \(seq) ORDER BY seq DESC LIMIT \(most)
            """
        ).map { try entry($0) }
    }

    /// One entry, with the lot that it is of.
    package func entry(_ id: OpaqueID) throws -> (entry: ShownEntry, lot: OpaqueID)? {
        try row("SELECT * FROM coffee_entries WHERE id = \(id)")
            .map { (try entry($0), try $0.id("lot")) }
    }

    /// What stands against a lot, overruled findings too.
    package func findings(of lot: OpaqueID) throws -> [ShownFinding] {
        try rows("SELECT * FROM coffee_findings WHERE lot = \(lot) ORDER BY seq, id").map { row in
            guard let rule = LotRule(rawValue: try row.text("rule")) else {
                throw StoreError(.damaged, "no rule of a lot: \(try row.text("rule"))")
            }
            return ShownFinding(
                id: try row.id("id"),
                entry: try row.id("entry"),
                finding: LotFinding(
                    rule,
                    said: try row.int("said"),
                    most: try row.int("most"),
                    plot: try row.find("plot"),
                    isWarning: try row.int("warning") != 0
                ),
                overruledBy: try row.find("overruled_by")
            )
        }
    }

    private static let lots: SQL = "SELECT * FROM coffee_lots"

    private func entry(_ row: RecordRow) throws -> ShownEntry {
        guard let way = WayOfCoffee(rawValue: try row.text("way")) else {
            throw StoreError(.damaged, "no way of coffee: \(try row.text("way"))")
        }
        return ShownEntry(
            id: try row.id("id"),
            seq: try row.int("seq"),
            way: way,
            grams: try row.int("grams"),
            other: try row.find("other"),
            price: try row.find("price"),
            advance: try row.find("advance"),
            at: try row.get("at"),
            place: try row.find("place"),
            grade: try row.find("grade").flatMap(GradeAtScale.init(rawValue:)),
            phoneClock: try row.find("phone_clock")
        )
    }

    private func shownLot(_ row: RecordRow) throws -> ShownLot {
        ShownLot(
            id: try row.id("id"),
            code: try row.text("code"),
            holder: try row.get("holder"),
            what: KindOfCoffee(try row.get("kind"), of: try row.get("species")),
            season: try row.get("season"),
            title: try publicText(row.find("title")) ?? "",
            began: try row.get("began"),
            taken: try row.int("taken"),
            given: try row.int("given"),
            certified: try row.int("certified"),
            bags: try row.find("bags"),
            moisture: try row.find("moisture"),
            grade: try row.find("grade"),
            graded: try row.find("graded"),
            cup: try shownCup(row),
            recall: try publicText(row.find("recall"))
        )
    }

    private func shownCup(_ row: RecordRow) throws -> ShownCup? {
        guard let score: Int = try row.find("cup") else { return nil }
        return ShownCup(
            hundredths: score,
            protocolName: try row.text("cup_protocol"),
            at: try row.get("cupped")
        )
    }

    private func publicText(_ digest: [UInt8]?) throws -> String? {
        guard let digest, digest.count == 32 else { return nil }
        return try content(Public(digest: digest)).map { String(decoding: $0, as: UTF8.self) }
    }
}
