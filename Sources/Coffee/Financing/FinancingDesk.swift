package import Ledger
package import Stories

/// Writes down consents, makes the files that follow from them, and ends them.
package struct FinancingDesk: Sendable {
    let store: RecordStore
    let keys: Keys
    let registers: CoffeeRegisters
    let zone: @Sendable (Reader) throws -> Zone
    let draw: Draw
    let sealer: Sealer
    let now: @Sendable () -> Instant

    package init(
        store: RecordStore,
        keys: Keys,
        registers: CoffeeRegisters,
        zone: @escaping @Sendable (Reader) throws -> Zone,
        now: @escaping @Sendable () -> Instant
    ) {
        (self.store, self.keys, self.registers, self.zone) = (store, keys, registers, zone)
        (self.now, draw, sealer) = (now, .random, .sha256)
    }

    /// So many days a consent holds.
    package static let days = 30

    /// Who asks: the grower, or an official with the grower present.
    package struct Asked: Hashable, Sendable {
        package let by: Actor
        package let isWithOfficial: Bool

        package init(by: Actor, isWithOfficial: Bool) {
            (self.by, self.isWithOfficial) = (by, isWithOfficial)
        }
    }

    /// Writes down what a grower consents to.
    package func consent(
        _ grower: OpaqueID,
        to terms: FinancingTerms,
        _ asked: Asked
    ) async throws -> OpaqueID {
        let id = draw.id()
        let until = now().adding(seconds: Int64(Self.days) * 86_400)
        try await change(id, .consent(of: grower, statement: terms.bytes(), until: until), asked)
        return id
    }

    package func withdraw(_ id: OpaqueID, _ asked: Asked) async throws {
        try await change(id, .withdraw, asked)
    }

    /// A file that is handed over now, kept as it was made.
    package struct Made: Sendable {
        package let code: OpaqueID
        package let file: FinancingFile
        package let bytes: [UInt8]
    }

    /// Makes the file of a consent that stands, and writes down that it was handed over.
    package func handOver(
        _ id: OpaqueID,
        _ regency: (name: String, site: String),
        _ asked: Asked
    ) async throws -> Made {
        let code = draw.id()
        let made = try await store.read { reader in
            let file = try self.file(id, regency, reader)
            return Made(code: code, file: file, bytes: try file.bytes(code, in: zone(reader)))
        }
        try await change(id, .handOver(code, file: made.bytes), asked)
        return made
    }

    /// What the consent lets be told, as it is now.
    package func file(
        _ id: OpaqueID,
        _ regency: (name: String, site: String),
        _ reader: Reader
    ) throws -> FinancingFile {
        let (consent, terms) = try reader.consent(id, at: now())
        let (zone, whose) = (try zone(reader), CoffeeOfGrower(consent.grower))
        guard let grower = try registers.grower(consent.grower, reader),
            let listed = try reader.financing(id)
        else { throw CoffeeRefusal.noSuchGrower }
        var file = FinancingFile(
            terms,
            consented: zone.day(listed.at),
            isWithOfficial: consent.isWithOfficial,
            made: zone.day(now()),
            by: regency
        )
        if terms.parts.contains(.identity) {
            file.identity = FinancingFile.Identity(
                grower.name,
                nik: try registers.nik(consent.grower, reader) ?? "",
                village: grower.village
            )
        }
        if terms.parts.contains(.plots) {
            file.plots = try registers.plots(consent.grower, reader)
        }
        if terms.parts.contains(.deliveries) {
            file.sums = try reader.sums(of: whose).filter { terms.seasons.contains($0.season) }
            file.deliveries = try terms.seasons.flatMap { season in
                try reader.brought(by: whose, in: season, most: FinancingFile.mostDeliveries)
            }
        }
        if terms.parts.contains(.plan) { file.plan = terms.loan.flatMap { RepaymentPlan($0) } }
        return file
    }

    /// What a decision about a file may know now.
    func known(of id: OpaqueID, isWithOfficial: Bool) -> KnownOfFinancing {
        KnownOfFinancing(
            at: now(),
            isWithOfficial: isWithOfficial,
            draw: draw,
            sealer: sealer,
            dossier: DossierID(id)
        )
    }

    private func change(
        _ id: OpaqueID,
        _ command: FinancingCommand,
        _ asked: Asked
    ) async throws {
        let stream = Stream(FinancingStory.kind, id)
        let now = now()
        let (financing, version) = try await store.glance { reader in
            let (state, version) = try reader.state(of: stream, as: FinancingStory.self)
            return (state, version)
        }
        var append = Append(at: now, by: asked.by, expecting: [stream: version])
        try append.add(
            FinancingStory.decide(
                financing,
                command,
                known(of: id, isWithOfficial: asked.isWithOfficial)
            ),
            to: stream
        )
        switch try await store.append(append) {
        case .recorded, .repeated: return
        case .conflict, .taken: throw CoffeeRefusal.movedOn
        case .otherContent: throw CoffeeRefusal.writtenAlready
        }
    }
}

extension Reader {
    /// What a grower consented to, where that stands.
    package func consent(
        _ id: OpaqueID,
        at now: Instant
    ) throws -> (consent: Financing.Consent, terms: FinancingTerms) {
        let stream = Stream(FinancingStory.kind, id)
        let consent = try state(of: stream, as: FinancingStory.self).state.standing(at: now)
        return (consent, try terms(of: consent))
    }

    /// What was consented to, also where it has ended.
    package func terms(of id: OpaqueID) throws -> FinancingTerms {
        let stream = Stream(FinancingStory.kind, id)
        guard let consent = try state(of: stream, as: FinancingStory.self).state.consent else {
            throw CoffeeRefusal.noSuchFile
        }
        return try terms(of: consent)
    }

    private func terms(of consent: Financing.Consent) throws -> FinancingTerms {
        guard let bytes = try open(consent.statement.id) else { throw CoffeeRefusal.consentEnded }
        guard let terms = try FinancingTerms(bytes) else {
            throw StoreError(.damaged, "a consent that says nothing")
        }
        return terms
    }

    /// The digest of a file that was handed over, to be compared with the one in hand; nil where
    /// it was erased.
    package func digest(of code: OpaqueID, in financing: OpaqueID) throws -> [UInt8]? {
        let stream = Stream(FinancingStory.kind, financing)
        let handover = try state(of: stream, as: FinancingStory.self).state.handovers
            .first { $0.code == code }
        return try handover.flatMap { try open($0.file.id) }.map { Public(of: $0).digest }
    }
}
