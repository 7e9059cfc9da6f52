import Ledger
import LedgerSQLite
import Stories
import Testing

@Suite struct VerificationTests {
    let one = OpaqueID(high: 1, low: 1)
    let two = OpaqueID(high: 1, low: 2)

    @Test(arguments: Backend.all)
    func `a missing payload is lost unless a fact excuses it`(backend: Backend) async throws {
        try await Bench.run(backend) { _, store in
            try await store.stall(one, .open(name: "Warung Sari"))
            try await store.stall(two, .open(name: "Warung Melati"))
            let payloads = try await store.read { try $0.payloads(of: DossierID(one)) }
            #expect(payloads.count == 1)
            let whole = try await store.verify { _ in [] }
            #expect(whole.isConsistent)
            #expect(whole.computed.size == 2)
            try await store.erase(DossierID(one), at: .minute(1))
            let unexcused = try await store.verify { _ in [] }
            #expect(unexcused.lost == payloads)
            #expect(!unexcused.isConsistent)
            try await store.stall(two, .close)
            let excused = try await store.verify { event in
                event.kind == "stall.closed" ? payloads : []
            }
            #expect(excused.erased == 1)
            #expect(excused.isConsistent)
        }
    }

    @Test func `a changed event and a changed payload are found`() async throws {
        let bench = try Bench(Backend.sqlite)
        let store = try await bench.open()
        try await store.stall(one, .open(name: "Warung Sari"))
        try await store.stall(two, .open(name: "Warung Melati"))
        try await store.stall(two, .sell(1))
        let payloads = try await store.read { try $0.payloads(of: DossierID(two)) }
        let intruder = try SQLiteConnection(
            path: "\(bench.folder)/record.sqlite",
            readOnly: false
        )
        try intruder.run("DROP TRIGGER events_no_update")
        try intruder.run("DROP TRIGGER payloads_no_update")
        try intruder.run("UPDATE events SET bytes = \([0x7B, 0x7D] as [UInt8]) WHERE seq = 1")
        try intruder.run(
            "UPDATE payloads SET sealed = \([0x00] as [UInt8]) WHERE dossier = \(two)"
        )
        intruder.close()
        let found = try await store.verify { _ in [] }
        #expect(found.damaged == [1])
        #expect(found.broken == payloads)
        #expect(found.computed != found.kept)
        try await store.close()
    }
}
