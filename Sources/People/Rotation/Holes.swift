package import Office
package import Site
package import Stories

/// A duty in a unit that would have nobody, and what hangs on it.
package struct Hole: Hashable, Sendable {
    package let seat: NeededSeat

    /// True where nobody had it before either.
    package let isOld: Bool

    package var vacancy: Vacancy { Vacancy(unit: seat.unit, duty: seat.duty) }
}

/// What a set of moves leaves open, worked out without reading anything.
package enum Holes {
    /// The needed duties that nobody has on the day of the moves, those that become empty first.
    ///
    /// - Parameter holdings: of everybody who serves, by official.
    package static func after(
        _ moves: [Move],
        on day: Day,
        _ holdings: [OpaqueID: [Holding]],
        needs: [NeededSeat],
        map: OfficeMap
    ) -> [Hole] {
        var moved: [OpaqueID: Official] = [:]
        for (official, held) in holdings {
            var state = Official()
            state.isKnown = true
            state.holdings = held
            moved[official] = state
        }
        for move in moves {
            guard var state = moved[move.official] else { continue }
            switch move {
            case .relieve(_, let post):
                OfficialStory.evolve(&state, .relieved(post, last: day.adding(days: -1)))
            case .place(_, let post, let capacity, let last):
                let holding = Holding(post: post, capacity: capacity, first: day, last: last)
                OfficialStory.evolve(&state, .placed(holding))
            }
            moved[move.official] = state
        }
        let before = filled(holdings.mapValues { $0 }, on: day.adding(days: -1), map)
        let after = filled(moved.mapValues(\.holdings), on: day, map)
        return needs.filter { !after.contains(Vacancy(unit: $0.unit, duty: $0.duty)) }
            .map { seat in
                let vacancy = Vacancy(unit: seat.unit, duty: seat.duty)
                return Hole(seat: seat, isOld: !before.contains(vacancy))
            }
            .sorted { one, other in
                (one.isOld ? 1 : 0, -one.seat.openCases, one.seat.unit, one.seat.duty)
                    < (other.isOld ? 1 : 0, -other.seat.openCases, other.seat.unit, other.seat.duty)
            }
    }

    private static func filled(
        _ holdings: [OpaqueID: [Holding]],
        on day: Day,
        _ map: OfficeMap
    ) -> Set<Vacancy> {
        var filled: Set<Vacancy> = []
        for holding in holdings.values.joined() where holding.isHeld(on: day) {
            guard let post = map.post(holding.post) else { continue }
            for duty in post.duties {
                if let duty = Code(duty) { filled.insert(Vacancy(unit: post.unit, duty: duty)) }
            }
        }
        return filled
    }
}
