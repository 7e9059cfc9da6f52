import Evidence
import Ledger
import Notices
import Stories
import Testing

/// What is believed of a partner's server, where several nodes hand our heads over.
struct HandingToPartnersTests {
    /// A server that cosigns whatever goes on from the size that it holds.
    private actor Partner {
        let keys: Keys
        private(set) var held: Int64 = 0

        init(_ keys: Keys) { self.keys = keys }

        func hold(_ size: Int64) { held = size }

        func answer(_ body: String) -> PartnerLine.Reply {
            guard let growth = GrowthOfLog(body), let note = SignedNote(growth.note),
                let head = Checkpoint(text: note.text)
            else { return .answer(status: 400, text: "") }
            guard growth.old == held else { return .answer(status: 409, text: "\(held)\n") }
            held = head.size
            do {
                let line = try note.cosignature(by: keys, at: WorkingRegency.morning)
                return .answer(status: 200, text: line.written)
            } catch {
                return .answer(status: 500, text: "")
            }
        }
    }

    /// A record of which a partner keeps the first head.
    private struct Handing {
        let regency: WorkingRegency
        let theirs: WorkingRegency
        let partner: Partner

        init() async throws {
            regency = try await WorkingRegency()
            theirs = try await WorkingRegency()
            partner = Partner(theirs.keys)
            try await regency.store.firstOrigin(at: WorkingRegency.morning)
            _ = try await grow()
            try await node(onDay: 0) { await $0.answer($1) }.round()
        }

        /// A node whose line to the partner is `line`.
        func node(
            onDay day: Int64,
            minutes: Int64 = 0,
            _ line: @escaping @Sendable (Partner, String) async -> PartnerLine.Reply
        ) throws -> PartnerPost {
            let now = WorkingRegency.morning.adding(seconds: day * 86_400 + minutes * 60)
            let partner = partner
            return PartnerPost(
                regency.store,
                regency.keys,
                [
                    WitnessPartner(
                        address: "https://mitra.contoh.id",
                        key: try theirs.keys.cosignerKey
                    )
                ],
                zone: { .wib },
                now: { now },
                by: { await line(partner, $1) }
            )
        }

        /// Something happens, and a head is kept of it.
        func grow() async throws -> Int64 {
            try await regency.publish(
                try WorkingRegency.regency(),
                as: "regency",
                version: Code("1.0.\(try await regency.store.head().size)") ?? "1"
            )
            let kept = try await regency.store.keepCheckpoint(
                by: regency.keys,
                at: WorkingRegency.morning
            )
            return try #require(kept).size
        }

        func growOrSay() async -> Int64 {
            do {
                return try await grow()
            } catch {
                Issue.record("the log did not grow: \(error)")
                return 0
            }
        }

        /// How it stands with the partner: its state, and the size that we know of.
        var known: (state: String, size: Int64) {
            get async throws {
                let row = try await regency.store.read { reader in
                    try reader.row("SELECT state, size FROM partner_heads")
                }
                let known = try #require(row)
                return (try known.text("state"), try known.int("size"))
            }
        }

        func close() async throws {
            try await regency.store.close()
            try await theirs.store.close()
        }
    }

    private static let kept = "disimpan"

    @Test func `a node that slept finds what a sister handed over, and cries no wolf`()
        async throws
    {
        let handing = try await Handing()
        let first = await handing.partner.held
        let read = try await handing.grow()
        try await handing.node(onDay: 1) { partner, body in
            // A sister is faster, with a head that this node has not seen.
            if await partner.held == first { await partner.hold(await handing.growOrSay()) }
            return await partner.answer(body)
        }.round()
        let known = try await handing.known
        #expect(known.state == Self.kept && known.size > read)
        #expect(await handing.partner.held == known.size)
        #expect(try await handing.regency.store.read { try $0.anyContradiction() } == false)
        try await handing.close()
    }

    @Test func `a partner that holds more than we ever signed contradicts us`() async throws {
        let handing = try await Handing()
        await handing.partner.hold(try await handing.grow() + 50)
        try await handing.node(onDay: 1) { await $0.answer($1) }.round()
        #expect(try await handing.regency.store.read { try $0.anyContradiction() })
        try await handing.close()
    }

    @Test(arguments: [PartnerLine.Reply.trouble(.cut), .answer(status: 422, text: "")])
    func `what a node learned too late does not stand over what a sister knows`(
        reply: PartnerLine.Reply
    ) async throws {
        let handing = try await Handing()
        let size = try await handing.grow()
        // Ten minutes later the claim of the node that sleeps is over.
        let sister = try handing.node(onDay: 1, minutes: 10) { await $0.answer($1) }
        try await handing.node(onDay: 1) { _, _ in
            do { try await sister.round() } catch { Issue.record("\(error)") }
            return reply
        }.round()
        let known = try await handing.known
        #expect(known.state == Self.kept && known.size == size)
        try await handing.close()
    }
}
