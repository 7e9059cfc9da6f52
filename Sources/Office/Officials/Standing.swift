package import Stories

/// Which posts an official holds at a moment, deputies counted in.
///
/// Everything that decides about rights asks this value and nothing else.
package struct Standing: Hashable, Sendable {
    package let official: Actor
    package let seats: [Seat]

    /// A post held now, with what comes with it.
    package struct Seat: Hashable, Sendable {
        package let post: OfficePost
        package let unit: OfficeUnit
        package let capacity: Capacity

        package init(post: OfficePost, unit: OfficeUnit, capacity: Capacity) {
            self.post = post
            self.unit = unit
            self.capacity = capacity
        }
    }

    package init(official: Actor, seats: [Seat]) {
        self.official = official
        self.seats = seats
    }

    /// What an official's holdings come to on a day.
    package init(of official: Actor, _ state: Official, in map: OfficeMap, on day: Day) {
        self.official = official
        seats =
            state.hasLeft
            ? []
            : state.holdings.filter { $0.isHeld(on: day) }.compactMap { holding in
                guard let post = map.post(holding.post), let unit = map.unit(post.unit)
                else { return nil }
                return Seat(post: post, unit: unit, capacity: holding.capacity)
            }
    }

    /// The units in which some post is held that works on cases.
    ///
    /// Who only helps people to fill in sees no case: neither those of the unit nor those helped.
    package var units: Set<Code> {
        Set(seats.filter { $0.post.duties != ["penolong"] }.map(\.unit.id))
    }

    package func has(_ duty: String, in unit: Code) -> Bool {
        seat(for: duty, in: unit) != nil
    }

    /// The seat through which a duty in a unit is held, the holder's before a deputy's.
    package func seat(for duty: String, in unit: Code) -> Seat? {
        let able = seats.filter { $0.unit.id == unit && $0.post.duties.contains(duty) }
        return able.first { $0.capacity == .definitive } ?? able.first
    }

    /// Leads the regency: sees the figures of all units, and approves what is published of them.
    package var isLeader: Bool { seats.contains { $0.post.duties.contains("pimpinan") } }

    /// Writes and approves news: each the work of another.
    package var isEditor: Bool { seats.contains { $0.post.duties.contains("redaksi") } }

    /// Looks after agreements with other regions and others, and records what happens to them.
    package var cooperates: Bool { seats.contains { $0.post.duties.contains("kerja-sama") } }

    /// Answers people about their data: the duty's own holder, else who keeps the installation.
    package var protectsData: Bool {
        seats.contains { !$0.post.duties.isDisjoint(with: ["pelindung-data", "pengelola"]) }
    }

    /// May look after the installation itself: publish, add officials.
    package var isKeeper: Bool { seats.contains { $0.post.duties.contains("pengelola") } }
}

extension Standing {
    /// The units of which an official sees the figures as their head or secretary.
    ///
    /// The rule: a post of the unit with a duty that begins with `kepala-` (kepala-badan,
    /// kepala-dinas, kepala-wilayah, kepala-unit), or with the duty `sekretaris`. Deputies count.
    package var headedUnits: Set<Code> {
        Set(
            seats.filter { seat in
                seat.post.duties.contains { $0.hasPrefix("kepala-") || $0 == "sekretaris" }
            }
            .map(\.unit.id)
        )
    }
}
