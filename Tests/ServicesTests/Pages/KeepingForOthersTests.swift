import Evidence
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import Notices
import Services
import Stories
import Testing

/// The side of a witness: what a partner's log is answered (C2SP tlog-witness).
struct KeepingForOthersTests {
    /// A log of somebody else, which grows.
    private final class Neighbour: Sendable {
        let regency: WorkingRegency
        let origin: OpaqueID

        init() async throws {
            regency = try await WorkingRegency()
            origin = try await regency.store.firstOrigin(at: WorkingRegency.morning).id
        }

        var key: NoteKey { get throws { try regency.keys.noteKey(of: origin) } }

        /// Something happens, and a head is kept.
        func grow() async throws -> KeptCheckpoint {
            try await regency.publish(
                try WorkingRegency.regency(),
                as: "regency",
                version: Code("1.0.\(try await regency.store.head().size)") ?? "1"
            )
            let kept = try await regency.store.keepCheckpoint(
                by: regency.keys,
                at: WorkingRegency.morning
            )
            return try #require(kept)
        }

        func growth(from old: Int64, to kept: KeptCheckpoint) async throws -> GrowthOfLog {
            let growth = try await regency.store.read { try $0.growth(from: old, to: kept) }
            return try #require(growth)
        }

        func sign(_ size: Int64, _ root: TreeHash, origin other: OpaqueID? = nil) throws -> String {
            try regency.keys.sign(
                Checkpoint(origin: other ?? origin, size: size, root: root)
            ).written
        }
    }

    private struct Said: Equatable {
        let status: Int
        let text: String
        let type: String?
    }

    /// A site that keeps heads of this neighbour and of nobody else.
    private func entrusted(
        _ body: @escaping @Sendable (WorkingSite, Neighbour, Doors) async throws -> Void
    ) async throws {
        let neighbour = try await Neighbour()
        var settings = NoticeSettings.deskOnly
        settings.entrusted = [
            EntrustedLog(name: "Kabupaten Contoh Ilir", key: try neighbour.key)
        ]
        let site = try await WorkingSite(notices: settings)
        try await site.regency.store.firstOrigin(at: site.now)
        let more = "  kelola: { title: Pengelola, unit: diskop, does: [pengelola] }"
        try await site.regency.publish(
            try WorkingRegency.regency(posts: more),
            as: "regency",
            version: "1.0.1"
        )
        try await site.add("Dedi Kominfo", as: "dedi", post: "kelola")
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { try await body(site, neighbour, $0) }
        try await neighbour.regency.store.close()
    }

    private static func send(_ body: String, _ doors: Doors) async throws -> Said {
        let response = try await doors.client.execute(
            uri: "/add-checkpoint",
            method: .post,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ByteBuffer(string: body)
        )
        return Said(
            status: response.status.code,
            text: String(buffer: response.body),
            type: response.headers[.contentType]
        )
    }

