package import Ledger
package import Office
package import Stories

/// Loads lots, measures, decides and records.
package struct LotDesk: Sendable {
    let store: RecordStore
    let draw: Draw
    let sealer: Sealer
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        draw: Draw = .random,
        sealer: Sealer = .sha256,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.store, self.draw, self.sealer, self.now) = (store, draw, sealer, now)
    }

    /// Who asks, and how far the lot had come on the page that was shown; nil where it matters not.
    package struct Asked: Sendable {
        package let by: Actor
        package let rights: LotRights
        package let seen: Version?

        package init(_ standing: Standing, seen: Version? = nil) {
            self.init(by: standing.official, rights: LotRights(of: standing), seen: seen)
        }

        package init(by: Actor, rights: LotRights, seen: Version? = nil) {
            (self.by, self.rights, self.seen) = (by, rights, seen)
        }
    }

    /// A lot as it stands, with the version to expect.
    package struct Loaded: Sendable {
        package let id: OpaqueID
        package let lot: Lot
        package let version: Version

        package var stream: Stream { Stream(LotStory.kind, id) }
    }

    package func load(_ id: OpaqueID) async throws -> Loaded {
        try await store.read { try $0.loadedLot(id) }
    }

    /// So often a code is drawn: among a million lots one draw in thirty thousand was given out
    /// before.
    private static let mostDraws = 8

    /// Begins a lot into which deliveries or steps are to come.
    package func begin(
        _ title: String,
        _ what: LotToBegin,
        _ asked: Asked
    ) async throws -> OpaqueID {
        let id = what.id ?? draw.id()
        guard asked.rights.mayWeigh(for: what.holder) else { throw CoffeeRefusal.notYourLot }
        let stream = Stream(LotStory.kind, id)
        for _ in 0..<Self.mostDraws {
            var append = Append(at: now(), by: asked.by, expecting: [stream: 0])
            let beginning = what.beginning(title, LotCode(draw))
            try append.add(
                LotStory.decide(LotStory.beginning, .begin(beginning), known(asked, id)),
                to: stream
            )
            append.content = [Array(title.utf8)]
            switch try await store.append(append) {
            case .recorded, .repeated: return id
            case .taken: continue
            case .conflict: throw CoffeeRefusal.movedOn
            case .otherContent: throw CoffeeRefusal.writtenAlready
            }
        }
        throw CoffeeRefusal.movedOn
    }

    /// Does one thing to one lot.
    package func change(
        _ id: OpaqueID,
        _ command: LotCommand,
        _ asked: Asked,
        content: [[UInt8]] = []
    ) async throws {
        let (loaded, upstream) = try await store.read { reader in
            (try reader.loadedLot(id), try command.needsUpstream ? reader.findings(behind: id) : 0)
        }
        if let seen = asked.seen, seen != loaded.version { throw CoffeeRefusal.movedOn }
        var append = Append(at: now(), by: asked.by, expecting: [loaded.stream: loaded.version])
        try append.add(
            LotStory.decide(loaded.lot, command, known(asked, id, upstream: upstream)),
            to: loaded.stream
        )
        append.content = content
        try await record(append)
    }

    func known(_ asked: Asked, _ lot: OpaqueID, upstream: Int = 0) -> KnownOfLot {
        KnownOfLot(
            rights: asked.rights,
            draw: draw,
            sealer: sealer,
            dossier: DossierID(lot),
            upstream: upstream
        )
    }

    /// Appends; whoever came second looks again.
    func record(_ append: Append) async throws {
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken: throw CoffeeRefusal.movedOn
        case .otherContent: throw CoffeeRefusal.writtenAlready
        }
    }
}

/// What a lot is to be, before it has a code.
package struct LotToBegin: Hashable, Sendable {
    package let id: OpaqueID?
    package let holder: Code
    package let what: KindOfCoffee
    package let season: Int

    package init(_ what: KindOfCoffee, by holder: Code, season: Int, id: OpaqueID? = nil) {
        (self.what, self.holder, self.season, self.id) = (what, holder, season, id)
    }

    func beginning(_ title: String, _ code: LotCode) -> LotBeginning {
        LotBeginning(
            Public(of: Array(title.utf8)),
            code,
            holder: holder,
            kind: what.kind,
            species: what.species,
            season: season
        )
    }
}

extension LotCommand {
    /// Only who certifies has to know what stands against the lots behind.
    fileprivate var needsUpstream: Bool {
        if case .certify = self { return true }
        return false
    }
}

extension Reader {
    /// A lot with the version to expect.
    /// - Throws: `CoffeeRefusal.noSuchLot`.
    package func loadedLot(_ id: OpaqueID) throws -> LotDesk.Loaded {
        let stream = Stream(LotStory.kind, id)
        let (lot, version) = try state(of: stream, as: LotStory.self)
        guard lot.beginning != nil else { throw CoffeeRefusal.noSuchLot }
        return LotDesk.Loaded(id: id, lot: lot, version: version)
    }
}
