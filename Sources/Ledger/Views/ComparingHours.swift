package import Stories

/// When the views are compared with the log: at night, while few people wait.
package struct ComparingHours: Sendable {
    /// From one to five in the morning.
    private static let night = 60..<300
    private static let patience: Int64 = 20 * 3_600_000

    /// A machine that is off at night is looked at by day in the end.
    private static let mostPatience: Int64 = 3 * 24 * 3_600_000

    private let zone: Zone

    package init(in zone: Zone) { self.zone = zone }

    /// Whether it is time.
    ///
    /// - Parameters:
    ///   - last: when they were compared before, if ever.
    ///   - isSmall: whether it takes so little that the first time need not wait for the night.
    package func areNow(_ now: Instant, last: Instant?, isSmall: Bool) -> Bool {
        let isNight = Self.night.contains(zone.wall(now).minute)
        guard let last else { return isNight || isSmall }
        let age = now.milliseconds - last.milliseconds
        // A clock that was set back must not put it off for as long.
        guard age >= 0 else { return isNight }
        return age > Self.mostPatience || (age > Self.patience && isNight)
    }
}
