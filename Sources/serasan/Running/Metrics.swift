import Evidence
import Foundation
import Hummingbird
import Keeping
import Ledger
import Server
import Site
import Stories

/// What a monitoring program watches, in the text that Prometheus reads.
struct Metrics: Sendable {
    let store: RecordStore
    let keys: Keys
    let copies: CopiesOfRecord
    let shared: SharedClock?
    /// Who may read it beside this machine.
    let readers: [NetworkRange]

    func add(to router: Router<VisitContext>) {
        router.get("metrics") { _, context in
            // For this machine and for whom the settings name; nobody else learns that it is here.
            let sender = context.sender
            guard
                sender == "127.0.0.1" || sender == "::1"
                    || readers.contains(where: { $0.contains(sender) })
            else { throw WebRefusal.notFound }
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
        lines += told(of: try await copies.now(at: now))
        if let nodes = try await store.keysOfNodes() { lines += told(of: nodes, at: now) }
        if let shared {
            lines += [
                "# TYPE serasan_clock_ahead_seconds gauge",
                "serasan_clock_ahead_seconds \(shared.secondsAhead)",
            ]
        }
        let past = try await store.read { try $0.guardedByOthers() }
        if let newest = past.newest {
            lines += [
                "# TYPE serasan_witness_age_seconds gauge",
                "serasan_witness_age_seconds \(now.seconds(since: newest.covers))",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func told(of found: KeysOfNodes, at now: Instant) -> [String] {
        let owing = found.nodes.filter { $0.owesSince != nil }.count
        let open = found.openErasure.map { now.seconds(since: $0) } ?? 0
        return [
            "# TYPE serasan_nodes gauge", "serasan_nodes \(found.nodes.count)",
            "# TYPE serasan_nodes_with_old_keys gauge", "serasan_nodes_with_old_keys \(owing)",
            "# TYPE serasan_erasure_open_seconds gauge", "serasan_erasure_open_seconds \(open)",
        ]
    }

    /// Places are numbered as in the settings: the paths of disks are nobody's business.
    private func told(of found: CopiesNow) -> [String] {
        let now = found.now
        func each(_ name: String, _ value: (TargetState) -> Int64?) -> [String] {
            ["# TYPE serasan_backup_\(name) gauge"]
                + found.states.enumerated().compactMap { number, state in
                    value(state).map { "serasan_backup_\(name){target=\"\(number + 1)\"} \($0)" }
                }
        }
        func age(_ moment: Int64?) -> Int64? {
            moment.map { now.seconds(since: Instant(milliseconds: $0)) }
        }
        var lines = [
            "# TYPE serasan_backup_targets gauge",
            "serasan_backup_targets \(found.states.count)",
        ]
        lines += each("age_seconds") { age($0.made) }
        lines += each("bytes") { $0.bytes }
        lines += each("read_age_seconds") { age($0.read) }
        lines += each("unreadable") { $0.unread == nil ? 0 : 1 }
        if let days = found.age?.days {
            lines += [
                "# TYPE serasan_restore_drill_age_days gauge",
                "serasan_restore_drill_age_days \(days)",
            ]
        }
        return lines
    }
}
