package import Stories

/// The figures of one quarter, a line for each service: what may be handed on of what was counted.
package struct EvidenceGrid: Hashable, Sendable {
    package let lines: [Code: PublishedFigures]

    /// Of all services together.
    package let received: PublishedCount
    package let decided: PublishedCount

    /// Hides and rounds; the services are all that were offered, also those that nobody used.
    package init(_ counted: [Code: CountedFigures]) {
        let services = counted.keys.sorted()
        let figures = services.compactMap { counted[$0] }
        let received = Suppression.protected(figures.map(\.received))
        let decided = Suppression.protected(figures.map(\.decided))
        var lines: [Code: PublishedFigures] = [:]
        for (place, service) in services.enumerated() {
            lines[service] = Self.line(
                figures[place],
                received: received.counts[place],
                decided: decided.counts[place]
            )
        }
        self.lines = lines
        self.received = received.sum
        self.decided = decided.sum
    }

    /// Where it is not told how many were decided, nothing is told that would say how many.
    private static func line(
        _ counted: CountedFigures,
        received: PublishedCount,
        decided: PublishedCount
    ) -> PublishedFigures {
        var line = PublishedFigures(received: received, decided: decided, inTime: .hidden)
        if decided.number != nil {
            line.inTime = Suppression.inTime(counted.inTime, of: counted.decided)
            if counted.decided >= Suppression.fewestForMiddle {
                line.medianDays = counted.medianDays
            }
            if let said = counted.satisfaction, said.answers >= Suppression.fewestForMiddle {
                line.satisfaction = .init(
                    answers: Suppression.rounded(said.answers),
                    hundredths: said.hundredths
                )
            }
        }
        if received.number != nil { line.cost = counted.cost.flatMap(cost) }
        return line
    }

    /// From rounded counts, and only of a year whose quarters can all be told.
    private static func cost(_ cost: CountedFigures.Cost) -> PublishedFigures.Cost? {
        guard cost.received.count == 4, cost.received.allSatisfy({ $0 >= Suppression.fewest }),
            cost.amount >= 0
        else { return nil }
        let requests = cost.received.map(Suppression.rounded).reduce(0, +)
        let each = Int(cost.amount) / requests
        return .init(year: cost.year, perRequest: Suppression.twoDigits(each))
    }
}
