package import Ledger
package import Stories

/// What is still owed to people whose data are kept here, for the page that tells how all is.
package struct DutiesOfData: Hashable, Sendable {
    /// Breaches of which somebody has still to be told, and those of them that are late.
    package var breaches = 0
    package var lateBreaches = 0

    /// Requests without an answer, and those of them that are late.
    package var requests = 0
    package var lateRequests = 0

    package init() {}

    /// Counts them as of a moment.
    package typealias Count = @Sendable (Instant, Reader) throws -> DutiesOfData

    package var isLate: Bool { lateBreaches + lateRequests > 0 }
    package var isEmpty: Bool { breaches + requests == 0 }

    /// What is owed in one sentence.
    package var words: Words {
        guard !isEmpty else { return Words("Tidak ada yang menunggu.", "Nothing is waiting.") }
        return Words(
            "Kebocoran belum diberitahukan: \(breaches), terlambat \(lateBreaches). "
                + "Permintaan belum dijawab: \(requests), terlambat \(lateRequests).",
            "Breaches not told: \(breaches), late \(lateBreaches). "
                + "Requests not answered: \(requests), late \(lateRequests)."
        )
    }
}
