import Foundation
import Hummingbird
import Ledger
import Server
import Site
import Stories

/// What a monitoring program watches, in the text that Prometheus reads.
struct Metrics: Sendable {
    let store: RecordStore
    let keys: Keys
    let folder: RegencyFolder
    let targets: [String]

    func add(to router: Router<VisitContext>) {
        router.get("metrics") { _, context in
            // For whoever sits at this machine; nobody else learns that it is here.
            guard context.sender == "127.0.0.1" || context.sender == "::1" else {
                throw WebRefusal.notFound
            }
            return Answer.bytes(
                Array(try await text().utf8),
                type: "text/plain; version=0.0.4; charset=utf-8"
            )
        }
    }

    func text() async throws -> String {
        let size = try await store.head().size
        let lags = try await store.lags()
        let waiting = try await store.read { reader in
            try reader.row("SELECT count(*) AS n FROM outbox WHERE done IS NULL")?.int("n") ?? 0
        }
        let now = Instant.now
        var lines = [
            "# TYPE serasan_log_events gauge", "serasan_log_events \(size)",
            "# TYPE serasan_outbox_open gauge", "serasan_outbox_open \(waiting)",
            "# TYPE serasan_keyring_age_seconds gauge",
            "serasan_keyring_age_seconds \(now.seconds(since: try keys.renewed()))",
            "# TYPE serasan_view_lag_events gauge",
        ]
        lines += lags.map { "serasan_view_lag_events{view=\"\($0.view)\"} \($0.behind)" }
        lines += [
            "# TYPE serasan_backup_targets gauge", "serasan_backup_targets \(targets.count)",
            "# TYPE serasan_backup_age_seconds gauge",
        ]
        // Numbered as in the settings: the paths of disks are nobody's business.
        for (number, state) in folder.targets(targets).enumerated() {
            guard let made = state.made else { continue }
            let age = now.seconds(since: Instant(milliseconds: made))
            lines.append("serasan_backup_age_seconds{target=\"\(number + 1)\"} \(age)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
