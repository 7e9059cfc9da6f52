package import Ledger
package import Notices
package import Stories

/// Hands the newest head once a day to the servers of partners, and believes only what they
/// cosigned.
package struct PartnerPost: Sendable {
    let store: RecordStore
    let partners: [WitnessPartner]
    let zone: @Sendable () async throws -> Zone
    let now: @Sendable () -> Instant
    private let line: Line
    private let post: RegularPost

    private static let purpose: Code = "checkpoint-partner"

    /// Sends one `add-checkpoint` to a partner.
    package typealias Line =
        @Sendable (_ partner: WitnessPartner, _ body: String) async -> PartnerLine.Reply

    package init(
        _ store: RecordStore,
        _ keys: Keys,
        _ partners: [WitnessPartner],
        zone: @escaping @Sendable () async throws -> Zone,
        now: @escaping @Sendable () -> Instant,
        by line: @escaping Line = { await PartnerLine($0).send($1) }
    ) {
        self.store = store
        self.partners = partners
        self.zone = zone
        self.now = now
        self.line = line
        post = RegularPost(
            store,
            keys,
            kind: "checkpoint.partner",
            purpose: Self.purpose,
            // One delivery may be several tries.
            sendingSeconds: Int64(Self.mostTries) * 45,
            now: now
        )
    }

    /// One round: ask for today's handing over, then try what is due.
    package func round() async throws {
        guard !partners.isEmpty,
            let newest = try await store.glance({ try $0.checkpoint() })
        else { return }
        let today = try await zone().day(now())
        try await post.ask(
            in: "\(today)",
            for: partners.map(\.key.text),
            subject: "\(today)",
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
            let began = try await zone().instant(asked, minute: 0)
            return BackOff.next(after: leased.attempt, asked: began, now: now())
                .map(RegularPost.Fate.later) ?? .done
        }
    }

    /// So often the partner is told at most where it holds another size than we thought: once
    /// because we knew of an older one, once more because a sister node was faster.
    private static let mostTries = 3

    /// One handing over; where the partner holds another size than we thought, again from there.
    /// - Returns: what is known of the partner from now on.
    func hand(to partner: WitnessPartner) async throws -> PartnerHead {
        let id = post.mark(partner.key.text)
        let (newest, before) = try await store.glance { reader in
            (try reader.checkpoint(), try reader.partnerHead(id))
        }
        var known = before
        guard var head = try newest.map(HeadToHand.init) else { return known }
        var old = known.origin == head.signed.origin ? known.size : 0
        for _ in 0..<Self.mostTries {
            let (from, to) = (old, head.kept)
            let growth = try await store.read { try $0.growth(from: from, to: to) }
            guard let growth else {
                // It holds more than we have: our log was cut, or is not the one it was.
                known.state = .contradicted
                return known
            }
            switch await line(partner, growth.written) {
            case .trouble:
                known.state = .unreachable
                return known
            case .answer(200, let text):
                return try await cosigned(head, text, partner, known)
            case .answer(409, let text):
                guard let size = GrowthOfLog.size(text.filter { $0 != "\n" }) else {
                    known.state = .notCosigned
                    return known
                }
                // A sister node may have handed over a newer head while this one slept.
                if size > head.kept.size,
                    let newer = try await store.glance({ try $0.checkpoint() })
                {
                    head = try HeadToHand(newer)
                }
                // The same size again, and still a conflict: another past than ours.
                guard size != old, size <= head.kept.size else {
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
        // It moved each time: others are handing over to it, and it is asked again later.
        known.state = .unreachable
        return known
    }

    /// The head that is handed over.
    private struct HeadToHand {
        let kept: KeptCheckpoint
        let note: SignedNote
        let signed: Checkpoint

        init(_ kept: KeptCheckpoint) throws(StoreError) {
            guard let note = SignedNote(kept.note), let signed = Checkpoint(text: note.text) else {
                throw StoreError(.damaged, "the checkpoint at \(kept.size) cannot be read")
            }
            (self.kept, self.note, self.signed) = (kept, note, signed)
        }
    }

    private func cosigned(
        _ head: HeadToHand,
        _ text: String,
        _ partner: WitnessPartner,
        _ before: PartnerHead
    ) async throws -> PartnerHead {
        var known = before
        let now = now()
        let isCosigned = NoteSignature.lines(text).contains { line in
            head.note.moment(of: line, under: partner.key) != nil
        }
        guard isCosigned else {
            known.state = .notCosigned
            return known
        }
        (known.origin, known.size, known.at) = (head.signed.origin, head.kept.size, now)
        known.state = .kept
        let copy = OutsideCopy(size: known.size, covers: head.kept.made, way: .partner, at: now)
        try await store.operate([copy.statement(by: nil)])
        return known
    }

    /// How a partner stands in tables: its key says who it is, its address may move.
    static func id(of partner: WitnessPartner, _ keys: Keys) -> OpaqueID {
        RegularPost.mark(partner.key.text, purpose, keys)
    }
}
