import Hummingbird
import Ledger
import Site
import Stories

// What anybody may fetch and keep: nothing here tells of a person.

extension EvidenceFeature {
    func addShowing(to router: Router<some SiteContext>) {
        router.get("bukti") { _, context in
            let regency = try await self.regency()
            let page = EvidencePage(shown: try await self.shown())
            return Answer.page(page, for: try self.visit(context, regency))
        }
        router.get("bukti/cap") { _, _ in
            let newest = try await self.store.glance { try $0.checkpoint() }
            guard let newest else { throw EvidenceRefusal.noCheckpointYet }
            return Self.text(newest.note)
        }
        router.get("bukti/cap/:ukuran") { _, context in
            guard let size = Self.size(context.parameters.get("ukuran")),
                let kept = try await self.store.glance({ try $0.checkpoint(at: size) })
            else { throw EvidenceRefusal.noSuchCheckpoint }
            return Self.text(kept.note)
        }
        router.get("bukti/urut") { request, _ in
            guard let from = Self.size(request.query["dari"]), from > 0 else {
                throw EvidenceRefusal.sizesDoNotFit
            }
            let to = try request.query["ke"].map { word in
                guard let size = Self.size(word), size >= from else {
                    throw EvidenceRefusal.sizesDoNotFit
                }
                return size
            }
            return Self.text(try await self.growth(from: from, to: to))
        }
    }

    /// How a log of one size became that of a checkpoint, as C2SP tlog-witness writes it: the old
    /// size, the hashes of RFC 9162, the newer checkpoint.
    private func growth(from: Int64, to: Int64?) async throws -> String {
        try await store.read { reader in
            guard let kept = try reader.checkpoint(at: to) else {
                throw to == nil ? EvidenceRefusal.noCheckpointYet : .noSuchCheckpoint
            }
            guard let growth = try reader.growth(from: from, to: kept) else {
                throw EvidenceRefusal.sizesDoNotFit
            }
            return growth.written
        }
    }

    private func shown() async throws -> ShownEvidence {
        let keys = keys
        let cosigner = try keys.cosignerKey
        return try await store.glance { reader in
            let origins = try reader.placedOrigins()
            let key = try origins.last.map { try keys.noteKey(of: $0.origin.id) }
            return ShownEvidence(
                newest: try reader.checkpoint(),
                key: key,
                cosigner: cosigner,
                origins: origins
            )
        }
    }

    /// Digits and nothing else: no sign, no spaces, no number too large.
    private static func size(_ word: (some StringProtocol)?) -> Int64? {
        guard let word, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int64(word)
    }

    private static func text(_ text: String) -> Response {
        Answer.bytes(Array(text.utf8), type: "text/plain; charset=utf-8")
    }
}

/// What the page shows of the record's proof.
struct ShownEvidence: Sendable {
    var newest: KeptCheckpoint?

    /// Nil where the log has no origin yet.
    var key: NoteKey?

    /// With which we sign heads of other logs.
    var cosigner: NoteKey
    var origins: [PlacedOrigin]
}
