package import Stories

/// A fee as an official saw it paid: the amount that the application owes, on which day.
package struct FeePayment: Hashable, Sendable {
    /// Whole rupiah, as the submission says.
    package let amount: Int64

    /// The day that stands on the proof of payment.
    package let day: Day

    /// The number of the proof, as it was typed; sealed, for people write names there too.
    package let receipt: Sealed?

    package init(amount: Int64, day: Day, receipt: Sealed? = nil) {
        self.amount = amount
        self.day = day
        self.receipt = receipt
    }

    package func write(to fields: inout FactWriter) {
        fields.put("amount", amount)
        fields.put("day", day)
        fields.put("receipt", receipt)
    }

    package init(from fields: FactReader) throws(FactUnreadable) {
        self.init(
            amount: try fields.get("amount"),
            day: try fields.get("day"),
            receipt: try fields.find("receipt")
        )
    }
}
