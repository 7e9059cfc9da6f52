import Blueprints
import Cases
import Feel
import Office
import Stories

/// The units and the official that an example needs, whether or not the regency has them.
///
/// An example belongs to its blueprint and must run wherever that is tried: a unit that nobody
/// is bound to is played by a stand-in, and one invented official holds every duty everywhere.
struct ExampleOffice {
    private let map: OfficeMap
    private let service: PublicService

    init(map: OfficeMap, service: PublicService) {
        self.map = map
        self.service = service
    }

    /// The unit that plays each name of the service for a case about this village.
    func units(for village: Code?) throws(ExampleComplaint) -> [ID: Code] {
        var names = Set(service.steps.compactMap(\.unit) + service.steps.flatMap(\.consult))
        names.insert(service.owner)
        var units: [ID: Code] = [:]
        for name in names {
            guard let unit = map.unit(called: name.text, for: village)?.id ?? Code(name.text)
            else { throw ExampleComplaint("Nama unit \"\(name)\" tidak bisa dipakai.") }
            units[name] = unit
        }
        return units
    }

    /// The unit of each step that names a village of its own, as far as it was answered.
    func unitsOfSteps(_ answers: [String: FeelValue]) -> [ID: Code] {
        var units: [ID: Code] = [:]
        for step in service.steps {
            guard let at = step.at, let village = answers[at.text]?.text.flatMap({ Code($0) })
            else { continue }
            let name = (step.unit ?? service.owner).text
            units[step.id] = map.unit(called: name, for: village)?.id ?? Code(name)
        }
        return units
    }

    /// An official with every duty that the service names, in all these units.
    func official(of units: some Collection<Code>) -> Duties {
        let duties =
            service.steps.map(\.by) + service.steps.compactMap(\.late)
            + service.letters.values.map(\.signer)
        let holds = units.flatMap { unit in
            duties.compactMap { duty in Code(duty.text).map { Duties.Holding($0, in: unit) } }
        }
        return Duties(Actor(OpaqueID(high: 0xE, low: 1)), holds: Set(holds))
    }

    /// How a unit is written in numbers of letters.
    func code(of unit: Code) -> String {
        map.unit(unit)?.code ?? unit.text.uppercased()
    }
}
