package import Stories

/// A weight put right: of which delivery, filling, draw, sale or loss, and what it is.
package struct LotCorrection: Hashable, Sendable {
    /// What is corrected.
    package let of: OpaqueID

    /// The grams that it was; 0 undoes it.
    package let grams: Int64

    /// Rupiah a kilogram, where the price of a delivery was wrong.
    package let price: Int64?
    package let reason: Sealed

    /// What is to be said against it now, instead of what was.
    package let findings: [NewFinding]

    package init(
        of entry: OpaqueID,
        grams: Int64,
        price: Int64? = nil,
        reason: Sealed,
        findings: [NewFinding] = []
    ) {
        (of, self.grams, self.price) = (entry, grams, price)
        (self.reason, self.findings) = (reason, findings)
    }
}

/// A grade under SNI 01-2907-2008, and the sheet that leads to it.
package struct Graded: Hashable, Sendable {
    /// `1`, `4a`, `di-luar`.
    package let grade: Code

    /// Points of defects in twentieths, the lowest common denominator of the standard.
    package let twentieths: Int64

    /// In tenths of a percent.
    package let moisture: Int
    package let sheet: Public

    /// The laboratory's record in the register; nil where the holder graded by themselves.
    package let laboratory: OpaqueID?

    package init(
        _ grade: Code,
        twentieths: Int64,
        moisture: Int,
        sheet: Public,
        laboratory: OpaqueID? = nil
    ) {
        (self.grade, self.twentieths, self.moisture) = (grade, twentieths, moisture)
        (self.sheet, self.laboratory) = (sheet, laboratory)
    }
}

/// A cupping score, never without the protocol that it was given under.
package struct Cupped: Hashable, Sendable {
    package let protocolName: Code

    /// In hundredths of a point.
    package let hundredths: Int
    package let sheet: Public
    package let laboratory: OpaqueID?

    package init(
        _ protocolName: Code,
        hundredths: Int,
        sheet: Public,
        laboratory: OpaqueID? = nil
    ) {
        (self.protocolName, self.hundredths) = (protocolName, hundredths)
        (self.sheet, self.laboratory) = (sheet, laboratory)
    }
}

/// A certificate that speaks for so much of a lot, and uses it up.
package struct Certification: Hashable, Sendable {
    package let id: OpaqueID

    /// `asal`, `ig`: which certificate.
    package let scheme: Code
    package let grams: Int64

    package init(_ id: OpaqueID, _ scheme: Code, grams: Int64) {
        (self.id, self.scheme, self.grams) = (id, scheme, grams)
    }
}

/// A finding that somebody answers for by name.
package struct Overruling: Hashable, Sendable {
    package let finding: OpaqueID
    package let reason: Sealed

    package init(_ finding: OpaqueID, reason: Sealed) {
        (self.finding, self.reason) = (finding, reason)
    }
}
