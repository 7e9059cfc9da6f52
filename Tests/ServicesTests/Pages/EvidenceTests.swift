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

/// What the ICT office enters of heads that others keep.
struct WitnessPageTests {
    @Test func `a head that somebody shows is compared and noted, a foreign one is refused`()
        async throws
    {
        let site = try await WorkingSite()
        let (store, keys) = (site.regency.store, site.feature.keys)
        let origin = try await store.firstOrigin(at: site.now)
        let more = "  kelola: { title: Pengelola, unit: diskop, does: [pengelola] }"
        try await site.regency.publish(
            try WorkingRegency.regency(posts: more),
            as: "regency",
            version: "1.0.1"
        )
        try await site.add("Dedi Kominfo", as: "dedi", post: "kelola")
        let kept = try #require(try await store.keepCheckpoint(by: keys, at: site.now))
        try await site.open { doors in
            let dedi = try await doors.official("dedi")
            try await dedi.get("/kelola/bukti")
            #expect(dedi.page.contains("Belum ada cap yang diketahui"))

            try await dedi.send(["cap": kept.note, "siapa": ""], to: "/kelola/bukti")
            #expect(dedi.status == 422)
            try await dedi.send(["cap": "x", "siapa": "dprd"], to: "/kelola/bukti")
            #expect(dedi.status == 422)
            #expect(dedi.page.contains("bukan catatan bertanda tangan"))

            let head = try await store.head()
            for (other, status) in [
                (Checkpoint(origin: origin.id, size: kept.size, root: .empty), 409),
                (Checkpoint(origin: origin.id, size: head.size + 9, root: .empty), 409),
                (Checkpoint(origin: OpaqueID(high: 1, low: 1), size: 1, root: .empty), 422),
            ] {
                let note = try keys.sign(other).written
                try await dedi.send(["cap": note, "siapa": "dprd"], to: "/kelola/bukti")
                #expect(dedi.status == status)
            }
            // Line ends as a browser sends them.
            let typed = kept.note.replacing("\n", with: "\r\n")
            try await dedi.send(["cap": typed, "siapa": "inspektorat"], to: "/kelola/bukti")
            #expect(dedi.status == 200)
            #expect(dedi.path == "/kelola/bukti?cocok=\(kept.size)")
            #expect(dedi.page.contains("Inspektorat"))
            #expect(dedi.page.contains("tidak ada yang berubah sejak cap itu dibuat"))
            #expect(!dedi.page.contains("Belum ada cap yang diketahui"))
            let again = dedi.page.split(separator: "<td").count
            try await dedi.send(["cap": typed, "siapa": "inspektorat"], to: "/kelola/bukti")
            #expect(dedi.page.split(separator: "<td").count == again, "noted once")
            try await dedi.get("/kelola/bukti?cocok=7777")
            #expect(!dedi.page.contains("7.777"))
        }
    }

    @Test func `only the ICT office comes here`() async throws {
        let site = try await WorkingSite()
        try await site.regency.store.firstOrigin(at: site.now)
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/kelola/bukti")
            #expect(citizen.path.hasPrefix("/petugas/masuk"))
            let rina = try await doors.official("rina")
            try await rina.get("/kelola/bukti")
            #expect(rina.status == 403)
            try await rina.get("/kerja/kotak")
            try await rina.post("/kelola/bukti", ["cap": "x", "siapa": "dprd"])
            #expect(rina.status == 403)
        }
    }
}
