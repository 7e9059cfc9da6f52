import Ledger
import Office
import Site
import Stories

/// Puts together what a leader sees, from the counts.
struct OverviewDesk: Sendable {
    let store: RecordStore
    let sources: PortfolioSources
    let now: @Sendable () -> Instant

    /// As many overdue cases as the first page shows.
    static let overdueShown = 6

    func overview(_ asked: Asked, _ official: SignedIn) async throws -> Overview {
        let scope = try Sight(official.standing).scope(
            unit: asked.unit,
            service: asked.service,
            district: asked.district
        )
        let isCaughtUp = try await store.lags().first { $0.view == "portfolio" }?.behind == 0
        let moment = now()
        return try await store.read { reader in
            let regency = try sources.surroundings.regency(reader)
            let names = try names(asked, official.standing, regency, reader)
            let zone = regency.installation.zone
            let query = CountQuery(reader, scope)
            let counted = isCaughtUp ? moment : try query.freshness() ?? moment
            var overview = Overview(
                scope: names,
                today: zone.day(moment),
                countedUntil: Words(
                    DateWords.clock(minute: zone.wall(counted).minute, in: .indonesian),
                    DateWords.clock(minute: zone.wall(counted).minute, in: .english)
                ),
                month: Month(of: zone.day(moment)),
                target: try sources.target(reader)?.on(zone.day(moment))
            )
            try fill(&overview, query, regency, reader)
            overview.toSign = try query.toSign(
                official.standing.seats.map { ($0.unit.id, Array($0.post.duties).sorted()) }
            )
            if names.isWhole, official.standing.isLeader {
                overview.waiting = try sources.waiting(overview.today, reader)
            }
            overview.satisfaction =
                try asked.district == nil
                ? sources.satisfaction(reader, scope.units, scope.service, overview.today) : nil
            overview.shapes = try sources.shapes(reader)
            return overview
        }
    }

    /// What an address asks about.
    struct Asked: Sendable {
        var unit: Code?
        var service: Code?
        var district: Code?
    }

    /// The names of what is asked about; refused where there is no such thing.
    func names(
        _ asked: Asked,
        _ standing: Standing,
        _ regency: RegencyNow,
        _ reader: Reader
    ) throws -> ScopeNames {
        let own = try Sight(standing).units
        var names = ScopeNames(
            whole: own.map { units in
                Words(
                    units.map { regency.office.unit($0)?.name ?? $0.text }.joined(separator: ", ")
                )
            } ?? Words(regency.installation.regency)
        )
        if let code = asked.unit {
            guard let unit = regency.office.unit(code) else { throw PortfolioRefusal.noSuchPage }
            names.unit = PortfolioSources.Named(code, Words(unit.name))
        }
        if let code = asked.service {
            guard let title = regency.service(code) else { throw PortfolioRefusal.noSuchPage }
            names.service = PortfolioSources.Named(code, title)
        }
        if let code = asked.district {
            names.district = try sources.districts(reader).first { $0.code == code }
            guard names.district != nil else { throw PortfolioRefusal.noSuchPage }
        }
        return names
    }

    private func fill(
        _ overview: inout Overview,
        _ query: CountQuery,
        _ regency: RegencyNow,
        _ reader: Reader
    ) throws {
        let month = overview.month
        let week = Week(of: overview.today)
        let weeks = (0..<13).reversed().map { week.back($0) }
        let totals = try query.totals(
            [month.text, month.back(1).text, month.aYearBefore.text, "kini"] + weeks.map(\.text)
        )
        func of(_ period: String) -> Counts { totals[period] ?? Counts() }
        overview.thisMonth = of(month.text)
        overview.lastMonth = of(month.back(1).text)
        overview.lastYear = of(month.aYearBefore.text)
        overview.now = of("kini")
        overview.weeks = weeks.map { ($0, of($0.text)) }
        overview.thisWeek = of(week.text)
        overview.lastWeek = of(week.back(1).text)
        overview.overdue = try overdue(query, regency, reader)
        let fixed: [Axis: Bool] = [
            .unit: overview.scope.unit != nil, .service: overview.scope.service != nil,
            .district: overview.scope.district != nil,
        ]
        for axis in Axis.allCases where fixed[axis] == false {
            overview.parts[axis] = try parts(axis, month, query, regency, reader)
        }
    }

    private func overdue(
        _ query: CountQuery,
        _ regency: RegencyNow,
        _ reader: Reader
    ) throws -> [Overview.OverdueLine] {
        let calendar = try sources.calendar(reader)
        let moment = now()
        let month = Month(of: calendar.zone.day(moment))
        return try query.cases(.overdue, .month(month), limit: Self.overdueShown)
            .prefix(Self.overdueShown)
            .map { found in
                Overview.OverdueLine(
                    number: found.number,
                    unit: regency.name(of: found.unit),
                    service: regency.service(found.service) ?? Words(found.service.text),
                    days: found.daysOver(calendar, at: moment)
                )
            }
    }

    /// Every part that anything was counted of, and every district: none is missing on a map.
    func parts(
        _ axis: Axis,
        _ month: Month,
        _ query: CountQuery,
        _ regency: RegencyNow,
        _ reader: Reader
    ) throws -> [Overview.Part] {
        let (ofMonth, now) = (
            try query.parts(month.text, by: axis), try query.parts("kini", by: axis)
        )
        let districts = axis == .district ? try sources.districts(reader) : []
        let known = Set(districts.map(\.code.text))
        let found = Set(ofMonth.keys).union(now.filter { $0.value != Counts() }.keys)
        let parts = found.union(known).map { name -> Overview.Part in
            let code = Code(name)
            let words: Words =
                switch axis {
                case .unit: code.map { regency.name(of: $0) } ?? Words(name)
                case .service: code.flatMap { regency.service($0) } ?? Words(name)
                case .district:
                    districts.first { $0.code.text == name }?.name
                        ?? (name == "-" ? .noDistrict : Words(name))
                }
            return Overview.Part(
                code: axis == .district && !known.contains(name) ? nil : code,
                name: words,
                month: ofMonth[name] ?? Counts(),
                now: now[name] ?? Counts()
            )
        }
        // Those furthest from the target first: a leader has half a minute.
        return parts.sorted { one, other in
            let (first, second) = (one.urgency, other.urgency)
            return first != second ? first < second : one.name.indonesian < other.name.indonesian
        }
    }
}

extension Overview.Part {
    /// What is worse comes first; parts of which nothing can be said come last.
    fileprivate var urgency: Int { month.onTimePercent() ?? 101 + (month == Counts() ? 1 : 0) }
}

extension RegencyNow {
    func name(of unit: Code) -> Words { Words(office.unit(unit)?.name ?? unit.text) }
}

extension CountedCase {
    /// How many days it is beyond its promise, in the days that the promise counts.
    func daysOver(_ calendar: WorkCalendar, at moment: Instant) -> Int {
        let last = calendar.zone.day(Instant(milliseconds: dueEnd.milliseconds - 1))
        let today = calendar.zone.day(moment)
        let days =
            counts == .days
            ? today.number - last.number : calendar.workingDays(after: last, through: today)
        return max(1, days)
    }
}
