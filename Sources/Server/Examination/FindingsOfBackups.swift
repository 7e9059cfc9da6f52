package import Stories

/// What is known of the backups of one place.
package struct TargetState: Hashable, Codable, Sendable {
    package var target: String
    /// When the last good one was made, in milliseconds; nil where there was none.
    package var made: Int64?
    package var name: String?
    package var bytes: Int64?
    /// How long it took.
    package var seconds: Int?
    /// Why there was none the last time; nil where there was one.
    package var failure: String?

    package init(target: String) { self.target = target }

    /// Three backups missed are worth a look, a day of them is what a fire would take.
    package func level(at now: Instant) -> Finding.Level {
        guard let made else { return .danger }
        switch now.seconds(since: Instant(milliseconds: made)) {
        case ..<3600: return failure == nil ? .fine : .attention
        case ..<86_400: return .attention
        case _: return .danger
        }
    }
}

extension Finding {
    /// Each place by itself, and that there are two.
    package static func backups(_ states: [TargetState], at now: Instant) -> [Finding] {
        var found = states.map { state in
            let why = state.failure.map { " Terakhir dicoba: \($0)" } ?? ""
            guard let made = state.made else {
                return Finding(
                    .danger,
                    "backup",
                    "Tempat cadangan \(state.target): belum ada cadangan.\(why)"
                )
            }
            let minutes = max(0, now.seconds(since: Instant(milliseconds: made))) / 60
            let age =
                minutes < 120
                ? "\(minutes) menit"
                : minutes < 2880 ? "\(minutes / 60) jam" : "\(minutes / 1440) hari"
            return Finding(
                state.level(at: now),
                "backup",
                "Tempat cadangan \(state.target): terakhir \(age) yang lalu.\(why)"
            )
        }
        if states.count < 2 {
            found.append(
                Finding(
                    .danger,
                    "backup",
                    "Hanya satu tempat cadangan: satu disk rusak, satu pencuri, dan tidak ada "
                        + "lagi. Tambahkan yang kedua di backup_targets, di gedung lain."
                )
            )
        }
        return found
    }
}
