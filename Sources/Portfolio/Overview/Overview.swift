package import Site
package import Stories

/// Everything that the page of a leader shows, as a value.
package struct Overview: Sendable {
    package var scope: ScopeNames
    package var today: Day

    /// The clock up to which everything is counted.
    package var countedUntil: Words
    package var toSign = 0

    /// What waits elsewhere, each with its page.
    package var waiting: [WaitingWork] = []
    package var month: Month
    package var thisMonth = Counts()
    package var lastMonth = Counts()
    package var lastYear = Counts()
    package var now = Counts()
    package var thisWeek = Counts()
    package var lastWeek = Counts()

    /// The thirteen weeks up to this one, oldest first.
    package var weeks: [(week: Week, counts: Counts)] = []
    package var overdue: [OverdueLine] = []
    package var parts: [Axis: [Part]] = [:]
    package var satisfaction: SatisfactionBrief?
    package var target: OnTimeTarget?
    package var shapes: DistrictShapes?

    /// True before the first case of all.
    package var isEmpty: Bool {
        now == Counts() && thisMonth == Counts() && lastMonth == Counts()
            && weeks.allSatisfy { $0.counts == Counts() }
    }

    /// One part of the whole: a unit, a service, a district.
    package struct Part: Sendable {
        package var code: Code?
        package var name: Words
        package var month: Counts
        package var now: Counts
    }

    /// One case that is beyond its promise.
    package struct OverdueLine: Sendable {
        package var number: String
        package var unit: Words
        package var service: Words
        package var days: Int
    }
}

/// What part of the regency a page is about, with its addresses.
package struct ScopeNames: Sendable {
    package var unit: PortfolioSources.Named?
    package var service: PortfolioSources.Named?
    package var district: PortfolioSources.Named?

    /// What the whole is called: the regency, or the units of a head.
    package var whole: Words

    package var name: Words { unit?.name ?? service?.name ?? district?.name ?? whole }

    package var isWhole: Bool { unit == nil && service == nil && district == nil }

    /// The list of the cases behind a number.
    func list(_ behind: Behind, _ stretch: Stretch, _ part: (Axis, Code)? = nil) -> Address {
        var address = Address("/pimpinan/daftar").with("hal", behind.rawValue)
        if behind.needsMonth {
            switch stretch {
            case .month(let month): address = address.with("bulan", month.text)
            case .week(let week): address = address.with("minggu", week.monday.description)
            }
        }
        let named: [Axis: Code?] = [
            .unit: unit?.code, .service: service?.code, .district: district?.code,
        ]
        for axis in Axis.allCases {
            let code = part?.0 == axis ? part?.1 : named[axis] ?? nil
            guard let code else { continue }
            switch axis {
            case .unit: address = address.with("unit", code.text)
            case .service: address = address.with("layanan", code.text)
            case .district: address = address.with("wilayah", code.text)
            }
        }
        return address
    }
}

extension Axis {
    /// The page of one part.
    func page(_ code: Code) -> Address {
        switch self {
        case .unit: "/pimpinan/unit/\(code)"
        case .service: "/pimpinan/layanan/\(code)"
        case .district: "/pimpinan/wilayah/\(code)"
        }
    }
}
