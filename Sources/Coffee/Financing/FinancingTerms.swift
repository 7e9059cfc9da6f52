package import Beans
import Feel
package import Stories

/// The parts of a financing file, each consented to by itself.
package enum FinancingPart: String, CaseIterable, Sendable {
    case identity = "identitas"
    case plots = "kebun"
    case deliveries = "setoran"
    case plan = "rencana"
}

/// What a grower consented to: to whom, what for, which parts, which loan is asked for.
///
/// Sealed as it was shown; the loan is only asked for, and nobody here says whether it is given.
package struct FinancingTerms: Hashable, Sendable {
    package let bank: String
    package let purpose: String
    package let parts: Set<FinancingPart>

    /// The harvests whose deliveries go with it.
    package let seasons: [Int]

    /// Nil where no plan of repayment goes with it.
    package let loan: Loan?

    package init(
        to bank: String,
        for purpose: String,
        parts: Set<FinancingPart>,
        seasons: [Int] = [],
        loan: Loan? = nil
    ) {
        (self.bank, self.purpose, self.parts) = (bank, purpose, parts)
        (self.seasons, self.loan) = (seasons, loan)
    }

    /// The bytes that are sealed.
    package func bytes() throws -> [UInt8] {
        var fields: FactFields = [
            "bank": .text(bank), "purpose": .text(purpose),
            "parts": .list(parts.map(\.rawValue).sorted().map { .text($0) }),
            "seasons": .list(seasons.map { .number(Int64($0)) }),
        ]
        if let loan {
            fields["amount"] = .number(loan.principal)
            fields["months"] = .number(Int64(loan.months))
            fields["percent"] = .text(loan.yearlyPercent.decimal.description)
        }
        return try CanonicalJSON.write(.object(fields))
    }

    /// Reads them back; nil for bytes that are none.
    package init?(_ bytes: [UInt8]) throws(FactUnreadable) {
        guard case .object(let fields) = try CanonicalJSON.read(bytes),
            case .text(let bank)? = fields["bank"],
            case .text(let purpose)? = fields["purpose"],
            case .list(let parts)? = fields["parts"],
            case .list(let seasons)? = fields["seasons"]
        else { return nil }
        var loan: Loan?
        if case .number(let amount)? = fields["amount"],
            case .number(let months)? = fields["months"],
            case .text(let percent)? = fields["percent"],
            let rate = Decimal34(percent).flatMap({ Ratio($0) })
        {
            loan = Loan(amount, months: Int(months), yearlyPercent: rate, .annuity)
        }
        self.init(
            to: bank,
            for: purpose,
            parts: Set(
                parts.compactMap { part in
                    guard case .text(let word) = part else { return nil }
                    return FinancingPart(rawValue: word)
                }
            ),
            seasons: seasons.compactMap { Int(json: $0) },
            loan: loan
        )
    }
}
