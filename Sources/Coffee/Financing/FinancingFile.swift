package import Ledger
package import Stories

/// The file that a grower hands to a bank: what they consented to, and nothing else.
package struct FinancingFile: Hashable, Sendable {
    package let terms: FinancingTerms

    /// When the grower consented, and whether an official wrote it down with them.
    package let consented: Day
    package let isWithOfficial: Bool
    package let made: Day

    package let regency: String
    package let site: String

    /// Nil or empty where it was not consented to.
    package var identity: Identity?
    package var plots: [NamedPlot]?
    package var sums: [SumOfSeason]?
    package var deliveries: [DeliveryOfDay]?
    package var plan: RepaymentPlan?

    package init(
        _ terms: FinancingTerms,
        consented: Day,
        isWithOfficial: Bool,
        made: Day,
        by regency: (name: String, site: String)
    ) {
        (self.terms, self.consented, self.made) = (terms, consented, made)
        (self.isWithOfficial, self.regency, site) = (isWithOfficial, regency.name, regency.site)
    }

    /// Who the grower is.
    package struct Identity: Hashable, Sendable {
        package let name: String
        package let nik: String
        package let village: String

        package init(_ name: String, nik: String, village: String) {
            (self.name, self.nik, self.village) = (name, nik, village)
        }
    }

    /// So many deliveries go along at most: three harvests of anybody are fewer.
    package static let mostDeliveries = 1000

    /// The bytes that are signed: the same file gives the same ones.
    package func bytes(_ code: OpaqueID, in zone: Zone) throws -> [UInt8] {
        var fields: FactFields = [
            "format": .text("serasan.financing-file.1"), "code": code.json, "made": made.json,
            "regency": .object(["name": .text(regency), "site": .text(site)]),
            "bank": .text(terms.bank), "purpose": .text(terms.purpose),
            "consent": .object([
                "day": consented.json, "with_official": isWithOfficial.json,
                "parts": .list(terms.parts.map(\.rawValue).sorted().map { .text($0) }),
            ]),
        ]
        fields["identity"] = identity?.json
        fields["plots"] = plots.map { .list($0.map(\.json)) }
        fields["seasons"] = sums.map { .list($0.map(\.json)) }
        fields["deliveries"] = deliveries.map { lines in .list(lines.map { $0.json(in: zone) }) }
        fields["plan"] = plan?.json
        return try CanonicalJSON.write(.object(fields))
    }

    /// What is signed with the bytes, so that no other paper's signature fits.
    package static func signed(
        _ bytes: [UInt8],
        _ code: OpaqueID,
        _ keys: Keys
    ) throws -> SignedFacts {
        try SignedFacts("serasan.financing.v1", code, bytes, keys)
    }

    /// The file and its signature in one, as it is downloaded.
    package static func envelope(
        _ bytes: [UInt8],
        _ code: OpaqueID,
        _ keys: Keys
    ) throws -> [UInt8] {
        let signature = try CanonicalJSON.write(
            .object([
                "algorithm": .text("Ed25519"), "purpose": .text("serasan.financing.v1"),
                "public_key": .text(SignedFacts.base64(try SignedFacts.publicKey(keys))),
                "value": .text(SignedFacts.base64(try signed(bytes, code, keys).signature)),
            ])
        )
        // Spliced, not written anew: what was signed stands there byte for byte.
        return Array("{\"file\":".utf8) + bytes + Array(",\"signature\":".utf8) + signature
            + Array("}\n".utf8)
    }
}

extension FinancingFile.Identity {
    fileprivate var json: FactValue {
        .object(["name": .text(name), "nik": .text(nik), "village": .text(village)])
    }
}

extension NamedPlot {
    fileprivate var json: FactValue {
        var fields: FactFields = [
            "name": .text(name), "village": .text(village),
            "square_metres": .number(plot.area), "measured": isMeasured.json,
        ]
        fields["planted"] = plot.planted?.json
        return .object(fields)
    }
}

extension SumOfSeason {
    fileprivate var json: FactValue {
        .object([
            "season": season.json, "kind": what.kind.json, "species": what.species.json,
            "deliveries": deliveries.json, "grams": grams.json, "worth_rupiah": worth.json,
            "paid_rupiah": paidOut.json,
        ])
    }
}

extension DeliveryOfDay {
    fileprivate func json(in zone: Zone) -> FactValue {
        var fields: FactFields = [
            "day": zone.day(entry.at).json, "season": lot.season.json,
            "kind": lot.what.kind.json, "species": lot.what.species.json,
            "grams": entry.grams.json, "price_rupiah": (entry.price ?? 0).json,
            "worth_rupiah": entry.worth.json, "advance_rupiah": (entry.advance ?? 0).json,
            "paid_rupiah": entry.paidOut.json,
        ]
        fields["scale_grade"] = entry.grade?.json
        // The grade of the lot that it went into, where that was tested.
        fields["lot_grade"] = lot.grade.map { .text($0) }
        return .object(fields)
    }
}
