import Blueprints
import Ledger
import Office
import Site
import Stories

/// A view that somebody keeps: filters over one of the views of the house.
///
/// It has no name that somebody typed, so nothing personal can stand in it: its name says what it
/// shows. The address of the list it leads to can be sent on; each reader sees their own cases.
struct KeptView: Sendable {
    let id: OpaqueID
    let official: OpaqueID

    /// For a unit, not only for whoever made it.
    let unit: Code?
    let view: InboxView
    let filter: InboxFilter

    var address: Address { Address("/kerja/kotak").with("tampilan", id.description) }

    /// What it shows: "Lewat waktu · Surat keterangan usaha · Kecamatan Muara Enim".
    func words(_ official: WorkingOfficial) -> Words {
        let force = official.force
        var parts = [view.words]
        if let service = filter.service {
            parts.append(force.service(service).map { Words($0.title) } ?? Words(service))
        }
        if let region = filter.region {
            parts.append(Words(force.villages.regionName(of: region) ?? region))
        }
        if let step = filter.step {
            let found = force.services.flatMap(\.steps).first { $0.id.text == step }
            parts.append(found.map { Words($0.title) } ?? Words(step))
        }
        if let from = filter.from {
            let day = DateWords.date(from, in: .indonesian)
            parts.append(Words("dari \(day)", "from \(DateWords.date(from, in: .english))"))
        }
        if let until = filter.until {
            let day = DateWords.date(until, in: .indonesian)
            parts.append(Words("sampai \(day)", "until \(DateWords.date(until, in: .english))"))
        }
        switch filter.officer {
        case .nobody: parts.append(.untaken)
        case .one(let id): parts.append(id == official.id ? .mineView : .ofOneOfficer)
        case nil: break
        }
        return Words(
            parts.map(\.indonesian).joined(separator: " · "),
            parts.map { $0.text(in: .english) }.joined(separator: " · ")
        )
    }

    /// Why it may show less than was meant; nil where all of it still means something.
    func doubt(_ official: WorkingOfficial) -> Words? {
        let force = official.force
        if let unit {
            guard force.office.unit(unit) != nil else { return .keptUnitGone }
            guard official.standing.units.contains(unit) else { return .keptUnitNotYours }
        }
        return filter.isMeaningful(in: force) ? nil : .keptFilterGone
    }
}

extension InboxFilter {
    /// Whether all that it names is there.
    func isMeaningful(in force: InForce) -> Bool {
        let knowsService = service.map { force.service($0) != nil } ?? true
        let knowsRegion = region.map { force.villages.name(of: $0) != nil } ?? true
        let knowsStep =
            step.map { id in force.services.flatMap(\.steps).contains { $0.id.text == id } } ?? true
        return knowsService && knowsRegion && knowsStep && unknown.isEmpty
    }

    /// As it is kept: codes and days, and nothing that a person wrote.
    var text: String {
        values.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    init(text: String) {
        let pairs = text.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        self.init { name in
            pairs.first { $0.count == 2 && $0[0] == name }.map { String($0[1]) }
        }
    }
}

/// The table of kept views: operations, no history.
enum KeptViews {
    static let tables = [
        """
        CREATE TABLE IF NOT EXISTS kept_views (id BLOB PRIMARY KEY, official BLOB NOT NULL, \
        unit TEXT, view TEXT NOT NULL, filter TEXT NOT NULL, made BIGINT NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS kept_views_of_official ON kept_views (official)",
        "CREATE INDEX IF NOT EXISTS kept_views_of_unit ON kept_views (unit)",
    ]

    /// So many views one official keeps.
    static let most = 30

    /// The official's own and those of their units, the oldest first.
    static func list(for official: WorkingOfficial, _ reader: Reader) throws -> [KeptView] {
        let units = official.standing.units.sorted()
        let rows = try reader.rows(
            """
            SELECT id, official, unit, view, filter FROM kept_views \
            WHERE official = \(official.id) OR unit IN (\(each: units)) ORDER BY made, id LIMIT 100
            """
        )
        return try rows.map { row in
            let unit: String? = try row.find("unit")
            return KeptView(
                id: try row.id("id"),
                official: try row.id("official"),
                unit: unit.flatMap { Code($0) },
                // A view of the house that is no more is read as the unit's, with its filters.
                view: InboxView(rawValue: try row.text("view")) ?? .unit,
                filter: InboxFilter(text: try row.text("filter"))
            )
        }
    }

    static func keep(_ view: KeptView, at now: Instant) -> SQL {
        """
        INSERT INTO kept_views (id, official, unit, view, filter, made) VALUES \
        (\(view.id), \(view.official), \(view.unit), \(view.view.rawValue), \
        \(view.filter.text), \(now))
        """
    }
}
