package import Ledger
package import Notices
package import Stories

/// Hands the newest head once a day to the servers of partners, and believes only what they
/// cosigned.
package struct PartnerPost: Sendable {
    let store: RecordStore
    let keys: Keys
    let partners: [WitnessPartner]
    let zone: @Sendable () -> Zone
    let now: @Sendable () -> Instant

    private static let kind: Code = "checkpoint.partner"

    /// Longer than the two tries of one delivery can last.
    private static let leaseSeconds: Int64 = 150

    package init(
        _ store: RecordStore,
        _ keys: Keys,
        _ partners: [WitnessPartner],
        zone: @escaping @Sendable () -> Zone,
        now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.keys = keys
        self.partners = partners
        self.zone = zone
        self.now = now
    }

    /// One round: ask for today's handing over, then try what is due.
    package func round() async throws {
        guard !partners.isEmpty, try await ask() else { return }
        for _ in partners {
            let start = now()
            let due = try await Outbox(store).lease(
                [Self.kind],
                at: start,
                until: start.adding(seconds: Self.leaseSeconds),
                limit: 1
            )
            guard !Task.isCancelled, let effect = due.first else { return }
            try await deliver(effect)
        }
    }

    /// One a day and partner, however often somebody asks; false where there is nothing to show.
    private func ask() async throws -> Bool {
        guard let newest = try await store.glance({ try $0.checkpoint() }) else { return false }
        let day = zone().day(now())
        try await store.operate(
            partners.map { partner -> SQL in
                let key = Self.key("\(day) \(partner.key.text)", keys)
                let about = "\(day) \(Self.id(of: partner, keys))"
                return """
                    INSERT INTO outbox (key, kind, about, seq, tries) VALUES (\
                    \(key), \(Self.kind), \(about), \(newest.size), \(0)) \
                    ON CONFLICT (key) DO NOTHING
                    """
            }
        )
        return true
    }

    private func deliver(_ leased: Outbox.Leased) async throws {
        let about = leased.effect.about
        let outbox = Outbox(store)
        guard about.count == 2, let asked = Day(about[0].text),
            let partner = partners.first(where: {
                "\(Self.id(of: $0, keys))" == about[1].text
            })
        else {
            // Named no longer: nobody is to get it.
            _ = try await outbox.done(leased.effect.key, at: now())
            return
        }
        let head = try await hand(to: partner)
        let now = now()
        try await store.operate([head.statement(of: Self.id(of: partner, keys))])
        switch head.state {
        case .kept, .contradicted: _ = try await outbox.done(leased.effect.key, at: now)
        case .none, .unreachable, .unknown, .notCosigned:
            let began = zone().instant(asked, minute: 0)
            guard
                let next = BackOff.next(after: leased.attempt, asked: began, now: now)
            else {
                _ = try await outbox.done(leased.effect.key, at: now)
                return
            }
            try await outbox.postpone(leased.effect.key, until: next)
        }
    }

    /// One handing over; where the partner holds another size than we thought, once more from
    /// there.
    /// - Returns: what is known of the partner from now on.
    func hand(to partner: WitnessPartner) async throws -> PartnerHead {
        let id = Self.id(of: partner, keys)
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
        key(partner.key.text, keys)
    }

    private static func key(_ about: String, _ keys: Keys) -> OpaqueID {
        let mark = keys.mark("checkpoint-partner", Array(about.utf8))
        guard let id = OpaqueID(bytes: mark.prefix(16)) else {
            preconditionFailure("an id has 16 bytes")
        }
        return id
    }
}
