import Stories

/// For how long a message is claimed, and until when a try under that claim may begin.
///
/// A node that slept in between finds its claim run out, and leaves the message to whoever has it
/// now: a try that begins too late would still be under way when the next one begins.
struct Lease: Hashable, Sendable {
    let until: Instant
    private let lastBeginning: Instant

    /// Claims from `start` on, for tries that last so long at most.
    init(at start: Instant, seconds: Int64 = 60, sendingSeconds: Int64 = 45) {
        until = start.adding(seconds: seconds)
        lastBeginning = until.adding(seconds: -sendingSeconds)
    }

    func lets(beginAt now: Instant) -> Bool { now < lastBeginning }
}
