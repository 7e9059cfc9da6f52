/// How much one thing of a partner may be, and how long it may take.
package struct FetchBounds: Hashable, Sendable {
    package let bytes: Int
    package let connectSeconds: Int
    package let totalSeconds: Int

    /// A line that brings less than `slowBytes` a second for so long is dead.
    package let slowSeconds: Int
    static let slowBytes = 512

    package init(
        bytes: Int,
        connectSeconds: Int = 10,
        totalSeconds: Int = 60,
        slowSeconds: Int = 20
    ) {
        self.bytes = bytes
        self.connectSeconds = connectSeconds
        self.totalSeconds = totalSeconds
        self.slowSeconds = slowSeconds
    }

    /// The same with no more patience than so many seconds.
    func within(seconds: Int) -> FetchBounds {
        FetchBounds(
            bytes: bytes,
            connectSeconds: min(connectSeconds, seconds),
            totalSeconds: min(totalSeconds, seconds),
            slowSeconds: min(slowSeconds, seconds)
        )
    }

    package static let catalogue = FetchBounds(bytes: 1 << 20)
    package static let root = FetchBounds(bytes: 64 << 10)
    package static let statement = FetchBounds(bytes: 64 << 10)

    /// Exactly as much as the catalogue says, and never more than a package may have; on a weak
    /// line that takes its time.
    package static func package(_ listed: Catalogue.Listed) -> FetchBounds {
        FetchBounds(
            bytes: max(1, min(listed.length, PackageBounds.bytes)),
            totalSeconds: 600,
            slowSeconds: 30
        )
    }
}
