import Foundation
import Glibc
import Keeping
import Ledger
import Server
import Stories

/// What this node finds wrong, for the mail to those who look after the installation.
///
/// A node that a newer program has fenced says nothing here: the others tell that it is silent.
struct TroublesOfNode: Sendable {
    /// Below this much of its disk the keys of a node may find no room.
    private static let leastPercent: Int64 = 10

    let record: OpenRecord
    let copies: CopiesOfRecord

    /// The name of this machine; empty where there is only one.
    var host: String { record.store.hasNodes ? Self.hostName : "" }

    static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "?" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    func found(at now: Instant) async throws -> [NodeTrouble] {
        var found = try await stopped() + differing() + clock() + disk()
        if !copies.isSample { found += try await copies.now(at: now).troubles }
        return try await found + silent(at: now)
    }

    private func stopped() async throws -> [NodeTrouble] {
        try await record.store.lags().filter { $0.failedAt != nil }.map { lag in
            NodeTrouble(
                code("view.\(lag.view)"),
                "Pandangan \(lag.view) berhenti. Hentikan situs, jalankan serasan rebuild.",
                isShared: true
            )
        }
    }

    private func differing() throws -> [NodeTrouble] {
        try (ComparedViews.read(copies.folder.data)?.names ?? []).map { name in
            NodeTrouble(
                code("differs.\(name)"),
                "Pandangan \(name) tidak sama dengan catatan. Hentikan situs, jalankan serasan "
                    + "rebuild, dan periksa disknya.",
                isShared: true
            )
        }
    }

    private func clock() -> [NodeTrouble] {
        if let shared = record.shared, shared.isTooFar {
            return [
                NodeTrouble(
                    "clock.apart",
                    "Jam mesin ini jauh dari jam basis data. Samakan keduanya dengan NTP.",
                    isShared: false
                )
            ]
        }
        guard record.clock.secondsBehind() >= SteadyClock.worrying else { return [] }
        return [
            NodeTrouble(
                "clock.behind",
                "Jam mesin ini tertinggal dari catatan. Samakan dengan NTP.",
                isShared: false
            )
        ]
    }

    private func disk() -> [NodeTrouble] {
        let machine = copies.machine
        guard let free = machine.free, let total = machine.total, total > 0,
            free * 100 / total < Self.leastPercent
        else { return [] }
        return [
            NodeTrouble(
                "disk",
                "Ruang disk bebas kurang dari \(Self.leastPercent)%.",
                isShared: false
            )
        ]
    }

    /// Nodes that have said nothing for a while: each of the others tells of them.
    private func silent(at now: Instant) async throws -> [NodeTrouble] {
        let own = record.store.nodeID
        return try await record.store.nodeNotes()
            .filter { $0.id != own && $0.isSilent(at: now) }
            .map { note in
                NodeTrouble(
                    code("silent.\(note.id)"),
                    "Mesin \(note.about.host) tidak terdengar lagi: mati, terputus dari basis "
                        + "data, atau programnya lama. Bila memang tidak dipakai lagi: serasan "
                        + "keys strike-off.",
                    isShared: true
                )
            }
    }

    /// Names of views and ids fit into a code.
    private func code(_ text: String) -> Code { Code(text) ?? "unnamed" }
}
