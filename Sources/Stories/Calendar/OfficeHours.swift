/// The minutes of a date between a door that opens and one that closes: 07.30-12.00.
package struct Opening: Hashable, Sendable {
    /// Minutes since midnight.
    package let from: Int

    /// The first minute in which it is closed again.
    package let to: Int

    package init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }

    package var minutes: Int { to - from }
}

/// When offices are open on the seven days of a week; breaks are the gaps between openings.
package struct OfficeHours: Hashable, Sendable {
    /// By weekday, 1 for Monday to 7 for Sunday; a missing one is closed.
    package let week: [Int: [Opening]]

    package init(week: [Int: [Opening]]) {
        self.week = week.mapValues { $0.sorted { $0.from < $1.from } }
    }

    package func openings(on weekday: Int) -> [Opening] { week[weekday] ?? [] }

    /// Perpres 21/2023 in its usual split: 37 hours 30 minutes a week, a longer break on Friday.
    package static let usual = OfficeHours(
        monday: [Opening(from: 450, to: 720), Opening(from: 780, to: 960)],
        friday: [Opening(from: 450, to: 690), Opening(from: 780, to: 990)]
    )

    /// The same in Ramadan: 32 hours 30 minutes a week, from 08.00, with short breaks.
    package static let ramadan = OfficeHours(
        monday: [Opening(from: 480, to: 720), Opening(from: 750, to: 900)],
        friday: [Opening(from: 480, to: 690), Opening(from: 750, to: 930)]
    )

    private init(monday: [Opening], friday: [Opening]) {
        self.init(week: [1: monday, 2: monday, 3: monday, 4: monday, 5: friday])
    }
}

/// A named stretch of dates with office hours of its own: Ramadan.
package struct HoursPeriod: Hashable, Sendable {
    package let name: String
    package let first: Day
    package let last: Day
    package let hours: OfficeHours

    package init(name: String, first: Day, last: Day, hours: OfficeHours) {
        self.name = name
        self.first = first
        self.last = last
        self.hours = hours
    }
}
