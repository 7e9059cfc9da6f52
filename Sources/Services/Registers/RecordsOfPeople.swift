import Blueprints
import Cases
import Feel
package import Ledger
import Office
package import Registers
package import Site
package import Stories

/// The records of registers that no case brought there, for the feature that answers people about
/// their data: entered by hand, or from a file.
///
/// What a case wrote is told, corrected and erased with its case; once ended it is in the plan of
/// keeping here, as all records are.
package struct RecordsOfPeople: DossierKeeper {
    let services: ServicesFeature

    /// What names a record elsewhere and goes on being there when the record is erased.
    let staying: @Sendable (OpaqueID, Reader) throws -> [Site.Words]

    /// So many are shown at once; whoever has more is found by number.
    private static let most = 50

    package func find(_ mark: String, _ reader: Reader) throws -> [Dossier] {
        let numbered = try OpaqueID.named(mark).map {
            try reader.records(within: $0, limit: Self.most)
        }
        let found = try records(foundBy: mark, reader).filter { $0.source.kind != CaseStory.kind }
        return try ((numbered ?? []) + found).compactMap { try dossier($0, reader) }
    }

    /// The records that may be about a person, whatever brought them, ended ones too.
    package func records(foundBy mark: String, _ reader: Reader) throws -> [StandingRecord] {
        let person = PersonLookedFor(mark)
        var found: [StandingRecord] = []
        for (blueprint, registers) in try services.keeper.current(reader).registers {
            for register in registers where register.namesPeople {
                guard let code = Code("\(blueprint)/\(register.id)") else { continue }
                found += try reader.records(in: code, findableBy: mark, limit: Self.most)
                guard person.isWorthOpening else { continue }
                found += try reader.records(in: code, limit: Self.most) { content in
                    register.fields.contains { person.isNamed(in: content, at: $0) }
                }
            }
        }
        var seen: Set<OpaqueID> = []
        return found.filter { seen.insert($0.id).inserted }
            .sorted { ($0.entered, $0.id) > ($1.entered, $1.id) }.prefix(Self.most).map(\.self)
    }

    package func named(_ id: OpaqueID, _ reader: Reader) throws -> Dossier? {
        try reader.record(id).flatMap { try dossier($0, reader) }
    }

    private func dossier(_ record: StandingRecord, _ reader: Reader) throws -> Dossier? {
        let force = try services.keeper.current(reader)
        let found = force.register(record.register)
        let units = found.map { force.owners(of: $0.blueprint).map(\.name) } ?? []
        var dossier = Dossier(
            id: record.id,
            number: record.id.shortNumber,
            service: found.map { Site.Words($0.register.title) }
                ?? Site.Words(record.register.text),
            unit: units.isEmpty ? "–" : units.joined(separator: ", "),
            received: record.entered,
            isErased: record.content == nil
        )
        dossier.kind = .record
        dossier.canBeRestricted = false
        dossier.ended = record.ended
        dossier.isByConsent = found?.register.keeping.basis == .consent
        dossier.grounds = found?.register.keeping.grounds ?? []
        dossier.stays = try staying(record.id, reader)
        return dossier
    }

    package func content(
        _ id: OpaqueID,
        _ language: Language,
        _ reader: Reader
    ) throws -> DossierContent? {
        guard let record = try reader.record(id), let said = record.content,
            let dossier = try dossier(record, reader)
        else { return nil }
        let force = try services.keeper.current(reader)
        let fields = force.register(record.register)?.register.fields ?? []
        var content = DossierContent(dossier)
        content.answers = fields.compactMap { field in
            said[field.id].map { value in
                DossierContent.Answer(
                    Site.Words(field.ask).text(in: language),
                    field.text(of: value, in: language.ofFiles) { force.villages.fullName(of: $0) }
                )
            }
        }
        // What the register does not ask any more is still kept, and still the person's.
        let asked = Set(fields.map(\.id))
        content.answers += said.values.filter { !asked.contains($0.key) }
            .sorted { $0.key.text < $1.key.text }
            .map { DossierContent.Answer($0.key.inWords, $0.value.text()) }
        content.answers.removeAll { $0.answer.isEmpty }
        content.history = try reader.moments(of: record).reversed().map { moment in
            DossierContent.Moment(
                at: moment.at,
                who: moment.by ?? Site.Words("Sistem", "The system").text(in: language),
                what: ([moment.what.text(in: language)] + [moment.from].compactMap(\.self))
                    .joined(separator: " "),
                words: [moment.reason].compactMap(\.self)
            )
        }
        content.recipients = dossier.unit == "–" ? [] : [dossier.unit]
        return content
    }

    package func pastKeeping(
        _ fate: PastKeeping.Fate,
        _ now: Instant,
        _ most: Int,
        _ reader: Reader
    ) throws -> [PastKeeping] {
        let force = try services.keeper.current(reader)
        var found: [PastKeeping] = []
        for (blueprint, registers) in force.registers {
            for register in registers {
                guard let keep = register.keeping.keep, register.keeping.fate?.then == fate,
                    let code = Code("\(blueprint)/\(register.id)"),
                    let rule = register.keeping.rule
                else { continue }
                let last = force.zone.day(now).before(months: keep.months)
                let records = try reader.records(
                    in: code,
                    endedBefore: force.zone.instant(last, minute: 0),
                    limit: most
                )
                for record in records {
                    guard let ended = record.ended, let dossier = try dossier(record, reader) else {
                        continue
                    }
                    found.append(PastKeeping(dossier, ended: ended, fate: fate, rule: rule))
                }
            }
        }
        return Array(found.sorted { $0.ended < $1.ended }.prefix(most))
    }
}

extension ServicesFeature {
    /// The records of registers; `staying` says what other features keep of deeds that name one.
    package func recordsOfPeople(
        staying: @escaping @Sendable (OpaqueID, Reader) throws -> [Site.Words] = { _, _ in [] }
    ) -> RecordsOfPeople {
        RecordsOfPeople(services: self, staying: staying)
    }
}

extension InForce {
    /// The register that a record belongs to; nil where it is in force no more.
    func register(_ code: Code) -> (blueprint: BlueprintName, register: Register)? {
        for (blueprint, registers) in registers {
            if let found = registers.first(where: { Code("\(blueprint)/\($0.id)") == code }) {
                return (blueprint, found)
            }
        }
        return nil
    }
}

extension Register {
    /// Whether its records may be about people.
    var namesPeople: Bool { fields.contains { $0.type.namesPerson } }
}

extension KeepingOfRecords {
    /// How long and what then, as one sentence; nil where nobody has said.
    var rule: Site.Words? {
        guard let keep, let fate else { return nil }
        return keep.sentence(
            since: Site.Words("sejak catatan diakhiri", "after the record ended"),
            then: fate
        )
    }

    /// Why it is kept and for how long, as far as the register says so.
    var grounds: [Site.Words] {
        [basis?.words, rule].compactMap(\.self) + rules.map { Site.Words($0) }
    }
}
