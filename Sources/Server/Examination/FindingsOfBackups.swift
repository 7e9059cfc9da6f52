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

    /// When the newest backup there was last read to its end, and well.
    package var read: Int64?

    /// When that was last tried.
    package var readTried: Int64?

    /// Why it could not be read the last time; nil where it could.
    package var unread: String?

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

    /// A place is read to its end once a week; twice missed is worth a look.
    package func levelOfReading(at now: Instant) -> Finding.Level {
        if unread != nil { return .danger }
        guard let read else { return .attention }
        let days = now.seconds(since: Instant(milliseconds: read)) / 86_400
        return days < 15 ? .fine : days < 30 ? .attention : .danger
    }

    /// Whether the place is to be read to its end now; what failed is tried again after six hours.
    package func isReadingDue(at now: Instant) -> Bool {
        guard made != nil else { return false }
        if unread != nil, let readTried {
            return now.seconds(since: Instant(milliseconds: readTried)) >= 6 * 3600
        }
        guard let read else { return true }
        return now.seconds(since: Instant(milliseconds: read)) >= 7 * 86_400
    }

    /// What it is called where its path is nobody's business: the last folder, or the machine.
    package var shortName: String {
        let parts = target.split(separator: "/")
        if target.hasPrefix("sftp://") {
            return parts.dropFirst().first?.split(separator: "@").last.map(String.init) ?? "sftp"
        }
        return parts.last.map(String.init) ?? target
    }
}

extension Finding {
    /// Each place by itself: how old its newest backup is.
    package static func backups(_ states: [TargetState], at now: Instant) -> [Finding] {
        states.map { state in
            let why = state.failure.map { " Terakhir dicoba: \($0)" } ?? ""
            guard let made = state.made else {
                return Finding(
                    .danger,
                    "backup",
                    "Tempat cadangan \(state.target): belum ada cadangan.\(why)"
                )
            }
            let minutes = max(0, now.seconds(since: Instant(milliseconds: made))) / 60
            return Finding(
                state.level(at: now),
                "backup",
                "Tempat cadangan \(state.target): terakhir \(age(minutes: minutes)) yang "
                    + "lalu.\(why)"
            )
        }
    }

    /// Each place by itself: whether its newest backup was read to its end.
    package static func readings(_ states: [TargetState], at now: Instant) -> [Finding] {
        states.filter { $0.made != nil }.map { state in
            let level = state.levelOfReading(at: now)
            let name = "Tempat cadangan \(state.target)"
            if let why = state.unread {
                return Finding(level, "backup-read", "\(name): tidak terbaca. \(why)")
            }
            guard let read = state.read else {
                return Finding(
                    level,
                    "backup-read",
                    "\(name): belum pernah dibaca sampai habis. Jalankan: serasan backup verify "
                        + "\(state.target)"
                )
            }
            let days = max(0, now.seconds(since: Instant(milliseconds: read))) / 86_400
            return Finding(
                level,
                "backup-read",
                "\(name): dibaca sampai habis "
                    + (days < 1 ? "hari ini" : "\(days) hari yang lalu") + ", utuh."
            )
        }
    }

    /// That there are two places; a sample has nothing to lose, so it is only told.
    package static func places(_ count: Int, isSample: Bool) -> Finding? {
        guard count < 2 else { return nil }
        if isSample {
            return Finding(.fine, "backup-places", "Contoh: tidak ada yang harus dicadangkan.")
        }
        return Finding(
            .danger,
            "backup-places",
            count == 0
                ? "Belum ada tempat cadangan: satu disk rusak, dan semuanya hilang. Tulis dua di "
                    + "backup_targets, satu di gedung lain."
                : "Hanya satu tempat cadangan: satu disk rusak, satu pencuri, dan tidak ada "
                    + "lagi. Tambahkan yang kedua di backup_targets, di gedung lain."
        )
    }

    /// That a restored record makes no backups until it is told that it takes over.
    package static func notTakenOver(_ folder: String) -> Finding {
        Finding(
            .danger,
            "backup-places",
            "Hasil pemulihan ini belum memakai tempat cadangan yang lama. Bila menggantikan yang "
                + "hilang, jalankan: serasan backup take-over \(folder)"
        )
    }

    /// Who backs up a record that lies on a server.
    package static let backedUpByServer = Finding(
        .fine,
        "backup",
        "Catatan ada di PostgreSQL: cadangannya dibuat alat PostgreSQL (pg_basebackup atau "
            + "pgBackRest, dengan arsip WAL) dan diperiksa di sana. Folder ini hanya menyimpan "
            + "kunci."
    )

    /// Each place by itself: how old the keyring there is, without which the server's backups do
    /// not open.
    package static func keyrings(
        _ states: [TargetState],
        at now: Instant,
        isSample: Bool
    ) -> [Finding] {
        guard !states.isEmpty || isSample else {
            return [
                Finding(
                    .attention,
                    "keyring",
                    "Mesin ini tidak menyimpan gantungan kunci: tanpa itu cadangan basis data "
                        + "tidak terbuka. Tulis satu folder di backup_targets, atau pastikan mesin "
                        + "lain menyimpannya."
                )
            ]
        }
        return states.map { state in
            let name = "Gantungan kunci di \(state.target)"
            let why = state.failure.map { " Terakhir dicoba: \($0)" } ?? ""
            guard let made = state.made else {
                return Finding(.danger, "keyring", "\(name): belum ada.\(why)")
            }
            let minutes = max(0, now.seconds(since: Instant(milliseconds: made))) / 60
            return Finding(
                state.level(at: now),
                "keyring",
                "\(name): terakhir \(age(minutes: minutes)) yang lalu.\(why)"
            )
        }
    }

    private static func age(minutes: Int64) -> String {
        minutes < 120
            ? "\(minutes) menit"
            : minutes < 2880 ? "\(minutes / 60) jam" : "\(minutes / 1440) hari"
    }
}
