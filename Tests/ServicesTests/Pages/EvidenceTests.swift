import Ledger
import Services
import Stories
import Testing

/// What anybody may see and take of the proof of the record.
struct EvidenceTests {
    @Test func `before the first checkpoint the page says so, and there is none to take`()
        async throws
    {
        let site = try await WorkingSite()
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/bukti")
            #expect(citizen.status == 200)
            #expect(citizen.page.contains("Belum ada cap catatan."))
            try await citizen.get("/bukti/cap")
            #expect(citizen.status == 404)
            try await citizen.get("/bukti/urut?dari=1")
            #expect(citizen.status == 404)
        }
    }

    @Test func `an old checkpoint and a new one are shown to be of one log`() async throws {
        let site = try await WorkingSite()
        let (store, keys) = (site.regency.store, site.feature.keys)
        let origin = try await store.firstOrigin(at: site.now)
        let old = try #require(try await store.keepCheckpoint(by: keys, at: site.now))
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            _ = try await citizen.sendIn()
            let new = try #require(try await store.keepCheckpoint(by: keys, at: site.now))
            #expect(new.size > old.size)

            try await citizen.get("/bukti")
            let key = try keys.noteKey(of: origin.id)
            #expect(citizen.page.contains(key.fingerprint))
            #expect(citizen.page.contains(key.text))
            try await citizen.get("/bukti/cap")
            #expect(citizen.page == new.note)
            try await citizen.get("/bukti/cap/\(old.size)")
            #expect(citizen.page == old.note)

            try await citizen.get("/bukti/urut?dari=\(old.size)")
            let halves = try #require(citizen.page.firstRange(of: "\n\n"))
            #expect(citizen.page[halves.upperBound...] == new.note)
            let lines = citizen.page[..<halves.lowerBound].split(separator: "\n")
            #expect(lines.first == "old \(old.size)")
            let hashes = lines.dropFirst().compactMap {
                bytesOf(base64: String($0)).flatMap(TreeHash.init(bytes:))
            }
            let (before, after) = (
                try Checkpoint(old.note, by: key.key), try Checkpoint(new.note, by: key.key)
            )
            #expect(
                TreeProof.grows(
                    from: before.size,
                    before.root,
                    to: after.size,
                    after.root,
                    by: hashes
                )
            )
            #expect(
                !TreeProof.grows(
                    from: before.size,
                    after.root,
                    to: after.size,
                    after.root,
                    by: hashes
                )
            )
        }
    }

    @Test(arguments: [
        ("/bukti/cap/0", 404), ("/bukti/cap/-1", 404), ("/bukti/cap/99999999999999999999", 404),
        ("/bukti/cap/1;DROP", 404), ("/bukti/urut", 422), ("/bukti/urut?dari=0", 422),
        ("/bukti/urut?dari=x&ke=2", 422), ("/bukti/urut?dari=1&ke=", 422),
        ("/bukti/urut?dari=9&ke=1", 422), ("/bukti/urut?dari=9223372036854775807", 422),
        ("/bukti/urut?dari=1&ke=9223372036854775807", 404),
        ("/bukti/urut?dari=-1&ke=%2B3", 422),
    ])
    func `what is no size is refused with a sentence`(address: String, status: Int) async throws {
        let site = try await WorkingSite()
        try await site.regency.store.firstOrigin(at: site.now)
        try await site.regency.store.keepCheckpoint(by: site.feature.keys, at: site.now)
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get(address)
            #expect(citizen.status == status)
            #expect(citizen.page.contains("<h1"))
        }
    }

    @Test func `after a restore the page tells what was lost`() async throws {
        let site = try await WorkingSite()
        let store = site.regency.store
        let first = try await store.firstOrigin(at: site.now)
        let head = try await store.head()
        try await store.beginOrigin(
            .restored,
            citing: CitedHead(size: head.size + 7, root: head.root, origin: first.id),
            at: site.now
        )
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/bukti")
            #expect(citizen.page.contains("Dipulihkan dari cadangan: \(head.size) dari"))
            #expect(citizen.page.contains("sedikitnya \(head.size + 7) peristiwa selamat"))
        }
    }
}
