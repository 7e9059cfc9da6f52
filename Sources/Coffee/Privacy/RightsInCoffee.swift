package import Ledger
package import Site
package import Stories

// What follows in coffee from what a grower may ask: consents taken back, files destroyed.

extension CoffeeOfPeople {
    /// Whatever the cause: what rests on consent and is not to be used is taken back.
    package func restrict(_ order: DossierRestriction) async throws {
        let id = order.id
        if try await coffee.store.read({ try $0.financing(id) }) != nil {
            guard try await stands(id) else { return }
            try await coffee.financing.withdraw(
                id,
                FinancingDesk.Asked(by: order.by, isWithOfficial: true)
            )
        } else {
            try await takeBack(PermissionsOfGrower(named: id), by: order.by)
        }
    }

    private func stands(_ id: OpaqueID) async throws -> Bool {
        let stream = Stream(FinancingStory.kind, id)
        return try await !coffee.store.state(of: stream, as: FinancingStory.self).state.isWithdrawn
    }

    private func takeBack(_ permissions: PermissionsOfGrower, by actor: Actor) async throws {
        let (now, grower) = (coffee.now(), permissions.grower)
        let (buyers, links) = try await coffee.store.read { reader in
            (
                try reader.buyers(consentedToBy: grower),
                try reader.links(of: grower, at: now).map(\.id)
            )
        }
        let asked = LotDesk.Asked(by: actor, rights: LotRights())
        for buyer in buyers {
            try await coffee.declaring.consent([grower], .withdraw(buyer), asked)
        }
        let desk = GrowerLinkDesk(store: coffee.store, now: coffee.now)
        for link in links { try await desk.withdrawForGrower(link, by: actor) }
    }

    package func erase(_ order: DossierErasure) async throws -> DossierErasure.Outcome {
        for _ in 0..<8 {
            let (hold, dossier) = try await coffee.store.read { reader in
                (try order.hold(reader), try named(order.id, reader))
            }
            guard let dossier else { throw NotInThisDossier() }
            // What is erased already is only finished: a hold keeps nothing of it.
            guard dossier.isErased || !hold.stands else { return .held }
            if let why = dossier.mustStay { return .kept(why) }
            guard dossier.kind == .file else {
                try await takeBack(PermissionsOfGrower(named: order.id), by: order.approver)
                return .erased
            }
            if !dossier.isErased {
                guard try await tell(order, beside: [hold.stream: hold.version]) else { continue }
            }
            let at = coffee.now()
            let files = try await coffee.store.erase(DossierID(order.id), at: at)
            try await coffee.parts.files.remove(files)
            return .erased
        }
        throw StoreError(.engine, "a file moved eight times under its erasure")
    }

    /// Says in the story of a file that it is erased, before its key is destroyed; false where
    /// somebody was quicker.
    private func tell(_ order: DossierErasure, beside: [Stream: Version]) async throws -> Bool {
        let (id, at, parts) = (order.id, coffee.now(), coffee.parts)
        var append = try await coffee.store.read { reader in
            let erased = ErasedAnswers(
                basis: order.basis,
                request: order.request,
                proposer: order.proposer,
                payloads: try reader.payloads(of: DossierID(id))
            )
            var append = Append(at: at, by: order.approver, expecting: beside)
            if let shown = try reader.declaration(id) {
                let stream = Stream(DeclarationStory.kind, id)
                let (state, version) = try reader.state(of: stream, as: DeclarationStory.self)
                let zone = try parts.zone(reader)
                let rule = try parts.keeping(reader).rule(for: .buyerFile, on: zone.day(at))
                append.expecting[stream] = version
                try append.add(
                    DeclarationStory.erase(
                        state,
                        erased,
                        keptUntil: rule.flatMap {
                            $0.isDuty ? $0.lastDay(from: zone.day(shown.at)) : nil
                        },
                        today: zone.day(at)
                    ),
                    to: stream
                )
            } else {
                let stream = Stream(FinancingStory.kind, id)
                let (state, version) = try reader.state(of: stream, as: FinancingStory.self)
                let known = coffee.financing.known(of: id, isWithOfficial: true)
                append.expecting[stream] = version
                try append.add(
                    FinancingStory.decide(state, .erase(erased), known),
                    to: stream
                )
            }
            return append
        }
        append.files = []
        switch try await coffee.store.append(append) {
        case .recorded, .repeated: return true
        case .conflict, .taken, .otherContent: return false
        }
    }
}

extension CoffeeFeature {
    /// What names a record of a grower or of a plot and stays when that record is erased.
    package func staying(of record: OpaqueID, _ reader: Reader) throws -> [Words] {
        let (zone, today) = (try parts.zone(reader), try parts.zone(reader).day(now()))
        let keeping = try parts.keeping(reader)
        var stays: [Words] = []
        let deliveries = try reader.deliveries(naming: record)
        if deliveries > 0 {
            let basis = keeping.rule(for: .books, on: today).map { " (\($0.basis))" } ?? ""
            stays.append(
                Words(
                    "\(deliveries) setoran kopi tetap tercatat dengan berat dan harganya, tanpa nama: itu pembukuan yang membeli\(basis).",
                    "\(deliveries) deliveries of coffee stay with weight and price, without the name: they are the books of whoever bought\(basis)."
                )
            )
        }
        guard let rule = keeping.rule(for: .buyerFile, on: today) else { return stays }
        for made in try reader.declarations(with: record) where made.erased == nil {
            guard let why = rule.mustStay(from: zone.day(made.at), on: today) else { continue }
            let number = made.id.shortNumber
            stays.append(
                Words(
                    "Berkas pembeli \(number) tetap ada. \(why.indonesian)",
                    "The buyer's file \(number) stays. \(why.text(in: .english))"
                )
            )
        }
        return stays
    }
}

extension Reader {
    /// How many deliveries name a grower or a plot; what was undone is left out.
    fileprivate func deliveries(naming record: OpaqueID) throws -> Int {
        try row(
            """
            SELECT COUNT(*) AS n FROM coffee_entries e WHERE e.way = 'delivery' AND e.grams > 0 \
            AND (e.other = \(record) OR e.id IN \
            (SELECT entry FROM coffee_plots WHERE plot = \(record)))
            """
        )?.get("n") ?? 0
    }
}
