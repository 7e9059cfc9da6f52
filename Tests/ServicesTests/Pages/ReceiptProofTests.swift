import Foundation
import Ledger
import Services
import Stories
import Testing

/// The proof that goes with a receipt: fetched by its holder, checked without us.
struct ReceiptProofTests {
    /// Sends a form and fetches the proof, on a site whose log has an origin.
    private func withProof(
        _ body: @escaping @Sendable (WorkingSite, Visitor, ReceiptProof) async throws -> Void
    ) async throws {
        let site = try await WorkingSite()
        try await site.regency.store.firstOrigin(at: site.now)
        try await site.open { doors in
            let citizen = doors.citizen()
            try await citizen.fillIn()
            _ = try await citizen.sendIn()
            try await citizen.get("/permohonan/tanda-terima.json")
            #expect(citizen.status == 200)
            try await body(site, citizen, ReceiptProof(file: Array(citizen.page.utf8)))
        }
    }

    @Test func `what was just sent is covered at once, and opens to what was sent`() async throws {
        try await withProof { site, citizen, proof in
            let origin = try #require(try await site.regency.store.read { try $0.origin() })
            let key = try site.feature.keys.noteKey(of: origin.id)
            let proven = try proof.check(by: key.key)
            #expect(proven.event.kind == "case.submitted")
            #expect(proven.checkpoint.size == (try await site.regency.store.head()).size)
            #expect(proven.opened.map(\.field).contains("answers"))
            #expect(proven.closed.isEmpty)
            #expect(try proof.file == Array(citizen.page.utf8))

            try await citizen.get("/selesai")
            #expect(citizen.page.contains("Bukti bahwa ini tercatat"))
            try await citizen.get("/permohonan")
            #expect(citizen.page.contains(key.fingerprint))
            #expect(citizen.page.contains("/permohonan/tanda-terima.json"))
        }
    }

