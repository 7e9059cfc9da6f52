import Blueprints
import Cases
import Crypto
package import Ledger
import Office
import Site
package import Stories
import Synchronization

/// Keeps what is in force compiled, and notices when something newer was published.
///
/// Each request asks the record for the newest edition in its own query, so every node serves
/// the same; compiling happens only after a publication.
package final class InForceKeeper: Sendable {
    private let base: PublicBase
    private let isPractice: Bool
    private let held = Mutex<InForce?>(nil)
    private let compiled = CompiledEditions()
    private let making = Mutex(())

    /// `here` is where the site listens, `named` the address that the command line names.
    ///
    /// - Parameter isPractice: whether this is a copy to practise with; every page then says so.
    package init(base here: String, named: String? = nil, isPractice: Bool = false) {
        self.isPractice = isPractice
        base = PublicBase(here: here, named: named, isPractice: isPractice)
    }

    /// What was in force when last asked, for a page that says that the record cannot be read.
    package var latest: InForce? { held.withLock { $0 } }

    /// What is in force in this reader's state of the record.
    package func current(_ reader: Reader) throws -> InForce {
        let row = try reader.row("SELECT coalesce(max(seq), 0) AS seq FROM in_force")
        let newest = max(try row?.int("seq") ?? 0, try reader.calendarMark())
        if let known = known(newest) { return known }
        // One makes it and the others wait: after a start or a publication all come at once.
        return try making.withLock { _ in
            if let known = known(newest) { return known }
            let made = try make(reader, newest: newest)
            held.withLock { $0 = made }
            return made
        }
    }

    /// What is held, if it is of this edition.
    private func known(_ newest: Int64) -> InForce? {
        held.withLock { $0 }.flatMap { $0.seq == newest && newest > 0 ? $0 : nil }
    }

    /// The calendars as they would be with other decrees and declarations.
    func calendars(with changed: RecordedCalendar, _ reader: Reader) throws -> UnitCalendars {
        let editions = try reader.editions()
        guard let regency = editions.last(where: { $0.name == Self.regencyName }) else {
            throw OfficeRefusal.notPublished
        }
        let parts = try Self.regency(reader.archive(of: regency), changed, base: base)
        return InForce(parts).calendars
    }

    private func make(_ reader: Reader, newest: Int64) throws -> InForce {
        let editions = try reader.editions()
        guard let regency = editions.last(where: { $0.name == Self.regencyName }) else {
            throw OfficeRefusal.notPublished
        }
        var parts = try Self.regency(
            reader.archive(of: regency),
            try reader.recordedCalendar(),
            base: base
        )
        parts.installation.isPractice = isPractice
        parts.seq = newest
        let off = try reader.servicesOff()
        let reasons = try reader.reasonsOff()
        var current: [Code: Blueprint] = [:]
        let published = editions.filter { $0.name != Self.regencyName }
        let blueprints = try compiled.blueprints(of: published, reader)
        for edition in published {
            guard let blueprint = blueprints[edition.content] else { continue }
            current[edition.name] = blueprint
            parts.editions[blueprint.name] = edition.version.text
            parts.oldVersions.publish(blueprint, at: edition.at)
            parts.origins.publish(blueprint, as: edition)
            for service in blueprint.services { parts.versions[service.digest] = service }
        }
        for blueprint in current.values {
            parts.off += blueprint.services.compactMap { service in
                guard let id = Code(service.id.text), off.contains(id) else { return nil }
                return InForce.SwitchedOff(service: service, reason: reasons[id])
            }
            parts.services += blueprint.services.filter { service in
                Code(service.id.text).map { !off.contains($0) } ?? false
            }
            .map { service in
                guard let needed = service.connection,
                    !parts.regency.connections.contains(needed)
                else { return service }
                return service.closed()
            }
            parts.registers[blueprint.name] = blueprint.registers
            parts.imports[blueprint.name] = blueprint.imports
        }
        return InForce(parts)
    }

    /// The name under which the regency itself is published.
    package static let regencyName: Code = "regency"

    /// The regency as published, with what was decreed and declared since.
    static func regency(
        _ archive: FolderArchive,
        _ recorded: RecordedCalendar,
        base: PublicBase
    ) throws -> InForce.Parts {
        let files = archive.files.map { SourceFile(path: $0.path, bytes: $0.bytes) }
        guard let file = files.first(where: { $0.path == "regency.yaml" }),
            let regency = readRegency(file).0
        else { throw StoreError(.damaged, "the published regency.yaml cannot be read") }
        func text(_ path: String?) -> String? {
            files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
        }
        let csv = text(regency.calendar.file)
        var parts = InForce.Parts(
            regency: regency,
            calendar: try regency.workCalendar(csv: csv, with: recorded),
            installation: regency.installation(
                base: base.address(of: regency),
                look: RegencyLook(
                    regency.theme,
                    drawing: files.first { $0.path == regency.theme.crest?.text }?.bytes
                )
            ),
            villages: Villages(csv: text("wilayah.csv") ?? ""),
            map: regency.map.flatMap { named in files.first { $0.path == named }?.bytes }
        )
        for unit in Set(recorded.closures.compactMap(\.unit)) {
            parts.calendarsOfUnits[unit] = try regency.workCalendar(
                csv: csv,
                with: recorded,
                for: unit
            )
        }
        return parts
    }
}
