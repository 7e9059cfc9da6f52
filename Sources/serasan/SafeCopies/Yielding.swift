import Glibc

/// Work that nobody waits for.
enum Yielding {
    /// A tenth of what others get where there is not enough for all; all of it where nobody asks.
    ///
    /// Not the lowest: while pages are read, what is committed gathers in the write-ahead log.
    private static let steps: Int32 = 10

    /// From here on this thread comes after those that answer people; that cannot be taken back.
    static func begin() {
        // On Linux this is the calling thread's alone. Refused, it goes on as before.
        _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, steps)
    }
}
