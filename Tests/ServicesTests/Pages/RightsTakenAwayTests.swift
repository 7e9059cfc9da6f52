import Ledger
import Office
import Services
import Stories
import Synchronization
import Testing
import UnderTest

/// A node that stood still between a look and a commit: whoever pressed a button on it may have lost
/// the post meanwhile.
struct RightsTakenAwayTests {
    /// Where the record's engine is caught.
    private final class Caught: Sendable {
        private let held = Mutex<LateEngine?>(nil)
        var engine: LateEngine? { held.withLock { $0 } }

        func over(_ engine: any Engine) -> any Engine {
            let late = LateEngine(engine)
            held.withLock { $0 = late }
            return late
        }
    }

    @Test func `what is sent after the post was taken away is not recorded`() async throws {
        let caught = Caught()
        let regency = try await WorkingRegency(over: caught.over)
        try await regency.publish(try StallPermits().archive(), as: "16.03/lapak")
        let site = WorkingSite(on: regency)
        let id = try await site.add("Sari Utami", as: "sari", post: "petugas")
        let force = try await regency.force
        try await site.open { doors in
            let number = try await doors.citizen().applyForStall()
            let sari = try await doors.official("sari")
            try await sari.get("/kerja/perkara/\(number)/bayar")
            let before = try await regency.store.head().size
            caught.engine?.once(before: "AppendPlan") {
                try await Footing.$current.withValue(nil) {
                    try await site.feature.officials.handle(
                        .leave,
                        on: id,
                        OfficialsDesk.Circumstances(now: site.now, by: .system, map: force.office)
                    )
                }
            }
            try await sari.send([
                "tanggal-bayar-tanggal": "23", "tanggal-bayar-bulan": "11",
                "tanggal-bayar-tahun": "2026",
            ])
            #expect(sari.status == 409, "\(sari.page)")
            #expect(sari.page.contains("Tidak ada yang dicatat"), "\(sari.page)")
            let events = try await regency.store.read { reader in
                try reader.events(after: before, limit: 100).map(\.kind.text)
            }
            #expect(events.allSatisfy { $0.hasPrefix("official.") }, "\(events)")
            try await sari.get("/kerja/perkara/\(number)/bayar")
            #expect(sari.path.hasPrefix("/petugas/masuk"))
        }
    }
}
