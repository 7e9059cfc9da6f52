package import Ledger
import Site
package import Stories

/// One agreement as lists show it.
package struct ListedAgreement: Hashable, Sendable {
    package let id: OpaqueID
    package let kind: AgreementKind
    package let stage: Code?
    package let signed: Day?
    package let from: Day?
    package let until: Day?
    package let ended: Day?
    package let rules: Public
    package let partners: [Code]
    package let texts: Texts

    /// The names of the partners, each without its code.
    package var partnerNames: [String] { PartnerLine.read(texts["mitra"]).map(\.name) }

    package func standing(on day: Day) -> AgreementStanding {
        AgreementStanding(signed: signed, from: from, until: until, ended: ended, on: day)
    }
}

/// How far an agreement is on a day.
package enum AgreementStanding: Hashable, Sendable, CaseIterable {
    case preparing, waiting, inForce, expired, ended

    init(signed: Day?, from: Day?, until: Day?, ended: Day?, on day: Day) {
        if ended != nil {
            self = .ended
        } else if signed == nil {
            self = .preparing
        } else if let until, until < day {
            self = .expired
        } else if let from, day < from {
            self = .waiting
        } else {
            self = .inForce
        }
    }
}

/// One partner as it is written: a line with its code, where it is a region, and its name.
package struct PartnerLine: Hashable, Sendable {
    package let code: Code?
    package let name: String

    /// "12.03 Kabupaten Tapanuli Selatan", one a line.
    package static func read(_ text: String) -> [PartnerLine] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let line = String(line).trimmingSpaces
            guard !line.isEmpty else { return nil }
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2, isRegion(words[0]), let code = Code(String(words[0])) else {
                return PartnerLine(code: nil, name: line)
            }
            return PartnerLine(code: code, name: String(words[1]).trimmingSpaces)
        }
    }

    /// "12" for a province, "12.03" for a regency or city.
    static func isRegion(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { part in
                part.utf8.count == 2 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
    }
}

extension Reader {
    /// What was written in one go; empty where the dossier was erased.
    package func texts(of payload: PayloadID) throws -> Texts {
        guard let bytes = try open(payload) else { return Texts() }
        return try Texts(bytes: bytes)
    }

    /// The agreements, those begun last first.
    package func agreements(with partner: Code? = nil) throws -> [ListedAgreement] {
        let codes = try rows("SELECT agreement, code FROM agreement_partners ORDER BY code")
        var partners: [OpaqueID: [Code]] = [:]
        for row in codes {
            partners[try row.id("agreement"), default: []].append(try row.get("code"))
        }
        return try rows("SELECT * FROM agreements ORDER BY begun_seq DESC LIMIT 1000")
            .compactMap { row in
                let id = try row.id("id")
                let known = partners[id, default: []]
                if let partner, !known.contains(partner) { return nil }
                guard let kind = AgreementKind(rawValue: try row.text("kind")) else { return nil }
                return ListedAgreement(
                    id: id,
                    kind: kind,
                    stage: try row.find("stage"),
                    signed: try row.find("signed"),
                    from: try row.find("from_day"),
                    until: try row.find("until_day"),
                    ended: try row.find("ended"),
                    rules: Public(digest: try row.blob("rules")),
                    partners: known,
                    texts: try texts(of: try row.get("words"))
                )
            }
    }

    /// The root of a partner's keys, as two persons typed it from a signed agreement that is in
    /// force on a day; nil where there is none.
    package func pinnedRoot(of partner: Code, on day: Day) throws -> Code? {
        try row(
            """
            SELECT r.root FROM agreement_roots r JOIN agreements a ON a.id = r.agreement \
            WHERE r.partner = \(partner) AND a.signed IS NOT NULL AND a.ended IS NULL \
            AND (a.until_day IS NULL OR a.until_day >= \(day)) ORDER BY a.begun_seq DESC LIMIT 1
            """
        )?.get("root")
    }

    /// The agreement under which a blueprint may be transferred on a day; nil where none allows it.
    ///
    /// What is published openly needs none: this is for what is not.
    package func agreement(
        permitting blueprint: Code,
        _ direction: TransferDirection,
        with partner: Code,
        on day: Day
    ) throws -> OpaqueID? {
        try agreements(permitting: blueprint, direction, with: partner, on: day).first
    }

    /// All agreements that permit it, the oldest first.
    package func agreements(
        permitting blueprint: Code,
        _ direction: TransferDirection,
        with partner: Code,
        on day: Day
    ) throws -> [OpaqueID] {
        try rows(
            """
            SELECT a.id FROM agreements a JOIN agreement_partners p ON p.agreement = a.id \
            JOIN agreement_transfers t ON t.agreement = a.id WHERE p.code = \(partner) \
            AND t.direction = \(direction.rawValue) AND t.blueprint IN ('*', \(blueprint)) \
            AND a.signed <= \(day) AND a.ended IS NULL \
            AND (a.from_day IS NULL OR a.from_day <= \(day)) \
            AND (a.until_day IS NULL OR a.until_day >= \(day)) ORDER BY a.begun_seq
            """
        ).map { row in try row.id("id") }
    }
}

extension Reader {
    /// The number of the document by whose signing an agreement came into force; empty before.
    package func numberOfSigning(of agreement: OpaqueID) throws -> String {
        let stream = Stream(AgreementStory.kind, agreement)
        let state = try state(of: stream, as: AgreementStory.self).state
        let signing = state.stages.values.first { $0.effect == .inForce }
        return try signing.map { try texts(of: $0.words.id)["nomor"] } ?? ""
    }
}
