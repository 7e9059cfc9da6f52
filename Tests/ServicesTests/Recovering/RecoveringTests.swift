import Cases
import Foundation
import Ledger
import Services
import Stories
import Testing
import UnderTest

/// Receipts that are shown after a restore.
@Suite(.enabled(if: EngineUnderTest.server == nil, "it restores a file of the database"))
struct RecoveringTests {
    private static let here = "/bukti/tanda-terima"

    @Test func `a lost request is recorded again from its receipt, and only once`() async throws {
        let after = try await AfterRestore()
        let (site, lost) = (after.site, after.lost)
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/lacak/\(after.number)")
            #expect(citizen.status == 404)
            #expect(citizen.page.contains("Data kami pernah dipulihkan"))

            try await citizen.get(Self.here)
            try await citizen.upload(after.receipt, in: "berkas", to: Self.here)
            #expect(citizen.path == "\(Self.here)/\(after.number)", "\(citizen.page)")
            #expect(citizen.page.contains("Permohonan ini tercatat lagi"))
            #expect(!citizen.page.contains("Kanari"), "the number alone names nobody")

            let store = site.regency.store
            let found = try await store.read { reader in
                try reader.caseID(of: TrackingNumber(reading: after.number))
            }
            let id = try #require(found)
            let (state, version) = try await store.state(of: id.stream, as: CaseStory.self)
            #expect(version == 2)
            let subject = try #require(state.subject)
            #expect(subject.received.isAbout(after.received))
            #expect(subject.recorded.isAbout(site.now))
            #expect(state.recovery?.origin == lost.origin)
            #expect(state.recovery?.seq == (try ReceiptProof(file: after.receipt)).seq)
            #expect(state.recovery?.official == nil)

            // The second time, at home and at the counter: the same answer, nothing more.
            let size = try await store.head().size
            try await citizen.get(Self.here)
            try await citizen.upload(after.receipt, in: "berkas", to: Self.here)
            #expect(citizen.path == "\(Self.here)/\(after.number)")
            let lina = try await doors.official("lina")
            try await lina.get("/kerja/loket/tanda-terima")
            try await lina.upload(
                after.receipt,
                in: "berkas",
                to: "/kerja/loket/tanda-terima"
            )
            #expect(lina.path == "/kerja/loket/tanda-terima/\(after.number)")
            #expect(try await store.head().size == size)
            let read = try await store.verify(excuses: ErasedPayloads.named)
            #expect(read.damaged.isEmpty && read.broken.isEmpty && read.lost.isEmpty)
        }
    }

    @Test func `at the counter it comes back by the official's hand, and opens to the unit`()
        async throws
    {
        let after = try await AfterRestore()
        try await after.site.open { doors in
            let lina = try await doors.official("lina")
            try await lina.get("/kerja/loket")
            #expect(lina.page.contains("/kerja/loket/tanda-terima"))
            try await lina.get("/kerja/loket/tanda-terima")
            try await lina.upload(
                after.receipt,
                in: "berkas",
                to: "/kerja/loket/tanda-terima"
            )
            #expect(lina.path == "/kerja/loket/tanda-terima/\(after.number)", "\(lina.page)")
            #expect(lina.page.contains("/kerja/perkara/\(after.number)"))
            let rina = try await doors.official("rina")
            try await rina.get("/kerja/perkara/\(after.number)")
            #expect(rina.status == 200)
            #expect(rina.page.contains("Kanari Burungwati"))
            #expect(rina.page.contains("Lina Loket: mencatat lagi dari tanda terima"))
        }
    }

    @Test func `a phone that still waits to send the same form comes to the same case`()
        async throws
    {
        let after = try await AfterRestore()
        try await after.site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get(Self.here)
            try await citizen.upload(after.receipt, in: "berkas", to: Self.here)
            let size = try await after.site.regency.store.head().size

            let phone = doors.citizen()
            phone.keep("perangkat", after.phone.device)
            try await phone.get("/lanjut")
            try await phone.post(after.phone.sending, ["benar": "ya"])
            #expect(phone.path == "/selesai", "\(phone.page)")
            #expect(try phone.digits == after.number)
            #expect(try await after.site.regency.store.head().size == size)

            let thief = doors.citizen()
            try await thief.get("/lanjut")
            try await thief.post(after.phone.sending, ["benar": "ya"])
            #expect(thief.status == 404)
        }
    }

    @Test func `what was kept is found, with or without a restore`() async throws {
        for restores in [true, false] {
            let after = try await AfterRestore(telling: restores)
            try await after.site.open { doors in
                let size = try await after.site.regency.store.head().size
                let citizen = doors.citizen()
                try await citizen.get(Self.here)
                try await citizen.upload(after.oldReceipt, in: "berkas", to: Self.here)
                #expect(citizen.path == "\(Self.here)/\(after.oldNumber)")
                #expect(citizen.page.contains("Permohonan ini ada di catatan kami"))
                #expect(try await after.site.regency.store.head().size == size)
            }
        }
    }

    @Test func `a log that was cut without telling so is contradicted, not mended`() async throws {
        let after = try await AfterRestore(telling: false)
        try await after.site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get(Self.here)
            try await citizen.upload(after.receipt, in: "berkas", to: Self.here)
            #expect(citizen.status == 409)
            #expect(citizen.page.contains("catatan kami tidak sesuai"))
            try await citizen.get("/lacak/\(after.number)")
            #expect(citizen.status == 404)
            #expect(!citizen.page.contains("pernah dipulihkan"))
        }
    }

    @Test func `a number that was given to somebody else meanwhile is not given twice`()
        async throws
    {
        let after = try await AfterRestore()
        let number = try TrackingNumber(reading: after.number)
        try await after.site.regency.take(number)
        try await after.site.open { doors in
            let size = try await after.site.regency.store.head().size
            let citizen = doors.citizen()
            try await citizen.get(Self.here)
            try await citizen.upload(after.receipt, in: "berkas", to: Self.here)
            #expect(citizen.status == 409)
            #expect(citizen.page.contains("sudah dipakai permohonan lain"))
            #expect(try await after.site.regency.store.head().size == size)
        }
    }

    @Test func `whoever is not at a counter gets no page of it`() async throws {
        let after = try await AfterRestore()
        try await after.site.open { doors in
            let citizen = doors.citizen()
            try await citizen.get("/kerja/loket/tanda-terima")
            #expect(citizen.path.hasPrefix("/petugas/masuk"))
            let rina = try await doors.official("rina")
            for path in ["/kerja/loket/tanda-terima", "/kerja/loket/tanda-terima/482910375527"] {
                try await rina.get(path)
                #expect(rina.status == 403)
            }
            try await rina.get("/kerja/kotak")
            try await rina.post("/kerja/loket/tanda-terima", [:])
            #expect(rina.status == 403)
            // A number that nobody has, one that is none, and a guess too many.
            for path in ["482910375527", "x", "000000000000"] {
                try await citizen.get("\(Self.here)/\(path)")
                #expect(citizen.status == 404)
            }
        }
    }
}

