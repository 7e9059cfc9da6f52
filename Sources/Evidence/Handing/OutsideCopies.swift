package import Ledger
package import Stories

/// By which way a head of the log is known to have left this house.
package enum WayOutside: String, Hashable, Sendable, CaseIterable {
    /// The mail server took the daily message.
    case mail = "surel"
    /// A partner's server has cosigned it.
    case partner = "mitra"
    case inspectorate = "inspektorat"
    case province = "provinsi"
    case parliament = "dprd"
    case ombudsman = "ombudsman"
    case press = "pers"
    case citizen = "warga"
}

/// A head of the log that somebody else holds.
package struct OutsideCopy: Hashable, Sendable {
    /// How many events it covers.
    package let size: Int64

    /// When those events were all there: nothing before this moment can be changed unseen.
    package let covers: Instant
    package let way: WayOutside

    /// When it left, or was shown to us.
    package let at: Instant

    package init(size: Int64, covers: Instant, way: WayOutside, at: Instant) {
        self.size = size
        self.covers = covers
        self.way = way
        self.at = at
    }
}

extension WayOutside {
    /// What an official may name who was shown a head; the others note themselves.
    static let shown = allCases.filter { $0 != .mail && $0 != .partner }
}

extension OutsideCopy {
    /// The tables of the class *operations* of this part.
    ///
    /// Lost with the database, they say too little: then somebody shows a head once more.
    package static let tables = [
        """
        CREATE TABLE IF NOT EXISTS checkpoint_copies (size BIGINT NOT NULL, way TEXT NOT NULL, \
        covers BIGINT NOT NULL, at BIGINT NOT NULL, official BLOB, PRIMARY KEY (size, way))
        """
    ]

    /// Says once that a head of this size is outside by this way.
    func statement(by official: OpaqueID?) -> SQL {
        """
        INSERT INTO checkpoint_copies (size, way, covers, at, official) \
        VALUES (\(size), \(way.rawValue), \(covers), \(at), \(official)) ON CONFLICT DO NOTHING
        """
    }
}

extension Reader {
    /// The newest head that is known to be outside; nil where none is.
    package func newestOutsideCopy() throws -> OutsideCopy? {
        try outsideCopies(most: 1).first
    }

    /// What is known to be outside, newest first.
    func outsideCopies(most: Int) throws -> [OutsideCopy] {
        try rows(
            """
            SELECT size, way, covers, at FROM checkpoint_copies \
            ORDER BY size DESC, at DESC, way LIMIT \(most)
            """
        ).compactMap { row in
            guard let way = WayOutside(rawValue: try row.text("way")) else { return nil }
            return OutsideCopy(
                size: try row.int("size"),
                covers: try row.get("covers"),
                way: way,
                at: try row.get("at")
            )
        }
    }

    /// How well the past is guarded by what others hold.
    package func guardedByOthers() throws -> GuardedPast {
        GuardedPast(newest: try newestOutsideCopy(), events: try head().size)
    }
}

/// How much of the log others could testify to.
package struct GuardedPast: Hashable, Sendable {
    package let newest: OutsideCopy?
    package let events: Int64

    /// Three days: a weekend passes without a sentence.
    private static let patienceSeconds: Int64 = 3 * 86_400

    /// For how many days nobody else holds anything; nil where nobody ever did, 0 where all
    /// that was recorded is covered.
    package func days(at now: Instant) -> Int64? {
        guard let newest else { return nil }
        if newest.size >= events { return 0 }
        return max(0, now.seconds(since: newest.covers)) / 86_400
    }

    package func isWell(at now: Instant) -> Bool {
        guard let newest else { return false }
        return newest.size >= events || now.seconds(since: newest.covers) < Self.patienceSeconds
    }
}
