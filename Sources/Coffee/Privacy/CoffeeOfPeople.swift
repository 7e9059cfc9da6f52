package import Ledger
import Office
package import Site
package import Stories

/// What coffee keeps of growers, for the feature that answers people about their data: files for
/// buyers and banks, consents, links.
///
/// Growers are records of a register; who they are is asked there, and only their ids come here.
package struct CoffeeOfPeople: DossierKeeper {
    let coffee: CoffeeFeature

    /// The records of growers that a name or a number finds, ended ones too.
    let growers: @Sendable (String, Reader) throws -> [OpaqueID]

    /// So many of one kind are shown for one person.
    private static let most = 50

    package func find(_ mark: String, _ reader: Reader) throws -> [Dossier] {
        var found = try OpaqueID.named(mark).map { try named($0, reader) } ?? []
        for grower in try growers(mark, reader) {
            let permissions = try named(PermissionsOfGrower(of: grower).id, reader)
            found += [permissions].compactMap(\.self).filter { !$0.isErased }
            found += try reader.declarations(with: grower, most: Self.most)
                .map { try dossier($0, reader) }
            found += try reader.financings(of: grower, most: Self.most)
                .map { try dossier($0, reader) }
        }
        return found
    }

    /// The files that people name by their number.
    private func named(_ ids: ClosedRange<OpaqueID>, _ reader: Reader) throws -> [Dossier] {
        try reader.declarations(within: ids, most: Self.most).map { try dossier($0, reader) }
            + reader.financings(within: ids, most: Self.most).map { try dossier($0, reader) }
    }

    package func named(_ id: OpaqueID, _ reader: Reader) throws -> Dossier? {
        if let made = try reader.declaration(id) { return try dossier(made, reader) }
        if let consent = try reader.financing(id) { return try dossier(consent, reader) }
        let permissions = PermissionsOfGrower(named: id)
        return try permissions.everStood(reader) ? dossier(permissions, reader) : nil
    }

    package func content(
        _ id: OpaqueID,
        _ language: Language,
        _ reader: Reader
    ) throws -> DossierContent? {
        guard let dossier = try named(id, reader), !dossier.isErased else { return nil }
        var content = DossierContent(dossier)
        content.recipients = [dossier.service.text(in: language)]
        let lines: [(Words, String)] =
            if let made = try reader.declaration(id) {
                try said(by: made, reader).map { ($0, $1.text(in: language)) }
            } else if try reader.financing(id) != nil {
                try reader.terms(of: id).said.map { ($0, $1.text(in: language)) }
            } else {
                try said(by: PermissionsOfGrower(named: id), reader)
                    .map { ($0, $1.text(in: language)) }
            }
        content.answers = lines.map { DossierContent.Answer($0.text(in: language), $1) }
        return content
    }

    /// What was handed to banks is the grower's alone; a buyer's file is about others, too, so that
    /// nothing of it is copied.
    package func files(_ id: OpaqueID) async throws -> [DossierFile] {
        try await coffee.store.read { reader in
            let stream = Stream(FinancingStory.kind, id)
            let state = try reader.state(of: stream, as: FinancingStory.self).state
            return try state.handovers.compactMap { handover in
                try reader.open(handover.file.id).map {
                    let name = "berkas-bank-\(handover.code.shortNumber).json"
                    return DossierFile(name, type: "application/json", bytes: $0)
                }
            }
        }
    }

    package func pastKeeping(
        _ fate: PastKeeping.Fate,
        _ now: Instant,
        _ most: Int,
        _ reader: Reader
    ) throws -> [PastKeeping] {
        guard fate == .destroyed else { return [] }
        let (zone, keeping) = (try coffee.parts.zone(reader), try coffee.parts.keeping(reader))
        let today = zone.day(now)
        var past: [PastKeeping] = []
        func add(_ dossier: Dossier, _ ended: Instant, _ rule: KeepingOfCoffee.Rule) {
            guard rule.lastDay(from: zone.day(ended)) < today else { return }
            past.append(PastKeeping(dossier, ended: ended, fate: fate, rule: rule.words))
        }
        if let rule = keeping.rule(for: .buyerFile, on: today) {
            for made in try reader.declarations(before: now, most: most) {
                add(try dossier(made, reader), made.at, rule)
            }
        }
        if let rule = keeping.rule(for: .bankFile, on: today) {
            for consent in try reader.financings(endedBefore: now, most: most) {
                add(try dossier(consent, reader), consent.ended, rule)
            }
        }
        return Array(past.sorted { $0.ended < $1.ended }.prefix(most))
    }
}

