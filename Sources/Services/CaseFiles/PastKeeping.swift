import Blueprints
import Ledger
import Office
import Site
import Stories

extension ServicesFeature {
    /// The cases that are past the time of their services, and share one fate.
    func pastKeeping(
        _ fate: PastKeeping.Fate,
        _ now: Instant,
        _ most: Int,
        _ reader: Reader
    ) throws -> [PastKeeping] {
        let force = try keeper.current(reader)
        var found: [PastKeeping] = []
        for service in force.services {
            guard let data = service.personalData, data.fate.then == fate else { continue }
            let last = force.zone.day(now).before(months: data.keep.months)
            let rows = try reader.rows(
                """
                SELECT id, ended FROM cases WHERE service = \(service.id.text) \
                AND ended IS NOT NULL AND erased IS NULL \
                AND ended < \(force.zone.instant(last, minute: 0)) \
                ORDER BY ended, id LIMIT \(most)
                """
            )
            for row in rows {
                guard let dossier = try casesOfPeople.named(try row.id("id"), reader) else {
                    continue
                }
                found.append(
                    PastKeeping(
                        dossier,
                        ended: try row.get("ended"),
                        fate: fate,
                        rule: data.keeping
                    )
                )
            }
        }
        return Array(found.sorted { $0.ended < $1.ended }.prefix(most))
    }
}

extension PersonalData.Fate {
    /// The same, as the list of what is past its time names it.
    var then: PastKeeping.Fate {
        switch self {
        case .destroyed: .destroyed
        case .permanent: .permanent
        case .reviewed: .reviewed
        }
    }
}

extension Day {
    /// So many months earlier; the last day of a month where that one is shorter.
    func before(months: Int) -> Day {
        let (year, month, day) = parts
        let count = year * 12 + (month - 1) - months
        let (earlier, place) = (count / 12, count % 12 + 1)
        for number in stride(from: day, through: 28, by: -1) {
            if let found = Day(year: earlier, month: place, day: number) { return found }
        }
        return Day(year: earlier, month: place, day: min(day, 28)) ?? self
    }
}