/// Files that are no receipt of ours, or no whole one.
@Suite(.enabled(if: EngineUnderTest.server == nil, "it restores a file of the database"))
struct ForeignReceiptTests {
    private static let here = "/bukti/tanda-terima"

    @Test func `each thing that is wrong has its sentence, and nothing is recorded`() async throws {
        let after = try await AfterRestore()
        let wrongs = try Self.wrongs(after)
        try await after.site.open { doors in
            let size = try await after.site.regency.store.head().size
            for wrong in wrongs {
                let citizen = doors.citizen()
                try await citizen.get(Self.here)
                try await citizen.upload(wrong.bytes, in: "berkas", to: Self.here)
                #expect(citizen.status == wrong.status, "\(wrong.said)")
                #expect(citizen.page.contains(wrong.said), "\(wrong.said): \(citizen.page)")
            }
            #expect(try await after.site.regency.store.head().size == size)
            let found = try await after.site.regency.store.read { reader in
                try reader.caseID(of: TrackingNumber(reading: after.number))
            }
            #expect(found == nil)
        }
    }

    private struct Wrong {
        let bytes: [UInt8]
        let status: Int
        let said: String
    }

    private static func wrongs(_ after: AfterRestore) throws -> [Wrong] {
        let good = after.receipt
        let keys = after.site.feature.keys
        let ours = try ReceiptProof(file: good)
        let another = OpaqueID(high: 4, low: 4)
        return [
            Wrong(bytes: [], status: 422, said: "Pilih berkas bukti"),
            Wrong(bytes: Array(good.dropLast(40)), status: 422, said: "rusak atau terpotong"),
            Wrong(bytes: Array("[1]".utf8), status: 422, said: "bukan tanda terima Serasan"),
            Wrong(
                bytes: Array(repeating: UInt8(ascii: "["), count: 100_000),
                status: 422,
                said: "rusak atau terpotong"
            ),
            Wrong(
                bytes: good + Array(repeating: UInt8(ascii: " "), count: 300_000),
                status: 413,
                said: "terlalu besar"
            ),
            // Signed by us for this very test: a log that ours never followed.
            Wrong(
                bytes: try signed(ours, under: another, by: keys),
                status: 422,
                said: "untuk catatan yang tidak kami lanjutkan"
            ),
            Wrong(
                bytes: try signed(ours, under: another, by: Neighbour.keys()),
                status: 422,
                said: "dibuat kabupaten atau kantor lain"
            ),
            Wrong(
                bytes: try after.receipt { proof in
                    let theirs = try Neighbour.keys().noteKey(of: after.lost.origin ?? another)
                    proof.key = theirs.text
                },
                status: 422,
                said: "bukan kunci kami: berkasnya diubah"
            ),
            Wrong(
                bytes: try after.receipt { proof in
                    proof.checkpoint = proof.checkpoint.replacing("\n\n", with: "1\n\n")
                },
                status: 422,
                said: "bukan cap catatan Serasan"
            ),
            Wrong(
                bytes: try after.receipt { proof in
                    let note = try #require(SignedNote(proof.checkpoint))
                    let other = Checkpoint(origin: another, size: 1, root: .empty)
                    let text = try keys.sign(other).text
                    proof.checkpoint = SignedNote(text: text, signatures: note.signatures).written
                },
                status: 422,
                said: "tidak ditandatangani dengan kunci kami"
            ),
            Wrong(
                bytes: try after.receipt { proof in
                    let note = try #require(SignedNote(proof.checkpoint))
                    let origin = try #require(after.lost.origin)
                    let other = Checkpoint(origin: origin, size: 900, root: .empty)
                    let text = try keys.sign(other).text
                    proof.checkpoint = SignedNote(text: text, signatures: note.signatures).written
                },
                status: 422,
                said: "Tanda tangan pada cap ini tidak cocok"
            ),
            Wrong(
                bytes: try after.receipt { $0.seq += 1 },
                status: 422,
                said: "tidak ada di catatan pada cap itu"
            ),
            Wrong(
                bytes: try after.receipt { $0.inclusion = [] },
                status: 422,
                said: "tidak ada di catatan pada cap itu"
            ),
            Wrong(
                bytes: try after.receipt { $0.event[40] ^= 1 },
                status: 422,
                said: "tidak ada di catatan pada cap itu"
            ),
            Wrong(
                bytes: try after.receipt { $0.openings[0].bytes += [32] },
                status: 422,
                said: "isinya diubah"
            ),
            Wrong(
                bytes: try after.receipt { $0.openings = [] },
                status: 422,
                said: "Isian permohonan tidak ada dalam berkas ini"
            ),
            Wrong(
                bytes: try after.receipt { $0.marks?.key[0] ^= 1 },
                status: 422,
                said: "bukan buatan kami"
            ),
            Wrong(
                bytes: try after.receipt { $0.marks?.bond = [] },
                status: 422,
                said: "bond"
            ),
        ]
    }