extension CoffeeFeature {
    package func keptOfPeople(
        growers: @escaping @Sendable (String, Reader) throws -> [OpaqueID]
    ) -> CoffeeOfPeople {
        CoffeeOfPeople(coffee: self, growers: growers)
    }
}

// How each thing is shown to somebody who may know that it is there.

extension CoffeeOfPeople {
    private func today(_ reader: Reader) throws -> (zone: Zone, day: Day) {
        let zone = try coffee.parts.zone(reader)
        return (zone, zone.day(coffee.now()))
    }

    private func dossier(_ made: ShownDeclaration, _ reader: Reader) throws -> Dossier {
        let (zone, day) = try today(reader)
        let rule = try coffee.parts.keeping(reader).rule(for: .buyerFile, on: day)
        let buyer = try coffee.parts.registers.buyers(reader).first { $0.id == made.made.buyer }
        let lot = try reader.lot(made.made.lot)
        let office = try coffee.surroundings.regency(reader).office
        var dossier = Dossier(
            id: made.id,
            number: made.id.shortNumber,
            service: Words(
                "untuk pembeli \(buyer?.name ?? "–")",
                "for the buyer \(buyer?.name ?? "–")"
            ),
            unit: lot.map { office.unit($0.holder)?.name ?? $0.holder.text } ?? "–",
            received: made.at,
            isErased: made.erased != nil
        )
        dossier.kind = .file
        dossier.canBeRestricted = false
        dossier.ended = made.at
        dossier.grounds = [rule?.words].compactMap(\.self)
        dossier.mustStay = rule?.mustStay(from: zone.day(made.at), on: day)
        return dossier
    }

    private func dossier(_ consent: ListedFinancing, _ reader: Reader) throws -> Dossier {
        let now = coffee.now()
        let rule = try coffee.parts.keeping(reader).rule(for: .bankFile, on: today(reader).day)
        let bank = consent.erased == nil ? try reader.terms(of: consent.id).bank : "–"
        var dossier = Dossier(
            id: consent.id,
            number: consent.id.shortNumber,
            service: Words("untuk \(bank)", "for \(bank)"),
            unit: "–",
            received: consent.at,
            isErased: consent.erased != nil
        )
        dossier.kind = .file
        dossier.isByConsent = true
        dossier.isRestricted = !consent.stands(at: now)
        dossier.isWithoutConsent = dossier.isRestricted
        dossier.ended = consent.ended <= now ? consent.ended : nil
        dossier.grounds = [.restsOnConsent] + [rule?.words].compactMap(\.self)
        return dossier
    }

    private func dossier(_ permissions: PermissionsOfGrower, _ reader: Reader) throws -> Dossier {
        let stands = try permissions.stands(at: coffee.now(), reader)
        var dossier = Dossier(
            id: permissions.id,
            number: permissions.id.shortNumber,
            service: .permissionsOfGrower,
            unit: "–",
            received: try permissions.since(reader) ?? coffee.now(),
            isErased: !stands
        )
        dossier.kind = .consent
        dossier.isByConsent = true
        dossier.isRestricted = !stands
        dossier.isWithoutConsent = !stands
        dossier.grounds = [.restsOnConsent]
        return dossier
    }

    private func said(by made: ShownDeclaration, _ reader: Reader) throws -> [(Words, Words)] {
        let lot = try reader.lot(made.made.lot)
        return [
            (.lotCode, Words(lot?.code ?? "–")),
            (.weight, Words(Kilograms.text(made.made.grams, in: .indonesian))),
            (.whatIsInIt, .namesAndPlots),
        ]
    }

    private func said(
        by permissions: PermissionsOfGrower,
        _ reader: Reader
    ) throws -> [(Words, Words)] {
        let buyers = try coffee.parts.registers.buyers(reader)
        let zone = try coffee.parts.zone(reader)
        let consents = try reader.buyers(consentedToBy: permissions.grower).map { id in
            let name = buyers.first { $0.id == id }?.name ?? "–"
            return (Words.mayBeSentTo, Words(name))
        }
        let links = try reader.links(of: permissions.grower, at: coffee.now()).map { link in
            (Words.linkUntil, DateWords.longDate(zone.day(link.until)))
        }
        return consents + links
    }
}

extension FinancingTerms {
    /// What was consented to, line by line.
    fileprivate var said: [(Words, Words)] {
        [(.bank, Words(bank)), (.purposeOfFile, Words(purpose))]
            + parts.sorted { $0.rawValue < $1.rawValue }.map { (.partOfFile, $0.words) }
    }
}
