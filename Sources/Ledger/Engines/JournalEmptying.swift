/// When the journal is emptied after something was erased: at once, and at most once a second.
///
/// Each time costs two syncs, for which every commit waits; a person with fifty dossiers would cost
/// a hundred.
struct JournalEmptying {
    private static let pause: UInt64 = 1_000_000_000

    private var isOwed = false
    private var last: UInt64?

    /// When it is to be done, in nanoseconds of `WakeUp.now`; nil where nothing is owed.
    var due: UInt64? { isOwed ? last.map { $0 + Self.pause } ?? 0 : nil }

    mutating func owe() { isOwed = true }

    /// Empties it where it is time; where a reader still needs it, that is owed for another second.
    mutating func settle(_ empty: () -> Bool) {
        guard let due, WakeUp.now >= due else { return }
        isOwed = !empty()
        last = WakeUp.now
    }
}
