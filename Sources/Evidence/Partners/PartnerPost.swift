package import Ledger
package import Notices
package import Stories

/// Hands the newest head once a day to the servers of partners, and believes only what they
/// cosigned.
package struct PartnerPost: Sendable {
    let store: RecordStore
    let partners: [WitnessPartner]
    let zone: @Sendable () -> Zone
    let now: @Sendable () -> Instant
    private let post: RegularPost

    private static let purpose: Code = "checkpoint-partner"

    package init(
        _ store: RecordStore,
        _ keys: Keys,
        _ partners: [WitnessPartner],
        zone: @escaping @Sendable () -> Zone,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.partners = partners
        self.zone = zone
        self.now = now
        post = RegularPost(
            store,
            keys,
            kind: "checkpoint.partner",
            purpose: Self.purpose,
            // One delivery may be three tries.
            sendingSeconds: 135,
            now: now
        )
    }

    /// One round: ask for today's handing over, then try what is due.
    package func round() async throws {
        guard !partners.isEmpty,
            let newest = try await store.glance({ try $0.checkpoint() })
        else { return }
        try await post.ask(
            in: "\(zone().day(now()))",
            for: partners.map(\.key.text),
            subject: "\(zone().day(now()))",
            seq: newest.size
        )
        try await post.round(most: partners.count, deliver)
    }

    private func deliver(_ leased: Outbox.Leased) async throws -> RegularPost.Fate {
        guard let asked = leased.effect.about.first.flatMap({ Day($0.text) }),
            let partner = partners.first(where: { post.isFor($0.key.text, leased) })
        else {
            // Named no longer: nobody is to get it.
            return .done
        }
        let head = try await hand(to: partner)
        try await store.operate([head.statement(of: post.mark(partner.key.text))])
        switch head.state {
        case .kept, .contradicted: return .done
        case .none, .unreachable, .unknown, .notCosigned:
            let began = zone().instant(asked, minute: 0)
            return BackOff.next(after: leased.attempt, asked: began, now: now())
                .map(RegularPost.Fate.later) ?? .done
        }
    }

    /// One handing over; where the partner holds another size than we thought, once more from
    /// there.
    /// - Returns: what is known of the partner from now on.
    func hand(to partner: WitnessPartner) async throws -> PartnerHead {
        let id = post.mark(partner.key.text)
        let (kept, before) = try await store.glance { reader in
            (try reader.checkpoint(), try reader.partnerHead(id))
        }
        var known = before
        guard let kept, let note = SignedNote(kept.note),
            let head = Checkpoint(text: note.text)
        else { return known }
        var old = known.origin == head.origin ? known.size : 0
        for attempt in 0..<2 {
            let from = old
            let growth = try await store.read { try $0.growth(from: from, to: kept) }
            guard let growth else {
                // It holds more than we have: our log was cut, or is not the one it was.
                known.state = .contradicted
                return known
            }
            switch await PartnerLine(partner).send(growth.written) {
            case .trouble:
                known.state = .unreachable
                return known
            case .answer(200, let text):
                return try await cosigned(note, head, kept, text, partner, known)
            case .answer(409, let text):
                guard let size = GrowthOfLog.size(text.filter { $0 != "\n" }) else {
                    known.state = .notCosigned
                    return known
                }
                // The same size again, and still a conflict: another past than ours.
                guard attempt == 0, size != old, size <= kept.size else {
                    known.state = .contradicted
                    return known
                }
                old = size
            case .answer(422, _):
                known.state = .contradicted
                return known
            case .answer:
                known.state = .unknown
                return known
            }
        }
        return known
    }

    private func cosigned(
        _ note: SignedNote,
        _ head: Checkpoint,
        _ kept: KeptCheckpoint,
        _ text: String,
        _ partner: WitnessPartner,
        _ before: PartnerHead
    ) async throws -> PartnerHead {
        var known = before
        let now = now()
        let isCosigned = NoteSignature.lines(text).contains { line in
            note.moment(of: line, under: partner.key) != nil
        }
        guard isCosigned else {
            known.state = .notCosigned
            return known
        }
        (known.origin, known.size, known.at) = (head.origin, head.size, now)
        known.state = .kept
        let copy = OutsideCopy(size: head.size, covers: kept.made, way: .partner, at: now)
        try await store.operate([copy.statement(by: nil)])
        return known
    }

    /// How a partner stands in tables: its key says who it is, its address may move.
    static func id(of partner: WitnessPartner, _ keys: Keys) -> OpaqueID {
        RegularPost.mark(partner.key.text, purpose, keys)
    }
}
