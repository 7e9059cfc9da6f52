/// What a new report tells besides its own figures: what is left when published ones are taken off.
///
/// From the figures of an office, and of all its services but one, everybody can compute those of
/// the one; and from the figures of yesterday and today, what the people of today answered. Where
/// that is fewer than five people, somebody could be known.
package struct Remainder: Hashable, Sendable {
    package let scope: ReportScope
    package let answers: Int

    package init(scope: ReportScope, answers: Int) {
        self.scope = scope
        self.answers = answers
    }

    /// The smallest group that could be computed, if it is one of one to four people.
    ///
    /// `published` are the answers of all that is public now, `earlier` those of this scope at
    /// every time that it was published.
    package func smallGroup(beside published: [ReportScope: Int], earlier: [Int] = []) -> Int? {
        var groups = earlier.map { answers - $0 }
        for side in Side.allCases {
            groups += leftOver(side, published)
        }
        return groups.filter { (1..<Sample.fewest).contains(abs($0)) }.map(abs).min()
    }

    /// What the whole leaves beside its published parts, with this report as the whole or a part.
    private func leftOver(_ side: Side, _ published: [ReportScope: Int]) -> [Int] {
        let whole = side.whole(of: scope)
        var known = published
        known[scope] = answers
        guard let all = known[whole] else { return [] }
        let parts = known.filter { $0.key != whole && side.whole(of: $0.key) == whole }
        return parts.isEmpty ? [] : [all - parts.values.reduce(0, +)]
    }

    /// By what a report can be part of a larger one.
    private enum Side: CaseIterable {
        case unit, service, quarter

        func whole(of scope: ReportScope) -> ReportScope {
            switch self {
            case .unit: ReportScope(unit: nil, service: scope.service, scope.period)
            case .service: ReportScope(unit: scope.unit, service: nil, scope.period)
            case .quarter:
                ReportScope(unit: scope.unit, service: scope.service, scope.period.wholeYear)
            }
        }
    }
}