    @Test func `the PDF of the receipt carries the same proof as the file`() async throws {
        try await withProof { _, citizen, proof in
            try await citizen.get("/permohonan/tanda-terima.pdf")
            #expect(citizen.status == 200)
            let carried = try ReceiptProof(file: citizen.bytes)
            #expect(carried.event == proof.event && carried.openings == proof.openings)
            #expect(throws: ReceiptProofRefusal.noneInPDF) {
                try ReceiptProof(file: Array(citizen.bytes.dropLast(4_000).prefix(4_000)))
            }
            // A strip has no room for pages, and carries none.
            try await citizen.get("/permohonan/tanda-terima.pdf?kertas=58")
            #expect(throws: ReceiptProofRefusal.noneInPDF) { try ReceiptProof(file: citizen.bytes) }
        }
    }

    @Test func `whoever does not hold the receipt gets no proof`() async throws {
        let site = try await WorkingSite()
        try await site.regency.store.firstOrigin(at: site.now)
        try await site.add("Rina Kartika", as: "rina", post: "petugas-dua")
        try await site.open { doors in
            let stranger = doors.citizen()
            try await stranger.get("/permohonan/tanda-terima.json")
            #expect(stranger.status == 410)
            let rina = try await doors.official("rina")
            try await rina.get("/permohonan/tanda-terima.json")
            #expect(rina.status == 410)
        }
    }

    @Test func `an opening that was erased is missing, and the rest still holds`() async throws {
        try await withProof { site, _, proof in
            var without = proof
            without.openings = []
            let origin = try #require(try await site.regency.store.read { try $0.origin() })
            let proven = try without.check(by: site.feature.keys.noteKey(of: origin.id).key)
            #expect(proven.opened.isEmpty)
            #expect(proven.closed.contains("answers"))
        }
    }

    @Test func `whatever is changed in it is found, each with a sentence of its own`() async throws
    {
        try await withProof { site, _, proof in
            let origin = try #require(try await site.regency.store.read { try $0.origin() })
            let keys = site.feature.keys
            let key = try keys.noteKey(of: origin.id).key
            let head = try #require(
                SignedNote(proof.checkpoint).flatMap { Checkpoint(text: $0.text) }
            )
            let smaller = Checkpoint(origin: head.origin, size: head.size - 1, root: head.root)
            let changes: [(ReceiptProofRefusal, (inout ReceiptProof) throws -> Void)] = [
                (.notInLog, { $0.event[$0.event.count / 2] ^= 1 }),
                (.notInLog, { $0.event.removeLast() }),
                (.notInLog, { $0.seq += 1 }),
                (.notInLog, { $0.seq = 1 }),
                (.notInLog, { $0.inclusion.removeLast() }),
                (.notInLog, { $0.inclusion.append(.empty) }),
                (.notInLog, { $0.inclusion[0] = .empty }),
                (.notInLog, { $0.checkpoint = try keys.sign(smaller).written }),
                (
                    .checkpoint(.badSignature),
                    {
                        $0.checkpoint = $0.checkpoint.replacing(
                            "\n\(head.size)\n",
                            with: "\n\(head.size + 1)\n"
                        )
                    }
                ),
                (.checkpoint(.notANote), { $0.checkpoint.removeLast() }),
                (.checkpoint(.notANote), { $0.checkpoint = "" }),
                (.otherKeyNamed, { $0.key = "" }),
                (.otherKeyNamed, { $0.key += " " }),
                (.openingChanged, { $0.openings[0].bytes.append(0) }),
                (.openingChanged, { $0.openings[0].blinding[0] ^= 1 }),
                (.openingChanged, { $0.openings[0].blinding = [] }),
                (.openingForeign, { $0.openings[0].id = OpaqueID(high: 1, low: 1) }),
                (.openingTwice, { $0.openings.append($0.openings[0]) }),
            ]
            for (index, (refusal, change)) in changes.enumerated() {
                var changed = proof
                try change(&changed)
                #expect(changed != proof, "change \(index)")
                #expect(throws: refusal, "change \(index)") { try changed.check(by: key) }
            }
            let other = try #require(
                NoteKey(
                    "serasan/000000000000000700000000000000ab+33fffb5c+"
                        + "AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
                )
            )
            #expect(throws: ReceiptProofRefusal.checkpoint(.otherKey)) {
                try proof.check(by: other.key)
            }
        }
    }

    @Test func `a file of another form is refused before anything in it is believed`() async throws
    {
        try await withProof { _, citizen, _ in
            let text = citizen.page
            let refusals: [(String, ReceiptProofRefusal)] = [
                ("", .notReadable), ("{}", .otherKind), ("[]", .otherKind),
                (String(text.dropLast(2)), .notReadable),
                (text + text, .notReadable),
                (text.replacing("serasan-receipt", with: "serasan-recipe"), .otherKind),
                (text.replacing("\"version\":1", with: "\"version\":2"), .otherVersion),
                (text.replacing("\"version\":1", with: "\"version\":\"1\""), .otherVersion),
                (text.replacing("\"event\":\"", with: "\"event\":\"="), .lacks("event")),
                (text.replacing("\"index\":", with: "\"index\":-"), .lacks("index")),
                (text.replacing("\"index\":", with: "\"index\":0.5e-"), .lacks("index")),
                (text.replacing("\"inclusion\":[", with: "\"inclusion\":[1,"), .lacks("inclusion")),
                (text.replacing("\"key\":", with: "\"keys\":"), .lacks("key")),
                (text.replacing("\"checkpoint\":", with: "\"cap\":"), .lacks("checkpoint")),
                (text.replacing("\"openings\":[", with: "\"openings\":[1,"), .lacks("openings")),
                (
                    text.replacing("\"payload_id\":\"", with: "\"payload_id\":\"x"),
                    .lacks("payload_id")
                ),
                (text.replacing("\"r\":\"", with: "\"r\":\"="), .lacks("r")),
                (
                    text.replacing("\"plaintext\":\"", with: "\"plaintext\":\"="),
                    .lacks("plaintext")
                ),
                (String(repeating: "[", count: 200_000), .notReadable),
                (String(repeating: " ", count: ReceiptProof.longest + 1), .tooLarge),
            ]
            for (file, refusal) in refusals {
                #expect(file != text)
                #expect(throws: refusal, "\(file.prefix(80))") {
                    try ReceiptProof(file: Array(file.utf8))
                }
            }
        }
    }
}