    /// The same event as the only one of a log of its own.
    private static func signed(
        _ proof: ReceiptProof,
        under origin: OpaqueID,
        by keys: Keys
    ) throws -> [UInt8] {
        var other = proof
        let head = Checkpoint(origin: origin, size: 1, root: .leaf(proof.event))
        (other.seq, other.inclusion) = (1, [])
        other.checkpoint = try keys.sign(head).written
        other.key = try keys.noteKey(of: origin).text
        return try other.file
    }
}

/// The keys of another regency.
private enum Neighbour {
    static func keys() throws -> Keys {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "serasan-\(UUID().uuidString)")
        defer { remove(folder) }
        return try Keys.make(in: folder.path)
    }

    private static func remove(_ folder: URL) {
        do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }
}

extension WorkingRegency {
    /// Prints a blank form that happens to bear a number, and gives it back: the number is gone.
    fileprivate func take(_ number: TrackingNumber) async throws {
        let stream = Stream(PaperFormStory.kind, Draw.random.id())
        let block = PaperFormFact.Block(
            service: "laporan-jalan",
            digest: "a",
            unit: "kel-dua",
            numbers: [number]
        )
        let append = try Append(
            Decision(
                [PaperFormFact.reserved(block), .givenBack([number])],
                claims: ["tracking", "borang"].map {
                    .unique(space: $0, key: Array(number.digits.utf8))
                }
            ),
            to: stream,
            at: Self.morning,
            by: .system,
            expecting: [stream: 0]
        )
        guard case .recorded = try await store.append(append) else {
            throw StoreError(.engine, "the number was not taken")
        }
    }
}
