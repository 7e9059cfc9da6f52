import Stories

// The holidays of 2026 and 2027 as the joint decrees of three ministers name them.

private let national = [
    "2026-01-01", "2026-01-16", "2026-02-17", "2026-03-19", "2026-03-21", "2026-03-22",
    "2026-04-03", "2026-04-05", "2026-05-01", "2026-05-14", "2026-05-27", "2026-05-31",
    "2026-06-01", "2026-06-16", "2026-08-17", "2026-08-25", "2026-12-25", "2027-01-01",
    "2027-01-05", "2027-02-06", "2027-03-08", "2027-03-10", "2027-03-11", "2027-03-26",
    "2027-03-28", "2027-05-01", "2027-05-06", "2027-05-17", "2027-05-20", "2027-06-01",
    "2027-06-06", "2027-08-15", "2027-08-17", "2027-12-25", "2027-12-26",
]

private let jointLeave = [
    "2026-02-16", "2026-03-18", "2026-03-20", "2026-03-23", "2026-03-24", "2026-05-15",
    "2026-05-28", "2026-12-24", "2027-02-05", "2027-03-09", "2027-03-12", "2027-03-15",
    "2027-03-25", "2027-05-18", "2027-05-19", "2027-12-24",
]

func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("not a date: \(text)") }
    return day
}

/// A moment on the wall of an office in the zone WIB: `2026-12-21 08.15`.
func wib(_ text: String) -> Instant {
    let parts = text.split(separator: " ")
    let clock = parts.count > 1 ? parts[1].split(separator: ".").compactMap { Int($0) } : [9, 0]
    return Zone.wib.instant(day(String(parts[0])), minute: clock[0] * 60 + clock[1])
}

/// What is decreed: two years of holidays, and two Ramadans with their own hours.
var decreed: WorkCalendar.Parts {
    var parts = WorkCalendar.Parts()
    parts.holidays =
        national.map { Holiday(day: day($0), kind: .national, name: "Libur nasional") }
        + jointLeave.map { Holiday(day: day($0), kind: .jointLeave, name: "Cuti bersama") }
    parts.periods = [
        HoursPeriod(
            name: "Ramadan 1447 H",
            first: day("2026-02-19"),
            last: day("2026-03-20"),
            hours: .ramadan
        ),
        HoursPeriod(
            name: "Ramadan 1448 H",
            first: day("2027-02-08"),
            last: day("2027-03-09"),
            hours: .ramadan
        ),
    ]
    parts.knownYears = [2026, 2027]
    return parts
}

/// The calendar that is decreed, after a change.
func calendar(_ change: (inout WorkCalendar.Parts) -> Void = { _ in }) throws -> WorkCalendar {
    var parts = decreed
    change(&parts)
    return try WorkCalendar(parts)
}
