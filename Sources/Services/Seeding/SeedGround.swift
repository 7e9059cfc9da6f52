import Blueprints
import Cases
import Feel
import Ledger
import Office
package import Stories

/// What invented lives are lived on: the services, the offices and who sits in them.
///
/// One object, because every move of every life looks at it.
final class SeedGround: Sendable {
    let force: InForce
    let desk: CaseDesk
    let seed: UInt64
    let from: Day
    let until: Instant
    let hasScans: Bool
    let lives: SeedPlan.Lives
    let districts: [String]
    let officials: [Duties.Holding: [Duties]]

    /// What the officials are called.
    let names: [Actor: String]

    /// The services that can be applied for, each as often as its weight says.
    let services: [Offered]

    /// A service with what it is filled in with.
    struct Offered: Sendable {
        let service: PublicService
        let weight: Double

        /// Villages whose offices are there, where the service needs them; else all.
        let villages: [String]
    }

    let calendars: UnitCalendars

    init(
        _ force: InForce,
        desk: CaseDesk,
        plan: SeedPlan,
        officials: [Duties],
        names: [Actor: String]
    ) {
        self.force = force
        self.names = names
        self.desk = desk
        let calendar = force.calendar
        calendars = UnitCalendars { _ in calendar }
        seed = plan.seed
        from = plan.from
        until = plan.until
        hasScans = plan.hasScans
        lives = plan.lives
        let own = force.villages.codes(in: force.regency.code)
        let districts = Set(own.map { $0.filter { $0 != "." }.prefix(6) }).map(String.init)
            .sorted()
        self.districts = districts
        var holders: [Duties.Holding: [Duties]] = [:]
        for duties in officials {
            for holding in duties.holds { holders[holding, default: []].append(duties) }
        }
        self.officials = holders
        services = force.services.filter { $0.elsewhere == nil && !$0.steps.isEmpty }
            .sorted { $0.id < $1.id }
            .map { service in
                let isLocal = service.at != nil || service.steps.contains { $0.at != nil }
                let staffed = (isLocal ? own : Array(own.prefix(1))).filter { code in
                    Self.isStaffed(service, in: code, of: force)
                }
                return Offered(
                    service: service,
                    weight: service.at != nil ? 3 : 1,
                    villages: isLocal || staffed.isEmpty ? staffed : own
                )
            }
            .filter { !$0.villages.isEmpty && $0.canBeFilledIn(plan, districts) }
    }

    /// Whether each step of a case from there has a unit with a post for it.
    private static func isStaffed(
        _ service: PublicService,
        in village: String,
        of force: InForce
    ) -> Bool {
        let units = force.units(for: service, in: village)
        guard let owner = units[service.owner] else { return false }
        return service.steps.allSatisfy { step in
            let name = (step.unit ?? service.owner).text
            let local = force.office.unit(called: name, for: Code(village))?.id
            let unit = step.at == nil ? step.unit.flatMap { units[$0] } ?? owner : local
            guard let unit else { return false }
            return !force.office.posts(with: step.by.text, in: unit).isEmpty
        }
    }

    func offered(_ numbers: inout SeededNumbers) -> Offered {
        var left = numbers.share() * services.reduce(0) { $0 + $1.weight }
        for offered in services {
            left -= offered.weight
            if left < 0 { return offered }
        }
        return services[services.count - 1]
    }

    /// Somebody with a duty in a unit; nobody where the post is not filled.
    func official(_ duty: Code, in unit: Code, _ numbers: inout SeededNumbers) -> Duties? {
        guard let holders = officials[Duties.Holding(duty, in: unit)], !holders.isEmpty
        else { return nil }
        return numbers.pick(holders)
    }

    /// In whose register the letters of a service are numbered: one lane of time for each.
    func lane(of service: PublicService, owner: Code, at villages: [ID: Code]) -> Code {
        let numbering = service.steps.first { $0.actions.contains { $0.letter != nil } }
        guard let step = numbering else { return owner }
        if let unit = villages[step.id] { return unit }
        guard let name = step.unit else { return owner }
        return force.office.unit(called: name.text, for: nil)?.id ?? owner
    }
}

/// How much is invented, and over which time.
package struct SeedPlan: Hashable, Sendable {
    package let cases: Int
    package let from: Day
    package let until: Instant
    package let seed: UInt64

    /// Whether signed letters have their scan: some 20 KB on the disk each.
    package let hasScans: Bool

    package let lives: Lives

    /// How much happens to an invented case.
    package enum Lives: Hashable, Sendable {
        /// As in an office's years: asked for more, late, refused, signed, surveyed.
        case full

        /// Sent by somebody of one name who says no more than must be said, and ended within the
        /// hour where it arrived, mostly by themselves: for records of so many cases that full ones
        /// would fill the disk.
        case slim
    }

    package init(
        cases: Int,
        from: Day,
        until: Instant,
        seed: UInt64,
        hasScans: Bool = false,
        lives: Lives = .full
    ) {
        self.hasScans = hasScans
        self.lives = lives
        self.cases = cases
        self.from = from
        self.until = until
        self.seed = seed
    }
}

extension SeedGround.Offered {
    /// Whether anybody who types at random ever gets through the form.
    fileprivate func canBeFilledIn(_ plan: SeedPlan, _ districts: [String]) -> Bool {
        let form = InventedAnswers(
            service: service,
            villages: villages,
            districts: districts,
            day: plan.from
        )
        var numbers = SeededNumbers(plan.seed ^ 0xF111)
        return form.draw(&numbers) != nil
    }
}