    @Test func `a head is cosigned, and the next one only as far as it goes on`() async throws {
        try await entrusted { site, neighbour, doors in
            let first = try await neighbour.grow()
            let said = try await Self.send(
                try await neighbour.growth(from: 0, to: first).written,
                doors
            )
            #expect(said.status == 200, "\(said)")
            let note = try #require(SignedNote(first.note))
            let line = try #require(NoteSignature.lines(said.text).first)
            let key = try site.feature.keys.cosignerKey
            #expect(note.moment(of: line, under: key) != nil)

            // From nothing once more: we hold another size, and say which.
            let again = try await Self.send(
                try await neighbour.growth(from: 0, to: first).written,
                doors
            )
            #expect(
                again
                    == Said(
                        status: 409,
                        text: "\(first.size)\n",
                        type: "text/x.tlog.size"
                    )
            )
            let second = try await neighbour.grow()
            let grown = try await neighbour.growth(from: first.size, to: second)
            var bare = grown
            bare.proof = []
            #expect(try await Self.send(bare.written, doors).status == 422)
            #expect(try await Self.send(grown.written, doors).status == 200)
            // The same head again is cosigned again.
            let same = try await neighbour.growth(from: second.size, to: second)
            #expect(try await Self.send(same.written, doors).status == 200)

            let dedi = try await doors.official("dedi")
            try await dedi.get("/kelola/bukti")
            #expect(dedi.page.contains("Kabupaten Contoh Ilir"))
            #expect(dedi.page.contains("Berlanjut"))
            #expect(!dedi.page.contains("tidak melanjutkan"), "the doubt has passed")
            let file = "/kelola/bukti/titipan/\(neighbour.origin)"
            try await dedi.get(file)
            let cosigned = try #require(SignedNote(dedi.page))
            #expect(cosigned.text == SignedNote(second.note)?.text)
            #expect(cosigned.signatures.count == 2)
            #expect(try Checkpoint(dedi.page, by: neighbour.key.key).size == second.size)
            try await dedi.get(file + "?lain=1")
            #expect(dedi.status == 404)
        }
    }

    @Test func `two histories of one size are never both signed, and both are kept`() async throws {
        try await entrusted { _, neighbour, doors in
            let first = try await neighbour.grow()
            let growth = try await neighbour.growth(from: 0, to: first)
            #expect(try await Self.send(growth.written, doors).status == 200)
            let dedi = try await doors.official("dedi")

            // A larger head that nothing leads to: a fork, or somebody's false proof.
            let later = try neighbour.sign(first.size + 2, .leaf([7]))
            let doubted = GrowthOfLog(from: first.size, [.leaf([1])], to: later)
            #expect(try await Self.send(doubted.written, doors).status == 422)
            try await dedi.get("/kelola/bukti")
            #expect(dedi.page.contains("tidak melanjutkan yang kami simpan"))

            let other = try neighbour.sign(first.size, .empty)
            let forked = GrowthOfLog(from: first.size, [], to: other)
            #expect(try await Self.send(forked.written, doors).status == 409)
            try await dedi.get("/kelola/bukti")
            #expect(dedi.page.contains("menandatangani dua riwayat"))
            try await dedi.get("/kelola/bukti/titipan/\(neighbour.origin)?lain=1")
            #expect(dedi.page == other)
            try await dedi.get("/kelola/bukti/titipan/\(neighbour.origin)")
            #expect(dedi.page.hasPrefix(SignedNote(first.note)?.text ?? "?"))
        }
    }

    @Test func `a log that began anew begins with nothing, under the same key`() async throws {
        try await entrusted { _, neighbour, doors in
            let first = try await neighbour.grow()
            let growth = try await neighbour.growth(from: 0, to: first)
            #expect(try await Self.send(growth.written, doors).status == 200)
            let anew = try neighbour.sign(3, .leaf([3]), origin: OpaqueID(high: 8, low: 8))
            #expect(
                try await Self.send(
                    GrowthOfLog(from: first.size, [], to: anew).written,
                    doors
                ).status == 400
            )
            let begun = GrowthOfLog(from: 0, [], to: anew).written
            #expect(try await Self.send(begun, doors).status == 200)
            let dedi = try await doors.official("dedi")
            try await dedi.get("/kelola/bukti")
            #expect(dedi.page.contains("Mulai lagi"))
        }
    }

    @Test func `whoever is not named, or signs with another key, is told which`() async throws {
        try await entrusted { site, neighbour, doors in
            let first = try await neighbour.grow()
            let ours = try #require(
                try await site.regency.store.keepCheckpoint(by: site.feature.keys, at: site.now)
            )
            // Our own log is not entrusted to us.
            let own = GrowthOfLog(from: 0, [], to: ours.note).written
            #expect(try await Self.send(own, doors).status == 404)
            // Named as the neighbour's, signed by us.
            let forged = try site.feature.keys.sign(
                Checkpoint(origin: neighbour.origin, size: 5, root: .empty)
            ).written
            #expect(
                try await Self.send(GrowthOfLog(from: 0, [], to: forged).written, doors).status
                    == 403
            )
            let good = try await neighbour.growth(from: 0, to: first).written
            for text in [
                "", "x", "old 0\n\n", good.replacing("old 0", with: "old 99999"),
                String(good.dropLast(30)), good.replacing("serasan/", with: "lain/"),
                String(repeating: "a", count: 40_000),
            ] {
                #expect(try await Self.send(text, doors).status == 400, "\(text.prefix(40))")
            }
            let kept = try await site.regency.store.read { try $0.headsOfOthers() }
            #expect(kept.isEmpty)
        }
    }

    @Test func `of many at once one head is signed, and the others hear its size`() async throws {
        try await entrusted { site, neighbour, doors in
            let bodies = try await withThrowingTaskGroup(of: String.self) { group in
                for index in UInt8(1)...8 {
                    group.addTask {
                        let note = try neighbour.sign(Int64(index), .leaf([index]))
                        return GrowthOfLog(from: 0, [], to: note).written
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for body in bodies {
                    group.addTask { try await Self.send(body, doors).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 200 }.count == 1, "\(statuses)")
            #expect(statuses.filter { $0 == 409 }.count == 7, "\(statuses)")
            let kept = try await site.regency.store.read { try $0.headsOfOthers() }
            #expect(kept.count == 1)
        }
    }

    @Test func `without anybody entrusted there is no witness here, and officials have no file`()
        async throws
    {
        let site = try await WorkingSite()
        try await site.open { doors in
            let said = try await Self.send("old 0\n\nx", doors)
            #expect(said.status == 404)
        }
        try await entrusted { _, neighbour, doors in
            let rina = try await doors.official("rina")
            try await rina.get("/kelola/bukti/titipan/\(neighbour.origin)")
            #expect(rina.status == 403)
            let citizen = doors.citizen()
            try await citizen.get("/kelola/bukti/titipan/\(neighbour.origin)")
            #expect(citizen.path.hasPrefix("/petugas/masuk"))
            let dedi = try await doors.official("dedi")
            for word in ["x", "00000000000000010000000000000001"] {
                try await dedi.get("/kelola/bukti/titipan/\(word)")
                #expect(dedi.status == 404)
            }
        }
    }
}
