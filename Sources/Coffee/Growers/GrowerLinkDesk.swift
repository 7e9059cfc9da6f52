package import Ledger
import Office
package import Stories

/// Gives links to growers, opens and withdraws them.
package struct GrowerLinkDesk: Sendable {
    let store: RecordStore
    let draw: Draw
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        draw: Draw = .random,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.store, self.draw, self.now) = (store, draw, now)
    }

    /// Gives a link that ends after so many days; one that stands already is left as it is.
    package func give(
        to grower: OpaqueID,
        by holder: Code,
        days: Int,
        _ asked: LotDesk.Asked
    ) async throws {
        guard asked.rights.mayWeigh(for: holder) else { throw CoffeeRefusal.notYourLot }
        let now = now()
        let standing = try await store.glance { try $0.link(of: grower, by: holder, at: now) }
        guard standing == nil else { return }
        let terms = GrowerLink.Terms(
            of: grower,
            by: holder,
            until: now.adding(seconds: Int64(days) * 86_400)
        )
        try await change(draw.id(), .give(terms), by: asked.by, asked.rights)
    }

    package func withdraw(_ id: OpaqueID, _ asked: LotDesk.Asked) async throws {
        try await change(id, .withdraw, by: asked.by, asked.rights)
    }

    /// Ends a link because its grower asks for it; `actor` protects people's data.
    package func withdrawForGrower(_ id: OpaqueID, by actor: Actor) async throws {
        try await change(id, .withdraw, by: actor, nil, isForGrower: true)
    }

    /// Notes that somebody came with the link, and nothing about who.
    package func open(_ id: OpaqueID) async throws {
        try await change(id, .open, by: Actor(id), nil)
    }

    /// What a link opens now.
    package func terms(of id: OpaqueID) async throws -> GrowerLink.Terms {
        try await store.glance { try $0.growerLink(id).link.open(at: now()) }
    }

    private func change(
        _ id: OpaqueID,
        _ command: GrowerLinkCommand,
        by actor: Actor,
        _ rights: LotRights?,
        isForGrower: Bool = false
    ) async throws {
        // Two openings at one moment are no conflict of anybody's.
        for _ in 0..<8 {
            let (link, version) = try await store.glance { try $0.growerLink(id) }
            let stream = Stream(GrowerLinkStory.kind, id)
            let now = now()
            var append = Append(at: now, by: actor, expecting: [stream: version])
            try append.add(
                GrowerLinkStory.decide(
                    link,
                    command,
                    KnownOfGrowerLink(at: now, rights: rights, isForGrower: isForGrower)
                ),
                to: stream
            )
            switch try await store.append(append) {
            case .recorded, .repeated: return
            case .conflict: continue
            case .taken, .otherContent: throw CoffeeRefusal.movedOn
            }
        }
        throw CoffeeRefusal.movedOn
    }
}

extension Reader {
    /// A link as its facts leave it, with the version to expect.
    package func growerLink(_ id: OpaqueID) throws -> (link: GrowerLink, version: Version) {
        let (link, version) = try state(
            of: Stream(GrowerLinkStory.kind, id),
            as: GrowerLinkStory.self
        )
        return (link, version)
    }
}
