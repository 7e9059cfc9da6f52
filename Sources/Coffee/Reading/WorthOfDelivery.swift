// What a delivery is worth, as the fact has it: one rounding for slip, books and grower.

extension ShownEntry {
    /// Rupiah, half a rupiah rounded up.
    package var worth: Int64 { ((price ?? 0) * grams + 500) / 1000 }

    /// Rupiah that were handed over: never less than nothing.
    package var paidOut: Int64 { max(0, worth - (advance ?? 0)) }

    /// Rupiah of the advance that the delivery did not make up for.
    package var advanceLeft: Int64 { max(0, (advance ?? 0) - worth) }
}
