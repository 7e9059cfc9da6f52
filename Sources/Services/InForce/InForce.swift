package import Blueprints
package import Cases
package import Feel
package import Office
package import Site
package import Stories

/// Everything that is in force at a moment, compiled: the regency, its calendar, its services.
///
/// A value: one request works with one of it from beginning to end.
package struct InForce: Sendable {
    package let regency: RegencyFile
    package let office: OfficeMap
    package let calendar: WorkCalendar

    /// The calendars of units that are closed on days of their own.
    private let calendarsOfUnits: [Code: WorkCalendar]
    package let installation: Installation
    package let villages: Villages

    /// The services that citizens may apply for or read about, in the order of their titles.
    package let services: [PublicService]

    /// The boundaries of the districts as they were published; nil where there are none.
    package let map: [UInt8]?
    /// The services that somebody switched off, for whoever has their address.
    package let off: [SwitchedOff]

    /// Registers, by the blueprint that owns them.
    package let registers: [BlueprintName: [Register]]

    /// How files from elsewhere fill registers, by the blueprint that says so.
    package let imports: [BlueprintName: [ImportMapping]]

    /// Every version of every service that was ever published: a case stays on its own.
    private let versions: [String: PublicService]

    /// The version of each blueprint that is in force.
    private let editions: [BlueprintName: String]

    private let oldVersions: OldVersions
    private let origins: VersionOrigins

    /// The newest edition that is taken in here.
    package let seq: Int64

    package init(_ parts: Parts) {
        regency = parts.regency
        office = parts.regency.office
        calendar = parts.calendar
        calendarsOfUnits = parts.calendarsOfUnits
        installation = parts.installation
        villages = parts.villages
        services = parts.services.sorted { $0.title.indonesian < $1.title.indonesian }
        map = parts.map
        registers = parts.registers
        imports = parts.imports
        off = parts.off
        versions = parts.versions
        editions = parts.editions
        oldVersions = parts.oldVersions
        origins = parts.origins
        seq = parts.seq
    }

    /// What it is put together from.
    package struct Parts: Sendable {
        package var regency: RegencyFile
        package var calendar: WorkCalendar
        package var calendarsOfUnits: [Code: WorkCalendar] = [:]
        package var installation: Installation
        package var villages: Villages
        package var map: [UInt8]?
        package var services: [PublicService] = []
        package var off: [SwitchedOff] = []
        package var registers: [BlueprintName: [Register]] = [:]
        package var imports: [BlueprintName: [ImportMapping]] = [:]
        package var versions: [String: PublicService] = [:]
        package var editions: [BlueprintName: String] = [:]
        package var oldVersions = OldVersions()
        package var origins = VersionOrigins()
        package var seq: Int64 = 0
    }

    /// A service that is not offered now, and why.
    package struct SwitchedOff: Sendable {
        package let service: PublicService
        package let reason: String?
    }

    package var zone: Zone { calendar.zone }

    /// The calendar by which each unit counts.
    package var calendars: UnitCalendars {
        let (calendar, ofUnits) = (calendar, calendarsOfUnits)
        return UnitCalendars { unit in ofUnits[unit] ?? calendar }
    }

    /// The service of that name that may be applied for now.
    package func service(_ id: String) -> PublicService? { services.first { $0.id.text == id } }

    /// The version of a service with that digest, in force or not.
    package func version(_ digest: String) -> PublicService? { versions[digest] }

    /// Whether a form that was begun under a version may still be sent under it.
    package func accepts(_ digest: String, at now: Instant) -> Bool {
        oldVersions.accepts(digest, at: now)
    }

    /// The version under which a service's blueprint was published: `1.0.0`.
    package func edition(of service: PublicService) -> String {
        editions[service.blueprint].map { String($0.prefix { $0 != "+" }) } ?? ""
    }

    /// Where a version of a service comes from; nil where it was never published here.
    package func origin(of digest: String) -> VersionOrigin? { origins[digest] }

    /// What the publisher declared for cases that go from one version to another.
    package func declared(from old: String, to new: String) -> RenamesOfVersion? {
        origins.declared(from: old, to: new)
    }

    /// The unit that answers for a service, for a village where it has many.
    package func owner(of service: PublicService, in village: String?) -> OfficeUnit? {
        office.unit(called: service.owner.text, for: village.flatMap { Code($0) })
    }

    /// The units that a service names, as they are bound for a case of this owner and village.
    package func units(for service: PublicService, in village: String?) -> [ID: Code] {
        let place = village.flatMap { Code($0) }
        var names = Set(service.steps.compactMap(\.unit) + service.steps.flatMap(\.consult))
        names.insert(service.owner)
        var units: [ID: Code] = [:]
        for name in names { units[name] = office.unit(called: name.text, for: place)?.id }
        return units
    }

    /// The units of the steps that name a village of their own, where the answers say which.
    package func unitsOfSteps(
        of service: PublicService,
        answers: [String: FeelValue]
    ) -> [ID: Code] {
        var units: [ID: Code] = [:]
        for step in service.steps {
            guard let at = step.at, let village = answers[at.text]?.text.flatMap({ Code($0) })
            else { continue }
            let name = step.unit ?? service.owner
            units[step.id] = office.unit(called: name.text, for: village)?.id
        }
        return units
    }
}
