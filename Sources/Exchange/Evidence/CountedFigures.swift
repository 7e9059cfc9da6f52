/// What was counted of one service in one quarter, exactly: it never leaves the regency.
package struct CountedFigures: Hashable, Sendable {
    /// Came in during the quarter.
    package var received: Int

    /// Decided by the office (finished or refused) during the quarter.
    package var decided: Int

    /// Of the decided ones: within what was promised.
    package var inTime: Int

    /// Working days from receipt to decision, of the middle one.
    package var medianDays: Int?
    package var satisfaction: Satisfaction?
    package var cost: Cost?

    package init(
        received: Int = 0,
        decided: Int = 0,
        inTime: Int = 0,
        medianDays: Int? = nil
    ) {
        precondition(received >= 0 && inTime >= 0 && inTime <= decided, "counts that fit together")
        self.received = received
        self.decided = decided
        self.inTime = inTime
        self.medianDays = medianDays
    }

    /// What people said, where enough of them did.
    package struct Satisfaction: Hashable, Sendable {
        package let answers: Int

        /// The index in hundredths, 2500 to 10000.
        package let hundredths: Int

        package init(answers: Int, hundredths: Int) {
            self.answers = answers
            self.hundredths = hundredths
        }
    }

    /// What the service cost in a whole year, and what came in during its quarters.
    package struct Cost: Hashable, Sendable {
        package let year: Int

        /// Whole rupiah.
        package let amount: Int64

        /// Of each of the four quarters.
        package let received: [Int]

        package init(year: Int, amount: Int64, received: [Int]) {
            self.year = year
            self.amount = amount
            self.received = received
        }
    }
}

/// What is handed on of one service in one quarter: rounded, and hidden where it is of a few.
package struct PublishedFigures: Hashable, Sendable {
    package var received: PublishedCount
    package var decided: PublishedCount
    package var inTime: PublishedCount

    /// Working days; told from twenty decided requests up.
    package var medianDays: Int?
    package var satisfaction: Satisfaction?
    package var cost: Cost?

    package init(
        received: PublishedCount,
        decided: PublishedCount,
        inTime: PublishedCount,
        medianDays: Int? = nil,
        satisfaction: Satisfaction? = nil,
        cost: Cost? = nil
    ) {
        self.received = received
        self.decided = decided
        self.inTime = inTime
        self.medianDays = medianDays
        self.satisfaction = satisfaction
        self.cost = cost
    }

    /// The index (IKM) with the rounded number of answers behind it.
    package struct Satisfaction: Hashable, Sendable {
        package let answers: Int
        package let hundredths: Int

        package init(answers: Int, hundredths: Int) {
            self.answers = answers
            self.hundredths = hundredths
        }
    }

    /// Rupiah for one request of a year, to two digits.
    package struct Cost: Hashable, Sendable {
        package let year: Int
        package let perRequest: Int

        package init(year: Int, perRequest: Int) {
            self.year = year
            self.perRequest = perRequest
        }
    }

    /// What share of the decided requests was in time, as far as the counts tell it.
    package var shareInTime: PublishedShare? {
        guard case .count(let decided) = decided, decided > 0 else { return nil }
        switch inTime {
        case .count(let inTime): return .percent((200 * inTime + decided) / (2 * decided))
        case .most: return .atLeast(100 * max(0, decided - Suppression.fewest) / decided)
        case .few: return .atMost((100 * Suppression.fewest + decided - 1) / decided)
        case .hidden: return nil
        }
    }
}

/// A share that follows from rounded counts.
package enum PublishedShare: Hashable, Sendable {
    case percent(Int)
    case atLeast(Int)
    case atMost(Int)
}

/// A count as it is handed on.
package enum PublishedCount: Hashable, Sendable {
    /// Ten or more, rounded to five.
    case count(Int)

    /// Fewer than ten.
    case few

    /// All but fewer than ten: told of what was in time only.
    case most

    /// Nothing is told, lest another figure follow from it.
    case hidden

    package var number: Int? {
        guard case .count(let number) = self else { return nil }
        return number
    }
}
