import Ledger
import Services
import Stories
import Testing

/// One draft, open on two nodes of the same record.
struct DraftsOnTwoNodesTests {
    private let device = "gawai-karangan"
    private let now = WorkingRegency.morning

    private func desk(of regency: WorkingRegency) -> DraftDesk {
        DraftDesk(store: regency.store, files: regency.files, keys: regency.keys)
    }

    @Test func `what is changed of a draft is changed again where another node kept it meanwhile`()
        async throws
    {
        let regency = try await WorkingRegency()
        let other = try await WorkingRegency(reopening: regency.folder)
        let (here, there) = (desk(of: regency), desk(of: other))
        let service = try #require(await regency.force.service("surat-keterangan-usaha"))
        let draft = try await here.start(service, device: device, at: now)
        var tries = 0
        func change(_ answer: String, beside: Int) async throws -> Draft {
            try await here.inTurn(of: draft.id) {
                tries += 1
                var opened = try await regency.store.read { reader in
                    try here.open(draft.id, device: device, at: now, reader)
                }
                if tries <= beside {
                    let number = "\(tries)"
                    _ = try await there.change(draft.id, at: now) { $0.fields["b"] = [number] }
                }
                opened.fields["a"] = [answer]
                try await here.keep(&opened, at: now)
                return opened
            }
        }
        #expect(try await change("x", beside: 3).fields == ["a": ["x"], "b": ["3"]])
        #expect(tries == 4)
        // Whoever never finds it as it was is told so.
        tries = 0
        await #expect(throws: ServiceRefusal.draftMovedOn) { try await change("y", beside: 99) }
        #expect(tries == 5)
        let kept = try await there.change(draft.id, at: now) { _ in }
        #expect(kept.fields == ["a": ["x"], "b": ["5"]])
        try await regency.store.close()
        try await other.store.close()
    }

    @Test func `screens of one draft that are sent to two nodes at once all stay`() async throws {
        let site = try await WorkingSite()
        let other = WorkingSite(on: try await WorkingRegency(reopening: site.regency.folder))
        try await other.open { others in
            try await site.open { doors in
                let visitor = doors.citizen()
                try await visitor.fillIn()
                let draft = visitor.path.split(separator: "/").dropFirst().first ?? ""
                let elsewhere = visitor.led(to: others)
                for round in 1...8 {
                    let sendings = [
                        visitor.prepared(
                            "/isi/\(draft)/lubang",
                            ["lubang": "\(round)", "patokan": "Pasar \(round)"]
                        ),
                        elsewhere.prepared(
                            "/isi/\(draft)/saksi",
                            ["saksi-1-panggilan": "S\(round)"]
                        ),
                    ]
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for sending in sendings { group.addTask { try await sending() } }
                        try await group.waitForAll()
                    }
                    try await visitor.get("/isi/\(draft)/periksa")
                    #expect(visitor.page.contains("Pasar \(round)"))
                    #expect(visitor.page.contains("S\(round)"))
                }
            }
        }
    }
}
